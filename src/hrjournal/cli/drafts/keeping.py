"""Asking for words of a person's own, so that none of them is lost whatever happens."""

from __future__ import annotations

import signal
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Final

from hrjournal.cli.prompts import NOTE, STOPS, confirm, is_asking
from hrjournal.domain.draft import Draft, TypedWords
from hrjournal.domain.entries.entry import DAYS, MONTHS
from hrjournal.errors import StoppedError
from hrjournal.named import NamedTuple
from hrjournal.sanitize import quote, sanitize
from hrjournal.store.drafts.files import is_secret, keep_draft, list_drafts, remove_draft
from hrjournal.store.drafts.proof import prove_place, prove_writable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import FrameType

    from hrjournal.cli.context import AppContext
    from hrjournal.errors import HrjournalError

SIGNALS: Final = ("SIGHUP", "SIGTERM")  # the terminal was closed; the machine goes down
NOTHING_SAVED: Final = "Stopped here. Nothing was saved."
COPY: Final = "These words could not be kept in a file. Please copy them from here."
ENCRYPTED: Final = (
    "Your journal is encrypted, so these words are not kept in a plain file. "
    "Please copy them from here."
)
UNPLACED: Final = "Some of your earlier words had no question this time. They are still kept."


class Flow(NamedTuple):
    """A flow of questions that a draft belongs to."""

    key: str  # in the name of its file
    name: str  # such as `a letter`
    again: str  # how to come back to it


NOTES: Final = Flow("note", "a note", "add --write to hrjournal log or checkin")


@contextmanager
def typed_words(
    app: AppContext, flow: Flow | None = None, *, prove: bool = True
) -> Iterator[TypedWords | None]:
    """Within the block, what is typed at questions is not lost when it cannot be saved.

    It begins with the proof that the journal can be written (unless `prove` is False), and with an
    offer of what an earlier run of the flow left. When the block ends by an error before
    `app.words_saved()`, the words are shown again, and kept as a draft where there is a flow.

    Raises:
        HrjournalError: before anything is asked, when nothing could be saved.
        StoppedError: when the person left, with what became of their words.
    """
    if app.typed is not None or not app.is_interactive:
        yield app.typed
        return
    if prove:
        _prove(app)
    keeper = _DraftKeeper(app, flow, TypedWords(_clock(app)))
    app.typed = keeper.typed
    try:
        keeper.offer()
        with _hearing(keeper.typed):
            yield keeper.typed
    except BaseException as error:
        told = keeper.rescue(error)
        if told is not None:
            raise told from None
        raise
    finally:
        app.typed = None
    keeper.finish()
    keeper.typed.leave_if_ended()


