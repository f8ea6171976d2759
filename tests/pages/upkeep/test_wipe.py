from __future__ import annotations

from hrjournal.domain.upkeep import Removal
from hrjournal.pages.upkeep.wipe import BEYOND, going_page, gone_page
from support.pages.reading import read


def test_before_it_is_said_what_goes_what_stays_and_what_is_out_of_reach() -> None:
    shown = read(going_page(["/x/journal.db"], ["/x/notes.txt"]))
    assert shown.index("This would be deleted") < shown.index("/x/journal.db")
    assert shown.index("hrjournal did not make it") < shown.index("/x/notes.txt")
    assert all(one in shown for one in BEYOND)


def test_where_nothing_is_that_is_said() -> None:
    shown = read(going_page([], []))
    assert "There is nothing of hrjournal here." in shown
    assert "deleted, for good" not in shown


def test_after_it_what_would_not_go_is_said_too() -> None:
    page = gone_page(Removal(("/x/journal.db",), ("/x/notes.txt",), ("/x/a.db",)))
    shown = read(page)
    assert shown.index("Deleted") < shown.index("Could not be deleted") < shown.index("/x/a.db")
    assert page.data == {
        "deleted": ["/x/journal.db"],
        "not_deleted": ["/x/a.db"],
        "not_ours": ["/x/notes.txt"],
    }
    assert "Could not" not in read(gone_page(Removal(("/x",), (), ())))
