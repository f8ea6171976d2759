"""The short way: a plain line of a command that starts light, understood without loading Typer.

It takes only what it is sure of, exactly as Typer would (a test holds the two together), and
leaves every other line to Typer: help, mistakes, questions, and all other commands.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hrjournal.cli.fast.table import LINES, Shown
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hrjournal.cli.context import Session
    from hrjournal.cli.fast.table import Line

BARE = "today"  # what a line without a command asks for


class Taken(NamedTuple):
    """A line that was understood: what does it, in which session, and what was asked."""

    does: Callable[[Session, Any], None]
    session: Session
    asked: Any


class _UnsureError(Exception):
    """This line is one for Typer."""


def taken(argv: Sequence[str]) -> Taken | None:
    """What a plain line asks for; None when the line is anything else."""
    rest = iter(argv)
    try:
        command, place, plain = _opening(rest)
        line = LINES[command]
        given = _given(line, rest)
    except _UnsureError:
        return None
    from hrjournal.cli.context import Session

    module, _, name = line.does.partition(":")
    room = import_module(module)
    asked = getattr(room, line.asked) if line.asked else Shown
    return Taken(getattr(room, name), Session(place, plain=plain), asked(**given))


def _opening(rest: Iterator[str]) -> tuple[str, Path | None, bool]:
    """The command, and what stands before it: another place, and the plain way of showing."""
    place, plain = None, False
    for word in rest:
        if word in LINES:
            return word, place, plain
        if word == "--db":
            place = Path(_value(rest))
        elif word == "--plain":
            plain = True
        else:
            raise _UnsureError
    return BARE, place, plain


def _given(line: Line, rest: Iterator[str]) -> dict[str, Any]:
    """What stands behind the command, by the fields that it fills."""
    given: dict[str, Any] = {}
    for word in rest:
        name, equals, value = word.partition("=")
        if not word.startswith("-"):
            _add(given, line.words, word)
        elif name in line.flags and not equals:
            given[line.flags[name]] = True
        else:
            _take(given, line, name, value if equals else _value(rest))
    if line.needed and line.words not in given:
        raise _UnsureError
    return given


def _take(given: dict[str, Any], line: Line, name: str, value: str) -> None:
    if name not in line.one:
        _add(given, line.several.get(name, ""), value)
        return
    field, read = line.one[name]
    given[field] = read(value)
    if given[field] is None:
        raise _UnsureError


def _add(given: dict[str, Any], field: str, value: str) -> None:
    if not field:
        raise _UnsureError
    given[field] = (*given.get(field, ()), value)


def _value(rest: Iterator[str]) -> str:
    for word in rest:
        return word
    raise _UnsureError
