"""What is known of the journal file itself."""

from __future__ import annotations

from hrjournal.named import NamedTuple


class FileStatus(NamedTuple):
    """A file or folder: what it is, where, how large, since when, and whether it is private."""

    what: str
    path: str
    there: bool
    size: int = 0
    changed: str = ""
    private: bool = True


class VerificationResult(NamedTuple):
    """How much was checked, and what was found not to be as written."""

    entries: int
    substances: int
    wins: int
    kept: int
    faults: tuple[str, ...]


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
