"""What is asked of a journal: fixed beforehand, in this order, with these lags, whatever is in it.

Each question says which rows it compares. To add one after looking at a journal would make the
promise of `association.standing_out` untrue, for everybody.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from hrjournal.domain.entries.entry import DAY
from hrjournal.named import NamedTuple
from hrjournal.report.patterns.association import PairedRows
from hrjournal.report.patterns.diary import most_frequent, passed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from hrjournal.domain.entries.entry import Entry
    from hrjournal.report.patterns.diary import Diary

    Rows = Callable[[Diary, str], PairedRows | None]
    Hit = Callable[[Diary], Callable[[float], bool]]

MOST_TRIGGERS: Final = 6
MOST_COPINGS: Final = 4
MILD: Final = 3  # the strongest urge of the lowest band
MIDDLING: Final = 6  # and of the next
HOURS: Final = ("night", "morning", "afternoon", "evening")
QUARTER: Final = DAY // len(HOURS)


class Topic(StrEnum):
    """What a question is about."""

    TRIGGER = "trigger"
    NEXT_DAY = "next day"
    COPING = "coping"
    HOUR = "hour"


class Question(NamedTuple):
    """One question: its rows, and its sentences, with {word} and {name} of the substance in them.

    `says` is said where it stands out, for a figure that is higher with a yes, and one that is
    lower; nothing where the counts say it all. `counted` names what both `sides` are counted by,
    which is what `hit` says of a figure, and leads over to the counts.
    """

    id: str
    topic: Topic
    rows: Rows
    says: tuple[str, str]
    counted: tuple[str, str]
    sides: tuple[str, str]
    hit: Hit


class Topics(NamedTuple):
    """The words that are asked about: those that stand in most places."""

    triggers: tuple[str, ...]
    copings: tuple[str, ...]


def topics(diary: Diary) -> Topics:
    """The 6 triggers that stand on most logged days, and the 4 ways that were tried most."""
    tried = ((place, frozenset(urge.copings)) for place, urge in enumerate(diary.ended_urges))
    return Topics(
        most_frequent(diary.words.items(), MOST_TRIGGERS), most_frequent(tried, MOST_COPINGS)
    )


def asked(about: Topics) -> Iterable[tuple[Question, str]]:
    """Every question with its word, in the order in which they are told; 30 at most."""
    words = {
        Topic.TRIGGER: about.triggers,
        Topic.NEXT_DAY: ("",),
        Topic.COPING: about.copings,
        Topic.HOUR: HOURS,
    }
    return ((question, word) for question in QUESTIONS for word in words[question.topic])


def amount(diary: Diary, word: str) -> PairedRows | None:
    """Is there more or less use on days with a trigger?

    1, 0, 3 and an unknown amount, `argument` on days 1 and 3: x is 1, 0, 1 and y is 1, 0, 3.
    """
    return _same_day(diary, 0, word, diary.amounts)


def used(diary: Diary, word: str) -> PairedRows | None:
    """Is there use on more or fewer of the days with a trigger?

    1, 0, 3 and an unknown amount, `argument` on days 1 and 3: x is 1, 0, 1, 0 and y 1, 0, 1, 1.
    """
    days = {day: int(one.used) for day, one in diary.uses.items()}
    rows = _same_day(diary, 0, word, days)
    return rows and rows._replace(yes_no=True)


def urges(diary: Diary, word: str) -> PairedRows | None:
    """Are there more or fewer urges on days with a trigger?

    Two urges on day 1 of 3, `argument` on days 1 and 3: x is 1, 0, 1 and y is 2, 0, 0.
    """
    counts = {day: diary.urge_counts.get(day, 0) for day in diary.uses}
    return _same_day(diary, 1, word, counts)


def heavier_mood(diary: Diary, _word: str = "") -> PairedRows:
    """Is mood higher or lower on the day after a heavier day?

    0, 0, 3 with moods of 6, 5, 7 and 3 on the day after: y is 5, 7, 3 and x is 0, 0, 1.
    """
    return _next_day(_heavier_days(diary), diary.moods)


def heavier_sleep(diary: Diary, _word: str = "") -> PairedRows:
    """Is sleep longer or shorter in the night after a heavier day?

    0, 0, 3 with 7 h written on day 2 and 5 h on day 4: y is 420, 300 (minutes) and x is 0, 1.
    """
    return _next_day(_heavier_days(diary), diary.sleeps)


def none_mood(diary: Diary, _word: str = "") -> PairedRows:
    """Is mood higher or lower on the day after a day without use?

    0, 0, 3 with moods of 6, 5, 7 and 3 on the day after: y is 5, 7, 3 and x is 1, 1, 0.
    """
    return _next_day(_days_without(diary), diary.moods)


def none_sleep(diary: Diary, _word: str = "") -> PairedRows:
    """Is sleep longer or shorter in the night after a day without use?

    0, 0, 3 with 7 h written on day 2 and 5 h on day 4: y is 420, 300 (minutes) and x is 1, 0.
    """
    return _next_day(_days_without(diary), diary.sleeps)


def coping(diary: Diary, word: str) -> PairedRows:
    """Among urges of like strength, did more or fewer pass without use with a way of coping?

    Urges of 8 (walk, passed), 3 (used) and 7 (passed): x is 1, 0, 0, y is 1, 0, 1, in the bands
    3, 1, 3.
    """
    return _by_strength(diary.ended_urges, lambda urge: word in urge.copings)


def hour(diary: Diary, word: str) -> PairedRows:
    """Among urges of like strength, did more or fewer pass without use at a time of day?

    Urges at 23:10 (8, passed) and 7:00 (3, used), for the evening: x is 1, 0 and y is 1, 0.
    """
    timed = [urge for urge in diary.ended_urges if urge.moment.timed]
    return _by_strength(timed, lambda urge: hour_band(urge.moment.local) == word)


def hour_band(local: int) -> str:
    """The quarter of the day on the wall clock: night from 0 to 6, and so on."""
    return HOURS[local % DAY // QUARTER]


def _same_day(
    diary: Diary, beside: int, word: str, figures: Mapping[int, float]
) -> PairedRows | None:
    if diary.tied[beside]:
        return None
    x = [int(word in diary.words.get(day, ())) for day in figures]
    return PairedRows(tuple(figures), _weekdays(figures), x, tuple(figures.values()))


def _next_day(days: Mapping[int, int], after: Mapping[int, float]) -> PairedRows:
    told = [day for day in days if day + 1 in after]
    y = [after[day + 1] for day in told]
    return PairedRows(told, _weekdays(told), [days[day] for day in told], y)


def _heavier_days(diary: Diary) -> Mapping[int, int]:
    above = diary.heavier.above
    return {day: int(above(amount)) for day, amount in diary.amounts.items()}


def _days_without(diary: Diary) -> Mapping[int, int]:
    return {day: int(not one.used) for day, one in diary.uses.items()}


def _weekdays(days: Iterable[int]) -> list[int]:
    return [day % 7 for day in days]


def _by_strength(found: Sequence[Entry], yes: Callable[[Entry], bool]) -> PairedRows:
    return PairedRows(
        range(len(found)),
        [_band(urge.urge or 0) for urge in found],
        [int(yes(urge)) for urge in found],
        [int(passed(urge)) for urge in found],
        yes_no=True,
    )


def _band(strength: int) -> int:
    return 1 if strength <= MILD else 2 if strength <= MIDDLING else 3


def _is_heavier(diary: Diary) -> Callable[[float], bool]:
    above = diary.heavier.above
    return lambda amount: amount > 0 and above(amount)


def _is_any(_diary: Diary) -> Callable[[float], bool]:
    return lambda figure: figure > 0


def _is_low(figures: Callable[[Diary], Mapping[int, float]]) -> Hit:
    """Whether a figure lies below the person's own middle."""

    def hit(diary: Diary) -> Callable[[float], bool]:
        ordered = sorted(figures(diary).values())
        middle = ordered[len(ordered) // 2] + ordered[(len(ordered) - 1) // 2] if ordered else 0
        return lambda figure: 2 * figure < middle

    return hit


_LOW_MOOD: Final = _is_low(lambda diary: diary.moods)
_SHORT_SLEEP: Final = _is_low(lambda diary: diary.sleeps)
WITH_WORD: Final = ("{days} with {word}", "other {days}")
HEAVIER: Final = ("heavier {days}", "other {days}")
WITHOUT: Final = ("{days} without {name}", "{days} with it")
QUESTIONS: Final = (
    Question(
        id="amount",
        topic=Topic.TRIGGER,
        rows=amount,
        says=("More {name} with {word}", "Less {name} with {word}"),
        counted=("Heavier", " on"),
        sides=WITH_WORD,
        hit=_is_heavier,
    ),
    Question(
        id="used",
        topic=Topic.TRIGGER,
        rows=used,
        says=("", ""),
        counted=("Used", " on"),
        sides=WITH_WORD,
        hit=_is_any,
    ),
    Question(
        id="urges",
        topic=Topic.TRIGGER,
        rows=urges,
        says=("More urges with {word}", "Fewer urges with {word}"),
        counted=("An urge", " on"),
        sides=WITH_WORD,
        hit=_is_any,
    ),
    Question(
        id="heavier-mood",
        topic=Topic.NEXT_DAY,
        rows=heavier_mood,
        says=("Better mood after a heavier day", ""),
        counted=("Lower mood", " after"),
        sides=HEAVIER,
        hit=_LOW_MOOD,
    ),
    Question(
        id="heavier-sleep",
        topic=Topic.NEXT_DAY,
        rows=heavier_sleep,
        says=("Longer sleep after a heavier day", ""),
        counted=("Shorter sleep", " after"),
        sides=HEAVIER,
        hit=_SHORT_SLEEP,
    ),
    Question(
        id="none-mood",
        topic=Topic.NEXT_DAY,
        rows=none_mood,
        says=("Better mood after a day without", ""),
        counted=("Lower mood", " after"),
        sides=WITHOUT,
        hit=_LOW_MOOD,
    ),
    Question(
        id="none-sleep",
        topic=Topic.NEXT_DAY,
        rows=none_sleep,
        says=("Longer sleep after a day without", ""),
        counted=("Shorter sleep", " after"),
        sides=WITHOUT,
        hit=_SHORT_SLEEP,
    ),
    Question(
        id="coping",
        topic=Topic.COPING,
        rows=coping,
        says=("", ""),
        counted=("Passed", ":"),
        sides=("{urges} with {word}", "other {urges}"),
        hit=_is_any,
    ),
    Question(
        id="hour",
        topic=Topic.HOUR,
        rows=hour,
        says=("", ""),
        counted=("Passed", ":"),
        sides=("{urges} {word}", "other {urges}"),
        hit=_is_any,
    ),
)
