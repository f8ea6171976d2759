from __future__ import annotations

from hrjournal.domain.file import FileStatus, VerificationResult
from hrjournal.domain.history import BaselinePin, DateRange
from hrjournal.domain.settings import CHOICES, SETTINGS, Preferences
from hrjournal.pages.settings import page as keep
from support.builders import ALCOHOL, CANNABIS, TODAY
from support.pages.reading import DRINK, UNITS, read, words

JOURNAL = FileStatus(
    "Journal", "/home/x/journal.db", there=True, size=12_345, changed="2026-11-23", private=True
)
MISSING = FileStatus("Folder", "/home/x", there=False)


def test_a_file_is_told_with_its_size_and_its_readers() -> None:
    shown = read(keep.where_page([JOURNAL, MISSING]))
    assert "Journal: /home/x/journal.db (12,345 bytes, for you alone, 2026-11-23)" in shown
    assert "Folder: /home/x (not there yet)" in shown
    assert "Others on this machine" not in shown


def test_a_folder_has_no_size() -> None:
    folder = JOURNAL._replace(what="Folder")
    assert "(for you alone, 2026-11-23)" in read(keep.where_page([folder]))


def test_open_files_are_told_once() -> None:
    opened = JOURNAL._replace(private=False)
    shown = keep.where_page([opened, opened])
    assert words(shown)[-1] == "Others on this machine can read some of it."
    assert "others can read it" in read(shown)


def test_copies_are_told_with_the_way_back() -> None:
    shown = read(keep.where_page([JOURNAL, JOURNAL._replace(what="Copy")]))
    assert "## To go back to a copy" in shown
    assert "## To go back" not in read(keep.where_page([JOURNAL]))


def test_a_whole_journal_is_said_to_be_whole() -> None:
    shown = keep.verify_page(VerificationResult(1234, 2, 3, 4, ()))
    assert words(shown) == ["All is as it was written."]
    assert "Records: 1,234" in read(shown)
    assert shown.data["ok"] is True


def test_every_fault_is_named() -> None:
    shown = keep.verify_page(
        VerificationResult(1, 1, 0, 0, ("Record #1 differs.", "A link is missing."))
    )
    assert words(shown) == ["Record #1 differs.", "A link is missing."]
    assert shown.data["ok"] is False


def test_all_choices_or_one_are_shown() -> None:
    chosen = Preferences({"country": "GB"})
    assert keep.config_page(chosen, None).data == {
        key: "GB" if key == "country" else SETTINGS[key].usual for key in CHOICES
    }
    assert keep.config_page(chosen, "country").data == {"country": "GB"}


def test_a_start_is_told_as_it_was_pinned() -> None:
    tracked = {"alcohol": ALCOHOL, "cannabis": CANNABIS}
    starts = {
        "alcohol": BaselinePin(doubled=10 * DRINK, use_days=6, unit="g_alc"),
        "cannabis": BaselinePin(days=DateRange(TODAY - 27, TODAY + 1)),
    }
    assert keep.start_page(starts, tracked, UNITS).data == {
        "Alcohol": "your estimate: 5 US standard drinks on 6 days a week",
        "Cannabis": "2026-10-27 to 2026-11-23",
    }
    assert keep.start_page({}, tracked, UNITS).data["Alcohol"] == "the first 28 days written"
