"""The last twelve weeks of a window: every day of a substance, and how each week was."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from hrjournal.domain.history import DateRange
from hrjournal.named import NamedTuple
from hrjournal.report.measures import chosen_unit, measures
from hrjournal.report.mood import Average
from hrjournal.report.periods import By, Period, opening, periods
from hrjournal.report.trends.calendar import steps_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrjournal.domain.history import DayUse, History
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.report.measures import Measures

WEEKS: Final = 12
FELT: Final = ("mood", "sleep", "urge", "anxiety", "pain")
FEW: Final = 4  # written days of a week below which its point is thin


class WeekPeak(NamedTuple):
    """The strongest of a week, and on how many days of it anything is written."""

    value: int
    days: int


class SubstanceWeeks(NamedTuple):
    """A substance: its written days, the step of each in use, and each week as it is counted."""

    substance: Substance
    unit: str
    days: Mapping[int, DayUse]
    steps: Mapping[int, int]
    weeks: tuple[Measures, ...]

    def level(self, week: Measures) -> Fraction | None:
        """What a week's point stands for: the mean of a logged day, or the share of days used."""
        return week.per_told_day if self.by_amount else week.use_rate

    @property
    def by_amount(self) -> bool:
        """Whether the amounts of every use are known, so that weeks can be told apart by them."""
        used = [week for week in self.weeks if week.use_days]
        return all(week.known_days == week.use_days and week.known.high for week in used)


class WindowWeeks(NamedTuple):
    """The weeks from left to right, with what lies in them."""

    view: DateRange
    weeks: tuple[Period, ...]
    substances: tuple[SubstanceWeeks, ...]
    mood: tuple[Average | None, ...]
    sleep: tuple[Average | None, ...]
    urge: tuple[WeekPeak | None, ...]  # the strongest of each week
    anxiety: tuple[Average | None, ...]
    pain: tuple[Average | None, ...]


def window_weeks(
    history: History,
    window: DateRange,
    today: int,
    week_starts: int,
    substances: Sequence[Substance],
) -> WindowWeeks:
    """Cuts the end of a window into weeks, at most twelve."""
    first = opening(window.end - 1, By.WEEK, week_starts) - 7 * (WEEKS - 1)
    view = DateRange(max(window.start, first), window.end)
    cut = periods(view, By.WEEK, today, week_starts)
    spans = [period.days for period in cut]
    felt = _felt(history, view)
    return WindowWeeks(
        view=view,
        weeks=cut,
        substances=tuple(_substance(history, one, view, spans) for one in substances),
        mood=tuple(_mean(felt["mood"], span) for span in spans),
        sleep=tuple(_mean(felt["sleep"], span) for span in spans),
        urge=tuple(_peak(felt["urge"], span) for span in spans),
        anxiety=tuple(_mean(felt["anxiety"], span) for span in spans),
        pain=tuple(_mean(felt["pain"], span) for span in spans),
    )


def _substance(
    history: History, substance: Substance, view: DateRange, spans: Sequence[DateRange]
) -> SubstanceWeeks:
    days = view.of(history.of(substance.key))
    unit = chosen_unit(days, view, substance.unit)
    amounts = {day: amount for day, one in days.items() if (amount := one.doubled(unit))}
    return SubstanceWeeks(
        substance,
        unit,
        days,
        steps_of(amounts),
        tuple(measures(days, span, unit) for span in spans),
    )


def _felt(history: History, view: DateRange) -> dict[str, dict[int, list[int]]]:
    """What is written of each feeling, by day."""
    found: dict[str, dict[int, list[int]]] = {name: {} for name in FELT}
    for day in view.every:
        for entry in history.records.get(day, ()):
            for name, days in found.items():
                if (figure := getattr(entry, name)) is not None:
                    days.setdefault(day, []).append(figure)
    return found


def _mean(days: Mapping[int, list[int]], span: DateRange) -> Average | None:
    """The mean of the daily means of a week."""
    means = [Fraction(sum(told), len(told)) for told in span.of(days).values()]
    return Average(sum(means, Fraction()) / len(means), len(means)) if means else None


def _peak(days: Mapping[int, list[int]], span: DateRange) -> WeekPeak | None:
    told = span.of(days)
    return WeekPeak(max(map(max, told.values())), len(told)) if told else None
