"""A goal in words, as a whole and for one week, and the person's own ratings."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from hrjournal.domain.entries.entry import DAYS, MONTHS
from hrjournal.domain.goals.goal import AMOUNTS, OF_USE, GoalKind, GoalVersion
from hrjournal.domain.time.clock import clock
from hrjournal.pages.amounts import days_words, joined
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hrjournal.domain.goals.goal import Rating
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.domain.substances.units import Units
    from hrjournal.report.goals.progress import GoalWeek

TOP: Final = 10
DOT, SPACE = "\u2022", "\u00b7"  # of a rating: so many of ten
THOUSAND: Final = 1000
HOUR: Final = 60


def goal_words(
    version: GoalVersion, substances: Mapping[str, Substance], units: Units, *, full: bool = False
) -> str:
    """What is wanted: `Alcohol: at most 10 drinks a week`; `full` names the country's drink."""
    said = wanted_words(version, units, full=full)
    if version.about:
        name = substances[version.about].name if version.about in substances else version.about
        return f"{own(name)}: {said}"
    if version.kind in OF_USE - AMOUNTS:
        return f"Anything: {said}"
    return said[:1].upper() + said[1:] if said[:1].isascii() else said


def short_name(version: GoalVersion, substances: Mapping[str, Substance]) -> str:
    """What a figure of it is led in by: the name of its substance."""
    if not version.about:
        return ""
    name = substances[version.about].name if version.about in substances else version.about
    return f"{own(name)} "


def wanted_words(version: GoalVersion, units: Units, *, full: bool = False) -> str:
    """What is wanted, without the name of what it is about: `at most 10 drinks a week`."""
    if version.kind in AMOUNTS:
        said = units.say if full else lambda low, _, unit: units.brief(low, unit)
        amount = said(version.limit, version.limit, version.unit)
        how = {GoalKind.DAY: "a day", GoalKind.WEEK: "a week"}.get(version.kind, "on any day")
        return f"at most {amount} {how}"
    return SAID[version.kind](version)


def _some_days(version: GoalVersion) -> str:
    return f"not on {joined([DAYS[day] for day in version.weekdays])}"


def _often(version: GoalVersion) -> str:
    thing = f'"{own(version.what)}"' if version.what else "a good thing"
    return f"{thing} {times_words(version.limit)} a week"


def _coping(version: GoalVersion) -> str:
    what = f"{own(version.what.replace('-', ' '))}"
    return f"{what} {times_words(version.limit)} a week" if version.limit else f"{what} with urges"


def _step(version: GoalVersion) -> str:
    what = f"{own(version.what.replace('-', ' '))}"
    often = f"on {days_words(version.limit)} a week" if version.limit else "on each day of use"
    return f"{what} {often}"


SAID: Final[Mapping[GoalKind, Callable[[GoalVersion], str]]] = {
    GoalKind.USE_DAYS: lambda one: f"at most {days_words(one.limit)} of use a week",
    GoalKind.FREE_DAYS: lambda one: f"{days_words(one.limit)} a week without",
    GoalKind.GAP: lambda one: f"at least {days_words(one.limit)} from one use to the next",
    GoalKind.NOT_BEFORE: lambda one: f"not before {clock(one.limit)}",
    GoalKind.NOT_ALONE: lambda _: "not alone",
    GoalKind.NOT_ON: _some_days,
    GoalKind.NONE: lambda _: "none",
    GoalKind.COPING: _coping,
    GoalKind.STEP: _step,
    GoalKind.GOOD: _often,
    GoalKind.SLEEP: lambda one: f"sleep {hours_words(one.limit)} a night",
    GoalKind.MONEY: lambda one: f"spend at most {money_words(one.limit)} a week",
    GoalKind.OWN: lambda one: f'"{own(" ".join(one.words.split()))}"',
    GoalKind.ENDED: lambda _: "ended",
}


def times_words(number: int) -> str:
    """How often: `once`, `twice`, `3 times`."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def hours_words(minutes: int) -> str:
    """A length of sleep: `7 hours`, `7 h 30`."""
    hours, rest = divmod(minutes, HOUR)
    if rest:
        return f"{hours} h {rest:02}"
    return "1 hour" if hours == 1 else f"{hours} hours"


def money_words(thousandths: int) -> str:
    """A sum of the person's own currency: `30`, `12.50`."""
    number = Decimal(thousandths) / THOUSAND
    return f"{number:.0f}" if number == int(number) else f"{number:.2f}"


