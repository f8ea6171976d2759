"""What is said once a goal is saved, changed, rated or ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.domain.entries.entry import day_name
from hrjournal.domain.goals.goal import AMOUNTS, GoalKind
from hrjournal.pages.amounts import joined
from hrjournal.pages.goals.words import dots, goal_words
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrjournal.domain.goals.goal import Goal, GoalVersion
    from hrjournal.pages.goals.page import GoalSayer


def saved(number: int, version: GoalVersion, sayer: GoalSayer, *, new: bool) -> str:
    """Exactly what was understood, and from which day on it holds."""
    words = goal_words(version, sayer.substances, sayer.units, full=True)
    day = day_name(version.since)
    since = f"from today ({day})" if version.since == sayer.today else f"from {day}"
    if version.kind is GoalKind.OWN:
        words = f"in your own words: {words}"
        return f"{'Saved goal' if new else 'Changed goal'} {number} {words}, {since}."
    if new:
        return f"Saved goal {number}. {words}, {since}."
    return f"Changed goal {number}. {words}, {since}. Days before keep what held then."


COUNTED_WHERE: Final[Mapping[GoalKind, str]] = {
    GoalKind.OWN: "I can't count this one. You can rate it from 0 to 10: hrjournal goal rate {n} 7",
    GoalKind.COPING: "I count where you wrote it: hrjournal urge 7 --coping {what}",
    GoalKind.STEP: "I count where you wrote it: hrjournal step {what}",
    GoalKind.SLEEP: "I count the nights that you write down: hrjournal checkin sleep 7h",
    GoalKind.MONEY: "I count what you write down as spent: hrjournal log beer 2 --spend 8",
    GoalKind.NOT_ALONE: "I count where you wrote who was there: hrjournal log beer --with friends",
}
GOOD_WORDS: Final = 'I count your good things with these words: hrjournal good "{what}"'
GOOD_THINGS: Final = 'I count your good things: hrjournal good "sun on my face"'


def what_comes(number: int, version: GoalVersion) -> list[str]:
    """How it is counted, where that is not plain; and how words of one's own are rated."""
    good = GOOD_WORDS if version.what else GOOD_THINGS
    said = good if version.kind is GoalKind.GOOD else COUNTED_WHERE.get(version.kind, "")
    return [said.format(n=number, what=f"{own(version.what)}")] if said else []


def other_unit(version: GoalVersion, sayer: GoalSayer) -> list[str]:
    """That a substance is written down in another unit than that of its goal."""
    one = sayer.substances.get(version.about)
    if version.kind not in AMOUNTS or one is None or one.unit == version.unit:
        return []
    kept = f"{own(sayer.units.many(one.unit))}"
    wanted = f"{own(sayer.units.shown(version.unit, version.limit)[0].many)}"
    words = f"You count {own(one.name)} in {kept}. I can't turn those into {wanted}, "
    return [f"{words}so days in {kept} count as not known."]


def contrary_words(goals: Sequence[Goal], sayer: GoalSayer) -> list[str]:
    """That other goals say something else; all of them stay."""
    if not goals:
        return []
    told = [
        f"goal {goal.number} ({goal_words(sayer.version(goal), sayer.substances, sayer.units)})"
        for goal in goals
    ]
    say = "says" if len(goals) == 1 else "say"
    words = f"{joined(told)} {say} something else. All of them stay. "
    return [f"{words[:1].upper()}{words[1:]}To end one: hrjournal goal end {goals[0].number}"]


def rated(goal: Goal, score: int, sayer: GoalSayer) -> str:
    """That a rating is saved."""
    words = goal_words(sayer.version(goal), sayer.substances, sayer.units)
    return f"Saved for goal {goal.number} ({words}): {dots(score)} {score} of 10."


def ended(goal: Goal, sayer: GoalSayer) -> str:
    """That a goal has ended and is kept."""
    words = goal_words(goal.last, sayer.substances, sayer.units)
    return (
        f"Ended goal {goal.number}. {words}. It is kept: hrjournal goal list --all. "
        "Undo brings it back."
    )
