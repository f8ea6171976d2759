"""Makes the table of the commands that start light from their Typer signatures."""

from __future__ import annotations

import inspect
import json
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from typer.main import get_command

from hrjournal.cli.app import app
from hrjournal.cli.commands import COMMANDS, LIGHT_HANDLERS
from hrjournal.cli.fast.table import FILE, NAMES
from hrjournal.domain.words.quantities import TOP, read_rating

if TYPE_CHECKING:
    from hrjournal.cli.command_options import CommandOptions

LARGEST: Final = 10**9  # of a number without a limit of its own, as far as plain lines go


def table_files() -> dict[str, str]:
    """The table as a file: for each command what `hrjournal.cli.fast.table.CommandSpec` holds."""
    specs = {name: spec(name, handler) for name, handler in LIGHT_HANDLERS.items()}
    return {FILE: json.dumps(specs, separators=(",", ":"))}


def spec(name: str, handler: str) -> dict[str, Any]:
    """What may stand behind one command, read off its Typer signature.

    What fills no field of the options is left out, so that a line with it goes to Typer.

    Raises:
        ValueError: when it takes words or values that the fast parser does not know how to read.
    """
    group: Any = get_command(app)
    options_class = _options_class(handler)
    fields = set(options_class.names())
    every = group.get_command(None, name).params
    params = [param for param in every if param.name in fields]
    options = [param for param in params if param.param_type_name == "option"]
    words = [param for param in params if param.param_type_name == "argument"]
    if any(word.nargs != -1 for word in words) or len(words) > 1:
        raise ValueError(f"{COMMANDS[name]} takes words that Typer alone can part.")
    flags = [param for param in options if param.is_flag]
    repeatable = [param for param in options if param.multiple]
    single = [param for param in options if not (param.is_flag or param.multiple)]
    return {
        "handler": handler,
        "options_class": f"{options_class.__module__}:{options_class.__name__}",
        "positional": words[0].name if words else "",
        "required": bool(words and words[0].required),
        "flags": {written: param.name for param in flags for written in param.opts}
        | ({NAMES: NAMES} if any(NAMES in param.opts for param in every) else {}),
        "options": {
            written: (param.name, *_converter(param.type))
            for param in single
            for written in param.opts
        },
        "repeatable": {written: param.name for param in repeatable for written in param.opts},
    }


def _converter(kind: Any) -> tuple[Any, ...]:
    """How a value is read: the arguments of `hrjournal.cli.fast.table.converter`."""
    if (reader := getattr(kind, "func", None)) is read_rating:
        return "int", 0, TOP
    if reader is not None:
        return "read", f"{reader.__module__}:{reader.__name__}"
    if choices := getattr(kind, "choices", None):
        return "choice", *map(str, choices)
    if kind.name.startswith("int"):
        most = getattr(kind, "max", None)
        return "int", getattr(kind, "min", 0), LARGEST if most is None else most
    known = {"path": "path", "file": "path", "str": "text", "text": "text"}  # by any release
    if kind.name not in known:
        raise ValueError(f"The fast parser cannot read a value of the kind {kind.name}.")
    return (known[kind.name],)


def _options_class(handler: str) -> type[CommandOptions]:
    """The class of the options that a handler takes."""
    where, _, name = handler.partition(":")
    module = import_module(where)
    _, options = inspect.signature(getattr(module, name)).parameters.values()
    found: type[CommandOptions] = getattr(module, options.annotation)
    return found
