"""The pages of goals: the list, and the last four weeks of all of them on one screen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from hrjournal.blocks import Block, DefinitionList, Heading, Note, Page, Sparkline, Text, Tone
from hrjournal.domain.goals.goal import GoalKind
from hrjournal.named import NamedTuple
from hrjournal.pages.amounts import days_words
from hrjournal.pages.goals.words import (
    day_words,
    goal_words,
    rating_words,
    rest_words,
    short_name,
    wanted_words,
    week_words,
)
from hrjournal.report.goals.near import FEW
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrjournal.domain.goals.goal import Goal, GoalVersion, Rating
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.domain.substances.units import Units
    from hrjournal.report.goals.progress import GoalWeek

LATEST: Final = 2  # ratings that the list shows
MOST_TODAY: Final = 3
MOST_IN_WORDS: Final = 2  # goals whose weeks fit on one screen with a line each
NOTHING: Final = (
    "No goal is written down, and none is needed. To add one: "
    'hrjournal goal add "at most 2 drinks a day"'
)
ENDED: Final = "To see goals that ended: hrjournal goal list --all"
HOW_NEAR: Final = (
    "The line shows how near each week came, from low to full. A gap is a week with fewer than "
    f"{FEW} logged days, or with an amount not known."
)


class GoalView(NamedTuple):
    """A goal with its weeks, the oldest first, of which the last one runs; and its ratings."""

    goal: Goal
    weeks: tuple[GoalWeek | None, ...]
    ratings: tuple[Rating, ...] = ()

    @property
    def now(self) -> GoalWeek | None:
        """The week that runs."""
        return self.weeks[-1]


class GoalSayer(NamedTuple):
    """What goals are put into words with, and the day that runs."""

    substances: Mapping[str, Substance]
    units: Units
    today: int

    @property
    def year(self) -> int:
        """The year that runs, which no date has to name."""
        return date.fromordinal(self.today).year

    def version(self, goal: Goal) -> GoalVersion:
        """What holds today, or was wanted last."""
        return goal.on(self.today) or goal.last

    def title(self, goal: Goal) -> str:
        """A goal in words, with since when what holds has held."""
        version = self.version(goal)
        words = goal_words(version, self.substances, self.units)
        if goal.ended is not None and goal.ended <= self.today:
            return f"{words} (ended {day_words(goal.ended, self.year)})"
        return f"{words}, since {day_words(version.since, self.year)}"

    def week(self, found: GoalWeek | None) -> str:
        """How the running week stands, and what that rests on."""
        if found is None:
            return ""
        whole = found.days.start == found.week.start
        when = "This week so far" if whole else f"Since {day_words(found.days.start, self.year)}"
        words = week_words(found, self.units, titled=True)
        rests = f" ({rest_words(found)})" if found.figure.rests_on else ""
        return f"{when}: {words}{rests}"


def list_page(views: Sequence[GoalView], sayer: GoalSayer, *, ended: bool = False) -> Page:
    """Each goal with this week, its last weeks as a line, and the latest ratings.

    `ended` tells that there are goals which ended and are not shown.
    """
    blocks: list[Block] = [Text(NOTHING)] if not views else []
    if views:
        blocks += _in_short(views, sayer)
    if ended:
        blocks.append(Note(ENDED, Tone.HINT))
    return Page("Your goals", tuple(blocks), _data(views, sayer))


def _in_short(views: Sequence[GoalView], sayer: GoalSayer) -> list[Block]:
    """Each goal in two lines or three, then the weeks of all as lines under each other."""
    rows = [(f"{view.goal.number}", line) for view in views for line in _lines(view, sayer)]
    return [DefinitionList(tuple(_once(rows))), *_weeks_part(views, sayer)]


def _once(rows: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Rows of which each name stands once, before the first."""
    names = [name for name, _ in rows]
    return [
        (name if names.index(name) == place else "", text)
        for place, (name, text) in enumerate(rows)
    ]


def _lines(view: GoalView, sayer: GoalSayer) -> list[str]:
    """What is wanted; how this week stands; the latest ratings."""
    version = sayer.version(view.goal)
    own_words = version.kind is GoalKind.OWN and not view.ratings
    rated = rating_words(view.ratings[-LATEST:], sayer.year)
    lines = (
        sayer.title(view.goal),
        sayer.week(view.now),
        f"Your ratings: {rated}" if rated else "",
        "In your own words, so you rate it." if own_words else "",
    )
    return [line for line in lines if line]


def _weeks_part(views: Sequence[GoalView], sayer: GoalSayer) -> list[Block]:
    """The closed weeks of each goal as a small line, where any says something."""
    sparks = [_spark(view, sayer) for view in views]
    shown = [spark for spark in sparks if any(share is not None for share in spark.shares)]
    if not shown:
        return []
    weeks = len(shown[0].shares)
    return [Heading(f"The last {weeks} weeks"), *shown, Text(HOW_NEAR)]


