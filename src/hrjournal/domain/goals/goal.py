"""A goal in a person's own metric: its versions, each from a day on, and their own ratings.

A goal is a row of keepsakes that share a mark. Each is a version that holds from its day to the
day of the next one, so a past week is read by what held then. The number of a goal is that of its
first keepsake. The end of a goal is a version too, so copies of a journal can be put together.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from hrjournal.domain.reflection.reflection import ABOUT, about
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hrjournal.domain.entries.entry import Moment
    from hrjournal.domain.history import DateRange

MARK, KIND, SINCE, LIMIT, UNIT = "goal", "kind", "since", "limit", "unit"
WEEKDAYS, WHAT = "weekdays", "what"
LARGEST: Final = 10**15  # of a limit that can be kept
WEEK: Final = 7


class GoalKind(StrEnum):
    """The metric of a goal, and what its limit counts."""

    DAY = "day"  # at most so many thousandths of a unit a day
    WEEK = "week"  # at most so many thousandths of a unit a week
    LARGEST = "largest"  # no day with more thousandths of a unit
    USE_DAYS = "use-days"  # at most so many days of use a week
    FREE_DAYS = "free-days"  # at least so many days without a week
    GAP = "gap"  # at least so many days from one day of use to the next
    NOT_BEFORE = "not-before"  # so many seconds after midnight
    NOT_ALONE = "not-alone"
    NOT_ON = "not-on"  # not on some days of the week
    NONE = "none"
    COPING = "coping"  # something with urges: so many times a week, 0 for each urge
    STEP = "step"  # a safer step: on so many days a week, 0 for each day of use
    GOOD = "good"  # a good thing so many times a week
    SLEEP = "sleep"  # at least so many minutes a night
    MONEY = "money"  # at most so many thousandths of the person's currency a week
    OWN = "own"  # in own words: rated, and not counted
    ENDED = "ended"  # from this day on it holds no more


AMOUNTS: Final = frozenset({GoalKind.DAY, GoalKind.WEEK, GoalKind.LARGEST})
OF_USE: Final = AMOUNTS | {
    *(GoalKind.USE_DAYS, GoalKind.FREE_DAYS, GoalKind.GAP, GoalKind.NOT_BEFORE),
    *(GoalKind.NOT_ALONE, GoalKind.NOT_ON, GoalKind.NONE),
}


class GoalVersion(NamedTuple):
    """What is wanted from a day on. `about` is the key of a substance; without one, all of them."""

    kind: GoalKind
    since: int = 0
    about: str = ""
    limit: int = 0
    unit: str = ""
    weekdays: tuple[int, ...] = ()  # Monday is 0
    what: str = ""
    words: str = ""  # as typed

    def more(self, mark: str) -> dict[str, str]:
        """The fields as a keepsake holds them."""
        fields = {
            MARK: mark,
            KIND: self.kind.value,
            SINCE: date.fromordinal(self.since).isoformat(),
            ABOUT: self.about,
            LIMIT: str(self.limit or ""),
            UNIT: self.unit,
            WEEKDAYS: ",".join(map(str, self.weekdays)),
            WHAT: self.what,
        }
        return {name: text for name, text in fields.items() if text}

    def keepsake(self, mark: str, moment: Moment) -> Keepsake:
        """The version as it is kept."""
        return Keepsake(KeepsakeType.GOAL, moment, text=self.words, more=self.more(mark))


class HeldVersion(NamedTuple):
    """A version, and the days of a span on which the goal holds."""

    version: GoalVersion
    days: DateRange


class Goal(NamedTuple):
    """All versions of one goal in the order in which they hold, its ends among them."""

    number: int
    mark: str
    versions: tuple[GoalVersion, ...]

    def on(self, day: int) -> GoalVersion | None:
        """The version that holds on a day; None before the first and after the end."""
        begun = [one for one in self.versions if one.since <= day]
        return begun[-1] if begun and begun[-1].kind is not GoalKind.ENDED else None

    def within(self, days: DateRange) -> HeldVersion | None:
        """The version by which a span of days is read: the last that holds on a day of it."""
        held = [day for day in days.every if self.on(day)]
        version = self.on(held[-1]) if held else None
        return HeldVersion(version, type(days)(held[0], held[-1] + 1)) if version else None

    @property
    def last(self) -> GoalVersion:
        """The latest that is wanted, whether the goal has ended or not."""
        wanted = [one for one in self.versions if one.kind is not GoalKind.ENDED]
        return (wanted or list(self.versions))[-1]

    @property
    def ended(self) -> int | None:
        """The day from which on it holds no more; None while it goes on."""
        return self.versions[-1].since if self.versions[-1].kind is GoalKind.ENDED else None


class Rating(NamedTuple):
    """How near a person felt to a goal on a day, from 0 to 10."""

    day: int
    score: int


class GoalInWindow(NamedTuple):
    """A goal with what of it lies in a span of days.

    `versions` are those that hold on a day of it and `ratings` those given on one, oldest first.
    """

    goal: Goal
    versions: tuple[GoalVersion, ...]
    ratings: tuple[Rating, ...]


def goals_in_window(
    goals: Iterable[Goal], ratings: Mapping[str, Sequence[Rating]], window: DateRange
) -> tuple[GoalInWindow, ...]:
    """The goals that hold on some day of a window, in their order, with ratings from its days.

    `goals` are those of `goals_of`, and `ratings` those of `ratings_of`.
    """
    found = []
    for goal in goals:
        held = [version for day in window.every if (version := goal.on(day))]
        given = tuple(one for one in ratings.get(goal.mark, ()) if one.day in window)
        if held:
            found.append(GoalInWindow(goal, tuple(dict.fromkeys(held)), given))
    return tuple(found)


def goals_of(kept: Iterable[Keepsake]) -> tuple[Goal, ...]:
    """The goals in what was kept, by their numbers; the order of `kept` does not matter.

    Of two versions from one day, the one that was written down later stands.
    """
    marked: dict[str, list[Keepsake]] = {}
    for one in kept:
        if one.type is KeepsakeType.GOAL:
            marked.setdefault(one.more.get(MARK) or f"#{one.id}", []).append(one)
    goals = [_goal(mark, versions) for mark, versions in marked.items()]
    return tuple(sorted(goals, key=lambda goal: goal.number))


def ratings_of(kept: Iterable[Keepsake], starts: int) -> dict[str, tuple[Rating, ...]]:
    """The ratings of each goal by its mark, the oldest first; of one day the later one stands."""
    found: dict[str, dict[int, Rating]] = {}
    rated = [one for one in kept if one.type is KeepsakeType.RATING and one.score is not None]
    for one in sorted(rated, key=_written):
        day = one.moment.day(starts)
        found.setdefault(one.more.get(MARK, ""), {})[day] = Rating(day, min(one.score or 0, 10))
    return {mark: tuple(days[day] for day in sorted(days)) for mark, days in found.items()}


def rating_of(goal: Goal, score: int, moment: Moment) -> Keepsake:
    """A rating as it is kept; it goes with the substance that the goal is about."""
    more = {MARK: goal.mark, ABOUT: goal.last.about}
    told = {name: text for name, text in more.items() if text}
    return Keepsake(KeepsakeType.RATING, moment, score=score, more=told)


def _goal(mark: str, kept: Sequence[Keepsake]) -> Goal:
    told = map(_version, sorted(kept, key=_written))
    versions: list[GoalVersion] = []
    for version in sorted(told, key=lambda one: one.since):
        if versions and versions[-1].since == version.since and not _ends(versions[-1], version):
            versions.pop()
        versions.append(version)
    return Goal(min(one.id for one in kept), mark, tuple(versions))


def _ends(before: GoalVersion, version: GoalVersion) -> bool:
    """Whether one of two versions from the same day is an end: what ended there is still told."""
    return (before.kind is GoalKind.ENDED) != (version.kind is GoalKind.ENDED)


def _written(one: Keepsake) -> tuple[int, int, int]:
    return one.written, one.moment.instant, one.id


def _version(one: Keepsake) -> GoalVersion:
    """A version as it was kept; what this program cannot read is a goal in own words."""
    since = _day(one)
    own = GoalVersion(GoalKind.OWN, since, about(one), words=one.text)
    try:
        kind, limit = GoalKind(one.more.get(KIND, "")), int(one.more.get(LIMIT) or 0)
        weekdays = tuple(int(day) for day in one.more.get(WEEKDAYS, "").split(",") if day)
    except ValueError:
        return own
    if not 0 <= limit <= LARGEST or not set(weekdays) <= set(range(WEEK)):
        return own
    return own._replace(
        kind=kind,
        limit=limit,
        unit=one.more.get(UNIT, ""),
        weekdays=weekdays,
        what=one.more.get(WHAT, ""),
    )


def _day(one: Keepsake) -> int:
    """The day from which on a version holds; without one that can be read, that of its writing."""
    try:
        return date.fromisoformat(one.more.get(SINCE, "")).toordinal()
    except ValueError:
        return one.moment.day(0)
