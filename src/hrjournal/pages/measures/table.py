"""The measures of one substance: a table, the days of the week, and what was written beside use."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Final, assert_never

from hrjournal.blocks import Bar, Column, DefinitionList, Table
from hrjournal.domain.entries.entry import DAYS, MONTHS
from hrjournal.domain.substances.amount import THOUSAND
from hrjournal.domain.substances.units import GRAMS
from hrjournal.domain.win import BaselineKind
from hrjournal.pages.amounts import NOT_WRITTEN, UNKNOWN, days_words, joined, span_figure, tenths
from hrjournal.pages.days_text import used_word
from hrjournal.pages.measures.data import clock
from hrjournal.report.baseline import FEWEST_THEN
from hrjournal.report.clinical import (
    Answer,
    Counts,
    Interval,
    LevelReached,
    MissingReason,
    Sum,
    ValueKind,
    WeekdayBreakdown,
)
from hrjournal.report.measures import Largest, LongestRun
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hrjournal.domain.knowledge.definitions import Definition
    from hrjournal.domain.substances.units import Units
    from hrjournal.report.clinical import (
        Baseline,
        MeasureResult,
        SubstanceMeasures,
        Thresholds,
        WeekdayGroup,
    )

    Told = Mapping[str, Definition]
    from collections.abc import Mapping

    from hrjournal.domain.knowledge.definitions import Definition
    from hrjournal.report.clinical import MeasureChange, Value


def name_words(
    found: MeasureResult, one: SubstanceMeasures, told: Definition, lines: Thresholds
) -> str:
    """The term of the field, and plain words beside it."""
    name = told.named(one.substance.kind)
    if one.substance.kind.medicine:
        return name
    cut = found.id in {"heavy_days", "phdd"}
    return f"{name}: {f'{_grams(lines.heavy)} or more' if cut else told.plain}"


def figure(found: MeasureResult, unit: str, units: Units) -> str:
    """The value of a measure; `none` where there is nothing to count, empty where not said."""
    if found.id == "guide_week" and isinstance(found.value, Interval):
        return _apart(found.value, unit, units)
    if found.value is not None:
        return value_words(found.value, found.kind, unit, units)
    first = found.id in {"first_use", "first_heavy"}
    return (
        "none"
        if found.why is MissingReason.NO_USE or (first and found.why is MissingReason.NONE)
        else ""
    )


def value_words(value: Value, kind: ValueKind, unit: str, units: Units) -> str:
    """A value as a table shows it."""
    match value:
        case Interval():
            return _number(value, kind, unit, units)
        case Sum():
            return _sum(value, unit, units)
        case Largest(_, low, high):
            return span_figure(low, high, unit, units)
        case LongestRun(length, at_least):
            return f"{'at least ' if at_least and length else ''}{days_words(length)}"
        case _:
            return _word(value)


def change_words(change: MeasureChange) -> str:
    """How far something lies from what it was: `41% less`, `1 level down`."""
    if change.levels is not None:
        count = abs(change.levels)
        way = "down" if change.levels > 0 else "up"
        return f"{count} level{'s' if count > 1 else ''} {way}" if count else "the same level"
    if change.percent is None:
        return ""
    percent = int(abs(change.percent) + Fraction(1, 2))
    if not percent:
        return "about the same"
    return f"{percent}% {'less' if change.percent > 0 else 'more'}"


def fact(found: MeasureResult) -> str:
    """A measure of records with the days it rests on: `6.2 of 10, on 12 days`."""
    rests = f"on {days_words(found.rests)}"
    match found.value:
        case Counts(among, counts):
            said = [f"{own(count.word.replace('-', ' '))} {count.times}" for count in counts]
            what = "use days" if found.id == "safety" else "records"
            return f"{joined(said)}, of {among} {what}"
        case Interval(low, _) if found.kind is ValueKind.SCALE:
            return f"{tenths(low)} of 10, {rests}"
        case Interval(low, _) if found.kind is ValueKind.MONEY:
            return f"{float(low / THOUSAND):.2f}, {rests}"
        case Interval(low, _) if found.kind is ValueKind.PERCENT:
            return f"{_percent(low)}, {rests}"
        case _:
            return ""


def guide_words(lines: Thresholds, units: Units) -> str:
    """What the country's guide names, and for whom it is."""
    guide = lines.guide
    if guide is None:
        return ""
    body = f"{guide.body}, {guide.year}" if guide.year else guide.body
    named = [
        f"{units.say(most, most, GRAMS)} ({_grams(round(most, TENTHS))}) {when} at most"
        for most, when in ((lines.guide_week, "a week"), (lines.guide_day, "on one day"))
        if most is not None
    ]
    numbers = f": {joined(named)}" if named else " names no number"
    return f"Your country's guide ({body}){numbers}. {guide.text}"