class _DraftKeeper:
    """What becomes of the words of one run of a flow, and of the draft that it goes on with."""

    def __init__(self, app: AppContext, flow: Flow | None, typed: TypedWords) -> None:
        """Takes the flow (None where nothing is kept) and what will be typed in it."""
        self.app = app
        self.flow = flow
        self.typed = typed
        self.earlier: Path | None = None
        self.secret = is_secret(app.place)

    def offer(self) -> None:
        """Offers each draft of the flow until the person goes on with one."""
        drafts = list_drafts(self.app.place, self.flow.key) if self.flow else []
        for path, draft in drafts:
            self._tell(draft)
            if confirm("Go on with it?", default=True):
                self.typed.go_on(draft)
                self.earlier = path
                return
            if confirm("Delete it? If not, it is kept for another time."):
                remove_draft(path)

    def _tell(self, draft: Draft) -> None:
        name = self.flow.name if self.flow else ""
        first = next((answer.text for answer in draft.answers if answer.own and answer.text), "")
        begins = f" It begins: {quote(first)}" if first else ""
        self.app.print_lines("", f"You began {name} on {_when(draft.at)}.{begins}")

    def rescue(self, error: BaseException) -> HrjournalError | None:
        """Keeps the words, and lets the error say so; gives another to raise in its place."""
        if self.typed.saved or not self.typed.typed:
            return None
        if isinstance(error, STOPS) and self.typed.ended is None:
            return self._ask_to_keep(error)
        kept = self._keep()
        if isinstance(error, Exception):
            shown = [] if kept and self.app.discreet else ["What you typed:", "", *self._shown()]
            error.add_note("\n".join(["", *shown, *self._fate(kept=kept), ""]))
        return None

    def _ask_to_keep(self, error: BaseException) -> HrjournalError | None:
        """Asks someone who leaves; Ctrl-C once more keeps, for a draft can still be deleted."""
        if self.flow is None or self.secret or not self.typed.has_own_words:
            return None
        keeping = True
        self.app.print_lines("")
        with suppress(*STOPS):
            keeping = confirm("Keep what you wrote, to go on another time?", default=True)
        if not keeping:
            self._replace_earlier()
            return None
        kept = self._keep()
        said = error.marked if isinstance(error, StoppedError) else NOTHING_SAVED
        left = [] if kept else ["", *self._shown()]
        return StoppedError("\n".join([said, *left, *self._fate(kept=kept)]))

    def finish(self) -> None:
        """Does away with the draft whose words are saved now."""
        if not (self.typed.saved and self.earlier):
            return
        self.typed.answers.clear()
        if self.typed.has_own_words and self._keep():
            self.app.print_lines(UNPLACED)
        elif not self.typed.has_own_words:
            self._replace_earlier()

    def _keep(self) -> bool:
        """Keeps all that was typed as a draft, in place of the earlier one; whether it did."""
        if self.flow is None or not self.typed.has_own_words:
            return False
        answers = (*self.typed.answers, *self.typed.left)
        draft = Draft(self.flow.key, self.typed.at, answers)
        kept = keep_draft(self.app.place, draft, secret=self.secret) is not None
        if kept:
            self._replace_earlier()
        return kept

    def _replace_earlier(self) -> None:
        if self.earlier is not None:
            remove_draft(self.earlier)
            self.earlier = None

    def _shown(self) -> Iterator[str]:
        """The words to copy, under what was asked; numbers only where there is nothing else."""
        own = self.typed.has_own_words
        told = [answer for answer in self.typed.typed if answer.own or not own]
        for key, answers in groupby(told, key=lambda answer: answer.key):
            if key != NOTE:
                yield sanitize(self.app.seen_text(key.split("\n")[0]))
            yield from (sanitize(answer.text, keep_lines=True) for answer in answers)
            yield ""

    def _fate(self, *, kept: bool) -> list[str]:
        """What became of the words, in a sentence."""
        if self.flow is None or not self.typed.has_own_words:
            return []
        if kept:
            return [f"Your words are kept. To go on with them: {self.flow.again}"]
        return [ENCRYPTED if self.secret else COPY]


def _prove(app: AppContext) -> None:
    if not app.has_file:
        prove_place(app.place)
        return
    with app.open_journal(write=True) as journal:
        prove_writable(journal)


@contextmanager
def _hearing(typed: TypedWords) -> Iterator[None]:
    """Ends calmly when the terminal closes: at once at a question, else after what is under way."""

    def ended(number: int, _frame: FrameType | None) -> None:
        typed.ended = 128 + number
        if is_asking() and _there():  # else the question ends by itself, with what was typed
            raise SystemExit(typed.ended)

    before = {}
    for name in SIGNALS:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            with suppress(ValueError):  # not in the main thread
                before[number] = signal.signal(number, ended)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _there() -> bool:
    """Whether there is still a terminal to read from."""
    try:
        import termios

        termios.tcgetattr(0)
    except ImportError:
        return True
    except termios.error:
        return False
    return True


def _clock(app: AppContext) -> str:
    """Now on the wall, as it can be typed back."""
    return f"{_local(app.moment.local):%Y-%m-%d %H:%M}"


def _local(seconds: int) -> datetime:
    return datetime(1970, 1, 1) + timedelta(seconds=seconds)  # noqa: DTZ001 - a clock on the wall


def _when(at: str) -> str:
    """The wall clock of a draft for people: `Fri 27 Nov, 22:10`."""
    time = datetime.fromisoformat(at)
    return f"{DAYS[time.weekday()]} {time.day} {MONTHS[time.month - 1]}, {time:%H:%M}"
