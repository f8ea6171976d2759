"""What the person said in words of their own: points to talk about, days, notes, a letter."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from hrjournal.blocks import Block, DefinitionList, Heading, ItemList, Text
from hrjournal.domain.entries.entry import day_name
from hrjournal.domain.keepsake import KeepsakeType
from hrjournal.domain.reflection.reflection import courses, few
from hrjournal.domain.summary.sections import Section
from hrjournal.pages.care.people import DONE, expiry_words
from hrjournal.pages.care.screens import kept_page
from hrjournal.pages.reflection.page import ruler_blocks
from hrjournal.pages.trends.data import iso
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.domain.goals.goal import GoalInWindow
    from hrjournal.domain.keepsake import Keepsake
    from hrjournal.pages.summary.lookups import Lookups
    from hrjournal.report.summary import DayWords, Summary


FEW_RATINGS: Final = 3
TOLD: Final = {"note": "", "gave": ", what it gave me", "after": ", what came after"}


def still_open(summary: Summary) -> list[Keepsake]:
    """The points to talk about that are not ticked off."""
    return [keepsake for keepsake in kept(summary, KeepsakeType.TALK) if DONE not in keepsake.more]


def kept(summary: Summary, sort: KeepsakeType) -> Sequence[Keepsake]:
    """What is in the summary of one sort, the oldest first."""
    return summary.held.kept.get(sort, ())


def wanted(summary: Summary, known: Lookups) -> list[Block]:
    """What was agreed last time, what to talk about, how it stands, and why."""
    room, parts = known.room, summary.parts
    found: list[Block] = []
    if Section.AGREED in parts:
        found += _listed("Agreed last time", kept(summary, KeepsakeType.AGREED), room.points)
    if Section.GOALS in parts and summary.held.goals:
        said = tuple(_goal(one, summary, known) for one in summary.held.goals[: room.goals])
        found += [Text("My goals:"), ItemList(said)]
    if Section.TALK in parts:
        found += _listed("What I want to talk about", still_open(summary), room.points)
    if Section.RULERS in parts and room.rulers:
        found += rulers(summary, known)
    if Section.REASONS in parts and room.reasons:
        found += _listed("My reasons", few(kept(summary, KeepsakeType.REASON)), room.points)
    return [Heading("What I want"), *found] if found else []


def _goal(one: GoalInWindow, summary: Summary, known: Lookups) -> str:
    """What is wanted, since when, and the latest ratings as dots with their dates."""
    from hrjournal.pages.goals.words import (  # noqa: PLC0415 - not everyone has goals
        day_words,
        goal_words,
        rating_words,
    )

    version = one.versions[-1]
    year = date.fromordinal(summary.scope.today).year
    words = goal_words(version, summary.held.history.substances, known.units)
    since = f"since {day_words(version.since, year)}"
    rated = f"; how near I felt: {rating_words(one.ratings[-FEW_RATINGS:], year)}"
    return f"{words}, {since}{rated if one.ratings else ''}"


def goals_data(summary: Summary, known: Lookups) -> list[dict[str, Any]]:
    """The goals of the window with their ratings."""
    if not summary.held.goals:
        return []
    from hrjournal.pages.goals.words import goal_words  # noqa: PLC0415 - not everyone has goals

    substances = summary.held.history.substances
    return [
        {
            "goal": goal_words(one.versions[-1], substances, known.units, full=True),
            "since": iso(one.versions[0].since),
            "changed": [iso(version.since) for version in one.versions[1:]],
            "ratings": [{"day": iso(each.day), "score": each.score} for each in one.ratings],
        }
        for one in summary.held.goals
    ]


def _listed(name: str, some: Sequence[Keepsake], most: int) -> list[Block]:
    """Words of the person's own under their name, one a line."""
    items = tuple(one_line(keepsake.text) for keepsake in some[-most:])
    return [Text(f"{name}:"), ItemList(items)] if items else []


def past_screens(summary: Summary, starts: int) -> list[tuple[str, int, int]]:
    """Which, on which day, and the score."""
    return [
        (keepsake.subject, keepsake.moment.day(starts), keepsake.score or 0)
        for keepsake in kept(summary, KeepsakeType.SCREEN)
    ]


