"""Whole-process benchmarks: each command beside a bare `import sqlite3`, in turn, in one run.

Run: python tests/bench/bench.py [RUNS]

It loads nothing but the standard library itself: a child's peak memory begins with its parent's.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

PROGRAM = str(Path(sys.executable).with_name("hrjournal"))
COLORFUL = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "COLUMNS": "100", "NO_COLOR": ""}
MAKER = Path(__file__).with_name("journals.py")


class Cost(NamedTuple):
    """Wall seconds and peak memory of one process."""

    seconds: float
    mebibytes: float


def cost(command: list[str], *, watched: bool = False) -> Cost:
    """What one run of a command costs; `watched`, on a terminal with every color."""
    started = time.perf_counter()
    if watched:
        process = on_terminal(command)
    else:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command} ended with {process.returncode}")
    peak = usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
    return Cost(time.perf_counter() - started, peak)


def on_terminal(command: list[str]) -> subprocess.Popen[bytes]:
    """Starts a command on a terminal of its own, and reads what it says to the end."""
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env={**os.environ, **COLORFUL}
    )
    os.close(theirs)
    with suppress(OSError):  # how a terminal says that nobody writes on it any more
        while os.read(ours, 65_536):
            pass
    os.close(ours)
    return process


def beside(
    name: str, command: list[str], other: list[str], runs: int, *, watched: bool = False
) -> None:
    """Prints a command's figures and its ratio to another, pair by pair."""
    cost(command, watched=watched)
    cost(other)
    pairs = [(cost(command, watched=watched), cost(other)) for _ in range(runs)]
    ratio = statistics.median(mine.seconds / its.seconds for mine, its in pairs)
    seconds = statistics.median(mine.seconds for mine, _ in pairs)
    peak = max(mine.mebibytes for mine, _ in pairs)
    sys.stdout.write(f"{name:42} {seconds * 1000:7.1f} ms  x{ratio:5.2f}  {peak:5.1f} MiB\n")


def main() -> None:
    """Builds the journals and measures."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    bare = [sys.executable, "-c", "import sqlite3"]
    with tempfile.TemporaryDirectory() as folder:
        places = {}
        for entries in (3_650, 36_500, 100_000, 1_000_000):
            places[entries] = str(Path(folder, f"{entries}.db"))
            per_day = str(entries / 36_500 if entries > 10**5 else 10)
            making = [sys.executable, str(MAKER), places[entries], str(entries), per_day]
            subprocess.run(making, check=True)
        hundred = [PROGRAM, "--db", places[100_000]]
        beside("log, 100,000 entries", [*hundred, "log", "alcohol", "2"], bare, runs)
        beside("sos", [*hundred, "sos"], bare, runs)
        trends = [*hundred, "trends", "--weeks", "12"]
        beside("trends, 12 weeks", trends, bare, runs)
        beside("trends, 12 weeks, on a terminal", trends, bare, runs, watched=True)
        summary = [PROGRAM, "--db", places[3_650], "summary", "--as", "html"]
        beside("summary as HTML, a year of entries", summary, bare, runs)
        many, few = (
            [PROGRAM, "--db", places[size], "trends", "--weeks", "12"]
            for size in (1_000_000, 36_500)
        )
        beside("trends, 1,000,000 beside 36,500 entries", many, few, runs)


if __name__ == "__main__":
    main()
