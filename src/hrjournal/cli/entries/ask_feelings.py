"""Asking how someone is at a terminal: the questions that they chose, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from hrjournal.cli import arguments
from hrjournal.cli.prompts import prompt, rating, told_if_stopped
from hrjournal.domain.words.quantities import read_sleep
from hrjournal.sanitize import joined_own, own

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hrjournal.cli.context import AppContext

QUESTIONS: Final[Mapping[str, tuple[str, Callable[[str], Any]]]] = {
    "mood": ("Mood, 0 (very low) to 10 (very good)?", rating),
    "urge": ("Urge to use, 0 (none) to 10?", rating),
    "sleep": ("Hours slept?", read_sleep),
    "anxiety": ("Anxiety, 0 to 10?", rating),
    "pain": ("Pain, 0 to 10?", rating),
    "triggers": (
        "What is going on? (a few words, with commas between)",
        arguments.word_list("trigger"),
    ),
    "note": ("A note?", str),
}


def ask_feelings(app: AppContext) -> dict[str, Any]:
    """The answers to the questions that the person chose; those that were skipped are left out."""
    with app.open_journal() as journal:
        asked = journal.preferences.names("checkin_questions")
    answered: dict[str, Any] = {}
    app.print_lines("One thing at a time. Enter skips.")
    with told_if_stopped(lambda: app.seen_text(_not_saved(answered))):
        for name, (question, read) in QUESTIONS.items():
            own_words = name == "note"
            known = name in asked
            answer = prompt(app, question, read, own_words=own_words) if known else None
            if answer is not None:
                answered[name] = answer
    return answered


def _not_saved(answered: Mapping[str, Any]) -> str:
    """That nothing was saved, and what the person had answered, so that it can be typed again."""
    said = ", ".join(f"{name} {_words(answer)}" for name, answer in answered.items())
    return f"Stopped here. Nothing of this check-in was saved{f': {said}' if said else ''}."


def _words(answer: object) -> str:
    if isinstance(answer, tuple):
        return joined_own(answer)
    return f"{own(answer)}" if isinstance(answer, str) else f"{answer}"
