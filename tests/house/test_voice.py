"""Every word that a person can see is read here, and words that grade a person are refused."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from support.places import SOURCE

AVOIDED: Final = re.compile(
    r"\b(clean|dirty|junkies?|addicts?|addicted|addiction|abusers?|abuse[ds]?|relapse[ds]?"
    r"|relapsing|fail|fails|failed|failing|failures?|broke|broken|cheat(?:ed|ing|s)?|bad days?"
    r"|only|just|streak lost|lost streak|reset|you must|you should|must|should)\b",
    re.IGNORECASE,
)
NAMES_OF_OTHERS: Final = {"title", "url", "authors", "journal", "publisher"}
TYPED: Final = (  # words of people, which are read and not said
    *("slang.toml names words", "vocabulary.toml", "times.toml", "countries.toml"),
    *("servings.toml beverages", "servings.toml brands", "servings.toml vessel_words"),
    "domain/goals/phrases.py",
)


class Said(NamedTuple):
    """Some words, and where they stand."""

    where: str
    text: str


def literals(path: Path) -> Iterator[Said]:
    """The strings of a module, without the docstrings that no help shows."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    unseen = {id(node.value) for node in _docstrings(tree, commands=_imports_typer(tree))}
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in unseen
        ):
            yield Said(f"{path.relative_to(SOURCE)}:{node.lineno}", node.value)


def _docstrings(tree: ast.Module, *, commands: bool) -> Iterator[ast.Expr]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            continue
        shown = commands and isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
        if ast.get_docstring(node) is not None and not shown:
            first = node.body[0]
            assert isinstance(first, ast.Expr)
            yield first


def _imports_typer(tree: ast.Module) -> bool:
    """Whether a module holds commands, whose docstrings are their help."""
    imports = (node for node in ast.walk(tree) if isinstance(node, ast.Import))
    return any(name.name == "typer" for node in imports for name in node.names)


def told(value: Any, where: str) -> Iterator[Said]:
    """The strings of a table of knowledge, without the names that others gave their works."""
    if isinstance(value, str):
        yield Said(where, value)
    elif isinstance(value, list):
        for one in value:
            yield from told(one, where)
    elif isinstance(value, dict):
        for name in value.keys() - NAMES_OF_OTHERS:
            yield from told(value[name], f"{where} {name}")


@cache
def everything() -> list[Said]:
    """Every word of the program that a person can see."""
    found = [said for path in sorted(SOURCE.rglob("*.py")) for said in literals(path)]
    for path in sorted((SOURCE / "content").rglob("*.toml")):
        found += told(tomllib.loads(path.read_text(encoding="utf-8")), path.name)
    return [said for said in found if not said.where.startswith(TYPED)]


def refused(said: Said) -> list[str]:
    """The avoided words in it."""
    return [found[0] for found in AVOIDED.finditer(said.text)]


def test_no_word_grades_a_person() -> None:
    found = [(said.where, words, said.text) for said in everything() if (words := refused(said))]
    assert found == []


def test_the_program_speaks_calmly() -> None:
    marks = re.compile(r"[A-Za-z)]!(?!=)|[\U0001f300-\U0001faff\u2600-\u26ff]")
    assert [said for said in everything() if marks.search(said.text)] == []


def test_american_spelling_is_kept() -> None:
    british = re.compile(
        r"\b(colours?|behaviours?|favourites?|organis\w+|recognis\w+|centres?|licence|neighbours?"
        r"|metres?|litres?|programme|grey)\b",
        re.IGNORECASE,
    )
    spoken = [said for said in everything() if "aliases" not in said.where]  # as people type them
    assert [said for said in spoken if british.search(said.text)] == []


def test_words_that_grade_would_be_found() -> None:
    texts = ("You failed.", "Only 2 days", "a clean week", "You should stop", "Streak lost", "JUST")
    assert all(refused(Said("", text)) for text in texts)
    assert not any(refused(Said("", text)) for text in ("justice", "cleaner air", "household"))


def test_the_words_of_commands_are_among_those_read() -> None:
    texts = {said.text.splitlines()[0] for said in everything() if said.text}
    assert "Write down use: what, how much, when, and what else you like." in texts
    assert "Nothing logged for today yet." in texts
