"""The measures for machines: days as ISO dates, amounts as plain numbers of the base unit.

Under `measures`, by id (what each means: `hrjournal measures --explain`):

- `in`: days, number (of a day in the window, from 1), percent, amount, 0 to 10, clock, money, word;
- `value`: null where it is not said, and then `why` says why. A number for days, percent, 0 to 10
  and money, `HH:MM` for a clock. `{low, high}` for amounts and numbers of days; a total adds
  `other_units` and `unknown_uses`, the largest day its `day`. `{days, at_least}` for a run, true
  or false for a yes or no, `{id, name, order}` for a level or band, `{among, top}` for a list, and
  a list of parts for the days of the week;
- `rests`: on how many days it rests;
- `change`: beside `usual` and `start`, where both sides rest on enough days: `then`, its `rests`,
  `percent_less` (below 0: more) and `levels_lower`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_never

from hrjournal.domain.substances.amount import THOUSAND
from hrjournal.pages.trends.data import amount, iso, span
from hrjournal.report.clinical import (
    Answer,
    Counts,
    Interval,
    LevelReached,
    Sum,
    ValueKind,
    WeekdayBreakdown,
)
from hrjournal.report.measures import Largest, LongestRun
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hrjournal.domain.knowledge.definitions import Definition
    from hrjournal.domain.substances.units import Units
    from hrjournal.report.clinical import (
        Baseline,
        MeasureChange,
        MeasureReport,
        MeasureResult,
        SubstanceMeasures,
        Thresholds,
        Value,
        WeekdayGroup,
    )

HOUR = 3600
MINUTE = 60


def data(found: MeasureReport, units: Units) -> dict[str, Any]:
    """Everything that the page measures."""
    return {
        "window": {**span(found.window), "days": found.window.length},
        "days_written": found.written,
        "settings": _settings(found.lines),
        "substances": {
            own(substance_measures.substance.name): _substance(substance_measures, units)
            for substance_measures in found.substances
        },
        "together": {result.id: _measured(result) for result in found.together},
    }


def definitions_data(told: Iterable[Definition]) -> dict[str, Any]:
    """What the measures mean, by their ids."""
    return {
        "definitions": {
            definition.id: {
                "name": definition.name,
                "other_name": definition.other,
                "plain": definition.plain,
                "text": definition.text,
                "formula": definition.formula,
                "verified": definition.verified,
                "sources": list(definition.sources),
            }
            for definition in told
        }
    }


def clock(seconds: float) -> str:
    """Seconds since a midnight as a time; after 24 hours it is the next one."""
    minutes = int(seconds + MINUTE // 2) // MINUTE
    return f"{minutes // MINUTE % 24:02}:{minutes % MINUTE:02}"


def _settings(lines: Thresholds) -> dict[str, Any]:
    guide = lines.guide
    return {
        "heavy_day": {"grams": amount(lines.heavy), "own": lines.own_heavy},
        "who_levels": {"set": lines.chosen, "own": lines.own_levels},
        "guide": guide
        and {
            "country": guide.country,
            "body": guide.body,
            "year": guide.year,
            "week_grams": _maybe(lines.guide_week),
            "day_grams": _maybe(lines.guide_day),
        },
    }


def _maybe(thousandths: int | None) -> float | None:
    return None if thousandths is None else amount(thousandths)


def _substance(one: SubstanceMeasures, units: Units) -> dict[str, Any]:
    shown, factor, _ = units.shown(one.unit)
    return {
        "key": own(one.substance.key),
        "unit": own(one.unit),
        "shown_unit": {"name": shown.many, "holds": float(factor)},
        "few_days": one.few,
        "baselines": {base.against.value: _baseline(base) for base in one.baselines},
        "measures": {result.id: _measured(result) for result in one.measured},
    }


def _baseline(base: Baseline) -> dict[str, Any]:
    if base.days is None:
        return {"from": None, "to": None, "days_with_data": None, "estimate": True}
    return {**span(base.days), "days_with_data": base.written, "estimate": False}


def _measured(found: MeasureResult) -> dict[str, Any]:
    return {
        "in": "clock" if found.kind is ValueKind.CLOCK else found.kind.value,
        "value": None if found.value is None else _value(found.value, found.kind),
        "rests": found.rests,
        "why": found.why and found.why.value,
        "change": {
            measure_change.against.value: _change(measure_change, found.kind)
            for measure_change in found.changes
        },
    }


def _change(one: MeasureChange, kind: ValueKind) -> dict[str, Any]:
    return {
        "then": _value(one.then, kind),
        "rests": one.rests,
        "percent_less": None if one.percent is None else round(float(one.percent), 4),
        "levels_lower": one.levels,
    }


def _value(value: Value, kind: ValueKind) -> Any:
    if isinstance(value, Interval):
        return _number(value, kind)
    return _amount(value) if isinstance(value, Sum | Largest | LongestRun) else _word(value)


def _number(value: Interval, kind: ValueKind) -> Any:
    match kind:
        case ValueKind.AMOUNT:
            return {"low": amount(value.low), "high": amount(value.high)}
        case ValueKind.NUMBER:
            return {"low": int(value.low), "high": int(value.high)}
        case ValueKind.DAYS:
            return int(value.low)
        case ValueKind.CLOCK:
            return clock(float(value.low))
        case ValueKind.MONEY:
            return float(value.low / THOUSAND)
        case _:
            return round(float(value.low), 4)


def _amount(value: Sum | Largest | LongestRun) -> dict[str, Any]:
    match value:
        case Sum(low, high, others, unknown):
            elsewhere = [
                {"low": amount(other.low), "high": amount(other.high), "unit": own(other.unit)}
                for other in others
            ]
            ends = {"low": amount(low), "high": amount(high)}
            return {**ends, "other_units": elsewhere, "unknown_uses": unknown}
        case Largest(day, low, high):
            return {"day": iso(day), "low": amount(low), "high": amount(high)}
        case LongestRun(length, at_least):
            return {"days": length, "at_least": at_least}
        case _ as never:
            assert_never(never)


def _word(value: LevelReached | Counts | WeekdayBreakdown | Answer) -> Any:
    match value:
        case LevelReached():
            return value._asdict()
        case Counts(among, counts):
            return {
                "among": among,
                "top": [count._asdict() | {"word": own(count.word)} for count in counts],
            }
        case WeekdayBreakdown(parts):
            return [_part(part) for part in parts]
        case Answer():
            return value is Answer.YES
        case _ as never:
            assert_never(never)


def _part(part: WeekdayGroup) -> dict[str, Any]:
    mean = part.mean and {"low": amount(part.mean.low), "high": amount(part.mean.high)}
    return {
        "weekdays": list(part.weekdays),
        "days_with_data": part.written,
        "use_days": part.use_days,
        "per_day": mean,
        "rests": part.told_days,
    }
