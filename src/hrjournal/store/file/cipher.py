"""Encryption of the journal file by SQLCipher: a key opens it, or nothing does."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

from hrjournal.errors import DamagedError, MissingPartError
from hrjournal.store.file.writable import writable

if TYPE_CHECKING:
    from pathlib import Path

WRONG = "Wrong passphrase, or the file is damaged. Nothing was changed."
PLAIN = b"SQLite format 3\0"
PAGE = 4096  # bytes; SQLCipher writes whole pages of this size
COPIED = ("user_version", "application_id")  # what an export leaves out


def library() -> Any:
    """SQLCipher, which brings an SQLite of its own.

    Raises:
        MissingPartError: where there is none for this computer.
    """
    try:
        from sqlcipher3 import dbapi2  # noqa: PLC0415 - few journals are encrypted
    except ImportError:
        raise MissingPartError(
            "Your journal is encrypted, and the part that opens it is not on this computer. "
            "To get it: pip install sqlcipher3"
        ) from None
    return dbapi2


def may_be_encrypted(header: bytes, size: int) -> bool:
    """Whether a file could be an encrypted database: whole pages that begin like nothing else."""
    random = not header.startswith(PLAIN) and any(byte > 126 or byte < 9 for byte in header[:16])
    return random and bool(header.strip(b"\0")) and size >= PAGE and not size % PAGE


def open_encrypted(path: Path, passphrase: str, *, patience: float, read_only: bool) -> Any:
    """A connection to an encrypted file, with the key given and proven.

    Raises:
        JournalError: when the key does not open it.
        MissingPartError: where there is no SQLCipher.
    """
    found = library()
    address = f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rw'}"
    connection = found.connect(address, timeout=patience, isolation_level=None, uri=True)
    try:
        _unlock(connection, passphrase)
    except BaseException as error:
        connection.close()
        if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_NOTADB:
            raise DamagedError(WRONG) from None
        raise
    return connection


def _unlock(connection: Any, passphrase: str) -> None:
    connection.execute("PRAGMA cipher_log_level=NONE")
    connection.execute(f"PRAGMA hexkey='{_bytes(passphrase).hex()}'")
    if not connection.execute("PRAGMA cipher_version").fetchone():
        raise MissingPartError("The part that opens encrypted journals does not work here.")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def in_memory(path: Path, passphrase: str) -> Any:
    """A copy of an encrypted file that lies in memory alone, to be read from."""
    memory = library().connect(":memory:", isolation_level=None)
    try:
        memory.execute("PRAGMA cipher_log_level=NONE")
        _export(memory, path, passphrase, of="file", to="main")
    except BaseException:
        memory.close()
        raise
    return memory


def rewrite(connection: Any, target: Path, passphrase: str | None) -> None:
    """Writes all of an open journal of SQLCipher's into a new file; plain without a passphrase.

    The file must be there, empty. It is whole when this ends, and not safe on the disk yet.
    """
    with writable(connection):
        _export(connection, target, passphrase or "", of="main", to="file")


def _export(connection: Any, path: Path, passphrase: str, *, of: str, to: str) -> None:
    connection.execute("ATTACH ? AS file KEY ?", (str(path), unicode(passphrase)))
    try:
        connection.execute(f"SELECT sqlcipher_export('{to}', '{of}')")
        for name in COPIED:
            (value,) = connection.execute(f"PRAGMA {of}.{name}").fetchone()
            connection.execute(f"PRAGMA {to}.{name}={int(value)}")
    finally:
        connection.execute("DETACH file")


def unicode(passphrase: str) -> str:
    """A passphrase in one form, however the keyboard makes its letters."""
    if passphrase.isascii():
        return passphrase
    from unicodedata import normalize  # noqa: PLC0415 - most passphrases do without

    return normalize("NFC", passphrase)


def _bytes(passphrase: str) -> bytes:
    return unicode(passphrase).encode("utf-8", "surrogateescape")
