"""Runs that are killed: at every step that the program itself takes on the disk."""

from __future__ import annotations

import os
import shutil
import sys
from functools import partial
from typing import TYPE_CHECKING

from hrjournal.store import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

STEPS = {"open", "os.rename", "os.remove", "os.chmod", "os.utime", "os.mkdir", "sqlite3.connect"}
KILLED = 9


def stopped(place: Place, act: Callable[[Place], object], every: int = 1) -> Iterator[Place]:
    """What is left of a fresh copy of the place by a run killed at a step, of so many each one."""
    for number in range(1, 1000, every):
        folder = place.path.parent.with_name("tried")
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(place.path.parent, folder)
        tried = Place(folder / "journal.db", own=True)
        child = os.fork()
        if not child:
            _act_until(number, partial(act, tried))
        _, status = os.waitpid(child, 0)
        if os.waitstatus_to_exitcode(status) != KILLED:
            assert os.waitstatus_to_exitcode(status) == 0
            assert number > 10
            return
        yield tried


def _act_until(number: int, act: Callable[[], object]) -> None:
    """Does it and ends the process, at its n-th step at the latest."""
    seen = 0

    def hook(event: str, _: object) -> None:
        nonlocal seen
        seen += event in STEPS
        if seen == number:
            os._exit(KILLED)

    try:
        sys.addaudithook(hook)
        act()
        os._exit(0)
    finally:
        os._exit(1)
