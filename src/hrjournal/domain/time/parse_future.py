"""Days still to come: an appointment, or the date on a pack. Days gone by are read as elsewhere."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from hrjournal.domain.entries.entry import DAY, EPOCH
from hrjournal.domain.time.clock import midnight, moment_of_day, moment_on_wall
from hrjournal.domain.time.parse_date import ISO, WEEKDAYS, count
from hrjournal.domain.time.parse_moment import read_moment, time_on_date
from hrjournal.domain.time.scan import whole
from hrjournal.errors import UsageError
from hrjournal.sanitize import quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.domain.entries.entry import Moment
    from hrjournal.domain.time.clock import CurrentTime
    from hrjournal.domain.time.phrase import Phrase

FARTHEST = 20 * 366  # days ahead
LATER = r"(?:in )?\+?([0-9]{1,4}|an?) ?(d|days?|w|weeks?)"


def read_ahead(text: str, now: CurrentTime) -> Moment:
    """The moment of an appointment: a day, with or without a time; it may be still to come.

    A weekday is the next one: today's name is a week from now, unless a time is named that is
    still to come today.

    Raises:
        UsageError: when the words mean nothing here, with how to write it.
    """
    words = text.lower().replace(",", " ").split()
    parted = _parted(words, now) if text.isascii() else None
    if parted is None:
        return read_moment(text, now)
    day, said = parted
    if not EPOCH < day <= now.date + FARTHEST:
        raise UsageError(f"{quote(text)} lies too far away to be an appointment.")
    if said is None or (said.wall is None and not said.refusal):
        return moment_of_day(day, now.zone)
    seconds = time_on_date(said, day, text, now)
    if _weekday(words[words[0] == "on"]) == now.date % 7:
        today = midnight(now.date) + seconds
        day = now.date if today > now.moment.local else day
    return moment_on_wall(midnight(day) + seconds, now.zone, text)


def _parted(words: Sequence[str], now: CurrentTime) -> tuple[int, Phrase | None] | None:
    """The day that words begin with, and what they say of its time; None if they are no such."""
    for end in range(len(words), 0, -1):
        day = _day(" ".join(words[:end]), now.date)
        said = whole(words[end:], now)
        plain = said is None or (said.day is None and said.ago is None)
        if day is not None and plain and (said or end == len(words)):
            return day, said
    return None


def read_expiry(text: str) -> date:
    """The last day on which a pack is within its date: `2027-05-31`, or `2027-05` to its end.

    Raises:
        UsageError: when it is no such date.
    """
    found = re.fullmatch(r"([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?", text.strip())
    last = _last_day(*(int(part or 0) for part in found.groups())) if found else None
    if last is None or not text.isascii():
        raise UsageError(
            f"{quote(text)} is not a date here. Write it as on the pack: 2027-05 or 2027-05-31."
        )
    return last


def _last_day(year: int, month: int, day: int) -> date | None:
    """The date, or the last one of a month when no day is named; None if there is none such."""
    try:
        if day:
            return date(year, month, day)
        first = date(year, month, 1)
        return first.replace(day=monthrange(year, month)[1])
    except ValueError:
        return None


def days_until(moment: Moment, now: CurrentTime) -> int:
    """How many dates lie between now and a moment; below 0 when it has gone by."""
    return moment.local // DAY - now.moment.local // DAY


def _day(words: str, today: int) -> int | None:
    """A date by name; None when the words are none of these."""
    words = words.removeprefix("on ").removeprefix("next ")
    if words in {"today", "tomorrow"}:
        return today + (words == "tomorrow")
    if later := re.fullmatch(LATER, words):
        return today + count(later[1]) * (7 if later[2].startswith("w") else 1)
    if iso := re.fullmatch(ISO, words):
        try:
            return date(int(iso[1]), int(iso[2]), int(iso[3])).toordinal()
        except ValueError:
            return None
    weekday = _weekday(words)
    return None if weekday is None else today + 1 + (weekday - 1 - today) % 7


def _weekday(words: str) -> int | None:
    """The weekday of this name, as ordinals have it modulo 7."""
    found = (n for n, day in enumerate(WEEKDAYS) if len(words) > 2 and day.startswith(words))
    return next(((n + 1) % 7 for n in found), None)
