"""Whether a journal is whole: the file, its references, and every checksum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.domain.file import VerificationResult
from hrjournal.errors import JournalError
from hrjournal.store.file import translating_sqlite_errors
from hrjournal.store.keepsakes import keepsakes
from hrjournal.store.ledger import looks, wins
from hrjournal.store.queries import SELECT
from hrjournal.store.rows import SUBSTANCE_NAMES, checksum, entry_of
from hrjournal.store.substances import named

if TYPE_CHECKING:
    from hrjournal.store.journal import Journal

NAMED = {
    named.ALIAS: "Another name of a substance is not as it was written.",
    named.SERVING: "A serving of yours is not as it was written.",
}


def verify_journal(journal: Journal) -> VerificationResult:
    """Checks everything there is to check; reads all, changes nothing."""
    connection = journal.connection
    faults: list[str] = []
    with translating_sqlite_errors():
        found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(5)")]
        if found != ["ok"]:
            faults.append("The structure of the file is not whole.")
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            faults.append("A record refers to one that is not there.")
        substances = connection.execute(f"SELECT {SUBSTANCE_NAMES}, checksum FROM substance")
        rows = substances.fetchall()
        faults += [
            "A substance is not as it was written." for r in rows if checksum(r[:-1]) != r[-1]
        ]
        entries, wrong = _entries(journal)
    faults += _named(journal) + wrong
    try:
        earned = len(wins(journal))
        looks(journal, 0)
    except JournalError:
        earned = 0
        faults.append("A small win is not as it was written.")
    try:
        kept = len(keepsakes(journal))
    except (JournalError, ValueError):
        kept = 0
        faults.append("Something kept beside the days is not as it was written.")
    return VerificationResult(entries, len(rows), earned, kept, tuple(faults))


@translating_sqlite_errors()
def _named(journal: Journal) -> list[str]:
    return [
        says
        for part, says in NAMED.items()
        for row in journal.connection.execute(f"SELECT {named.COLUMNS[part]}, checksum FROM {part}")
        if checksum(row[:-1]) != row[-1]
    ]


def _entries(journal: Journal) -> tuple[int, list[str]]:
    keys = journal.keys()
    seen = 0
    wrong = []
    for row in journal.connection.execute(SELECT):
        seen += 1
        try:
            entry_of(row, keys)
        except JournalError:
            wrong.append(f"Record {row[0]} is not as it was written.")
    return seen, wrong
