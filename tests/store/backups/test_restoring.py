"""Going back to a copy, whatever lies at the journal's place."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from hrjournal.domain.entries.entry import EntryType
from hrjournal.errors import JournalError
from hrjournal.store import Place
from hrjournal.store.backups import back_up, list_backups, restoring
from hrjournal.store.backups.looking import look, status
from hrjournal.store.backups.restoring import restore
from hrjournal.store.file import VERSION
from hrjournal.store.integrity import verify_journal
from support.builders import entry
from support.keeping import RELEASED, keep, make_release, names_in, opened

LATER = "20261124-094000"
HOT = (  # a write that was stopped: its journal is on the disk, and so are some of its pages
    "import os, sqlite3, sys\n"
    "db = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
    "db.execute('PRAGMA cache_size=1')\n"
    "db.execute('BEGIN IMMEDIATE')\n"
    "db.execute(\"UPDATE entry SET note='half ' || hex(randomblob(3000))\")\n"
    "os._exit(9)\n"
)


def notes(path: Path) -> list[str]:
    """The notes in a journal file."""
    with closing(sqlite3.connect(path)) as connection:
        return [note for (note,) in connection.execute("SELECT note FROM entry ORDER BY id")]


def stop_writing(path: Path) -> None:
    """Leaves what a killed write leaves."""
    subprocess.run([sys.executable, "-c", HOT, str(path)], check=False)
    assert path.with_name(path.name + "-journal").stat().st_size


@pytest.fixture
def copy(place: Place) -> Path:
    """A copy with two records, of a journal that has three."""
    with opened(place) as journal:
        keep(journal, *(entry(EntryType.EVENT, note=note) for note in ("one", "two")))
        made = back_up(journal.connection, place, "20261123-094000")
        keep(journal, entry(EntryType.EVENT, note="three"))
    return made


def test_the_copy_is_the_journal_then_and_the_former_one_a_copy(place: Place, copy: Path) -> None:
    kept = restore(place, copy, LATER)
    assert kept == place.copies / f"{LATER}-before-restore.db"
    assert (notes(place.path), notes(kept)) == (["one", "two"], ["one", "two", "three"])
    assert list_backups(place) == [copy, kept]
    assert place.path.stat().st_mode & 0o777 == 0o600
    assert names_in(place.path.parent) == [
        "journal.db",
        "journal.db.copies",
        "journal.db.copies/20261123-094000.db",
        f"journal.db.copies/{LATER}-before-restore.db",
        "journal.db.copies/marker",
    ]
    restore(place, kept, "20261125-094000")
    assert notes(place.path) == ["one", "two", "three"]


def damage(path: Path) -> None:
    """Bytes in the middle of every page are others, the first one too."""
    raw = bytearray(path.read_bytes())
    for at in range(100, len(raw), 512):
        raw[at : at + 50] = b"x" * 50
    path.write_bytes(raw)


def cut(path: Path) -> None:
    """Half of it is gone."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def make_newer(path: Path) -> None:
    """It was written by a later program."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version={VERSION + 1}")


def scribble(path: Path) -> None:
    """It is no database."""
    path.write_bytes(b"scribbled over " * 900)


@pytest.mark.parametrize(
    ("happens", "hot"),
    [
        *((damage, False), (cut, False), (make_newer, False), (scribble, False)),
        *((make_newer, True), (scribble, True)),
    ],
)
def test_a_journal_that_cannot_be_opened_is_kept_byte_by_byte(
    place: Place, copy: Path, happens: Callable[[Path], None], *, hot: bool
) -> None:
    happens(place.path)
    beside = place.path.with_name("journal.db-journal")
    if hot:
        beside.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(range(200)))
    before, beside_before = place.path.read_bytes(), hot and beside.read_bytes()
    kept = restore(place, copy, LATER)
    assert kept is not None
    assert notes(place.path) == ["one", "two"]
    assert not beside.exists()
    assert kept.read_bytes() == before
    if hot:
        assert kept.with_name(f"{kept.name}-journal").read_bytes() == beside_before


@pytest.mark.parametrize("missing", [True, False])
def test_a_journal_that_is_missing_or_empty_leaves_nothing_to_keep(
    place: Place, copy: Path, *, missing: bool
) -> None:
    place.path.unlink()
    if not missing:
        place.path.touch()
    assert restore(place, copy, LATER) is None
    assert notes(place.path) == ["one", "two"]
    assert list_backups(place) == [copy]


def test_a_write_that_was_stopped_is_taken_back_before_it_is_kept(place: Place, copy: Path) -> None:
    stop_writing(place.path)
    kept = restore(place, copy, LATER)
    assert kept is not None
    assert (notes(place.path), notes(kept)) == (["one", "two"], ["one", "two", "three"])


def test_a_copy_with_a_stopped_write_beside_it_comes_back_whole(place: Place, copy: Path) -> None:
    stop_writing(copy)
    before = copy.read_bytes()
    restore(place, copy, LATER)
    assert notes(place.path) == ["one", "two"]
    assert copy.read_bytes() == before
    assert status(place, copy, 1).sound


def test_what_lies_beside_a_journal_that_is_gone_never_gets_into_the_copy(
    place: Place, copy: Path
) -> None:
    stop_writing(place.path)
    place.path.unlink()
    assert restore(place, copy, LATER) is None
    assert notes(place.path) == ["one", "two"]
    assert look(place, place.path)[1]


def test_a_copy_that_cannot_be_opened_changes_nothing(place: Place, copy: Path) -> None:
    scribble(copy)
    before = place.path.read_bytes()
    with pytest.raises(JournalError, match="cannot be opened, so nothing was changed"):
        restore(place, copy, LATER)
    assert place.path.read_bytes() == before
    assert list_backups(place) == [copy]
    assert not list(place.path.parent.glob("*.part*"))


def test_nothing_is_put_over_a_journal_that_somebody_writes_in(
    place: Place, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hrjournal.store.file.WAIT_SECONDS", 0.1)
    with opened(place) as other:
        other.connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(JournalError, match="Another program holds"):
            restore(place, copy, LATER)
        other.connection.execute("ROLLBACK")
    assert notes(place.path) == ["one", "two", "three"]
    assert list_backups(place) == [copy]


def test_what_is_written_while_the_journal_is_kept_stops_it(
    place: Place, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = restoring._state
    states: list[int] = []

    def state(connection: sqlite3.Connection) -> int:
        if not states:
            states.append(seen(connection))
            with opened(place) as other:
                keep(other, entry(EntryType.EVENT, note="meanwhile"))
            return states[0]
        return seen(connection)

    monkeypatch.setattr(restoring, "_state", state)
    with pytest.raises(JournalError, match="written at the same time"):
        restore(place, copy, LATER)
    assert notes(place.path) == ["one", "two", "three", "meanwhile"]
    assert list_backups(place) == [copy]


def test_a_link_goes_on_to_lead_to_the_journal(place: Place, copy: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.db"
    place.path.rename(elsewhere)
    place.path.symlink_to(elsewhere)
    restore(place, copy, LATER)
    assert place.path.is_symlink()
    assert notes(elsewhere) == ["one", "two"]


def test_a_link_that_leads_nowhere_and_a_folder_are_left(
    place: Place, copy: Path, tmp_path: Path
) -> None:
    place.path.unlink()
    place.path.symlink_to(tmp_path / "gone" / "journal.db")
    with pytest.raises(JournalError, match="a link to a file that is not there"):
        restore(place, copy, LATER)
    place.path.unlink()
    place.path.mkdir()
    with pytest.raises(JournalError, match="is not a file"):
        restore(place, copy, LATER)
    assert place.path.is_dir()
    assert not (tmp_path / "gone").exists()


@pytest.mark.parametrize("saved", RELEASED, ids=lambda path: path.stem)
def test_a_copy_of_an_earlier_version_comes_back_as_it_is(place: Place, saved: Path) -> None:
    old = place.copies / "20250101-094000.db"
    make_release(saved, old)
    restore(place, old, LATER)
    assert place.path.read_bytes() == old.read_bytes()
    assert look(place, old)[1]
    with opened(place) as journal:
        keep(journal, entry(EntryType.EVENT, note="goes on"))
        assert verify_journal(journal).faults == ()


def test_what_is_done_is_done_where_the_disk_keeps_what_is_not_needed(
    place: Place, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, *, missing_ok: bool = False) -> None:
        if path.exists() or not missing_ok:
            raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        kept = restore(place, copy, LATER)
        for second in range(10):
            restore(place, copy, f"20261125-0940{second:02}")
    assert kept is not None
    assert (notes(place.path), notes(kept)) == (["one", "two"], ["one", "two", "three"])
