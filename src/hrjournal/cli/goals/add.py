"""Writing a goal down, and changing one from a day on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.cli import arguments
from hrjournal.cli.command_options import CommandOptions
from hrjournal.cli.goals.progress import find_goal, goals_in, sayer
from hrjournal.cli.goals.safety import safety_lines
from hrjournal.cli.goals.understand import GoalUnderstanding
from hrjournal.domain.keepsake import LONGEST_SUBJECT
from hrjournal.errors import UsageError
from hrjournal.pages.goals import answers
from hrjournal.report.goals.guard import contrary
from hrjournal.store import keepsakes
from hrjournal.store.identity.stamps import new_uid

if TYPE_CHECKING:
    from hrjournal.cli.context import AppContext
    from hrjournal.cli.goals.understand import UnderstoodGoal
    from hrjournal.domain.goals.goal import Goal
    from hrjournal.store import Journal

VERB: Final = "goal"
ASK: Final = "What would you like? (such as: at most 2 drinks a day; Enter leaves it)"
SAY: Final = 'Say what you would like, such as: hrjournal goal add "at most 2 drinks a day"'


class GoalOptions(CommandOptions):
    """What stood on the command line of `goal add` and `goal change`."""

    words: tuple[str, ...] = ()
    first: str | None = None  # the day from which on it holds
    number: int | None = None  # of the goal that changes; None for a new one


def write_goal(app: AppContext, given: GoalOptions) -> None:
    """Keeps a goal, or a new version of one; asks for it at a terminal when nothing was said.

    Raises:
        UsageError: when nothing was said and nobody can be asked.
        NotUnderstoodError: when it stays unclear.
    """
    text = (arguments.read_note(" ".join(given.words)) or "").strip() if given.words else ""
    if text:
        _write(app, text, given)
    elif app.is_interactive and not given.words:
        _ask(app, given)
    else:
        raise UsageError(SAY)


def _ask(app: AppContext, given: GoalOptions) -> None:
    from hrjournal.cli.drafts.keeping import Flow, typed_words
    from hrjournal.cli.prompts import prompt

    again = f"hrjournal goal change {given.number}" if given.number else "hrjournal goal add"
    with typed_words(app, Flow("goal", "a goal", again)):
        answer = prompt(app, ASK, own_words=True)
        if answer is not None:
            _write(app, answer, given)


def _write(app: AppContext, text: str, given: GoalOptions) -> None:
    """Understands, saves and answers."""
    if len(text) > LONGEST_SUBJECT:
        raise UsageError("A goal is a line of up to 320 characters. Longer words fit in a letter.")
    with app.open_journal(write=True) as journal:
        goal = find_goal(journal, given.number) if given.number else None
        since = arguments.parse_date(app, journal, given.first or "today")
        told = GoalUnderstanding(app, journal).goal(text)
        told = told._replace(version=told.version._replace(since=since))
        others = [one for one in goals_in(journal) if goal is None or one.mark != goal.mark]
        number = _keep(app, journal, told, goal)
        app.words_saved()
        speaker = sayer(app, journal)
        app.print_lines(
            answers.saved(goal.number if goal else number, told.version, speaker, new=not goal),
            *answers.what_comes(goal.number if goal else number, told.version),
            *answers.other_unit(told.version, speaker),
            *answers.contrary_words(contrary(told.version, others, since), speaker),
            *safety_lines(app, journal, told.version),
        )


def _keep(app: AppContext, journal: Journal, told: UnderstoodGoal, goal: Goal | None) -> int:
    """Saves a version as one change, with its substance where that is new; gives its number."""
    with journal.change(VERB, app.instant) as change:
        if told.substance is not None:
            change.track(told.substance)
        mark = goal.mark if goal else f"{new_uid():016x}"
        kept = told.version.keepsake(mark, app.moment)
        return keepsakes.add(change, kept.replace(written=app.instant))
