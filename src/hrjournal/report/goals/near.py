"""How near a figure is to a goal: a share from 0 to 1, exact, and never a pass or a fail.

The share of a week, by the metric of its goal:

- at most an amount, days of use, or money a week, and no day over an amount: 1 up to the limit,
  beyond it the limit as a share of the figure (12 drinks beside 10: 10/12).
- at least so many days without, or times a week: the figure as a share of the limit, 1 at most.
- at most an amount a day: the mean over the logged days of that share of each day.
- days between uses: the mean over the gaps that ended in the week of the gap as a share.
- not before a time: the mean over days of use of how much of the time from the start of the day to
  the time of the goal had gone by at the first use.
- hours of sleep: the mean over the nights of the night as a share.
- not alone, not on some days, none, a step, a way with urges: the share of days or urges so.

Days that are not logged are in no figure. There is no share of a week with fewer than four of the
days that it rests on, nor where an amount that it needs is not known.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

FEW: Final = 4  # logged days without which a week says nothing of a goal
WHOLE: Final = Fraction(1)


def at_most(figure: int | Fraction, limit: int | Fraction) -> Fraction:
    """How near a figure is to being no more than a limit."""
    return WHOLE if figure <= limit else Fraction(limit) / Fraction(figure)


def at_least(figure: int | Fraction, limit: int | Fraction) -> Fraction:
    """How near a figure is to being no less than a limit."""
    return WHOLE if figure >= limit else Fraction(figure) / Fraction(limit)


def mean(shares: Sequence[Fraction]) -> Fraction | None:
    """The mean of several shares; None without any."""
    return sum(shares, Fraction()) / len(shares) if shares else None
