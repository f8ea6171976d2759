"""Exact means and medians, and how far one lies from another, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class ExactMean(NamedTuple):
    """An exact mean: a sum, and how many it is shared among."""

    total: int
    among: int

    def below(self, other: ExactMean) -> bool:
        """Whether it is less than the other; never if either rests on nothing."""
        known = self.among > 0 and other.among > 0
        return known and self.total * other.among < other.total * self.among

    def rounded(self, parts: int = 1) -> int:
        """The nearest whole number to it divided by `parts`, half upwards."""
        whole = self.among * parts
        return (2 * self.total + whole) // (2 * whole)


def middle(values: Iterable[int]) -> ExactMean:
    """The median as an exact mean of one or two values; of none it rests on nothing."""
    ordered = sorted(values)
    half = len(ordered) // 2
    if len(ordered) % 2:
        return ExactMean(ordered[half], 1)
    return ExactMean(ordered[half - 1] + ordered[half], 2) if ordered else ExactMean(0, 0)
