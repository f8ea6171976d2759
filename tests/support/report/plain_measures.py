"""Figures of a span worked out by hand from what was written, day by day, as text and lists."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from hrjournal.domain.history import DayUse

Use = tuple[int, int, str] | None  # low, high, unit; None is an amount not known
Mark = list[Use] | None  # the uses of a day, none without, None for an unwritten day


class Plain(NamedTuple):
    written: int
    use_days: int
    none_days: int
    percent_without: Fraction | None
    totals: dict[str, tuple[int, int]]
    unknown_uses: int
    unknown_days: int
    known_days: int
    mean: tuple[Fraction, Fraction] | None
    largest: tuple[int, int, int] | None
    heavy: int
    without: tuple[int, bool]
    with_use: tuple[int, bool]


def plain(marks: list[Mark], unit: str, heavy: int) -> Plain:
    """Counts marks; the place of a mark is its day."""
    known = {place: _sum(mark) for place, mark in enumerate(marks) if mark and _whole(mark, unit)}
    said = [mark for mark in marks if mark is not None]
    uses = [use for mark in said for use in mark]
    letters = "".join("." if mark is None else "u" if mark else "n" for mark in marks)
    middles = {place: Fraction(low + high, 2) for place, (low, high) in known.items()}
    biggest = max(middles.values(), default=Fraction(0))
    place = min((place for place, found in middles.items() if found == biggest), default=None)
    return Plain(
        written=len(said),
        use_days=letters.count("u"),
        none_days=letters.count("n"),
        percent_without=Fraction(letters.count("n"), len(said)) * 100 if said else None,
        totals={
            name: _sum([use for use in uses if use and use[2] == name]) for name in _units(uses)
        },
        unknown_uses=uses.count(None),
        unknown_days=sum(None in mark for mark in said),
        known_days=len(known),
        mean=_mean(list(known.values())),
        largest=None if place is None else (place, *known[place]),
        heavy=sum(middle >= heavy for middle in middles.values()),
        without=_run(letters, "n"),
        with_use=_run(letters, "u"),
    )


def as_day(mark: list[Use], unit: str) -> DayUse:
    """The day that these uses come to; `unit` leads where it is there."""
    units = sorted(_units(mark), key=lambda name: (name != unit, name))
    sums = [(name, *_sum([use for use in mark if use and use[2] == name])) for name in units]
    first, *rest = sums or [(unit if mark else "", 0, 0)]
    return DayUse(len(mark), *first, unknown=mark.count(None), others=tuple(rest))


def _units(uses: list[Use]) -> set[str]:
    return {use[2] for use in uses if use}


def _whole(mark: list[Use], unit: str) -> bool:
    return None not in mark and _units(mark) == {unit}


def _sum(uses: list[Use]) -> tuple[int, int]:
    return sum(use[0] for use in uses if use), sum(use[1] for use in uses if use)


def _mean(days: list[tuple[int, int]]) -> tuple[Fraction, Fraction] | None:
    if not days:
        return None
    return (
        Fraction(sum(low for low, _ in days)) / len(days),
        Fraction(sum(high for _, high in days)) / len(days),
    )


def _run(letters: str, letter: str) -> tuple[int, bool]:
    """The longest run of a letter, and whether one as long borders on what is not known."""
    fenced = f".{letters}."
    longest = max(map(len, re.findall(f"{letter}+", letters)), default=0)
    if not longest:
        return 0, False
    run = letter * longest
    return longest, f".{run}" in fenced or f"{run}." in fenced
