"""Which wins are new to the ledger. It only ever grows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.domain.win import Size
from hrjournal.report.wins.rule import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hrjournal.domain.win import Win

    Ledger = Mapping[tuple[str, str | None, str], Mapping[int, Size]]

SIZES = (Size.UNSAID, Size.LITTLE, Size.SOME, Size.LOT, Size.VERY)


def fresh(found: Iterable[Win], ledger: Ledger) -> tuple[Win, ...]:
    """The wins that say something new.

    One that lies near to another of its kind, in the ledger or among them, is new when it is of
    a larger size: a week that grows lighter day by day is told again as it grows.
    """
    taken: dict[tuple[str, str | None, str], dict[int, Size]] = {}
    new: list[Win] = []
    for win in found:
        key = (win.rule, win.substance, win.against.value)
        beside = taken.setdefault(key, {})
        if not (_told(win, ledger.get(key, {})) or _told(win, beside)):
            beside[win.day] = win.size
            new.append(win)
    return tuple(new)


def _told(win: Win, days: Mapping[int, Size]) -> bool:
    """Whether one at least as large lies nearer than the rule allows."""
    if win.day in days:
        return True
    apart = RULES[win.rule, win.against].every
    return apart > 1 and any(
        -apart < win.day - day < apart and SIZES.index(size) >= SIZES.index(win.size)
        for day, size in days.items()
    )
