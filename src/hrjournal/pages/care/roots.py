"""What may lie underneath use: words to pick from, and the person's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.blocks import Block, DefinitionList, Heading, ItemList, Page, Text
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.domain.knowledge.roots import Root

PRIVATE: Final = (
    "These words are your own view, and no diagnosis. They are private: "
    "they stand in no other page and leave with nothing, unless you choose so."
)


def roots_page(known: Sequence[Root], kept: Sequence[str], done: str = "") -> Page:
    """The person's own, then those to pick from. `done` says what was changed."""
    names = {root.id: root.name for root in known}
    blocks: list[Block] = [Text(done)] if done else []
    if kept:
        blocks += [Heading("Yours"), ItemList(tuple(own(names.get(word, word)) for word in kept))]
    rows = tuple((one.id, f"{one.name} (yours)" if one.id in kept else one.name) for one in known)
    blocks += [
        Heading("To pick from, if you like"),
        DefinitionList(rows),
        Text('To keep some: hrjournal reflect roots sleep pain "my words"'),
        Text(PRIVATE),
    ]
    data = {"own": list(map(own, kept)), "known": names}
    return Page("What may lie underneath", tuple(blocks), data)
