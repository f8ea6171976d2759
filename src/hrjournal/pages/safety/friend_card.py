"""A card for someone near: what to look for, what to do, whom to call. Made for paper too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.blocks import Block, DefinitionList, Heading, Page, Text
from hrjournal.pages.safety.sos import call_data, call_lines, passage_blocks, passage_data
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.domain.knowledge.resources import Resource
    from hrjournal.domain.knowledge.safety import Passage
    from hrjournal.pages.safety.page import SafetyHelp

WELCOME: Final = "Thank you for being near. This is what to look for, and what to do."
BLANK: Final = "_" * 24
TO_FILL_IN: Final = ("This address", "Call this person too")


def friend_page(
    help_: SafetyHelp, signs: Sequence[Passage], lines: Sequence[Resource], naloxone: str
) -> Page:
    """The card; `lines` are crisis lines, `naloxone` the place where it lies, or nothing."""
    card = help_.card
    passages = (*signs, *card.passages)
    first, *others = call_lines(card, help_.call)
    calls = "\n".join((first, *others, *card.say.lines, *card.calling.lines))
    rows = (
        ("Naloxone lies here", own(naloxone) or BLANK),
        *((name, BLANK) for name in TO_FILL_IN),
        *((one.name, ". ".join(one.ways)) for one in lines),
    )
    blocks: list[Block] = [Text(WELCOME), Heading("Call"), Text(calls), DefinitionList(rows)]
    for passage in passages:
        blocks += passage_blocks(passage)
    data = {
        "call": call_data(help_.call),
        "naloxone": own(naloxone) or None,
        "passages": [passage_data(passage) for passage in passages],
        "lines": [{"name": resource.name, "ways": list(resource.ways)} for resource in lines],
        "reviewed": help_.reviewed.isoformat(),
    }
    return Page("If someone takes too much", (*blocks, *help_.ending), data)
