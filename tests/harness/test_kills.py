"""SIGKILL at any moment: what was acknowledged is there, nothing is half there, all goes on."""

from __future__ import annotations

import random
from collections.abc import Callable
from signal import SIGKILL

import pytest

from harness.table import ROWS, HarnessRow
from harness.world import CALLS, World, has_strace, spread

pytestmark = [pytest.mark.slow, pytest.mark.copies]
Worlds = Callable[[HarnessRow], World]
each_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)


@each_row
def test_a_command_killed_at_any_moment_loses_nothing(
    row: HarnessRow, world: Worlds, kills: int
) -> None:
    here = world(row)
    chance = random.Random(row.name)
    wrong = {}
    for _ in range(kills):
        here.again()
        limit = here.seconds * chance.uniform(0.3, 1.1)
        if why := here.wrong(here.started(limit=limit)):
            wrong[limit] = why
    assert wrong == {}


@pytest.mark.skipif(not has_strace(), reason="strace is not here, or may not trace")
@each_row
def test_a_command_killed_at_any_call_to_the_disk_loses_nothing(
    row: HarnessRow, world: Worlds, kills: int
) -> None:
    here = world(row)
    points = here.points(CALLS)
    assert points
    wrong = {}
    for call, number in spread(points, kills):
        here.again()
        killing = f"inject={call}:signal=KILL:when={number}"
        done = here.started("-o", "/dev/null", "-e", f"trace={call}", "-e", killing)
        assert done.code == -SIGKILL
        if why := here.wrong(done):
            wrong[call, number] = why
    assert wrong == {}
