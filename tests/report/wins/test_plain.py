"""The ledger of small wins beside a plain computation of its written rules, on journals by chance.

Acts are not compared: they are told by single records, and stand in tests of their own. Nor are
what tells the pace of a day, lines of weeks that look lighter, and levels of the WHO.
"""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import TYPE_CHECKING

import pytest

from hrjournal.domain.history import DateRange
from hrjournal.domain.win import OPIOID_BREAK, Grade
from hrjournal.report.wins import judge
from hrjournal.report.wins.engine import _Walk
from support.wins.plain_ledger import ledger, never
from support.wins.plain_past import TABLE
from support.wins.random_journals import random_journal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hrjournal.domain.win import Verdict, Win
    from support.wins.random_journals import RandomJournal

    Stopped = Callable[[str, int], bool]

FEW, MANY, GUARDED = 20, 110, 20
PASSED_OVER = {"levels", OPIOID_BREAK}
SHARED = ("rule", "substance", "baseline", "grade", "group", "measure", "chance")


def plainly(wins: Iterable[Win]) -> Counter[tuple[object, ...]]:
    """Everything that a win says but its number, and whether it is told."""
    return Counter(
        (
            win.day,
            *(getattr(win, name) for name in SHARED),
            tuple(sorted(one for one in win.figures.items() if one[0] not in PASSED_OVER)),
        )
        for win in wins
    )


def judged(
    journal: RandomJournal, stopped: Stopped, patch: pytest.MonkeyPatch
) -> tuple[list[Win], list[Verdict]]:
    patch.setattr(_Walk, "_stopped", lambda _, key, day: stopped(key, day))
    days = DateRange(journal.history.days.start, journal.today + 1)
    found = judge(journal.history, days, journal.today, journal.yardstick)
    told = [win for win in found.wins if win.grade not in {Grade.DID, Grade.LOOKS}]
    return [win for win in told if win.rule != "slower"], found.verdicts


def compare(seed: int, stopped: Stopped, patch: pytest.MonkeyPatch) -> list[str]:
    """Holds both ledgers of a journal together; gives the rules that it has wins of."""
    journal = random_journal(seed)
    wins, verdicts = judged(journal, stopped, patch)
    plain = ledger(journal.history, journal.today, journal.yardstick, stopped)
    assert plainly(wins) - plainly(plain.wins) == Counter(), f"more than plainly, journal {seed}"
    assert plainly(plain.wins) - plainly(wins) == Counter(), f"less than plainly, journal {seed}"
    assert Counter(verdicts) == Counter(plain.verdicts), f"other verdicts, journal {seed}"
    return [win.rule for win in wins]


def now_and_then(key: str, day: int) -> bool:
    """A full notice about a sudden stop by chance, for days on end."""
    return Random(f"{key} {day // 5}").random() < 0.3


@pytest.mark.slow
def test_a_few_ledgers_are_what_a_plain_computation_finds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = {rule for seed in range(FEW) for rule in compare(seed, never, monkeypatch)}
    assert len(found) >= 10


@pytest.mark.slow
def test_many_ledgers_are_what_a_plain_computation_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    found: Counter[str] = Counter()
    for seed in range(FEW, MANY):
        found.update(compare(seed, never, monkeypatch))
    assert set(found) == set(TABLE)


@pytest.mark.slow
def test_a_full_notice_takes_away_what_it_should_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = {
        rule
        for seed in range(MANY, MANY + GUARDED)
        for rule in compare(seed, now_and_then, monkeypatch)
    }
    assert {"longest_gap", "lighter_week", "holds"} <= found
