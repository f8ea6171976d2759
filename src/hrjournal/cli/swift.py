"""The short way for the command used most: a plain `log`, understood without loading Typer.

It takes only what it is sure of, exactly as Typer would (a test holds the two together), and
leaves every other line to Typer: help, mistakes, questions, and all other commands.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from hrjournal.cli.session import Session
from hrjournal.cli.use import Said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ONE: Final = {"--at", "--route", "--with", "--spend", "--note"}
SCALES: Final = {"--mood", "--urge"}
SEVERAL: Final = {"--trigger", "--step", "--coping"}
FLAGS: Final = {"--planned", "--new"}


class _UnsureError(Exception):
    """This line is one for Typer."""


def log_of(argv: Sequence[str]) -> tuple[Session, Said] | None:
    """The session and the words of a plain `log`; None when the line is anything else."""
    rest = iter(argv)
    try:
        session = _session(rest)
        given = _given(rest)
    except _UnsureError:
        return None
    return (session, Said(**given)) if given.get("words") else None


def _session(rest: Iterator[str]) -> Session:
    """What stands before the command."""
    session = Session()
    for word in rest:
        if word == "log":
            return session
        if word != "--db":
            break
        session.file = Path(_value(rest))
    raise _UnsureError


def _given(rest: Iterator[str]) -> dict[str, Any]:
    given: dict[str, Any] = {"words": ()}
    for word in rest:
        name, equals, value = word.partition("=")
        if not word.startswith("-"):
            given["words"] += (word,)
        elif name in FLAGS and not equals:
            given[name[2:]] = True
        elif name in ONE | SCALES | SEVERAL:
            _put(given, name, value if equals else _value(rest))
        else:
            raise _UnsureError
    return given


def _put(given: dict[str, Any], name: str, value: str) -> None:
    key = "with_" if name == "--with" else name[2:]
    if name in SEVERAL:
        given[key] = (*given.get(key, ()), value)
    elif name in ONE:
        given[key] = value
    elif value.isascii() and value.isdigit() and int(value) <= 10:
        given[key] = int(value)
    else:
        raise _UnsureError


def _value(rest: Iterator[str]) -> str:
    for word in rest:
        return word
    raise _UnsureError