def heavy_words(lines: Thresholds, units: Units) -> str:
    """The line from which a day is heavy, and whose it is."""
    line = f"{units.say(lines.heavy, lines.heavy, GRAMS)} ({_grams(lines.heavy)}) or more"
    if lines.own_heavy:
        return f"Heavy day: {line}. It is your own line."
    others = sorted(level_set.heavy for level_set in lines.levels.sets.values())
    return (
        f"Heavy day: {line}, the lower of two lines used in trials "
        f"({joined([f'{most} g' for most in others])}). To set yours: hrjournal config heavy_day"
    )


def level_words(lines: Thresholds) -> str:
    """The set of levels that holds, and how to pick another."""
    if lines.own_levels:
        return f"WHO levels: {lines.chosen} grams a day, the set you picked."
    others = joined([name for name in lines.levels.sets if name != lines.chosen])
    return (
        f"WHO levels: {lines.chosen} grams a day, the lower set, for none is picked. "
        f"To pick: hrjournal config who_levels {others}"
    )


def named(found: MeasureResult, told: Mapping[str, Definition], one: SubstanceMeasures) -> str:
    """A measure within a sentence: its term, without the letters that stand for it."""
    return told[found.id].named(one.substance.kind).partition(" (")[0]


def _grams(thousandths: int) -> str:
    return f"{thousandths / THOUSAND:g} g"


def _number(value: Interval, kind: ValueKind, unit: str, units: Units) -> str:
    match kind:
        case ValueKind.DAYS:
            return days_words(int(value.low))
        case ValueKind.NUMBER:
            low, high = int(value.low), int(value.high)
            return f"day {high}" if low == high else f"day {low} to {high}"
        case ValueKind.PERCENT:
            return _percent(value.low)
        case ValueKind.CLOCK:
            return clock(float(value.low))
        case _:
            return span_figure(value.low, value.high, unit, units)


def _apart(value: Interval, unit: str, units: Units) -> str:
    """How far it lies above a line or below it."""
    if value.low >= 0:
        return f"{span_figure(value.low, value.high, unit, units)} above"
    if value.high <= 0:
        return f"{span_figure(-value.high, -value.low, unit, units)} below"
    ends = (span_figure(end, end, unit, units) for end in (-value.low, value.high))
    return " below to ".join(ends) + " above"


def _percent(share: Fraction) -> str:
    return f"{tenths(share)}%"


def _sum(value: Sum, unit: str, units: Units) -> str:
    known = [span_figure(value.low, value.high, unit, units)] if value.high else []
    known += [f"{units.say(other.low, other.high, other.unit)}" for other in value.others]
    more = [UNKNOWN] if value.unknown_uses else []
    return " ".join([" + ".join(known or ["0"]), *more])


def _word(value: LevelReached | Counts | WeekdayBreakdown | Answer) -> str:
    match value:
        case LevelReached():
            return value.name
        case Answer():
            return value.value
        case Counts() | WeekdayBreakdown():
            return ""
        case _ as never:
            assert_never(never)


TENTHS: Final = -2  # of a gram, to round thousandths to
BESIDE: Final = (
    *("mood", "mood_without", "craving", "craving_peak", "craving_ridden"),
    *("triggers", "strategies", "safety", "spend"),
)
ELSEWHERE: Final = {*BESIDE, "weekday", "days_covered"}
PAST: Final = {BaselineKind.USUAL: "Usual", BaselineKind.START: "Start"}
MEANS: Final = ("dpd", "ddd", "pdd", "phdd", "who_level")


def measure_table(one: SubstanceMeasures, units: Units, told: Told, lines: Thresholds) -> Table:
    """Every measure that can be said, with what it was at the baselines."""
    baselines = [base.against for base in one.baselines]
    columns = (
        Column("Measure"),
        Column("Figure", right=True),
        Column("Days it rests on", right=True),
        *(
            Column(PAST[against], right=True, drop_order=1 + at)
            for at, against in enumerate(baselines)
        ),
    )
    rows = []
    for result in in_order(one, told):
        said = figure(result, one.unit, units)
        if said and result.id not in ELSEWHERE:
            then = {change.against: change.then for change in result.changes}
            before = [
                value_words(then[against], result.kind, one.unit, units) if against in then else ""
                for against in baselines
            ]
            rows.append(
                (name_words(result, one, told[result.id], lines), said, str(result.rests), *before)
            )
    return Table(columns, tuple(rows), _title(one, units))


