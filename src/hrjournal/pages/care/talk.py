"""What a person wants to bring to their next session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.blocks import Block, Facts, Heading, Note, Page, Text, Tone
from hrjournal.domain.entries.entry import day_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.domain.keepsake import Keepsake

DONE: Final = "done"  # in `more`: the day on which a point was ticked off, as an ordinal


def talk_page(points: Sequence[Keepsake], starts: int, *, everything: bool = False) -> Page:
    """The open points, and with `everything` those that were ticked off."""
    still = [one for one in points if DONE not in one.more]
    gone = [one for one in points if DONE in one.more]
    blocks: list[Block] = []
    if still:
        blocks.append(Facts(tuple((f"{one.id}", _line(one)) for one in still)))
        blocks.append(Note("After the session: hrjournal talk --done N", Tone.HINT))
    else:
        blocks.append(Text("Nothing is noted to talk about."))
        blocks.append(Note("To add something: hrjournal talk --add (it asks)", Tone.HINT))
    if everything and gone:
        rows = tuple(
            (f"{one.id}", f"{_line(one)} (ticked off {day_name(int(one.more[DONE]))})")
            for one in gone
        )
        blocks += [Heading("Ticked off"), Facts(rows)]
    data = [
        {
            "number": one.id,
            "text": one.text,
            "day": day_name(one.moment.day(starts)),
            "done": day_name(int(one.more[DONE])) if DONE in one.more else None,
        }
        for one in points
        if everything or DONE not in one.more
    ]
    return Page("To talk about", tuple(blocks), {"points": data})


def _line(one: Keepsake) -> str:
    return " ".join(one.text.split("\n"))
