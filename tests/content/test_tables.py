"""A file of facts that is wrong is noticed when it is read, with the place to mend."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from hrjournal.content.loader import TomlTable, load

FACTS = {
    "name": "Line",
    "words": ["a", "b"],
    "mixed": ["a", 1],
    "yes": True,
    "count": 3,
    "counts": [1, Decimal("2.5")],
    "exact": Decimal("7.89"),
    "day": date(2026, 11, 23),
    "inner": {"name": "Inner"},
    "rows": [{"name": "Row"}],
}
TABLE = TomlTable("file", FACTS)


def test_a_file_is_read_with_exact_numbers() -> None:
    assert load("units").table("uk_unit").number("factor") == Decimal("7.89")


def test_facts_come_out_as_what_they_are() -> None:
    assert TABLE.text("name") == "Line"
    assert TABLE.texts("words") == ("a", "b")
    assert TABLE.flag("yes") is True
    assert TABLE.whole("count") == 3
    assert TABLE.number("count") == 3
    assert TABLE.day("day") == date(2026, 11, 23)
    assert TABLE.numbers("counts") == (Decimal(1), Decimal("2.5"))


def test_what_may_be_left_out_has_a_plain_stand_in() -> None:
    assert TABLE.texts("absent") == ()
    assert TABLE.flag("absent") is False
    assert TABLE.text("absent", "else") == "else"
    assert TABLE.number("absent", 1) == 1


def test_a_fact_of_the_wrong_kind_names_its_place() -> None:
    for reading in (
        TABLE.text,
        TABLE.day,
        TABLE.whole,
        TABLE.flag,
        TABLE.number,
        TABLE.texts,
        TABLE.rows,
    ):
        with pytest.raises(TypeError, match="file: inner is"):
            reading("inner")


def test_a_list_of_words_holds_nothing_but_words() -> None:
    with pytest.raises(TypeError, match="file: mixed is"):
        TABLE.texts("mixed")


def test_true_is_no_number() -> None:
    with pytest.raises(TypeError, match="file: yes is"):
        TABLE.number("yes")


def test_an_absent_table_names_its_place() -> None:
    with pytest.raises(KeyError, match=r"file\.absent"):
        TABLE.table("absent")


def test_inner_tables_know_where_they_stand() -> None:
    assert dict(TABLE.tables()) == {"inner": TomlTable("file.inner", {"name": "Inner"})}
    assert TABLE.rows("rows")[0].place == "file.rows"
    with pytest.raises(TypeError, match=r"file\.inner: absent is None"):
        TABLE.table("inner").text("absent")
