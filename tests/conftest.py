"""What every room's tests may ask for."""

from __future__ import annotations

import io
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import pytest
from hypothesis import settings
from hypothesis.configuration import set_hypothesis_home_dir
from hypothesis.database import DirectoryBasedExampleDatabase

from hrjournal.cli.app import app
from hrjournal.cli.app import run as run_program
from hrjournal.cli.context import AppContext
from hrjournal.cli.errors import run_reporting_errors
from hrjournal.store import file, schema
from support.building import build
from support.examples import EXAMPLES
from support.places import CACHE

# How long an example takes says something of the machine, and nothing of the program.
set_hypothesis_home_dir(CACHE / "hypothesis")
FOUND = DirectoryBasedExampleDatabase(CACHE / "hypothesis" / "examples")
settings.register_profile("house", database=FOUND, deadline=None, max_examples=EXAMPLES // 8)
settings.load_profile("house")

APPROVED = Path(__file__).parent / "approved"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--approve", action="store_true", help="rewrite tests/approved with what is seen now"
    )
    parser.addoption(
        "--kills", type=int, default=1, help="how often tests/harness disturbs each command"
    )


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Whoever is done takes tests from the others: some are a thousand times as long as most."""
    if getattr(config.option, "numprocesses", None):
        config.option.dist = "worksteal"


SLOW = (  # files and folders of tests that together take as long as all others
    *("cli/backups", "cli/care/test_screens", "cli/coping/test_companion", "cli/drafts"),
    *("cli/archive/test_import_csv", "cli/reflection/test_exercises", "cli/safety/test_command"),
    *("cli/summary/test_command", "cli/summary/test_figures", "cli/summary/test_seen"),
    *("cli/summary/test_wizard", "domain/words/test_sentences", "formats/document/test_html"),
    *("domain/time/test_parse_moment_properties", "store/backups", "store/search", "test_sanitize"),
    *("store/test_encryption", "cli/upkeep", "house/test_voice", "cli/entries/test_follow_up"),
    *("cli/days/test_command", "store/test_rows", "pages/summary"),
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Some files are slow; so is what needs a wheel, for one is built first."""
    tests = Path(__file__).parent
    for item in items:
        place = item.path.relative_to(tests).as_posix()
        if "installed" in getattr(item, "fixturenames", ()) or place.startswith(SLOW):
            item.add_marker(pytest.mark.slow)


@pytest.fixture
def approved(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with the approved one of this name."""
    approving = bool(request.config.getoption("--approve"))

    def compare(name: str, text: str) -> None:
        path = APPROVED / name
        if approving:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        assert path.exists(), f"nothing approved as {name} yet: look at it, then pytest --approve"
        assert text == path.read_bytes().decode()

    return compare


@pytest.fixture(scope="session")
def new_journal() -> Iterator[sqlite3.Connection]:
    """A journal with its tables and nothing in them, in memory."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
        schema.bring_up_to_date(memory)
        yield memory


@pytest.fixture(autouse=True)
def in_a_hurry(
    request: pytest.FixtureRequest,
    new_journal: sqlite3.Connection,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Waits for no disk, for no power fails here; a new journal is copied, not made in steps.

    Both would take longer than most tests. Those marked `synced` have it as people do.
    """
    if request.node.get_closest_marker("synced") is not None:
        return
    usual = tuple(one for one in file.TUNING if not one.startswith("synchronous="))
    monkeypatch.setattr(file, "TUNING", ("synchronous=OFF", *usual))
    step_by_step = schema.bring_up_to_date

    def ready(connection: Any) -> None:  # or one of SQLCipher's
        if isinstance(connection, sqlite3.Connection) and not file.version(connection):
            new_journal.backup(connection)
        else:
            step_by_step(connection)

    monkeypatch.setattr(schema, "bring_up_to_date", ready)


ZONE = "Europe/Warsaw"
NOW = "2026-11-23 09:40"


class Answer(NamedTuple):
    """What a command said, and how it ended."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for Python's path that holds the program as a wheel brings it."""
    place = tmp_path_factory.mktemp("installed")
    with ZipFile(build("wheel", place)) as wheel:
        wheel.extractall(place)
    return place


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home for the journal that nobody has used yet, in a known zone."""
    place = tmp_path / "home"
    monkeypatch.setenv("HRJOURNAL_HOME", str(place))
    monkeypatch.setenv("TZ", ZONE)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")  # names no country
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    time.tzset()
    yield place
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def run(
    home: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> Callable[..., Answer]:
    """Runs a command in this process: `run("log", "alcohol", "2", at="2026-11-20 22:00")`.

    The copy of each day, which takes longer than the command, is made for tests marked `copies`.
    """
    if request.node.get_closest_marker("copies") is None:
        monkeypatch.setattr(AppContext, "_copy_of_the_day", lambda *_: None)

    def runner(*words: str, at: str = NOW, stdin: bytes = b"") -> Answer:
        instant = datetime.fromisoformat(at).replace(tzinfo=ZoneInfo(ZONE)).timestamp()
        monkeypatch.setattr(sys, "argv", ["hrjournal", *words])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        capsys.readouterr()
        code = run_reporting_errors(lambda: run_program(app, AppContext(clock=lambda: instant)))
        out, err = capsys.readouterr()
        return Answer(code, out, err)

    return runner
