from __future__ import annotations

from hrjournal.domain.file import FileStatus
from hrjournal.domain.upkeep import CheckFinding, Checkup, Content, Mend, Mended, Trouble
from hrjournal.pages.upkeep.doctor import doctor_page
from support.pages.reading import read

JOURNAL = FileStatus("Journal", "/home/x/journal.db", there=True, size=12_345, changed="2026-11-23")
FOLDER = FileStatus("Folder", "/home/x", there=True)
MISSING = JOURNAL._replace(there=False)
COPY = JOURNAL._replace(what="Copy", path="/home/x/journal.db.copies/20261123-080000.db")
WHOLE = Checkup((JOURNAL, FOLDER, COPY, COPY), Content(1234, 2, 3, 4), ())


def test_what_was_read_is_counted() -> None:
    shown = read(doctor_page(WHOLE))
    assert "Journal: /home/x/journal.db (12,345 bytes, for you alone, 2026-11-23)" in shown
    assert "Folder: /home/x (for you alone)" in shown
    assert "Copies: 2 (as written), the newest of 2026-11-23" in shown
    odd = WHOLE._replace(findings=(CheckFinding(Trouble.COPY, COPY.path),))
    assert "Copies: 2 (1 not as written), the newest" in read(doctor_page(odd))
    assert "Records: 1,234" in shown
    assert "Everything that was looked at is as it was written, and open to you alone." in shown
    assert "Needs you" not in shown


def test_nothing_there_is_not_all_well() -> None:
    page = doctor_page(Checkup((MISSING, FOLDER), None, ()))
    shown = read(page)
    assert "/home/x/journal.db (not there)" in shown
    assert "There is no journal here yet, so there was nothing to check." in shown
    assert "as it was written" not in shown
    assert (page.data["ok"], page.data["read"]) == (True, None)


def test_what_needs_the_person_comes_before_what_is_worth_knowing() -> None:
    findings = (CheckFinding(Trouble.NO_COPY), CheckFinding(Trouble.RECORD, number=7))
    page = doctor_page(WHOLE._replace(findings=findings, mended=(Mended(Mend.SEARCH),)))
    shown = read(page)
    assert shown.index("## Put right") < shown.index("## Needs you")
    assert shown.index("Record 7") < shown.index("## Good to know") < shown.index("no copy")
    assert "Everything that was looked at" not in shown
    assert page.data["ok"] is False
    assert [one["what"] for one in page.data["faults"]] == ["record"]
    assert [one["what"] for one in page.data["hints"]] == ["no_copy"]


def test_a_file_that_others_can_get_at_is_said_so() -> None:
    opened = JOURNAL._replace(private=False)
    assert "others can get at it" in read(doctor_page(WHOLE._replace(files=(opened, FOLDER))))
