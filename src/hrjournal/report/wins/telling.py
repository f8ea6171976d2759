"""Which wins are told, and which of them first."""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING, Final

from hrjournal.domain.win import MILLION, Grade, WinGroup
from hrjournal.report.wins.series import WEEK, week_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from hrjournal.domain.win import Win

MILESTONES: Final = frozenset({1, 5, 10, 25, 50})  # and every hundred
LATELY: Final = 28  # days in which what was told is still fresh
WEEKS: Final = 4  # before this one, that a week of acts has to beat
WEIGHTS: Final = {
    WinGroup.SAFER: 3.0,
    WinGroup.LIFE: 2.5,
    WinGroup.CARE: 2.5,
    WinGroup.URGES: 2.0,
}
RANK: Final = 1.0
CLAIM: Final = 3.0
ACT_BITS: Final = 2.0
UNASKED: Final = 1.0  # the least score of what is said without being asked for
OF_USE: Final = frozenset({WinGroup.LESS, WinGroup.LESS_OFTEN, WinGroup.LATER})

Key = tuple[str, str | None]  # rule and substance


def kind_of(win: Win) -> Key:
    """What a win is counted with."""
    return win.rule, win.substance


def told(
    wins: Iterable[Win],
    counts: Mapping[Key, int],
    recent: Iterable[Win],
    week_starts: int = 0,
) -> Iterator[Win]:
    """The wins, the oldest first, each with whether it is told.

    Each act says on how many days it was done so far. It is told when it is new, at 5, 10, 25,
    50 and every 100, and when there were more in a week than in any of the four before.
    `counts` are the acts before, `recent` those of them in the last five weeks.
    """
    number = dict(counts)
    weekly: dict[Key, dict[int, int]] = {}
    for win in recent:
        _count(weekly, win, week_starts)
    for win in wins:
        if win.grade is not Grade.DID:
            yield win
            continue
        key = kind_of(win)
        number[key] = number.get(key, 0) + 1
        week = _count(weekly, win, week_starts)
        most = max(weekly[key].get(week - back, 0) for back in range(1, WEEKS + 1))
        new = number[key] in MILESTONES or number[key] % 100 == 0
        yield win._replace(
            figures={**win.figures, "so_far": number[key]},
            told=new or weekly[key][week] == most + 1,
        )


def _count(weekly: dict[Key, dict[int, int]], win: Win, week_starts: int) -> int:
    week = week_number(win.day, week_starts)
    weeks = weekly.setdefault(kind_of(win), {})
    weeks[week] = weeks.get(week, 0) + 1
    return week


def score(win: Win, wins: Iterable[Win]) -> float:
    """How much a win is worth telling: its weight, how surprising it is, and how fresh."""
    before = sum(
        1
        for one in wins
        if one.told and kind_of(one) == kind_of(win) and 0 < win.day - one.day <= LATELY
    )
    bits = -log2(win.chance / MILLION) if win.chance else ACT_BITS
    claim = win.grade in {Grade.CHANGING, Grade.HOLDS}
    weight = CLAIM if claim else WEIGHTS.get(win.group, RANK)
    return weight * bits / (1 + before)


def is_new(win: Win, today: int) -> bool:
    """Whether a win is of the last 7 days on which it can be told.

    An act is there at once; a fact of a day or a week is there on the day after.
    """
    return today - win.day < WEEK + (win.grade is not Grade.DID)


def worth_saying(win: Win, among: Iterable[Win]) -> bool:
    """Whether a fact of use is said unasked: one of a week, or one that is not of many alike."""
    first, last = days_of(win)
    fact = win.group in OF_USE and win.grade is not Grade.DID
    return fact and (last - first >= WEEK - 1 or score(win, among) >= UNASKED)


def choose(wins: Sequence[Win], among: Sequence[Win], most: int = 3) -> tuple[Win, ...]:
    """The wins of a screen: those worth most, one of a kind, each fact once.

    `among` are the wins that they may have been told after.
    """
    worth = [(score(win, among), win) for win in wins if win.told]
    worth.sort(key=lambda one: (-one[0], -one[1].day, one[1].rule, one[1].substance or ""))
    return choose_in_order([win for _, win in worth], most)


def choose_in_order(wins: Iterable[Win], most: int) -> tuple[Win, ...]:
    """The first of them, one of a kind, each fact once."""
    chosen: list[Win] = []
    for win in wins:
        if len(chosen) < most and not any(_alike(win, other) for other in chosen):
            chosen.append(win)
    return tuple(chosen)


def _alike(win: Win, other: Win) -> bool:
    """Whether two are of one kind, or speak of one fact: one substance in the same days."""
    if win.group is other.group:
        return True
    fact = win.group in OF_USE and other.group in OF_USE and win.substance == other.substance
    (first, last), (low, high) = days_of(win), days_of(other)
    return fact and first <= high and low <= last


def days_of(win: Win) -> tuple[int, int]:
    """The first and the last day that a win speaks of."""
    figures = win.figures
    return int(figures.get("now_from", win.day)), int(figures.get("now_to", win.day))
