"""The words people have for times, read strictly: what could mean two things is asked again.

A named day (`yesterday`, `monday`, `3 days ago`) is the person's own day, and a time on it lies
within that day: `yesterday 01:30` is the night that belongs to yesterday. A date written out is a
date of the calendar, and a time on it is exactly that, unless its night is named: `the night of
23 nov 01:30`. Where only one of the two lies in the past, as with `2am` in the morning, that one
is meant.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

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
from hrjournal.domain.time.parse_date import ISO, TWO_DATES, written_date
from hrjournal.domain.time.phrase import PARTS, NamedDay, Phrase, WallTime
from hrjournal.domain.time.scan import whole
from hrjournal.errors import UsageError
from hrjournal.sanitize import quote

if TYPE_CHECKING:
    from hrjournal.domain.entries.entry import Moment

__all__ = ["CurrentTime", "moment_of_day", "now_at", "read_day", "read_moment", "resolve"]

SLACK: Final = 60  # seconds that a clock may be ahead
LONGEST: Final = 80  # characters; every way to write a time is shorter
NIGHT_ENDS: Final = 6 * HOUR
EVENING: Final = 17 * HOUR  # from when this evening and tonight are spoken of as begun
REPEATS: Final = 40  # years, within which every date falls on every weekday

TIME_OR_DATE = r"([0-9]{1,2})\.(0[1-9]|1[0-2])"
PRINTED = r"(today|tonight|yesterday|last night) \(([a-z]{3} [0-9]{1,2} [a-z]{3})\),?"
SHOWN = rf"(?:{PRINTED})(?: ?(?:at )?[0-9:]{{5}})?"  # by an answer: `confirmation.when_words`
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
    return resolve(_read(text, now), text, now)


def read_day(text: str, now: CurrentTime) -> int:
    """The person's day that the same words mean.

    Raises:
        UsageError: as for a moment.
    """
    return read_moment(text, now).day(now.day_start)


def resolve(phrase: Phrase, text: str, now: CurrentTime) -> Moment:
    """The moment that a phrase means now; `text` is what was typed.

    Raises:
        UsageError: when it can mean two moments or none, or one still to come.
    """
    if phrase.refusal:
        raise UsageError(phrase.refusal.format(quote(text)))
    if phrase.ago is not None:
        moment = moment_at(max(0, now.moment.instant - phrase.ago), now.zone)
        return _kept(moment if phrase.ago else now.moment, text)
    if phrase.wall is None:
        return moment_of_day(_day_alone(phrase, text, now), now.zone)
    return _kept(_timed(phrase, phrase.wall, text, now), text)


def time_on_date(phrase: Phrase, day: int, text: str, now: CurrentTime) -> int:
    """The time that a phrase names on a date that stands beside it, in seconds after midnight.

    Raises:
        UsageError: when it can be two times or none.
    """
    if phrase.refusal or phrase.wall is None:
        raise UsageError(phrase.refusal.format(quote(text)))
    seconds = _seconds(phrase._replace(day=NamedDay(date=day)), phrase.wall, now)
    if len(seconds) > 1:
        raise _either_half(text, seconds)
    if not seconds:
        raise _unread(text)
    return seconds[0]


def _read(text: str, now: CurrentTime) -> Phrase:
    """What the words say: in plain English, or by the words of other languages and countries."""
    if len(text) > LONGEST:
        raise _unread(text)
    words = _parted(text, now)
    found = whole(words, now) if text.isascii() else None
    if found is None and now.words is not None:
        plain = [word.text for word in now.words().plain(words)]
        found = whole(plain, now) if all(map(str.isascii, plain)) else None
    if found is None:
        raise _unread(text)
    return found


def _parted(text: str, now: CurrentTime) -> list[str]:
    """The words in lower case, without marks that say nothing."""
    words = " ".join(text.lower().split())
    if "(" in words and (printed := re.match(PRINTED, words)):
        words = _full_date(printed, now) + words[printed.end() :]
    if words[10:11] == "t" and words[11:12].isdigit() and re.fullmatch(ISO, words[:10]):
        words = f"{words[:10]} {words[11:]}"
    if re.fullmatch(TIME_OR_DATE, words) and int(words.partition(".")[0]) < 24:
        hour, _, minute = words.partition(".")
        raise UsageError(
            f"{quote(text)} can be a time or a date. Write {hour}:{minute} for the time, "
            "or a date with the year first, as in 2026-11-20."
        )
    return [one for word in words.split() if (one := bare(word))]


def bare(word: str) -> str:
    """The word without marks around it, and without dots where it has letters alone."""
    word = word.strip(",;?~")
    letters = word.replace(".", "")
    return letters if letters.isalpha() else word


def _full_date(printed: re.Match[str], now: CurrentTime) -> str:
    """What stands at the start of an answer, by its date: the latest of that name and weekday."""
    year = date.fromordinal(now.date).year
    days = (written_date(f"{printed[2]} {year - back}", now.date) for back in range(REPEATS))
    found = next((day for day in days if isinstance(day, int) and day <= now.date), None)
    night = "night of " if "night" in printed[1] else ""
    return printed[0] if found is None else night + date.fromordinal(found).isoformat()


def _day_alone(phrase: Phrase, text: str, now: CurrentTime) -> int:
    """The person's day, where no time is named."""
    named = phrase.day or NamedDay(now.today)
    day = named.own if named.own is not None else named.date
    assert day is not None  # noqa: S101 - one of them is named
    if day <= EPOCH:
        raise _too_early(text)
    if day > now.today:
        begins = f": your day starts at {clock(now.day_start)}" if day == now.date else ""
        raise _to_come(text, day_name(day), begins)
    if day == now.today and now.moment.local - midnight(day) < _begins(phrase.part):
        raise _to_come(text, f"the {phrase.part} of {day_name(day)}")
    return day


