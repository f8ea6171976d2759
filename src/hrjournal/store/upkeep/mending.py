"""Putting right what is safe and the program's own; records stay as they are, whatever they say."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from hrjournal.domain.stored_settings import is_note
from hrjournal.domain.upkeep import Mend, Mended, Trouble
from hrjournal.errors import JournalError
from hrjournal.store.backups import back_up
from hrjournal.store.file import damaged
from hrjournal.store.integrity import verify_journal
from hrjournal.store.rows import FORGET_SEEN_TO, SEEN_TO
from hrjournal.store.search.records import refold
from hrjournal.store.upkeep.belongings import half_files, is_own, is_stale
from hrjournal.store.upkeep.surroundings import OTHERS, own_paths

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrjournal.domain.upkeep import CheckFinding
    from hrjournal.store.file import Place
    from hrjournal.store.journal import Journal

ROWS: Final = frozenset(  # where these are found, what is made of them would be made of damage
    {Trouble.RECORD, Trouble.SUBSTANCE, Trouble.REFERENCE, Trouble.STRUCTURE}
)
WINS: Final = frozenset({Trouble.WIN, Trouble.VERDICT})


def mend_around(place: Place, now: int) -> Iterator[Mended]:
    """Closes to others what the program made, and takes away what was left half-written."""
    for path in half_files(place):
        with suppress(OSError):
            if is_stale(path, now):
                path.unlink()
                yield Mended(Mend.SWEPT, str(path))
    for path in own_paths(place) if os.name == "posix" else ():
        if is_own(path, _is_file_or_folder) and path.lstat().st_mode & OTHERS:
            with suppress(OSError):
                path.chmod(stat.S_IMODE(path.lstat().st_mode) & ~OTHERS)
                yield Mended(Mend.CLOSED, str(path))


def _is_file_or_folder(mode: int) -> bool:
    return stat.S_ISREG(mode) or stat.S_ISDIR(mode)


def mend_inside(
    journal: Journal, findings: Sequence[CheckFinding], stamp: str, now: int
) -> Iterator[Mended]:
    """Makes anew what is made of records, and sets choices back that cannot be read.

    What cannot be put right stays as it was, and is found again.
    """
    found = {one.trouble for one in findings}
    if Trouble.STRUCTURE in found:
        yield from _indexes(journal)
        found = {one.trouble for one in verify_journal(journal).faults}
    if not found & ROWS:
        if Trouble.SEARCH in found:
            with journal.transaction():
                refold(journal)
            yield Mended(Mend.SEARCH)
        yield from _made_again(journal, findings, wins=bool(found & WINS))
    yield from _settings(journal, findings, stamp, now)


def _indexes(journal: Journal) -> Iterator[Mended]:
    """Makes the indexes anew; kept where everything is whole then, and every row as it was."""
    with suppress(JournalError):
        with journal.transaction():
            journal.connection.execute("REINDEX")
            if ROWS & {one.trouble for one in verify_journal(journal).faults}:
                raise damaged()
        yield Mended(Mend.INDEXES)


def _made_again(
    journal: Journal, findings: Sequence[CheckFinding], *, wins: bool
) -> Iterator[Mended]:
    """Forgets small wins and notes of the program that are not as they were written."""
    odd = (Trouble.SETTING, Trouble.UNREAD)
    notes = [one.name for one in findings if one.trouble in odd and is_note(one.name)]
    wins = wins or SEEN_TO in notes
    with journal.transaction():
        for key in notes:
            journal.connection.execute("DELETE FROM setting WHERE key=?", (key,))
        for table in ("win", "verdict") if wins else ():
            journal.connection.execute(f"DELETE FROM {table}")
            journal.connection.execute(FORGET_SEEN_TO)
    yield from [Mended(Mend.WINS)] if wins else []
    yield from (Mended(Mend.SETTING, key) for key in notes if key != SEEN_TO)


def _settings(
    journal: Journal, findings: Sequence[CheckFinding], stamp: str, now: int
) -> Iterator[Mended]:
    unread = [one.name for one in findings if one.trouble is Trouble.UNREAD]
    chosen = [key for key in unread if not is_note(key)]
    if not chosen:
        return
    with suppress(JournalError):  # without a copy nothing is changed
        copy = back_up(journal.connection, journal.place, stamp)
        yield Mended(Mend.COPIED, str(copy))
        with journal.change("config", now) as change:
            for key in chosen:
                change.choose(key, None)
        journal.forget_preferences()
        for key in chosen:
            yield Mended(Mend.SETTING, key)
