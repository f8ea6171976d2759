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
