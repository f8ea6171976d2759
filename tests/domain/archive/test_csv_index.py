from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.archive.csv_index import CsvIndex
from hrjournal.domain.archive.csv_records import CsvRecord
from hrjournal.domain.archive.model import Record
from support.whole_journal import SOME

ROWS = st.lists(
    st.tuples(st.integers(0, 6), st.sampled_from("abcdef"), st.integers(0, 3)), max_size=8
)


def index_of(rows: list[tuple[int, str, int]]) -> CsvIndex:
    """The index of rows of a number, a name and a place, each on the line of its place in 100."""
    index = CsvIndex()
    for row, (number, name, place) in enumerate(rows):
        found = CsvRecord(Record(SOME.replace(id=number), name), place, by_hand=False)
        index.add(found, 100 + row, 0)
    return index


@given(rows=ROWS)
def test_of_two_rows_of_one_name_or_number_the_first_is_kept(
    rows: list[tuple[int, str, int]],
) -> None:
    index = index_of(rows)
    numbers = [number for number, _, _ in rows]
    names = [name for _, name, _ in rows]
    twins = [
        row
        for row, (number, name, _) in enumerate(rows)
        if name in names[:row] or (number and number in numbers[:row])
    ]
    assert index.leave_out_twins() == [100 + row for row in twins]
    for name in "abcdefg":
        first = names.index(name) if name in names else None
        assert index.find(name) == (None if first in twins else first)


@given(rows=ROWS, there=st.sets(st.integers(0, 7)))
def test_the_order_is_that_in_which_rows_were_written(
    rows: list[tuple[int, str, int]], there: set[int]
) -> None:
    index = index_of(rows)
    left = {line - 100 for line in index.leave_out_twins()}
    order = index.order(bytearray(row in there for row in range(len(rows))))
    assert set(order) == set(range(len(rows))) - left - there
    told = [(rows[row][2], index.numbers[row]) for row in order]
    assert told == sorted(told)
    numbers = [number for _, number in told]
    assert len(set(numbers)) == len(numbers)
    assert 0 not in numbers


def test_a_row_says_the_same_as_a_record_whatever_their_numbers() -> None:
    index = index_of([(1, "a", 0)])
    assert index.says(0, SOME.replace(id=9, note=""))
    assert not index.says(0, SOME.replace(mood=1))
