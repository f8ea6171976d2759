"""Help that a person can use: every word of it has a meaning, and every example works."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from typer.main import get_command

from content.test_notices import grade
from hrjournal.cli.app import app
from hrjournal.cli.commands import COMMANDS, FIRST, GROUPS
from hrjournal.cli.groups import ITSELF, told

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
PATH: Final = re.compile(r"[a-z]+( [a-z]+)*")


def commands(command: Any = None, *path: str) -> Iterator[tuple[str, Any]]:
    """Every command with the words that lead to it; a group by itself too."""
    if command is None:
        command = get_command(app)
        inner = {name: command.get_command(None, name) for name in COMMANDS}
    else:
        inner = getattr(command, "commands", {})
        if ITSELF not in inner:
            yield " ".join(path), command
    for name, one in inner.items():
        yield from commands(one, *path, *([] if name == ITSELF else [name]))


EVERY: Final = dict(commands())


@pytest.mark.parametrize("path", EVERY)
def test_everything_that_can_be_written_has_words(path: str) -> None:
    params = [param for param in EVERY[path].params if not param.hidden]
    assert [param.name for param in params if not param.help] == []


@pytest.mark.parametrize("path", ["", *EVERY])
def test_help_fits_a_screen_and_names_no_kind_of_value(run: Run, path: str) -> None:
    text = run(*path.split(), "--help").out
    assert max(map(len, text.splitlines())) <= 80
    assert not re.search(r"<[a-z]+>|[<>]=|\[default|\{", text)


@pytest.mark.parametrize("path", EVERY)
def test_help_reads_easily(path: str) -> None:
    text, _ = told(EVERY[path])
    words = [text, *(param.help for param in EVERY[path].params if not param.hidden)]
    assert grade(" ".join(words)) <= 8


def test_what_a_command_is_for_fits_in_a_line(run: Run) -> None:
    lines = run("--help", "--all").out.splitlines()
    for name in COMMANDS:
        said = [line.split(maxsplit=1) for line in lines if line.split()[:1] == [name]]
        assert [one for _, one in said if one.endswith(".")] == [said[0][1]], name


def test_the_first_page_shows_what_most_days_need() -> None:
    assert [name for group in GROUPS.values() for name in group] == list(COMMANDS)
    assert {*FIRST} - {*COMMANDS} <= {"again"}


def test_help_all_has_the_options_and_the_exit_codes(run: Run) -> None:
    page = run("--help", "--all")
    assert (page.code, page.err) == (0, "")
    assert page == run("--all", "--help")
    assert "--db FILE" in page.out
    assert "130  You stopped it." in page.out
    assert "--db FILE" not in run("--help").out


EXAMPLES: Final = [(path, line) for path, one in EVERY.items() for line in told(one)[1]]
ASKED: Final = (  # at a terminal
    *("log", "checkin", "urge", "contact --add", "reflect letter", "reflect reason"),
    *("reflect ruler", "reflect balance", "reflect balance alcohol", "reflect values"),
)


def test_writing_commands_have_three_to_five_examples() -> None:
    counts = {path: len(told(one)[1]) for path, one in EVERY.items()}
    assert [path for path, count in counts.items() if not 1 <= count <= 5] == []
    assert [path for path in ("log", "none", "checkin", "urge", "edit") if counts[path] < 3] == []


@pytest.mark.slow
@pytest.mark.parametrize(("path", "line"), EXAMPLES)
def test_every_example_is_understood(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, line: str
) -> None:
    monkeypatch.chdir(tmp_path)
    program, *words = shlex.split(line.partition(" > ")[0])
    assert program == "hrjournal"
    run("log", "alcohol", "1")
    answer = run(*words)
    assert "For help" not in answer.err
    assert answer.code != 2 or " ".join(words) in ASKED
