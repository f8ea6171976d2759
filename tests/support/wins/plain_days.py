"""Facts of one day, worked out plainly from the days before it."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from hrjournal.domain.entries.entry import DAY, EPOCH, Outcome
from support.wins.plain_past import USUAL, PlainPast, millionths, rounded_half, win

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrjournal.domain.history import History
    from hrjournal.domain.win import Win, Yardstick

HALF = 1800
SPOKEN_FOR = ("mg", "g", "ml", "ug")


def facts(past: PlainPast, *, stopped: bool) -> Iterator[Win]:
    """The facts of the last day of a past on which something is logged."""
    rules = [longest_gap] if stopped else [longest_gap, small_return, lighter_day, day_without]
    found = [one for rule in rules if (one := rule(past))]
    if found:
        yield min(found, key=lambda one: one.chance)  # the first of those with the same
    yield from later(past)


def lighter_day(past: PlainPast) -> Win | None:
    day = past.today
    return _lower(past, "lighter_day", [one for one in past.same_weekdays(day) if past.used(one)])


def small_return(past: PlainPast) -> Win | None:
    day = past.today
    before = [one for one in reversed(past.use_days) if day - 182 <= one < day]
    if not before:
        return None
    between = range(before[0] + 1, day)
    if len(between) < 3 or any(one not in past.logged for one in between):
        return None
    return _lower(past, "small_return", before, without=len(between))


def _lower(past: PlainPast, rule: str, before: Sequence[int], **more: int) -> Win | None:
    """The last day beside earlier use days, the newest of them first."""
    unit = past.logged[past.today].unit
    now = past.doubled(past.today, unit)
    if not past.used(past.today) or now is None:
        return None
    higher: list[int] = []
    for one in before[:8]:
        then = past.doubled(one, unit)
        if then is None or now + past.piece_of(unit) > then:
            break
        higher.append(then)
    if len(higher) < 4:
        return None
    figures = {"now": rounded_half(now), "then": rounded_half(min(higher)), **more}
    return _of_day(past, rule, before[: len(higher)], unit=unit, **figures)


def _of_day(
    past: PlainPast,
    rule: str,
    before: Sequence[int],
    chance: int | None = None,
    **figures: int | str,
) -> Win:
    return win(
        rule,
        past.today,
        past.key,
        USUAL,
        chance=millionths(1, len(before) + 1) if chance is None else chance,
        now_days=1,
        now_from=past.today,
        now_to=past.today,
        then_days=len(before),
        then_from=min(before),
        then_to=max(before),
        **figures,
    )


def day_without(past: PlainPast) -> Win | None:
    before = past.same_weekdays(past.today)[:4]
    used = sum(past.used(one) for one in before)
    if past.used(past.today) or len(before) < 4 or used < 3:
        return None
    return _of_day(past, "day_without", before, chance=millionths(5 - used, 5), now=0, then=used)


def longest_gap(past: PlainPast) -> Win | None:
    day = past.today
    if not past.used(day) or len(past.use_days) < 2:
        return None
    last = past.use_days[-2]
    if not all(one in past.logged for one in range(last + 1, day)):
        return None
    pairs = zip(past.use_days, past.use_days[1:], strict=False)
    ending = [pair for pair in pairs if day - 90 <= pair[1] < day]
    ours = [*ending, (last, day)]
    if not all(_timed(past, one) for pair in ours for one in pair):
        return None
    *before, now = (_between(past, *pair) for pair in ours)
    if len(before) < 4 or now - max(before) < min(86_400, -(-max(before) // 4)):
        return None
    return win(
        "longest_gap",
        day,
        past.key,
        USUAL,
        chance=millionths(1, len(before) + 1),
        now=now,
        then=max(before),
        gaps=len(before),
        now_from=last,
        now_to=day,
        then_from=ending[0][0],
        then_to=last,
    )


def _timed(past: PlainPast, day: int) -> bool:
    return past.logged[day].untimed == 0 and past.logged[day].first is not None


def _between(past: PlainPast, earlier: int, later_one: int) -> int:
    """Seconds by instants; on a flight the next day may begin before the last one was over."""
    until, since = past.logged[later_one].first_instant, past.logged[earlier].last_instant
    return max(0, (until or 0) - (since or 0))


def later(past: PlainPast) -> Iterator[Win]:
    """A later first use, and an earlier last one."""
    before = [one for one in past.same_weekdays(past.today) if past.used(one)][:4]
    days = [past.today, *before]
    if not past.used(past.today) or len(before) < 4:
        return
    if not all(_timed(past, one) and _per_use(past, one) for one in days):
        return
    now, *then = (_second(past, one, past.logged[one].first or 0) for one in days)
    if now >= max(then) + HALF:
        yield _clock(past, "later_start", before, now, max(then))
    if all(past.logged[one].uses > 1 for one in days):
        now, *then = (_second(past, one, past.logged[one].last or 0) for one in days)
        if now + HALF <= min(then):
            yield _clock(past, "earlier_stop", before, now, min(then))


def _per_use(past: PlainPast, day: int) -> bool:
    use = past.logged[day]
    if past.key in past.yardstick.day_totals:
        return False
    if use.uses > 1 or use.unit in SPOKEN_FOR:
        return True
    return not use.unknown and not use.others and use.low + use.high <= 2 * past.piece_of(use.unit)


def _second(past: PlainPast, day: int, local: int) -> int:
    """Seconds since a day began."""
    return local - (day - EPOCH) * DAY - past.history.day_starts


def _clock(past: PlainPast, rule: str, before: Sequence[int], now: int, then: int) -> Win:
    starts = past.history.day_starts
    return _of_day(past, rule, before, now=(now + starts) % DAY, then=(then + starts) % DAY)


def day_verdict(
    history: History, keys: Sequence[str], day: int, yardstick: Yardstick
) -> bool | None:
    """Whether a day was lighter; None where that is not told."""
    good = {Outcome.RODE_OUT, Outcome.DELAYED, Outcome.LESS}
    if any(entry.outcome in good for entry in history.records.get(day, ())):
        return True
    pasts = [PlainPast(history, key, day, yardstick) for key in keys]
    used = [past for past in pasts if past.used(day)]
    if used:
        return _beside_median(used, day)
    lately = [past for past in pasts if any(past.used(day - back) for back in range(1, 29))]
    return True if lately and all(day in past.logged for past in lately) else None


def _beside_median(used: Sequence[PlainPast], day: int) -> bool | None:
    sides: list[float] = []
    for past in used:
        unit = past.logged[day].unit
        now = past.doubled(day, unit)
        known = [past.doubled(one, unit) for one in past.same_weekdays(day)]
        before = [one for one in known if one is not None]
        if now is None or len(before) < 3:
            return None
        sides.append(now - median(before))
    return min(sides) < 0 and max(sides) <= 0
