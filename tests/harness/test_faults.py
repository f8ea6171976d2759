"""A disk that fails at any call: said calmly and truly, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle, islice

import pytest

from harness.table import ROWS, HarnessRow
from harness.world import Ended, World, has_strace, spread

pytestmark = [
    pytest.mark.slow,
    pytest.mark.copies,
    pytest.mark.skipif(not has_strace(), reason="strace is not here, or may not trace"),
]
FAULTS = {
    "pwrite64": ("ENOSPC", "EIO"),
    "fsync": ("EIO",),
    "fdatasync": ("EIO",),
    "ftruncate": ("EIO",),
    "unlink": ("EACCES", "EIO"),
    "rename": ("ENOSPC",),
    "openat": ("EACCES", "ENOSPC"),
}
HOW_LONG = ("", "+")  # once, or from then on
SIDE = ("", "-journal")  # of the names that SQLite opens


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_disk_that_fails_is_said_truly_and_nothing_is_lost(
    row: HarnessRow, world: Callable[[HarnessRow], World], kills: int
) -> None:
    here = world(row)
    paths = [f"{here.home / 'journal.db'}{side}" for side in SIDE]
    only = [word for path in paths for word in ("-P", path)]
    points = here.points([call for call in FAULTS if call != "openat"])
    points += here.points(["openat"], *only)
    tries = [(*point, name) for point in points for name in FAULTS[point[0]]]
    how_long = islice(cycle(HOW_LONG), ROWS.index(row), None)  # the other where one try is made
    wrong = {}
    for (call, number, name), when in zip(spread(tries, kills), how_long, strict=False):
        here.again()
        failing = f"inject={call}:error={name}:when={number}{when}"
        watched = only if call == "openat" else []
        done = here.started("-o", "/dev/null", "-e", f"trace={call}", "-e", failing, *watched)
        if why := uncivil(done) or here.wrong(done):
            wrong[call, number, name, when] = f"{why}: {done.code} {done.err}"
    assert wrong == {}


def uncivil(done: Ended) -> str | None:
    """What nobody should be told when a disk fails."""
    if done.code not in {0, 1, 2}:
        return "an exit code that says something else"
    if "Traceback" in done.out + done.err:
        return "a traceback"
    return "not a word" if done.code and not done.err.strip() else None
