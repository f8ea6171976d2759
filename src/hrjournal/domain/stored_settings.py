"""Choices as they lie in the file: which of them can be read, and which this version knows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from hrjournal.domain.archive.model import NAME, SEEN_TO, TOLD
from hrjournal.domain.settings import SETTINGS, parse_setting
from hrjournal.domain.summary.options import CHOICE, from_json
from hrjournal.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

NALOXONE: Final = ("naloxone_place", "naloxone_expires")
NOTES: Final = (SEEN_TO, TOLD)  # how the notes begin that the program can make anew


def is_known(key: str) -> bool:
    """Whether this version keeps anything under a key."""
    return key in {*SETTINGS, *NALOXONE, SEEN_TO, NAME} or key.startswith((TOLD, CHOICE))


def is_note(key: str) -> bool:
    """Whether it is a note that the program keeps for itself and can do without."""
    return key.startswith(NOTES)


def can_be_read(key: str, value: str) -> bool:
    """Whether a value means what its key is for."""
    try:
        if key in SETTINGS:
            return parse_setting(key, value) == value
        READERS.get(key.partition(":")[0], str)(value)
    except (UsageError, ValueError):
        return False
    return True


READERS: Final[Mapping[str, Callable[[str], object]]] = {
    SEEN_TO: int,
    "naloxone_expires": date.fromisoformat,
    CHOICE.rstrip(":"): from_json,
    NAME: lambda text: int(text, 16),
}
