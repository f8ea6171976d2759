"""Wins of a day rest on the days before it alone, and on no more of them than are loaded."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from hrjournal.domain.history import DateRange, History
from hrjournal.domain.win import Grade
from hrjournal.report.wins import REACH, RECORDS, judge, needs_all
from support.wins.random_journals import random_journal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hrjournal.domain.win import Verdict, Win
    from hrjournal.report.wins import Judged
    from support.wins.random_journals import RandomJournal

FEW, MANY = 5, 30
LOOKS = 8  # days of a journal on which it is cut
ROUTES = 28


def whole(journal: RandomJournal) -> Judged:
    days = DateRange(journal.history.days.start, journal.today + 1)
    return judge(journal.history, days, journal.today, journal.yardstick)


def of_days(history: History, days: DateRange, records: DateRange) -> History:
    """A history as far as some of its days are loaded."""
    return history._replace(
        days=days,
        uses={key: days.of(uses) for key, uses in history.uses.items()},
        records=records.of(history.records),
        written=frozenset(day for day in history.written if day in days),
    )


def until(found: Iterable[Win], end: int) -> list[Win]:
    return [one for one in found if one.day < end]


def verdicts_until(found: Iterable[Verdict], end: int) -> list[Verdict]:
    return [one for one in found if one.day < end]


def some_days(seed: int, journal: RandomJournal) -> list[int]:
    every = journal.history.days.every
    return sorted(Random(f"days {seed}").sample(every, min(LOOKS, len(every))))


def later_days_change_nothing(seed: int) -> None:
    journal = random_journal(seed)
    found, start = whole(journal), journal.history.days.start
    for day in some_days(seed, journal):
        days = DateRange(start, day)  # the last day of these is over
        cut = judge(
            of_days(journal.history, days, days), DateRange(start, day), day, journal.yardstick
        )
        assert cut.wins == until(found.wins, day), (seed, day)
        assert cut.verdicts == verdicts_until(found.verdicts, day), (seed, day)


def one_day_needs_no_more_than_is_loaded(seed: int) -> None:
    journal = random_journal(seed)
    found = whole(journal)
    history, week_starts = journal.history, journal.yardstick.week_starts
    for day in some_days(seed, journal):
        if day >= journal.today:
            continue
        days = DateRange(day, day + 1)
        every = needs_all(days, day + 1, week_starts)
        records = DateRange(day - (RECORDS if every else ROUTES), day + 2)
        first = history.days.start if every else max(history.days.start, day - REACH)
        loaded = of_days(history, DateRange(first, day + 2), records)
        claims = [
            one for one in until(found.wins, day) if one.grade in {Grade.CHANGING, Grade.HOLDS}
        ]
        alone = judge(loaded, days, day + 1, journal.yardstick, claims)
        assert alone.wins == [one for one in found.wins if one.day == day], (seed, day)
        assert alone.verdicts == [one for one in found.verdicts if one.day == day], (seed, day)


@pytest.mark.slow
def test_later_days_change_no_win_of_an_earlier_one() -> None:
    for seed in range(FEW):
        later_days_change_nothing(seed)


def test_a_day_by_itself_comes_to_what_it_is_among_all() -> None:
    for seed in range(FEW):
        one_day_needs_no_more_than_is_loaded(seed)


@pytest.mark.slow
def test_later_days_of_many_journals_change_no_win_of_an_earlier_one() -> None:
    for seed in range(FEW, MANY):
        later_days_change_nothing(seed)


@pytest.mark.slow
def test_many_days_by_themselves_come_to_what_they_are_among_all() -> None:
    for seed in range(FEW, 4 * MANY):
        one_day_needs_no_more_than_is_loaded(seed)
