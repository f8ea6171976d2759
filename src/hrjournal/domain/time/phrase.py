"""The pieces of which people make up a time: a day, a part of the day, a time on the clock.

Each reader takes lower-case words with single spaces that are one piece and nothing else.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from hrjournal.domain.entries.entry import DAY
from hrjournal.domain.time.clock import HOUR, NOON
from hrjournal.domain.time.parse_date import date_in_figures, is_weekday, own_day, written_date
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hrjournal.domain.time.clock import CurrentTime

FARTHEST: Final = 14 * HOUR  # no place on earth is further from UTC
OLDEST: Final = 2000  # a year that four figures may mean
CLOCKS: Final = {"noon": NOON, "midnight": 0}
PARTS: Final[Mapping[str, tuple[int, int]]] = {  # hours; those after 24 are of the next date
    "morning": (0, 12),
    "lunchtime": (11, 15),
    "afternoon": (12, 19),
    "evening": (16, 24),
    "night": (18, 36),
}
DAY_AND_PART: Final = {
    "tonight": ("today", "night"),
    "last night": ("yesterday", "night"),
    "this morning": ("today", "morning"),
    "this afternoon": ("today", "afternoon"),
    "this evening": ("today", "evening"),
}

TIMES_AGO = (
    r"(?P<minus>-)? ?(?:(?P<count>half(?: an?)?|an?|[0-9]{1,6}(?:[.,][0-9]{1,2})?)"
    r"(?P<half> and (?:a )?half)? ?)?(?:(?P<hours>h|hrs?|hours?)|m|mins?|minutes?)"
    r"(?P<half_after> and (?:a )?half)?"
    r"(?:(?: ?(?:and )?(?P<minutes>[0-9]{1,2}) ?(?:m|mins?|minutes?)|(?P<glued>(?<=h)[0-9]{2})))?"
    r"(?(minus)| ago)"
)
OFFSET = r"(?: ?(?:utc ?)?(?P<offset>z|[+-][0-9]{2}(?::?[0-9]{2}){0,2})| (?P<later>second|later))?"
ON_CLOCK = (
    r"(?P<hour>[0-9]{1,2})"
    r"(?:(?P<colon>[:.h]| ?(?:uhr|h) ?)(?P<minute>[0-9]{2})"
    r"(?::(?P<second>[0-9]{2})(?:[.,][0-9]{1,9})?)?)?"
    r"(?: ?(?:(?P<half>[ap])\.? ?m\.?|(?P<mark>(?<=1[3-9])h|(?<=2[0-9])h|uhr|o'clock)))?" + OFFSET
)
FOUR_FIGURES = r"(?P<hour>[01][0-9]|2[0-3])(?P<minute>[0-5][0-9])(?P<mark> ?(?:hrs|hours|uhr|h))?"
BESIDE_HOUR = (  # without `minutes`, 8 to 9 is no time
    r"(?P<minutes>half|quarter|[0-9]{1,2})(?: min(?:ute)?s?)?"
    r" (?P<way>past|after|(?<=[a-z] )(?:to|before|till))"
    r" (?P<hour>[0-9]{1,2})(?: ?o'clock)?(?: ?(?P<half>[ap])\.? ?m\.?)?"
)
SEVERAL: Final = ("week", "month", "year", "other")
SEVERAL_DAYS = (
    r"(?:(?:all|last|this|the|past|whole|every|in) )+(?:weeks?|weekends?|months?|years?)"
    r"|(?:the )?other (?:day|night|evening)"
)
SEVERAL_AGO = r"(?:a )?(?:few|several|some) (?:minutes|hours|days|nights|weeks) ago"
FROM_TO_LINKS: Final = ("-", "and", "to", "til")
HOUR_WORDS = r"[0-9]{1,2}(?:[:.][0-9]{2})?(?: ?[ap]\.?m\.?)?"
FROM_TO = (
    rf"(?:between |from )?{HOUR_WORDS} ?(?:and|to|till|until|-) ?(?=[0-9.]+(?::| ?[ap]))"
    rf"{HOUR_WORDS}"
)

WHICH_DAY: Final = "{} could be more than one day. Write one, such as monday, 3 days ago or 20 nov."
HOW_LONG: Final = "{} could be more than one time. Write how many, such as 2 hours ago."
ONE_TIME: Final = "{} is more than one time. Write one, such as 7pm or 19:00."
STILL_AHEAD: Final = "{} is still to come. It can be written down once it has been."
YEAR_OR_TIME: Final = "{0} could be a time or a year. For the time, write {1}:{2}."
NO_TIME: Final = (
    "{} does not name a time of day. Write 22:30 or 10:30 pm; "
    "hours run from 00 to 23 and minutes from 00 to 59."
)


class NamedDay(NamedTuple):
    """The day that words name: the person's own one, a date of the calendar, or either."""

    own: int | None = None
    date: int | None = None


