"""Asking for one use at a terminal, one thing at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hrjournal.cli import arguments
from hrjournal.cli.prompts import prompt, rating
from hrjournal.sanitize import joined_own

if TYPE_CHECKING:
    from hrjournal.cli.context import AppContext


def ask_use(
    app: AppContext, at: str | None, fields: dict[str, Any]
) -> tuple[tuple[str, ...], str | None, dict[str, Any]]:
    """Asks for one use. Without a substance, what was asked is kept as a check-in."""
    app.print_lines("One thing at a time. Enter skips.")
    with app.open_journal() as journal:
        tracked = [one.name for one in journal.substances().values() if not one.hidden]
    hint = f" ({joined_own(tracked[:6])})" if tracked else " (such as alcohol)"
    what = prompt(app, f"What was it?{hint}")
    amount: str | None = None
    if what:
        amount = prompt(app, "How much? (2, 2.5, ~3, 2-4, 500ml 5%, or ? if not known)")
        at = at or _ask_time(app)
    asked = {
        "mood": prompt(app, "Mood, 0 (very low) to 10 (very good)?", rating),
        "triggers": prompt(
            app,
            "What was going on before? (a few words, with commas between)",
            arguments.word_list("trigger"),
        ),
        "steps": prompt(
            app, "Any safer step? (such as ate, water, not-alone)", arguments.word_list("step")
        ),
        "note": prompt(app, "A note?"),
    }
    answered = {
        name: answer
        for name, answer in asked.items()
        if answer is not None and fields[name] in {None, ()}
    }
    return ((what, *(amount or "?").split()) if what else ()), at, fields | answered


def _ask_time(app: AppContext) -> str | None:
    with app.open_journal() as journal:

        def understood(text: str) -> str:
            arguments.parse_at(app, journal, text)
            return text

        answer: str | None = prompt(
            app, "When? (22:30, yesterday 22:30, 2 hours ago; Enter is now)", understood
        )
    return answer
