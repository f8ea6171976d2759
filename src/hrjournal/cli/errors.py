"""Calm words when a command cannot go on, and the exit code that goes with them."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from hrjournal.errors import AfterSaveError, HrjournalError

if TYPE_CHECKING:
    from collections.abc import Callable

INTERRUPTED: Final = 130
STOPPED: Final = "\nStopped here. Nothing more was saved."
TYPED: Final[list[str]] = []  # a note typed at the terminal in this run: nobody else has it


def run_reporting_errors(action: Callable[[], object]) -> int:
    """Does it; gives the exit code. Words that would be lost by an error follow its sentence."""
    words: list[str] = []
    code = _reported(lambda: _noting(action, words))
    if words:
        with suppress(OSError):  # a terminal that has gone
            sys.stderr.write("".join(words))
            sys.stderr.flush()
    return code


def _noting(action: Callable[[], object], words: list[str]) -> object:
    try:
        return action()
    except Exception as error:
        words.extend(getattr(error, "__notes__", ()))
        if not isinstance(error, AfterSaveError):
            words.extend(f"\nWhat you typed:\n\n{text}\n" for text in TYPED)
        raise
    finally:
        TYPED.clear()


def _reported(action: Callable[[], object]) -> int:
    try:
        code = action()
        sys.stdout.flush()
    except AfterSaveError as error:
        _silence_stdout()
        return _say(str(error), error.exit_code)
    except HrjournalError as error:
        return _say(str(error), error.exit_code)
    except (KeyboardInterrupt, EOFError):
        return _say(STOPPED, INTERRUPTED)
    except BrokenPipeError:
        _silence_stdout()
        return 1
    except Exception as error:  # noqa: BLE001 - a person is told calmly, whatever it is
        return _unforeseen(error)
    return code if isinstance(code, int) else 0


def _unforeseen(error: Exception) -> int:
    typer = sys.modules.get("typer")
    if typer and isinstance(error, typer.Abort):  # so it tells of Ctrl-C at a question
        return _say(STOPPED, INTERRUPTED)
    # Every error that Typer itself raises knows its sentence and its exit code.
    if hasattr(error, "format_message"):
        from hrjournal.cli.did_you_mean import usage_sentence

        return _say(usage_sentence(error), getattr(error, "exit_code", 2))
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
    from hrjournal.formats import say  # many a sentence quotes what was typed, or a foreign name

    with suppress(OSError, ValueError):  # where nobody listens, the code says it all
        if sentence:
            say(sentence.split("\n"), sys.stderr)
    return code


def _silence_stdout() -> None:
    """The reader of a pipe has gone, or the disk is full; what is left unsaid is no error."""
    import os

    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