class WallTime(NamedTuple):
    """A time on the clock, in seconds after midnight."""

    seconds: int
    doubt: str = ""  # "hour": it can be twelve hours later too; "minutes": only by some clocks
    offset: int | None = None  # seconds ahead of UTC, where that was said
    later: bool = False  # the second of two
    bare: bool = False  # it can be a plain number too


class Phrase(NamedTuple):
    """What words say of a time, as far as they were read."""

    day: NamedDay | None = None
    part: str = ""
    wall: WallTime | None = None
    ago: int | None = None  # seconds before now
    refusal: str = ""  # a sentence with a gap for what was typed

    @property
    def is_dated(self) -> bool:
        """Whether its day is written as a date."""
        return self.day is not None and self.day.own is None

    @property
    def is_bare(self) -> bool:
        """Whether its time can be a plain number too."""
        return self.wall is not None and self.wall.bare

    def joined(self, other: Phrase) -> Phrase | None:
        """Both in one; None where they cannot go together."""
        if refusal := self.refusal or other.refusal:
            return Phrase(refusal=refusal)
        if self.ago is not None or other.ago is not None:
            return None
        twice = (self.part and other.part) or (self.wall and other.wall)
        day = _same_day(self.day, other.day)
        if twice or (day is None and (self.day or other.day)):
            return None
        return Phrase(day, self.part or other.part, self.wall or other.wall)


def _same_day(one: NamedDay | None, other: NamedDay | None) -> NamedDay | None:
    """The day of both, where one of them says none or they agree."""
    if one is None or other is None:
        return one or other
    days = ({one.own, one.date} & {other.own, other.date}) - {None}
    return min((one, other), key=lambda day: day.date is not None) if days else None


def read_piece(words: str, now: CurrentTime) -> Phrase | None:
    """The one piece that these words are; None when they are none."""
    for reader in READERS:
        if found := reader(words, now):
            return found
    return None


def _said(words: str, now: CurrentTime) -> Phrase | None:
    """Names: `now`, `tonight`, `evening`, and what cannot be one day or one time."""
    if words == "now":
        return Phrase(ago=0)
    if words in PARTS:
        return Phrase(part=words)
    if words in DAY_AND_PART:
        named, part = DAY_AND_PART[words]
        return Phrase(NamedDay(own_day(named, now.today), _today_too(named, now)), part)
    if words[:5] == "next " and (is_weekday(words[5:]) or words[5:] in {"week", "month", "year"}):
        return Phrase(refusal=STILL_AHEAD)
    several = any(name in words for name in SEVERAL) and re.fullmatch(SEVERAL_DAYS, words)
    return Phrase(refusal=WHICH_DAY) if several else None


def _time_ago(words: str, _now: CurrentTime) -> Phrase | None:
    if not (words.startswith("-") or words.endswith(" ago")):
        return None
    if re.fullmatch(SEVERAL_AGO, words):
        return Phrase(refusal=HOW_LONG)
    found = re.fullmatch(TIMES_AGO, words)
    if found is None or not (found["count"] or found["half_after"]):
        return None
    halves = bool(found["half"]) + bool(found["half_after"])
    minutes = int(found["minutes"] or found["glued"] or 0)
    if halves > 1 or (minutes and not found["hours"]):
        return None
    unit = HOUR if found["hours"] else 60
    return Phrase(ago=round((_number(found["count"]) + halves / 2) * unit) + minutes * 60)


def _number(word: str | None) -> float:
    if word and word[0].isdigit():
        return float(word.replace(",", "."))
    return 0.5 if word and word.startswith("half") else 1


def _day(words: str, now: CurrentTime) -> Phrase | None:
    own = own_day(words, now.today)
    if own is not None:
        part = "night" if "night" in words else ""
        return Phrase(NamedDay(own, _today_too(words, now)), part)
    found = written_date(words, now.date)
    if found is None and now.words is not None and words[:1].isdigit():
        found = date_in_figures(words, now.date, now.words)
    if isinstance(found, str):
        return Phrase(refusal=found)
    return None if found is None else Phrase(NamedDay(date=found))


def _today_too(words: str, now: CurrentTime) -> int | None:
    """The day that a weekday or `today` means by the calendar, ahead in the small hours."""
    return own_day(words, now.date) if words == "today" or is_weekday(words) else None


