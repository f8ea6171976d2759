"""How far chance alone explains that a yes or no and a figure went together, row by row.

What comes back every week is taken out first, and so is the figure's own memory from one day to
the next: two rows of days that each drift go together often, and it means nothing.
"""

from __future__ import annotations

from collections import Counter
from math import atanh, erfc, sqrt
from typing import TYPE_CHECKING, Final

from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

FEWEST_ROWS: Final = 28
FEWEST_A_SIDE: Final = 8
FEWEST_PAIRS: Final = 5  # rows that follow each other directly: a memory needs more than these
LONGEST_MEMORY: Final = 0.9
CLOSEST: Final = 0.999
LEVEL: Final = 0.08  # share of claims that may be chance (Benjamini and Hochberg's q)
NOTHING_LEFT: Final = 1e-9  # variation per row under which there is none


class PairedRows(NamedTuple):
    """Rows to compare: when, in which group, yes (1) or no (0), and a figure."""

    times: Sequence[int]  # rising
    groups: Sequence[int]  # weekdays, or bands of strength
    x: Sequence[int]
    y: Sequence[float]
    yes_no: bool = False  # whether the figures are 1 and 0 too

    @property
    def enough(self) -> bool:
        """Whether there are rows enough to ask: 28, and 8 on each side."""
        sides = [sum(self.x), *([sum(self.y)] if self.yes_no else [])]
        rows = len(self.x)
        return rows >= FEWEST_ROWS and all(
            FEWEST_A_SIDE <= side <= rows - FEWEST_A_SIDE for side in sides
        )


class Association(NamedTuple):
    """How closely both went together (below 0: in opposite ways), and how often chance does it."""

    r: float
    p: float
    memory: float
    rows: int


def association(rows: PairedRows) -> Association | None:
    """What can be said of these rows; None where there are too few, or nothing varies."""
    if not rows.enough:
        return None
    y = centered(mid_ranks(rows.y), rows.groups)
    x = centered(rows.x, rows.groups)
    if not (_varies(x) and _varies(y)):
        return None
    kept = memory(rows.times, y)
    x, y = (whitened(rows.times, values, kept) for values in (x, y))
    if not (_varies(x) and _varies(y)):
        return None
    r = correlation(x, y)
    return Association(r, chance(r, len(x), len(set(rows.groups))), kept, len(x))


def mid_ranks(values: Sequence[float]) -> list[float]:
    """The rank of each value; equal ones share the middle of theirs: 7, 5, 7 are 2.5, 1, 2.5."""
    ranks, below = {}, 0
    for value, count in sorted(Counter(values).items()):
        ranks[value] = below + (count + 1) / 2
        below += count
    return [ranks[value] for value in values]


def centered(values: Sequence[float], groups: Sequence[int]) -> list[float]:
    """Each value less the mean of its group."""
    sums: dict[int, float] = {}
    counts = Counter(groups)
    for value, group in zip(values, groups, strict=True):
        sums[group] = sums.get(group, 0) + value
    return [
        value - sums[group] / counts[group] for value, group in zip(values, groups, strict=True)
    ]


def memory(times: Sequence[int], values: Sequence[float]) -> float:
    """How much of a day is the day before it, from 0 to .9; what few rows hide is added back."""
    count = len(values)
    pairs = [
        values[place] * values[place + 1]
        for place in range(count - 1)
        if times[place + 1] - times[place] == 1
    ]
    shared = sum(pairs) / len(pairs) if len(pairs) > FEWEST_PAIRS else 0.0
    first = shared / (sum(value * value for value in values) / count)
    return min(LONGEST_MEMORY, max(0.0, (count * first + 1) / (count - 4)))


def whitened(times: Sequence[int], values: Sequence[float], kept: float) -> list[float]:
    """What is new in each row: the value without what the row before it foretells."""
    fresh = [values[0]]
    for place in range(1, len(values)):
        carried = kept ** (times[place] - times[place - 1])
        fresh.append((values[place] - carried * values[place - 1]) / sqrt(1 - carried * carried))
    mean = sum(fresh) / len(fresh)
    return [value - mean for value in fresh]


def correlation(x: Sequence[float], y: Sequence[float]) -> float:
    """Pearson's correlation of two rows whose means are 0, within -.999 and .999."""
    shared = sum(one * other for one, other in zip(x, y, strict=True))
    squares = sum(one * one for one in x) * sum(other * other for other in y)
    return max(-CLOSEST, min(CLOSEST, shared / sqrt(squares)))


def chance(r: float, rows: int, groups: int) -> float:
    """How often chance alone gives a correlation so close, either way (Fisher's z).

    Each mean of a group that was taken out costs a row.
    """
    return erfc(abs(atanh(r)) * sqrt(rows - 3 - groups) / sqrt(2))


def standing_out(chances: Sequence[float], level: float = LEVEL) -> list[bool]:
    """Which of so many questions stand out (Benjamini and Hochberg 1995).

    The more is asked, the clearer each must be.
    """
    bar = -1.0
    for number, p in enumerate(sorted(chances), 1):
        if p <= level * number / len(chances):
            bar = p
    return [p <= bar for p in chances]


def _varies(values: Sequence[float]) -> bool:
    return sum(value * value for value in values) > NOTHING_LEFT * len(values)
