"""Days counted in SQL, against the same days counted by walking over every record."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrjournal.domain.entries.entry import DAY, EPOCH, Entry, EntryType, Moment
from hrjournal.domain.history import DateRange, DayUse
from hrjournal.domain.substances.amount import Amount
from hrjournal.store import Journal, changes, queries
from support.builders import ALCOHOL, CANNABIS, TODAY
from support.keeping import NOW, keep, opened, own

FIRST = TODAY - 4
UNITS = {"alcohol": "g_alc", "cannabis": "joint"}
STARTS = ("00:00", "04:00", "11:59")


class Said(NamedTuple):
    """A record and its place in the order of words: its change, then its number."""

    word: tuple[int, int]
    entry: Entry


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    """A time within five days, often within a second of the start of a day."""
    at_start = draw(st.sampled_from([0, 4 * 3600, 11 * 3600 + 59 * 60])) + draw(st.integers(-1, 1))
    seconds = draw(st.sampled_from([at_start, draw(st.integers(0, DAY - 1))]))
    local = (FIRST + draw(st.integers(0, 4)) - EPOCH) * DAY + seconds
    offset = draw(st.sampled_from([0, 3600, -5 * 3600, 20_700]))
    return Moment(local - offset, offset, "Here", draw(st.booleans()))


AMOUNTS = st.none() | st.builds(
    lambda unit, ends: Amount(min(ends), max(ends), unit) if ends else Amount(None, None, unit),
    st.sampled_from(["g_alc", "joint", "mg"]),
    st.none() | st.tuples(st.integers(1, 5000), st.integers(1, 5000)),
)


@st.composite
def words(draw: st.DrawFn) -> Entry:
    """A use, a none, or something else about two substances or none."""
    sort = draw(st.sampled_from([EntryType.USE, EntryType.USE, EntryType.NONE, EntryType.CHECKIN]))
    moment = draw(moments())
    return Entry(
        type=sort,
        moment=moment,
        substance=None if sort is EntryType.CHECKIN else draw(st.sampled_from(sorted(UNITS))),
        amount=draw(AMOUNTS) if sort is EntryType.USE else None,
        mood=draw(st.none() | st.integers(0, 10)),
        written=moment.instant + draw(st.sampled_from([-1801, -1800, 0, 1800, 1801])),
    )


def day_of(entry: Entry, starts: str) -> int:
    """The person's day of a record, worked out from the clock alone."""
    hours, minutes = map(int, starts.split(":"))
    date, seconds = divmod(entry.moment.instant + entry.moment.offset, DAY)
    return EPOCH + date - (seconds < hours * 3600 + minutes * 60)


def walked(said: list[Said], key: str) -> DayUse:
    """What a day's words come to, one by one."""
    uses: list[Entry] = []
    for _, one in sorted(said):
        uses = [] if one.type is EntryType.NONE else [*uses, one]
    if not uses:
        return DayUse(0)
    unit = leading(uses, UNITS[key])
    sums: dict[str, tuple[int, int]] = {}
    for amount in (one.amount for one in uses if one.amount):
        if amount.low is not None and amount.high is not None:
            low, high = sums.get(amount.unit, (0, 0))
            sums[amount.unit] = low + amount.low, high + amount.high
    low, high = sums.pop(unit, (0, 0))
    timed = [one for one in uses if one.moment.timed]
    return DayUse(
        uses=len(uses),
        unit=unit,
        low=low,
        high=high,
        unknown=sum(one.amount is None or one.amount.low is None for one in uses),
        others=tuple((name, *both) for name, both in sorted(sums.items())),
        first=min((one.moment.local for one in timed), default=None),
        last=max((one.moment.local for one in timed), default=None),
        untimed=len(uses) - len(timed),
        first_instant=min((one.moment.instant for one in timed), default=None),
        last_instant=max((one.moment.instant for one in timed), default=None),
    )


def leading(uses: list[Entry], usual: str) -> str:
    """The substance's own unit where it is there, or else the one said most often."""
    counted = Counter(one.amount.unit if one.amount else "" for one in uses)
    most = max(counted.values())
    return usual if usual in counted else min(name for name in counted if counted[name] == most)


