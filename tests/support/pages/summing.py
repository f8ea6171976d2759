"""The summary page of any journal."""

from __future__ import annotations

from typing import Any, TypeVar

from hrjournal.blocks import (
    Block,
    DefinitionList,
    Heading,
    ItemList,
    Note,
    Page,
    Table,
    Text,
    WeekChart,
)
from hrjournal.content.definitions import definitions
from hrjournal.content.screens import screens
from hrjournal.domain.history import DateRange, History
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from hrjournal.domain.summary.sections import Section
from hrjournal.pages.summary import Lookups, page
from hrjournal.report.summary import Scope, Summary, SummaryInput, summary
from support.builders import DAY_STARTS, TODAY
from support.pages.reading import UNITS, as_seen
from support.report.diaries import lines

Kind = TypeVar("Kind")
NINETY = DateRange(TODAY - 89, TODAY + 1)
WHOLE = frozenset(Section)
KNOWN = Lookups(UNITS, definitions(), DAY_STARTS, screens(), {"sleep": "sleep"})
WEEKS = {"The last twelve weeks", "Week by week"}


def summed(
    found: History,
    window: DateRange = NINETY,
    parts: frozenset[Section] = WHOLE,
    *,
    kept: tuple[Keepsake, ...] = (),
    session: int | None = None,
    hidden: bool = False,
    **held: Any,
) -> Summary:
    sorts = {sort: [one for one in kept if one.type is sort] for sort in KeepsakeType}
    scope = Scope(window, TODAY, parts, lines(), session=session, hidden=hidden)
    return summary(SummaryInput(found, kept=sorts, **held), scope)


def shown(found: History, window: DateRange = NINETY, **given: Any) -> Page:
    seen: Page = as_seen(page(summed(found, window, **given), KNOWN))
    return seen


def headings(found: Page) -> list[str]:
    return [block.text for block in found.blocks if isinstance(block, Heading)]


def section(found: Page, name: str) -> list[Block]:
    """What stands under a heading."""
    places = [at for at, block in enumerate(found.blocks) if isinstance(block, Heading)]
    start = places[headings(found).index(name)]
    end = next((at for at in places if at > start), len(found.blocks))
    return list(found.blocks[start + 1 : end])


def only(found: Page, name: str, kind: type[Kind]) -> list[Kind]:
    """What is of one kind under a heading."""
    return [block for block in section(found, name) if isinstance(block, kind)]


def said(found: Page, name: str) -> list[str]:
    """The lines of the paragraphs under a heading."""
    texts = [block.text for block in section(found, name) if isinstance(block, Text | Note)]
    return [line for text in texts for line in text.split("\n")]


def facts(found: Page, name: str) -> dict[str, str]:
    return dict(row for block in only(found, name, DefinitionList) for row in block.rows)


def items(found: Page, name: str) -> list[str]:
    return [item for block in only(found, name, ItemList) for item in block.items]


def table(found: Page, name: str, at: int = 0) -> dict[str, dict[str, str]]:
    """The rows of a table by their first cell, and each cell by its column."""
    one = only(found, name, Table)[at]
    heads = [column.name for column in one.columns]
    return {str(row[0]): dict(zip(heads, map(str, row), strict=True)) for row in one.rows}


def chart(found: Page) -> WeekChart:
    """The weeks of the first side."""
    (name,) = WEEKS & {*headings(found)}
    return only(found, name, WeekChart)[0]
