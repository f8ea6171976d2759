"""The words people have for times, read strictly: what could mean two things is asked again.

A named day (`yesterday`, `monday`, `3 days ago`) is the person's own day, and a time on it lies
within that day: `yesterday 01:30` is the night that belongs to yesterday. A date written out is a
date of the calendar, and a time on it is exactly that.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hrjournal.domain.entries.entry import DAY, EPOCH, day_name
from hrjournal.domain.time.clock import (
    HOUR,
    NOON,
    CurrentTime,
    clock,
    midnight,
    moment_at,
    moment_of_day,
    moment_on_wall,
    moment_with_offset,
    now_at,
    spoken,
)
from hrjournal.domain.time.parse_date import ISO, count, own_day, written_date
from hrjournal.errors import UsageError
from hrjournal.sanitize import quote

if TYPE_CHECKING:
    from hrjournal.domain.entries.entry import Moment

__all__ = ["CurrentTime", "moment_of_day", "now_at", "read_day", "read_moment"]

SLACK = 60  # seconds that a clock may be ahead
FARTHEST = 14 * HOUR  # no place on earth is further from UTC
LONGEST = 80  # characters; every way to write a time is shorter
PARTS = {  # of these the day is taken without a time, since a night is late or early by person
    "this morning": 0,
    "last night": 1,
    "yesterday morning": 1,
    "yesterday afternoon": 1,
    "yesterday evening": 1,
    "yesterday night": 1,
}
CLOCKS = {"noon": NOON, "midnight": 0}

ELAPSED = r"(-)?([0-9]{1,6}|an?) ?(?:(m|mins?|minutes?)|h|hrs?|hours?)(?(1)| ago)"
TIMED = (
    r"(?:(?P<day>.+?),? )??(?:at )?"
    r"(?:(?P<name>noon|midnight)|(?P<hour>[0-9]{1,2})"
    r"(?:[:.](?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:[.,][0-9]{1,9})?)?)?"
    r"(?: ?(?P<half>[ap])\.?m\.?)?)"
    r"(?: ?(?P<offset>z|[+-][0-9]{2}(?::?[0-9]{2}){0,2})| (?P<later>second|later))?"
)
TIME_OR_DATE = r"([0-9]{1,2})\.(0[1-9]|1[0-2])"
UNCLEAR = (
    rf"(?!{ISO})[0-9]{{1,4}}[/.-][0-9]{{1,2}}\b.*"
    r"|.*[0-9]{1,2} [a-z]{3,9},? '?[0-9]{2}"
    r"|[a-z]{3,9} [0-9]{1,2},? '?[0-9]{2}"
)


def read_moment(text: str, now: CurrentTime) -> Moment:
    """The moment that a person's words mean; `timed` is false where they name a day alone.

    A weekday is the latest one, which may be today; `last monday` lies before today. A date
    without a year is the latest one. A time that comes twice is the first, unless `second` or an
    offset follows it. `last night` is yesterday, at a time not known.

    Raises:
        UsageError: when the words mean nothing, two things, a time that a clock change skips, or
            one still to come; with what was understood and how to write it.
    """
    found = _read(text, now)
    return moment_of_day(found, now.zone) if isinstance(found, int) else found


def read_day(text: str, now: CurrentTime) -> int:
    """The person's day that the same words mean.

    Raises:
        UsageError: as for a moment.
    """
    found = _read(text, now)
    return found if isinstance(found, int) else found.day(now.day_start)


def _read(text: str, now: CurrentTime) -> Moment | int:
    """The moment, or the person's day where the words name no time."""
    if not text.isascii() or len(text) > LONGEST:
        raise _unread(text)
    words = re.sub(rf"^({ISO})t(?=[0-9])", r"\1 ", " ".join(text.lower().split()))
    day = _day(words, text, now)
    if day is not None:
        return day
    moment = _moment(words, text, now)
    if moment.local < DAY:
        raise _too_early(text)
    return moment


def _day(words: str, text: str, now: CurrentTime) -> int | None:
    """The person's day, if the words name a day alone."""
    if words in PARTS:
        return now.today - PARTS[words]
    day = written_date(words, now.date, text)
    if day is None:
        day = own_day(words, now.today)
    if day is None:
        return None
    if day <= EPOCH:
        raise _too_early(text)
    if day > now.today:
        begins = f": your day starts at {clock(now.day_start)}" if day == now.date else ""
        raise _to_come(text, day_name(day), begins)
    return day


