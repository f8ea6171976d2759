from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

HEARD: Final = """
import json, os, sys

heard = []

def listen(event, given):
    if event.startswith("socket."):
        heard.append([event, ""])
    elif event == "open" and isinstance(given[0], (str, bytes)):
        mode, flags = given[1] or "", given[2] or 0
        if set(mode) & set("wax+") or flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            heard.append(["write", os.path.abspath(os.fsdecode(given[0]))])
    elif event in ("os.mkdir", "os.remove", "os.chmod", "os.link", "os.symlink", "os.truncate"):
        within = [number for number in given[1:] if isinstance(number, int) and number > 2]
        inner = event == "os.remove" and within
        folder = os.readlink(f"/proc/self/fd/{within[-1]}") if inner else ""
        heard.append([event, os.path.abspath(os.path.join(folder, os.fsdecode(given[0])))])
    elif event == "os.rename":
        heard.extend([event, os.path.abspath(os.fsdecode(one))] for one in given[:2])
    elif event == "sqlite3.connect":
        if os.fsdecode(given[0]) != ":memory:":
            place = os.fsdecode(given[0])
            heard.append([event, place.removeprefix("file://").partition("?mode=ro")[0]])
    elif event in ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork"):
        heard.append([event, ""])

sys.addaudithook(listen)
from hrjournal.cli import main
sys.argv = ["hrjournal", *sys.argv[1:]]
code = 0
try:
    main()
except SystemExit as end:
    code = end.code
sys.stderr.write("\\n" + json.dumps([code, heard]))
"""
TABLE: Final = "day,what,drinks\n2026-01-01,alcohol,2\n2026-01-02,alcohol,0\n"
COMMANDS: Final = (
    *("", "log alcohol 2", "log cannabis ? --note fine --at yesterday", "none", "checkin --mood 6"),
    *("urge 7 --outcome rode-out", "step water", "event today payday", "today", "days", "show 1"),
    *("days --json", "search fine", "edit 1 3", "delete 2", "undo", "trends", "calendar", "wins"),
    *("wins --why 1", "config start alcohol 5", "config country GB", "doctor", "privacy", "--help"),
    *(
        "contact Ala 123",
        "session friday 14:30",
        "safety naloxone --place drawer --expires 2027-05",
    ),
    *(
        "session talk sleep",
        "session talk --done 5",
        "session agreed rest",
        "session agreed",
        "goal add 2 drinks a day",
        "goal review",
        "notices --why",
        "notices off mixing",
        "pause numbers",
    ),
    *(
        "pause off",
        "resources",
        "reflect screen phq2 --answers 1,1 --keep",
        "reflect roots sleep",
        "reflect",
    ),
    *("export json", "export csv", "import json TABLE", "summary", "summary --preview"),
    *("sos", "safety", "safety overdose opioid", "safety mixing alcohol ghb", "safety card"),
    *(
        "measures",
        "measures --explain",
        "patterns",
        "patterns --explain",
        "reflect reason fine",
        "reflect list",
        "config discreet on",
        "config discreet off",
    ),
    *("help", "help --all", "completion bash", "__complete bash log a", "remind due"),
    *("remind print launchd", "beer 2", "log beer 2 --mod 5"),
    *("doctor --fix", "privacy --shell", "wipe", "wipe --yes", "doctor"),
    *(
        "--version",
        "log nothing nothing",
        "import csv TABLE {}",
        "import csv TABLE {} --dry-run",
        "import csv TABLE",
    ),
)
MAPPING: Final = "--date day --substance what --amount drinks --zero-is-none"


@pytest.fixture
def listening(tmp_path: Path) -> Path:
    """A folder with a home, a table, and nothing else."""
    (tmp_path / "table.csv").write_text(TABLE, encoding="utf-8")
    return tmp_path


def heard(place: Path, words: str) -> list[tuple[str, str]]:
    """What a run of the program did to the world outside."""
    line = words.replace("TABLE", str(place / "table.csv")).replace("{}", MAPPING)
    environment = {
        **os.environ,
        "HRJOURNAL_HOME": str(place / "home"),
        "TMPDIR": str(place / "temporary"),
        "TZ": "Europe/Warsaw",
    }
    done = subprocess.run(
        [sys.executable, "-B", "-c", HEARD, *line.split()],
        check=True,
        capture_output=True,
        text=True,
        cwd=place,
        env=environment,
        stdin=subprocess.DEVNULL,
    )
    code, events = json.loads(done.stderr.rpartition("\n")[2])
    assert code in {0, 1, 2}, done.stderr
    assert "unforeseen" not in done.stderr, done.stderr
    return [(event, path) for event, path in events]


@pytest.mark.slow
def test_no_command_opens_a_socket_or_writes_outside_its_home(listening: Path) -> None:
    home = str(listening / "home")
    outside = []
    inside = 0
    for words in COMMANDS:
        for event, path in heard(listening, words):
            kept = Path(path).is_relative_to(home) if path else False
            inside += kept
            if not (kept or path == os.devnull):
                outside.append((words, event, path))
    assert outside == []
    assert inside > 0


@pytest.mark.slow
def test_the_sample_writes_in_its_own_temporary_folder_alone(listening: Path) -> None:
    (listening / "temporary").mkdir()
    told = heard(listening, "demo")
    assert told
    temporary = str(listening / "temporary")
    assert [event for event in told if not event[1].startswith((temporary, os.devnull))] == []
    assert list((listening / "temporary").iterdir()) == []
    assert not (listening / "home").exists()


def test_the_listener_hears_what_it_listens_for() -> None:
    script = HEARD.replace("from hrjournal.cli import main", "import socket").replace(
        "    main()\n", "    socket.socket().close(); open(os.devnull, 'w').close()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    )
    events = [event for event, _ in json.loads(done.stderr.rpartition("\n")[2])[1]]
    assert "socket.__new__" in events
    assert "write" in events
