"""What a summary holds and what it leaves out, to be read before it leaves the house."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.blocks import Block, Column, DefinitionList, Heading, Page, Table, Text
from hrjournal.domain.summary.options import SPECS
from hrjournal.domain.summary.sections import Section
from hrjournal.pages.amounts import joined
from hrjournal.pages.summary import SECTION_PAGES
from hrjournal.pages.summary.lookups import span_words
from hrjournal.sanitize import own, sanitize

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrjournal.report.summary import Summary

OPEN: Final = "The file is not encrypted: whoever has it can read it."
CAREFUL: Final = "Words of your own can name more than you think. Please read them through first."


def page(summary: Summary, without: Sequence[str] = ()) -> Page:
    """Each part that is in, with how much it holds; and what is left out, substances too."""
    counts = amounts(summary)
    inside = [part for part in Section if part in summary.parts]
    left = [part for part in Section if part not in summary.parts]
    rows = tuple((part.value, SPECS[part].description, _count(*counts[part])) for part in inside)
    columns = (Column("In it"), Column("What it is", drop_order=1), Column("How much", right=True))
    names = " ".join(filter(None, (_names(summary), _without(without))))
    blocks: list[Block] = [
        Text(f"{span_words(summary.scope.window)}. {names}"),
        Table(columns, rows),
    ]
    if left:
        facts = DefinitionList(tuple((part.value, SPECS[part].description) for part in left))
        blocks += [Heading("Left out"), facts]
    blocks.append(Text(f"Nothing was written. {OPEN}"))
    blocks += [Text(CAREFUL)] if _own_words(summary) else []
    data = {
        "in": {part.value: counts[part][0] for part in inside},
        "left_out": [part.value for part in left],
        "without": list(map(own, without)),
        "aliased": summary.scope.hidden,
    }
    return Page("What the summary holds", tuple(blocks), data)


def line(summary: Summary, without: Sequence[str] = ()) -> str:
    """The same in a line."""
    counts = amounts(summary)
    inside = [part for part in Section if part in summary.parts and counts[part][0]]
    left = [part for part in Section if part not in summary.parts]
    days = span_words(summary.scope.window)
    said = f"In it: {days}; {joined(inside) or 'no part with anything in it'}."
    said += f" Left out: {joined(left)}." if left else ""
    said += f" {_without(without)}" if without else ""
    said += f" {CAREFUL}" if _own_words(summary) else ""
    return f"{said} {OPEN}"


def days_line(summary: Summary, without: Sequence[str] = ()) -> str:
    """A calendar of days in a line."""
    said = (
        f"In it: every day, {span_words(summary.scope.window)}, and nothing else.",
        _names(summary),
        _without(without),
        OPEN,
    )
    return " ".join(filter(None, said))


def amounts(summary: Summary) -> Mapping[Section, tuple[int, str]]:
    """How much each part holds: a number, and of what."""
    return {
        part: (SECTION_PAGES[part].count(summary), SECTION_PAGES[part].noun) for part in Section
    }


def _names(summary: Summary) -> str:
    names = [
        f"{own(sanitize(substance_measures.substance.name))}"
        for substance_measures in summary.clinical.substances
    ]
    return f"Substances: {joined(names)}." if names else "No substance is in it."


def _without(names: Sequence[str]) -> str:
    """The substances that are left out; for the person alone, never in a file."""
    shown = [f"{own(sanitize(name))}" for name in names]
    return f"Nothing in it of: {joined(shown)}." if names else ""


def _own_words(summary: Summary) -> bool:
    counts = amounts(summary)
    return any(counts[part][0] for part in summary.parts if SPECS[part].own_words)


def _count(number: int, what: str) -> str:
    if not number:
        return "nothing yet"
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
