"""The whole ledger of small wins of a history, worked out plainly from raw days."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hrjournal.domain.win import Grade, Verdict, Yardstick
from support.wins.plain_changing import changing, holding, lighter_week
from support.wins.plain_days import day_verdict, facts
from support.wins.plain_life import better_weeks
from support.wins.plain_past import PlainPast

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrjournal.domain.history import History
    from hrjournal.domain.win import Win

    Stopped = Callable[[str, int], bool]


def never(key: str, day: int) -> bool:
    """That no notice is due."""
    return False


class PlainLedger(NamedTuple):
    """Wins that are no acts, and whether days and weeks were lighter."""

    wins: list[Win]
    verdicts: list[Verdict]


def ledger(
    history: History, today: int, yardstick: Yardstick, stopped: Stopped = never
) -> PlainLedger:
    """Everything that can be told of the days before today."""
    found = PlainLedger([], [])
    keys = [key for key, one in history.substances.items() if not one.kind.medicine]
    for day in range(history.days.start, today):
        for key in keys:
            if day in history.uses.get(key, {}):
                past = PlainPast(history, key, day, yardstick)
                found.wins.extend(facts(past, stopped=stopped(key, day)))
        lighter = day_verdict(history, keys, day, yardstick)
        if lighter is False or (lighter and not any(stopped(key, day) for key in keys)):
            found.verdicts.append(Verdict(day, "", lighter))
        if day % 7 == yardstick.week_starts:
            _end_week(
                found, history, yardstick, day, [key for key in keys if not stopped(key, day)]
            )
            found.wins.extend(better_weeks(history, day))
    return found


def _end_week(
    found: PlainLedger, history: History, yardstick: Yardstick, day: int, keys: list[str]
) -> None:
    pasts = {
        key: PlainPast(history, key, day, yardstick)
        for key, one in history.substances.items()
        if not one.kind.medicine
    }
    for key in keys:
        if any(day - 28 < one for one in pasts[key].logged):
            others = [past for other, past in pasts.items() if other != key]
            won, lighter = lighter_week(pasts[key], others, _latest(found, key, Grade.HOLDS))
            found.wins.extend([won] if won else [])
            found.verdicts.extend([] if lighter is None else [Verdict(day, key, lighter)])
            if ((day - 1 - yardstick.week_starts) // 7) % 4 == 3:
                found.wins.extend(_four(found, history, yardstick, pasts[key]))


def _four(found: PlainLedger, history: History, yardstick: Yardstick, past: PlainPast) -> list[Win]:
    claim = changing(past)
    before = _latest(found, past.key, Grade.CHANGING)
    if claim or before is None:
        return [claim] if claim else []
    held = holding(past, before, PlainPast(history, past.key, before.day, yardstick))
    return [held] if held else []


def _latest(found: PlainLedger, key: str, grade: Grade) -> Win | None:
    alike = [one for one in found.wins if one.substance == key and one.grade is grade]
    return alike[-1] if alike else None
