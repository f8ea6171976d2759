from __future__ import annotations

import csv
import io
import json
import re
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.archive import Archive, Record
from hrjournal.domain.archive.csv_table import (
    COLUMNS,
    EARLIER,
    as_written,
    guarded,
    is_own,
    table_of,
    words_in,
)
from hrjournal.domain.entries.entry import Entry, EntryType
from hrjournal.domain.substances.amount import Amount
from support.builders import DAY_STARTS
from support.keeping import ENTRIES, SHORT, TEXT
from support.places import SHARED
from support.whole_journal import EVENING, SOME, WHOLE

CORPUS: Final = SHARED / "tools" / "nasty.json"
NASTY: Final = [
    *("=1+1", "+1", "-2 mg vs +2", "@SUM(1)", "\t=1", "\r=1", "\n=1", " =1+1", "'=1", "''=1"),
    *("|x", "\uff1d1", "\u00a0=1", "'", "''", "a=b", "sep=,", "ID;P", '"""', "a,b", "x\r\ny"),
    *(
        one["text"]
        for one in (json.loads(CORPUS.read_text(encoding="utf-8")) if CORPUS.exists() else [])
        if not re.search("[\ud800-\udfff]", one["text"])
    ),
]
ACTS: Final = re.compile("[=+\\-@\t\r\n|\uff1d\uff0b\uff0d\uff20]")
NUMBER: Final = re.compile(r"-?\d+(\.\d+)?")


def rows(*entries: Entry) -> list[dict[str, str]]:
    """The table, read by a library that knows nothing of it."""
    found = tuple(Record(entry, f"{entry.id}@0") for entry in entries)
    text = table_of(WHOLE._replace(entries=found), DAY_STARTS)
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_a_record_is_a_row_under_named_columns() -> None:
    none, some, use = rows(*(one.entry for one in WHOLE.entries))
    assert use == dict.fromkeys(COLUMNS, "") | {
        "id": "7",
        "sort": "use",
        "day": "2026-11-22",
        "time": "23:00",
        "at": "2026-11-22 23:00:00+01:00",
        "zone": "Europe/Warsaw",
        "substance": "Alcohol",
        "amount": "~28.125-42",
        "unit": "g_alc",
        "low": "28.125",
        "high": "42",
        "typed": "~2-3",
        "mood": "0",
        "urge": "7",
        "urge_after": "3",
        "anxiety": "4",
        "pain": "1",
        "sleep_minutes": "445",
        "minutes": "20",
        "outcome": "less",
        "route": "oral",
        "with": "Kim & Ola",
        "spend": "12.505",
        "planned": "yes",
        "triggers": "stress, after-work",
        "copings": "walk",
        "steps": "ate, water",
        "note": '\'=1+1 "żółć"\n日本語 \x1b[31m\u202e\U0001f642',
        "gave": "relief",
        "after": "a bad night",
        "score": "6",
        "written": "2026-11-22T22:01:40+00:00",
        "kind": "alcohol",
        "counted_in": "g_alc",
        "place": "2",
        "origin": "7@0",
        "about": "yes",
    }
    assert none["noon"] == "2026-11-22 12:00:00-03:30"
    assert (none["amount"], none["time"], none["at"]) == ("0", "", "2026-11-22")
    assert (some["amount"], some["low"], some["substance"]) == ("?", "", "Żubrówka tea")


def test_a_night_belongs_to_the_evening_before() -> None:
    late = SOME.replace(moment=EVENING._replace(instant=EVENING.instant + 3 * 3600))
    found = rows(late)[0]
    assert (found["day"], found["time"]) == ("2026-11-22", "02:00")
    assert found["at"] == "2026-11-23 02:00:00+01:00"


def test_the_oldest_stands_first_whichever_was_written_last() -> None:
    late = SOME.replace(moment=EVENING._replace(instant=EVENING.instant + 60), id=1)
    assert [row["id"] for row in rows(late, SOME.replace(id=2))] == ["2", "1"]


