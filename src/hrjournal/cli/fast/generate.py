"""Makes the table of the commands that start light from their Typer signatures."""

from __future__ import annotations

import inspect
import json
from importlib import import_module
from typing import TYPE_CHECKING, Any

from typer.main import get_command

from hrjournal.cli.app import app
from hrjournal.cli.commands import COMMANDS, LIGHT_HANDLERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def table_text() -> str:
    """The table as JSON: for each command what `hrjournal.cli.fast.table.CommandSpec` holds."""
    specs = {name: spec(name, handler) for name, handler in LIGHT_HANDLERS.items()}
    return json.dumps(specs, separators=(",", ":"))


def spec(name: str, handler: str) -> dict[str, Any]:
    """What may stand behind one command, read off its Typer signature.

    Raises:
        ValueError: when it takes words that the fast parser does not know how to read.
    """
    command: Any = get_command(app)
    params = command.get_command(None, name).params
    options = [param for param in params if param.param_type_name == "option"]
    words = [param for param in params if param.param_type_name == "argument"]
    if any(word.nargs != -1 for word in words) or len(words) > 1:
        raise ValueError(f"{COMMANDS[name]} takes words that only Typer can part.")
    single = [param for param in options if not param.is_flag and not param.multiple]
    return {
        "handler": handler,
        "options_class": _options_class(handler),
        "positional": words[0].name if words else "",
        "required": bool(words and words[0].required),
        "flags": dict(_named(param for param in options if param.is_flag)),
        "options": {
            written: (field, *_converter(param.type))
            for param in single
            for written, field in _named([param])
        },
        "repeatable": dict(_named(param for param in options if param.multiple)),
    }


def _named(params: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """What is written on a line, and the field that it fills."""
    for param in params:
        for written in param.opts:
            if param.expose_value:
                yield written, param.name


def _converter(kind: Any) -> tuple[Any, ...]:
    """How a value is read: the arguments of `hrjournal.cli.fast.table.converter`."""
    if getattr(kind, "choices", None):
        return "choice", *map(str, kind.choices)
    if hasattr(kind, "min"):
        return "int", kind.min, 10**9 if kind.max is None else kind.max
    return ("path",) if hasattr(kind, "path_type") else ("text",)


def _options_class(handler: str) -> str:
    """The class of the options that a handler takes, as module:class."""
    module = import_module(handler.partition(":")[0])
    function = getattr(module, handler.partition(":")[2])
    name = list(inspect.signature(function).parameters.values())[1].annotation
    options_class = getattr(module, name)
    return f"{options_class.__module__}:{options_class.__name__}"
