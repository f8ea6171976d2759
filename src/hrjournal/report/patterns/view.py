"""What goes together in a journal: what stands out, what was seen, and what was tried.

What stands out rests on the days up to the last whole 28 since the first one, so that it stays as
it is in between: someone who looks every day does not find more by looking more often.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from hrjournal.domain.entries.entry import Outcome
from hrjournal.domain.history import DateRange
from hrjournal.domain.substances.substance import Substance
from hrjournal.named import NamedTuple
from hrjournal.report.patterns.association import (
    FEWEST_A_SIDE,
    FEWEST_ROWS,
    association,
    standing_out,
)
from hrjournal.report.patterns.diary import Diary
from hrjournal.report.patterns.questions import (
    HOURS,
    MOST_COPINGS,
    MOST_TRIGGERS,
    QUESTIONS,
    Question,
    Topics,
    asked,
    hour_band,
    topics,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from hrjournal.domain.history import History
    from hrjournal.report.patterns.association import Association, PairedRows

LOOK: Final = 28  # days from one look at what stands out to the next
FEWEST_SEEN: Final = 5  # on each side, to be counted beside each other
NAMELESS: Final = Substance("", "")
EVERYDAY: Final = frozenset({"nicotine", "caffeine"})


class Sides(NamedTuple):
    """How often something came on days (or urges) with a word, and on the others."""

    hits: int
    among: int
    other_hits: int
    other_among: int

    @property
    def needed(self) -> tuple[int, int]:
        """How many more it takes on either side to compare both."""
        return max(0, FEWEST_SEEN - self.among), max(0, FEWEST_SEEN - self.other_among)

    @property
    def seen(self) -> bool:
        """Whether both sides can be compared."""
        return self.needed == (0, 0)


class Pattern(NamedTuple):
    """One question and its word: counted up to today, and tested up to the last look.

    `sides` is None where the word was noted along with what it would be compared with.
    """

    question: Question
    word: str
    sides: Sides | None
    tested_sides: Sides | None = None
    link: Association | None = None  # None: not asked yet
    stands_out: bool = False


class TriedWay(NamedTuple):
    """Something that was tried with urges, and how each of these ended.

    `sides` counts urges that passed, of those whose end is known, beside all other urges.
    """

    word: str
    urges: int
    ended: Mapping[Outcome, int]
    sides: Sides


class Times(NamedTuple):
    """Counts by weekday (Monday first) and by quarter of the day (night first)."""

    weekdays: tuple[tuple[int, int], ...]  # days of use, logged days
    begun: tuple[int, ...]  # days on which use began then
    urges: tuple[tuple[int, int], ...]  # that passed, whose end is known


class Patterns(NamedTuple):
    """All of it, for one substance; `tested` are the days that what stands out rests on."""

    substance: Substance | None  # None where nothing was used yet
    days: DateRange
    logged: int
    tested: DateRange
    next_look: int
    patterns: tuple[Pattern, ...]
    use_days: tuple[Pattern, ...]  # words noted along with use: heavier days among days of use
    tried: tuple[TriedWay, ...]
    times: Times

    @property
    def standing(self) -> tuple[Pattern, ...]:
        """What stands out."""
        return tuple(one for one in self.patterns if one.stands_out)


def main_substance(history: History, prescribed: Collection[str] = ()) -> Substance | None:
    """What was used on most days; nicotine and caffeine after all others, medicines never.

    `prescribed` are keys of what else is a medicine for this person.
    """
    counts = {
        key: sum(one.used for one in history.of(key).values())
        for key, substance in history.substances.items()
        if not substance.kind.medicine and key not in prescribed
    }
    used = [key for key, count in counts.items() if count]

    def rank(key: str) -> tuple[bool, int, str]:
        return history.substances[key].kind.group in EVERYDAY, -counts[key], key

    return history.substances[min(used, key=rank)] if used else None


def patterns(history: History, substance: Substance | None, today: int) -> Patterns:
    """Asks every question of one substance; the history reaches back to the first logged day.

    Without a substance, what was written of none by name is asked about urges.
    """
    about_one = substance or NAMELESS
    whole = Diary(history, about_one, today + 1)
    first = today if whole.first is None else whole.first
    tested = DateRange(first, first + (today - first) // LOOK * LOOK)
    past = Diary(history, about_one, tested.end)
    if len(past.words) >= FEWEST_A_SIDE:
        whole.tied = past.tied  # what was compared at the last look still is
    if len(past.amounts) >= FEWEST_ROWS:
        whole.heavier = past.heavier  # and what a heavier day was
    asked_before = topics(past)
    about = _filled(asked_before, topics(whole))
    found = links(past, asked_before)
    return Patterns(
        substance=substance,
        days=DateRange(first, today + 1),
        logged=len(whole.uses),
        tested=tested,
        next_look=tested.end + LOOK,
        patterns=_patterns(whole, past, about, found),
        use_days=_among_use_days(whole, about),
        tried=_tried(whole),
        times=_times(whole),
    )


def links(diary: Diary, about: Topics) -> dict[tuple[str, str], Association]:
    """What can be said of each question that can be asked, by its id and word."""
    found = {}
    for question, word in asked(about):
        rows = question.rows(diary, word)
        link = association(rows) if rows else None
        if link:
            found[question.id, word] = link
    return found


def standing(found: Mapping[tuple[str, str], Association]) -> set[tuple[str, str]]:
    """Which of them stand out."""
    verdicts = standing_out([link.p for link in found.values()])
    return {name for name, verdict in zip(found, verdicts, strict=True) if verdict}


def _patterns(
    whole: Diary, past: Diary, about: Topics, found: Mapping[tuple[str, str], Association]
) -> tuple[Pattern, ...]:
    clear = standing(found)
    return tuple(
        Pattern(
            question=question,
            word=word,
            sides=_sides(question, whole, question.rows(whole, word)),
            tested_sides=(
                _sides(question, past, question.rows(past, word)) if name in found else None
            ),
            link=found.get(name),
            stands_out=name in clear,
        )
        for question, word in asked(about)
        for name in ((question.id, word),)
    )


def _filled(first: Topics, then: Topics) -> Topics:
    """The words of the last look, and where there is room for more, those of today."""
    triggers = tuple(dict.fromkeys((*first.triggers, *then.triggers)))[:MOST_TRIGGERS]
    copings = tuple(dict.fromkeys((*first.copings, *then.copings)))[:MOST_COPINGS]
    return Topics(triggers, copings)


def _sides(question: Question, diary: Diary, rows: PairedRows | None) -> Sides | None:
    if rows is None:
        return None
    hit = question.hit(diary)
    hits = [int(hit(figure)) for figure in rows.y]
    yes = sum(rows.x)
    both = sum(map(int.__mul__, hits, rows.x))
    return Sides(both, yes, sum(hits) - both, len(rows.x) - yes)


def _among_use_days(diary: Diary, about: Topics) -> tuple[Pattern, ...]:
    """Heavier days among days of use, for words that were noted along with use."""
    if not diary.tied[0]:
        return ()
    used = {day: amount for day, amount in diary.amounts.items() if amount}
    question = QUESTIONS[0]
    heavy = question.hit(diary)
    found = []
    for word in about.triggers:
        sides = [0, 0, 0, 0]
        for day, amount in used.items():
            place = 0 if word in diary.words.get(day, ()) else 2
            sides[place] += heavy(amount)
            sides[place + 1] += 1
        found.append(Pattern(question, word, Sides(*sides)))
    return tuple(found)


def _tried(diary: Diary) -> tuple[TriedWay, ...]:
    """Every way that was tried, those tried most first, whatever came of it."""
    everything = [urge.outcome for urge in diary.urges]
    ends: dict[str, list[Outcome | None]] = {}
    for urge in diary.urges:
        for word in sorted(set(urge.copings)):
            ends.setdefault(word, []).append(urge.outcome)
    return tuple(
        TriedWay(word, len(told), Counter(filter(None, told)), _passed(told, everything))
        for word, told in sorted(ends.items(), key=lambda one: -len(one[1]))
    )


def _passed(some: Sequence[Outcome | None], everything: Sequence[Outcome | None]) -> Sides:
    (hits, among), (every_hit, every) = (
        (found.count(Outcome.RODE_OUT), len(found) - found.count(None))
        for found in (some, everything)
    )
    return Sides(hits, among, every_hit - hits, every - among)


def _times(diary: Diary) -> Times:
    logged = Counter((day - 1) % 7 for day in diary.uses)  # the first ordinal is a Monday
    used = Counter((day - 1) % 7 for day, one in diary.uses.items() if one.used)
    begun = Counter(hour_band(one.first) for one in diary.uses.values() if one.first is not None)
    ended = [urge for urge in diary.urges if urge.moment.timed and urge.outcome is not None]
    met = Counter(hour_band(urge.moment.local) for urge in ended)
    passed = Counter(
        hour_band(urge.moment.local) for urge in ended if urge.outcome is Outcome.RODE_OUT
    )
    return Times(
        tuple((used[day], logged[day]) for day in range(7)),
        tuple(begun[hour] for hour in HOURS),
        tuple((passed[hour], met[hour]) for hour in HOURS),
    )
