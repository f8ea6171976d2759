"""Where what is said was read, and what of it is general knowledge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.blocks import Block, DefinitionList, Heading, ItemList, Text
from hrjournal.domain.entries.entry import day_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from hrjournal.domain.knowledge.notices import Source
    from hrjournal.domain.knowledge.safety import Passage

READ: Final = {
    "page": "the page itself",
    "part": "a part of the page itself",
    "mirror": "a copy of it",
    "repository": "its files",
}
GENERAL: Final = "General knowledge: no source was read for this."


def origin_blocks(
    passages: Iterable[Passage], sources: Mapping[str, Source], reviewed: date
) -> list[Block]:
    """Each passage with whose page it was read on, then every source in full."""
    told = tuple(passages)
    rows = dict.fromkeys((passage.title, _origin(passage, sources)) for passage in told)
    return [
        Heading("Where this comes from"),
        Text(f"Looked through on {day_name(reviewed.toordinal())}."),
        DefinitionList(tuple(rows)),
        *source_blocks((name for passage in told for name in passage.sources), sources),
    ]


def source_blocks(ids: Iterable[str], sources: Mapping[str, Source]) -> list[Block]:
    """Where something was read."""
    found = [sources[name] for name in dict.fromkeys(ids)]
    items = (
        ". ".join(
            filter(
                None,
                (
                    source.title,
                    f"{source.publisher}, {source.year}",
                    source.url,
                    f"Read: {READ[source.seen]}",
                ),
            )
        )
        for source in found
    )
    return [Heading("Where this was read"), ItemList(tuple(items))] if found else []


def _origin(passage: Passage, sources: Mapping[str, Source]) -> str:
    publishers = dict.fromkeys(sources[name].publisher for name in passage.sources)
    return f"{'; '.join(publishers)}. {passage.general}".strip() if publishers else GENERAL
