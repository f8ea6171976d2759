"""What the harness may ask for: the program as it is installed, and a world for each row."""

from __future__ import annotations

import compileall
from collections.abc import Callable
from pathlib import Path

import pytest

from harness.table import HarnessRow, Run
from harness.world import World


@pytest.fixture(scope="session")
def compiled(installed: Path) -> Path:
    """The installed program with its bytecode, as pip leaves it."""
    compileall.compile_dir(installed, quiet=2)
    return installed


@pytest.fixture
def world(run: Run, home: Path, compiled: Path) -> Callable[[HarnessRow], World]:
    """The world of a row of the table."""
    return lambda row: World(row, run, home, compiled)


@pytest.fixture
def kills(request: pytest.FixtureRequest) -> int:
    """How often each command is disturbed in each way."""
    return int(request.config.getoption("--kills"))
