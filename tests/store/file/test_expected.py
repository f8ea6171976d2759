from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from hrjournal.errors import JournalError
from hrjournal.store import Place
from hrjournal.store.file import VERSION
from hrjournal.store.file.expected import DIGESTS, schema_digest
from hrjournal.store.schema import bring_up_to_date
from support.keeping import opened

RELEASED = sorted((Path(__file__).parents[1] / "released").glob("v*.sql"))
FOREIGN = {
    "a trigger": "CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM entry; END",
    "a view": "CREATE VIEW v AS SELECT * FROM entry",
    "a table": "CREATE TABLE t (a)",
    "an index": "CREATE INDEX i ON entry (note)",
    "an index less": "DROP INDEX entry_by_time",
    "a column more": "ALTER TABLE entry ADD COLUMN extra TEXT",
    "a trigger on the steps": "CREATE TRIGGER t AFTER INSERT ON _sqlite_migrations "
    "BEGIN SELECT 1; END",
}


def test_every_version_has_its_digest() -> None:
    for number, path in enumerate(RELEASED, 1):
        with closing(sqlite3.connect(":memory:")) as saved:
            saved.executescript(path.read_text(encoding="utf-8"))
            assert schema_digest(saved) == DIGESTS[number]
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as new:
        assert schema_digest(new) == DIGESTS[0]
        bring_up_to_date(new)
        assert schema_digest(new) == DIGESTS[VERSION]
    assert set(DIGESTS) == set(range(VERSION + 1))


@pytest.mark.parametrize("write", [True, False])
@pytest.mark.parametrize("statement", FOREIGN.values(), ids=list(FOREIGN))
def test_what_is_not_ours_is_refused_untouched(place: Place, statement: str, write: bool) -> None:
    with opened(place):
        pass
    with closing(sqlite3.connect(place.path)) as other:
        other.execute(statement)
        other.commit()
    before = place.path.read_bytes()
    with (
        pytest.raises(JournalError, match="not as hrjournal made them"),
        opened(place, write=write),
    ):
        pass
    assert place.path.read_bytes() == before


def test_what_sqlite_keeps_for_itself_is_no_stranger(place: Place) -> None:
    with opened(place) as journal:
        journal.connection.execute("ANALYZE")
    with opened(place):
        pass
