"""Weeks in which life was better, worked out plainly."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hrjournal.domain.entries.entry import EntryType
from support.wins.plain_past import USUAL, mean, millionths, rounded, win

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hrjournal.domain.entries.entry import Entry
    from hrjournal.domain.history import History
    from hrjournal.domain.win import Win


class PlainLife(NamedTuple):
    """What is told of a week of life: of how many days at least, and by what it has to differ."""

    rule: str
    values: Callable[[History, int], list[int]]
    times: int  # tenths are shown, or wholes
    least: int
    better: int  # 1 where more is better
    days: int = 4
    together: int = 0


def entries(history: History, day: int) -> tuple[Entry, ...]:
    return history.records.get(day, ())


def moods(history: History, day: int) -> list[int]:
    return [one.mood for one in entries(history, day) if one.mood is not None]


def sleeps(history: History, day: int) -> list[int]:
    return [one.sleep for one in entries(history, day) if one.sleep is not None]


def urges(history: History, day: int) -> list[int]:
    noted = [one for one in entries(history, day) if one.type is EntryType.URGE]
    return [one.urge for one in noted if one.urge is not None]


def money(history: History, day: int) -> list[int]:
    spent = [one.spend for one in entries(history, day) if one.spend is not None]
    if spent:
        return [sum(spent)]
    medicines = {key for key, one in history.substances.items() if one.kind.medicine}
    logged = [
        uses[day] for key, uses in history.uses.items() if day in uses and key not in medicines
    ]
    return [0] if logged and not any(use.uses for use in logged) else []


LIFE = (
    PlainLife("mood_up", moods, times=10, least=5, better=1),
    PlainLife("sleep_up", sleeps, times=1, least=15, better=1),
    PlainLife("spend_less", money, times=1, least=500, better=-1),
    PlainLife("calmer_urges", urges, times=10, least=5, better=-1, days=1, together=3),
)


def better_weeks(history: History, last: int) -> Iterator[Win]:
    """The wins of the week that ends with a day, about the person."""
    for life in LIFE:
        now = _week(history, life, last)
        before: list[tuple[int, int]] = []
        for back in range(1, 13):
            then = _week(history, life, last - 7 * back)
            if now is None or then is None:
                continue
            if (now[0] - then[0]) * life.better < life.least or len(before) == 8:
                break
            before.append((then[0], last - 7 * back - 6))
        if now is not None and len(before) >= 4:
            best = max((value for value, _ in before), key=lambda value: value * life.better)
            yield win(
                life.rule,
                last,
                None,
                USUAL,
                chance=millionths(1, len(before) + 1),
                now=now[0],
                then=best,
                then_weeks=len(before),
                now_from=last - 6,
                now_to=last,
                now_days=now[1],
                then_from=before[-1][1],
                then_to=last - 7,
            )


def _week(history: History, life: PlainLife, last: int) -> tuple[int, int] | None:
    """What a week comes to, and on how many days it rests; None where that is not told."""
    days = [life.values(history, day) for day in range(last - 6, last + 1)]
    told = [values for values in days if values]
    if len(told) < life.days or sum(map(len, told)) < life.together:
        return None
    return rounded(life.times * mean([mean(values) for values in told])), len(told)
