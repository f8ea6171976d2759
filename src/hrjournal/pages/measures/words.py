"""Measures in words and figures, as a table or a list of facts shows them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, assert_never

from hrjournal.domain.substances.amount import THOUSAND
from hrjournal.domain.substances.units import GRAMS
from hrjournal.pages.amounts import UNKNOWN, days_words, joined, span_figure, tenths
from hrjournal.pages.measures.data import clock
from hrjournal.report.clinical import Answer, Between, Counts, In, Rung, Split, Sum, Why
from hrjournal.report.measures import Largest, Run

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrjournal.domain.knowledge.definitions import Definition
    from hrjournal.domain.substances.units import Units
    from hrjournal.report.clinical import Change, Lines, Measured, OfSubstance, Value


def name_words(found: Measured, one: OfSubstance, told: Definition, lines: Lines) -> str:
    """The term of the field, and plain words beside it."""
    name = told.named(one.substance.kind)
    if one.substance.kind.medicine:
        return name
    cut = found.id in {"heavy_days", "phdd"}
    return f"{name}: {f'{_grams(lines.heavy)} or more' if cut else told.plain}"


def figure(found: Measured, unit: str, units: Units) -> str:
    """The value of a measure; `none` where there is nothing to count, empty where not said."""
    if found.id == "guide_week" and isinstance(found.value, Between):
        return _apart(found.value, unit, units)
    if found.value is not None:
        return value_words(found.value, found.kind, unit, units)
    first = found.id in {"first_use", "first_heavy"}
    return "none" if found.why is Why.NO_USE or (first and found.why is Why.NONE) else ""


def value_words(value: Value, kind: In, unit: str, units: Units) -> str:
    """A value as a table shows it."""
    match value:
        case Between():
            return _number(value, kind, unit, units)
        case Sum():
            return _sum(value, unit, units)
        case Largest(_, low, high):
            return span_figure(low, high, unit, units)
        case Run(length, at_least):
            return f"{'at least ' if at_least and length else ''}{days_words(length)}"
        case _:
            return _word(value)


def change_words(change: Change) -> str:
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


def fact(found: Measured) -> str:
    """A measure of records with the days it rests on: `6.2 of 10, on 12 days`."""
    rests = f"on {days_words(found.rests)}"
    match found.value:
        case Counts(among, counts):
            said = [f"{one.word.replace('-', ' ')} {one.times}" for one in counts]
            what = "use days" if found.id == "safety" else "records"
            return f"{joined(said)}, of {among} {what}"
        case Between(low, _) if found.kind is In.SCALE:
            return f"{tenths(low)} of 10, {rests}"
        case Between(low, _) if found.kind is In.MONEY:
            return f"{float(low / THOUSAND):.2f}, {rests}"
        case Between(low, _) if found.kind is In.PERCENT:
            return f"{_percent(low)}, {rests}"
        case _:
            return ""


def guide_words(lines: Lines, units: Units) -> str:
    """What the country's guide names, and for whom it is."""
    guide = lines.guide
    if guide is None:
        return ""
    body = f"{guide.body}, {guide.year}" if guide.year else guide.body
    named = [
        f"{units.say(most, most, GRAMS)} ({_grams(most)}) {when} at most"
        for most, when in ((lines.guide_week, "a week"), (lines.guide_day, "on one day"))
        if most is not None
    ]
    numbers = f": {joined(named)}" if named else " names no number"
    return f"Your country's guide ({body}){numbers}. {guide.text}"


def heavy_words(lines: Lines, units: Units) -> str:
    """The line from which a day is heavy, and whose it is."""
    line = f"{units.say(lines.heavy, lines.heavy, GRAMS)} ({_grams(lines.heavy)}) or more"
    if lines.own_heavy:
        return f"Heavy day: {line}. It is your own line."
    others = sorted(found.heavy for found in lines.levels.sets.values())
    return (
        f"Heavy day: {line}, the lower of two lines used in trials "
        f"({joined([f'{most} g' for most in others])}). To set yours: hrjournal config heavy_day"
    )


def level_words(lines: Lines) -> str:
    """The set of levels that holds, and how to pick another."""
    if lines.own_levels:
        return f"WHO levels: {lines.chosen} grams a day, the set you picked."
    others = joined([name for name in lines.levels.sets if name != lines.chosen])
    return (
        f"WHO levels: {lines.chosen} grams a day, the lower set, for none is picked. "
        f"To pick: hrjournal config who_levels {others}"
    )


def named(found: Measured, told: Mapping[str, Definition], one: OfSubstance) -> str:
    """A measure within a sentence: its term, without the letters that stand for it."""
    return told[found.id].named(one.substance.kind).partition(" (")[0]


def _grams(thousandths: int) -> str:
    return f"{thousandths / THOUSAND:g} g"


def _number(value: Between, kind: In, unit: str, units: Units) -> str:
    match kind:
        case In.DAYS:
            return days_words(int(value.low))
        case In.NUMBER:
            low, high = int(value.low), int(value.high)
            return f"day {high}" if low == high else f"day {low} to {high}"
        case In.PERCENT:
            return _percent(value.low)
        case In.CLOCK:
            return clock(float(value.low))
        case _:
            return span_figure(value.low, value.high, unit, units)


def _apart(value: Between, unit: str, units: Units) -> str:
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


def _word(value: Rung | Counts | Split | Answer) -> str:
    match value:
        case Rung():
            return value.name
        case Answer():
            return value.value
        case Counts() | Split():
            return ""
        case _ as never:
            assert_never(never)
