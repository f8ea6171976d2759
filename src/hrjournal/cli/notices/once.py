"""Short words that a save brings up by itself: using an opioid alone, and what is prescribed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.substances.substance import fold
from hrjournal.report.safety.tolerance import is_opioid
from hrjournal.sanitize import own
from hrjournal.store import ledger

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.cli.context import AppContext
    from hrjournal.domain.entries.entry import Entry
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.store import Journal

ALONE: Final = "alone"
WEEK: Final = 7
VEILED: Final = "Safety: A safety note waits for you. To read it: hrjournal sos"


def alone_line(app: AppContext, journal: Journal, entries: Sequence[Entry]) -> list[str]:
    """One line on using an opioid alone, at most once a week."""
    tracked = journal.substances()
    used = [
        tracked[entry.substance]
        for entry in entries
        if entry.type is EntryType.USE
        and entry.substance in tracked
        and fold(entry.company or "") == ALONE
    ]
    alone = next((one for one in used if is_opioid(one.kind)), None)
    if alone is None or ALONE in journal.preferences.names("notices_off"):
        return []
    today = app.today(journal)
    told = journal.setting(f"told:{ALONE}") or ""
    if told.isdigit() and 0 <= today - int(told) < WEEK:
        return []
    ledger.first_told(journal, ALONE, str(today))
    return [VEILED if app.discreet else _alone_words(app, journal, alone)]


def _alone_words(app: AppContext, journal: Journal, substance: Substance) -> str:
    from hrjournal.content.notices import notice
    from hrjournal.content.resources import directory

    known = directory()
    country = known.code(journal.preferences.country)
    lines = (one for one in known.checked(country, None) if one.kind == "overdose_line")
    line = next((one for one in lines if one.phone), None)
    text = notice(ALONE, substance.kind.group)
    phone = f"{line.name} ({line.phone}) stays on the phone with you. " if line else ""
    return f"Safety: {text.title}. {phone}{' '.join(text.lines)}"


def prescribed_line(app: AppContext, journal: Journal, substance: Substance) -> list[str]:
    """How to say that a medicine is prescribed, once: when it is written for the first time."""
    from hrjournal.content.mixing import mixing
    from hrjournal.domain.knowledge.mixing import MixPart

    part = MixPart(substance.name, substance.kind)
    if app.discreet or not mixing().can_be_medicine(part):
        return []
    if journal.preferences.is_prescribed(substance):
        said, wish = "This counts as prescribed to you. If it is not", "no"
    else:
        said, wish = "Is this prescribed to you? Then write, once", "yes"
    return [f'{said}: hrjournal substances prescribed "{own(substance.key)}" {wish}']
