"""A summary as it will stand in the file, and below it what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.blocks import Block, DefinitionList, Heading, Page, Text
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


def page(shown: Page, summary: Summary, without: Sequence[str] = ()) -> Page:
    """The page itself, word for word; then each part and substance that is left out."""
    left = [part for part in Section if part not in summary.parts]
    facts = [(part.value, SPECS[part].description) for part in left]
    facts += [(own(sanitize(name)), "left out whole") for name in without]
    out: list[Block] = [Heading("Not in it")]
    out += [DefinitionList(tuple(facts))] if facts else [Text("Nothing: every part is in it.")]
    out.append(Text(f"Nothing was written. {OPEN}"))
    out += [Text(CAREFUL)] if _own_words(summary) else []
    counts = amounts(summary)
    data = {
        "in": {part.value: counts[part][0] for part in Section if part in summary.parts},
        "left_out": [part.value for part in left],
        "without": list(map(own, without)),
        "aliased": summary.scope.hidden,
    }
    return Page(shown.title, (*shown.blocks, *out), data)


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
