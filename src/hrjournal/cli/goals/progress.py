"""Goals as they stand in a journal, with their weeks and ratings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.cli.goals.followed import followed
from hrjournal.domain.goals.goal import GoalKind, goals_of, ratings_of
from hrjournal.domain.history import DateRange
from hrjournal.domain.keepsake import KeepsakeType
from hrjournal.errors import NotFoundError
from hrjournal.pages.goals.page import GoalSayer, GoalView
from hrjournal.report.goals.progress import LOOKED_BACK, goal_weeks, weeks_up_to
from hrjournal.store import queries
from hrjournal.store.keepsakes import keepsakes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.cli.context import AppContext
    from hrjournal.domain.goals.goal import Goal
    from hrjournal.domain.history import History
    from hrjournal.store import Journal

LAST_WEEKS: Final = 4
IN_RECORDS: Final = frozenset(  # metrics that are counted in records, and not in days of use
    {
        *(GoalKind.COPING, GoalKind.STEP, GoalKind.GOOD, GoalKind.SLEEP, GoalKind.MONEY),
        GoalKind.NOT_ALONE,
    }
)


def goals_in(journal: Journal) -> tuple[Goal, ...]:
    """Every goal of a journal, those that ended among them."""
    return goals_of(keepsakes(journal, KeepsakeType.GOAL))


def open_goals(journal: Journal, today: int) -> tuple[Goal, ...]:
    """The goals that hold today."""
    return tuple(goal for goal in goals_in(journal) if goal.on(today))


def find_goal(journal: Journal, number: int) -> Goal:
    """The goal of this number.

    Raises:
        NotFoundError: when there is none.
    """
    for goal in goals_in(journal):
        if goal.number == number:
            return goal
    raise NotFoundError(f"There is no goal {number}. To see the numbers: hrjournal goal list --all")


def sayer(app: AppContext, journal: Journal) -> GoalSayer:
    """What puts goals into words here."""
    return GoalSayer(journal.substances(), app.units(journal), app.today(journal))


def views(
    app: AppContext, journal: Journal, goals: Sequence[Goal], weeks: int = LAST_WEEKS
) -> tuple[GoalView, ...]:
    """Goals with the running week, so many weeks before it, and all ratings."""
    if not goals:
        return ()
    today = app.today(journal)
    spans = weeks_up_to(today, weeks, journal.preferences.week_start)
    days = DateRange(spans[0].start - LOOKED_BACK, today + 1)
    records = DateRange(spans[0].start, today + 1)
    history = queries.load_history(journal, days, records=records)
    given = ratings_of(keepsakes(journal, KeepsakeType.RATING), journal.day_start)
    keys = followed(journal).keys()
    return tuple(
        GoalView(goal, goal_weeks(goal, spans, history, today, keys), given.get(goal.mark, ()))
        for goal in goals
    )


def week_views(
    app: AppContext, journal: Journal, goals: Sequence[Goal], history: History
) -> tuple[GoalView, ...]:
    """Goals with the running week alone, by a history that reaches back far enough.

    Its records are read for the week where a goal is counted in them.
    """
    today = app.today(journal)
    week = weeks_up_to(today, 0, journal.preferences.week_start)
    if any(version.kind in IN_RECORDS for goal in goals for version in goal.versions):
        span = DateRange(week[0].start, today + 1)
        history = history._replace(records=queries.load_history(journal, span).records)
    keys = followed(journal).keys()
    return tuple(GoalView(goal, goal_weeks(goal, week, history, today, keys)) for goal in goals)
