"""Taking away everything that the program made, and nothing else."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from hrjournal.domain.upkeep import Removal
from hrjournal.store.upkeep.belongings import belongings, inside

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hrjournal.store.file import Place


def wipe(place: Place) -> Removal:
    """Takes away what is the program's own; gives what is gone, what stays, and what would not go.

    The copies and all else go before the journal: where this is cut short, the journal is there
    to be opened, and the next time takes the rest. No link is followed.
    """
    found = belongings(place)
    gone: list[str] = []
    stuck: list[str] = []
    last = {place.path}
    for path in sorted(found.files, key=lambda path: path in last):
        _take(path, _unlink, gone, stuck)
    for folder in found.folders:
        if not inside(folder):  # nothing of somebody else's keeps it
            _take(folder, _rmdir, gone, stuck)
    foreign = [str(path) for path in found.foreign if os.path.lexists(path)]
    return Removal(tuple(gone), tuple(foreign), tuple(stuck))


def _take(path: Path, how: Callable[[Path], None], gone: list[str], stuck: list[str]) -> None:
    try:
        how(path)
    except FileNotFoundError:
        return
    except OSError:
        stuck.append(str(path))
        return
    gone.append(str(path))


def _unlink(path: Path) -> None:
    path.unlink()


def _rmdir(path: Path) -> None:
    path.rmdir()
