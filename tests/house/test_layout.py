"""The house explains itself: few files a folder, one meaning a name, nothing derived in git."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import pytest

from support.places import SOURCE, TESTS
from support.tracked import tracked

MOST_FILES = 16
LONGEST_FILE = 400
MOST_POSITIONAL = 5
DERIVED = ("_cache/", "_compiled/", "_table.json", "_completion.json", "compiled/", "quick/")


def modules(place: Path) -> list[Path]:
    """Every module of a place, in order."""
    found = sorted(path for path in place.rglob("*.py") if "__pycache__" not in path.parts)
    assert found
    return found


@pytest.mark.parametrize("place", [SOURCE, TESTS], ids=["src", "tests"])
def test_no_folder_holds_more_files_than_can_be_seen_at_a_glance(place: Path) -> None:
    counts = Counter(path.parent for path in modules(place))
    assert {folder.name: n for folder, n in counts.items() if n > MOST_FILES} == {}


@pytest.mark.parametrize("place", [SOURCE, TESTS], ids=["src", "tests"])
def test_no_file_is_too_long_to_be_read_in_one_go(place: Path) -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in modules(place)}
    assert {path.name: n for path, n in lengths.items() if n > LONGEST_FILE} == {}


@pytest.mark.slow
def test_a_class_name_stands_for_one_thing() -> None:
    names = Counter(
        node.name
        for path in modules(SOURCE)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    )
    assert [name for name, times in names.items() if times > 1] == []


def test_what_is_made_from_other_files_is_not_in_git() -> None:
    assert [path for path in tracked() if any(part in path for part in DERIVED)] == []


def test_no_call_is_a_row_of_values_without_names() -> None:
    long = [
        f"{path.relative_to(SOURCE)}:{node.lineno}"
        for path in modules(SOURCE)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and len(node.args) > MOST_POSITIONAL
    ]
    assert long == []
