"""Collecting what to bring to the next session, and ticking it off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.cli import arguments
from hrjournal.cli.care.keep import keep, take_out
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from hrjournal.domain.reflection.sessions import latest_session
from hrjournal.errors import UsageError
from hrjournal.named import NamedTuple
from hrjournal.pages.care.people import DONE, talk_page
from hrjournal.store import keepsakes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.cli.context import AppContext


class AgendaOptions(NamedTuple):
    """What stood on the command line of `talk`."""

    words: Sequence[str] = ()
    add: bool = False
    done: Sequence[int] = ()
    again: int | None = None
    remove: int | None = None
    for_good: bool = False
    everything: bool = False
    as_json: bool = False
    plain: bool = False


def talk(app: AppContext, given: AgendaOptions) -> None:
    """Keeps a point, ticks some off, or shows them."""
    if given.remove and given.for_good:
        take_out(app, KeepsakeType.TALK, given.remove, for_good=True)
    elif given.done or given.again or given.remove:
        done = (*given.done, *_more_numbers(given.words)) if given.done else ()
        _mark(app, done, again=given.again, remove=given.remove)
    elif given.words or given.add:
        _keep(app, given.words)
    else:
        _show(app, given)


def _show(app: AppContext, given: AgendaOptions) -> None:
    with app.open_journal() as journal:
        points = keepsakes.keepsakes(journal, KeepsakeType.TALK)
        sessions = keepsakes.keepsakes(journal, KeepsakeType.APPOINTMENT)
        page = talk_page(
            points,
            journal.day_start,
            everything=given.everything,
            session=latest_session(sessions, app.moment.local),
        )
    app.print_page(page, as_json=given.as_json, plain=given.plain)


def _more_numbers(words: Sequence[str]) -> list[int]:
    """Further numbers behind `--done 4`, as in `--done 4 5, 6`.

    Raises:
        UsageError: when they are no numbers.
    """
    parts = [part for word in words for part in word.split(",") if part]
    if not all(part.isascii() and part.isdigit() for part in parts):
        raise UsageError("Behind --done stand numbers, such as: hrjournal session talk --done 4 5")
    return [int(part) for part in parts]


def _keep(app: AppContext, words: Sequence[str]) -> None:
    """Keeps a point; asks for it when nothing was said."""
    if not words:
        _ask(app)
        return
    text = arguments.read_note(" ".join(words)) or ""
    if not text.strip():
        raise UsageError(
            "Say what you want to talk about, such as: hrjournal session talk my sleep"
        )
    number = keep(app, Keepsake(KeepsakeType.TALK, app.moment, text=text))
    app.print_lines(f"Saved {number}. To see all: hrjournal session talk")


def _ask(app: AppContext) -> None:
    from hrjournal.cli.drafts.keeping import Flow, typed_words
    from hrjournal.cli.prompts import prompt

    again = "hrjournal session talk --add"
    with typed_words(app, Flow("talk", "something to talk about", again)):
        question = "What would you like to talk about? (Enter leaves it)"
        answer = prompt(app, question, own_words=True)
        if answer is not None:
            _keep(app, [answer])


def _mark(app: AppContext, done: Sequence[int], *, again: int | None, remove: int | None) -> None:
    """Ticks points off, opens one again, or takes one out; all in one change."""
    with app.open_journal(write=True) as journal, journal.change("talk", app.instant) as change:
        today = str(app.today(journal))
        marks = [*((number, {DONE: today}) for number in done), *([(again, {})] if again else [])]
        for number, more in marks:
            point = keepsakes.keepsake(journal, number, KeepsakeType.TALK)
            keepsakes.replace(change, point.replace(more=more))
        if remove:
            keepsakes.keepsake(journal, remove, KeepsakeType.TALK)
            keepsakes.forget(change, remove)
    marked: dict[str, Sequence[int | None]] = {
        "Ticked off": done,
        "Open again": [again],
        "Taken out": [remove],
    }
    for words, numbers in marked.items():
        if any(numbers):
            app.print_lines(f"{words}: {', '.join(map(str, numbers))}. Undo takes it back.")
