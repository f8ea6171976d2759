"""Whoever does what the screen says after a kind of damage has the journal again, or is told truly.

A person takes every line at its word: runs the first command that is named and was not tried yet,
and stops once a record can be written.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import pytest

from hrjournal.store.file import HOT_JOURNAL

if TYPE_CHECKING:
    from conftest import Answer

pytestmark = [pytest.mark.copies, pytest.mark.slow]

Run = Callable[..., "Answer"]
RECORDS, COPIED = 6, 5  # in the journal; and in its newest copy
NAMED: Final = re.compile(
    r"hrjournal ((?:backup|doctor|restore|encrypt|merge)(?: --?[a-z]+| [0-9]+)*)"
)
MOST_STEPS: Final = 8


class Walk(NamedTuple):
    """What a person did, and what the journal holds then; None where it stays closed."""

    steps: tuple[str, ...]
    records: int | None
    said: str


def at(place: int, bits: bytes) -> Callable[[Path], None]:
    """Other bytes at a place of the journal; counted from its end where the place is negative."""

    def damage(home: Path) -> None:
        data = bytearray((home / "journal.db").read_bytes())
        data[place : place + len(bits) or None] = bits
        (home / "journal.db").write_bytes(data)

    return damage


def within(mark: bytes) -> Callable[[Path], None]:
    """Another letter in the first place in which these bytes stand."""

    def damage(home: Path) -> None:
        data = bytearray((home / "journal.db").read_bytes())
        data[data.index(mark)] ^= 1
        (home / "journal.db").write_bytes(data)

    return damage


def cut(keep: Callable[[int], int]) -> Callable[[Path], None]:
    """The file without its end."""
    return lambda home: os.truncate(home / "journal.db", keep((home / "journal.db").stat().st_size))


def instead(content: bytes | None) -> Callable[[Path], None]:
    """Something else in the place of the journal; nothing for None."""

    def damage(home: Path) -> None:
        (home / "journal.db").unlink()
        if content is not None:
            (home / "journal.db").write_bytes(content)

    return damage


def beside(name: str, content: bytes) -> Callable[[Path], None]:
    """A file more beside the journal."""

    def damage(home: Path) -> None:
        (home / name).write_bytes(content)

    return damage


def sql(*statements: str) -> Callable[[Path], None]:
    """What somebody did in the file with another program."""

    def damage(home: Path) -> None:
        with closing(sqlite3.connect(home / "journal.db", isolation_level=None)) as connection:
            for statement in statements:
                connection.execute(statement)

    return damage


def all_of(*damages: Callable[[Path], None]) -> Callable[[Path], None]:
    """Several kinds at once."""

    def damage(home: Path) -> None:
        for one in damages:
            one(home)

    return damage


def copies_cut(count: int) -> Callable[[Path], None]:
    """So many of the copies, newest first, without their end."""

    def damage(home: Path) -> None:
        for path in sorted((home / "journal.db.copies").glob("*.db"), reverse=True)[:count]:
            os.truncate(path, 5000)

    return damage


def other_database(home: Path) -> None:
    (home / "journal.db").unlink()
    with closing(sqlite3.connect(home / "journal.db")) as connection:
        connection.execute("CREATE TABLE bills (sum)")


def a_folder(home: Path) -> None:
    instead(None)(home)
    (home / "journal.db").mkdir()


def dangling(home: Path) -> None:
    instead(None)(home)
    (home / "journal.db").symlink_to(home / "nowhere")


def moved(home: Path) -> None:
    (home / "journal.db").rename(home / "journal (1).db")


def an_old_copy(home: Path) -> None:
    newest = max((home / "journal.db.copies").glob("*.db"))
    shutil.copy(newest, home / "journal.db")


def no_copies(home: Path) -> None:
    shutil.rmtree(home / "journal.db.copies")


ZERO_PAGE = bytes(4096)
WHOLE, FROM_COPY, CLOSED = RECORDS, COPIED, None
DAMAGES: Final[dict[str, tuple[Callable[[Path], None], tuple[int | None, ...]]]] = {
    "first letters": (at(0, b"sqlite format 3"), (FROM_COPY,)),
    "size of pages": (at(16, b"\x03\x07"), (FROM_COPY,)),
    "another program's number": (at(68, b"ABCD"), (FROM_COPY,)),
    "a version of tomorrow": (at(60, b"\0\0\0\x63"), (FROM_COPY, CLOSED)),
    "fewer pages in the header": (at(28, b"\0\0\0\x02"), (WHOLE, FROM_COPY)),
    "more pages in the header": (at(28, b"\0\0\x10\0"), (FROM_COPY,)),
    "a table's description": (within(b"CREATE TABLE start"), (FROM_COPY,)),
    "a letter of a note": (within(b"zqnote4"), (FROM_COPY,)),
    "a letter of a setting": (within(b"country"), (WHOLE, FROM_COPY)),
    "first page of zeros": (at(0, ZERO_PAGE), (FROM_COPY,)),
    "second page of zeros": (at(4096, ZERO_PAGE), (FROM_COPY,)),
    "last page of zeros": (at(-4096, ZERO_PAGE), (WHOLE, FROM_COPY)),
    "zeros from end to end": (instead(bytes(40960)), (FROM_COPY,)),
    "nothing in it": (instead(b""), (FROM_COPY,)),
    "ten bytes of it": (cut(lambda _: 10), (FROM_COPY,)),
    "half of it": (cut(lambda size: size // 2), (FROM_COPY,)),
    "without its last page": (cut(lambda size: size - 4096), (FROM_COPY,)),
    "without its last byte": (cut(lambda size: size - 1), (FROM_COPY,)),
    "gone": (instead(None), (FROM_COPY,)),
    "gone, with a second version beside it": (moved, (FROM_COPY,)),
    "gone with its copies": (all_of(instead(None), no_copies), (0,)),
    "text in its place": (instead(b"Dear diary, today I had two beers.\n" * 9), (FROM_COPY,)),
    "noise in its place": (instead(os.urandom(40960)), (FROM_COPY,)),
    "another program's file": (other_database, (FROM_COPY,)),
    "a folder in its place": (a_folder, (FROM_COPY, CLOSED)),
    "a link to nowhere": (dangling, (FROM_COPY, CLOSED)),
    "an old copy in its place": (an_old_copy, (FROM_COPY,)),
    "half a side journal": (beside("journal.db-journal", HOT_JOURNAL + bytes(20)), (WHOLE,)),
    "noise as a side journal": (beside("journal.db-journal", os.urandom(600)), (WHOLE,)),
    "a side file of another mode": (beside("journal.db-wal", os.urandom(600)), (WHOLE, FROM_COPY)),
    "a table of somebody else": (sql("CREATE TABLE bills (sum)"), (FROM_COPY,)),
    "a trigger of somebody else": (
        sql("CREATE TRIGGER eat AFTER INSERT ON entry BEGIN DELETE FROM entry; END"),
        (FROM_COPY,),
    ),
    "an index that is gone": (sql("DROP INDEX entry_by_time"), (WHOLE, FROM_COPY)),
    "a record changed by hand": (sql("UPDATE entry SET note='other' WHERE id=3"), (FROM_COPY,)),
    "a record taken out by hand": (sql("DELETE FROM entry WHERE id=3"), (5,)),
    "cut, and its newest copy too": (all_of(cut(lambda _: 5000), copies_cut(1)), (4,)),
    "cut, and all copies but one": (all_of(cut(lambda _: 5000), copies_cut(4)), (1,)),
    "cut, and every copy": (all_of(cut(lambda _: 5000), copies_cut(9)), (CLOSED,)),
    "cut, without copies": (all_of(cut(lambda _: 5000), no_copies), (CLOSED,)),
}


@pytest.fixture
def lived(run: Run, home: Path) -> Run:
    """A journal of five days with a copy of each, and one record since the last."""
    for number, day in enumerate(range(18, 23), 1):
        run("log", "beer", str(number), "--note", f"zqnote{number}", at=f"2026-11-{day} 22:00")
    run("log", "wine", "--note", "since", at="2026-11-22 23:00")
    run("config", "country", "PL", at="2026-11-22 23:00")
    return run


def count(run: Run) -> int | None:
    """How many records the journal gives out."""
    answer = run("export", "json", "-")
    return len(json.loads(answer.out)["entries"]) if answer.code == 0 else None


def walk(run: Run) -> Walk:
    """Does what the screen says until a record can be written, or nothing more is said."""
    steps: list[str] = []
    answer = run("log", "tea", "1", "--new")
    while answer.code and len(steps) < MOST_STEPS:
        named = [one for one in NAMED.findall(answer.out + answer.err) if one not in steps]
        if not named:
            break
        steps.append(named[0])
        answer = run(*named[0].split())
        if named[0].startswith(("restore ", "doctor --fix")):
            answer = run("log", "tea", "1", "--new")
    found = count(run)
    return Walk(tuple(steps), found - 1 if answer.code == 0 and found else None, answer.err)


@pytest.mark.parametrize("name", DAMAGES)
def test_what_the_screen_says_brings_the_journal_back(lived: Run, home: Path, name: str) -> None:
    damage, expected = DAMAGES[name]
    damage(home)
    left = (home / "journal.db").read_bytes() if (home / "journal.db").is_file() else b""
    found = walk(lived)
    assert "Traceback" not in found.said
    assert found.records in expected
    if found.records is None:
        assert os.path.lexists(home / "journal.db")
    elif left and found.steps and found.steps[-1].startswith("restore "):
        kept = list((home / "journal.db.copies").glob("*before-restore.db"))
        assert len(kept) == 1  # nothing that was done took away what was there
        assert kept[0].stat().st_size == len(left)


def test_what_lies_beside_a_journal_that_is_gone_can_be_merged(lived: Run, home: Path) -> None:
    moved(home)
    assert "another version of it lies beside its place" in lived("today").err
    walk(lived)
    beside = home / "journal (1).db"
    assert f"hrjournal merge '{beside}'" in " ".join(lived("doctor", "--plain").out.split())
    assert lived("merge", str(beside), "--yes").code == 0
    assert count(lived) == RECORDS + 1


def test_words_of_a_first_run_are_no_words_of_a_loss(run: Run, home: Path) -> None:
    home.mkdir()
    (home / "journal.db").write_bytes(b"Dear diary, today I had two beers.\n" * 9)
    assert run("today").err.endswith("Choose another place with --db FILE.\n")
