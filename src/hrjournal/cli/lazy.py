"""Commands that are imported when they are called, and calm words when one cannot go on."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

import typer
from typer.core import TyperGroup
from typer.main import get_command

from hrjournal.errors import HrjournalError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

INTERRUPTED: Final = 130


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


def run(program: typer.Typer) -> int:
    """Runs the program on the words of the command line; gives the exit code."""
    try:
        code = program(standalone_mode=False, prog_name="hrjournal")
        sys.stdout.flush()
    except HrjournalError as error:
        return _say(str(error), error.exit_code)
    except (KeyboardInterrupt, EOFError, typer.Abort):
        return _say("\nStopped here. Nothing more was saved.", INTERRUPTED)
    except BrokenPipeError:
        _let_go_of_output()
        return 1
    except Exception as error:  # noqa: BLE001 - a person is told calmly, whatever it is
        return _unforeseen(error)
    return code if isinstance(code, int) else 0


def _unforeseen(error: Exception) -> int:
    # Every error that Typer itself raises knows its sentence and its exit code.
    if hasattr(error, "format_message"):
        from hrjournal.wording import harmless

        words = harmless(str(error.format_message())).strip()
        return _say(f"{words}\nFor help: hrjournal --help", getattr(error, "exit_code", 2))
    if "--debug" in sys.argv:
        raise error
    if isinstance(error, OSError):
        return _say("Reading or writing did not work there. Check the place and the disk.", 1)
    return _say(
        "Something unforeseen came up, and the command stopped. What was saved stays saved. "
        "To see what it was: run it again with hrjournal --debug in front.",
        1,
    )


def _say(sentence: str, code: int) -> int:
    sys.stderr.write(sentence + "\n")
    return code


def _let_go_of_output() -> None:
    """The reader of a pipe has gone; what is left unsaid is no error."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
