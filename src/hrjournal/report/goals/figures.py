"""What a week comes to in the metric of a goal, and what a measure is given to work it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from hrjournal.domain.goals.goal import GoalVersion
    from hrjournal.domain.history import DateRange, DayUse, History


class GoalFigure(NamedTuple):
    """A figure in the metric of a goal.

    `low` and `high` are the ends of what it counts (thousandths, days, times, minutes), alike for
    all but amounts that are spans. Where it counts how many out of several, `of` is how many there
    are; else it is None. `rests_on` counts the logged days, or nights, behind it, and `unknown`
    the days left out because something of them is not known.
    """

    low: int
    high: int
    rests_on: int
    of: int | None = None
    unknown: int = 0
    near: Fraction | None = None


class Looked(NamedTuple):
    """A version, the days to count, the days of what it is about, and the history around them."""

    version: GoalVersion
    days: DateRange
    uses: Mapping[int, DayUse]
    history: History

    @property
    def logged(self) -> dict[int, DayUse]:
        """The logged days among those to count."""
        return self.days.of(self.uses)
