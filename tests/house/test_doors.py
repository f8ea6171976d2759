from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Final

import pytest
import typer

from hrjournal import errors
from hrjournal.cli.commands import COMMANDS
from support.places import ROOT
from support.tracked import tracked

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
TOP: Final = {
    *("src", "tests", "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"),
    "CONTRIBUTING.md",
}


@pytest.mark.parametrize(("name", "target"), COMMANDS.items())
def test_every_command_is_where_the_table_says(name: str, target: str) -> None:
    module, _, function = target.partition(":")
    found = getattr(import_module(module), function)
    assert callable(found) or isinstance(found, typer.Typer)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(run: Run, name: str) -> None:
    answer = run(name, "--help")
    assert answer.code == 0
    usage, said, *_ = (line for line in answer.out.splitlines() if line.strip())
    assert usage.strip().startswith(f"Usage: hrjournal {name}")
    assert said.strip().endswith((".", "?")) or "." in answer.out


def test_the_readme_lists_every_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    _, heading, rest = readme.partition("\n## Commands\n")
    assert heading
    listed = rest.partition("\n## ")[0]
    assert [name for name in COMMANDS if f"`hrjournal {name}`" not in listed] == []


def test_the_readme_lists_no_command_that_is_not_there() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    listed = readme.partition("\n## Commands\n")[2].partition("\n## ")[0]
    told = [line.split("`hrjournal ")[1] for line in listed.splitlines() if "`hrjournal " in line]
    named = {words.split("`")[0].split()[0] for words in told}
    assert named <= set(COMMANDS)


def test_each_way_to_end_has_its_number() -> None:
    codes = {
        name: found.exit_code
        for name, found in vars(errors).items()
        if isinstance(found, type) and issubclass(found, errors.HrjournalError)
    }
    assert codes == {
        "HrjournalError": 1,
        "AfterSaveError": 0,
        "UsageError": 2,
        "JournalError": 1,
        "UnwritableJournalError": 1,
        "DamagedError": 1,
        "NotUnderstoodError": 1,
        "StoppedError": 130,
        "NotFoundError": 1,
        "ImportRefusedError": 1,
        "MissingPartError": 1,
    }


def test_the_top_of_the_house_holds_nothing_else() -> None:
    tops = {path.partition("/")[0] for path in tracked()}
    assert {top for top in tops if not top.startswith(".")} - TOP == set()
