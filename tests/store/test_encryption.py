from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from signal import SIGINT
from typing import Any

import pytest

from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.file import Contents
from hrjournal.domain.history import DateRange
from hrjournal.errors import JournalError, UnwritableJournalError
from hrjournal.store import Place, encryption, queries
from hrjournal.store.backups import anew_copies, back_up
from hrjournal.store.backups.looking import look
from hrjournal.store.backups.restoring import restore
from hrjournal.store.encryption import rewrite_journal
from support.builders import TODAY, entry
from support.keeping import keep, opened

pytest.importorskip("sqlcipher3")

ALL_TIME = DateRange(1, 3_000_000)
WORDS = "correct horse"
MARK = "zqmarker"


@pytest.fixture
def plain(place: Place) -> Place:
    """A journal with a word in it that stands nowhere else."""
    with opened(place) as journal:
        keep(journal, entry(EntryType.EVENT, note=MARK), entry(EntryType.USE, substance="alcohol"))
    return place


def locked(place: Place, words: str = WORDS) -> Place:
    return place._replace(unlock=lambda: words)


def found_in(folder: Path) -> list[str]:
    """Every file that holds the marker."""
    return [
        path.name
        for path in folder.rglob("*")
        if path.is_file()
        and any(m in path.read_bytes() for m in (MARK.encode(), MARK.encode("utf-16-le")))
    ]


def notes(place: Place) -> list[str | None]:
    with opened(place, write=False) as journal:
        return [one.note for one in queries.entries(journal, ALL_TIME)]


def test_an_encrypted_journal_holds_the_same_and_nobody_can_read_it(plain: Place) -> None:
    before = notes(plain)
    rewrite_journal(plain, WORDS)
    assert found_in(plain.path.parent) == []
    assert notes(locked(plain)) == before
    with opened(locked(plain)) as journal:
        keep(journal, entry(EntryType.EVENT, note=f"{MARK} again"))
    assert found_in(plain.path.parent) == []
    assert notes(locked(plain)) == [*before, f"{MARK} again"]
    with pytest.raises(JournalError, match="Wrong passphrase"):
        notes(locked(plain, "wrong horse"))
    with pytest.raises(JournalError, match="encrypted"):
        notes(plain)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("pa\u0308sswort", "p\u00e4sswort"),
        ('it\'s "quoted"', 'it\'s "quoted"'),
        ("\u65e5" * 8,) * 2,
    ],
)
def test_a_passphrase_opens_however_its_letters_are_made(
    plain: Place, first: str, second: str
) -> None:
    rewrite_journal(plain, first)
    assert MARK in notes(locked(plain, second))


def test_another_passphrase_and_none_again(plain: Place) -> None:
    rewrite_journal(plain, WORDS)
    rewrite_journal(locked(plain), "other horses")
    with pytest.raises(JournalError, match="Wrong passphrase"):
        notes(locked(plain))
    rewrite_journal(locked(plain, "other horses"), None)
    assert MARK in notes(plain)


def test_a_plain_file_in_the_place_of_an_encrypted_one_is_refused(plain: Place) -> None:
    data = plain.path.read_bytes()
    rewrite_journal(plain, WORDS)
    plain.path.write_bytes(data)
    with pytest.raises(JournalError, match="was encrypted"), opened(locked(plain)):
        pass
    assert plain.path.read_bytes() == data


HOLDING = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


