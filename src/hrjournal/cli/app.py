"""The program as the command-line library sees it: its commands, its own options, its help."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated, Any, Final

import typer
from typer.main import get_command

from hrjournal.cli.commands import COMMANDS, FIRST, GROUPS
from hrjournal.cli.context import AppContext, app_context
from hrjournal.cli.errors import INTERRUPTED
from hrjournal.cli.groups import NAMES, Commands, LazyGroup
from hrjournal.errors import HrjournalError

ALL: Final = "--all"
MORE: Final = (
    ("hrjournal help COMMAND", "How a command works, with examples."),
    ("hrjournal help --all", "Every command and option."),
)
CODES: Final = (
    ("0", "It is done."),
    ("1", "It could not be done, and it says why."),
    ("2", "The words on the command line were not understood."),
    ("130", "You stopped it."),
)


class Program(LazyGroup):
    """The commands of the program, and the first page of help."""

    table = COMMANDS

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Notes whether help is asked for with everything in it, as help is shown at once."""
        ctx.meta[ALL] = ALL in args
        return super().parse_args(ctx, args)

    def unknown(self, ctx: Any, words: list[str]) -> str:
        """What to say when the first word is no command; it may be something to write down."""
        from hrjournal.cli.did_you_mean import unknown_command

        return unknown_command(app_context(ctx), words, COMMANDS)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """The commands by group: those that most days need, or every one and all the rest."""
        everything = ctx.meta[ALL]
        shown = {name for name in COMMANDS if everything or name in FIRST}
        width = max(map(len, shown))
        for group, commands in GROUPS.items():
            rows = self.lines(ctx, [name for name in commands if name in shown])
            if aligned := [(name.ljust(width), told) for name, told in rows]:
                with formatter.section(group):
                    formatter.write_dl(aligned)
        if everything:
            self.format_params(ctx, formatter)
        title, more = ("Exit codes", CODES) if everything else ("More", MORE)
        with formatter.section(title):
            formatter.write_dl(more)

    def invoke(self, ctx: Any) -> Any:
        """Does what was asked; what went wrong is said as the person's view shows it."""
        try:
            return super().invoke(ctx)
        except HrjournalError:
            with app_context(ctx).seen_errors():
                raise


def run(program: typer.Typer, session: object = None) -> object:
    """Runs the program on the words of the command line."""
    code: object = _built(program)(standalone_mode=False, prog_name="hrjournal", obj=session)
    if code == INTERRUPTED:  # Typer swallows Ctrl-C and leaves this number in its place
        raise KeyboardInterrupt
    return code


@cache
def _built(program: typer.Typer) -> Any:
    """The commands of a program, for as often as it is run in this process."""
    return get_command(program)


app = Commands(
    cls=Program,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def hrjournal(
    ctx: typer.Context,
    db: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Use a journal at another place.")
    ] = None,
    plain: Annotated[bool, typer.Option("--plain", help="Show everything in plain lines.")] = False,
    names: Annotated[bool, typer.Option("--names", help=NAMES)] = False,
    passphrase_fd: Annotated[
        int | None,
        typer.Option(
            min=0, metavar="NUMBER", help="Read the passphrase from this open file descriptor."
        ),
    ] = None,
    debug: Annotated[
        bool, typer.Option("--debug", help="Show the details if something goes wrong.")
    ] = False,
    version: Annotated[bool, typer.Option("--version", help="Say which version this is.")] = False,
    everything: Annotated[bool, typer.Option(ALL, help="With --help: every command.")] = False,
) -> None:
    """A private journal for harm reduction: write a day, look back, see small wins.

    It stays on this computer. Nothing is sent anywhere. Without a command, it shows today.
    """
    if version:
        from importlib.metadata import version as installed

        typer.echo(f"hrjournal {installed('hrjournal')}")
        raise typer.Exit
    said = ctx.ensure_object(AppContext)
    said.file, said.passphrase_fd = db or said.file, passphrase_fd
    said.plain, said.names = plain or said.plain, names or said.names
    if ctx.invoked_subcommand is None:
        from hrjournal.cli.days.command import today

        today(ctx)
