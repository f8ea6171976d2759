"""What of the whole window a clinician has to know first: facts with their dates, never advice."""

from __future__ import annotations

from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING, Final

from hrjournal.domain.knowledge.mixing import HOUR, MixPart
from hrjournal.named import NamedTuple
from hrjournal.report.baseline import Course
from hrjournal.report.safety.breaks import break_notices, opioid_days
from hrjournal.report.safety.mixes import mixes
from hrjournal.report.safety.rises import rises, slows
from hrjournal.report.safety.stops import Tier, sudden_stops
from hrjournal.report.safety.tolerance import break_on, is_opioid, rule_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from hrjournal.domain.entries.entry import Entry
    from hrjournal.domain.history import DateRange, DayUse, History
    from hrjournal.domain.knowledge.mixing import Mixing
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.domain.win import Notice
    from hrjournal.report.safety.mixes import UseSpan
    from hrjournal.report.safety.tolerance import Break

ALONE: Final = "alone"
NOT_ALONE: Final = "not-alone"  # the safer step
NIGHT: Final = 6 * HOUR
LATELY, OFTEN = 21, 5  # days before a stop of which some were days of use
NEAR: Final = 60  # uses before one that are looked at: more than anybody's of a day


class DatedUse(NamedTuple):
    """A use with the day of the person that it belongs to."""

    day: int
    use: UseSpan


class SafetyFactKind(StrEnum):
    """What a fact is about, the most urgent first."""

    RETURN = "return"  # use again after a break in which the body gets used to less
    STOP = "stop"  # a sudden stop of what is dangerous to stop, or a fall that is nearly one
    MIX = "mix"
    BREAK = "break"  # a break that goes on
    RISE = "rise"
    ALONE = "alone"
    NALOXONE = "naloxone"


class SafetyFact(NamedTuple):
    """One fact: about which substances (their keys), on which days, and how long a break was.

    `gap` counts the days from the last use to the return, and `notice` is what a stop, a break
    that goes on or a rise rests on.
    """

    kind: SafetyFactKind
    keys: tuple[str, ...] = ()
    days: tuple[int, ...] = ()
    gap: int = 0
    among: int = 0
    notice: Notice | None = None


def safety_facts(
    history: History,
    window: DateRange,
    uses: Sequence[DatedUse] = (),
    table: Mixing | None = None,
) -> tuple[SafetyFact, ...]:
    """Every fact of a window. `uses` are those of the window, needed only where `risky_pairs` is.

    Each day is judged by what was written up to it; a fact that lasts is told once.
    """
    found = [*_returns(history, window), *_stops(history, window)]
    if table is not None and uses:
        found += _mixed(uses, table)
    found += [*_goes_on(history, window), *_rising(history, window), *_alone(history, window)]
    return tuple(found)


def risky_pairs(history: History, window: DateRange, table: Mixing) -> bool:
    """Whether two substances of the window are of high risk or danger together."""
    used = [
        one
        for one in history.substances.values()
        if any(found.used for found in window.of(history.of(one.key)).values())
    ]
    return any(
        pair is not None and pair.status.serious
        for one, other in combinations(used, 2)
        for pair in [table.worst_between(_part(one), _part(other))]
    )


def has_opioid(history: History, window: DateRange) -> bool:
    """Whether an opioid was used in a window."""
    return any(
        one.kind.opioid and any(day.used for day in window.of(history.of(one.key)).values())
        for one in history.substances.values()
    )


def _part(one: Substance) -> MixPart:
    return MixPart(one.name, one.kind)


def _returns(history: History, window: DateRange) -> Iterator[SafetyFact]:
    """Each use after a break, with the days since the last use; the body counts opioids as one."""
    opioids = [one for one in history.substances.values() if is_opioid(one.kind)]
    for key, substance in history.substances.items():
        if rule_of(substance.kind) is not None and substance not in opioids:
            for day, gap in _ended(Course(substance, history.of(key)), window):
                yield SafetyFact(SafetyFactKind.RETURN, (key,), (day,), gap=gap)
    yield from _of_opioids(history, [one for one in opioids if history.of(one.key)], window)


def _of_opioids(
    history: History, several: Sequence[Substance], window: DateRange
) -> Iterator[SafetyFact]:
    if not several:
        return
    together = Course(several[0], opioid_days(history, several))
    for day, gap in _ended(together, window):
        used = [one.key for one in several if _used(history, one.key, day)]
        if used:  # what ended a break may be a treatment that begins
            yield SafetyFact(SafetyFactKind.RETURN, (used[0],), (day,), gap=gap)


def _used(history: History, key: str, day: int) -> bool:
    found = history.of(key).get(day)
    return found is not None and found.used


