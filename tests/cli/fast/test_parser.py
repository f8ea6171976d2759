"""The short way and the command-line library understand a line alike."""

from __future__ import annotations

import io
import json
import shutil
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrjournal.cli import main
from hrjournal.cli.app import app
from hrjournal.cli.app import run as run_program
from hrjournal.cli.commands import COMMANDS, LIGHT_HANDLERS
from hrjournal.cli.context import AppContext
from hrjournal.cli.entries.log_use import LogOptions
from hrjournal.cli.errors import run_reporting_errors
from hrjournal.cli.fast import parser, table
from hrjournal.cli.fast.generate import spec, table_files
from hrjournal.cli.fast.parser import BARE, Invocation
from hrjournal.cli.fast.table import CommandSpec

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
FAST_COMMANDS: Final = {
    name: CommandSpec(**spec(name, handler)) for name, handler in LIGHT_HANDLERS.items()
}
VALUES: Final = (
    *("alcohol", "2", "?", "~3", "2-4", "5%", "", " ", "=", "a=b", "-", "--", "6", "06", "11"),
    *(
        "-3",
        "0",
        "13",
        "40001",
        "5201",
        "9" * 5000,
        "1_0",
        "+5",
        "٣",
        "²",
        "week",
        "month",
        "w",
        "WEEK",
    ),
    *(
        "yesterday",
        "--help",
        "-h",
        "--debug",
        "--version",
        "--no",
        "-x",
        "--plain",
        "--json",
        "--names",
    ),
    *("--db", "--write", "trends", "log", "today"),
)
FRONT: Final = st.lists(
    st.sampled_from(
        [
            "--plain",
            "--names",
            "--db",
            "--db=a.db",
            "a.db",
            "",
            "--debug",
            "--version",
            "-h",
            "--pl",
            "log",
        ]
    ),
    max_size=3,
)


def parse(words: list[str]) -> Invocation | None:
    return parser.parse(words, FAST_COMMANDS)


def options(line: CommandSpec) -> list[str]:
    """Every option of a line, with and without a value behind it, whole and shortened."""
    names = [*line.flags, *line.options, *line.repeatable]
    given = [f"{name}={value}" for name in names for value in ("", "6", "day", "a,b", "yes", "²")]
    return [*names, *given, *(name[:-1] for name in names)]


def lines(name: str) -> st.SearchStrategy[list[str]]:
    parts = st.sampled_from([*options(FAST_COMMANDS[name]), *VALUES])
    return st.lists(parts, max_size=7)


