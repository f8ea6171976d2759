"""A week beside a goal: the figure in the goal's own metric, what it rests on, and how near."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.domain.goals.goal import GoalKind
from hrjournal.domain.history import DateRange
from hrjournal.named import NamedTuple
from hrjournal.report.goals import of_life, of_use
from hrjournal.report.goals.near import FEW
from hrjournal.report.periods import By, opening

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from hrjournal.domain.goals.goal import Goal, GoalVersion
    from hrjournal.domain.history import History
    from hrjournal.report.goals.figures import GoalFigure, Looked

WEEK: Final = 7
LOOKED_BACK: Final = 35  # days before a week that gaps, and what else is used, are looked up in


class GoalWeek(NamedTuple):
    """A week as the version of its time reads it.

    `days` are those of the week on which the goal holds, up to today. `figure.near` is None while
    too few of them are logged to say anything.
    """

    version: GoalVersion
    week: DateRange
    days: DateRange
    figure: GoalFigure
    running: bool = False  # it is not over yet

    @property
    def enough(self) -> bool:
        """Whether it rests on enough logged days to say how near it was."""
        return self.figure.rests_on >= FEW


MEASURES: Final[Mapping[GoalKind, Callable[[Looked], GoalFigure]]] = {
    GoalKind.DAY: of_use.day_amounts,
    GoalKind.WEEK: of_use.week_amount,
    GoalKind.LARGEST: of_use.largest_day,
    GoalKind.USE_DAYS: of_use.use_days,
    GoalKind.FREE_DAYS: of_use.free_days,
    GoalKind.GAP: of_use.gaps,
    GoalKind.NOT_BEFORE: of_use.first_uses,
    GoalKind.NOT_ON: of_use.some_weekdays,
    GoalKind.NONE: of_use.none_days,
    GoalKind.NOT_ALONE: of_life.not_alone,
    GoalKind.COPING: of_life.with_urges,
    GoalKind.STEP: of_life.steps,
    GoalKind.GOOD: of_life.good_things,
    GoalKind.SLEEP: of_life.nights,
    GoalKind.MONEY: of_life.money,
}


def goal_week(
    goal: Goal,
    week: DateRange,
    history: History,
    today: int,
    everything: Collection[str] = (),
) -> GoalWeek | None:
    """A week of a goal; None where it does not hold on any day up to today, or is not counted.

    The history reaches back 35 days before the week and holds the records of its days.
    `everything` are the keys of the substances that a goal about all of them is about.
    """
    seen = DateRange(week.start, min(week.end, today + 1))
    held = goal.within(seen)
    if held is None or held.version.kind not in MEASURES:
        return None
    looked = of_use.look(held.version, held.days, history, everything)
    figure = MEASURES[held.version.kind](looked)
    if figure.rests_on < FEW:
        figure = figure._replace(near=None)
    return GoalWeek(held.version, week, held.days, figure, running=today < week.end)


def weeks_up_to(today: int, count: int, week_starts: int) -> tuple[DateRange, ...]:
    """The running week and so many before it, the oldest first."""
    start = opening(today, By.WEEK, week_starts)
    return tuple(
        DateRange(start - WEEK * back, start - WEEK * (back - 1)) for back in range(count, -1, -1)
    )


def goal_weeks(
    goal: Goal,
    weeks: Sequence[DateRange],
    history: History,
    today: int,
    everything: Collection[str] = (),
) -> tuple[GoalWeek | None, ...]:
    """Several weeks of a goal, as for one."""
    return tuple(goal_week(goal, week, history, today, everything) for week in weeks)
