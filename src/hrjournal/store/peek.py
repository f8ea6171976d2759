"""A glance at the journal, for moments in which it may not be in the way."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any, Final

from hrjournal.errors import JournalError
from hrjournal.store.file import SETTINGS, FileState, examine

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrjournal.store.file import Place

PATIENCE = 0.1  # seconds; an emergency card waits for nobody
NAMES: Final = "SELECT name, hidden FROM substance ORDER BY id"
ALIASES: Final = (
    "SELECT word FROM alias JOIN substance ON id=substance WHERE NOT hidden ORDER BY word"
)
SERVINGS: Final = (
    "SELECT serving.name FROM serving LEFT JOIN substance ON substance.key=serving.substance "
    "WHERE hidden IS NOT 1 ORDER BY serving.key"
)
WORDS: Final = (  # of the latest records that say more than an amount
    "SELECT triggers, copings, steps FROM entry WHERE more ORDER BY local DESC LIMIT 1000"
)
EFFECTS: Final = (  # what was said to come of use, where it is short enough to be said again
    "SELECT iif(length(gave) < 40, gave, NULL), iif(length(after) < 40, after, NULL) FROM entry "
    "WHERE gave NOT NULL OR after NOT NULL ORDER BY local DESC LIMIT 100"
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
        if examine(place) is not FileState.PLAIN:
            return None
        address = f"{place.path.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, timeout=patience, uri=True)) as connection:
            connection.execute("PRAGMA query_only=ON")
            return [connection.execute(query).fetchall() for query in queries]
    except (JournalError, OSError, ValueError, sqlite3.Error):
        return None
