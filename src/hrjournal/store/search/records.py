"""Records by their words, read from `search_text` where it is right, else from the records.

A row of `search_text` counts only with the checksum of its record beside it, and goes with the
record, so a journal that was written by any other SQLite is searched rightly, only more slowly.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from hrjournal.errors import JournalError
from hrjournal.store.file import WAIT_SECONDS, translating_sqlite_errors
from hrjournal.store.file.writable import writable
from hrjournal.store.rows import COLUMNS, entry_of
from hrjournal.store.search.folding import folded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrjournal.domain.entries.entry import Entry
    from hrjournal.store.journal import Journal

MANY: Final = 1000  # records folded for one search, from which on it is worth keeping what came out
# What a person wrote, as against what the program noted.
WRITTEN: Final = ", ".join(
    f"entry.{name}"
    for name in (
        "typed",
        "outcome",
        "route",
        "company",
        "triggers",
        "copings",
        "steps",
        "note",
        "gave",
        "after",
    )
)
BESIDE: Final = "entry LEFT JOIN search_text ON search_text.entry=entry.id"
RIGHT: Final = "search_text.checksum IS entry.checksum"
TEXT: Final = f"CASE WHEN {RIGHT} THEN search_text.text ELSE folded({WRITTEN}) END"
FOUND: Final = f"SELECT {', '.join(f'entry.{name}' for name in COLUMNS)}, entry.checksum"
KEEP: Final = f"""
    INSERT OR REPLACE INTO search_text
    SELECT entry.id, entry.checksum, folded({WRITTEN}) FROM {BESIDE} WHERE NOT {RIGHT}
"""
# Stands in for the table where a journal of an earlier version is only looked at.
NOTHING_KEPT: Final = "WITH search_text (entry, checksum, text) AS (SELECT NULL, NULL, NULL) "


@translating_sqlite_errors()
def search(journal: Journal, words: Sequence[str], *, most: int = 200) -> list[Entry]:
    """The latest records that hold every one of these words, the newest first.

    A word may be a part of one; case, accents and the form of Unicode do not matter.
    """
    texts = (folded(word.encode("utf-8", "backslashreplace").decode()) for word in words)
    wanted = [text for text in texts if text]
    if not wanted:  # an accent alone says nothing
        return []
    names = {one.id: folded(one.name) for one in journal.substances().values()}
    count = 0

    def fold_record(*texts: str | None) -> str:
        nonlocal count
        count += 1
        return _folded_record(*texts)

    connection = journal.connection
    connection.create_function("folded", -1, fold_record)
    kept = connection.execute("SELECT 1 FROM sqlite_schema WHERE name='search_text'").fetchone()
    rows = connection.execute(
        f"{'' if kept else NOTHING_KEPT}{FOUND} FROM {BESIDE} "
        f"WHERE {' AND '.join(_holds(word, names) for word in wanted)} "
        "ORDER BY entry.local DESC, entry.id DESC LIMIT ?",
        (*wanted, most),
    ).fetchall()
    if kept and count >= MANY:
        _keep_folded(journal)
    keys = journal.keys()
    return [entry_of(row, keys) for row in rows]


def unfitting(journal: Journal) -> list[int]:
    """The rows of `search_text` that do not fit their record, by its number."""
    _teach_folding(journal)
    found = journal.connection.execute(
        "SELECT search_text.entry FROM search_text LEFT JOIN entry ON entry.id=search_text.entry "
        f"WHERE NOT {RIGHT} OR search_text.text IS NOT folded({WRITTEN})"
    )
    return [number for (number,) in found]


def refold(journal: Journal) -> None:
    """Makes the folded words of all records anew."""
    _teach_folding(journal)
    journal.connection.execute("DELETE FROM search_text")
    journal.connection.execute(KEEP)


def _teach_folding(journal: Journal) -> None:
    journal.connection.create_function("folded", -1, _folded_record)


def _folded_record(*texts: str | None) -> str:
    return folded("\n".join(filter(None, texts)))


def _holds(word: str, names: Mapping[int, str]) -> str:
    """A condition: the word stands in the name of the substance, or in what was written."""
    about = ", ".join(str(number) for number, name in names.items() if word in name)
    return f"(entry.substance IN ({about}) OR instr({TEXT}, ?))"


def _keep_folded(journal: Journal) -> None:
    """Keeps the folded words of all records, where the file can be written just now."""
    connection = journal.connection
    connection.execute("PRAGMA busy_timeout=0")
    try:
        with writable(connection), suppress(JournalError), journal.transaction():
            connection.execute(KEEP)
    finally:
        connection.execute(f"PRAGMA busy_timeout={WAIT_SECONDS * 1000:.0f}")
