"""Asking for one use at a terminal: what it was, how much, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.cli import arguments
from hrjournal.cli.entries.understand import Reader
from hrjournal.cli.prompts import prompt, told_if_stopped
from hrjournal.named import NamedTuple
from hrjournal.sanitize import joined_own, own

if TYPE_CHECKING:
    from hrjournal.cli.context import AppContext
    from hrjournal.store import Journal


class AskedUse(NamedTuple):
    """What was answered; no words where the first question was skipped."""

    words: tuple[str, ...] = ()
    at: str | None = None
    new: bool = False


def ask_use(app: AppContext, at: str | None) -> AskedUse:
    """Asks for one use; the name is looked at first, so that no answer behind it is in vain."""
    app.print_lines("Three short questions. Enter skips.")
    answered: list[str] = []
    with (
        told_if_stopped(lambda: app.seen_text(_not_saved(answered))),
        app.open_journal() as journal,
    ):
        reader = Reader(app, journal)
        what = prompt(app, f"What was it?{_hint(journal)}")
        if not what:
            return AskedUse(at=at)
        line, new = reader.cleared(what.split())
        answered.append(line)
        if not reader.counts(line):
            answered.append(_how_much(app, reader, line, new=new))
        said = reader.read(" ".join(answered), new=new)
        if at is None and not any(use.moment for use in said.uses):
            at = _ask_time(app, journal)
        return AskedUse(tuple(" ".join(answered).split()), at, new)


def _hint(journal: Journal) -> str:
    tracked = [one.name for one in journal.substances().values() if not one.hidden]
    return f" ({joined_own(tracked[:6])})" if tracked else " (such as alcohol)"


def _how_much(app: AppContext, reader: Reader, line: str, *, new: bool) -> str:
    def understood(text: str) -> str:
        reader.read(f"{line} {text}", new=new)
        return text

    question = "How much? (2, 2.5, ~3, 2-4, 500ml 5%, or ? if not known)"
    amount: str | None = prompt(app, question, understood)
    return amount or "?"


def _not_saved(answered: list[str]) -> str:
    """That nothing was saved, and how to save what was answered after all."""
    line = " ".join(answered)
    again = f" To save it after all: hrjournal log {own(line)}" if line else ""
    return f"Stopped here. Nothing was saved.{again}"


def _ask_time(app: AppContext, journal: Journal) -> str | None:
    def understood(text: str) -> str:
        arguments.parse_at(app, journal, text)
        return text

    answer: str | None = prompt(
        app, "When? (22:30, yesterday 22:30, 2 hours ago; Enter is now)", understood
    )
    return answer
