"""Commands and groups of them as the command-line library knows them, with help to read."""

from __future__ import annotations

import inspect
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption
from typer.main import get_command

from hrjournal.cli.context import AppContext
from hrjournal.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

ITSELF: Final = " "  # the name of what a group does when its first word names no command of it
EXAMPLES: Final = "\n\nExamples:\n"  # in a docstring: what follows is shown line by line
NAMES: Final = "Own words as they are, also in the discreet view."


def told(command: Any) -> tuple[str, list[str]]:
    """What a command is for, and examples of it."""
    text, _, examples = inspect.cleandoc(command.help or "").partition(EXAMPLES)
    return text, [line.strip() for line in examples.splitlines()]


def in_a_line(command: Any) -> str:
    """What a command is for, in one line."""
    text, _ = told(itself(command))
    return text.partition("\n")[0]


def itself(command: Any) -> Any:
    """The command that a group is by itself; a command that is no group is its own."""
    return getattr(command, "commands", {}).get(ITSELF, command)


class HelpLayout:
    """Lays out the help of a command: how it is written, what for, examples, options."""

    def collect_usage_pieces(self: Any, ctx: Any) -> list[str]:
        """What may stand behind the name."""
        arguments = [one for one in self.params if one.param_type_name == "argument"]
        pieces = [
            name if one.required or name.startswith("[") else f"[{name}]"
            for one in arguments
            if not one.hidden
            for name in [_metavar(ctx, one)]
        ]
        return ["[OPTIONS]", *pieces]

    def format_usage(self: Any, ctx: Any, formatter: Any) -> None:
        """How it is written."""
        path, own = " ".join(ctx.command_path.split()), itself(self)
        if own is not self:
            formatter.write_usage(path, " ".join(own.collect_usage_pieces(ctx)))
        pieces = " ".join(self.collect_usage_pieces(ctx))
        if commands := self.subcommand_metavar if hasattr(self, "commands") else "":
            pieces = commands if own is not self else f"{pieces} {commands}"
        formatter.write_usage(path, pieces, prefix="   or: " if own is not self else None)

    def format_help_text(self: Any, ctx: Any, formatter: Any) -> None:
        """What it is for, and examples."""
        text, examples = told(itself(self))
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(text)
        if examples:
            with formatter.section("Examples"):
                formatter.write("".join(f"  {line}\n" for line in examples))

    def format_options(self: Any, ctx: Any, formatter: Any) -> None:
        """What can be said more, and the commands of a group."""
        self.format_params(ctx, formatter)
        if hasattr(self, "commands"):
            self.format_commands(ctx, formatter)

    def format_params(self: Any, ctx: Any, formatter: Any) -> None:
        """What can be said more."""
        params = [param for param in itself(self).get_params(ctx) if not param.hidden]
        for title in ("Arguments", "Options"):
            kind = title.lower().removesuffix("s")
            rows = [_row(ctx, param) for param in params if param.param_type_name == kind]
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)


def _row(ctx: Any, param: Any) -> tuple[str, str]:
    metavar, said = _metavar(ctx, param), param.help or ""
    if choices := getattr(param.type, "choices", ()):
        said = f"{said.removesuffix('.')}: {', '.join(map(str, choices))}."
    if param.param_type_name == "argument":
        return metavar, said
    written = ", ".join(sorted(param.opts, key=len))
    written += "".join(f" / {one}" for one in param.secondary_opts)
    return written if param.is_flag else f"{written} {metavar}", said


def _metavar(ctx: Any, param: Any) -> str:
    """What stands for a value; choices are told beside it."""
    if getattr(param.type, "choices", ()) and not param.metavar:
        return "WORD"
    return str(param.make_metavar(ctx=ctx))


class JournalCommand(HelpLayout, TyperCommand):
    """One command."""


class CommandGroup(HelpLayout, TyperGroup):
    """Several commands under one name; it may be a command by itself too (`ITSELF`)."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names, in the order in which they were written down."""
        return [name for name in super().list_commands(ctx) if name != ITSELF]

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Leaves words that name no command of this group to what it does by itself."""
        own = ITSELF in self.commands
        known = {*self.commands, *ctx.help_option_names}
        if own and (not args or args[0] not in known):
            args = [ITSELF, *args]
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that the first word names; for any other word, what may be meant."""
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            raise UsageError(self.unknown(ctx, args))
        return super().resolve_command(ctx, args)

    def unknown(self, ctx: Any, words: list[str]) -> str:
        """What to say when the first of these words is no command."""
        from hrjournal.cli.did_you_mean import unknown_inner

        return unknown_inner(ctx.command_path, words, self.list_commands(ctx))

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The commands, each with a line."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.lines(ctx, self.list_commands(ctx))))

    def lines(self, ctx: Any, names: list[str]) -> Iterator[tuple[str, str]]:
        """Each of these commands, and what it is for."""
        for name in names:
            yield name, in_a_line(self.get_command(ctx, name))


class Commands(typer.Typer):
    """A program of several commands that share a name."""

    def __init__(self, **given: Any) -> None:
        kind = given.pop("cls", CommandGroup)
        super().__init__(cls=kind, add_completion=False, rich_markup_mode=None, **given)

    def command(self, name: str | None = None, **given: Any) -> Callable[..., Any]:
        """Adds a function as a command."""
        return super().command(name, cls=JournalCommand, **given)


class LazyGroup(CommandGroup):
    """A group whose commands are named by a table and imported one at a time."""

    table: Mapping[str, str] = {}

    def list_commands(self, ctx: Any) -> list[str]:
        """The names, in the order of the table."""
        return list(self.table)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command behind a name, or None."""
        target = self.table.get(cmd_name)
        return None if target is None else _imported(cmd_name, target)


@cache
def _imported(name: str, target: str) -> Any:
    """The command of this name, imported from where it stands and built once."""
    module, _, attribute = target.partition(":")
    found = getattr(import_module(module), attribute)
    program = found if isinstance(found, typer.Typer) else as_app(name, found)
    return _with_names(get_command(program))


def as_app(name: str, function: Callable[..., None]) -> typer.Typer:
    """A program of one command."""
    program = Commands()
    program.command(name)(function)
    return program


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
