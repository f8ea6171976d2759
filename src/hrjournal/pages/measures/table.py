"""The measures of one substance: a table, the days of the week, and what was written beside use."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from hrjournal.blocks import Bar, Column, Facts, Table
from hrjournal.domain.entries.entry import DAYS, MONTHS
from hrjournal.domain.substances.units import GRAMS
from hrjournal.domain.win import Against
from hrjournal.pages.amounts import NOT_WRITTEN, days_words, span_figure
from hrjournal.pages.days_text import used_word
from hrjournal.pages.measures.words import (
    change_words,
    fact,
    figure,
    name_words,
    named,
    value_words,
)
from hrjournal.report.baseline import FEWEST_THEN
from hrjournal.report.clinical import Between, In, Split, Why

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hrjournal.domain.knowledge.definitions import Definition
    from hrjournal.domain.substances.units import Units
    from hrjournal.report.clinical import Baseline, Lines, Measured, OfSubstance, Part

    Told = Mapping[str, Definition]

BESIDE: Final = (
    *("mood", "mood_without", "craving", "craving_peak", "craving_ridden"),
    *("triggers", "strategies", "safety", "spend"),
)
ELSEWHERE: Final = {*BESIDE, "weekday", "days_covered"}
PAST: Final = {Against.USUAL: "Usual", Against.START: "Start"}
MEANS: Final = ("dpd", "ddd", "pdd", "phdd", "who_level")


def measure_table(one: OfSubstance, units: Units, told: Told, lines: Lines) -> Table:
    """Every measure that can be said, with what it was at the baselines."""
    baselines = [base.against for base in one.baselines]
    columns = (
        Column("Measure"),
        Column("Figure", right=True),
        Column("Days it rests on", right=True),
        *(Column(PAST[against], right=True, spare=1 + at) for at, against in enumerate(baselines)),
    )
    rows = []
    for found in in_order(one, told):
        said = figure(found, one.unit, units)
        if said and found.id not in ELSEWHERE:
            then = {change.against: change.then for change in found.changes}
            before = [
                value_words(then[against], found.kind, one.unit, units) if against in then else ""
                for against in baselines
            ]
            rows.append(
                (name_words(found, one, told[found.id], lines), said, str(found.rests), *before)
            )
    return Table(columns, tuple(rows), _title(one, units))


def in_order(one: OfSubstance, told: Told) -> list[Measured]:
    """The measures of a substance in the order of their definitions."""
    return [found for name in told if (found := one.of(name))]


def coverage_words(one: OfSubstance) -> str:
    """On how many days it rests, and what lies outside of it."""
    counted = one.counted
    left = counted.days - counted.written
    words = (
        f"Written on {counted.written} of {days_words(counted.days)}: "
        f"{used_word(one.substance)} on {counted.use_days}, none on {counted.none_days}."
    )
    if left:
        words += f" Not written: {left}, counted nowhere."
    if one.few:
        words += " These are few days. Read the figures with care."
    return words


def past_words(one: OfSubstance, told: Told) -> list[str]:
    """How the window lies beside the usual and the start, in a sentence each."""
    if one.substance.kind.medicine:
        return []
    said = [words for base in one.baselines if (words := _beside(one, base, told))]
    few = (
        f"Not enough days yet to set it beside your past: both sides need {FEWEST_THEN} "
        "days of data."
    )
    return said or [few]


def unsaid_words(one: OfSubstance, told: Told) -> list[str]:
    """The measures that are not said, by why."""
    found: dict[Why, list[str]] = {}
    for measure in in_order(one, told):
        if measure.why in {Why.FEW, Why.UNKNOWN}:
            found.setdefault(measure.why, []).append(named(measure, told, one))
    opened = {Why.FEW: "Not enough days yet for", Why.UNKNOWN: "Too few known amounts for"}
    return [f"{opened[why]}: {', '.join(found[why])}." for why in opened if why in found]


def weekday_table(one: OfSubstance, units: Units) -> Table | None:
    """Use by the day of the week; None where nothing was used, or on few days."""
    found, few = one.of("weekday"), one.counted.written < FEWEST_THEN
    if found is None or not isinstance(found.value, Split) or not one.counted.use_days or few:
        return None
    parts = found.value.parts
    most = max((part.mean.middle for part in parts if part.mean), default=0)
    rows = tuple(
        (
            _weekdays(part),
            f"{part.use_days} of {part.written}" if part.written else NOT_WRITTEN,
            _mean(part, one.unit, units),
            Bar(float(part.mean.middle / most) if part.mean and most else None),
        )
        for part in parts
    )
    columns = (
        Column("Days of the week"),
        Column(used_word(one.substance).capitalize(), right=True),
        Column("Per day", right=True),
        Column("Beside the most", spare=1),
    )
    kept = range(4 if most else 2)
    return Table(
        tuple(columns[place] for place in kept),
        tuple(tuple(row[place] for place in kept) for row in rows),
    )


def beside_facts(measured: Iterable[Measured], told: Told) -> Facts | None:
    """What was written beside use: mood, urges, triggers, steps; None where there was nothing."""
    found = {one.id: one for one in measured}
    rows = [
        (told[name].name, words)
        for name in BESIDE
        if name in found and (words := fact(found[name]))
    ]
    return Facts(tuple(rows)) if rows else None


def together_facts(measured: Sequence[Measured], told: Told) -> Facts | None:
    """What is told of all substances at once; None where there was nothing."""
    days = [
        (
            told[one.id].name,
            f"{days_words(int(one.value.low))} of {one.rests} with data on two or more",
        )
        for one in measured
        if one.kind is In.DAYS and isinstance(one.value, Between)
    ]
    beside = beside_facts(measured, told)
    rows = (*days, *(beside.rows if beside else ()))
    return Facts(rows) if rows else None


def _title(one: OfSubstance, units: Units) -> str:
    counted = one.counted
    if not counted.total.high:
        return ""
    shown, factor, _ = units.shown(one.unit)
    holds = f" of {factor.normalize():f} g" if one.unit == GRAMS else ""
    return f"Amounts in {shown.many}{holds}"


def _beside(one: OfSubstance, base: Baseline, told: Told) -> str:
    said = []
    for name in MEANS:
        found = one.of(name)
        if found and (words := _changed(found, base)):
            said.append(f"{named(found, told, one)}: {words}.")
    return " ".join([f"{_baseline_words(base)}.", *said]) if said else ""


def _changed(found: Measured, base: Baseline) -> str:
    return "".join(
        change_words(change) for change in found.changes if change.against is base.against
    )


def _baseline_words(base: Baseline) -> str:
    if base.days is None:
        return "Beside your start, as you estimated it"
    first, last = (date.fromordinal(day) for day in (base.days.start, base.days.end - 1))
    ends = " to ".join(f"{day.day} {MONTHS[day.month - 1]} {day.year}" for day in (first, last))
    whose = PAST[base.against].lower()
    return f"Beside your {whose} ({ends}, {base.written} of {base.days.length} days written)"


def _weekdays(part: Part) -> str:
    if len(part.weekdays) == 1:
        return DAYS[part.weekdays[0]]
    return f"{DAYS[part.weekdays[0]]} to {DAYS[part.weekdays[-1]]}"


def _mean(part: Part, unit: str, units: Units) -> str:
    return "" if part.mean is None else span_figure(part.mean.low, part.mean.high, unit, units)
