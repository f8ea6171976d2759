from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.archive.csv_rows import ColumnMapping, ParsedRow, RejectedRow, RowParser
from hrjournal.domain.time.clock import now_at

NOW = now_at(int(datetime(2026, 11, 23, 9, tzinfo=UTC).timestamp()), ZoneInfo("Europe/Warsaw"))
ALL = ColumnMapping(date="day", substance="what", amount="n", unit="unit", mood="mood", note="note")
ROW = {"day": "2026-11-20", "what": "alcohol", "n": "2", "unit": "", "mood": "", "note": ""}


def take(columns: ColumnMapping = ALL, **cells: str) -> ParsedRow:
    found = RowParser(columns, NOW).read(7, ROW | cells)
    assert isinstance(found, ParsedRow), found.reason
    return found


def refuse(columns: ColumnMapping = ALL, **cells: str) -> str:
    return refuse_row(cells, columns)


def refuse_row(cells: dict[str, str], columns: ColumnMapping = ALL) -> str:
    found = RowParser(columns, NOW).read(7, ROW | cells)
    assert isinstance(found, RejectedRow)
    assert found.line == 7
    return found.reason


def day(taken: ParsedRow) -> str:
    return date.fromordinal(taken.moment.day(NOW.day_start)).isoformat()


def test_a_row_says_what_its_columns_say() -> None:
    found = take(unit="pints", mood=" 6 ", note=" as typed ")
    assert (found.line, found.substance, found.amount) == (7, "alcohol", ("2", "pints"))
    assert (found.mood, found.note, found.none) == (6, " as typed ", False)
    assert (day(found), found.moment.timed) == ("2026-11-20", False)


def test_a_column_that_is_not_named_says_nothing() -> None:
    found = take(ColumnMapping(date="day", note="note"), note="fine")
    assert (found.substance, found.amount, found.mood) == (None, None, None)


def test_a_name_after_an_equals_sign_is_no_column() -> None:
    columns = ColumnMapping(date="day", substance="=kava", amount="n", unit="=cup")
    assert columns.named() == ["day", "n"]
    assert (take(columns).substance, take(columns).amount) == ("kava", ("2", "cup"))


@pytest.mark.parametrize("zero", ["0", "0.0", "0,00", "00", "0."])
def test_a_zero_is_none_when_that_is_said_and_refused_when_not(zero: str) -> None:
    said = ALL._replace(zero_is_none=True)
    assert (take(said, n=zero).none, take(said, n=zero).amount) == (True, None)
    assert "--zero-is-none" in refuse(n=zero)


@pytest.mark.parametrize("amount", ["", " ", "  \t"])
def test_no_amount_is_never_taken_for_a_zero(amount: str) -> None:
    assert "no amount" in refuse(ALL._replace(zero_is_none=True), n=amount)


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"day": "20/11/2026"}, "--date-format"),
        ({"day": ""}, "not a date"),
        ({"day": "2026-11-24"}, "still to come"),
        ({"day": "2026-02-30"}, "2026-02-30"),
        ({"mood": "11"}, "0 to 10"),
        ({"mood": "5.5"}, "0 to 10"),
        ({"mood": "\u0665"}, "0 to 10"),
        ({"what": "x" * 81}, "80 characters"),
        ({"note": "x" * 200_001}, "200,000"),
        ({"what": ""}, "names no substance"),
        ({"what": "", "mood": "5"}, "names no substance"),
    ],
)
def test_a_row_that_cannot_be_taken_says_why(cells: dict[str, str], said: str) -> None:
    assert said in refuse_row(cells)


def test_a_row_that_says_nothing_of_its_day_is_refused() -> None:
    assert "nothing" in refuse(ColumnMapping(date="day", mood="mood", note="note"))


def test_a_row_of_another_length_is_refused() -> None:
    shorter: dict[Any, Any] = {**ROW, "note": None}
    longer: dict[Any, Any] = {**ROW, None: ["more"]}
    for row in (shorter, longer):
        assert isinstance(RowParser(ALL, NOW).read(3, row), RejectedRow)


@given(st.dates(date(1970, 1, 2), date(2026, 11, 23)))
def test_every_past_day_is_read_in_any_format(one: date) -> None:
    for form in ("%d/%m/%Y", "%Y%m%d", "%m-%d-%Y", "%d %b %Y"):
        assert day(take(ALL._replace(date_format=form), day=one.strftime(form))) == one.isoformat()
    assert day(take(day=one.isoformat())) == one.isoformat()


@given(st.datetimes(datetime(1971, 1, 1), datetime(2026, 11, 23, 9)))
def test_a_time_belongs_to_the_day_that_began_at_four(wall: datetime) -> None:
    found = RowParser(ALL._replace(date_format="%d.%m.%Y %H:%M"), NOW).read(
        1, ROW | {"day": wall.strftime("%d.%m.%Y %H:%M")}
    )
    if isinstance(found, RejectedRow):
        assert "does not exist" in found.reason  # a clock change skips it
        return
    assert found.moment.timed
    assert day(found) == (wall - timedelta(hours=4)).date().isoformat()
    assert found.moment.clock() == wall.strftime("%H:%M")


def test_twins_in_a_table_stay_apart_and_are_the_same_on_the_next_run() -> None:
    def origins() -> list[str]:
        reader = RowParser(ALL, NOW)
        found = [reader.read(line, ROW) for line in range(3)]
        return [one.origin for one in found if isinstance(one, ParsedRow)]

    assert len(set(origins())) == 3
    assert origins() == origins()


@given(st.fixed_dictionaries({name: st.text(max_size=8) for name in ("what", "n", "mood", "note")}))
def test_any_cell_is_taken_or_refused(cells: dict[str, str]) -> None:
    found = RowParser(ALL, NOW).read(2, ROW | cells)
    if isinstance(found, RejectedRow):
        assert found.reason
    else:
        assert found.mood is None or 0 <= found.mood <= 10
        assert found.amount is None or found.amount[0]
