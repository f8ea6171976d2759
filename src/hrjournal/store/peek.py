"""A glance at what the person chose, for moments in which the journal may not be in the way."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from hrjournal.errors import JournalError
from hrjournal.store.file import SETTINGS, examine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrjournal.store.file import Place

PATIENCE = 0.1  # seconds; an emergency card waits for nobody


def glance(place: Place) -> Mapping[str, str]:
    """The settings as they lie in the file; empty when it is missing, locked or damaged.

    Nothing is made, mended or brought up to date.
    """
    try:
        if not examine(place):
            return {}
        address = f"{place.path.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, timeout=PATIENCE, uri=True)) as connection:
            connection.execute("PRAGMA query_only=ON")
            rows = connection.execute(SETTINGS).fetchall()
            return {str(key): str(value) for key, value in rows}
    except (JournalError, OSError, ValueError, sqlite3.Error):
        return {}
