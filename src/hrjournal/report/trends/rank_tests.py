"""Does a row of figures go up or down, how fast, and is it rather one step than a slope?

By ranks, so that one odd figure does not turn it. Places are the numbers of weeks, and may have
gaps; every list is in the order of its places.
"""

from __future__ import annotations

from itertools import accumulate
from math import asin, erfc, exp, pi, sqrt
from typing import TYPE_CHECKING, Final

from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

# What a day shares with the day before it (0.4 in diaries of drinking) leaves this much between
# the means of two weeks in a row; taken as ranks.
BETWEEN_WEEKS: Final = 0.08
OF_RANKS: Final = 6 / pi * asin(BETWEEN_WEEKS / 2)
EDGE: Final = 4  # figures on either side of a step, at least


class FittedLine(NamedTuple):
    """A line through figures: its height at place 0, and its rise per place."""

    height: float
    rise: float

    def at(self, place: float) -> float:
        """Its height at a place."""
        return self.height + self.rise * place


class Split(NamedTuple):
    """One step: the mean of the first `size` figures, and of all after them."""

    size: int
    before: float
    after: float


def mann_kendall(values: Sequence[float]) -> tuple[int, float]:
    """Mann and Kendall's S (below 0: falling), and how often chance alone goes as far either way.

    The normal approximation with continuity correction, corrected for ties (Kendall 1975), and
    for weeks that hang together (Hamed and Rao 1998, at a fixed small memory: their estimate from
    so few weeks would be noise). At 0.05 it claims no more than the exact chance, from six on.
    """
    s = sum(
        (later > value) - (later < value)
        for index, value in enumerate(values)
        for later in values[index + 1 :]
    )
    ties = [values.count(value) for value in set(values)]
    variance = (_weight(len(values)) - sum(_weight(tie) for tie in ties)) / 18
    if not s or not variance:
        return s, 1.0
    return s, erfc((abs(s) - 1) / sqrt(2 * variance * memory(len(values))))


def memory(count: int) -> float:
    """How much wider S spreads because weeks in a row are a little alike (from 1 up)."""
    return 1 + 2 * (count - 3) / count * OF_RANKS if count > 3 else 1.0


def _weight(count: int) -> int:
    return count * (count - 1) * (2 * count + 5)


def theil_sen(places: Sequence[int], values: Sequence[float]) -> FittedLine:
    """The median of the slopes between all pairs, through the median height.

    Raises:
        ValueError: for fewer than two figures.
    """
    points = list(zip(places, values, strict=True))
    if len(points) < 2:
        raise ValueError("A line needs two points.")
    rise = _median(
        sorted(
            (later - value) / (place - before)
            for index, (before, value) in enumerate(points)
            for place, later in points[index + 1 :]
        )
    )
    return FittedLine(_median(sorted(value - rise * place for place, value in points)), rise)


def pettitt(values: Sequence[float]) -> float:
    """How often chance alone makes a step as clear as the clearest here (Pettitt 1979).

    His approximation, which says too much rather than too little for short rows.
    """
    count = len(values)
    ordered = sorted(values)
    ranks = {value: ordered.index(value) + (ordered.count(value) + 1) / 2 for value in set(values)}
    sums = accumulate(ranks[value] for value in values)
    most = max((abs(2 * total - (n + 1) * (count + 1)) for n, total in enumerate(sums)), default=0)
    if not most:
        return 1.0
    return min(1.0, 2 * exp(-6 * most**2 / (count**3 + count**2) / memory(count)))


def best_split(places: Sequence[int], values: Sequence[float]) -> Split | None:
    """The step that explains the figures better than a line does; None where none does.

    By squared distances. The place of a step is one more thing that was picked, and pays for it
    (Schwarz 1978). Four figures stand on either side of it.
    """
    count = len(values)
    mean = sum(values) / max(1, count)
    centered = [value - mean for value in values]
    sums = [0.0, *accumulate(centered)]
    around = sum(value**2 for value in centered)
    cuts = range(EDGE, count - EDGE + 1)
    cut = max(cuts, key=lambda cut: sums[cut] ** 2 / (cut * (count - cut)), default=0)
    if not cut:
        return None
    left = around - sums[cut] ** 2 * count / (cut * (count - cut))
    if left * count ** (1 / count) >= _beside_line(places, centered):
        return None
    return Split(cut, sum(values[:cut]) / cut, sum(values[cut:]) / (count - cut))


def _beside_line(places: Sequence[int], centered: Sequence[float]) -> float:
    """What the line of least squares leaves of the squares of figures whose mean is 0."""
    middle = sum(places) / len(places)
    spread = sum((place - middle) ** 2 for place in places)
    shared = sum((place - middle) * value for place, value in zip(places, centered, strict=True))
    return sum(value**2 for value in centered) - shared**2 / spread


def _median(ordered: Sequence[float]) -> float:
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
