"""Asking at a terminal, one thing at a time; Enter skips. Private words stay out of the shell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from hrjournal.cli import arguments
from hrjournal.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrjournal.cli.context import Session


def ask(session: Session, question: str, read: Callable[[str], Any] = str) -> Any:
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
            session.say(str(error))


def scale(text: str) -> int:
    """A number from 0 to 10."""
    if not (text.isascii() and text.isdigit() and int(text) <= 10):
        raise UsageError("A number from 0 to 10, please. Enter skips.")
    return int(text)


def words(what: str) -> Callable[[str], tuple[str, ...]]:
    """Reads several words, parted by commas."""
    return lambda text: arguments.own_words([text], what)


def ask_use(
    session: Session, at: str | None, fields: dict[str, Any]
) -> tuple[tuple[str, ...], str | None, dict[str, Any]]:
    """Asks for one use. Without a substance, what was asked is kept as a check-in."""
    session.say("One thing at a time. Enter skips.")
    with session.open() as journal:
        tracked = [one.name for one in journal.substances().values()]
    hint = f" ({', '.join(tracked[:6])})" if tracked else " (such as alcohol)"
    what = ask(session, f"What was it?{hint}")
    amount: str | None = None
    if what:
        amount = ask(session, "How much? (2, 2.5, ~3, 2-4, 500ml 5%, or ? if not known)")
        at = at or _ask_time(session)
    asked = {
        "mood": ask(session, "Mood, 0 (very low) to 10 (very good)?", scale),
        "triggers": ask(
            session, "What was going on before? (words, parted by commas)", words("trigger")
        ),
        "steps": ask(session, "Any safer step? (such as ate, water, not-alone)", words("step")),
        "note": ask(session, "A note?"),
    }
    answered = {
        name: answer
        for name, answer in asked.items()
        if answer is not None and fields[name] in {None, ()}
    }
    return ((what, *(amount or "?").split()) if what else ()), at, fields | answered


def _ask_time(session: Session) -> str | None:
    with session.open() as journal:

        def understood(text: str) -> str:
            arguments.moment(session, journal, text)
            return text

        answer: str | None = ask(
            session, "When? (22:30, yesterday 22:30, 2 hours ago; Enter is now)", understood
        )
    return answer


def ask_note(session: Session, given: str | None) -> str | None:
    """A longer note, line by line; an empty line ends it."""
    if not session.asking:
        return given
    session.say("Write as much as you like. An empty line ends it.")
    lines = [] if given is None else [given]
    while line := str(typer.prompt("", default="", show_default=False, prompt_suffix="> ")):
        lines.append(line)
    return "\n".join(lines) or None
