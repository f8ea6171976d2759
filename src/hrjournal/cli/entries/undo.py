"""Taking back the last change, whatever it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.cli.command_options import CommandOptions
from hrjournal.cli.entries.current_wins import report_recomputed_wins
from hrjournal.pages.entries.difference import RecordWords
from hrjournal.store import changes

if TYPE_CHECKING:
    from hrjournal.cli.context import AppContext
    from hrjournal.store.changes import UndoResult

MOST_NAMED: Final = 5  # records that are named one by one
TAKEN_BACK: Final = {  # changes whose own name says too little
    "again": "the use that you wrote again",
    "agreed": "the last change of what you agreed on",
    "answer": "your last answer",
    "alias": "the last change of other names",
    "appointment": "the last change of your sessions",
    "balance": "your last look at two sides",
    "config": "the last change of what you chose",
    "contact": "the last change of your contacts",
    "copies": "the last merge of another copy of your journal",
    "coping": "the last change of your own words for coping",
    "goal": "the last change of your goals",
    "hide": "the last change of what is out of sight",
    "good": "the last good thing",
    "letter": "your last letter",
    "naloxone": "the last change about your naloxone",
    "prescribed": "the last change of what is prescribed to you",
    "rating": "the last rating of your goals",
    "reason": "your last reason",
    "root": "the last change of what may lie underneath",
    "ruler": "your last ruler",
    "screen": "the last screen that you kept",
    "serving": "the last change of your own servings",
    "start": "the last change of a start",
    "talk": "the last change of what to talk about",
    "total": "the last change of how you write something down",
    "value": "your last list of what matters",
}


def undo_last_change(app: AppContext, options: CommandOptions) -> None:
    """Takes back the last change and says what is gone and what is back."""
    with app.open_journal(write=True) as journal:
        before = journal.substances()
        undone = changes.undo(journal, app.instant)
        journal.forget_preferences()
        if undone is None:
            app.print_lines("There is nothing to take back.")
            return
        app.print_lines(f"Taken back: {TAKEN_BACK.get(undone.verb, f'the last {undone.verb}')}.")
        words = RecordWords(
            before | journal.substances(),
            app.units(journal),
            app.today(journal),
            journal.day_start,
        )
        app.print_lines(*_told(words, undone))
        report_recomputed_wins(app, journal, (*undone.gone, *undone.back))


def _told(words: RecordWords, undone: UndoResult) -> list[str]:
    """What is gone, and what is back: of a record that was changed, how it is again."""
    before = {entry.id: entry for entry in undone.gone}
    again = {entry.id for entry in undone.back}
    gone = [entry for entry in undone.gone if entry.id not in again]
    lines = []
    for sign, entries in (("Gone", gone), ("Back", undone.back)):
        lines += [
            f"{sign}: #{entry.id} {words.tell(entry, before.get(entry.id))}"
            for entry in entries[:MOST_NAMED]
        ]
        if len(entries) > MOST_NAMED:
            lines.append(f"{sign}: and {len(entries) - MOST_NAMED} more records.")
    return lines
