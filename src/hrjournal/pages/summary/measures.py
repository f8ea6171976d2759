"""The second page: every measure of every substance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from hrjournal.blocks import FOLDED, Block, Column, Heading, Table, Text
from hrjournal.domain.entries.entry import DAYS
from hrjournal.domain.substances.units import GRAMS
from hrjournal.domain.summary.sections import Section
from hrjournal.pages.amounts import span_figure
from hrjournal.pages.measures import data as measure_data
from hrjournal.pages.measures.table import fact, figure, together_facts
from hrjournal.report.baseline import FEWEST_USES
from hrjournal.report.clinical import LevelReached, ValueKind, WeekdayBreakdown
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrjournal.domain.knowledge.definitions import Definition
    from hrjournal.domain.substances.units import Units
    from hrjournal.pages.summary.lookups import Lookups
    from hrjournal.report.clinical import MeasureResult, SubstanceMeasures
    from hrjournal.report.clinical import WeekdayGroup as SomeDays
    from hrjournal.report.summary import Summary

ABREAST: Final = 3  # substances beside each other
ELSEWHERE: Final = {"triggers", "strategies", "safety", "spend"}  # on the first page
FACTS: Final = {"mood", "mood_without", "craving", "craving_peak", "craving_ridden"}
RESTS: Final = (
    "Measures of a Timeline Followback, a calendar of days. In brackets: the days that a figure "
    "rests on. A day not logged is in none of them."
)
UNKNOWN: Final = "Use of an amount that is not known makes a day of use, and is left out of means."


def blocks(summary: Summary, known: Lookups) -> list[Block]:
    """The measures of every written substance, a few substances beside each other."""
    substance_measureses = [
        substance_measures
        for substance_measures in summary.clinical.substances
        if substance_measures.counted.written
    ][: known.room.measured]
    if not substance_measureses:
        return []
    explained = known.wide and known.room.formulas > 0 and Section.DEFINITIONS in summary.parts
    tables = [
        _table(substance_measureses[at : at + ABREAST], summary, known, explained=explained)
        for at in range(0, len(substance_measureses), ABREAST)
    ]
    days = [result for result in summary.clinical.together if result.kind is ValueKind.DAYS]
    together = together_facts(days, known.definitions)
    return [
        Heading("All figures of this period"),
        *tables,
        *([together] if together else []),
        Text(
            f"{RESTS} {UNKNOWN}"
            if any(one.counted.unknown_uses for one in substance_measureses)
            else RESTS
        ),
    ]


def data(summary: Summary, known: Lookups) -> dict[str, Any]:
    """Every measure of each substance."""
    told = measure_data.data(summary.clinical, known.units)
    if summary.scope.hidden:
        del told["settings"]  # lines of grams would say what it was
    return told


def _table(
    some: Sequence[SubstanceMeasures], summary: Summary, known: Lookups, *, explained: bool
) -> Table:
    """A row for each measure, with its formula where there is room for it."""
    units = known.units
    how = (Column("How it is counted", drop_order=FOLDED),) if explained else ()
    heads = (Column(_head(substance_measures, units), right=True) for substance_measures in some)
    rows: list[tuple[str, ...]] = []
    for name, definition in known.definitions.items():
        cells = [
            _level(one, known, summary) if name == "who_level" else _cell(one, name, units)
            for one in some
        ]
        if name not in ELSEWHERE and any(cells):
            rows.append(
                (_name(definition, some), *((definition.formula,) if explained else ()), *cells)
            )
    for name, *cells in _weekdays(some, units):
        rows.append((name, *(("mean day, or days of use",) if explained else ()), *cells))
    return Table((Column("Measure"), *how, *heads), tuple(rows))


def _name(told: Definition, some: Sequence[SubstanceMeasures]) -> str:
    """What it is called for those that have it, each name once."""
    kinds = [
        substance_measures.substance.kind
        for substance_measures in some
        if substance_measures.of(told.id)
    ]
    return " / ".join(dict.fromkeys(told.named(kind) for kind in kinds))


def _head(one: SubstanceMeasures, units: Units) -> str:
    name = own(one.substance.name)
    if not one.counted.total.high:
        return name
    _, factor, _ = units.shown(one.unit)
    holds = f" of {factor.normalize():f} g" if one.unit == GRAMS else ""
    return f"{name}, in {units.many(one.unit)}{holds}"


def _cell(one: SubstanceMeasures, name: str, units: Units) -> str:
    result = one.of(name)
    if result is None or isinstance(result.value, WeekdayBreakdown):
        return ""
    if result.kind is ValueKind.PERCENT and result.rests < FEWEST_USES:
        return ""
    if name == "days_covered":
        return f"{result.rests} of {one.counted.days}"
    if name in FACTS:
        return _of_records(result)
    said = figure(result, one.unit, units)
    return f"{said} ({result.rests})" if said else ""


def _level(one: SubstanceMeasures, known: Lookups, summary: Summary) -> str:
    """The WHO level with its set and its grams: `medium, 20 to 40 g a day (set 20/40/60; 84)`."""
    result = one.of("who_level")
    if result is None or not isinstance(result.value, LevelReached):
        return ""
    lines = summary.scope.lines
    steps = lines.levels.sets[lines.chosen].levels
    place = next(at for at, step in enumerate(steps) if step.id == result.value.id)
    below, most = (steps[place - 1].most if place else None), steps[place].most
    grams = (
        f"over {below:g} g" if most is None else f"{f'{below:g}' if below else '0'} to {most:g} g"
    )
    return f"{figure(result, one.unit, known.units)}: {grams} a day ({result.rests})"


def _of_records(found: MeasureResult) -> str:
    """Its figure as other figures stand, without the days in words."""
    said, _, _ = fact(found).partition(", on ")
    return f"{said} ({found.rests})" if said else ""


def _weekdays(some: Sequence[SubstanceMeasures], units: Units) -> Iterator[tuple[str, ...]]:
    """The two parts of the week."""
    if not any(one.counted.use_days for one in some):
        return
    values = [
        result.value if (result := substance_measures.of("weekday")) else None
        for substance_measures in some
    ]
    for at in (-2, -1):
        parts = [
            value.parts[at] if isinstance(value, WeekdayBreakdown) else None for value in values
        ]
        days = next((part.weekdays for part in parts if part), None)
        if days:
            name = f"{DAYS[days[0]]} to {DAYS[days[-1]]}"
            yield name, *map(lambda part, one: _half(part, one, units), parts, some)


def _half(part: SomeDays | None, one: SubstanceMeasures, units: Units) -> str:
    if part is None or not part.written:
        return ""
    if part.mean is None or not one.counted.total.high:
        return f"used on {part.use_days} ({part.written})"
    said = span_figure(part.mean.low, part.mean.high, one.unit, units)
    return f"{said} a day ({part.told_days})"
