"""A glance at the journal, for moments in which it may not be in the way."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any, Final

from hrjournal.errors import JournalError
from hrjournal.store.file import SETTINGS, examine

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrjournal.store.file import Place

PATIENCE = 0.1  # seconds; an emergency card waits for nobody
NAMES: Final = "SELECT name FROM substance ORDER BY id"
WORDS: Final = (  # of the latest records that say more than an amount
    "SELECT triggers, copings, steps FROM entry WHERE more ORDER BY local DESC LIMIT 1000"
)
LATEST: Final = "SELECT max(local) FROM entry"


def glance(place: Place) -> Mapping[str, str]:
    """The settings as they lie in the file; empty when it is missing, locked or damaged."""
    (settings,) = look(place, SETTINGS) or ((),)
    return {str(key): str(value) for key, value in settings}


def look(
    place: Place, *queries: str, patience: float = PATIENCE
) -> Sequence[Sequence[tuple[Any, ...]]] | None:
    """The rows of each query; None when the journal is missing, locked or damaged.

    Nothing is made, mended or brought up to date.
    """
    try:
        if not examine(place):
            return None
        address = f"{place.path.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, timeout=patience, uri=True)) as connection:
            connection.execute("PRAGMA query_only=ON")
            return [connection.execute(query).fetchall() for query in queries]
    except (JournalError, OSError, ValueError, sqlite3.Error):
        return None
