"""Stamps for rows that were written before rows had any: the same in every copy of the file.

They follow from what no edit changes, so that copies that are brought up to date apart agree.
This belongs to a step of the schema: it never changes.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final
from zlib import crc32

from hrjournal.domain.identity import first_name, successor, uid_from, uid_of_origin

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    Times = dict[int, list[int]]  # when each record was changed, as far as undo remembers it

BESIDE: Final = 86_400
WRITTEN: Final = {"entry": 29, "keepsake": 10}  # places in rows that undo remembers
ORIGIN: Final = 31


def stamp_all(connection: sqlite3.Connection) -> None:
    """Gives every record its stamp, and a tombstone to each that undo remembers as deleted."""
    _stamp_entries(connection, _times(connection, "entry"))
    _stamp_keepsakes(connection, _times(connection, "keepsake"))
    for part in WRITTEN:
        connection.executemany(
            "INSERT OR IGNORE INTO tombstone (uid, part, revised, checksum) VALUES (?, ?, ?, ?)",
            [(*one, _going_on(0, one)) for one in _deleted(connection, part)],
        )


def _stamp_entries(connection: sqlite3.Connection, times: Times) -> None:
    latest: dict[tuple[int | None, int], int] = {}
    taken: set[int] = set()
    for (
        number,
        substance,
        local,
        written,
        origin,
        at,
        gave,
        after,
        score,
        before,
    ) in connection.execute(
        "SELECT entry.id, substance, local, written, origin, coalesce(at, written), "
        "gave, after, score, entry.checksum "
        "FROM entry LEFT JOIN change ON change.id=entry.change ORDER BY change, entry.id"
    ).fetchall():
        uid = _uid(origin, number, written)
        while uid in taken:  # a record of another journal of the same number and second
            uid = successor(uid)
        taken.add(uid)
        former = _former({written, *times.get(number, ())}, at)
        said = _said(latest, substance, local, at)
        # The digest of a row goes on from where it ended, so what was damaged before stays so.
        ended = 3 if score is not None else 2 if after is not None else int(gave is not None)
        digest = _going_on(before, (*(None,) * (3 - ended), uid, at, former, said))
        connection.execute(
            "UPDATE entry SET uid=?, revised=?, former=?, said=?, checksum=? WHERE id=?",
            (uid, at, former, said, digest, number),
        )


def _uid(origin: str | None, number: int, written: int) -> int:
    return uid_of_origin(origin) if origin else uid_from(first_name(number, written))


def _said(
    latest: dict[tuple[int | None, int], int], substance: int | None, local: int, at: int
) -> int:
    """A place among the words about a day: after those that a change wrote before."""
    if substance is None:
        return at
    day = local // BESIDE
    said = max([at, *(latest.get((substance, near), -1) + 1 for near in range(day - 1, day + 2))])
    latest[substance, day] = said
    return said


def _stamp_keepsakes(connection: sqlite3.Connection, times: Times) -> None:
    for number, written, digest in connection.execute(
        "SELECT id, written, checksum FROM keepsake"
    ).fetchall():
        uid = uid_from(f"keepsake.{number}.{written}")
        changed = {written, *times.get(number, ())}
        revised = max(changed)
        former = _former(changed, revised)
        connection.execute(
            "UPDATE keepsake SET uid=?, revised=?, former=?, checksum=? WHERE id=?",
            (uid, revised, former, _going_on(digest, (uid, revised, former)), number),
        )


def _times(connection: sqlite3.Connection, part: str) -> Times:
    times: Times = {}
    for key, at in connection.execute(
        "SELECT key, at FROM past JOIN change ON id=change WHERE part=?", (part,)
    ):
        times.setdefault(int(key), []).append(at)
    return times


def _former(times: set[int], revised: int) -> str | None:
    return " ".join(map(str, sorted(time for time in times if time < revised))) or None


def _deleted(connection: sqlite3.Connection, part: str) -> Iterator[tuple[int, str, int]]:
    for key, was, at in connection.execute(
        "SELECT key, was, at FROM past JOIN change ON id=change WHERE part=? AND was NOTNULL "
        f"AND CAST(key AS INTEGER) NOT IN (SELECT id FROM {part}) ORDER BY change DESC",
        (part,),
    ):
        row = json.loads(was)
        origin = row[ORIGIN] if part == "entry" else None
        written = row[WRITTEN[part]]
        name = f"keepsake.{key}.{written}"
        uid = uid_from(name) if part == "keepsake" else _uid(origin, int(key), written)
        yield uid, part, at


def _going_on(digest: int, values: Sequence[Any]) -> int:
    """A row's digest with more columns, of which the last may say nothing."""
    while values and values[-1] is None:
        values = values[:-1]
    return crc32("".join(map(_told, values)).encode("utf-8"), digest)


def _told(value: int | str | None) -> str:
    if value is None:
        return "n4:None"
    return f"{'i' if isinstance(value, int) else 's'}{len(str(value))}:{value}"