def week_words(found: GoalWeek, units: Units, *, titled: bool = False) -> str:
    """How a week stands: `6 of 10 drinks`, `2 of 3 days without`, `held on 5 of 6 days`.

    Where the goal is `titled` beside it, what it is need not be said again.
    """
    version, figure = found.version, found.figure
    if not figure.rests_on:
        return "nothing logged"
    if version.kind in {GoalKind.WEEK, GoalKind.LARGEST}:
        words = amount_words(found, units)
    elif version.kind is GoalKind.DAY and figure.of:
        wanted = "" if titled else f"{wanted_words(version, units)} "
        words = f"{wanted}held on {_of_logged(found)}"
    elif figure.of == 0:
        words = NOTHING.get(version.kind, "no use logged")
    else:
        words = COUNTED[version.kind](found)
    more = f" (+? on {days_words(figure.unknown)})" if figure.unknown else ""
    return f"{words}{more}"


def amount_words(found: GoalWeek, units: Units) -> str:
    """The amount of a week, or of its largest day, beside the limit."""
    version, figure = found.version, found.figure
    said = units.say(figure.low, figure.high, version.unit)
    limit = units.brief(version.limit, version.unit)
    shown, other = (units.shown(version.unit, most)[0] for most in (figure.high, version.limit))
    if shown.id == other.id and not units.masked:
        for word in (shown.many, shown.one):
            said = said.removesuffix(f" {word}")
    largest = "largest day: " if version.kind is GoalKind.LARGEST else ""
    return f"{largest}{said} of {limit}"


def _of(found: GoalWeek, one: str, many: str) -> str:
    """So many out of several: `1 of 1 logged day`, `5 of 6 logged days`."""
    return f"{found.figure.low} of {found.figure.of} {one if found.figure.of == 1 else many}"


def _of_logged(found: GoalWeek) -> str:
    return _of(found, "logged day", "logged days")


def _of_use(found: GoalWeek) -> str:
    return _of(found, "day of use", "days of use")


def _so_many(found: GoalWeek) -> str:
    return f"{found.figure.low} of {found.version.limit}"


def _done(found: GoalWeek, each: str, several: str) -> str:
    """How often something was done, of each occasion or of so many times."""
    version = found.version
    what = f"{own(version.what.replace('-', ' '))}" if version.what else "good things"
    return f"{what} {f'{_so_many(found)} {several}' if version.limit else each}"


NOTHING: Final[Mapping[GoalKind, str]] = {
    GoalKind.DAY: "no day with a known amount",
    GoalKind.NOT_ON: "none of these days logged",
    GoalKind.NONE: "nothing logged",
    GoalKind.COPING: "no urges logged",
    GoalKind.SLEEP: "no night logged",
    GoalKind.GAP: "no two uses to compare",
}
COUNTED: Final[Mapping[GoalKind, Callable[[GoalWeek], str]]] = {
    GoalKind.USE_DAYS: lambda one: f"{one.figure.low} of at most {days_words(one.version.limit)}",
    GoalKind.FREE_DAYS: lambda one: f"{_so_many(one)} days without",
    GoalKind.GAP: lambda one: f"far enough apart {_of(one, 'time', 'times')}",
    GoalKind.NOT_BEFORE: lambda one: f"not before {clock(one.version.limit)} on {_of_use(one)}",
    GoalKind.NOT_ALONE: lambda one: f"not alone on {_of_use(one)}",
    GoalKind.NOT_ON: lambda one: f"without on {_of(one, 'such day', 'such days')}",
    GoalKind.NONE: lambda one: f"without on {_of_logged(one)}",
    GoalKind.COPING: lambda one: _done(one, f"with {_of(one, 'urge', 'urges')}", "times"),
    GoalKind.STEP: lambda one: _done(one, f"on {_of_use(one)}", "days"),
    GoalKind.GOOD: lambda one: _done(one, "", "times"),
    GoalKind.SLEEP: lambda one: (
        f"{hours_words(one.version.limit)} or more on {_of(one, 'logged night', 'logged nights')}"
    ),
    GoalKind.MONEY: lambda one: (
        f"{money_words(one.figure.low)} of {money_words(one.version.limit)} spent"
    ),
}


def rest_words(found: GoalWeek) -> str:
    """What a week rests on: `5 of 7 days logged`."""
    nights = "nights" if found.version.kind is GoalKind.SLEEP else "days"
    if found.days.length == 1:
        nights = nights.removesuffix("s")
    return f"{found.figure.rests_on} of {found.days.length} {nights} logged"


def day_words(day: int, year: int) -> str:
    """A day in a few words, `3 Nov`; the year is said when it is not `year`."""
    found = date.fromordinal(day)
    tail = "" if found.year == year else f" {found.year}"
    return f"{found.day} {MONTHS[found.month - 1]}{tail}"


def rating_words(ratings: Sequence[Rating], year: int) -> str:
    """Ratings as dots with their dates, the latest first."""
    said = [f"{dots(one.score)} {one.score} ({day_words(one.day, year)})" for one in ratings]
    return ", ".join(reversed(said))


def dots(score: int) -> str:
    """So many of ten as dots."""
    return DOT * score + SPACE * (TOP - score)
