"""A journal with everything in it, and what single bits and cuts make of its file."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from hrjournal.cli.entries.win_ledger import update_win_ledger
from hrjournal.store import changes
from hrjournal.store.ledger import first_told
from hrjournal.store.search.records import refold
from support.marked import fill_whole, session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hrjournal.store import Place

CUTS = 10  # one of so many damages is a cut


class Damage(NamedTuple):
    """What was done to the file, and its bytes since then."""

    name: str
    data: bytes


def write_all(place: Place) -> bytes:
    """About 200 records, all that is kept beside them, and what is made of them; the bytes."""
    place.path.parent.mkdir(mode=0o700, exist_ok=True)
    fill_whole(place.path)
    now = session(place.path)
    with now.open_journal(write=True) as journal:
        with journal.change("delete", now.instant) as change:
            changes.delete(change, 3)
        changes.set_setting(journal, "heavy_day", "60", now.instant)
        first_told(journal, "alone", "739900")
        update_win_ledger(now, journal)
        with journal.transaction():
            refold(journal)
    return place.path.read_bytes()


def damages(data: bytes, count: int, seed: int) -> Iterator[Damage]:
    """So many files of which one bit is another, or the end is missing."""
    chance = Random(seed)
    # A small journal is three parts room for more, which is wiped: most bits are to meet something.
    places = [*range(len(data)), *(7 * [at for at, byte in enumerate(data) if byte])]
    for number in range(count):
        if number % CUTS == CUTS - 1:
            length = chance.randrange(len(data))
            yield Damage(f"cut to {length}", data[:length])
            continue
        at, bit = chance.choice(places), chance.randrange(8)
        flipped = bytearray(data)
        flipped[at] ^= 1 << bit
        yield Damage(f"bit {bit} of byte {at}", bytes(flipped))


def all_of_it(path: Path) -> list[object]:
    """Every table, index and row that can be read, to see whether anything is another."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        connection.text_factory = bytes
        objects = connection.execute(
            "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name"
        ).fetchall()
        tables = [name.decode() for kind, name, *_ in objects if kind == b"table"]
        tables.remove("sqlite_sequence")  # a number too high there lets numbers skip, and no more
        # `NOT INDEXED` reads the tables themselves, and not what an index says of them.
        rows = [
            connection.execute(f"SELECT * FROM {one} NOT INDEXED").fetchall()  # noqa: S608
            for one in tables
        ]
        return [objects, rows]
