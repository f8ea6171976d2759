"""How people say days and times, in several languages, and how their country writes dates."""

from __future__ import annotations

from functools import cache

from hrjournal.content.loader import load
from hrjournal.domain.time.vocabulary import TimeWords


@cache
def time_words(country: str) -> TimeWords:
    """How people of a country say times; an empty code is a country that nobody knows."""
    file = load("times")
    dates = file.table("dates")
    unsure = not country or country in dates.texts("either")
    phrases = {
        said: plain
        for language, table in file.tables()
        if language not in {"dates", "clocks"}
        for plain in table.facts
        for said in table.texts(plain)
    }
    clocks = file.table("clocks")
    return TimeWords(
        phrases,
        month_first=None if unsure else country in dates.texts("month_first"),
        twelve_hours=country in clocks.texts("twelve_hours"),
        half_past=country in clocks.texts("half_past"),
    )
