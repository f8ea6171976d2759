"""Asking at a terminal, one thing at a time, and bars for what takes a while.

Enter skips a question. What is asked for here stays out of the history of the shell. What was typed
in an earlier run that could not be saved (`app.typed`) is filled in where it is asked for again.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

import typer

from hrjournal.domain.words import quantities
from hrjournal.errors import StoppedError, UsageError
from hrjournal.formats import say
from hrjournal.sanitize import own, sanitize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from types import ModuleType

    from hrjournal.cli.context import AppContext


_ASKED: list[str] = []  # the question that stands there now
GLANCE = 0.2  # seconds between two looks at the line that is being typed


def prompt(
    app: AppContext,
    question: str,
    read: Callable[[str], Any] = str,
    *,
    key: str = "",
    own_words: bool = False,
) -> Any:
    """The answer to a question as `read` understands it, or None when it was skipped.

    An answer that cannot be read is asked again, with what to write. `key` tells the question from
    others that are put in the same words; `own_words` are kept when they cannot be saved.
    """
    shown = sanitize(app.seen_text(question))
    text = f"{shown} " if "?" in question else f"{shown}: "
    while True:
        answer = _told(app, text, key or question, own_words=own_words).strip()
        try:
            found = read(answer) if answer else None
        except UsageError as error:
            app.print_lines(error.marked)
            continue
        _note(app, key or question, answer, own_words=own_words)
        return found


def _told(app: AppContext, text: str, key: str, *, own_words: bool) -> str:
    """The line that is typed, or that was typed in an earlier run."""
    typed = app.typed
    if typed is None:
        return _line(text)
    earlier = typed.earlier(key)
    if earlier is not None and (earlier.whole or _editor() is None):
        app.print_lines(f"{text}{own(app.seen_text(earlier.text))}")
        return earlier.text
    typed.leave_if_ended()
    with _watched_line() as seen:
        try:
            answer = _line(text, earlier.text if earlier else "")
        except BaseException:
            _note(app, key, seen(), own_words=own_words, whole=False)
            raise
    if typed.ended is not None:  # a terminal that closes can end the line that stood there
        _note(app, key, answer, own_words=own_words, whole=False)
        typed.leave_if_ended()
    return answer


def _note(app: AppContext, key: str, text: str, *, own_words: bool, whole: bool = True) -> None:
    if app.typed is not None and (text.strip() or whole):
        from hrjournal.domain.draft import TypedAnswer

        app.typed.answers.append(TypedAnswer(key, text, own=own_words, whole=whole))


def _line(text: str, begun: str = "") -> str:
    """A line as typed, with `begun` in it to go on with.

    Raises:
        typer.Abort: when the person leaves, or the terminal has closed.
    """
    editor = _editor()
    if editor is not None:
        editor.set_startup_hook(lambda: editor.insert_text(begun))
    _ASKED.append(text)
    try:
        return input(text)
    except (KeyboardInterrupt, EOFError, SystemError):
        # Python says SystemError where Ctrl-C meets a look at the line (`_watched_line`).
        raise typer.Abort from None
    finally:
        _ASKED.clear()
        if editor is not None:
            editor.set_startup_hook(None)


@cache
def _editor() -> ModuleType | None:
    """What edits a line at a terminal; without it, a line is cut at 4,095 bytes.

    What is pasted comes as one answer, with its empty lines. Nothing is remembered.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return None
    try:
        import readline
    except ImportError:  # Windows has its own
        return None
    readline.set_auto_history(False)
    readline.set_completer(lambda _text, _state: None)  # or Tab names the files of this folder
    readline.parse_and_bind("tab: self-insert")
    return readline


@contextmanager
def _watched_line() -> Iterator[Callable[[], str]]:
    """Gives what stands in the line that is being typed, also once its terminal has closed.

    A terminal that closes takes the line along, so it is looked at now and then.
    """
    editor = _editor()
    line = ""

    def look(*_: object) -> None:
        nonlocal line
        line = editor.get_line_buffer() if editor else ""

    if editor is None:
        yield lambda: ""
        return
    import signal

    before = signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, GLANCE, GLANCE)
    try:
        yield lambda: editor.get_line_buffer() or line
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def is_asking() -> bool:
    """Whether a question stands there now."""
    return bool(_ASKED)


STOPS = (KeyboardInterrupt, EOFError, typer.Abort, StoppedError)  # the person left


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


NOTE = "note"  # the key of its lines


def ask_note(app: AppContext, given: str | None) -> str | None:
    """A longer note, line by line; an empty line ends it."""
    if not app.is_interactive:
        return given
    app.print_lines("Write as much as you like. An empty line ends it.")
    lines = [] if given is None else [given]
    while line := _told(app, "> ", NOTE, own_words=True):
        _note(app, NOTE, line, own_words=True)
        lines.append(line)
    _note(app, NOTE, "", own_words=True)
    return "\n".join(lines) or None


def offer(app: AppContext, question: str, offered: Sequence[str], hint: str) -> str | None:
    """One of the words offered, by its number; None for anything else."""
    app.print_lines(question)
    for number, word in enumerate(offered, 1):
        app.print_lines(f"  {number}  {own(word)}")
    answer = _line(f"{hint}: ")
    if answer.isascii() and answer.isdigit() and 0 < int(answer) <= len(offered):
        return offered[int(answer) - 1]
    return None


def choose_line(app: AppContext, sentence: str, lines: Sequence[str]) -> str | None:
    """One of the lines offered by its number, a line written anew, or None to stop."""
    app.print_lines(sentence)
    for number, line in enumerate(lines, 1):
        app.print_lines(f"  {number}  {own(line)}")
    hint = "A number, or other words; Enter stops" if lines else "Other words, or Enter to stop"
    answer = _line(f"{hint}: ").strip()
    if answer.isascii() and answer.isdigit() and 0 < int(answer) <= len(lines):
        return lines[int(answer) - 1]
    return answer or None


def confirm(question: str, *, default: bool = False) -> bool:
    """Whether the answer to a question is yes."""
    while True:
        answer = _line(f"{question} [{'Y/n' if default else 'y/N'}]: ").strip().lower()
        if answer in {"", "y", "yes", "n", "no"}:
            return answer.startswith("y") if answer else default
        say(["y or n, please."], sys.stdout)


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
