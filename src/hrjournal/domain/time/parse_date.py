"""Names for days: dates of the calendar as people write them, and days counted from today.

All take words in lower case with single spaces.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from hrjournal.domain.entries.entry import DAYS, day_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hrjournal.domain.time.vocabulary import TimeWords

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
MONTHS_SHORT = frozenset(name[:3] for name in MONTHS)
NAMED = {
    "tomorrow": -1,
    "today": 0,
    "yesterday": 1,
    "day before yesterday": 2,
    "the day before yesterday": 2,
}
NO_SUCH_DAY = "{} names a day that the calendar does not have."
TWO_DATES = (
    "{} can be read in more than one way. Write a date with the year first, as in 2026-11-20."
)
LONGEST_MONTH = 31
LEAP_GAP = 8  # years from one 29 February to the next, at most

DAYS_AGO = r"(-)? ?([0-9]{1,6}|an?) ?(?:(w|weeks?)|d|days?|nights?)(?(1)| ago)"
ISO = r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
SPOKEN = (
    r"(?:(?P<weekday>[a-z]{3,9}) )?"
    r"(?:(?P<day>[0-9]{1,2})(?:st|nd|rd|th|\.)?(?: of)? (?P<month>[a-z]{3,9})"
    r"|(?P<month_first>[a-z]{3,9}) (?P<day_last>[0-9]{1,2})(?:st|nd|rd|th)?)"
    r"(?: (?P<year>[0-9]{4}))?"
)

ORDINAL = r"([0-9]{1,2})(?:st|nd|rd|th)"
YEAR_FIRST = r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})"
IN_FIGURES = r"([0-9]{1,2})([-/.])([0-9]{1,2})(?:\2([0-9]{4}|(?<=[/.])[0-9]{2})|(?<=[0-9])\.)?"


def own_day(words: str, today: int) -> int | None:
    """The day that a name means to a person whose day is `today`; None if it is no such name.

    A weekday is the latest one, which may be today; with `last` it lies before today.
    """
    words = words.removeprefix("on ")
    if words in NAMED:
        return today - NAMED[words]
    if (words[0:1] == "-" or words[-4:] == " ago") and (ago := re.fullmatch(DAYS_AGO, words)):
        return today - count(ago[2]) * (7 if ago[3] else 1)
    last = words.startswith("last ")
    index = _index(words.removeprefix("last "), WEEKDAYS)
    if index is None:
        return None
    back = (today - 1 - index) % 7
    return today - (back or (7 if last else 0))


def is_weekday(words: str) -> bool:
    """Whether this is the name of a weekday and nothing else."""
    return _index(words, WEEKDAYS) is not None


def written_date(words: str, today: int) -> int | str | None:
    """The date that is written out, without a year the latest one; None if the words are no date.

    For a date that cannot be, it is a sentence with a gap for what was typed.
    """
    words = words.removeprefix("on ")
    if words[4:5] == "-" and (iso := re.fullmatch(ISO, words)):
        return _existing(_ordinal(int(iso[1]), int(iso[2]), int(iso[3])))
    if ordinal := re.fullmatch(ORDINAL, words):
        return _latest_numbered(int(ordinal[1]), today)
    spoken = re.fullmatch(SPOKEN, words) if _names_month(words) else None
    month = _index(spoken["month"] or spoken["month_first"], MONTHS) if spoken else None
    if spoken is None or month is None:
        return None
    number = int(spoken["day"] or spoken["day_last"])
    if spoken["year"]:
        found = _ordinal(int(spoken["year"]), month + 1, number)
    else:
        found = _latest(month + 1, number, today)
    return _on_weekday(_existing(found), spoken["weekday"])


def date_in_figures(words: str, today: int, habits: Callable[[], TimeWords]) -> int | str | None:
    """The date that is written in figures, as people of a country read it: `20/11`, `20.11.2026`.

    None if the words are no such date; a sentence with a gap for what was typed, if it can be two.
    """
    if not any(mark in words for mark in "-/."):
        return None
    if found := re.fullmatch(YEAR_FIRST, words):
        return _existing(_ordinal(int(found[1]), int(found[3]), int(found[4])))
    found = re.fullmatch(IN_FIGURES, words)
    if found is None or (found[2] == "-" and not found[4]):
        return None
    one, other = int(found[1]), int(found[3])
    if words.count(".") == 1 and one < 24:
        return None  # the time on a clock
    months = _months(one, other, month_first=habits().month_first, dots=found[2] == ".")
    every = [_dated(found[4], month, one + other - month, today) for month in months]
    dates = [day for day in every if day is not None]
    return TWO_DATES if len(dates) > 1 else _existing(next(iter(dates), None))


def _months(one: int, other: int, *, month_first: bool | None, dots: bool) -> set[int]:
    """Which of two figures can be the month."""
    possible = {number for number in (one, other) if 0 < number <= 12}
    if len(possible) < 2 or month_first is None or (dots and month_first):
        return possible
    return {one if month_first else other}


def _dated(year: str | None, month: int, number: int, today: int) -> int | None:
    """The date of these figures; without a year the latest one."""
    if year is None:
        return _latest(month, number, today)
    return _ordinal(int(year) + (2000 if len(year) == 2 else 0), month, number)


def count(word: str) -> int:
    """How many: a number, or one for `a` and `an`."""
    return int(word) if word.isdigit() else 1


def _names_month(words: str) -> bool:
    """Whether it is worth a closer look."""
    return " " in words and any(word[:3] in MONTHS_SHORT for word in words.split())


def _index(word: str, names: Sequence[str]) -> int | None:
    """Where a name stands that begins with a word of three letters or more."""
    if len(word) < 3:
        return None
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


def _latest_numbered(number: int, today: int) -> int | str:
    """The latest day with this number in its month."""
    days = (today - back for back in range(2 * LONGEST_MONTH))
    return _existing(next((day for day in days if date.fromordinal(day).day == number), None))


def _existing(day: int | None) -> int | str:
    return NO_SUCH_DAY if day is None else day


def _on_weekday(day: int | str, weekday: str | None) -> int | str | None:
    """The day, if it falls on the weekday that was written with it; None if that is no weekday."""
    if isinstance(day, str):
        return day
    falls = date.fromordinal(day).weekday()
    index = _index(weekday, WEEKDAYS) if weekday else falls
    if index is not None and index != falls:
        return f"{{}} names {DAYS[index]}, and that date is {day_name(day)}."
    return None if index is None else day
