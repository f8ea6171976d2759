"""Where naloxone lies, and until when it is good."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.domain.time.parse_future import read_expiry
from hrjournal.errors import UsageError
from hrjournal.pages.care import people as pages
from hrjournal.sanitize import sanitize
from hrjournal.store.changes import set_settings

if TYPE_CHECKING:
    from hrjournal.blocks import Page
    from hrjournal.cli.context import AppContext

PLACE: Final = "naloxone_place"
EXPIRES: Final = "naloxone_expires"
LONGEST_PLACE: Final = 200


def keep(app: AppContext, *, place: str | None, expires: str | None, clear: bool) -> bool:
    """Keeps what is said of it; with `clear` both are forgotten. Whether there was anything."""
    chosen: dict[str, str | None] = dict.fromkeys((PLACE, EXPIRES)) if clear else {}
    if place is not None:
        chosen[PLACE] = _place(place)
    if expires is not None:
        chosen[EXPIRES] = read_expiry(expires).isoformat()
    if chosen:
        with app.open_journal(write=True) as journal:
            set_settings(journal, chosen, app.instant, "naloxone")
    return bool(chosen)


def own_page(app: AppContext) -> Page:
    """What the person wrote down of theirs."""
    with app.open_journal() as journal:
        today = app.today(journal)
        return pages.naloxone_page(journal.setting(PLACE), journal.setting(EXPIRES), today)


def _place(text: str) -> str:
    words = " ".join(sanitize(text).split())
    if not 0 < len(words) <= LONGEST_PLACE:
        raise UsageError(f"A place has 1 to {LONGEST_PLACE} characters.")
    return words