def _moment(words: str, text: str, now: CurrentTime) -> Moment:
    if words == "now":
        return now.moment
    if elapsed := re.fullmatch(ELAPSED, words):
        seconds = count(elapsed[2]) * (60 if elapsed[3] else HOUR)
        return moment_at(max(0, now.moment.instant - seconds), now.zone)
    if either := re.fullmatch(TIME_OR_DATE, words):
        raise UsageError(
            f"{quote(text)} can be a time or a date. Write {either[1]}:{either[2]} for the time, "
            "or a date with the year first, as in 2026-11-20."
        )
    if timed := re.fullmatch(TIMED, words):
        return _timed(timed, text, now)
    raise _unread(text)


def _timed(parts: re.Match[str], text: str, now: CurrentTime) -> Moment:
    """The moment of a time of day, on the day that stands before it or else on today."""
    seconds = _seconds(parts, text)
    local = _midnight(parts, seconds, text, now) + seconds
    if local < DAY:
        raise _too_early(text)
    if local > now.moment.local + 3 * DAY:  # to come in every zone, and perhaps past the calendar
        raise _to_come(text, spoken(local))
    if parts["offset"]:
        moment = moment_with_offset(local, _offset(parts["offset"], text), now.zone)
    else:
        moment = moment_on_wall(local, now.zone, text, later=bool(parts["later"]))
    if moment.instant > now.moment.instant + SLACK:
        abroad = "" if moment.zone == now.moment.zone else f" ({moment.zone})"
        hint = "" if parts["day"] else f". For the day before, write: yesterday {clock(seconds)}"
        raise _to_come(text, spoken(local) + abroad, hint)
    return moment


def _midnight(parts: re.Match[str], seconds: int, text: str, now: CurrentTime) -> int:
    """Local seconds at the start of the date on which a time lies."""
    named = parts["day"] or "today"
    day = written_date(named, now.date, text)
    if day is not None:
        return midnight(day)
    day = own_day(named, now.today)
    if day is None or parts["offset"]:
        raise _unread(text)
    return midnight(day + (seconds < now.day_start))


def _seconds(parts: re.Match[str], text: str) -> int:
    """Seconds after midnight."""
    if parts["name"]:
        return CLOCKS[parts["name"]]
    if not (parts["minute"] or parts["half"]):
        raise _unread(text)
    hour, minute, second = (int(parts[name] or 0) for name in ("hour", "minute", "second"))
    lowest, highest = (1, 12) if parts["half"] else (0, 23)
    if not lowest <= hour <= highest or max(minute, second) > 59:
        raise _no_time(text)
    if parts["half"]:
        hour = hour % 12 + (12 if parts["half"] == "p" else 0)
    return (hour * 60 + minute) * 60 + second


def _offset(word: str, text: str) -> int:
    """Seconds ahead of UTC."""
    digits = re.sub("[^0-9]", "", word).ljust(6, "0")
    hours, minutes, seconds = int(digits[:2]), int(digits[2:4]), int(digits[4:])
    offset = (hours * 60 + minutes) * 60 + seconds
    if offset > FARTHEST or max(minutes, seconds) > 59:
        raise _no_time(text)
    return -offset if word.startswith("-") else offset


def _to_come(text: str, understood: str, more: str = "") -> UsageError:
    return UsageError(
        f"{quote(text)} was understood as {understood}, which is still to come{more}."
    )


def _too_early(text: str) -> UsageError:
    return UsageError(
        f"{quote(text)} lies too far back. The first day that can be kept is {day_name(EPOCH + 1)}."
    )


def _no_time(text: str) -> UsageError:
    return UsageError(
        f"{quote(text)} does not name a time of day. Write 22:30 or 10:30 pm; "
        "hours run from 00 to 23 and minutes from 00 to 59."
    )


def _unread(text: str) -> UsageError:
    if re.fullmatch(UNCLEAR, " ".join(text[:LONGEST].lower().split())):
        return UsageError(
            f"{quote(text)} can be read in more than one way. "
            "Write a date with the year first, as in 2026-11-20."
        )
    return UsageError(
        f"{quote(text)} could not be read as a day or a time. "
        "Write 2026-11-20 22:30, 22:30, yesterday 22:30, monday or 2 hours ago."
    )