def events(summary: Summary, known: Lookups) -> list[Block]:
    """The days that the person marked."""
    some = summary.events[-known.room.marked :]
    rows = tuple((day_name(said.day), one_line(said.text)) for said in some)
    return [Heading("Days that I marked"), DefinitionList(rows)] if rows else []


def good(summary: Summary, known: Lookups) -> list[Block]:
    """Good things of the window, with how good they were."""
    rows = tuple(
        (day_name(said.day), f"{one_line(said.text)}{_rated(said)}")
        for said in summary.good[-known.room.marked :]
    )
    return [Heading("Good things"), DefinitionList(rows)] if rows else []


def _rated(said: DayWords) -> str:
    return "" if said.score is None else f" ({said.score} of 10)"


def notes(summary: Summary, known: Lookups) -> list[Block]:
    """The notes of the window, word for word, the latest as far as there is room."""
    most = known.room.notes
    said = [
        Text(f"{day_name(said.day)}{TOLD[said.about]}: {own(said.text)}")
        for said in (summary.notes[-most:] if most else ())
    ]
    return [Heading("My notes"), *said] if said else []


def letter(summary: Summary, known: Lookups) -> list[Block]:
    """The latest letter to oneself, whole."""
    written = kept(summary, KeepsakeType.LETTER) if known.room.letter else ()
    return [Heading("My letter to myself"), Text(own(written[-1].text))] if written else []


def one_line(text: str) -> str:
    """Words of any lines as one line."""
    return own(" ".join(text.split()))


def rulers(summary: Summary, known: Lookups) -> list[Block]:
    """The first and the latest number on each ruler."""
    found = ruler_blocks(kept(summary, KeepsakeType.RULER), known.starts)
    return [block for block in found if isinstance(block, DefinitionList)]


def screens(summary: Summary, known: Lookups) -> list[Block]:
    """The scores of the screens that were kept in the window."""
    found = past_screens(summary, known.starts)
    blocks = kept_page(known.screens, found).blocks if found else ()
    return [Heading("Screens that I answered"), *blocks] if blocks else []


def roots(summary: Summary, known: Lookups) -> list[Block]:
    """What may lie underneath."""
    items = tuple(
        own(known.roots.get(keepsake.subject, keepsake.subject))
        for keepsake in kept(summary, KeepsakeType.ROOT)
    )
    return [Heading("What may lie underneath, in my view"), ItemList(items)] if items else []


def places(summary: Summary, _known: Lookups) -> list[Block]:
    """Where naloxone lies, and until when it is good."""
    place, expires = summary.held.naloxone
    rows = [("Where", own(place))] if place else []
    rows += [("Good until", expiry_words(expires, summary.scope.today))] if expires else []
    return [Heading("My naloxone"), DefinitionList(tuple(rows))] if rows else []


def places_data(summary: Summary) -> dict[str, str | None]:
    """Where naloxone lies, and until when it is good."""
    place, expires = summary.held.naloxone
    return {"naloxone_place": own(place) if place else None, "naloxone_expires": expires}


def rulers_data(summary: Summary, known: Lookups) -> list[dict[str, Any]]:
    """The first and the latest number on each ruler."""
    return [
        {
            "scale": course.scale.value,
            "about": own(course.about) or None,
            "first": _score(course.first, known),
            "last": _score(course.last, known),
        }
        for course in courses(kept(summary, KeepsakeType.RULER))
    ]


def screens_data(summary: Summary, known: Lookups) -> list[dict[str, Any]]:
    """Which, on which day, and the score."""
    found = past_screens(summary, known.starts)
    return [{"screen": name, "day": iso(day), "score": score} for name, day, score in found]


def texts_data(some: Sequence[Keepsake], known: Lookups) -> list[dict[str, str]]:
    """Texts with the day on which each was written."""
    return [
        {"day": iso(keepsake.moment.day(known.starts)), "text": own(keepsake.text)}
        for keepsake in some
    ]


def days_data(some: Sequence[DayWords], *more: str) -> list[dict[str, Any]]:
    """Words of days, with what else is asked for of them."""
    return [
        {"day": iso(said.day), "text": own(said.text)}
        | {name: getattr(said, name) for name in more}
        for said in some
    ]


def _score(one: Keepsake, known: Lookups) -> dict[str, Any]:
    return {"day": iso(one.moment.day(known.starts)), "score": one.score}
