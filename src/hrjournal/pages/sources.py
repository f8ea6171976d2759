"""Where what is said was read, and what of it is general knowledge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.blocks import Block, DefinitionList, Heading, Text
from hrjournal.domain.entries.entry import day_name
from hrjournal.pages.care.resources import source_blocks

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from hrjournal.domain.knowledge.notices import Source
    from hrjournal.domain.knowledge.safety import Passage

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


def _origin(passage: Passage, sources: Mapping[str, Source]) -> str:
    publishers = dict.fromkeys(sources[name].publisher for name in passage.sources)
    return f"{'; '.join(publishers)}. {passage.general}".strip() if publishers else GENERAL