def _clock(words: str, now: CurrentTime) -> Phrase | None:
    if words in CLOCKS:
        return Phrase(wall=WallTime(CLOCKS[words]))
    if words.count(" ") > 1 and (found := re.fullmatch(BESIDE_HOUR, words)):
        return _beside_hour(found)
    if words[:4].isdigit() and (found := re.fullmatch(FOUR_FIGURES, words)):
        return _four_figures(found, now)
    found = re.fullmatch(ON_CLOCK, words) if words[:1].isdigit() else None
    return _on_clock(found) if found and _is_on_clock(found) else None


def _half_eight(words: str, now: CurrentTime) -> Phrase | None:
    """Half past eight, where people say half eight for it."""
    if not (words[:5] == "half " and words[5:6].isdigit() and now.words and now.words().half_past):
        return None
    found = _clock(f"half past {words[5:]}", now)
    if found is None or found.wall is None:
        return None
    return Phrase(wall=found.wall._replace(bare=bool(found.wall.doubt)))


def _is_on_clock(found: re.Match[str]) -> bool:
    """Whether what stands behind an hour can go with it: 11-20 is no hour ahead of UTC."""
    return not found["offset"] or bool(found["minute"] or found["half"])


def _on_clock(found: re.Match[str]) -> Phrase:
    hour, minute, second = (int(found[name] or 0) for name in ("hour", "minute", "second"))
    lowest, highest = (1, 12) if found["half"] else (0, 23)
    offset = _offset(found["offset"])
    marked = found["half"] or found["mark"] in {"uhr", "o'clock"}
    bare = not (marked or (found["minute"] and found["colon"] != "."))
    is_time = lowest <= hour <= highest and max(minute, second) < 60 and _is_place(offset)
    if not is_time or not (hour or found["minute"] or found["mark"]):
        return Phrase(wall=WallTime(0, bare=bare), refusal=NO_TIME)
    if found["half"]:
        hour = hour % 12 + (12 if found["half"] == "p" else 0)
    doubt = "" if found["half"] else _doubt(found)
    seconds = (hour * 60 + minute) * 60 + second
    later = bool(found["later"])
    return Phrase(wall=WallTime(seconds, doubt, offset=offset, later=later, bare=bare))


def _is_place(offset: int | None) -> bool:
    """Whether any place is so far ahead of UTC."""
    return offset is None or abs(offset) <= FARTHEST


def _doubt(found: re.Match[str]) -> str:
    """How sure it is in which half of the day a time without `am` or `pm` lies."""
    if not 0 < int(found["hour"]) <= 12 or found["mark"] == "h":
        return ""
    if found["minute"] is None:
        return "hour"
    return "minutes" if found["colon"] in {":", "."} and found["hour"][0] != "0" else ""


def _four_figures(found: re.Match[str], now: CurrentTime) -> Phrase:
    hour, minute = found["hour"], found["minute"]
    year = date.fromordinal(now.date).year
    if not found["mark"] and OLDEST <= int(hour + minute) <= year:
        return Phrase(wall=WallTime(0, bare=True), refusal=YEAR_OR_TIME.format("{}", hour, minute))
    doubt = "minutes" if 10 <= int(hour) <= 12 and not found["mark"] else ""
    return Phrase(wall=WallTime(int(hour) * HOUR + int(minute) * 60, doubt, bare=True))


def _beside_hour(found: re.Match[str]) -> Phrase | None:
    hour, part, past = int(found["hour"]), found["minutes"], found["way"] in {"past", "after"}
    minutes = {"half": 30, "quarter": 15}.get(part) or int(part)
    if not 1 <= hour <= 12 or minutes > 30:
        return None
    seconds = hour % 12 * HOUR + (minutes if past else -minutes) * 60
    if found["half"]:
        half = NOON if found["half"] == "p" else 0
        return Phrase(wall=WallTime((seconds + half) % DAY))
    bare = part.isdigit() and found["way"] == "after"
    return Phrase(wall=WallTime(seconds % NOON, "hour", bare=bare))


def _offset(word: str | None) -> int | None:
    """Seconds ahead of UTC; more than any place has, where the minutes cannot be."""
    if not word:
        return None
    digits = re.sub("[^0-9]", "", word).ljust(6, "0")
    hours, minutes, seconds = int(digits[:2]), int(digits[2:4]), int(digits[4:])
    offset = (hours * 60 + minutes) * 60 + seconds if max(minutes, seconds) < 60 else 2 * FARTHEST
    return -offset if word.startswith("-") else offset


def _from_to(words: str, _now: CurrentTime) -> Phrase | None:
    several = any(link in words for link in FROM_TO_LINKS) and re.fullmatch(FROM_TO, words)
    return Phrase(refusal=ONE_TIME) if several else None


READERS: Final[tuple[Callable[[str, CurrentTime], Phrase | None], ...]] = (
    *(_said, _time_ago, _day, _from_to, _clock, _half_eight),
)
