"""The trends for machines: days as ISO dates, amounts as plain numbers of the base unit.

A figure that is not known is null. `rests` says on how many days a mean rests.

`direction` of a substance looks at whole closed weeks with 5 logged days or more; null for a
medicine. Its `way` is less, more, same (no clear direction) or null (fewer than 6 weeks):

- `by`: amount (of a logged day, weeks with an amount not known left out) or days (the share of
  logged days with use), which is what all levels are of;
- `weeks`: how many it counts, of `over_weeks` from the first of them to the last;
- `p`: how often chance alone goes as far either way (Mann and Kendall, ties corrected);
- `slope_per_week`, `from`, `to`: the line through the weeks (Theil and Sen), below 0 for less;
- `step`: where one change of level says it better than a line: `day`, `before` and `after`. It is
  also said where `p` is above 0.05 and Pettitt's test of a step is not.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from hrjournal.domain.substances.amount import THOUSAND
from hrjournal.report.trends.comparison import ComparedBy
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from fractions import Fraction

    from hrjournal.domain.history import DateRange
    from hrjournal.domain.substances.units import Units
    from hrjournal.report.measures import LongestRun, Measures, Total
    from hrjournal.report.mood import Average
    from hrjournal.report.periods import Period
    from hrjournal.report.trends.comparison import Comparison
    from hrjournal.report.trends.direction import Direction
    from hrjournal.report.trends.substance import Trend, TrendRow
    from hrjournal.report.trends.view import Trends


def data(trends: Trends, units: Units) -> dict[str, Any]:
    """Everything that the page counts."""
    return {
        "view": {**span(trends.view.days), "by": trends.view.by.value},
        "days_written": trends.written,
        "substances": {
            own(trend.substance.name): _trend(trend, units) for trend in trends.substances
        },
        "mood": [
            {**_period(feelings.period), **_mean(feelings.mood)} for feelings in trends.feelings
        ],
        "urge": [{**_period(found.period), **_mean(found.urge)} for found in trends.feelings],
        "sleep": [
            {**_period(found.period), **_mean(found.sleep), "unit": "minutes"}
            for found in trends.feelings
        ],
        "steps": [
            {
                "substance": own(share.substance.name) if share.substance else None,
                "use_days": share.use_days,
                "any": share.any_days,
                "days": {own(step): count for step, count in share.days},
            }
            for share in trends.steps
        ],
    }


def span(days: DateRange) -> dict[str, Any]:
    """A span of days; the day of `to` is in it."""
    return {"from": iso(days.start), "to": iso(days.end - 1)}


def iso(day: int) -> str:
    """A day as an ISO date."""
    return date.fromordinal(day).isoformat()


def amount(thousandths: Fraction | int) -> float:
    """Thousandths as a number of the base unit."""
    return round(float(thousandths / THOUSAND), 4)


def measured(counted: Measures) -> dict[str, Any]:
    """The measures of a span."""
    percent, mean, largest = counted.percent_days_abstinent, counted.per_use_day, counted.largest
    return {
        "days": counted.days,
        "days_with_data": counted.written,
        "use_days": counted.use_days,
        "none_days": counted.none_days,
        "percent_days_abstinent": None if percent is None else round(float(percent), 4),
        "total": {
            **_total(counted.total),
            "unknown_uses": counted.unknown_uses,
            "unknown_days": counted.unknown_days,
        },
        "other_units": [_total(other) for other in counted.others],
        "per_use_day": mean
        and {"low": amount(mean.low), "high": amount(mean.high), "rests": mean.days},
        "largest_day": largest
        and {"day": iso(largest.day), "low": amount(largest.low), "high": amount(largest.high)},
        "heavy_days": counted.heavy_days,
        "maybe_heavy_days": None if counted.heavy_days is None else counted.maybe_heavy_days,
        "longest_run_without": _run(counted.longest_run_without),
        "longest_run_with_use": _run(counted.longest_run_with_use),
    }


def _trend(trend: Trend, units: Units) -> dict[str, Any]:
    shown, factor, _ = units.shown(trend.whole.unit)
    return {
        "key": own(trend.substance.key),
        "unit": own(trend.whole.unit),
        "shown_unit": {"name": shown.many, "holds": float(factor)},
        "heavy_from": None if trend.heavy is None else amount(trend.heavy),
        "measures": measured(trend.whole),
        "periods": [_row(row) for row in trend.rows],
        "usual": _comparison(trend.latest),
        "so_far": _comparison(trend.so_far),
        "direction": _direction(trend.direction),
    }


def _row(row: TrendRow) -> dict[str, Any]:
    return {
        **_period(row.period),
        **measured(row.measures),
        "mood": _mean(row.mood),
        "urge": _mean(row.urge),
        "usual": _comparison(row.usual),
    }


def _period(period: Period) -> dict[str, Any]:
    return {
        "label": period.label,
        **span(period.days),
        "complete": period.complete,
        "running": period.running,
    }


def _total(total: Total) -> dict[str, Any]:
    return {"low": amount(total.low), "high": amount(total.high), "unit": own(total.unit)}


def _run(run: LongestRun) -> dict[str, Any]:
    return {"days": run.length, "at_least": run.at_least}


def _mean(average: Average | None) -> dict[str, Any]:
    if average is None:
        return {"mean": None, "rests": 0}
    return {"mean": round(float(average.value), 4), "rests": average.days}


def _comparison(comparison: Comparison | None) -> dict[str, Any] | None:
    if comparison is None:
        return None
    return {
        "now": {**span(comparison.now.span), **measured(comparison.now)},
        "before": {**span(comparison.before.span), **measured(comparison.before)},
        "enough_days": comparison.way is not None,
        "way": comparison.way and comparison.way.value,
        "size": comparison.size.value,
        "by": comparison.scale and comparison.scale.value,
    }


def _direction(direction: Direction | None) -> dict[str, Any] | None:
    """Levels are of the amount of a logged day, or of the share of days with use."""
    if direction is None:
        return None
    parts = THOUSAND if direction.scale is ComparedBy.AMOUNT else 1
    said, step = direction.p is not None, direction.step
    return {
        "way": direction.way and direction.way.value,
        "by": direction.scale.value,
        "weeks": direction.weeks,
        "over_weeks": direction.over,
        "p": None if direction.p is None else round(direction.p, 6),
        "slope_per_week": None if direction.slope is None else round(direction.slope / parts, 6),
        "from": round(direction.ends[0] / parts, 4) if said else None,
        "to": round(direction.ends[1] / parts, 4) if said else None,
        "step": step
        and {
            "day": iso(step.day),
            "before": round(step.before / parts, 4),
            "after": round(step.after / parts, 4),
        },
    }