def expected(said: list[Said], key: str, days: DateRange, starts: str) -> dict[int, DayUse]:
    """The written days of a substance within a span."""
    by_day: dict[int, list[Said]] = {}
    for one in said:
        day = day_of(one.entry, starts)
        if one.entry.substance == key and days.start <= day < days.end:
            by_day.setdefault(day, []).append(one)
    return {day: walked(found, key) for day, found in by_day.items()}


def told(said: list[Said], days: DateRange, starts: str) -> dict[int, tuple[Entry, ...]]:
    """Every record of the days on which something more than an amount was said."""
    within = [one.entry for one in said if day_of(one.entry, starts) in days]
    telling = {
        day_of(one, starts)
        for one in within
        if one.type is EntryType.CHECKIN or one.mood is not None
    }
    within.sort(key=lambda one: (one.moment.local, one.id))
    return {day: tuple(one for one in within if day_of(one, starts) == day) for day in telling}


def write(journal: Journal, steps: list[list[Entry]], again: list[int]) -> list[Said]:
    """Writes every step, then some of the records again; gives what stands in the end."""
    with journal.change("log", 1) as change:
        for substance in (ALCOHOL, CANNABIS):
            change.track(substance._replace(id=0))
    said: dict[int, Said] = {}
    for step in steps:
        numbers = keep(journal, *step)
        last = journal.connection.execute("SELECT max(id) FROM change").fetchone()[0]
        for number, one in zip(numbers, step, strict=True):
            said[number] = Said((last, number), one.replace(id=number))
    for choice in again:
        number = 1 + choice % len(said)
        one = said[number].entry
        with journal.change("edit", NOW) as change:
            changes.replace(change, one, journal.substances().get(one.substance or ""))
            said[number] = Said((change.number, number), one)
    return list(said.values())


def evened(day: DayUse) -> DayUse:
    """A day with its other units in one order."""
    return day._replace(others=tuple(sorted(day.others)))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.lists(words(), min_size=1, max_size=4), min_size=1, max_size=5),
    st.lists(st.integers(0, 99), max_size=2),
    st.tuples(st.integers(-1, 3), st.integers(1, 7)),
)
@pytest.mark.slow
def test_days_come_to_what_walking_over_every_record_gives(
    steps: list[list[Entry]], again: list[int], span: tuple[int, int]
) -> None:
    days = DateRange(FIRST + span[0], FIRST + span[0] + span[1])
    with (
        tempfile.TemporaryDirectory() as folder,
        opened(own(Path(folder)), unsynced=True) as journal,
    ):
        said = write(journal, steps, again)
        rows = journal.connection.execute("SELECT * FROM entry ORDER BY id").fetchall()
        for starts in STARTS:
            changes.set_setting(journal, "day_starts_at", starts, NOW)
            journal.forget_preferences()
            found = queries.load_history(journal, days)
            for key in UNITS:
                counted = {day: evened(one) for day, one in found.of(key).items()}
                assert counted == expected(said, key, days, starts)
                assert list(found.of(key)) == sorted(found.of(key))
            assert found.records == told(said, days, starts)
            everyday = {day_of(one.entry, starts) for one in said}
            assert found.written == {day for day in everyday if day in days}
        after = journal.connection.execute("SELECT * FROM entry ORDER BY id").fetchall()
        assert after == rows


@settings(max_examples=30, deadline=None)
@given(st.lists(words(), min_size=1, max_size=8), st.integers(0, 9), st.integers(-1, 5))
def test_the_records_of_a_span_come_oldest_first_and_most_keeps_the_latest(
    written: list[Entry], most: int, first: int
) -> None:
    days = DateRange(FIRST + first, FIRST + first + 2)
    with (
        tempfile.TemporaryDirectory() as folder,
        opened(own(Path(folder)), unsynced=True) as journal,
    ):
        numbers = keep(journal, *written)
        kept = [one.replace(id=number) for one, number in zip(written, numbers, strict=True)]
        within = sorted(
            (one for one in kept if day_of(one, "04:00") in days),
            key=lambda one: (one.moment.local, one.id),
        )
        assert queries.entries(journal, days) == within
        assert queries.entries(journal, days, most=most) == within[max(0, len(within) - most) :]
        assert queries.first_day(journal) == min(day_of(one, "04:00") for one in written)
        assert queries.last_local(journal) == max(one.moment.local for one in written)
