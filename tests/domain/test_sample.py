from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from hrjournal.domain.entries.entry import Entry, EntryType
from hrjournal.domain.sample import LENGTH, Clockwork, sample

TODAY = 739_943
STARTS = 4 * 3600
ENTRIES = tuple(sample(TODAY, Clockwork(3600, "Europe/Warsaw")))


def day(entry: Entry) -> int:
    return entry.moment.day(STARTS)


def drinks(first: int, last: int) -> int:
    """Drinks from one day of the half year to another."""
    amounts = [
        one.amount.low
        for one in ENTRIES
        if one.type is EntryType.USE
        and one.substance == "alcohol"
        and one.amount is not None
        and one.amount.low is not None
        and first <= day(one) - (TODAY - LENGTH) < last
    ]
    return sum(amounts) // 14_000


def test_it_is_the_same_on_every_run() -> None:
    assert tuple(sample(TODAY, Clockwork(3600, "Europe/Warsaw"))) == ENTRIES


def test_it_ends_yesterday_and_reaches_back_half_a_year() -> None:
    days = {day(one) for one in ENTRIES}
    assert max(days) == TODAY - 1
    assert TODAY - LENGTH <= min(days) <= TODAY - LENGTH + 2
    assert all(earlier <= later for earlier, later in pairwise(map(day, ENTRIES)))


def test_some_days_are_not_written_and_a_week_is_away() -> None:
    days = {day(one) - (TODAY - LENGTH) for one in ENTRIES}
    assert days & set(range(84, 91)) == set()
    assert LENGTH // 20 <= LENGTH - len(days) <= LENGTH // 4


def test_every_written_day_says_use_or_none_of_alcohol_and_never_both() -> None:
    said: dict[int, set[EntryType]] = {}
    for one in ENTRIES:
        if one.substance == "alcohol":
            said.setdefault(day(one), set()).add(one.type)
    assert set(said) == {day(one) for one in ENTRIES}
    assert all(len(sorts) == 1 for sorts in said.values())


def test_the_made_up_person_drinks_less_over_time() -> None:
    assert drinks(0, 60) > 1.3 * drinks(LENGTH - 60, LENGTH) > 0


def test_every_sort_of_record_is_in_it() -> None:
    counts = Counter(one.type for one in ENTRIES)
    assert all(counts[sort] for sort in EntryType if sort is not EntryType.STEP)
    assert any(one.steps for one in ENTRIES)
    assert sum(one.note is not None for one in ENTRIES) >= 5


@pytest.mark.parametrize("offset", [-36_000, 0, 20_700, 50_400])
def test_its_days_are_the_same_in_every_zone(offset: int) -> None:
    there = tuple(sample(TODAY, Clockwork(offset, "UTC")))
    assert [day(one) for one in there] == [day(one) for one in ENTRIES]
    assert [one.moment.local for one in there] == [one.moment.local for one in ENTRIES]


def test_nothing_in_it_was_written_before_it_happened() -> None:
    assert all(one.written >= one.moment.instant for one in ENTRIES)
