from __future__ import annotations

from hrjournal.blocks import DefinitionList
from hrjournal.domain.archive import PARTS, Archive, DiffCounts, Record, RefusedItem
from hrjournal.domain.archive.csv_table import COLUMNS
from hrjournal.domain.archive.fields import (
    ABOUT,
    ALIAS,
    ENTRY,
    KEEPSAKE,
    SERVING,
    START,
    SUBSTANCE,
)
from hrjournal.domain.entries.entry import EntryType
from hrjournal.pages.archive.export import ALL_OF_IT, TABLE, done, file_page, table_page
from hrjournal.pages.archive.imports import everything_page
from support.builders import TODAY, entry
from support.pages.reading import column, tables, words


def explained(page: object) -> list[list[str]]:
    """The names that are explained, list by list."""
    blocks = page.blocks  # type: ignore[attr-defined]
    return [
        [name for name, _ in block.rows] for block in blocks if isinstance(block, DefinitionList)
    ]


def test_every_field_of_the_file_is_explained_in_its_order() -> None:
    top, *parts = explained(file_page())
    assert set(top) == {"format", "version", "settings"}
    known = (SUBSTANCE, ABOUT, ALIAS, SERVING, START, ENTRY, KEEPSAKE)
    assert parts == [list(fields) for fields in known]


def test_every_column_of_the_table_is_explained() -> None:
    assert explained(table_page()) == [list(COLUMNS)]


def test_what_is_in_a_file_is_said_in_a_line_before_it_is_made() -> None:
    assert "root causes" in ALL_OF_IT
    assert "everything" in ALL_OF_IT
    for line in (ALL_OF_IT, TABLE):
        assert line.endswith("It is not encrypted.")
        assert "\n" not in line


def test_what_was_written_is_counted() -> None:
    records = [Record(entry(EntryType.EVENT, TODAY), str(n)) for n in range(1200)]
    assert done(Archive(entries=tuple(records)), "a.json") == (
        "Saved 1,200 records to a.json, for you alone to read."
    )
    assert done(Archive(entries=(records[0],)), "a.json").startswith("Saved 1 record to")


FOUND = {name: DiffCounts(place, place + 1, 0) for place, name in enumerate(PARTS, 1)}
REFUSED = [RefusedItem(f"entries[{n}].mood", "No.") for n in range(25)]


def test_an_import_of_everything_is_told_part_by_part() -> None:
    shown = everything_page(FOUND, (), 21, dry_run=False)
    (table,) = tables(shown)
    assert column(table, "Part") == [
        *("Choices", "Substances", "Other names", "Servings of yours"),
        *("Starts", "Records", "Kept beside the days"),
    ]
    assert column(table, "New") == list("1234567")
    assert column(table, "Already there") == list("2345678")
    assert words(shown) == ["Saved. To take all of it back: hrjournal undo"]
    assert shown.data == {
        "parts": {
            name: {"new": one.new, "already_there": one.there, "in_another_form": 0}
            for name, one in FOUND.items()
        },
        "refused": [],
        "written": 21,
        "dry_run": False,
    }


def test_what_stays_in_another_form_and_what_was_refused_is_said() -> None:
    found = FOUND | {"entries": DiffCounts(1, 2, 3)}
    shown = everything_page(found, REFUSED, 0, dry_run=True)
    _, refused = tables(shown)
    assert column(refused, "Place")[:2] == ["entries[0].mood", "entries[1].mood"]
    assert words(shown) == [
        "What is there in another form stays as it is in your journal.",
        "And 5 more.",
        "This was a dry run. Nothing was written.",
    ]


def test_when_nothing_is_new_that_is_said() -> None:
    found = dict.fromkeys(PARTS, DiffCounts(there=2))
    assert words(everything_page(found, (), 0, dry_run=False)) == [
        "Nothing of it is new: your journal holds it already."
    ]
    assert words(
        everything_page(found | {"entries": DiffCounts(0, 1, 1)}, (), 0, dry_run=False)
    ) == ["What is there in another form stays as it is in your journal."]
