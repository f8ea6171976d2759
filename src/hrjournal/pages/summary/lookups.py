"""What the summary needs to put its counts into words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.domain.entries.entry import day_name
from hrjournal.named import NamedTuple
from hrjournal.pages.summary.room import Room

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrjournal.domain.history import DateRange
    from hrjournal.domain.knowledge.definitions import Definition
    from hrjournal.domain.knowledge.screens import Screen
    from hrjournal.domain.substances.units import Units

TITLE: Final = "My summary"


class Lookups(NamedTuple):
    """Units, names and definitions; and at which second a day of the person starts."""

    units: Units
    definitions: Mapping[str, Definition]
    starts: int
    screens: Mapping[str, Screen]
    roots: Mapping[str, str]
    title: str = TITLE
    wide: bool = True  # whether a table has room for a column of definitions
    room: Room = Room()


def span_words(days: DateRange) -> str:
    """The days that a page is about: `Wed 26 Aug 2026 to Mon 23 Nov 2026`, or one of them."""
    first, last = day_name(days.start), day_name(days.end - 1)
    return first if first == last else f"{first} to {last}"
