"""What every measure means, where it was read, and how to read the data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.blocks import Block, DefinitionList, Heading, Page, Text
from hrjournal.pages.measures.data import definitions_data

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrjournal.domain.knowledge.definitions import Definition
    from hrjournal.domain.knowledge.notices import Source

OPENING: Final = (
    "The measures follow the Timeline Followback, a calendar of days that is widely used in "
    "research and care. Days that are not written are in none of them. A use of an amount that "
    "is not known makes a use day, and is left out of means."
)
FORM: Final = (
    ("value", "the figure; null where it is not said, and `why` says why"),
    ("in", "what it is counted in; amounts are in the `unit` of the substance"),
    ("rests", "on how many days it rests"),
    ("change", "what it was at your usual and your start, and how much less it is now"),
    ("low, high", "the two ends of an amount, alike where it is exact"),
)


def definitions_page(told: Mapping[str, Definition], sources: Mapping[str, Source]) -> Page:
    """The page of definitions."""
    blocks: list[Block] = [Text(OPENING)]
    for definition in told.values():
        blocks += _definition(definition, sources)
    blocks += [Heading("With --json"), DefinitionList(FORM)]
    return Page("What the measures mean", tuple(blocks), definitions_data(told.values()))


def _definition(one: Definition, sources: Mapping[str, Source]) -> list[Block]:
    names = [one.name, *([one.other] if one.other != one.name else [])]
    rows = [("In plain words", one.plain), ("Formula", one.formula)]
    rows += [("Read in", _source(sources[name])) for name in one.sources]
    return [Heading(" / ".join(names)), Text(one.text), DefinitionList(tuple(rows))]


def _source(source: Source) -> str:
    return f"{source.title} ({source.publisher}, {source.year})"
