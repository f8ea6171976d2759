"""The long table: a row for each day and substance, with nothing in it that is not known."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from hrjournal.blocks import Table
from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.history import DateRange, History
from hrjournal.pages.summary.days import page
from support.builders import CANNABIS, COCAINE, TODAY, entry, history, together
from support.pages.reading import DRINK, as_seen
from support.pages.summing import summed

HEADS = [
    *("date", "substance", "status", "amount_low", "amount_high", "unit", "grams"),
    *("mood", "urge_max", "sleep_h"),
]
STATUS = {"0": "none", ".": "missing"}


def rows(found: History, days: int) -> list[tuple[str, ...]]:
    (table,) = as_seen(page(summed(found, DateRange(TODAY + 1 - days, TODAY + 1)), "T")).blocks
    assert isinstance(table, Table)
    assert [column.name for column in table.columns] == HEADS
    return [tuple(map(str, row)) for row in table.rows]


def test_each_day_has_a_row_for_each_substance() -> None:
    both = together(history("2 0 .", each=DRINK), history("1-2 ? 2", substance=CANNABIS))
    assert [row[:7] for row in rows(both, 3)] == [
        ("2026-11-21", "Alcohol", "use", "28", "28", "g_alc", "28"),
        ("2026-11-21", "Cannabis", "use", "1", "2", "joint", ""),
        ("2026-11-22", "Alcohol", "none", "", "", "", ""),
        ("2026-11-22", "Cannabis", "use", "", "", "", ""),
        ("2026-11-23", "Alcohol", "missing", "", "", "", ""),
        ("2026-11-23", "Cannabis", "use", "2", "2", "joint", ""),
    ]


def test_an_amount_is_told_to_four_places_and_grams_are_its_middle() -> None:
    assert rows(history("1-2", each=19_725), 1)[0][3:7] == ("19.725", "39.45", "g_alc", "29.5875")
    assert rows(history("1", each=1_000_000), 1)[0][3] == "1000"


def test_an_amount_with_some_more_unknown_is_none_that_is_known() -> None:
    assert rows(history("1+?", each=DRINK), 1)[0][2:7] == ("use", "", "", "", "")
    day = history("2", substance=COCAINE).of("cocaine")[TODAY]
    mixed = history("2", substance=COCAINE)._replace(
        uses={"cocaine": {TODAY: day._replace(others=(("bag", 1000, 3000),))}}
    )
    assert rows(mixed, 1)[0][2:7] == ("use", "", "", "", "")


def test_how_it_was_stands_in_every_row_of_a_day() -> None:
    records = [
        entry(EntryType.CHECKIN, mood=4, sleep=450),
        entry(EntryType.CHECKIN, clock="21:00", mood=7),
        entry(EntryType.URGE, urge=3),
        entry(EntryType.URGE, urge=8),
    ]
    both = together(history("2 2", records=records), history("1 1", substance=CANNABIS))
    assert [row[7:] for row in rows(both, 2)] == [("", "", "")] * 2 + [("5.5", "8", "7.5")] * 2


def test_a_day_of_no_substance_has_a_row_where_anything_is_known() -> None:
    found = history("", records=[entry(EntryType.CHECKIN, TODAY - 1, mood=4)])
    nothing = found._replace(substances={}, uses={})
    assert rows(nothing, 3) == [("2026-11-22", *[""] * 6, "4", "", "")]


@given(st.lists(st.sampled_from("0.?23"), min_size=1, max_size=60))
def test_each_day_is_told_as_it_is_known(marks: list[str]) -> None:
    found = rows(history(marks, each=DRINK), len(marks))
    if set(marks) == {"."}:
        assert found == []
        return
    assert [row[2] for row in found] == [STATUS.get(mark, "use") for mark in marks]
    for row, mark in zip(found, marks, strict=True):
        assert {*row[3:7]} == {""} or mark in "23"
        if mark in "23":
            assert Decimal(row[3]) == Decimal(row[4]) == Decimal(row[6]) == 14 * int(mark)