def test_an_offset_is_told_to_the_second() -> None:
    odd = SOME.replace(moment=EVENING._replace(offset=-(3 * 3600 + 30 * 60 + 52)))
    assert rows(odd)[0]["at"] == "2026-11-22 18:29:08-03:30:52"


def test_lines_end_as_the_standard_says() -> None:
    text = table_of(WHOLE, DAY_STARTS)
    assert text.startswith("id,sort,day,")
    assert text.endswith("0f0f,yes\r\n")
    assert re.findall(r"(?<!\r)\n", text) == ["\n"]  # the one within the note


@given(note=TEXT | st.sampled_from(NASTY))
def test_no_cell_acts_and_each_is_taken_back_as_it_was(note: str) -> None:
    row = rows(SOME.replace(note=note))[0]
    assert not ACTS.match(row["note"].lstrip())
    assert not ACTS.match(row["note"])
    assert as_written(row)["note"] == note


@given(entry=ENTRIES.map(lambda entry: entry.replace(substance=None)))
def test_no_cell_of_any_record_acts(entry: Entry) -> None:
    for cell in rows(entry)[0].values():
        assert NUMBER.fullmatch(cell) or not ACTS.match(cell)


def test_a_plain_cell_is_left_alone() -> None:
    assert [guarded(cell) for cell in ("a=b", "", "2-4", "~3", "'tis", "5%")] == [
        *("a=b", "", "2-4", "~3", "'tis", "5%")
    ]


def test_a_table_of_an_earlier_program_is_taken_back_too() -> None:
    row = dict.fromkeys(EARLIER, "'=1")
    assert as_written(row) == dict.fromkeys(row, "=1")


def test_a_row_of_another_table_is_taken_as_it_is() -> None:
    other = {"day": "2026-11-20", "note": "'=1"}
    assert as_written(other) == other


def test_an_empty_journal_is_a_line_of_names() -> None:
    assert table_of(Archive(), DAY_STARTS) == ",".join(COLUMNS) + "\r\n"


def test_amounts_are_written_as_they_are_typed() -> None:
    told = [
        (Amount(2_000, 2_000, "cup"), "2"),
        (Amount(2_500, 2_500, "cup"), "2.5"),
        (Amount(2_000, 4_250, "cup"), "2-4.25"),
        (Amount(1, 1, "cup", about=True), "~0.001"),
        (Amount(100_000, 100_000, "cup"), "100"),
        (Amount(None, None, "cup"), "?"),
    ]
    found = rows(*(SOME.replace(amount=amount, id=place) for place, (amount, _) in enumerate(told)))
    assert [row["amount"] for row in found] == [words for _, words in told]
    assert rows(Entry(type=EntryType.EVENT, moment=EVENING))[0]["amount"] == ""


@given(words=st.lists(SHORT, max_size=4).map(tuple))
def test_words_of_a_cell_are_told_apart_again(words: tuple[str, ...]) -> None:
    row = rows(SOME.replace(triggers=words))[0]
    assert tuple(words_in(str(as_written(row)["triggers"]))) == words


def test_words_that_a_person_types_into_a_cell_are_read_as_meant() -> None:
    typed = ("a,b ,  c", 'a, "b, c"', '"a"', 'say "hi", b', "", ", ,")
    told = [["a", "b", "c"], ["a", "b, c"], ["a"], ['say "hi"', "b"], [], []]
    assert [words_in(cell) for cell in typed] == told


def test_a_first_line_is_ours_with_the_columns_of_any_release_in_any_order() -> None:
    assert is_own([*COLUMNS])
    assert is_own(EARLIER)
    assert (len(EARLIER), EARLIER[0], EARLIER[-1]) == (29, "id", "written")  # as of 0.2.0
    assert is_own([*reversed(COLUMNS)])
    assert not is_own([*COLUMNS, "id"])
    assert not is_own([*COLUMNS, "mine"])
    assert not is_own(EARLIER[:-1])