def in_order(one: SubstanceMeasures, told: Told) -> list[MeasureResult]:
    """The measures of a substance in the order of their definitions."""
    return [result for name in told if (result := one.of(name))]


def coverage_words(one: SubstanceMeasures) -> str:
    """On how many days it rests, and what lies outside of it."""
    counted = one.counted
    left = counted.days - counted.written
    words = (
        f"Logged on {counted.written} of {days_words(counted.days)}: "
        f"{used_word(one.substance)} on {counted.use_days}, none on {counted.none_days}."
    )
    if left:
        words += f" {days_words(left)} not logged (left out)."
    if one.few:
        words += " These are few days. Read the figures with care."
    return words


def past_words(one: SubstanceMeasures, told: Told) -> list[str]:
    """How the window lies beside the usual and the start, in a sentence each."""
    if one.substance.kind.medicine:
        return []
    said = [words for base in one.baselines if (words := _beside(one, base, told))]
    few = (
        f"Not enough days yet to set it beside your past: both sides need {FEWEST_THEN} "
        "days of data."
    )
    return said or [few]


def unsaid_words(one: SubstanceMeasures, told: Told) -> list[str]:
    """The measures that are not said, by why."""
    found: dict[MissingReason, list[str]] = {}
    for measure in in_order(one, told):
        if measure.why in {MissingReason.FEW, MissingReason.UNKNOWN}:
            found.setdefault(measure.why, []).append(named(measure, told, one))
    opened = {
        MissingReason.FEW: "Not enough days yet for",
        MissingReason.UNKNOWN: "Too few known amounts for",
    }
    return [f"{opened[why]}: {', '.join(found[why])}." for why in opened if why in found]


def weekday_table(one: SubstanceMeasures, units: Units) -> Table | None:
    """Use by the day of the week; None where nothing was used, or on few days."""
    result, few = one.of("weekday"), one.counted.written < FEWEST_THEN
    if (
        result is None
        or not isinstance(result.value, WeekdayBreakdown)
        or not one.counted.use_days
        or few
    ):
        return None
    parts = result.value.parts
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
        Column("Beside the most", drop_order=1),
    )
    kept = range(4 if most else 2)
    return Table(
        tuple(columns[place] for place in kept),
        tuple(tuple(row[place] for place in kept) for row in rows),
    )


def beside_facts(measured: Iterable[MeasureResult], told: Told) -> DefinitionList | None:
    """What was written beside use: mood, urges, triggers, steps; None where there was nothing."""
    found = {result.id: result for result in measured}
    rows = [
        (told[name].name, words)
        for name in BESIDE
        if name in found and (words := fact(found[name]))
    ]
    return DefinitionList(tuple(rows)) if rows else None


def together_facts(measured: Sequence[MeasureResult], told: Told) -> DefinitionList | None:
    """What is told of all substances at once; None where there was nothing."""
    days = [
        (
            told[result.id].name,
            f"{days_words(int(result.value.low))} of {result.rests} with data on two or more",
        )
        for result in measured
        if result.kind is ValueKind.DAYS and isinstance(result.value, Interval)
    ]
    beside = beside_facts(measured, told)
    rows = (*days, *(beside.rows if beside else ()))
    return DefinitionList(rows) if rows else None


def _title(one: SubstanceMeasures, units: Units) -> str:
    counted = one.counted
    if not counted.total.high:
        return ""
    shown, factor, _ = units.shown(one.unit)
    holds = f" of {factor.normalize():f} g" if one.unit == GRAMS else ""
    return f"Amounts in {shown.many}{holds}"


def _beside(one: SubstanceMeasures, base: Baseline, told: Told) -> str:
    said = []
    for name in MEANS:
        result = one.of(name)
        if result and (words := _changed(result, base)):
            said.append(f"{named(result, told, one)}: {words}.")
    return " ".join([f"{_baseline_words(base)}.", *said]) if said else ""


def _changed(found: MeasureResult, base: Baseline) -> str:
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


def _weekdays(part: WeekdayGroup) -> str:
    if len(part.weekdays) == 1:
        return DAYS[part.weekdays[0]]
    return f"{DAYS[part.weekdays[0]]} to {DAYS[part.weekdays[-1]]}"


def _mean(part: WeekdayGroup, unit: str, units: Units) -> str:
    return "" if part.mean is None else span_figure(part.mean.low, part.mean.high, unit, units)
