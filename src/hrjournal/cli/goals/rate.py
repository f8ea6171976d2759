"""Rating a goal, and ending one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.cli.goals.add import VERB
from hrjournal.cli.goals.progress import find_goal, sayer
from hrjournal.domain.goals.goal import MARK, GoalKind, GoalVersion, rating_of
from hrjournal.domain.keepsake import KeepsakeType
from hrjournal.errors import UsageError
from hrjournal.pages.goals import answers
from hrjournal.store import keepsakes

if TYPE_CHECKING:
    from hrjournal.cli.context import AppContext
    from hrjournal.domain.goals.goal import Goal
    from hrjournal.store import Journal
    from hrjournal.store.backups.forgetting import Erase
    from hrjournal.store.journal import JournalChange

RATED = "rating"


def rate_goal(app: AppContext, number: int, score: int | None) -> None:
    """Keeps a rating from 0 to 10; asks for it at a terminal.

    Raises:
        UsageError: when no number was said and nobody can be asked.
        NotFoundError: when there is no such goal.
    """
    with app.open_journal() as journal:
        goal = find_goal(journal, number)
        speaker = sayer(app, journal)
    score = _asked(app, number) if score is None else score
    if score is None:
        return
    with app.open_journal(write=True) as journal, journal.change(RATED, app.instant) as change:
        kept = rating_of(goal, score, app.moment)
        keepsakes.add(change, kept.replace(written=app.instant))
    app.print_lines(answers.rated(goal, score, speaker))


def _asked(app: AppContext, number: int) -> int | None:
    if not app.is_interactive:
        raise UsageError(f"Say a number from 0 to 10, such as: hrjournal goal rate {number} 7")
    from hrjournal.cli.prompts import prompt, rating

    question = "How near did you feel to it, from 0 to 10? (Enter leaves it)"
    score: int | None = prompt(app, question, rating)
    return score


def end_goal(app: AppContext, number: int, *, for_good: bool) -> None:
    """Ends a goal from today on, and keeps it; or takes it out for good.

    Raises:
        NotFoundError: when there is no such goal.
    """
    with app.open_journal(write=True) as journal:
        goal, speaker = find_goal(journal, number), sayer(app, journal)
        if for_good:
            app.print_lines(f"Taken out: goal {number}. {_forget(app, journal, goal)}")
            return
        if goal.ended is not None:
            app.print_lines(f"Goal {number} has ended already.")
            return
        since = max(app.today(journal), goal.versions[-1].since)
        version = GoalVersion(GoalKind.ENDED, since, goal.last.about)
        with journal.change(VERB, app.instant) as change:
            kept = version.keepsake(goal.mark, app.moment)
            keepsakes.add(change, kept.replace(written=app.instant))
        app.print_lines(answers.ended(goal, speaker))


def _forget(app: AppContext, journal: Journal, goal: Goal) -> str:
    """Takes out all versions and ratings of a goal, in every copy too."""
    from hrjournal.cli.backups.forgetting import forget

    return forget(app, journal, VERB, _erasing(journal, goal))


def _erasing(journal: Journal, goal: Goal) -> Erase:
    from hrjournal.store.backups.forgetting import keepsake

    kept = (
        *keepsakes.keepsakes(journal, KeepsakeType.GOAL),
        *keepsakes.keepsakes(journal, KeepsakeType.RATING),
    )
    found = [(one.id, one.written) for one in kept if one.more.get(MARK) == goal.mark]

    def erase(change: JournalChange) -> None:
        for number, written in found:
            keepsake(number, written)(change)

    return erase
