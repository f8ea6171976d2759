"""A reminder is due when nothing is written today; what schedulers take is what they take."""

from __future__ import annotations

import plistlib
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

import pytest

from hrjournal.cli.remind.schedules import NOTE, PLACES, Scheduler, schedule
from hrjournal.errors import UsageError

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
ODD: Final = ["/a b/it's 100%/hrj", "--db", "/x$y/j.db", "remind", "due"]
ANALYZE: Final = shutil.which("systemd-analyze")
SPACE: Final = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"


def test_it_is_due_until_something_is_written_today(run: Run, home: Path) -> None:
    assert run("remind", "due") == (0, "", "")
    assert not home.exists()
    run("log", "alcohol", "2", "--at", "yesterday 22:00")
    assert run("remind", "due") == (0, "", "")
    run("checkin", "--mood", "6")
    assert run("remind", "due") == (1, "", "")
    assert run("remind", "due", at="2026-11-24 03:59") == (1, "", "")  # still that evening
    assert run("remind", "due", at="2026-11-24 04:00") == (0, "", "")
    run("config", "day_starts_at", "06:00")
    assert run("remind", "due", at="2026-11-24 05:00") == (1, "", "")


def test_a_journal_that_cannot_be_read_is_left_in_peace(run: Run, home: Path) -> None:
    run("log", "alcohol", "2", "--at", "yesterday 22:00")
    with closing(sqlite3.connect(home / "journal.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert run("remind", "due") == (1, "", "")
    (home / "journal.db").write_bytes(b"nothing of ours")
    assert run("remind", "due") == (1, "", "")


@pytest.mark.parametrize("scheduler", Scheduler)
def test_what_is_printed_is_neutral_and_says_where_it_goes(
    run: Run, home: Path, tmp_path: Path, scheduler: Scheduler
) -> None:
    answer = run("remind", "print", scheduler, "--time", "20:30")
    assert (answer.code, answer.err) == (0, f"{PLACES[scheduler]}\n")
    assert NOTE in answer.out
    seen = answer.out.replace(str(home), "").replace(sys.prefix, "")
    assert not re.search(r"harm|journal(?!\.db)|drug|drink", seen)
    assert not home.exists()


@pytest.mark.parametrize("time", ["24:00", "9", "21:60", "noon", ""])
def test_a_time_that_is_none_is_refused(time: str) -> None:
    with pytest.raises(UsageError, match="21:00"):
        schedule(Scheduler.CRON, ODD, time)


def test_cron_runs_the_words_at_that_time() -> None:
    line, _ = schedule(Scheduler.CRON, ODD, "9:05")
    minute, hour, *days, command = line.split(" ", 5)
    assert (minute, hour, days) == ("5", "9", ["*", "*", "*"])
    assert "%" not in command.replace("\\%", "")
    assert shlex.split(command.replace("\\%", "%"))[: len(ODD) + 1] == [*ODD, "&&"]


def test_launchd_runs_the_words_at_that_time() -> None:
    text, _ = schedule(Scheduler.LAUNCHD, ODD, "21:00")
    job = plistlib.loads(text.encode())
    assert job["StartCalendarInterval"] == {"Hour": 21, "Minute": 0}
    assert shlex.split(job["ProgramArguments"][2])[: len(ODD) + 1] == [*ODD, "&&"]


def test_the_task_scheduler_runs_the_words_at_that_time() -> None:
    text, _ = schedule(Scheduler.SCHTASKS, [*ODD[:1], "<&>"], "21:00")
    task = ET.fromstring(text)  # noqa: S314 - it is our own
    assert [one.text for one in task.iter(f"{SPACE}StartBoundary")] == ["2026-01-01T21:00:00"]
    (arguments,) = (one.text for one in task.iter(f"{SPACE}Arguments"))
    assert "& '/a b/it''s 100%/hrj' '<&>'; if" in str(arguments)


@pytest.mark.skipif(ANALYZE is None, reason="systemd is not here")
def test_systemd_takes_both_parts(tmp_path: Path) -> None:
    text, _ = schedule(Scheduler.SYSTEMD, ODD, "9:05")
    parts = re.findall(r"# (note\.\w+)\n(.*?)(?=\n# |\Z)", text, re.DOTALL)
    assert [name for name, _ in parts] == ["note.service", "note.timer"]
    for name, part in parts:
        (tmp_path / name).write_text(part)
    paths = [str(tmp_path / name) for name, _ in parts]
    done = subprocess.run(
        [str(ANALYZE), "verify", *paths], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "OnCalendar=*-*-* 09:05:00\n" in text
    assert '"/a b/it\'s 100%%/hrj" "--db" "/x$$y/j.db" "remind" "due"\n' in text
