"""How it is counted: every measure by its formula, and what days are set beside and read by."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from hrjournal.blocks import Block, DefinitionList, Heading
from hrjournal.domain.entries.entry import MONTHS
from hrjournal.domain.substances.amount import THOUSAND
from hrjournal.domain.substances.units import GRAMS
from hrjournal.domain.summary.sections import Section
from hrjournal.domain.win import BaselineKind
from hrjournal.pages.amounts import joined
from hrjournal.pages.measures import data as measure_data
from hrjournal.pages.summary.course import ROWS
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from hrjournal.domain.history import DateRange
    from hrjournal.domain.substances.units import Units
    from hrjournal.pages.summary.lookups import Lookups
    from hrjournal.report.clinical import Baseline, SubstanceMeasures
    from hrjournal.report.summary import Summary

NAMES: Final = {BaselineKind.START: "My start", BaselineKind.USUAL: "The 28 days before"}
APART: Final = {"triggers", "strategies", "safety", "spend"}  # told on the first side by counts
THEMES: Final = {
    "Days": (
        *("days_covered", "use_days", "pda", "pdd", "abstinent_window", "drug_days", "drug_band"),
        *("poly", "poly_risky", "weekday"),
    ),
    "Amounts": ("total", "dpd", "ddd", "avg_week", "max_day", "change"),
    "Heavy days and levels": (
        *("heavy_days", "phdd", "nhdd", "who_level", "guide_week", "guide_days"),
    ),
    "Runs and times": ("longest_none", "longest_use", "first_use", "first_heavy", "first_time"),
    "Beside use": (*("mood", "mood_without", "craving", "craving_peak", "craving_ridden"),),
}


def blocks(summary: Summary, known: Lookups) -> list[Block]:
    """Formulas of the measures that are on the page, by themes; then lines and baselines."""
    shown = set(_shown(summary))
    if not _written(summary):
        return []
    told = known.wide and Section.MEASURES in summary.parts  # the table tells the formulas
    rows = [
        (theme, words)
        for theme, names in THEMES.items()
        if known.room.formulas
        and not told
        and (words := " ".join(_formulas(names, shown, summary, known)))
    ]
    rows += _read_by(summary, known.units)
    return [Heading("How it is counted"), DefinitionList(tuple(rows))] if rows else []


def data(summary: Summary, known: Lookups) -> Any:
    """What each measure that is in it means."""
    shown = {
        result.id
        for substance_measures in summary.clinical.substances
        for result in substance_measures.measured
    }
    definitions = [definition for name, definition in known.definitions.items() if name in shown]
    if summary.scope.hidden:  # the whole texts speak of drinks
        return {one.id: {"name": one.other, "formula": one.formula} for one in definitions}
    return measure_data.definitions_data(definitions)["definitions"]


def _shown(summary: Summary) -> Iterator[str]:
    """The measures that the page tells a figure of."""
    whole = Section.MEASURES in summary.parts
    for substance_measures in _written(summary):
        for result in substance_measures.measured:
            if result.value is not None and (whole or result.id in ROWS) and result.id not in APART:
                yield result.id
    if whole:
        yield from (found.id for found in summary.clinical.together if found.value is not None)
    if Section.CHANGES in summary.parts and any(one.baselines for one in _written(summary)):
        yield "change"


def _formulas(
    names: Collection[str], shown: Collection[str], summary: Summary, known: Lookups
) -> Iterator[str]:
    kinds = [substance_measures.substance.kind for substance_measures in _written(summary)]
    for name in names:
        if name in shown:
            definition = known.definitions[name]
            called = dict.fromkeys(definition.named(kind) for kind in kinds)
            yield f"{' / '.join(called)}: {definition.formula}."


def _written(summary: Summary) -> list[SubstanceMeasures]:
    return [
        substance_measures
        for substance_measures in summary.clinical.substances
        if substance_measures.counted.written
    ]


def _read_by(summary: Summary, units: Units) -> Iterator[tuple[str, str]]:
    """What the figures lie beside, and the lines and levels of alcohol."""
    for against, name in NAMES.items():
        bases = [
            (substance_measures, _base(substance_measures, against))
            for substance_measures in _written(summary)
        ]
        beside = [(own(one.substance.name), base) for one, base in bases if base]
        if beside:
            yield name, _together(beside) if against is BaselineKind.USUAL else _each(beside)
    lines, told = summary.scope.lines, _told(summary)
    if told & {"heavy_days", "phdd"}:
        heavy = f"{units.say(lines.heavy, lines.heavy, GRAMS)} ({lines.heavy / THOUSAND:g} g)"
        line = "a line of my own" if lines.own_heavy else "the lower of two lines used in trials"
        yield "Heavy day", f"{heavy} or more, {line}"
    if "who_level" in told:
        picked = "the set that I picked" if lines.own_levels else "the lower of two sets"
        yield "WHO levels", f"{lines.chosen} g of pure alcohol a day, {picked}"


def _told(summary: Summary) -> set[str]:
    """The measures of which the journal gives a figure."""
    every = (
        result for substance_measures in _written(summary) for result in substance_measures.measured
    )
    return {found.id for found in every if found.value is not None}


def _base(one: SubstanceMeasures, against: BaselineKind) -> Baseline | None:
    return next((base for base in one.baselines if base.against is against), None)


def _together(told: list[tuple[str, Baseline]]) -> str:
    """The same days for all, each with how many of them are written."""
    days = told[0][1].days
    said = joined([f"{name} {base.written}" for name, base in told])
    return f"{_span(days)}; days logged: {said}" if days else ""


def _each(told: list[tuple[str, Baseline]]) -> str:
    return "; ".join(
        f"{name} {_span(base.days)} ({base.written} of {base.days.length} days logged)"
        if base.days
        else f"{name} as I put it myself"
        for name, base in told
    )


def _span(days: DateRange) -> str:
    first, last = (date.fromordinal(day) for day in (days.start, days.end - 1))
    start = f"{first.day} {MONTHS[first.month - 1]}"
    year = "" if first.year == last.year else f" {first.year}"
    return f"{start}{year} to {last.day} {MONTHS[last.month - 1]} {last.year}"
