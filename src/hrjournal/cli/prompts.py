"""Asking at a terminal, one thing at a time, and bars for what takes a while.

Enter skips a question. What is asked for here stays out of the history of the shell.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import typer

from hrjournal.domain.words import quantities
from hrjournal.errors import StoppedError, UsageError
from hrjournal.sanitize import own, sanitize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from hrjournal.cli.context import AppContext


def prompt(app: AppContext, question: str, read: Callable[[str], Any] = str) -> Any:
    """The answer to a question as `read` understands it, or None when it was skipped.

    An answer that cannot be read is asked again, with what to write.
    """
    shown = sanitize(app.seen_text(question))
    while True:
        answer = str(
            typer.prompt(
                shown,
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
            app.print_lines(error.marked)


@contextmanager
def told_if_stopped(sentence: Callable[[], str]) -> Iterator[None]:
    """Says what became of the answers when the person stops within the block."""
    try:
        yield
    except (KeyboardInterrupt, EOFError, typer.Abort):
        raise StoppedError(f"\n{sentence()}") from None


def rating(text: str) -> int:
    """A number from 0 to 10."""
    found = quantities.rating(text.casefold())
    if found is None:
        raise UsageError("A number from 0 to 10, please. Enter skips.")
    return found


def ask_note(app: AppContext, given: str | None) -> str | None:
    """A longer note, line by line; an empty line ends it."""
    if not app.is_interactive:
        return given
    app.print_lines("Write as much as you like. An empty line ends it.")
    lines = [] if given is None else [given]
    while line := str(typer.prompt("", default="", show_default=False, prompt_suffix="> ")):
        lines.append(line)
    return "\n".join(lines) or None


def offer(app: AppContext, question: str, offered: Sequence[str], hint: str) -> str | None:
    """One of the words offered, by its number; None for anything else."""
    app.print_lines(question)
    for number, word in enumerate(offered, 1):
        app.print_lines(f"  {number}  {own(word)}")
    answer = str(typer.prompt(hint, default="", show_default=False))
    if answer.isascii() and answer.isdigit() and 0 < int(answer) <= len(offered):
        return offered[int(answer) - 1]
    return None


def choose_line(app: AppContext, sentence: str, lines: Sequence[str]) -> str | None:
    """One of the lines offered by its number, a line written anew, or None to stop."""
    app.print_lines(sentence)
    for number, line in enumerate(lines, 1):
        app.print_lines(f"  {number}  {own(line)}")
    hint = "A number, or other words; Enter stops" if lines else "Other words, or Enter to stop"
    answer = str(typer.prompt(hint, default="", show_default=False)).strip()
    if answer.isascii() and answer.isdigit() and 0 < int(answer) <= len(lines):
        return lines[int(answer) - 1]
    return answer or None


def confirm(question: str, *, default: bool = False) -> bool:
    """Whether the answer to a question is yes."""
    return bool(typer.confirm(question, default=default))


@contextmanager
def progress(items: Iterable[Any], label: str) -> Iterator[Iterable[Any]]:
    """The items, with a bar on a terminal."""
    if not sys.stderr.isatty():
        yield items
        return
    length = len(items) if isinstance(items, list | tuple) else None
    with typer.progressbar(items, length=length, label=label, file=sys.stderr) as bar:
        yield bar


def walk(label: str) -> Callable[[Any], Iterator[Any]]:
    """Goes through items one by one, with a bar on a terminal."""

    def walked(items: Iterable[Any]) -> Iterator[Any]:
        with progress(items, label) as bar:
            yield from bar

    return walked
