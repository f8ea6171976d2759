"""Taking back the last change, whatever it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.cli.entries.edit import entry_words, report_recomputed_wins
from hrjournal.store import changes

if TYPE_CHECKING:
    from hrjournal.cli.context import AppContext

MOST_NAMED: Final = 5  # records that are named one by one
TAKEN_BACK: Final = {  # changes whose own name says too little
    "again": "the use that you wrote again",
    "answer": "your last answer",
    "appointment": "the last change of your sessions",
    "balance": "your last look at two sides",
    "config": "the last change of what you chose",
    "contact": "the last change of your contacts",
    "coping": "the last change of your own words for coping",
    "good": "the last good thing",
    "letter": "your last letter",
    "naloxone": "the last change about your naloxone",
    "reason": "your last reason",
    "root": "the last change of what may lie underneath",
    "ruler": "your last ruler",
    "screen": "the last screen that you kept",
    "start": "the last change of a start",
    "talk": "the last change of what to talk about",
    "value": "your last list of what matters",
}


def undo_last_change(app: AppContext) -> None:
    """Takes back the last change and says what is gone and what is back."""
    with app.open_journal(write=True) as journal:
        before = journal.substances()
        undone = changes.undo(journal, app.instant)
        journal.forget_preferences()
        if undone is None:
            app.print_lines("There is nothing to take back.")
            return
        app.print_lines(f"Taken back: {TAKEN_BACK.get(undone.verb, f'the last {undone.verb}')}.")
        substances = before | journal.substances()
        for sign, entries in (("Gone", undone.gone), ("Back", undone.back)):
            app.print_lines(
                *(
                    f"{sign}: #{entry.id} {entry_words(app, journal, entry, substances)}"
                    for entry in entries[:MOST_NAMED]
                )
            )
            if len(entries) > MOST_NAMED:
                app.print_lines(f"{sign}: and {len(entries) - MOST_NAMED} more records.")
        entries = (*undone.gone, *undone.back)
        report_recomputed_wins(app, journal, entries)
