"""The measures page: every figure of a window, for the person and for whoever they show it to."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from hrjournal.blocks import Block, Heading, Page, Text
from hrjournal.domain.entries.entry import day_name
from hrjournal.pages.amounts import NOTHING, days_words
from hrjournal.pages.measures.data import data
from hrjournal.pages.measures.table import (
    beside_facts,
    coverage_words,
    guide_words,
    heavy_words,
    level_words,
    measure_table,
    past_words,
    together_facts,
    unsaid_words,
    weekday_table,
)
from hrjournal.sanitize import own, sanitize

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrjournal.domain.knowledge.definitions import Definition
    from hrjournal.domain.substances.units import Units
    from hrjournal.report.clinical import MeasureReport, SubstanceMeasures

    Told = Mapping[str, Definition]

SELF_REPORTED: Final = (
    "All of it is what you wrote yourself. Nothing is checked, and nothing is a diagnosis."
)
EXPLAIN: Final = "What each measure means: hrjournal measures --explain"


def page(
    found: MeasureReport,
    told: Told,
    units: Units,
    last_written: int | None = None,
    guide_note: str | None = None,
) -> Page:
    """The page. `guide_note` is what to know of guides, where the person asks for one.

    `last_written` is the last written day of the journal, in the window or not.
    """
    if not found.written:
        blocks: list[Block] = [Text(_nothing_words(found, last_written))]
    else:
        blocks = [Text(_window_words(found))]
        for substance_measures in found.substances:
            blocks += _substance(substance_measures, found, told, units)
        blocks += _together(found, told)
        blocks += _reading(found, units, guide_note)
    return Page("Measures", tuple(blocks), data(found, units))


def _window_words(found: MeasureReport) -> str:
    days = found.window
    return (
        f"{day_name(days.start)} to {day_name(days.end - 1)}: "
        f"something is written on {found.written} of {days_words(days.length)}."
    )


def _nothing_words(found: MeasureReport, last_written: int | None) -> str:
    """Said of a window in which nothing is written, with a way to where something is."""
    if last_written is None:
        return NOTHING
    first = date.fromordinal(max(1, last_written - found.window.length + 1))
    return (
        f"Nothing is written in these {days_words(found.window.length)}. "
        f"The last written day is {day_name(last_written)}. "
        f"To see it: hrjournal measures --from {first} --to {date.fromordinal(last_written)}"
    )


def _substance(
    one: SubstanceMeasures, found: MeasureReport, told: Told, units: Units
) -> list[Block]:
    name = own(sanitize(one.substance.name))
    if not one.counted.written:
        return [Heading(name), Text(f"{name}: nothing is written in these days.")]
    blocks: list[Block] = [
        Heading(name),
        *(Text(words) for words in (coverage_words(one), *past_words(one, told))),
        measure_table(one, units, told, found.lines),
        *(Text(words) for words in unsaid_words(one, told)),
    ]
    more = (weekday_table(one, units), beside_facts(one.measured, told))
    return [*blocks, *(block for block in more if block)]


def _together(found: MeasureReport, told: Told) -> list[Block]:
    facts = together_facts(found.together, told)
    return [Heading("All together"), facts] if facts else []


def _reading(found: MeasureReport, units: Units, guide_note: str | None) -> list[Block]:
    """What the lines and levels are, and where the definitions stand."""
    said = [SELF_REPORTED]
    if any(
        substance_measures.alcohol and substance_measures.counted.written
        for substance_measures in found.substances
    ):
        said += [heavy_words(found.lines, units), level_words(found.lines)]
        if guide_note is not None:
            named = guide_words(found.lines, units)
            country = units.drink.country_name
            said.append(
                f"{named} {guide_note}" if named else f"No guide is known here for {country}."
            )
    return [Heading("How to read this"), *(Text(words) for words in (*said, EXPLAIN))]
