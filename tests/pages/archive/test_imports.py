from __future__ import annotations

from hrjournal.domain.archive.csv_rows import RejectedRow
from hrjournal.pages.archive.imports import RowCounts, page
from support.pages.reading import column, read, tables, words

REFUSED = [RejectedRow(line, f"Reason {line}.") for line in range(2, 32)]


def test_an_import_is_told_in_four_numbers() -> None:
    shown = page(RowCounts(1200, 3, 1200), (), dry_run=False)
    assert read(shown).startswith(
        "# Import\n\nUnderstood, new: 1,200\nAlready there: 3\nRefused: 0\nWritten: 1,200\n"
    )
    assert words(shown) == ["Saved. To take all of it back: hrjournal undo"]
    assert tables(shown) == []


def test_a_dry_run_says_that_nothing_was_written() -> None:
    assert words(page(RowCounts(2, 0, 0), (), dry_run=True)) == [
        "This was a dry run. Nothing was written."
    ]


def test_a_run_that_wrote_nothing_says_so_and_offers_nothing_to_take_back() -> None:
    nothing_new = ["Nothing of it is new: your journal holds it already."]
    assert words(page(RowCounts(0, 5, 0), (), dry_run=False)) == nothing_new
    assert words(page(RowCounts(0, 0, 0), (), dry_run=False)) == []


def test_what_stays_in_another_form_is_said() -> None:
    shown = page(RowCounts(1, 5, 1, differing=2, substances=1), (), dry_run=False, notes=["So."])
    assert "There in another form: 2\nNew substances: 1\n" in read(shown)
    assert words(shown)[:2] == [
        "So.",
        "What is there in another form stays as it is in your journal.",
    ]
    assert (shown.data["in_another_form"], shown.data["substances"]) == (2, 1)


def test_the_first_refused_rows_are_named_by_line_and_the_rest_counted() -> None:
    shown = page(RowCounts(0, 0, 0), REFUSED, dry_run=False)
    (table,) = tables(shown)
    assert column(table, "Line") == [str(line) for line in range(2, 22)]
    assert column(table, "Why")[0] == "Reason 2."
    assert words(shown) == ["And 10 more."]


def test_data_names_every_refused_row() -> None:
    data = page(RowCounts(1, 2, 0), REFUSED, dry_run=True).data
    assert len(data["refused"]) == 30
    assert data["refused"][0] == {"line": 2, "reason": "Reason 2."}
    assert (data["understood"], data["already_there"], data["written"]) == (1, 2, 0)
    assert data["dry_run"] is True