def _ended(course: Course, window: DateRange) -> Iterator[tuple[int, int]]:
    """The days of use in a window that ended a break, each with the days since the last use."""
    before = None
    for day in course.uses:
        if day >= window.end:
            return
        apart = 0 if before is None else day - before
        if apart > 1 and day in window and _counts(break_on(course, day), apart):
            yield day, apart
        before = day


def _counts(found: Break | None, apart: int) -> bool:
    """Whether use ended a long break, whatever was written of the days in it."""
    if found is None or not found.ended:
        return False
    return found.strong or apart > (found.rule.strong_after or 0)


def _stops(history: History, window: DateRange) -> Iterator[SafetyFact]:
    """Sudden stops that began in the window, told in full when they were due."""
    watched = [one for one in history.substances.values() if one.kind.hard_stop]
    courses = [history.of(one.key) for one in watched]
    seen: set[tuple[str, int]] = set()
    for day in window.every:
        if not any(_may_stop(days, day) for days in courses):
            continue
        for notice in sudden_stops(history, day):
            kind = (notice.substance, int(notice.figures["last"]))
            full = Tier(str(notice.figures["tier"])).holds_wins
            if full and kind not in seen and not notice.figures["fall"]:
                seen.add(kind)
                yield SafetyFact(
                    SafetyFactKind.STOP, (notice.substance,), (notice.since,), notice=notice
                )


def _may_stop(days: Mapping[int, DayUse], day: int) -> bool:
    """Whether a day is logged as none after days of use: all others cost nothing to pass over."""
    here = days.get(day)
    if here is None or here.used:
        return False
    return sum(one.used for past in range(day - LATELY, day) if (one := days.get(past))) >= OFTEN


def _mixed(uses: Iterable[DatedUse], table: Mixing) -> Iterator[SafetyFact]:
    """Each pair of high risk or danger, with the days on which one came upon the other."""
    ordered = sorted(uses, key=lambda one: one.use.first)
    spans = [one.use for one in ordered]
    found: dict[tuple[str, str], set[int]] = {}
    worst: dict[tuple[str, str], int] = {}
    keys: dict[int, set[str]] = {}
    for day, use in ordered:
        keys.setdefault(day, set()).add(use.substance.key)
    for place, (day, use) in enumerate(ordered):
        for mix in mixes(use, spans[max(0, place - NEAR) : place], table):
            # A mix lasts into the next day, but what is told here is a day or night of both.
            night = mix.timed and mix.seconds <= NIGHT
            near = night or {mix.earlier, mix.later} <= keys[day]
            if mix.pair.status.serious and near:
                first, second = sorted((mix.earlier, mix.later))
                found.setdefault((first, second), set()).add(day)
                worst[first, second] = max(worst.get((first, second), 0), mix.pair.status)
    for pair in sorted(found, key=lambda one: (-worst[one], -len(found[one]), one)):
        yield SafetyFact(SafetyFactKind.MIX, pair, tuple(sorted(found[pair])))


def _goes_on(history: History, window: DateRange) -> Iterator[SafetyFact]:
    """A break that the last day lies in: what was handled before it may be too much after it."""
    last = window.end - 1
    for notice in break_notices(history, last):
        if "back" not in notice.figures and not _back(history, notice, last):
            yield SafetyFact(
                SafetyFactKind.BREAK, (notice.substance,), (notice.since,), notice=notice
            )


def _back(history: History, notice: Notice, last: int) -> bool:
    """Whether use ended it on the last day or the day before."""
    days = history.of(notice.substance)
    return any(day in days and days[day].used for day in (last - 1, last))


def _rising(history: History, window: DateRange) -> Iterator[SafetyFact]:
    """A depressant that rose beside one that is taken on most days."""
    if sum(slows(one.kind) for one in history.substances.values()) < 2:
        return
    seen: set[str] = set()
    for day in window.every:
        for notice in rises(history, day):
            if notice.substance not in seen:
                seen.add(notice.substance)
                beside = str(notice.figures["beside"])
                yield SafetyFact(
                    SafetyFactKind.RISE, (notice.substance, beside), (day,), notice=notice
                )


def _alone(history: History, window: DateRange) -> Iterator[SafetyFact]:
    """Use with nobody near, of what can stop a breath, where company is written."""
    days: dict[int, bool] = {}
    keys: dict[str, None] = {}
    for day in window.every:
        for entry in history.records.get(day, ()):
            one = history.substances.get(entry.substance or "")
            company = _company(entry)
            if company is not None and one is not None and slows(one.kind):
                keys[one.key] = None
                days[day] = days.get(day, False) or company == ALONE
    alone = tuple(day for day, found in days.items() if found)
    if alone:
        yield SafetyFact(SafetyFactKind.ALONE, tuple(keys), alone, among=len(days))


def _company(entry: Entry) -> str | None:
    """Who was there, by a word or by the step; None where nothing is written of it."""
    return entry.company or (NOT_ALONE if NOT_ALONE in entry.steps else None)
