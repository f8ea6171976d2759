from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrjournal.domain.entries.entry import Entry, EntryType, Outcome
from hrjournal.domain.history import DateRange, History
from hrjournal.domain.substances.substance import Kind, Substance
from hrjournal.report.patterns.view import (
    Pattern,
    Patterns,
    Sides,
    main_substance,
    patterns,
)
from support.builders import ALCOHOL, CANNABIS, METHADONE, TODAY, by_day, entry, history, together
from support.report.simulated_days import START, Cell, journal

people = st.integers(0, 400)
PLANTED = Cell(84, 0.4, 0.5, more=1.5)
COFFEE = Substance("coffee", "Coffee", Kind("caffeine", "Caffeine", group="caffeine"), "cup", 9)


def found_in(told: History, today: int | None = None) -> Patterns:
    return patterns(told, ALCOHOL, PLANTED.span + START - 1 if today is None else today)


def shown(found: Patterns, *, renamed: dict[str, str] | None = None) -> list[object]:
    """All that is told, with other words for those that were renamed."""
    new = renamed or {}
    return [(one.question.id, new.get(one.word, one.word), *one[2:]) for one in found.patterns]


@settings(max_examples=15)
@given(people, st.integers())
def test_the_order_of_records_changes_nothing(number: int, seed: int) -> None:
    told = journal(PLANTED, number)
    luck = Random(seed)
    days = list(told.records.items())
    luck.shuffle(days)
    mixed = {day: tuple(luck.sample(records, len(records))) for day, records in days}
    uses = dict(reversed(list(told.of(ALCOHOL.key).items())))
    other = told._replace(records=mixed, uses={ALCOHOL.key: uses})
    assert found_in(other) == found_in(told)


@settings(max_examples=15)
@given(people)
def test_days_that_are_not_logged_change_nothing(number: int) -> None:
    told = journal(PLANTED, number)
    wider = told._replace(days=DateRange(START - 400, START + 400))
    assert found_in(wider) == found_in(told)
    written = told._replace(written=frozenset(range(START - 9, START + 400)))
    assert found_in(written) == found_in(told)


@settings(max_examples=15)
@given(people)
def test_another_substance_changes_nothing(number: int) -> None:
    told = journal(PLANTED, number)
    noise = [
        entry(
            EntryType.USE, day, substance=CANNABIS.key, mood=1, triggers=("stress", "zoo"), sleep=9
        )
        for day in range(START - 30, START + 60)
    ]
    noise += [entry(EntryType.URGE, day, substance=CANNABIS.key, urge=9) for day in told.records]
    both = by_day([*(one for day in told.records.values() for one in day), *noise])
    other = history("1*90", substance=CANNABIS, end=START + 59)
    mixed = together(told, other)._replace(records=both)
    assert found_in(mixed) == found_in(told)


@settings(max_examples=15)
@given(people)
def test_other_words_for_triggers_change_nothing(number: int) -> None:
    told = journal(PLANTED, number)
    new = {"argument": "zebra", "tired": "apple", "stress": "my own word", "bored": "argument"}

    def renamed(one: Entry) -> Entry:
        return one.replace(triggers=tuple(new.get(word, word) for word in one.triggers))

    records = {day: tuple(map(renamed, some)) for day, some in told.records.items()}
    found = found_in(told._replace(records=records))
    assert shown(found) == shown(found_in(told), renamed=new)


def test_what_stands_out_stays_until_28_more_days_are_over_and_counts_do_not() -> None:
    told = journal(Cell(182, 0.4, 0.5, more=1.5), 0)
    looks = [found_in(told, START + 83 + day) for day in range(30)]
    tested = [[one[3:] for one in found.patterns] for found in looks]
    assert tested[1] == tested[28] != tested[29]
    assert looks[1].tested == looks[28].tested == DateRange(START, START + 84)
    assert looks[0].tested.end == START + 56
    assert looks[29].tested.end == START + 112 == looks[28].next_look
    assert looks[1].logged < looks[28].logged
    assert looks[1].patterns[0].sides != looks[28].patterns[0].sides


def test_before_the_first_28_days_nothing_is_asked() -> None:
    told = journal(PLANTED, 0)
    early = found_in(told, START + 27)
    assert early.tested.length == 0
    assert not any(one.link for one in early.patterns)
    assert any(one.sides and one.sides.seen for one in early.patterns)


def test_what_is_so_stands_out_with_the_counts_of_its_days() -> None:
    found = found_in(journal(PLANTED, 0))
    first = found.standing[0]
    assert (first.question.id, first.word) == ("amount", "argument")
    assert first.link is not None
    assert first.link.r > 0
    sides = first.tested_sides
    assert sides is not None
    assert sides.hits / sides.among > sides.other_hits / sides.other_among


