"""The door of the house: it starts the program, by the fast path where that is enough."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn

from hrjournal.cli.errors import run_reporting_errors


def program() -> NoReturn:
    """Starts the program, and ends the process with it.

    All is said and closed by then, and taking everything down piece by piece would be a tenth of
    the run.
    """
    code = _run()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # a terminal that has gone
            stream.flush()
    os._exit(code)


def main() -> None:
    """Starts the program; leaves with its exit code, for whoever goes on in this process."""
    code = _run()
    gc.freeze()  # what is left goes with the process, so nothing has to look through it first
    sys.exit(code)


def _run() -> int:
    # A run is short and makes no cycles worth collecting: a quarter of the start-up is saved.
    gc.disable()
    _listen_to_nobody()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    return run_reporting_errors(_start)


def _listen_to_nobody() -> None:
    """Where a stream was closed before the start, what would be said goes nowhere."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123


def _start() -> object:
    if sys.argv[1:2] == ["__complete"]:
        from hrjournal.cli.program.complete import complete

        return complete(sys.argv[2:])
    if not "".join(sys.argv).isascii():
        from hrjournal.cli.program.phone import as_meant

        sys.argv[1:] = as_meant(sys.argv[1:])
    from hrjournal.cli.fast.parser import parse

    plain = parse(sys.argv[1:])
    if plain is not None:
        with plain.app.seen_errors():
            plain.handler(plain.app, plain.options)
        return 0
    from hrjournal.cli.app import app, run

    return run(app)
