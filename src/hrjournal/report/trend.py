"""One substance over a view, period by period."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hrjournal.domain.history import Days
from hrjournal.report.change import USUAL_DAYS, Comparison, against_usual, level, like_for_like
from hrjournal.report.direction import Direction, common_yardstick, direction
from hrjournal.report.feelings import Average, Feeling, average
from hrjournal.report.measures import Measures, chosen_unit, measures
from hrjournal.report.periods import By, Period, periods

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.domain.history import History
    from hrjournal.domain.substance import Substance
    from hrjournal.report.change import Yardstick

WEEK: Final = 7
LONGEST_BY_DAY: Final = 366  # a longer view by days has its direction taken by weeks


@dataclass(frozen=True, slots=True)
class Row:
    """One period of one substance; mood and urge rest on days of their own."""

    period: Period
    measures: Measures
    mood: Average | None
    urge: Average | None
    share: float | None  # of the largest period, by the yardstick
    usual: Comparison | None  # a whole week or month beside the 28 days before it


@dataclass(frozen=True, slots=True)
class Trend:
    """One substance over a view. A medicine is counted and compared with nothing."""

    substance: Substance
    heavy: int | None  # the cut-off of a heavy day, where there is one
    whole: Measures
    rows: tuple[Row, ...]
    yardstick: Yardstick
    latest: Comparison | None  # the latest whole period (by days: 7 days) beside the usual
    so_far: Comparison | None  # the running period beside the same days of the one before
    direction: Direction | None


@dataclass(frozen=True, slots=True)
class View:
    """What is looked at and how it is cut; `days` ends today at the latest."""

    days: Days
    by: By
    today: int
    week_starts: int
    periods: tuple[Period, ...]


class Tally:
    """Counts one substance, always in the same unit and by the same cut-off."""

    def __init__(
        self, history: History, substance: Substance, view: View, heavy: int | None
    ) -> None:
        """Takes the unit in which most days of the view are known."""
        self.history = history
        self.substance = substance
        self.heavy = heavy
        self.unit = chosen_unit(history.of(substance.key), view.days, substance.unit)

    def count(self, span: Days) -> Measures:
        """The measures of a span."""
        return measures(self.history.of(self.substance.key), span, self.unit, self.heavy)

    def beside_usual(self, now: Measures) -> Comparison:
        """A counted span beside the 28 days before it."""
        start = now.span.start
        return against_usual(now, self.count(Days(start - USUAL_DAYS, start)))


def trend(history: History, substance: Substance, view: View, heavy: int | None) -> Trend:
    """Counts one substance over a view."""
    tally = Tally(history, substance, view, heavy)
    counted = [tally.count(period.days) for period in view.periods]
    yardstick = common_yardstick(counted)
    shares = _shares(counted, yardstick)
    rows = tuple(_row(tally, *found) for found in zip(view.periods, counted, shares, strict=True))
    whole = tally.count(view.days)
    compared = not substance.kind.medicine
    return Trend(
        substance=substance,
        heavy=None if whole.heavy_days is None else heavy,
        whole=whole,
        rows=rows,
        yardstick=yardstick,
        latest=_latest(tally, view, rows) if compared else None,
        so_far=_so_far(tally, view) if compared else None,
        direction=_direction(tally, view, yardstick) if compared else None,
    )


def _row(tally: Tally, period: Period, counted: Measures, share: float | None) -> Row:
    compared = period.complete and period.by is not By.DAY and not tally.substance.kind.medicine
    return Row(
        period=period,
        measures=counted,
        mood=average(tally.history, period.days, Feeling.MOOD),
        urge=average(tally.history, period.days, Feeling.URGE, tally.substance.key),
        share=share,
        usual=tally.beside_usual(counted) if compared else None,
    )


def _shares(counted: Sequence[Measures], yardstick: Yardstick) -> list[float | None]:
    levels = [level(found, yardstick) for found in counted]
    most = max((found for found in levels if found), default=1)
    return [None if found is None else float(found / most) for found in levels]


def _latest(tally: Tally, view: View, rows: Sequence[Row]) -> Comparison | None:
    """By days, the last 7 that are over stand for a period: one day says too little."""
    if view.by is not By.DAY:
        return next((row.usual for row in reversed(rows) if row.usual), None)
    end = min(view.today, view.days.end)
    looked = Days(max(view.days.start, end - WEEK), end)
    return tally.beside_usual(tally.count(looked)) if looked.length == WEEK else None


def _so_far(tally: Tally, view: View) -> Comparison | None:
    """As many days from the start of the running period as the one before can match."""
    if not view.periods or view.by is By.DAY or not view.periods[-1].running:
        return None
    period = view.periods[-1]
    skipped = period.days.start - period.whole.start
    reach = min(period.days.end - period.whole.start, period.before.length)
    now, before = (
        tally.count(Days(start + skipped, start + reach))
        for start in (period.whole.start, period.before.start)
    )
    return like_for_like(now, before)


def _direction(tally: Tally, view: View, yardstick: Yardstick) -> Direction:
    by, cut = view.by, view.periods
    if by is By.DAY and view.days.length > LONGEST_BY_DAY:
        by, cut = By.WEEK, periods(view.days, By.WEEK, view.today, view.week_starts)
    counted = [tally.count(period.days) for period in cut if period.complete]
    return direction(counted, by, yardstick)
