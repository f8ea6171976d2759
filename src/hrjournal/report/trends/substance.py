"""One substance over a view, period by period."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.domain.history import DateRange
from hrjournal.named import NamedTuple
from hrjournal.report.measures import Measures, chosen_unit, measures
from hrjournal.report.mood import Average, Feeling, average
from hrjournal.report.periods import By, Period, periods
from hrjournal.report.trends.comparison import (
    USUAL_DAYS,
    Comparison,
    against_usual,
    level,
    like_for_like,
)
from hrjournal.report.trends.direction import Direction, common_scale, direction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.domain.history import History
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.report.trends.comparison import ComparedBy

WEEK: Final = 7


class TrendRow(NamedTuple):
    """One period of one substance; mood and urge rest on days of their own."""

    period: Period
    measures: Measures
    mood: Average | None
    urge: Average | None
    share: float | None  # of the largest period, by the scale
    counting: Counting | None  # what a whole week or month is compared by

    @property
    def usual(self) -> Comparison | None:
        """A whole week or month beside the 28 days before it."""
        return self.counting.beside_usual(self.measures) if self.counting else None


class Trend(NamedTuple):
    """One substance over a view. A medicine is counted and compared with nothing."""

    substance: Substance
    heavy: int | None  # the cut-off of a heavy day, where there is one
    whole: Measures
    rows: tuple[TrendRow, ...]
    scale: ComparedBy
    direction: Direction | None
    counting: Counting | None  # what it is compared by
    view: View

    @property
    def latest(self) -> Comparison | None:
        """The latest whole period (by days: the last 7) beside the usual."""
        return _latest(self.counting, self.view, self.rows) if self.counting else None

    @property
    def so_far(self) -> Comparison | None:
        """The running period beside the same days of the one before."""
        return _so_far(self.counting, self.view) if self.counting else None


class View(NamedTuple):
    """What is looked at and how it is cut; `days` ends today at the latest."""

    days: DateRange
    by: By
    today: int
    week_starts: int
    periods: tuple[Period, ...]


class Counting:
    """Counts one substance, always in the same unit and by the same cut-off."""

    def __init__(
        self, history: History, substance: Substance, view: View, heavy: int | None
    ) -> None:
        """Takes the unit in which most days of the view are known."""
        self.history = history
        self.substance = substance
        self.heavy = heavy
        self.unit = chosen_unit(history.of(substance.key), view.days, substance.unit)
        self._counted: dict[DateRange, Measures] = {}

    def count(self, span: DateRange) -> Measures:
        """The measures of a span; each span is counted once."""
        if span not in self._counted:
            days = self.history.of(self.substance.key)
            self._counted[span] = measures(days, span, self.unit, self.heavy)
        return self._counted[span]

    def beside_usual(self, now: Measures) -> Comparison:
        """A counted span beside the 28 days before it."""
        start = now.span.start
        return against_usual(now, self.count(DateRange(start - USUAL_DAYS, start)))


def trend(history: History, substance: Substance, view: View, heavy: int | None) -> Trend:
    """Counts one substance over a view."""
    counting = Counting(history, substance, view, heavy)
    counted = [counting.count(period.days) for period in view.periods]
    scale = common_scale(counted)
    shares = _shares(counted, scale)
    rows = tuple(
        _row(counting, *found) for found in zip(view.periods, counted, shares, strict=True)
    )
    whole = counting.count(view.days)
    compared = not substance.kind.medicine
    return Trend(
        substance=substance,
        heavy=None if whole.heavy_days is None else heavy,
        whole=whole,
        rows=rows,
        scale=scale,
        direction=_direction(counting, view) if compared else None,
        counting=counting if compared else None,
        view=view,
    )


def _row(counting: Counting, period: Period, counted: Measures, share: float | None) -> TrendRow:
    compared = period.complete and period.by is not By.DAY and not counting.substance.kind.medicine
    return TrendRow(
        period=period,
        measures=counted,
        mood=average(counting.history, period.days, Feeling.MOOD),
        urge=average(counting.history, period.days, Feeling.URGE, counting.substance.key),
        share=share,
        counting=counting if compared else None,
    )


def _shares(counted: Sequence[Measures], scale: ComparedBy) -> list[float | None]:
    levels = [level(found, scale) for found in counted]
    most = max((found for found in levels if found), default=1)
    return [None if found is None else float(found / most) for found in levels]


def _latest(counting: Counting, view: View, rows: Sequence[TrendRow]) -> Comparison | None:
    """By days, the last 7 that are over stand for a period: one day says too little."""
    if view.by is not By.DAY:
        return next((row.usual for row in reversed(rows) if row.usual), None)
    end = min(view.today, view.days.end)
    looked = DateRange(max(view.days.start, end - WEEK), end)
    return counting.beside_usual(counting.count(looked)) if looked.length == WEEK else None


def _so_far(counting: Counting, view: View) -> Comparison | None:
    """As many days from the start of the running period as the one before can match."""
    if not view.periods or view.by is By.DAY or not view.periods[-1].running:
        return None
    period = view.periods[-1]
    skipped = period.days.start - period.whole.start
    reach = min(period.days.end - period.whole.start, period.before.length)
    now, before = (
        counting.count(DateRange(start + skipped, start + reach))
        for start in (period.whole.start, period.before.start)
    )
    return like_for_like(now, before)


def _direction(counting: Counting, view: View) -> Direction:
    weeks = view.periods if view.by is By.WEEK else _weeks(view)
    return direction([counting.count(week.days) for week in weeks if week.complete])


def _weeks(view: View) -> tuple[Period, ...]:
    return periods(view.days, By.WEEK, view.today, view.week_starts)
