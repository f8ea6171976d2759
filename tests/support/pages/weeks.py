"""Thirteen weeks of a journal, and the trends page of any journal."""

from __future__ import annotations

from hrjournal.blocks import Page
from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.history import DateRange, History
from hrjournal.pages.trends.page import page
from hrjournal.report.periods import By, recent
from hrjournal.report.trends.view import trends
from support.builders import CANNABIS, METHADONE, TODAY, entry, history, together
from support.pages.reading import DRINK, UNITS

EIGHT_WEEKS = recent(TODAY, By.WEEK, 8)
HEAVY = 4 * DRINK


def shown(
    journal: History, view: DateRange = EIGHT_WEEKS, by: By = By.WEEK, keys: tuple[str, ...] = ()
) -> Page:
    return page(trends(journal, view, by, TODAY, heavy=HEAVY, keys=keys), UNITS)


def drinks(marks: str) -> History:
    return history(marks, each=DRINK)


def journal() -> History:
    """Thirteen weeks of three substances, with moods, urges, nights and steps."""
    checkins = [
        entry(
            EntryType.CHECKIN,
            TODAY - back,
            mood=back % 7 + 2,
            urge=back % 5,
            sleep=400 + back if back % 2 else None,
        )
        for back in range(0, 60, 3)
    ]
    steps = [
        entry(EntryType.STEP, TODAY - 1, steps=("not-alone", "tested")),
        entry(EntryType.USE, TODAY - 2, substance="alcohol", steps=("not-alone",)),
    ]
    weeks = [
        *["2 0 3 . 2-4 5 6"] * 6,
        *["1 0 2 . 2 4 3"] * 3,
        *[".*7", "0 ? 2 3 0 1 0", "0 . 0 2 0 1 1", "0 0 1 0 0 2 1", "3"],
    ]
    return together(
        history(" ".join(weeks), each=DRINK, records=[*checkins, *steps]),
        history(" ".join([*["? 0 ? . ? 0 0"] * 9, "?"]), substance=CANNABIS),
        history("5*70", substance=METHADONE),
    )
