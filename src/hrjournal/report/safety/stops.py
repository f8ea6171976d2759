"""What comes before any celebration: sudden stops in a whole journal, and all that is due."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.domain.history import DateRange
from hrjournal.domain.win import SUDDEN_STOP, Notice
from hrjournal.report.baseline import WEEK, Course
from hrjournal.report.safety.breaks import AFTER, TOGETHER, break_notices
from hrjournal.report.safety.group_days import days_together, last_use
from hrjournal.report.safety.rises import rises, rose, substitution
from hrjournal.report.safety.stop_detector import Stop, SuddenStopDetector, Tier
from hrjournal.report.safety.urgency import Urgency

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrjournal.domain.history import History
    from hrjournal.domain.substances.substance import Substance

__all__ = [
    "TOGETHER",
    "SuddenStopDetector",
    "Tier",
    "Urgency",
    "due",
    "full_stop_due",
    "rose",
    "stop_notices",
    "substitution",
]

WATCHED: Final = 14  # days for which a break that goes on is told
BACK: Final = 126  # days that a stop is judged by


def stop_notices(history: History, day: int) -> tuple[Notice, ...]:
    """The safety notices that hold on a day, the most urgent first."""
    found = (*sudden_stops(history, day), *break_notices(history, day), *rises(history, day))
    return tuple(sorted(found, key=lambda notice: (notice.urgency, notice.substance)))


def due(history: History, day: int, *, each_use: bool = False) -> tuple[Notice, ...]:
    """The notices that a day is worth, the most urgent first.

    The day of a return is the one on which lower tolerance matters most, so a break that ended
    on it is told, and on the day after, when a night is often written down. A break that goes on
    is told for two weeks. With `each_use`, what a further use brings is there beside a return.
    """
    found = stop_notices(history, day)
    back = any(notice.urgency == Urgency.RETURN for notice in found)
    return tuple(
        notice
        for notice in found
        if not (back and notice.words == AFTER and not each_use)
        if notice.urgency not in {Urgency.LONG_BREAK, Urgency.BREAK, Urgency.OTHER_BREAK}
        or day < notice.since + WATCHED
    )


def full_stop_due(history: History, key: str, day: int) -> bool:
    """Whether a full notice of a stop, or the strongest, is due: new wins of amounts wait.

    It depends on what was logged up to that day alone.
    """
    substance = history.substances.get(key)
    if substance is None or not substance.kind.hard_stop:
        return False
    mates = _mates(history, substance)
    found = _of_one(history, substance, mates, day)
    together = _of_group(history, [substance, *mates], day) if mates and not found else None
    return any(one.tier.holds_wins for one in (found, together) if one)


def sudden_stops(history: History, day: int) -> Iterator[Notice]:
    """The notices of stops that are due on a day."""
    watched = [
        one for one in history.substances.values() if one.kind.hard_stop and history.of(one.key)
    ]
    groups: dict[str, list[Substance]] = {}
    for substance in watched:
        groups.setdefault(substance.kind.group, []).append(substance)
    for several in groups.values():
        found = [(one.key, _of_one(history, one, _mates(history, one), day)) for one in several]
        told = [_notice(key, stop) for key, stop in found if stop]
        if not told and len(several) > 1 and (stop := _of_group(history, several, day)):
            latest = max(several, key=lambda one: last_use(history.of(one.key), day))
            told = [_notice(latest.key, stop)]
        yield from told


def _of_one(
    history: History, substance: Substance, mates: Sequence[Substance], day: int
) -> Stop | None:
    """The stop of one substance, unless another of its group was taken in its place."""
    days = DateRange(day - BACK, day + 1).of(history.of(substance.key))
    watch = SuddenStopDetector(Course(substance, days), history=history.withdrawal_history)
    found = watch.find(day)
    if found is None:
        return None
    others = [DateRange(day - BACK, day + 1).of(history.of(mate.key)) for mate in mates]
    if not found.fall:
        taken = (past in one and one[past].used for one in others for past in days_of(found, day))
        return None if any(taken) else found
    more = (rose(Course(mate, one), day) for mate, one in zip(mates, others, strict=True))
    return None if any(more) else found


def days_of(stop: Stop, day: int) -> range:
    """The days of a stop up to a day."""
    return range(stop.last + 1, day + 1)


def _of_group(history: History, several: Sequence[Substance], day: int) -> Stop | None:
    """The stop of several of one group: the body counts them together, by days of use alone."""
    window = DateRange(day - BACK, day + 1)
    days = days_together([window.of(history.of(one.key)) for one in several])
    watch = SuddenStopDetector(Course(several[0], days), history=history.withdrawal_history)
    found = watch.find(day)
    return found if found and not found.fall else None


def _mates(history: History, substance: Substance) -> list[Substance]:
    """The others of one group."""
    return [
        one
        for one in history.substances.values()
        if one.key != substance.key
        and one.kind.hard_stop
        and one.kind.group == substance.kind.group
        and history.of(one.key)
    ]


def _notice(key: str, stop: Stop) -> Notice:
    figures = {
        "tier": stop.tier.value,
        "used": stop.used,
        "written": stop.logged,
        "last": stop.last,
        "until": stop.until,
        "fall": int(stop.fall),
        "week": stop.number // WEEK,
    }
    return Notice(
        SUDDEN_STOP, key, Urgency.STOP, figures=figures, since=stop.since, words=_words(stop)
    )


def _words(stop: Stop) -> str:
    """Which text says it: in full once, then one line a week."""
    if stop.tier is Tier.STEP:
        return "sudden_stop_step"
    if stop.tier is Tier.GENTLE:
        kind = "fall" if stop.fall else ("second" if stop.number else "")
        return "_".join(filter(None, ("sudden_stop_gentle", kind)))
    if stop.number >= WEEK:
        return "sudden_stop_week"
    return "sudden_stop" if stop.tier is Tier.FULL else "sudden_stop_strongest"
