"""Keeping what was agreed in a session, and showing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.cli import arguments
from hrjournal.cli.care.keep import keep, take_out_kept
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from hrjournal.domain.reflection.sessions import agreed_by_session, agreed_since
from hrjournal.errors import UsageError
from hrjournal.named import NamedTuple
from hrjournal.pages.care import agreed as pages
from hrjournal.store import keepsakes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.cli.context import AppContext
    from hrjournal.domain.reflection.sessions import AgreedItems
    from hrjournal.store import Journal


class AgreedOptions(NamedTuple):
    """What stood on the command line of `agreed`."""

    words: Sequence[str] = ()
    remove: int | None = None
    for_good: bool = False
    everything: bool = False
    as_json: bool = False
    plain: bool = False


def agreed(app: AppContext, given: AgreedOptions) -> None:
    """Keeps something that was agreed, takes it out, or shows it; asks at a terminal."""
    if given.remove:
        _take_out(app, given.remove, for_good=given.for_good)
    elif given.words:
        _keep(app, " ".join(given.words))
    elif not app.is_interactive or given.everything or given.as_json:
        _show(app, given)
    else:
        _ask(app, given)


def _keep(app: AppContext, words: str) -> None:
    text = arguments.read_note(words) or ""
    if not text.strip():
        raise UsageError(
            'Say what you agreed on, such as: hrjournal session agreed "call before Friday"'
        )
    number = keep(app, Keepsake(KeepsakeType.AGREED, app.moment, text=text))
    with app.open_journal() as journal:
        app.print_lines(pages.saved_line(number, _latest(app, journal)))


def _take_out(app: AppContext, number: int, *, for_good: bool) -> None:
    with app.open_journal(write=True) as journal:
        one = keepsakes.keepsake(journal, number, KeepsakeType.AGREED)
        how = take_out_kept(app, journal, one, KeepsakeType.AGREED.value, for_good=for_good)
    app.print_lines(f"Taken out: {number}. {how}")


def _show(app: AppContext, given: AgreedOptions, *, asking: bool = False) -> None:
    with app.open_journal() as journal:
        every = keepsakes.keepsakes(journal, KeepsakeType.AGREED)
        if given.everything:
            sessions = keepsakes.keepsakes(journal, KeepsakeType.APPOINTMENT)
            groups = agreed_by_session(every, sessions, app.moment.local, journal.day_start)
            page = pages.every_agreed_page(groups, journal.day_start)
        else:
            found = _latest(app, journal)
            earlier = len(every) > len(found.items)
            page = pages.agreed_page(found, journal.day_start, earlier=earlier, asking=asking)
    app.print_page(page, as_json=given.as_json, plain=given.plain)


def _latest(app: AppContext, journal: Journal) -> AgreedItems:
    """What was agreed in the latest session."""
    return agreed_since(
        keepsakes.keepsakes(journal, KeepsakeType.AGREED),
        keepsakes.keepsakes(journal, KeepsakeType.APPOINTMENT),
        app.moment.local,
        journal.day_start,
    )


def _ask(app: AppContext, given: AgreedOptions) -> None:
    """Shows what is there, if anything is, and asks for one thing more."""
    from hrjournal.cli.drafts.keeping import Flow, typed_words
    from hrjournal.cli.prompts import prompt

    with app.open_journal() as journal:
        found = keepsakes.keepsakes(journal, KeepsakeType.AGREED)
    if found:
        _show(app, given, asking=True)
    flow = Flow("agreed", "an agreement", "hrjournal session agreed")
    with typed_words(app, flow):
        answer = prompt(app, "What did you agree on? (Enter leaves it)", own_words=True)
        if answer is not None:
            _keep(app, answer)
