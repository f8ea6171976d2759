"""Commands that are imported when they are called."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from hrjournal.cli.errors import INTERRUPTED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class LazyGroup(TyperGroup):
    """A group whose commands are named by `COMMANDS` and imported one at a time."""

    table: Mapping[str, str] = {}

    def list_commands(self, ctx: Any) -> list[str]:
        """The names, in the order of the table."""
        return list(self.table)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command behind a name, or None."""
        target = self.table.get(cmd_name)
        if target is None:
            return None
        module, _, name = target.partition(":")
        found = getattr(import_module(module), name)
        if isinstance(found, typer.Typer):
            return get_command(found)
        return get_command(single(cmd_name, found))


def single(name: str, function: Callable[..., None]) -> typer.Typer:
    """A program of one command."""
    program = typer.Typer(add_completion=False, rich_markup_mode=None)
    program.command(name)(function)
    return program


def run(program: typer.Typer, session: object = None) -> object:
    """Runs the program on the words of the command line."""
    code: object = program(standalone_mode=False, prog_name="hrjournal", obj=session)
    if code == INTERRUPTED:  # Typer swallows Ctrl-C and leaves this number in its place
        raise KeyboardInterrupt
    return code