def _begins(part: str) -> int:
    """From when on its day a part is spoken of as begun, in seconds after midnight."""
    return min(EVENING, PARTS[part][0] * HOUR) if part else 0


def _timed(phrase: Phrase, wall: WallTime, text: str, now: CurrentTime) -> Moment:
    """The moment of a time of day, on the day that is named or else on today."""
    day = phrase.day or NamedDay(now.today, now.date)
    if day.own is not None and wall.offset is not None:
        raise _unread(text)
    latest = now.moment.local + SLACK
    seconds = _seconds(phrase, wall, now)
    every = [_local(day, phrase.part, one, now) for one in seconds]
    past = [local for local in every if local <= latest]
    if not every:
        raise _unread(text)
    if len(past) > 1:
        raise _either_half(text, seconds)
    local = past[0] if past else every[0]
    hint = "" if phrase.day else f". For the day before, write: yesterday {clock(local)}"
    return _at_local(local, wall, text, now, hint)


def _seconds(phrase: Phrase, wall: WallTime, now: CurrentTime) -> list[int]:
    """Where in its day a time can lie: twice, where nothing says which half of it is meant."""
    halves = [wall.seconds % NOON, wall.seconds % NOON + NOON] if wall.doubt else [wall.seconds]
    if phrase.part:
        halves = [one for one in halves if _in_part(phrase.part, one, now)]
    if wall.doubt != "minutes" or wall.seconds not in halves:
        return halves
    around_twice = now.words and not phrase.is_dated and now.words().twelve_hours
    return halves if around_twice else [wall.seconds]


def _in_part(part: str, seconds: int, now: CurrentTime) -> bool:
    first, end = PARTS[part]
    hour = seconds / HOUR + (24 if _past_midnight(part, seconds, now) else 0)
    return first <= hour < end


def _past_midnight(part: str, seconds: int, now: CurrentTime) -> bool:
    return part == "night" and seconds < max(NIGHT_ENDS, now.day_start)


def _local(day: NamedDay, part: str, seconds: int, now: CurrentTime) -> int:
    """The local time of so many seconds on a day, or of the last past one where it has two."""
    named = day.own if day.own is not None else day.date
    assert named is not None  # noqa: S101 - one of them is named
    on_date = midnight(named if day.date is None or part == "night" else day.date) + seconds
    if part == "night" or day.own is None:
        return on_date + (DAY if _past_midnight(part, seconds, now) else 0)
    if seconds >= now.day_start:
        return midnight(day.own) + seconds
    own_night = midnight(day.own + 1) + seconds
    if part == "morning":
        return on_date
    choices = [own_night] if day.date is None else [own_night, on_date]
    past = [local for local in choices if local <= now.moment.local + SLACK]
    return max(past, default=own_night)


def _at_local(local: int, wall: WallTime, text: str, now: CurrentTime, hint: str) -> Moment:
    """The moment at which clocks show a time, if it has been."""
    if local < DAY:
        raise _too_early(text)
    if local > now.moment.local + 3 * DAY:  # to come in every zone, and perhaps past the calendar
        raise _to_come(text, spoken(local))
    if wall.offset is None:
        moment = moment_on_wall(local, now.zone, text, later=wall.later)
    else:
        moment = moment_with_offset(local, wall.offset, now.zone)
    if moment.instant > now.moment.instant + SLACK:
        abroad = "" if moment.zone == now.moment.zone else f" ({moment.zone})"
        raise _to_come(text, spoken(local) + abroad, hint)
    return moment


def _kept(moment: Moment, text: str) -> Moment:
    if moment.local < DAY:
        raise _too_early(text)
    return moment


def _to_come(text: str, understood: str, more: str = "") -> UsageError:
    return UsageError(
        f"{quote(text)} was understood as {understood}, which is still to come{more}."
    )


def _either_half(text: str, halves: list[int]) -> UsageError:
    hours, minutes = divmod(halves[0] % NOON // 60, 60)
    said = f"{hours or 12}:{minutes:02}" if minutes else f"{hours or 12}"
    return UsageError(f"{quote(text)} could be {said}am or {said}pm. Please write which.")


def _too_early(text: str) -> UsageError:
    return UsageError(
        f"{quote(text)} lies too far back. The first day that can be kept is {day_name(EPOCH + 1)}."
    )


def _unread(text: str) -> UsageError:
    words = " ".join(text.lower().split())
    if shown := re.search(SHOWN, words):
        return UsageError(f"There is more than a time in {quote(text)}. Write: {quote(shown[0])}")
    if re.fullmatch(UNCLEAR, words[:LONGEST]):
        return UsageError(TWO_DATES.format(quote(text)))
    return UsageError(
        f"{quote(text)} could not be read as a day or a time. "
        "Write 2026-11-20 22:30, 22:30, yesterday 22:30, monday or 2 hours ago."
    )
