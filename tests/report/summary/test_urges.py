"""Urges and situations: every urge has one end, and all that was tried is there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.entries.entry import Entry, EntryType, Outcome
from hrjournal.report.summary.urges import TriggerCount, UrgeOutcomes, Urges, urges
from support.builders import TODAY, entry

WORDS = st.lists(st.sampled_from(["stress", "home", "walk", "pray"]), max_size=3).map(tuple)
RECORDS = st.lists(
    st.builds(
        lambda type_, back, triggers, copings, outcome: entry(
            type_, TODAY - back, triggers=triggers, copings=copings, outcome=outcome
        ),
        st.sampled_from([EntryType.URGE, EntryType.URGE, EntryType.USE, EntryType.CHECKIN]),
        st.integers(0, 9),
        WORDS,
        WORDS,
        st.none() | st.sampled_from(Outcome),
    ),
    max_size=30,
)
HEAVY = {TODAY - 1, TODAY - 2, TODAY - 30}


def counted(records: list[Entry]) -> Urges:
    return urges([(one.moment.day(14_400), one) for one in records], HEAVY)


def test_each_end_is_counted_and_what_is_not_written_too() -> None:
    ends = [Outcome.RODE_OUT, Outcome.RODE_OUT, Outcome.USED, None]
    records = [entry(EntryType.URGE, TODAY - at, outcome=end) for at, end in enumerate(ends)]
    assert counted(records).outcomes == UrgeOutcomes(4, {Outcome.RODE_OUT: 2, Outcome.USED: 1}, 1)


def test_a_way_that_never_helped_is_listed_too() -> None:
    ends = [("walk", Outcome.RODE_OUT), ("walk", Outcome.LESS), ("pray", Outcome.USED)]
    records = [
        entry(EntryType.URGE, TODAY - at, copings=(word,), outcome=end)
        for at, (word, end) in enumerate(ends)
    ]
    ways = counted(records).ways
    assert [one.word for one in ways] == ["walk", "pray"]
    assert ways[1].outcomes == UrgeOutcomes(1, {Outcome.USED: 1}, 0)


def test_what_came_together_is_counted_by_days_of_use_and_by_urges() -> None:
    records = [
        entry(EntryType.USE, TODAY - 1, triggers=("stress", "home")),
        entry(EntryType.USE, TODAY - 1, "22:00", triggers=("stress",)),
        entry(EntryType.USE, TODAY - 5, triggers=("stress",)),
        entry(EntryType.URGE, TODAY - 3, triggers=("stress",), outcome=Outcome.RODE_OUT),
        entry(EntryType.URGE, TODAY - 3, triggers=("work",), outcome=Outcome.USED),
        entry(EntryType.CHECKIN, TODAY - 3, triggers=("rain",)),
    ]
    assert counted(records).triggers == (
        TriggerCount("stress", use_days=2, heavy_days=1, urges=1, passed=1),
        TriggerCount("home", use_days=1, heavy_days=1, urges=0, passed=0),
        TriggerCount("work", use_days=0, heavy_days=0, urges=1, passed=0),
    )


@given(RECORDS)
def test_outcomes_sum_up_to_all_urges(records: list[Entry]) -> None:
    found = counted(records)
    every = [one for one in records if one.type is EntryType.URGE]
    assert found.outcomes.urges == len(every)
    for one in (found.outcomes, *(way.outcomes for way in found.ways)):
        assert sum(one.ended.values()) + one.unsaid == one.urges
    assert sum(found.outcomes.ended.values()) == sum(one.outcome is not None for one in every)


@given(RECORDS)
def test_every_way_and_every_situation_is_listed_the_most_frequent_first(
    records: list[Entry],
) -> None:
    found = counted(records)
    every = [one for one in records if one.type is EntryType.URGE]
    assert {one.word for one in found.ways} == {word for one in every for word in one.copings}
    met = [one for one in records if one.type in {EntryType.URGE, EntryType.USE}]
    assert {one.word for one in found.triggers} == {word for one in met for word in one.triggers}
    times = [one.outcomes.urges for one in found.ways]
    assert times == sorted(times, reverse=True)
    for one in found.triggers:
        assert one.passed <= one.urges
        assert one.heavy_days <= one.use_days
