"""What a look at the journal file and all around it can find."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from hrjournal.domain.file import FileStatus


class Trouble(StrEnum):
    """What is not as it was written, or worth knowing; `CheckFinding` tells which and how many."""

    # The journal itself.
    GONE = "journal_gone"
    REFUSED = "journal_refused"  # name: why
    UNFINISHED = "unfinished_write"
    SIDE_FILE = "side_file"  # name: path
    HEADER = "header"
    STRUCTURE = "structure"
    REFERENCE = "reference"
    SCHEMA = "schema"  # name: of a table, index, view or trigger
    STEPS = "steps"
    # Its rows.
    RECORD = "record"  # number, day
    KEPT = "kept"  # number
    SUBSTANCE = "substance"  # number
    ALIAS = "alias"
    SERVING = "serving"
    SETTING = "setting"  # name; the row is not as it was written
    UNREAD = "setting_unread"  # name; the value means nothing
    UNKNOWN = "setting_unknown"  # name
    START = "start"
    WIN = "win"  # number: how many
    VERDICT = "verdict"  # number: how many
    CHANGE = "change"  # number: how many
    MEMORY = "memory"  # number: how many
    SEARCH = "search_text"  # number: how many
    SEQUENCE = "sequence"
    # What lies around it.
    OPEN = "open_to_others"  # name: path
    OWNER = "other_owner"  # name: path
    WRITABLE = "folder_writable"  # name: path
    LINK = "link"  # name: path
    COPY = "copy"  # name: path
    OTHER_KEY = "copy_under_another_passphrase"  # name: path
    COPIES = "copies"  # number: how many, of which none is sound
    ANEW = "copies_anew"  # number: how many wait to be put in their places
    HALF = "half_file"  # name: path
    FRESH_HALF = "fresh_half_file"  # name: path
    CONFLICT = "conflict_copy"  # name: path
    NO_COPY = "no_copy"
    OLD_COPY = "old_copy"  # number: its age in days
    SPACE = "little_space"  # number: free bytes
    SYNCED = "synced"  # name: by what
    NETWORK = "network"  # name: of the file system
    HISTORY = "shell_history"  # number: how many lines
    READABLE = "not_encrypted"


HINTS: Final = frozenset(  # what is worth knowing; everything else is a fault
    {
        *(Trouble.UNKNOWN, Trouble.LINK, Trouble.FRESH_HALF, Trouble.CONFLICT, Trouble.NO_COPY),
        *(Trouble.OLD_COPY, Trouble.SPACE, Trouble.SYNCED, Trouble.NETWORK, Trouble.HISTORY),
        *(Trouble.READABLE, Trouble.ANEW, Trouble.OTHER_KEY),
    }
)


class CheckFinding(NamedTuple):
    """One thing that was found: its name or number, and the day that a record is of."""

    trouble: Trouble
    name: str = ""
    number: int = 0
    day: int | None = None

    @property
    def is_fault(self) -> bool:
        """Whether something is not as it was written, or open to others."""
        return self.trouble not in HINTS


class Content(NamedTuple):
    """How much of each was read."""

    entries: int = 0
    substances: int = 0
    wins: int = 0
    kept: int = 0


class Mend(StrEnum):
    """What was put right. `Mended` tells of what, or how many."""

    CLOSED = "closed"  # name: path
    SWEPT = "swept"  # name: path
    TAKEN_BACK = "taken_back"
    INDEXES = "indexes"
    SEARCH = "search"
    SETTING = "setting"  # name
    WINS = "wins"
    COPIED = "copied"  # name: path


class Mended(NamedTuple):
    """One thing that was put right."""

    mend: Mend
    name: str = ""


class Checkup(NamedTuple):
    """All that was looked at and found; `content` is None where the journal was not read."""

    files: tuple[FileStatus, ...]
    content: Content | None
    findings: tuple[CheckFinding, ...]
    mended: tuple[Mended, ...] = ()

    @property
    def faults(self) -> tuple[CheckFinding, ...]:
        """What is not as it was written, or open to others."""
        return tuple(one for one in self.findings if one.is_fault)


class Removal(NamedTuple):
    """What became of things that are to go: paths gone, kept with others' things, and stuck."""

    gone: tuple[str, ...]
    foreign: tuple[str, ...]
    stuck: tuple[str, ...]
