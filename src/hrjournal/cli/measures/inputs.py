"""What measures need of a journal: its whole past, and the lines and levels they are read by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.domain.history import DateRange
from hrjournal.store import queries

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from hrjournal.domain.history import History
    from hrjournal.domain.knowledge.definitions import DrinkingGuide
    from hrjournal.report.clinical import Thresholds
    from hrjournal.store import Journal


def thresholds(journal: Journal, country: str, *, guided: bool = False) -> Thresholds:
    """What days are read by: the person's own choices, and a guide where one is wanted."""
    from hrjournal.content.levels import levels
    from hrjournal.content.mixing import mixing
    from hrjournal.report.clinical import Thresholds

    choice = journal.preferences
    return Thresholds(
        heavy=choice.heavy_day_thresholds.heavy,
        own_heavy="heavy_day" in choice.values,
        levels=levels(),
        chosen=choice.value("who_levels"),
        own_levels="who_levels" in choice.values,
        mixing=mixing(),
        guide=_guide(country) if guided else None,
    )


def _guide(country: str) -> DrinkingGuide | None:
    from hrjournal.content.guides import guides

    return guides().get(country)


def history_until(
    journal: Journal,
    window: DateRange,
    keys: Sequence[str] = (),
    without: Collection[str] = (),
    records: DateRange | None = None,
) -> History:
    """All that is written up to the end of a window, so that a start is in it.

    Records are those of the window, or of the days that are named.
    """
    first = queries.first_day(journal)
    return queries.load_history(
        journal,
        DateRange(min(first or window.start, window.start), window.end),
        keys,
        records=records or window,
        without=without,
    )
