"""Which wins are new to the ledger. It only ever grows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.report.wins.rule import RULES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from hrjournal.domain.win import Win


def fresh(
    found: Iterable[Win], ledger: Mapping[tuple[str, str | None, str], Collection[int]]
) -> tuple[Win, ...]:
    """The wins that do not lie too near to one of the same kind: in the ledger, or among them."""
    taken: dict[tuple[str, str | None, str], set[int]] = {}
    new: list[Win] = []
    for win in found:
        key = (win.rule, win.substance, win.against.value)
        beside = taken.setdefault(key, set())
        apart = RULES[win.rule, win.against].every
        if not (_near(win.day, apart, ledger.get(key, ())) or _near(win.day, apart, beside)):
            beside.add(win.day)
            new.append(win)
    return tuple(new)


def _near(day: int, apart: int, days: Collection[int]) -> bool:
    """Whether a day lies less than this many days from one of the others."""
    if apart == 1:
        return day in days
    return any(-apart < day - other < apart for other in days)
