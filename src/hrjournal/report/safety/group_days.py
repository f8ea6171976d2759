"""Several substances of one group as one: the body counts them together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.domain.history import DayUse

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def days_together(courses: Sequence[Mapping[int, DayUse]]) -> dict[int, DayUse]:
    """The days of several: use where any was used, none where every logged one says none.

    Amounts of different things do not add up, so none is known.
    """
    return {
        day: DayUse(uses, unknown=uses)
        for day in sorted({day for course in courses for day in course})
        for uses in [sum(course[day].uses for course in courses if day in course)]
    }


def last_use(days: Mapping[int, DayUse], until: int) -> int:
    """The last day of use up to a day; 0 where there is none."""
    return max((day for day, one in days.items() if one.used and day <= until), default=0)
