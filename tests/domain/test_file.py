from __future__ import annotations

import pytest

from hrjournal.domain.file import is_conflict_copy

COPIES = (
    "journal.sync-conflict-20261128-090000-ABCDEFG.db",
    "journal (Anna's conflicted copy 2026-11-28).db",
    "journal (conflicted copy 2026-11-28 090000).db",
    "journal (conflicted copy 2026-11-28).db",
    "Journal (Konflikt-Kopie 2026-11-28).DB",
    "journal (In Konflikt stehende Kopie von Anna 2026-11-28).db",
    "journal (kopia powodująca konflikt Anna 2026-11-28).db",
    "journal_conflict-20261128-090000.db",
    "journal (SFConflict anna@example.org 2026-11-28-09-00-00).db",
    "journal.Conflict.db",
    "journal-DESKTOP-4F2K.db",
    "journal-DESKTOP.db",
    "journal-Annas-MacBook.db",
    "journal 2.db",
    "journal (1).db",
    "journal(2).db",
)
OTHERS = (
    "journal.db",
    "journal.db-journal",
    "journal.db.copies",
    "journal.json",
    "journal.sync-conflict-20261128-090000-ABCDEFG.json",
    "journal2.db",
    "journals.db",
    "journal-2026.db",
    "my journal.db",
    "journal .db",
    "other (conflicted copy).db",
    "notes 2.db",
    ".db",
    "",
)


@pytest.mark.parametrize("name", COPIES)
def test_a_second_copy_that_a_sync_left_is_known_by_its_name(name: str) -> None:
    assert is_conflict_copy(name, "journal.db")


@pytest.mark.parametrize("name", OTHERS)
def test_another_file_is_none(name: str) -> None:
    assert not is_conflict_copy(name, "journal.db")


def test_a_journal_of_another_name_has_copies_too() -> None:
    assert is_conflict_copy("my.diary.sync-conflict-20261128-090000-ABCDEFG", "my.diary") is False
    assert is_conflict_copy("my.sync-conflict-20261128-090000-ABCDEFG.diary", "my.diary")
    assert is_conflict_copy("diary (conflicted copy 2026-11-28)", "diary")
    assert is_conflict_copy("[a+b] 2.db", "[a+b].db")
