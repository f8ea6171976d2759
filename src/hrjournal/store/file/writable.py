"""A connection that only reads, let to write for a moment: beside the records, never into them."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def writable(connection: Any) -> Iterator[None]:
    """Lets a connection write for the length of a block; then it reads alone as it did before.

    SQLite's `query_only` holds for every file of a connection, so for one beside the journal too.
    """
    (reading,) = connection.execute("PRAGMA query_only").fetchone()
    connection.execute("PRAGMA query_only=OFF")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA query_only={reading}")
