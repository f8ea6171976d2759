"""The short way: a plain line of a command that starts light, understood without loading Typer.

It takes only what it is sure of, exactly as Typer would (a test holds the two together), and
leaves every other line to Typer: help, mistakes, questions, and all other commands.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hrjournal.cli.fast.table import FAST_COMMANDS, OutputOptions
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hrjournal.cli.context import AppContext
    from hrjournal.cli.fast.table import CommandSpec

BARE = "today"  # what a line without a command asks for


class Invocation(NamedTuple):
    """A line that was understood: what does it, in which session, and what was asked."""

    handler: Callable[[AppContext, Any], None]
    app: AppContext
    options: Any


class _FallBackError(Exception):
    """This line is one for Typer."""


def parse(argv: Sequence[str]) -> Invocation | None:
    """What a plain line asks for; None when the line is anything else."""
    rest = iter(argv)
    try:
        command, place, plain = _parse_global_options(rest)
        line = FAST_COMMANDS[command]
        given = _parse_arguments(line, rest)
    except _FallBackError:
        return None
    from hrjournal.cli.context import AppContext

    module, _, name = line.handler.partition(":")
    room = import_module(module)
    asked = getattr(room, line.options_class) if line.options_class else OutputOptions
    return Invocation(getattr(room, name), AppContext(place, plain=plain), asked(**given))


def _parse_global_options(rest: Iterator[str]) -> tuple[str, Path | None, bool]:
    """The command, and what stands before it: another place, and the plain way of showing."""
    place, plain = None, False
    for word in rest:
        if word in FAST_COMMANDS:
            return word, place, plain
        if word == "--db":
            place = Path(_value(rest))
        elif word == "--plain":
            plain = True
        else:
            raise _FallBackError
    return BARE, place, plain


def _parse_arguments(line: CommandSpec, rest: Iterator[str]) -> dict[str, Any]:
    """What stands behind the command, by the fields that it fills."""
    given: dict[str, Any] = {}
    for word in rest:
        name, equals, value = word.partition("=")
        if not word.startswith("-"):
            _append(given, line.positional, word)
        elif name in line.flags and not equals:
            given[line.flags[name]] = True
        else:
            _set_option(given, line, name, value if equals else _value(rest))
    if line.required and line.positional not in given:
        raise _FallBackError
    return given


def _set_option(given: dict[str, Any], line: CommandSpec, name: str, value: str) -> None:
    if name not in line.options:
        _append(given, line.repeatable.get(name, ""), value)
        return
    field, read = line.options[name]
    given[field] = read(value)
    if given[field] is None:
        raise _FallBackError


def _append(given: dict[str, Any], field: str, value: str) -> None:
    if not field:
        raise _FallBackError
    given[field] = (*given.get(field, ()), value)


def _value(rest: Iterator[str]) -> str:
    for word in rest:
        return word
    raise _FallBackError
