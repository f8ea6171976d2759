"""What is known of the journal file itself."""

from __future__ import annotations

import re
from typing import Final

from hrjournal.named import NamedTuple

# What programs that keep folders the same put between a name and its ending, where two devices
# wrote the same file: Syncthing, Dropbox, Nextcloud, ownCloud, Seafile and Resilio say that it is a
# conflict, in several languages; OneDrive adds the name of a device, which has a
# capital in it; iCloud and Google Drive count.
CONFLICT: Final = re.compile(
    r"[ ._-].*(?:con|k[ao]n)fli[ck]?t.*|-(?-i:(?=[\w-]*[A-Z]))[\w-]+|[ ]\d{1,3}|[ ]?\(\d{1,3}\)",
    re.IGNORECASE,
)


def is_conflict_copy(name: str, journal: str) -> bool:
    """Whether a file beside the journal looks like a second copy that two devices left of it.

    Both are names of files without a folder, as `journal.sync-conflict-20261128-090000-ABCDEFG.db`
    beside `journal.db`.
    """
    stem, dot, ending = journal.rpartition(".")
    if not dot:
        stem, ending = journal, ""
    last = f"{dot}{ending}"
    named, given = name.casefold(), (stem.casefold(), last.casefold())
    if not (named.startswith(given[0]) and named.endswith(given[1])):
        return False
    between = name[len(stem) : len(name) - len(last)]
    return CONFLICT.fullmatch(between) is not None


class FileStatus(NamedTuple):
    """A file or folder: what it is, where, how large, since when, and whether it is private."""

    what: str
    path: str
    there: bool
    size: int = 0
    changed: str = ""
    private: bool = True


class Contents(NamedTuple):
    """How much a journal holds: its records, and the person's day of the latest, as an ordinal."""

    records: int
    last_day: int | None


class CopyStatus(NamedTuple):
    """A copy of the journal: its number, its name, when it was made, and what is in it.

    `contents` is None where it cannot be opened. `label` says why it was made, where the name
    tells; `made` is an instant.
    """

    number: int
    name: str
    made: int
    label: str
    contents: Contents | None
    sound: bool = False


class Forgotten(NamedTuple):
    """In how many copies something is gone now, and the numbers of those that may still hold it.

    `wiped` is False where the journal's own file could not be written anew, so that traces may be
    left between its rows; `seen` is False where the folder of the copies could not be read.
    """

    rewritten: int
    left: tuple[int, ...]
    wiped: bool
    seen: bool = True
