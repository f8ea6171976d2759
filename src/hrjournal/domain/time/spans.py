"""Where in a line a time is said: `3 beers last night`, `2 yesterday and 3 today`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.domain.time.parse_date import MONTHS_SHORT, NAMED, WEEKDAYS
from hrjournal.domain.time.parse_moment import bare, resolve
from hrjournal.domain.time.phrase import CLOCKS, DAY_AND_PART
from hrjournal.domain.time.scan import LINKS, FoundTime, scan
from hrjournal.domain.time.vocabulary import PlacedWord
from hrjournal.errors import UsageError
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrjournal.domain.entries.entry import Moment
    from hrjournal.domain.time.clock import CurrentTime

BEGINNINGS: Final = LINKS | {
    *(name.split()[0] for name in (*NAMED, *CLOCKS, *DAY_AND_PART)),
    *("a", "an", "half", "quarter", "now", "next", "last", "all", "whole", "every", "few"),
    *("several", "some", "other", "past", "between", "from", "hour", "-"),
}
BEHIND_NUMBER: Final = frozenset(
    {
        *("am", "pm", "h", "hr", "hrs", "hour", "hours", "m", "min", "mins", "minute", "minutes"),
        *(
            "d",
            "day",
            "days",
            "w",
            "week",
            "weeks",
            "night",
            "nights",
            "uhr",
            "o'clock",
            "of",
            "and",
        ),
        *("past", "after", "to", "before", "till", "until"),
    }
)
SHORT_DAYS: Final = frozenset(name[:3] for name in WEEKDAYS)


class TimeSpan(NamedTuple):
    """Words of a line that say a time, from `start` to before `end`, and what it is.

    It is a moment, or else the error that says why it can be none: still to come, or two times.
    """

    start: int
    end: int
    moment: Moment | None = None
    error: UsageError | None = None


def time_spans(words: Sequence[str], now: CurrentTime) -> list[TimeSpan]:
    """Every time that a line says, as long as it goes, in order.

    `words` are those of the line, in lower case. What can be an amount is none: a plain number, a
    fraction; nor is a part of a day that nothing leads to, as in `night nurse`.
    """
    bared = [bare(word) for word in words]
    placed = (
        now.words().plain(bared)
        if now.words is not None
        else [PlacedWord(word, at, at + 1) for at, word in enumerate(bared)]
    )
    texts = [word.text for word in placed]
    spans = []
    for start, found in _times(texts, now):
        first, end = placed[start].start, placed[found.end - 1].end
        spans.append(_span(found, first, end, " ".join(words[first:end]), now))
    return spans


def _times(texts: Sequence[str], now: CurrentTime) -> Iterator[tuple[int, FoundTime]]:
    """Where times begin in the plain English of a line, and what they are."""
    at = 0
    while at < len(texts):
        found = scan(texts, at, now, in_line=True) if _may_begin(texts, at) else None
        if found:
            yield at, found
        at = found.end if found else at + 1


def _may_begin(texts: Sequence[str], at: int) -> bool:
    """Whether a time can begin with this word: a glance, before anything is matched."""
    word = texts[at]
    if word.isdigit():
        behind = texts[at + 1] if at + 1 < len(texts) else ""
        return behind in BEHIND_NUMBER or behind[:3] in MONTHS_SHORT
    short = word[:3] in SHORT_DAYS or word[:3] in MONTHS_SHORT
    return short or word in BEGINNINGS or word.lstrip("-")[:1].isdigit()


def _span(found: FoundTime, start: int, end: int, typed: str, now: CurrentTime) -> TimeSpan:
    try:
        return TimeSpan(start, end, resolve(found.phrase, typed, now))
    except UsageError as error:
        return TimeSpan(start, end, error=error)
