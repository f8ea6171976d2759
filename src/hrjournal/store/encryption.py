"""Encrypting the journal and its copies, changing the passphrase, and taking it off again.

The copies are written anew beside themselves first, then the journal, which is read again and put
in its place in one step while nobody else can write; then the copies follow. Whatever stops this in
between leaves the one or the other, whole, and the next command that writes finishes it (`finish`).
"""

from __future__ import annotations

import os
from contextlib import closing, contextmanager, suppress
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from hrjournal.errors import DamagedError, HrjournalError, JournalError, UnwritableJournalError
from hrjournal.named import NamedTuple
from hrjournal.store.backups import ANEW, PART, anew_copies, list_backups, part_file
from hrjournal.store.checked import write_marker
from hrjournal.store.disk import make_empty, remove_sides, settle, settle_file
from hrjournal.store.file import (
    WAIT_SECONDS,
    FileState,
    examine,
    open_other,
    passphrase,
    sqlite_errors,
    state_of,
    translated,
)
from hrjournal.store.file.cipher import library, open_encrypted, rewrite

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hrjournal.store.file import Place


class Rewritten(NamedTuple):
    """How many copies were written anew too, and the names of those that could not be."""

    copies: int
    left: tuple[str, ...]


def rewrite_journal(place: Place, new: str | None) -> Rewritten:
    """Writes the journal and its copies anew under a passphrase; plain, where there is none.

    Raises:
        JournalError: when it cannot be done; the journal is as it was then.
        MissingPartError: where there is no SQLCipher.
    """
    library()  # from here on `sqlite_errors` has its errors too
    state = examine(place)
    if state is FileState.MISSING:
        raise JournalError("There is no journal yet. To begin one: hrjournal log")
    old = passphrase(place) if state is FileState.ENCRYPTED else None
    try:
        finish(place)
        write_marker(place, None)
        anew, left = _copies_anew(place, old, new)
        with _gone_on_failure(anew):
            _in_its_place(place.path, old, new)
    except sqlite_errors() as error:
        raise translated(error) from None
    except OSError:
        raise _unwritten() from None
    left += [copy.name for copy in map(_copy_of, anew) if not _follows(copy, old, new)]
    settle(place.copies)
    write_marker(place, FileState.PLAIN if new is None else FileState.ENCRYPTED)
    return Rewritten(len(list_backups(place)) - len(left), tuple(left))


@contextmanager
def _gone_on_failure(paths: list[Path]) -> Iterator[None]:
    try:
        yield
    except BaseException:
        for path in paths:
            path.unlink(missing_ok=True)
        raise


def finish(place: Place) -> None:
    """Ends what was cut short: the copies follow the journal, or stay with it as it was.

    Raises:
        JournalError: where nobody can be asked for the passphrase.
        OSError: when they cannot be put in their place.
    """
    pending = anew_copies(place)
    for path in pending:
        if state_of(path) is state_of(place.path) and _opens(place, path):
            path.replace(_copy_of(path))
        else:
            path.unlink(missing_ok=True)
    if pending:
        settle(place.copies)


def _opens(place: Place, path: Path) -> bool:
    try:
        with closing(open_other(place, path, read_only=True)) as connection:
            return bool(connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok")
    except DamagedError:
        return False
    except sqlite_errors():
        return False


def _anew_of(copy: Path) -> Path:
    return copy.with_name(f"{copy.name}{ANEW}")


def _copy_of(anew: Path) -> Path:
    return anew.with_name(anew.name.removesuffix(ANEW))


def _unwritten() -> JournalError:
    return UnwritableJournalError(
        "The journal could not be written anew, so it was left as it was.",
        "Check the space on the disk and the rights of its folder.",
    )


def _copies_anew(place: Place, old: str | None, new: str | None) -> tuple[list[Path], list[str]]:
    """Every copy written anew beside itself, and the names of those that could not be."""
    copies = list_backups(place)
    done = [anew for copy in copies if (anew := _written_anew(copy, old, new))]
    return done, [copy.name for copy in copies if _anew_of(copy) not in done]


def _written_anew(copy: Path, old: str | None, new: str | None) -> Path | None:
    """The copy written anew beside itself; None where it cannot be."""
    anew = _anew_of(copy)
    anew.unlink(missing_ok=True)
    make_empty(anew)
    whole = False
    with suppress(HrjournalError, OSError, *sqlite_errors()):
        with closing(_opened(copy, _key(copy, old))) as connection:
            _fill(connection, anew, new)
        whole = True
    if not whole:
        anew.unlink(missing_ok=True)
        remove_sides(anew)
    return anew if whole else None


def _follows(copy: Path, old: str | None, new: str | None) -> bool:
    """Puts what was written anew in the place of a copy.

    A command that wrote just before the journal came to its turn took it away (`finish`), so it
    is written once more; one that wrote just after has put it in its place.
    """
    anew = _anew_of(copy)
    for _ in range(2):
        with suppress(FileNotFoundError):
            anew.replace(copy)
            return True
        if _opens_with(copy, new):
            return True
        _written_anew(copy, old, new)
    return False


def _opens_with(path: Path, key: str | None) -> bool:
    if (state_of(path) is FileState.PLAIN) != (key is None):
        return False
    try:
        _opened(path, key).close()
    except HrjournalError:
        return False
    return True


def _in_its_place(path: Path, old: str | None, new: str | None) -> None:
    """The journal written anew, proven, and put in its place while nobody else can write."""
    with (
        part_file(path.with_name(f"{path.name}.{os.getpid()}{PART}")) as part,
        closing(_opened(path, _key(path, old))) as connection,
    ):
        _hold(connection)
        _fill(connection, part, new)
        part.replace(path)
        settle(path.parent)


def _key(path: Path, old: str | None) -> str | None:
    return None if state_of(path) is FileState.PLAIN else old


def _fill(connection: Any, part: Path, new: str | None) -> None:
    """Writes all that an open file holds into an empty one, and reads it again."""
    rewrite(connection, part, new)
    _prove(connection, part, new)
    settle_file(part)


def _opened(path: Path, passphrase: str | None) -> Any:
    """A file by SQLCipher, which opens plain files too."""
    if passphrase is not None:
        return open_encrypted(path, passphrase, patience=WAIT_SECONDS, read_only=False)
    return library().connect(str(path), timeout=WAIT_SECONDS, isolation_level=None)


def _hold(connection: Any) -> None:
    """Keeps everybody else from the file until the connection is closed."""
    connection.execute("PRAGMA locking_mode=EXCLUSIVE")
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")


def _prove(connection: Any, part: Path, passphrase: str | None) -> None:
    """Refuses a new file that does not hold, row by row, what the old one does."""
    with closing(_opened(part, passphrase)) as other:
        same = all(
            one == two for one, two in zip_longest(_everything(connection), _everything(other))
        )
        whole = other.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    if not (same and whole and (state_of(part) is FileState.PLAIN) == (passphrase is None)):
        raise JournalError("What was written was not whole, so the journal was left as it was.")


def _everything(connection: Any) -> Iterator[object]:
    """Every table with its rows."""
    tables = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type='table' ORDER BY name"
    ).fetchall()
    for name, sql in tables:
        yield name, sql
        yield from connection.execute(f'SELECT * FROM "{name}"')
