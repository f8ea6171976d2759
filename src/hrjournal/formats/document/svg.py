"""The geometry of small drawings: what stands where in a picture made of lines."""

from __future__ import annotations

from functools import cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.blocks import WeekPoint

BAR: Final = 100  # the whole length of a bar
HEIGHT: Final = 24  # of a line
STEP: Final = 10  # from one value of a line to the next
LEVELS: Final = 4  # bars of a level, each higher than the one before
_RISE = 2.25  # from one bar of a level to the next
_EDGE = 3  # a line keeps this far from the top and the foot
_LEAST = 1.5  # more than nothing is always seen


def bar_length(share: float) -> str:
    """How long the filled part of a bar is; more than nothing is always seen."""
    length = _within(share) * BAR
    return _number(max(length, _LEAST) if share > 0 else 0)


def line_width(shares: Sequence[float | None]) -> int:
    """How wide the drawing of a line is."""
    return max(1, len(shares) - 1) * STEP


def line_path(shares: Sequence[float | None]) -> str:
    """A line through the known values, as path data; where nothing is known it has a gap."""
    path = []
    for known, run in groupby(enumerate(shares), key=lambda one: one[1] is not None):
        if known:
            points = [_point(place, share) for place, share in run if share is not None]
            path.append(f"M{' L'.join(points)}" if len(points) > 1 else f"M{points[0]} h0")
    return " ".join(path)


def last_point(shares: Sequence[float | None]) -> str:
    """A dot on the last known value, as path data; empty where none is known."""
    known = [(place, share) for place, share in enumerate(shares) if share is not None]
    return f"M{_point(*known[-1])} h0" if known else ""


def line_words(shares: Sequence[float | None]) -> str:
    """What a line shows, for those who do not see it."""
    known = [share for share in shares if share is not None]
    if not known:
        return "nothing written"
    least, most, last = (f"{_within(share):.0%}" for share in (min(known), max(known), known[-1]))
    words = f"from {least} to {most}, last {last}"
    gaps = len(shares) - len(known)
    return f"{words}; {gaps} of {len(shares)} unwritten" if gaps else words


def weeks_path(points: Sequence[WeekPoint | None], *, running: bool) -> str:
    """Lines from week to week, in the middle of their columns; those to running weeks are apart."""
    return " ".join(
        f"M{_week(place, before)} L{_week(place + 1, point)}"
        for place, (before, point) in enumerate(pairwise(points))
        if before and point and point.running is running
    )


def weeks_dots(points: Sequence[WeekPoint | None], *, thin: bool) -> str:
    """Dots on all weeks, or on those of which few days are written."""
    return " ".join(
        f"M{_week(place, point)} h0"
        for place, point in enumerate(points)
        if point and (point.thin or not thin)
    )


@cache  # a calendar draws the same few for every day
def level_path(first: int, end: int) -> str:
    """The bars of a level from one to before another, as path data."""
    return " ".join(
        f"M{place * 4} {_number(LEVELS * _RISE)} v-{_number((place + 1) * _RISE)} h3 V9z"
        for place in range(first, end)
    )


def _point(place: int, share: float) -> str:
    rise = (HEIGHT - 2 * _EDGE) * _within(share)
    return f"{place * STEP} {_number(HEIGHT - _EDGE - rise)}"


def _week(place: int, point: WeekPoint) -> str:
    return f"{_number(place * STEP + STEP / 2)} {_point(0, point.share).partition(' ')[2]}"


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _within(share: float) -> float:
    return min(1.0, max(0.0, share))