def test_both_sides_are_counted_from_five() -> None:
    assert Sides(1, 5, 0, 5).seen
    assert Sides(1, 2, 0, 9).needed == (3, 0)
    assert Sides(1, 9, 0, 4).needed == (0, 1)


def of(found: Patterns, name: str, word: str = "") -> Pattern:
    return next(one for one in found.patterns if (one.question.id, one.word) == (name, word))


def test_counts_are_by_hand() -> None:
    words = [entry(EntryType.CHECKIN, TODAY - day, triggers=("argument",)) for day in range(9)]
    moods = [entry(EntryType.CHECKIN, TODAY - day, mood=3 if day < 4 else 6) for day in range(12)]
    told = history("2 0 " * 10 + "6*5 2*3 0", records=[*words, *moods])
    found = patterns(told, ALCOHOL, TODAY)
    # On 9 of 29 days: 6 6 6 6 6 2 2 2 0, on the others ten times 2 and 0; above 2 is heavier.
    assert of(found, "amount", "argument").sides == Sides(5, 9, 0, 20)
    assert of(found, "used", "argument").sides == Sides(8, 9, 10, 20)
    assert of(found, "urges", "argument").sides == Sides(0, 9, 0, 20)
    # Moods of 3 on the last 4 days, the middle of the 12 is 6. The days before these 12 are
    # 2 0 2 0, five heavier ones, 2 2 2: a lower mood comes after the last heavier one, and these.
    assert of(found, "heavier-mood").sides == Sides(1, 5, 3, 7)
    assert of(found, "none-mood").sides == Sides(0, 2, 4, 10)


def test_words_that_stand_beside_use_are_compared_among_days_of_use() -> None:
    records = [
        entry(EntryType.USE, TODAY - day, substance="alcohol", triggers=("argument",))
        for day in range(6)
    ]
    found = patterns(history("0*10 2*9 6*5 2", records=records), ALCOHOL, TODAY)
    assert of(found, "amount", "argument").sides is None
    (one,) = found.use_days
    assert one.sides == Sides(5, 6, 0, 9)


def test_every_way_that_was_tried_is_listed_with_all_that_came_of_it() -> None:
    def urge(day: int, outcome: Outcome | None, *ways: str) -> Entry:
        return entry(EntryType.URGE, TODAY - day, urge=5, outcome=outcome, copings=ways)

    records = [
        urge(1, Outcome.USED, "pray"),
        urge(2, Outcome.RODE_OUT, "walk"),
        urge(3, Outcome.USED, "walk", "call"),
        urge(4, Outcome.LESS, "walk"),
        urge(5, None, "walk"),
        urge(6, Outcome.RODE_OUT),
    ]
    found = patterns(history("0*10", records=records), ALCOHOL, TODAY)
    assert [(way.word, way.urges, dict(way.ended)) for way in found.tried] == [
        ("walk", 4, {Outcome.LESS: 1, Outcome.USED: 1, Outcome.RODE_OUT: 1}),
        ("call", 1, {Outcome.USED: 1}),
        ("pray", 1, {Outcome.USED: 1}),
    ]
    assert found.tried[0].sides == Sides(1, 3, 1, 2)


def test_days_of_the_week_and_times_of_day_are_counted() -> None:
    records = [entry(EntryType.URGE, TODAY - 1, "13:00", urge=4, outcome=Outcome.RODE_OUT)]
    found = patterns(history("0*6 2@22:30 1@01:00", records=records), ALCOHOL, TODAY)
    assert found.times.weekdays[0] == (1, 2)  # today is a Monday
    assert found.times.weekdays[6] == (1, 1)
    assert found.times.begun == (1, 0, 0, 1)
    assert found.times.urges == ((0, 0), (0, 0), (1, 1), (0, 0))


def test_the_main_substance_was_used_on_most_days() -> None:
    told = together(history("2 0 2 2"), history("1*2 0", substance=CANNABIS))
    assert main_substance(told) == ALCOHOL


def test_caffeine_is_main_where_nothing_else_is_and_a_medicine_never() -> None:
    coffee, methadone = history("1*9", substance=COFFEE), history("1*9", substance=METHADONE)
    assert main_substance(together(coffee, methadone, history("0 0 2"))) == ALCOHOL
    assert main_substance(together(coffee, methadone)) == COFFEE
    assert main_substance(methadone) is None
    assert main_substance(together(history("2*9"), coffee), {"alcohol"}) == COFFEE
    assert main_substance(history("0*9")) is None


@pytest.mark.parametrize("marks", [".", "0", "2", "?", "2 ."])
def test_a_day_or_less_is_no_trouble(marks: str) -> None:
    found = patterns(history(marks), ALCOHOL, TODAY)
    assert found.standing == ()
    assert not any(one.sides and one.sides.seen for one in found.patterns)
