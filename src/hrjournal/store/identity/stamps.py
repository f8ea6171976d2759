"""Stamps of rows, and tombstones: made, carried on, and left."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from hrjournal.domain.identity import successor, uid_of_origin
from hrjournal.store.rows import Stamp, insert

if TYPE_CHECKING:
    import sqlite3

ENTRY: Final = "entry"
KEEPSAKE: Final = "keepsake"
TOMBSTONE: Final = "tombstone"
BESIDE: Final = 86_400  # seconds: words this close may be about the same day, whenever days start
LATER: Final = "max(tombstone.revised, excluded.revised)"
BURY: Final = (
    f"{insert(TOMBSTONE)} ON CONFLICT (uid) DO UPDATE SET revised={LATER}, "
    f"checksum=digest(tombstone.uid, tombstone.part, {LATER})"
)


def new_uid() -> int:
    """A number by chance, which no other record of any journal has."""
    return int.from_bytes(os.urandom(8), "big") >> 1


def free_uid(connection: sqlite3.Connection, uid: int) -> int:
    """This uid, or the first that follows from it and that is neither in use nor deleted."""
    while connection.execute(
        "SELECT 1 FROM entry WHERE uid=:uid UNION ALL SELECT 1 FROM keepsake WHERE uid=:uid "
        "UNION ALL SELECT 1 FROM tombstone WHERE uid=:uid",
        {"uid": uid},
    ).fetchone():
        uid = successor(uid)
    return uid


def begun(
    connection: sqlite3.Connection, about: tuple[int | None, int], at: int, origin: str | None
) -> Stamp:
    """The stamp of a record that is new, about a substance at a time on the wall clock."""
    uid = new_uid() if origin is None else free_uid(connection, uid_of_origin(origin))
    return Stamp(uid, at, None, said(connection, *about, at))


def said(connection: sqlite3.Connection, substance: int | None, local: int, at: int) -> int:
    """When a word is said: at this time, or after what was said about its day before."""
    (last,) = connection.execute(
        "SELECT max(said) FROM entry WHERE substance=? AND local BETWEEN ? AND ?",
        (substance, local - BESIDE, local + BESIDE),
    ).fetchone()
    return at if last is None else max(at, last + 1)


def changed(stamp: Stamp, now: int) -> Stamp:
    """The stamp of a record that is changed now; where it stands among words is kept."""
    former = f"{stamp.former} {stamp.revised}" if stamp.former else f"{stamp.revised}"
    return stamp._replace(revised=max(now, stamp.revised + 1), former=former)


def put_back(connection: sqlite3.Connection, stands: Stamp | None, was: Stamp, now: int) -> Stamp:
    """The stamp of a record that is as it was again: changed once more, or back and a new one."""
    if stands is not None:
        return changed(stands, now)._replace(said=was.said)
    uid = free_uid(connection, successor(was.uid))
    return Stamp(uid, max(now, was.revised + 1), None, was.said)


def bury(connection: sqlite3.Connection, part: str, stamp: Stamp, now: int) -> None:
    """Leaves a tombstone for a record that is deleted now."""
    connection.execute(BURY, (stamp.uid, part, max(now, stamp.revised + 1)))


def remembered(was: Stamp, name: str, written: int) -> Stamp:
    """The stamp of a row, also of one that undo remembers from before rows had any."""
    return Stamp(uid_of_origin(name), written, None, written) if not was.uid else was
