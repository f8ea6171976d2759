"""The fast path: a plain line of a command that starts light, understood without loading Typer.

It takes only what it is sure of, exactly as Typer would (a test holds the two together), and
leaves every other line to Typer: help, mistakes, questions, and all other commands.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from hrjournal.cli.fast.table import NAMES, converter, load
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from hrjournal.cli.context import AppContext
    from hrjournal.cli.fast.table import CommandSpec

BARE: Final = "today"  # what a line without a command asks for


class Invocation(NamedTuple):
    """A line that was understood: what handles it, in which run, and with which options."""

    handler: Callable[[AppContext, Any], None]
    app: AppContext
    options: Any


class _FallBackError(Exception):
    """This line is one for Typer."""


def parse(
    argv: Sequence[str], commands: Mapping[str, CommandSpec] | None = None
) -> Invocation | None:
    """What a plain line asks for; None when the line is anything else.

    `commands` are those of the table unless others are given.
    """
    rest = iter(argv)
    known = load() if commands is None else commands
    try:
        command, run = _parse_global_options(rest, known)
        spec = known[command]
        options = _parse_arguments(spec, rest)
    except (_FallBackError, KeyError):
        return None
    from hrjournal.cli.context import AppContext

    run["names"] = options.pop(NAMES, False) or run["names"]
    options_class = _member(spec.options_class)
    return Invocation(_member(spec.handler), AppContext(**run), options_class(**options))


def _parse_global_options(
    rest: Iterator[str], known: Mapping[str, CommandSpec]
) -> tuple[str, dict[str, Any]]:
    """The command, and what stands before it: another place, and ways of showing."""
    run: dict[str, Any] = {"file": None, "plain": False, "names": False}
    for word in rest:
        if word in known:
            return word, run
        if word == "--db":
            run["file"] = Path(_value(rest))
        elif word in {"--plain", NAMES}:
            run[word.removeprefix("--")] = True
        else:
            raise _FallBackError
    return BARE, run


def _parse_arguments(spec: CommandSpec, rest: Iterator[str]) -> dict[str, Any]:
    """What stands behind the command, by the fields that it fills."""
    options: dict[str, Any] = {}
    for word in rest:
        name, equals, value = word.partition("=") if word.startswith("--") else (word, "", "")
        if not word.startswith("-"):
            _append(options, spec.positional, word)
        elif name in spec.flags and not equals:
            options[spec.flags[name]] = True
        else:
            _set_option(options, spec, name, value if equals else _value(rest))
    if spec.required and spec.positional not in options:
        raise _FallBackError
    return options


def _set_option(options: dict[str, Any], spec: CommandSpec, name: str, value: str) -> None:
    if name not in spec.options:
        _append(options, spec.repeatable.get(name, ""), value)
        return
    field, *kind = spec.options[name]
    options[field] = converter(*kind)(value)
    if options[field] is None:
        raise _FallBackError


def _append(options: dict[str, Any], field: str, value: str) -> None:
    if not field:
        raise _FallBackError
    options[field] = (*options.get(field, ()), value)


def _value(rest: Iterator[str]) -> str:
    for word in rest:
        return word
    raise _FallBackError


def _member(where: str) -> Any:
    """What stands at module:name."""
    module, _, name = where.partition(":")
    return getattr(import_module(module), name)
