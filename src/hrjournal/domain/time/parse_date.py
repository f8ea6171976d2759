"""Names for days: dates of the calendar as people write them, and days counted from today.

Both take words in lower case with single spaces, as `when` prepares them.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from hrjournal.domain.entries.entry import DAYS, day_name
from hrjournal.errors import UsageError
from hrjournal.sanitize import quote

if TYPE_CHECKING:
    from collections.abc import Sequence

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
NAMED = {
    "tomorrow": -1,
    "today": 0,
    "yesterday": 1,
    "day before yesterday": 2,
    "the day before yesterday": 2,
}
LEAP_GAP = 8  # years from one 29 February to the next, at most

DAYS_AGO = r"(-)?([0-9]{1,6}|a) ?(?:(w|weeks?)|d|days?)(?(1)| ago)"
WEEKDAY = r"(last )?([a-z]{3,9})"
ISO = r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
SPOKEN = (
    r"(?:(?P<weekday>[a-z]{3,9}),? )?"
    r"(?:(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?: of)? (?P<month>[a-z]{3,9})"
    r"|(?P<month_first>[a-z]{3,9}) (?P<day_last>[0-9]{1,2})(?:st|nd|rd|th)?)"
    r"(?:,? (?P<year>[0-9]{4}))?"
)


def own_day(words: str, today: int) -> int | None:
    """The day that a name means to a person whose day is `today`; None if it is no such name.

    A weekday is the latest one, which may be today; with `last` it lies before today.
    """
    words = words.removeprefix("on ")
    if words in NAMED:
        return today - NAMED[words]
    if ago := re.fullmatch(DAYS_AGO, words):
        return today - count(ago[2]) * (7 if ago[3] else 1)
    weekday = re.fullmatch(WEEKDAY, words)
    index = _index(weekday[2], WEEKDAYS) if weekday else None
    if weekday is None or index is None:
        return None
    back = (today - 1 - index) % 7
    return today - (back or (7 if weekday[1] else 0))


def written_date(words: str, today: int, typed: str) -> int | None:
    """The date that is written out, without a year the latest one; None if the words are no date.

    Raises:
        UsageError: when the calendar has no such date, or it falls on another weekday.
    """
    words = words.removeprefix("on ")
    if iso := re.fullmatch(ISO, words):
        return _existing(_ordinal(int(iso[1]), int(iso[2]), int(iso[3])), typed)
    spoken = re.fullmatch(SPOKEN, words)
    month = _index(spoken["month"] or spoken["month_first"], MONTHS) if spoken else None
    if spoken is None or month is None:
        return None
    number = int(spoken["day"] or spoken["day_last"])
    if spoken["year"]:
        found = _ordinal(int(spoken["year"]), month + 1, number)
    else:
        found = _latest(month + 1, number, today)
    return _on_weekday(_existing(found, typed), spoken["weekday"], typed)


def count(word: str) -> int:
    """How many: a number, or one for `a` and `an`."""
    return int(word) if word.isdigit() else 1


def _index(word: str, names: Sequence[str]) -> int | None:
    """Where a name stands that begins with a word of three letters or more."""
    return next((index for index, name in enumerate(names) if name.startswith(word)), None)


def _ordinal(year: int, month: int, number: int) -> int | None:
    try:
        return date(year, month, number).toordinal()
    except ValueError:
        return None


def _latest(month: int, number: int, today: int) -> int | None:
    year = date.fromordinal(today).year
    every = (_ordinal(year - back, month, number) for back in range(LEAP_GAP + 1))
    return next((day for day in every if day is not None and day <= today), None)


def _existing(day: int | None, typed: str) -> int:
    if day is None:
        raise UsageError(f"{quote(typed)} names a day that the calendar does not have.")
    return day


def _on_weekday(day: int, weekday: str | None, typed: str) -> int | None:
    """The day, if it falls on the weekday that was written with it; None if that is no weekday."""
    index = _index(weekday, WEEKDAYS) if weekday else date.fromordinal(day).weekday()
    if index is not None and index != date.fromordinal(day).weekday():
        raise UsageError(f"{quote(typed)} names {DAYS[index]}, and that date is {day_name(day)}.")
    return None if index is None else day