def test_what_another_process_holds_is_not_put_aside(
    plain: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hrjournal.store.encryption.WAIT_SECONDS", 0.05)
    command = [sys.executable, "-c", HOLDING, str(plain.path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(UnwritableJournalError, match="Another program"):
            rewrite_journal(plain, WORDS)
        holder.communicate()
    assert MARK in notes(plain)
    left = sorted(path.name for path in plain.path.parent.iterdir())
    assert left == ["journal.db", "journal.db.copies"]


def test_who_waited_does_not_write_into_the_file_that_was_put_aside(plain: Place) -> None:
    with opened(plain) as waiting:
        rewrite_journal(plain, WORDS)
        with pytest.raises(UnwritableJournalError, match=r"put another file .* Nothing was saved"):
            keep(waiting, entry(EntryType.EVENT, note="late"))


@pytest.mark.slow
def test_one_flipped_bit_of_an_encrypted_journal_is_noticed(plain: Place) -> None:
    rewrite_journal(plain, WORDS)
    data = bytearray(plain.path.read_bytes())
    for place in range(20, len(data), 4099):
        flipped = bytearray(data)
        flipped[place] ^= 4
        plain.path.write_bytes(flipped)
        try:
            assert notes(locked(plain)) == [MARK, None]  # a page that holds nothing
        except JournalError as error:
            assert "damaged" in str(error)  # noqa: PT017


def test_all_of_the_schema_moves(plain: Place) -> None:
    with closing(sqlite3.connect(plain.path)) as before:
        tables = before.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
    rewrite_journal(plain, WORDS)
    with opened(locked(plain), write=False) as journal:
        assert (
            journal.connection.execute(
                "SELECT name, sql FROM sqlite_master ORDER BY name"
            ).fetchall()
            == tables
        )
        assert not isinstance(journal.connection, sqlite3.Connection)


def stopped_before_the_copies(
    place: Place, new: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Leaves everything as a kill does when the journal is in its place and no copy is yet."""
    with monkeypatch.context() as patch:
        patch.setattr(encryption, "_follows", lambda *_: os.kill(os.getpid(), SIGINT))
        with pytest.raises(KeyboardInterrupt):
            rewrite_journal(place, new)


def test_copies_follow_a_journal_that_was_encrypted_before_it_was_killed(
    plain: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(plain) as journal:
        copy = back_up(journal.connection, plain, "20261121-094000")
    stopped_before_the_copies(plain, WORDS, monkeypatch)
    assert anew_copies(plain) == [copy.with_name(f"{copy.name}.anew")]
    with opened(locked(plain)) as journal:
        keep(journal, entry(EntryType.EVENT, note="next"))
    assert anew_copies(plain) == []
    assert found_in(plain.path.parent) == []
    assert look(locked(plain), copy) == (Contents(2, TODAY), True)


def test_copies_that_were_written_anew_for_nothing_go(
    plain: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(plain) as journal:
        copy = back_up(journal.connection, plain, "20261121-094000")
    before, data = plain.path.read_bytes(), copy.read_bytes()
    stopped_before_the_copies(plain, WORDS, monkeypatch)
    plain.path.write_bytes(before)  # as if the journal had not come to its turn
    with opened(plain) as journal:
        keep(journal, entry(EntryType.EVENT, note="next"))
    assert anew_copies(plain) == []
    assert copy.read_bytes() == data


def test_copies_follow_where_another_command_wrote_just_before(
    plain: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(plain) as journal:
        copy = back_up(journal.connection, plain, "20261121-094000")
    turn = encryption._in_its_place

    def after_another_wrote(*given: Any) -> None:
        with opened(plain) as journal:
            keep(journal, entry(EntryType.EVENT, note="meanwhile"))
        assert anew_copies(plain) == []  # it took them for what a kill had left
        turn(*given)

    monkeypatch.setattr(encryption, "_in_its_place", after_another_wrote)
    assert rewrite_journal(plain, WORDS) == (1, ())
    assert found_in(plain.path.parent) == []
    assert notes(locked(plain)) == [MARK, None, "meanwhile"]
    assert look(locked(plain), copy) == (Contents(2, TODAY), True)


def test_copies_are_encrypted_too_and_open_with_the_new_words(plain: Place) -> None:
    with opened(plain) as journal:
        copy = back_up(journal.connection, plain, "20261121-094000")
    assert rewrite_journal(plain, WORDS) == (1, ())
    assert found_in(plain.path.parent) == []
    with opened(locked(plain)) as journal:
        later = back_up(journal.connection, locked(plain), "20261122-094000")
    assert found_in(plain.path.parent) == []
    assert rewrite_journal(locked(plain), "other horses") == (2, ())
    for path in (copy, later):
        assert look(locked(plain, "other horses"), path) == (Contents(2, TODAY), True)
    restore(locked(plain, "other horses"), copy, "20261123-094000")
    assert notes(locked(plain, "other horses")) == [MARK, None]
    assert found_in(plain.path.parent) == []
