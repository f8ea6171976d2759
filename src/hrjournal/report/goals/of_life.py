"""Goals that are seen in records: with whom, with urges, steps, good things, sleep and money."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.substances.substance import fold
from hrjournal.report.goals.figures import GoalFigure, Looked
from hrjournal.report.goals.near import WHOLE, at_least, at_most, mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrjournal.domain.entries.entry import Entry

ALONE: Final = "alone"
SMALL_WORDS: Final = frozenset({"a", "an", "the", "my", "to", "with", "at", "in", "on", "and"})


def not_alone(looked: Looked) -> GoalFigure:
    """On how many days of use nobody was alone; a day on which nothing says so is not known."""
    used = [day for day, one in looked.logged.items() if one.used]
    shares = [share for day in used if (share := _with_others(looked, day)) is not None]
    figure = _of(shares, len(looked.logged))._replace(unknown=len(used) - len(shares))
    return figure if used else figure._replace(near=WHOLE)


def _with_others(looked: Looked, day: int) -> Fraction | None:
    about = looked.version.about
    told = [
        fold(entry.company)
        for entry in looked.history.records.get(day, ())
        if entry.type is EntryType.USE and entry.company and about in {"", entry.substance}
    ]
    return Fraction(ALONE not in told) if told else None


def with_urges(looked: Looked) -> GoalFigure:
    """How often something was done: so many times, or with how many of the urges."""
    version = looked.version
    if version.limit:
        times = sum(did(entry, version.what) for entry in _records(looked))
        return GoalFigure(times, times, _written(looked), near=at_least(times, version.limit))
    urges = [entry for entry in _records(looked) if entry.type is EntryType.URGE]
    shares = [Fraction(did(entry, version.what)) for entry in urges]
    return _of(shares, _written(looked))


def steps(looked: Looked) -> GoalFigure:
    """On how many days a step was taken, or on how many of the days of use."""
    version = looked.version
    days = {
        day
        for day in looked.days.every
        if any(did(entry, version.what) for entry in looked.history.records.get(day, ()))
    }
    if version.limit:
        near = at_least(len(days), version.limit)
        return GoalFigure(len(days), len(days), _written(looked), near=near)
    used = [day for day, one in looked.logged.items() if one.used]
    return _of([Fraction(day in days) for day in used], _written(looked))


def good_things(looked: Looked) -> GoalFigure:
    """How many good things were written down, or how many with these words."""
    version = looked.version
    times = sum(
        entry.type is EntryType.GOOD if not version.what else did(entry, version.what)
        for entry in _records(looked)
    )
    return GoalFigure(times, times, _written(looked), near=at_least(times, version.limit))


def did(entry: Entry, what: str) -> bool:
    """Whether a record says that something was done.

    It is among its ways with urges or its steps, or it is a good thing in whose words each word of
    it stands, or one that begins with it: `called my sister` is `call my sister`.
    """
    word = fold(what).replace(" ", "-")
    if word in entry.copings or word in entry.steps:
        return True
    if entry.type is not EntryType.GOOD:
        return False
    said = re.findall(r"\w+", fold(entry.note or ""))
    wanted = [one for one in re.findall(r"\w+", fold(what)) if one not in SMALL_WORDS]
    return bool(wanted) and all(any(one.startswith(part) for one in said) for part in wanted)


def nights(looked: Looked) -> GoalFigure:
    """How many of the nights that were logged were long enough; several of one day are its mean."""
    told = []
    for day in looked.days.every:
        records = looked.history.records.get(day, ())
        minutes = [entry.sleep for entry in records if entry.sleep is not None]
        if minutes:
            told.append(Fraction(sum(minutes), len(minutes)))
    return _of([at_least(night, looked.version.limit) for night in told], len(told))


def money(looked: Looked) -> GoalFigure:
    """What was spent on the logged days."""
    about = looked.version.about
    spent = sum(entry.spend or 0 for entry in _records(looked) if about in {"", entry.substance})
    near = at_most(spent, looked.version.limit)
    return GoalFigure(spent, spent, _written(looked), near=near)


def _records(looked: Looked) -> Iterator[Entry]:
    for day in looked.days.every:
        yield from looked.history.records.get(day, ())


def _written(looked: Looked) -> int:
    """How many of the days anything was written on."""
    return sum(day in looked.history.written for day in looked.days.every)


def _of(shares: Sequence[Fraction], rests_on: int) -> GoalFigure:
    held = sum(share == WHOLE for share in shares)
    return GoalFigure(held, held, rests_on, of=len(shares), near=mean(shares))
