"""What the records of a day say of its uses and of the steps taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.domain.entries.entry import Sort
from hrjournal.report.wins.rule import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hrjournal.domain.entries.entry import Entry
    from hrjournal.report.wins.rule import Scene


def uses(scene: Scene, day: int | None = None) -> Sequence[Entry]:
    """The uses among the records of a day; treatments are not among them."""
    records = scene.history.records.get(scene.day if day is None else day, ())
    return [
        entry for entry in records if entry.sort is Sort.USE and entry.substance in scene.courses
    ]


def all_uses(scene: Scene, day: int | None = None) -> Sequence[Entry] | None:
    """The uses of a day, or None where more of them are counted than are told one by one."""
    at = scene.day if day is None else day
    told = uses(scene, at)
    counted = sum(here.uses for course in scene.courses.values() if (here := course.day(at)))
    return told if len(told) >= counted else None


def alone_standing(scene: Scene, step: str) -> bool:
    """Whether a step was written for the day by itself, beside no use."""
    return any(entry.sort is not Sort.USE and step in entry.steps for entry in scene.entries)


def taken(scene: Scene, *steps: str) -> Iterator[Finding]:
    """That one of these steps was taken on the day."""
    if has(scene.entries, steps):
        yield Finding(scene.day)


def has(entries: Iterable[Entry], steps: Iterable[str]) -> bool:
    """Whether one of these steps stands with one of these records."""
    return any(step in entry.steps for entry in entries for step in steps)
