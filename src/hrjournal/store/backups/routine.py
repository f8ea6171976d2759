"""The copy that is made when a day's first change was saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.errors import JournalError
from hrjournal.store.backups import back_up_sound

if TYPE_CHECKING:
    from hrjournal.store.journal import Journal

NOT_MADE: Final = (
    "What you wrote is saved. Today's copy of your journal could not be made. "
    "To try again: hrjournal backup"
)
NOT_SOUND: Final = (
    "What you wrote is saved. Today's copy of your journal was not made, because something in it "
    "is not as it was written. To see what: hrjournal doctor"
)


def copy_of_the_day(journal: Journal, stamp: str) -> str:
    """Makes it; gives what to say of it, which is nothing where all went well.

    What the person wrote is saved by now, so nothing here is an error.
    """
    try:
        made = back_up_sound(journal.connection, journal.place, stamp)
    except JournalError:
        return NOT_MADE
    return "" if made else NOT_SOUND
