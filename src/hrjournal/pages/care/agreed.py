"""What was agreed in a session: in whole, in a few lines of today, and as it is saved."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from hrjournal.blocks import Block, DefinitionList, Heading, ItemList, Note, Page, Text, Tone
from hrjournal.domain.entries.entry import day_name
from hrjournal.sanitize import own, shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.domain.keepsake import Keepsake
    from hrjournal.domain.reflection.sessions import AgreedItems

FEW: Final = 3
LINE: Final = 72  # characters of one thing in today, so that it stands in one line
ALL: Final = "hrjournal session agreed"
EARLIER: Final = "To see what you agreed on earlier: hrjournal session agreed --all"
TO_ADD: Final = 'To add something: hrjournal session agreed "call before Friday"'


def agreed_page(found: AgreedItems, starts: int, *, earlier: bool, asking: bool = False) -> Page:
    """What was agreed in the latest session.

    `earlier` tells whether there is more from before, `asking` that a question follows.
    """
    blocks: list[Block] = []
    if found.items:
        where = f"In {_session(found.session)}" if found.session else "In the last four weeks"
        blocks += [Heading(where), _rows(found.items)]
    else:
        blocks.append(Text(_nothing(found, earlier=earlier)))
        blocks += [] if asking else [Note(TO_ADD, Tone.HINT)]
    if earlier:
        blocks.append(Note(EARLIER, Tone.HINT))
    return _page(blocks, (found,), starts)


def _nothing(found: AgreedItems, *, earlier: bool) -> str:
    if found.session:
        return f"Nothing is written down yet from {_session(found.session)}."
    return f"Nothing is written down {'from the last four weeks' if earlier else 'yet'}."


def every_agreed_page(found: Sequence[AgreedItems], starts: int) -> Page:
    """Everything that was agreed, the latest session first."""
    blocks: list[Block] = []
    for one in found:
        if one.session is None:
            blocks += [Heading("With no session written down"), _dated_rows(one.items, starts)]
        else:
            blocks += [Heading(f"Session on {day_name(one.session)}"), _rows(one.items)]
    return _page(blocks or [Text("Nothing is written down yet.")], found, starts)


def today_part(found: AgreedItems, starts: int) -> Page:
    """The few lines of it in today, with all of it as data."""
    title = f"Agreed in {_session(found.session)}" if found.session else "What you agreed on"
    lines = [own(shortened(_line(one), LINE)) for one in found.items[:FEW]]
    if (more := len(found.items) - FEW) > 0:
        lines.append(f"and {more} more: {ALL}")
    return _page((Heading(title), ItemList(tuple(lines))), (found,), starts)


def saved_line(number: int, found: AgreedItems) -> str:
    """That something is saved, and to which session it belongs."""
    told = f", from {_session(found.session)}" if found.session else ""
    return f"Saved {number}{told}. To see it: {ALL}"


def _session(day: int) -> str:
    return f"your session on {day_name(day)}"


def _rows(items: Sequence[Keepsake]) -> DefinitionList:
    return DefinitionList(tuple((f"{one.id}", _line(one)) for one in items))


def _dated_rows(items: Sequence[Keepsake], starts: int) -> DefinitionList:
    rows = ((f"{one.id}", f"{_line(one)} ({day_name(one.moment.day(starts))})") for one in items)
    return DefinitionList(tuple(rows))


def _line(one: Keepsake) -> str:
    return own(" ".join(one.text.split()))


def _page(blocks: Sequence[Block], found: Sequence[AgreedItems], starts: int) -> Page:
    return Page("What you agreed on", tuple(blocks), {"agreed": _data(found, starts)})


def _data(found: Sequence[AgreedItems], starts: int) -> list[dict[str, Any]]:
    return [
        {
            "number": one.id,
            "text": own(one.text),
            "day": date.fromordinal(one.moment.day(starts)).isoformat(),
            "session": date.fromordinal(group.session).isoformat() if group.session else None,
        }
        for group in found
        for one in group.items
    ]
