"""What is said where a journal should lie and does not, with the way back where there was one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.domain.file import is_conflict_copy
from hrjournal.errors import JournalError

if TYPE_CHECKING:
    from hrjournal.store.file import Place


def foreign(place: Place, what: str) -> JournalError:
    """Something else lies at the place of a journal; `what` says what."""
    if place.was_there:
        return JournalError(f"{what} To go back to a copy of your journal: hrjournal restore")
    return JournalError(f"{what} Choose another place with --db FILE.")


def gone(place: Place, how: str) -> JournalError:
    """A journal that was there is not there any more, or empty."""
    beside = place.path.parent.iterdir()
    if any(is_conflict_copy(path.name, place.path.name) for path in beside):
        return JournalError(
            f"Your journal {how}, and another version of it lies beside its place. Nothing was "
            "made there. To see which: hrjournal doctor. To bring back a copy: hrjournal restore"
        )
    return JournalError(
        f"Your journal {how}. Nothing was made in its place. "
        "To bring back a copy: hrjournal restore. To begin anew: hrjournal wipe"
    )
