"""The program as the command-line library sees it: its commands, its own options, its help."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer
from typer.core import TyperGroup, TyperOption
from typer.main import get_command

from hrjournal.cli.commands import COMMANDS
from hrjournal.cli.context import AppContext, app_context
from hrjournal.cli.errors import INTERRUPTED
from hrjournal.errors import HrjournalError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


NAMES: Final = "Own words as they are, also in the discreet view."


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
        program = found if isinstance(found, typer.Typer) else as_app(cmd_name, found)
        return _with_names(get_command(program))


def _with_names(command: Any) -> Any:
    """The command, with `--names` wherever it shows a page."""
    for inner in getattr(command, "commands", {}).values():
        _with_names(inner)
    written = {word for param in command.params for word in (*param.opts, *param.secondary_opts)}
    if "--json" in written and "--names" not in written:
        names = TyperOption(
            param_decls=["show_names", "--names"],
            is_flag=True,
            expose_value=False,
            callback=_show_names,
            help=NAMES,
        )
        command.params.append(names)
    return command


def _show_names(ctx: Any, _param: Any, value: Any) -> None:
    if value:
        ctx.ensure_object(AppContext).names = True


def as_app(name: str, function: Callable[..., None]) -> typer.Typer:
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


class CommandGroup(LazyGroup):
    """The commands of the program."""

    table = COMMANDS

    def invoke(self, ctx: Any) -> Any:
        """Does what was asked; what went wrong is said as the person's view shows it."""
        try:
            return super().invoke(ctx)
        except HrjournalError:
            with app_context(ctx).seen_errors():
                raise


app = typer.Typer(
    cls=CommandGroup,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def hrjournal(
    ctx: typer.Context,
    db: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A journal at another place.")
    ] = None,
    plain: Annotated[bool, typer.Option("--plain", help="Everything in plain lines.")] = False,
    names: Annotated[bool, typer.Option("--names", help=NAMES)] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Shows the details when something unforeseen comes up.")
    ] = False,
    version: Annotated[bool, typer.Option("--version", help="Which version this is.")] = False,
) -> None:
    """A private journal for harm reduction: write a day, look back, see small wins.

    It lies on this machine alone and asks for nothing. Without a command, it shows today.
    """
    if version:
        from importlib.metadata import version as installed

        typer.echo(f"hrjournal {installed('hrjournal')}")
        raise typer.Exit
    if ctx.find_object(AppContext) is None:
        ctx.obj = AppContext(file=db, plain=plain, names=names)
    if ctx.invoked_subcommand is None:
        from hrjournal.cli.days.command import today

        today(ctx)
