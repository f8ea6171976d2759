"""A journal that commands are run on by the hundred, each time as it was before."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from harness.table import HarnessRow, Run
from hrjournal.cli.system.passphrase import VARIABLE

if TYPE_CHECKING:
    from conftest import Answer

START = "import sys; from hrjournal.cli import main; sys.argv[0] = 'hrjournal'; main()"
CALLS = ("pwrite64", "write", "fsync", "fdatasync", "ftruncate", "unlink", "rename", "mkdir")
NOTHING = re.compile(r"Nothing was (saved|written|changed)|nothing was (saved|changed|written)")
VERIFY = ("doctor", "--json")  # what says whether a file is whole
TIME_OF_WRITING = {"written", "origin", "goal"}  # another in every run, as is the mark of a goal


LOOKED_AT: dict[str, tuple[Any, Any, float]] = {}  # by row: it takes longer than one kill


class Ended(NamedTuple):
    """How a run of the program went."""

    code: int
    out: str
    err: str


@cache
def has_strace() -> bool:
    """Whether calls of a program can be counted and made to fail here."""
    words = ["strace", "-qq", "-o", os.devnull, "-e", "inject=fsync:error=EIO", "true"]
    return bool(shutil.which("strace")) and not subprocess.run(words, check=False).returncode


class World:
    """The journal at `home` as a row of the table finds it, and what is seen of it from outside."""

    def __init__(self, row: HarnessRow, run: Run, home: Path, installed: Path) -> None:
        """Makes the journal where that was not done yet, and looks at an undisturbed run."""
        self.row = row
        self.run = run
        self.home = home
        self.path = installed
        self.base = installed.with_name(f"before {row.name}")
        if row.name not in LOOKED_AT:
            LOOKED_AT[row.name] = self._looked_at()
        self.before, self.after, self.seconds = LOOKED_AT[row.name]
        home.mkdir(exist_ok=True)

    def _looked_at(self) -> tuple[Any, Any, float]:
        """What the journal holds before and after an undisturbed run, and how long that takes."""
        self.row.prepare(self.run, self.home)
        shutil.copytree(self.home, self.base)
        before = self.content()
        self.again()
        started = time.perf_counter()
        done = self.started()
        seconds = time.perf_counter() - started
        assert done.code == 0, done
        assert self.row.ack in done.out
        after = self.content()
        assert before != after
        return before, after, seconds

    def again(self) -> None:
        """Puts the journal back to what it was."""
        shutil.rmtree(self.home)
        shutil.copytree(self.base, self.home)

    def content(self) -> Any:
        """All that the journal holds, but for the times of writing, and what opens it."""
        told, opener = self.said("export", "json", "-")
        if told.code:
            return told.err
        found: dict[str, Any] = _timeless(json.loads(told.out))
        for one in found.get("keepsakes", ()):
            del one["at"]  # it is kept at the second of the run
        return found | {"opened by": opener}

    def said(self, *words: str, **more: Any) -> tuple[Answer, str]:
        """What a command says to whoever knows every passphrase, and which of them it took."""
        told = self.run(*words, **more)
        for passphrase in self.row.typed if told.code else ():
            os.environ[VARIABLE] = passphrase
            told = self.run(*words, **more)
            if os.environ.pop(VARIABLE, None) is None and told.code == 0:
                return told, passphrase
        return told, ""

    def started(self, *strace: str, limit: float | None = None) -> Ended:
        """Runs the command in a process of its own, killed after a while where there is a limit."""
        words = [word.format(home=self.home) for word in self.row.words]
        typed = "".join(f"{line}\n" for line in self.row.typed).encode()
        # With the filter it stops at what it counts alone, but injects no signals then.
        quick = [] if any("signal=" in word for word in strace) else ["-f", "--seccomp-bpf"]
        traced = ["strace", "-qq", *quick, *strace] if strace else []
        program = subprocess.Popen(
            [*traced, sys.executable, "-c", START, *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(self.path), "PYTHONDONTWRITEBYTECODE": "1"},
        )
        try:
            out, err = program.communicate(typed, timeout=limit)
        except subprocess.TimeoutExpired:
            program.send_signal(signal.SIGKILL)
            out, err = program.communicate()
        return Ended(program.returncode, out.decode(), err.decode())

    def points(self, calls: Iterable[str], *more: str) -> list[tuple[str, int]]:
        """Every call of these kinds in an undisturbed run, by its number in its kind."""
        self.again()
        log = self.home.with_name("calls")
        names = ",".join(f"?{call}" for call in calls)
        self.started("-o", str(log), "-e", f"trace={names}", *more)
        counts: dict[str, int] = {}
        found = []
        for call in re.findall(
            r"^(?:\d+ +)?(\w+)\(", log.read_text(errors="replace"), re.MULTILINE
        ):
            counts[call] = counts.get(call, 0) + 1
            found.append((call, counts[call]))
        return found

    def wrong(self, done: Ended) -> str | None:
        """What is not as it should be after a disturbed run, and after one more command."""
        now = self.content()
        acknowledged = done.code == 0 or self.row.ack in done.out
        if now not in (self.before, self.after):
            return "it holds neither what it held before nor what it should"
        if acknowledged and now != self.after:
            return "what was acknowledged is not there"
        if NOTHING.search(done.err) and now != self.before:
            return "it said that nothing was saved, and it was"
        return self._unsound() or self._stuck(now)

    def _unsound(self) -> str | None:
        copies = sorted((self.home / "journal.db.copies").glob("*.db"))
        for file in (self.home / "journal.db", *copies):
            now = f"{datetime.now():%Y-%m-%d %H:%M:%S}"
            told, _ = self.said("--db", str(file), *VERIFY, at=now)
            if told.code:
                faults = json.loads(told.out)["faults"] if told.out else told.err
                return f"{file.name}: {faults}"
        return None

    def _stuck(self, now: Any) -> str | None:
        """Whether the next command does not work without help."""
        told, _ = self.said("log", "alcohol", "7")
        if told.code:
            return f"the next command says: {told.err.strip()}"
        entries = len(now["entries"]) if isinstance(now, dict) else 0
        return None if len(self.content()["entries"]) == entries + 1 else "the next record is lost"


def _timeless(told: Any) -> Any:
    if isinstance(told, dict):
        return {key: _timeless(one) for key, one in told.items() if key not in TIME_OF_WRITING}
    return [_timeless(one) for one in told] if isinstance(told, list) else told


def spread(points: list[Any], most: int) -> list[Any]:
    """At most so many of the points, evenly over all of them."""
    if len(points) <= most:
        return points
    return [points[number * len(points) // most] for number in range(most)]
