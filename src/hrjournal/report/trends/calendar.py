"""Months of days for one substance: what each day holds, and where it lies in the view's range."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.history import DateRange
from hrjournal.named import NamedTuple
from hrjournal.report.measures import Measures, chosen_unit, measures
from hrjournal.report.periods import By, Period, opening, periods
from hrjournal.report.trends.view import substances_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrjournal.domain.history import DayUse, History
    from hrjournal.domain.substances.substance import Substance

STEPS: Final = 4
MIDDLE_STEP: Final = 2  # where every amount is the same


class CalendarDay(NamedTuple):
    """One day. `record` is None when it is unwritten, `step` 0 when its amount is not known."""

    day: int
    inside: bool  # of this month and of the view
    record: DayUse | None = None
    step: int = 0
    events: tuple[str, ...] = ()


class CalendarMonth(NamedTuple):
    """One month as weeks of seven days, and what is counted of it."""

    period: Period
    weeks: tuple[tuple[CalendarDay, ...], ...]
    measures: Measures

    @property
    def days(self) -> tuple[CalendarDay, ...]:
        """The days of it that lie in the view."""
        return tuple(day for week in self.weeks for day in week if day.inside)


class StepRange(NamedTuple):
    """The least and the most that a step stands for, in doubled thousandths."""

    step: int
    least: int
    most: int


class SubstanceCalendar(NamedTuple):
    """The months of one substance, and what each step in use stands for."""

    substance: Substance
    unit: str
    months: tuple[CalendarMonth, ...]
    ranges: tuple[StepRange, ...]  # (step, doubled least, doubled most)


class Calendar(NamedTuple):
    """A view up to today."""

    view: DateRange
    today: int
    week_starts: int
    substances: tuple[SubstanceCalendar, ...]
    events: tuple[tuple[int, str], ...]  # day and words, the oldest first


def calendar(
    history: History, view: DateRange, today: int, week_starts: int = 0, keys: Sequence[str] = ()
) -> Calendar:
    """The calendars of these substances, or of every one that is written of in the view."""
    seen = DateRange(view.start, max(view.start, min(view.end, today + 1)))
    cut = periods(seen, By.MONTH, today)
    chosen = substances_of(history, seen, keys)
    return Calendar(
        view=seen,
        today=today,
        week_starts=week_starts,
        substances=tuple(
            _calendar(history, substance, seen, cut, week_starts) for substance in chosen
        ),
        events=tuple((day, words) for day in seen.every for words in _events(history, day)),
    )


def steps_of(amounts: Mapping[int, int]) -> dict[int, int]:
    """The step of each day, 1 for the least to 4 for the most, by the quartiles of amounts."""
    ordered = sorted(amounts.values())
    if not ordered or ordered[0] == ordered[-1]:
        return dict.fromkeys(amounts, MIDDLE_STEP)
    cuts = [_quartile(ordered, quarter) for quarter in range(1, STEPS)]
    return {day: 1 + sum(STEPS * amount > cut for cut in cuts) for day, amount in amounts.items()}


def _quartile(ordered: Sequence[int], quarter: int) -> int:
    """Four times a quartile: between two amounts it lies in proportion."""
    place, rest = divmod(quarter * (len(ordered) - 1), STEPS)
    after = ordered[min(place + 1, len(ordered) - 1)]
    return STEPS * ordered[place] + rest * (after - ordered[place])


def _calendar(
    history: History, substance: Substance, view: DateRange, cut: Sequence[Period], week_starts: int
) -> SubstanceCalendar:
    days = history.of(substance.key)
    unit = chosen_unit(days, view, substance.unit)
    amounts = {
        day: amount for day, day_use in view.of(days).items() if (amount := day_use.doubled(unit))
    }
    steps = steps_of(amounts)
    told = {
        day: CalendarDay(
            day,
            inside=True,
            record=days.get(day),
            step=steps.get(day, 0),
            events=_events(history, day),
        )
        for day in view.every
    }
    months = tuple(
        CalendarMonth(period, _weeks(period, told, week_starts), measures(days, period.days, unit))
        for period in cut
    )
    return SubstanceCalendar(substance, unit, months, _ranges(amounts, steps))


def _ranges(amounts: Mapping[int, int], steps: Mapping[int, int]) -> tuple[StepRange, ...]:
    by_step: dict[int, list[int]] = {}
    for day, amount in amounts.items():
        by_step.setdefault(steps[day], []).append(amount)
    return tuple(StepRange(step, min(found), max(found)) for step, found in sorted(by_step.items()))


def _weeks(
    period: Period, told: Mapping[int, CalendarDay], week_starts: int
) -> tuple[tuple[CalendarDay, ...], ...]:
    """Every week that touches the month; days of other months are not inside."""
    opened = opening(period.whole.start, By.WEEK, week_starts)
    return tuple(
        tuple(
            told[day] if day in period.days else CalendarDay(day, inside=False)
            for day in range(first, first + 7)
        )
        for first in range(opened, period.whole.end, 7)
    )


def _events(history: History, day: int) -> tuple[str, ...]:
    return tuple(
        entry.note or "event"
        for entry in history.records.get(day, ())
        if entry.type is EntryType.EVENT
    )
