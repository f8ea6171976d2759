"""Asking at a terminal, one thing at a time; Enter skips. Private words stay out of the shell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from hrjournal.cli import arguments
from hrjournal.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrjournal.cli.context import AppContext


def prompt(app: AppContext, question: str, read: Callable[[str], Any] = str) -> Any:
    """The answer to a question as `read` understands it, or None when it was skipped.

    An answer that cannot be read is asked again, with what to write.
    """
    while True:
        answer = str(
            typer.prompt(
                question,
                default="",
                show_default=False,
                prompt_suffix=" " if "?" in question else ": ",
            )
        ).strip()
        if not answer:
            return None
        try:
            return read(answer)
        except UsageError as error:
            app.print_lines(str(error))


def rating(text: str) -> int:
    """A number from 0 to 10."""
    if not (text.isascii() and text.isdigit() and int(text) <= 10):
        raise UsageError("A number from 0 to 10, please. Enter skips.")
    return int(text)


def word_list(what: str) -> Callable[[str], tuple[str, ...]]:
    """Reads several words, parted by commas."""
    return lambda text: arguments.parse_words([text], what)


def ask_use(
    app: AppContext, at: str | None, fields: dict[str, Any]
) -> tuple[tuple[str, ...], str | None, dict[str, Any]]:
    """Asks for one use. Without a substance, what was asked is kept as a check-in."""
    app.print_lines("One thing at a time. Enter skips.")
    with app.open_journal() as journal:
        tracked = [one.name for one in journal.substances().values()]
    hint = f" ({', '.join(tracked[:6])})" if tracked else " (such as alcohol)"
    what = prompt(app, f"What was it?{hint}")
    amount: str | None = None
    if what:
        amount = prompt(app, "How much? (2, 2.5, ~3, 2-4, 500ml 5%, or ? if not known)")
        at = at or _ask_time(app)
    asked = {
        "mood": prompt(app, "Mood, 0 (very low) to 10 (very good)?", rating),
        "triggers": prompt(
            app, "What was going on before? (words, parted by commas)", word_list("trigger")
        ),
        "steps": prompt(app, "Any safer step? (such as ate, water, not-alone)", word_list("step")),
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


def ask_note(app: AppContext, given: str | None) -> str | None:
    """A longer note, line by line; an empty line ends it."""
    if not app.is_interactive:
        return given
    app.print_lines("Write as much as you like. An empty line ends it.")
    lines = [] if given is None else [given]
    while line := str(typer.prompt("", default="", show_default=False, prompt_suffix="> ")):
        lines.append(line)
    return "\n".join(lines) or None
