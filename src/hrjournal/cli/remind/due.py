"""Whether a reminder is due, and the command that tells it to a scheduler."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from hrjournal.cli.context import HOME
from hrjournal.domain.entries.entry import DAY, EPOCH
from hrjournal.domain.settings import Preferences
from hrjournal.store.file import SETTINGS
from hrjournal.store.peek import LATEST, look

if TYPE_CHECKING:
    from hrjournal.cli.context import AppContext


def is_due(app: AppContext) -> bool:
    """Whether nothing is written today; a journal that cannot be read is left in peace."""
    try:
        found = look(app.place, SETTINGS, LATEST)
        if found is None:
            return not app.place.path.exists()
        settings, ((latest,),) = found
        starts = Preferences(dict(settings)).day_start
        return latest is None or (latest - starts) // DAY + EPOCH < app.moment.day(starts)
    except (OSError, RuntimeError, ValueError):
        return False


def due_command(app: AppContext) -> list[str]:
    """The words that ask whether a reminder is due, wherever they are run from."""
    beside = shutil.which("hrj", path=str(Path(sys.executable).parent)) or shutil.which("hrj")
    program = [beside] if beside else [sys.executable, "-m", "hrjournal"]
    elsewhere = app.file is not None or HOME in os.environ
    return [*program, *(["--db", str(app.place.path)] if elsewhere else []), "remind", "due"]
