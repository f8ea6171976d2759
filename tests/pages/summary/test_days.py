from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hrjournal.blocks import Table
from hrjournal.domain.history import DateRange, History
from hrjournal.pages.summary.days import page
from support.builders import CANNABIS, COCAINE, TODAY, history, together
from support.pages.reading import DRINK, UNITS
from support.pages.summing import summed

HEADS = ["day", "substance", "pattern", "low", "high", "unit", "unknown_uses", "also"]
US = "US standard drinks of 14 g of pure alcohol"


def rows(found: History, days: int) -> list[tuple[str, ...]]:
    (table,) = page(summed(found, DateRange(TODAY + 1 - days, TODAY + 1)), UNITS, "T").blocks
    assert isinstance(table, Table)
    assert [column.name for column in table.columns] == HEADS
    return [tuple(map(str, row)) for row in table.rows]


def test_each_day_has_a_row_for_each_substance() -> None:
    both = together(history("2 0 .", each=DRINK), history("1-2 ? 2", substance=CANNABIS))
    assert rows(both, 3) == [
        ("2026-11-21", "Alcohol", "+", "2", "2", US, "", ""),
        ("2026-11-21", "Cannabis", "+", "1", "2", "joints", "", ""),
        ("2026-11-22", "Alcohol", "-", "", "", "", "", ""),
        ("2026-11-22", "Cannabis", "+", "", "", "", "1", ""),
        ("2026-11-23", "Alcohol", "o", "", "", "", "", ""),
        ("2026-11-23", "Cannabis", "+", "2", "2", "joints", "", ""),
        ("2026-11-21/2026-11-23", "Alcohol", "+-o", "", "", "", "", ""),
        ("2026-11-21/2026-11-23", "Cannabis", "+++", "", "", "", "", ""),
    ]


def test_an_amount_is_told_to_four_places_and_with_some_more_unknown() -> None:
    found = history("1+?", each=19_725)
    assert rows(found, 1)[0][2:] == ("+", "1.4089", "1.4089", US, "1", "")


def test_units_that_do_not_convert_stand_beside() -> None:
    found = history("2", substance=COCAINE)
    day = found.of("cocaine")[TODAY]._replace(others=(("bag", 1000, 3000),))
    both = found._replace(uses={"cocaine": {TODAY: day}})
    assert rows(both, 1)[0][3:] == ("2", "2", "lines", "", "1 to 3 bags")


@given(st.lists(st.sampled_from("0.?23"), min_size=1, max_size=60))
def test_a_pattern_has_a_sign_for_each_day(marks: list[str]) -> None:
    signs = "".join({"0": "-", ".": "o"}.get(mark, "+") for mark in marks)
    found = rows(history(marks), len(marks))
    if set(marks) == {"."}:
        assert found == []
    else:
        assert found[-1][2] == signs
        assert [row[2] for row in found[:-1]] == list(signs)