def _spark(view: GoalView, sayer: GoalSayer) -> Sparkline:
    """How near each closed week came, and the last of them in words."""
    weeks = view.weeks[:-1]
    shares = tuple(
        None if one is None or one.figure.near is None else float(one.figure.near) for one in weeks
    )
    last = weeks[-1] if weeks else None
    enough = last is not None and last.enough
    words = f"last week: {week_words(last, sayer.units, titled=True)}" if last and enough else ""
    name = short_name(sayer.version(view.goal), sayer.substances)
    return Sparkline(f"{view.goal.number} {name}".strip(), shares, words)


def review_page(views: Sequence[GoalView], sayer: GoalSayer, question: str = "") -> Page:
    """Every goal with its last four weeks, its ratings, and an open question; on one screen.

    A few goals have their weeks in words, several have them as a line.
    """
    blocks: list[Block] = [] if views else [Text(NOTHING)]
    if len(views) > MOST_IN_WORDS:
        blocks += _in_short(views, sayer)
    else:
        blocks += [block for view in views for block in _in_words(view, sayer)]
    if views and question:
        blocks.append(Text(question))
    data = {**_data(views, sayer), "question": question}
    return Page("Your goals over four weeks", tuple(blocks), data)


def _in_words(view: GoalView, sayer: GoalSayer) -> list[Block]:
    """A goal with a line for each of its weeks."""
    wanted = sayer.version(view.goal)
    rows = [(_week_name(one, sayer), _closed(one, wanted, sayer)) for one in view.weeks if one]
    if rated := rating_words(view.ratings, sayer.year):
        rows.append(("Your ratings", rated))
    told = DefinitionList(tuple(rows)) if rows else Text("In your own words, so you rate it.")
    return [Heading(f"{view.goal.number}. {sayer.title(view.goal)}"), told]


def _week_name(found: GoalWeek, sayer: GoalSayer) -> str:
    if found.running:
        return "This week so far"
    return f"Week of {day_words(found.week.start, sayer.year)}"


def _closed(found: GoalWeek, wanted: GoalVersion, sayer: GoalSayer) -> str:
    """A week in words; one with too few logged days says so."""
    words = week_words(found, sayer.units, titled=found.version.limit == wanted.limit)
    if not found.figure.rests_on:
        return words
    whole = found.days.start == found.week.start
    begun = "" if whole else f", from {day_words(found.days.start, sayer.year)}"
    few = "" if found.enough or found.running else ", too few to say more"
    return f"{words} ({rest_words(found)}{begun}{few})"


def today_line(views: Sequence[GoalView], sayer: GoalSayer, written: tuple[int, int]) -> str:
    """All goals of this week in one line; `written` are its logged days of those so far."""
    shown = [view.now for view in views if view.now is not None and view.now.figure.rests_on]
    if not shown:
        return ""
    said = [
        f"{short_name(one.version, sayer.substances)}{week_words(one, sayer.units)}"
        for one in shown[:MOST_TODAY]
    ]
    more = len(shown) - MOST_TODAY
    said += [f"and {more} more: hrjournal goal list"] if more > 0 else []
    return f"Goals this week, {written[0]} of {days_words(written[1])} logged: {'; '.join(said)}"


def trend_line(version: GoalVersion, sayer: GoalSayer) -> str:
    """A goal under the table of its substance."""
    since = day_words(version.since, sayer.year)
    return f"Your goal: {wanted_words(version, sayer.units)} since {since}."


def _data(views: Sequence[GoalView], sayer: GoalSayer) -> dict[str, Any]:
    return {"goals": [goal_data(view, sayer) for view in views]}


def goal_data(view: GoalView, sayer: GoalSayer) -> dict[str, Any]:
    """A goal as plain values."""
    version = sayer.version(view.goal)
    ended = view.goal.ended
    return {
        "number": view.goal.number,
        "goal": goal_words(version, sayer.substances, sayer.units),
        "kind": version.kind.value,
        "typed": own(version.words),
        "since": date.fromordinal(version.since).isoformat(),
        "ended": None if ended is None else date.fromordinal(ended).isoformat(),
        "weeks": [_week_data(one, sayer) for one in view.weeks if one],
        "ratings": [
            {"day": date.fromordinal(one.day).isoformat(), "score": one.score}
            for one in view.ratings
        ],
    }


def _week_data(found: GoalWeek, sayer: GoalSayer) -> dict[str, Any]:
    near = found.figure.near
    return {
        "week": date.fromordinal(found.week.start).isoformat(),
        "goal": goal_words(found.version, sayer.substances, sayer.units),
        "said": week_words(found, sayer.units),
        "logged": found.figure.rests_on,
        "days": found.days.length,
        "running": found.running,
        "near": None if near is None else round(float(near), 3),
    }
