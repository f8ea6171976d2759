from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.database import DirectoryBasedExampleDatabase

from support.places import CACHE, ROOT


@pytest.mark.parametrize(
    "words",
    [
        ["ruff", "check"],
        ["ruff", "format", "--check"],
        pytest.param(["mypy"], marks=pytest.mark.slow),
        ["lint-imports", "--cache-dir", str(CACHE / "imports")],
    ],
    ids=lambda words: " ".join(words[:2]),
)
def test_the_house_rules_hold(words: list[str]) -> None:
    program = shutil.which(words[0], path=str(Path(sys.executable).parent))
    assert program, f"{words[0]} is not installed beside this Python"
    done = subprocess.run(
        [program, *words[1:]], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_whatever_a_run_leaves_lies_among_the_tests(pytestconfig: pytest.Config) -> None:
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    examples = settings().database
    assert isinstance(examples, DirectoryBasedExampleDatabase)
    places = (
        pytestconfig.getini("cache_dir"),
        tools["coverage"]["run"]["data_file"],
        tools["mypy"]["cache_dir"],
        tools["ruff"]["cache-dir"],
        examples.path,
    )
    assert [place for place in places if not (ROOT / place).is_relative_to(CACHE)] == []
