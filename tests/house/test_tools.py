from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support.places import ROOT


@pytest.mark.parametrize(
    "words",
    [["ruff", "check"], ["ruff", "format", "--check"], ["mypy"], ["lint-imports"]],
    ids=" ".join,
)
def test_the_house_rules_hold(words: list[str]) -> None:
    program = shutil.which(words[0], path=str(Path(sys.executable).parent))
    assert program, f"{words[0]} is not installed beside this Python"
    done = subprocess.run(
        [program, *words[1:]], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