def read_by_typer(
    name: str, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> tuple[AppContext, Any] | None:
    """What a command is handed when the command-line library reads the line, if it takes it."""
    handed: list[tuple[AppContext, Any]] = []
    module, _, function = FAST_COMMANDS[name].handler.partition(":")
    with monkeypatch.context() as patch:
        patch.setattr(
            import_module(module), function, lambda now, asked: handed.append((now, asked))
        )
        patch.setattr(sys, "argv", ["hrjournal", *words])
        patch.setattr(sys, "stdout", io.StringIO())
        patch.setattr(sys, "stderr", io.StringIO())
        run_reporting_errors(lambda: run_program(app))
    return handed[0] if handed else None


def ways(app: AppContext) -> tuple[object, ...]:
    return app.file, app.plain, app.names


def assert_read_alike(name: str, words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """What the short way takes of this command, the library reads just so."""
    swift = parse(words)
    if swift is None:
        return
    library = read_by_typer(name, words, monkeypatch)
    assert library is not None
    assert swift.options == library[1]
    assert ways(swift.app) == ways(library[0])


@pytest.mark.slow
@pytest.mark.parametrize("name", FAST_COMMANDS)
@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_what_the_short_way_takes_is_what_the_library_reads(
    monkeypatch: pytest.MonkeyPatch, name: str, data: st.DataObject
) -> None:
    assert_read_alike(name, [name, *data.draw(lines(name))], monkeypatch)


@pytest.mark.parametrize("name", FAST_COMMANDS)
@pytest.mark.slow
def test_every_option_is_read_alike_before_every_value(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    words = [name, "word"] if FAST_COMMANDS[name].required else [name]
    for option in options(FAST_COMMANDS[name]):
        assert_read_alike(name, [*words, option], monkeypatch)
    for option in FAST_COMMANDS[name].options:
        for value in VALUES:
            assert_read_alike(name, [*words, option, value], monkeypatch)


@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(front=FRONT, command=st.sampled_from(["", "days", "wins --all"]))
def test_what_stands_in_front_is_read_alike(
    monkeypatch: pytest.MonkeyPatch, front: list[str], command: str
) -> None:
    words = [*front, *command.split()]
    found = parse(words)
    if found is not None:
        name = next(name for name, line in FAST_COMMANDS.items() if does(line) == found.handler)
        assert_read_alike(name, words, monkeypatch)


def does(line: CommandSpec) -> object:
    module, _, function = line.handler.partition(":")
    return getattr(import_module(module), function)


@pytest.mark.parametrize("name", FAST_COMMANDS)
def test_every_short_command_is_a_command_with_help_too(name: str) -> None:
    assert name in COMMANDS


@pytest.mark.parametrize(
    "line",
    [
        *("", "today", "--plain", "today --json", "today --plain"),
        "log",
        "log --mood 6",
        "log alcohol 2 --write",
        "--names days",
        "days --names --json",
        "summary --out page.html --alias",
        "log alcohol 2",
        "log beer 500ml 5% --at 22:30",
        "log alcohol 2 --mood 6 --urge=0 --trigger a --trigger=b --step ate --coping walk",
        "log cannabis ? --route oral --with alone --spend 3 --planned --new --note fine",
        "--db other.db log alcohol 2",
        *("--plain log a 2", "days", "days --days 3 --plain", "days --on yesterday --json"),
        *("trends", "trends alcohol --weeks 12 --by day --from 2026-11-01 --to today --json"),
        *("trends --months 3 --plain", "calendar alcohol --months 2", "calendar --from monday"),
        *("wins", "wins --all", "wins --all --json", "wins --why 3", "again", "again beer"),
        *("checkin 6", "checkin -m 6 --sleep 7h30 --at 8:00", "checkin --sleep=7:30", "urge"),
        *("urge 7 smoke --outcome passed --minutes 20 --after 3", "good sun 8", "step water --new"),
    ],
)
def test_a_plain_line_takes_the_short_way(line: str) -> None:
    assert parse(line.split()) is not None


@pytest.mark.parametrize(
    "line",
    [
        *(
            "log --help",
            "doctor",
            "--plain doctor",
            "sos now",
            "today --name",
            "--name",
            "log --names",
        ),
        *("log alcohol --mood 11", "log alcohol --mood", "log alcohol --nope", "log -- alcohol -2"),
        *("event today x", "--debug log alcohol 2", "log alcohol --planned=yes", "--help"),
        *("today alcohol", "today --days 3", "days --days 0", "days --days 40001", "days 3"),
        *("trends --weeks", "trends --weeks 0", "trends --week 3", "trends --by year", "trends -h"),
        *(
            "calendar --weeks 3",
            "checkin --sleep 40",
            "urge 7 --minutes soon",
            "step",
            "wins 3",
            "wins --why -1",
            "wins --why x",
            "--db",
            "--version",
        ),
    ],
)
def test_every_other_line_is_left_to_the_library(line: str) -> None:
    assert parse(line.split()) is None


def test_a_bare_start_asks_for_today() -> None:
    bare, named = parse([]), parse([BARE])
    assert bare is not None
    assert named is not None
    assert (bare.handler, bare.options) == (named.handler, named.options)


def test_another_place_can_be_named_in_front(tmp_path: Path) -> None:
    found = parse(["--db", str(tmp_path / "other.db"), "log", "alcohol", "2"])
    assert found is not None
    assert found.app.place.path == tmp_path / "other.db"
    assert found.options == LogOptions(words=("alcohol", "2"))


@pytest.mark.parametrize(
    ("line", "code"),
    [
        *(("log alcohol 2", 0), ("log alcohol nonsense", 1), ("log", 2), ("", 0), ("today", 0)),
        *(("days --json", 0), ("trends --weeks 3", 0), ("trends nothing", 1), ("calendar", 0)),
        *(("--plain wins --all", 0), ("wins --week", 2), ("trends --weeks 1 --months 1", 2)),
    ],
)
def test_both_ways_answer_alike(
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    line: str,
    code: int,
) -> None:
    monkeypatch.setattr(sys, "argv", ["hrjournal", *line.split()])
    monkeypatch.setattr(parser, "load", lambda: FAST_COMMANDS)
    monkeypatch.setattr("gc.disable", lambda: None)
    monkeypatch.setattr("gc.freeze", lambda: None)
    monkeypatch.setattr(AppContext, "is_interactive", False)
    monkeypatch.setattr(AppContext, "instant", 1_795_423_200)
    with pytest.raises(SystemExit) as ended:
        main()
    short = capsys.readouterr()
    if home.exists():
        shutil.rmtree(home)
    assert run_reporting_errors(lambda: run_program(app)) == code == ended.value.code
    assert capsys.readouterr() == short


def test_the_table_is_read_as_it_was_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "__file__", str(tmp_path / "table.py"))
    assert table.load() == {}
    for name, text in table_files().items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    read = {name: json.dumps(line) for name, line in table.load().items()}
    assert read == {name: json.dumps(line) for name, line in FAST_COMMANDS.items()}
