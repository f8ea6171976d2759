"""How the tables came to be: append-only steps, each named for what it does.

`local` is the wall clock as seconds since 1970 (`instant + offset`); a person's day is worked
out from it on reading, so that changing the start of the day changes views and never rows.
Amounts are whole thousandths of `unit`. `change` is the last change that wrote a row. `more` marks
records that say more than an amount. What `uid`, `revised`, `former` and `said` are, and what a
tombstone is, stands in `store/identity`.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import cache
from zlib import crc32

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from hrjournal.named import NamedTuple
from hrjournal.store.file import APPLICATION_ID, VERSION, version
from hrjournal.store.identity.first_stamps import stamp_all
from hrjournal.store.rows import digest, seal

migrations = Migrations("hrjournal")


@migrations()
def m001_first_tables(db: Database) -> None:
    """Entries, substances, changes, wins, settings and starts."""
    _make(db, FIRST_TABLES)


@migrations()
def m002_keepsakes(db: Database) -> None:
    """What a person keeps beside their days: reasons, rulers, contacts, appointments."""
    _make(db, KEEPSAKES)


@migrations()
def m003_wins_by_grade(db: Database) -> None:
    """Small wins by grade, as a function of the records: all of them are judged afresh."""
    _make(db, WINS_BY_GRADE)


@migrations()
def m004_words_and_names(db: Database) -> None:
    """Words for a search, what is hidden, other names, own servings, what came of use."""
    _make(db, SEARCH_TEXT)
    _make(db, NAMES_OF_SUBSTANCES)
    _make(db, WHAT_CAME_OF_IT)
    for number, before in db.execute("SELECT id, checksum FROM substance").fetchall():
        # The digest goes on from where it ended, over `hidden` as a row tells it: what was
        # damaged before stays so.
        after = crc32(b"i1:0", before)
        db.execute("UPDATE substance SET checksum=? WHERE id=?", (after, number))


@migrations()
def m005_checksums_for_all(db: Database) -> None:
    """A checksum for every row that had none: choices, starts, changes, memories, verdicts."""
    db.conn.create_function("digest", -1, digest)
    for table in ("setting", "start", "change", "past", "verdict"):
        db.execute(f"ALTER TABLE {table} ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0")
        db.execute(seal(table))


@migrations()
def m006_known_in_every_copy(db: Database) -> None:
    """What tells records apart in every copy of a journal, so that copies can be merged."""
    _make(db, IDENTITY)
    stamp_all(db.conn)


def _make(db: Database, statements: str) -> None:
    for statement in statements.split(";\n"):
        db.execute(statement)


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Applies every step that this file has not seen, all in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        migrations.apply(Database(connection, execute_plugins=False))
        # When a step was taken says nothing to anybody, and nothing could tell if it were damaged.
        connection.execute(f"UPDATE {migrations.migrations_table} SET applied_at=''")
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def schema_differences(connection: sqlite3.Connection) -> list[str]:
    """The names of tables, indexes, views and triggers that are not as a new journal has them.

    What is not ours is among them, and what is missing. Notes that SQLite keeps to be faster are
    left out.
    """
    expected, found = _as_new().objects, _objects(connection)
    names = expected.keys() | found.keys()
    return sorted(name for name in names if expected.get(name) != found.get(name))


def went_through_all_steps(connection: sqlite3.Connection) -> bool:
    """Whether the file names every step, and as many as its version says."""
    return (version(connection), _steps(connection)) == (VERSION, _as_new().steps)


class NewJournal(NamedTuple):
    """What a journal is made of that is new: its objects by name, and its steps."""

    objects: dict[str, tuple[str | None, ...]]
    steps: list[tuple[object, ...]]


@cache
def _as_new() -> NewJournal:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        bring_up_to_date(connection)
        return NewJournal(_objects(connection), _steps(connection))


def _objects(connection: sqlite3.Connection) -> dict[str, tuple[str | None, ...]]:
    found = connection.execute("SELECT name, type, tbl_name, sql FROM sqlite_schema")
    return {
        name: (*told, " ".join(_plain(sql).split()))
        for name, *told, sql in found
        if not name.startswith("sqlite_stat")
    }


def _plain(sql: str | None) -> str:
    """The words of an object; how the library of the steps quotes its own names may change."""
    text = sql or ""
    own = migrations.migrations_table in text
    return text.replace('"', "").replace("[", "").replace("]", "") if own else text


def _steps(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    return connection.execute(
        f"SELECT id, migration_set, name, applied_at FROM {migrations.migrations_table} ORDER BY id"
    ).fetchall()


FIRST_TABLES = """
CREATE TABLE change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  verb TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE past (
  change INTEGER NOT NULL REFERENCES change(id) ON DELETE CASCADE,
  part TEXT NOT NULL,
  key TEXT NOT NULL,
  was TEXT,
  PRIMARY KEY (change, part, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE substance (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  unit TEXT NOT NULL,
  checksum INTEGER NOT NULL
) STRICT;
CREATE TABLE entry (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sort TEXT NOT NULL,
  substance INTEGER REFERENCES substance(id),
  instant INTEGER NOT NULL,
  offset INTEGER NOT NULL,
  local INTEGER NOT NULL CHECK (local = instant + offset),
  zone TEXT NOT NULL,
  timed INTEGER NOT NULL,
  unit TEXT,
  low INTEGER,
  high INTEGER,
  about INTEGER NOT NULL,
  typed TEXT,
  mood INTEGER,
  urge INTEGER,
  urge_after INTEGER,
  anxiety INTEGER,
  pain INTEGER,
  sleep INTEGER,
  minutes INTEGER,
  outcome TEXT,
  route TEXT,
  company TEXT,
  spend INTEGER,
  planned INTEGER NOT NULL,
  triggers TEXT,
  copings TEXT,
  steps TEXT,
  note TEXT,
  written INTEGER NOT NULL,
  more INTEGER NOT NULL,
  origin TEXT,
  change INTEGER NOT NULL REFERENCES change(id),
  checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX entry_by_time ON entry (local);
CREATE INDEX entry_saying_more ON entry (local) WHERE more;
CREATE INDEX entry_by_substance ON entry
  (substance, local, sort, unit, low, high, timed, written, instant, change);
CREATE UNIQUE INDEX entry_by_origin ON entry (origin) WHERE origin IS NOT NULL;
CREATE TABLE win (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rule TEXT NOT NULL,
  day INTEGER NOT NULL,
  since INTEGER NOT NULL,
  family TEXT NOT NULL,
  substance INTEGER NOT NULL,
  against TEXT NOT NULL,
  size TEXT NOT NULL,
  rests INTEGER NOT NULL,
  figures TEXT NOT NULL,
  checksum INTEGER NOT NULL,
  UNIQUE (rule, substance, against, day)
) STRICT;
CREATE INDEX win_by_day ON win (day);
CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE start (
  substance INTEGER PRIMARY KEY REFERENCES substance(id),
  first_day INTEGER,
  end_day INTEGER,
  doubled INTEGER,
  use_days INTEGER,
  unit TEXT NOT NULL
) STRICT
"""
KEEPSAKES = """
CREATE TABLE keepsake (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sort TEXT NOT NULL,
  subject TEXT NOT NULL,
  instant INTEGER NOT NULL,
  offset INTEGER NOT NULL,
  zone TEXT NOT NULL,
  timed INTEGER NOT NULL,
  text TEXT NOT NULL,
  score INTEGER,
  more TEXT NOT NULL,
  written INTEGER NOT NULL,
  checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX keepsake_by_sort ON keepsake (sort, subject, instant)
"""
WINS_BY_GRADE = """
DROP TABLE win;
CREATE TABLE win (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rule TEXT NOT NULL,
  day INTEGER NOT NULL,
  grade TEXT NOT NULL,
  family TEXT NOT NULL,
  measure TEXT NOT NULL,
  substance INTEGER NOT NULL,
  against TEXT NOT NULL,
  figures TEXT NOT NULL,
  chance INTEGER NOT NULL,
  told INTEGER NOT NULL,
  checksum INTEGER NOT NULL,
  UNIQUE (rule, substance, day)
) STRICT;
CREATE INDEX win_by_day ON win (day);
CREATE TABLE verdict (
  day INTEGER NOT NULL,
  substance INTEGER NOT NULL,
  lighter INTEGER NOT NULL,
  PRIMARY KEY (day, substance)
) STRICT, WITHOUT ROWID;
DELETE FROM setting WHERE key='wins_seen_to';
DELETE FROM past WHERE part='win'
"""
SEARCH_TEXT = """
CREATE TABLE search_text (
  entry INTEGER PRIMARY KEY REFERENCES entry(id) ON DELETE CASCADE,
  checksum INTEGER NOT NULL,
  text TEXT NOT NULL
) STRICT
"""
NAMES_OF_SUBSTANCES = """
ALTER TABLE substance ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1));
CREATE TABLE alias (
  word TEXT PRIMARY KEY,
  substance INTEGER NOT NULL REFERENCES substance(id),
  checksum INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE serving (
  key TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  substance TEXT NOT NULL,
  unit TEXT NOT NULL,
  thousandths INTEGER NOT NULL,
  typed TEXT NOT NULL,
  checksum INTEGER NOT NULL
) STRICT, WITHOUT ROWID
"""
WHAT_CAME_OF_IT = """
ALTER TABLE entry ADD COLUMN gave TEXT;
ALTER TABLE entry ADD COLUMN after TEXT;
ALTER TABLE entry ADD COLUMN score INTEGER
"""
IDENTITY = """
ALTER TABLE entry ADD COLUMN uid INTEGER;
ALTER TABLE entry ADD COLUMN revised INTEGER;
ALTER TABLE entry ADD COLUMN former TEXT;
ALTER TABLE entry ADD COLUMN said INTEGER;
ALTER TABLE keepsake ADD COLUMN uid INTEGER;
ALTER TABLE keepsake ADD COLUMN revised INTEGER;
ALTER TABLE keepsake ADD COLUMN former TEXT;
CREATE UNIQUE INDEX entry_by_uid ON entry (uid);
CREATE UNIQUE INDEX keepsake_by_uid ON keepsake (uid);
CREATE TABLE tombstone (
  uid INTEGER PRIMARY KEY,
  part TEXT NOT NULL,
  revised INTEGER NOT NULL,
  checksum INTEGER NOT NULL
) STRICT
"""
