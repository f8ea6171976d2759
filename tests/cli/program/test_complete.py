"""What a shell is offered, and that it is offered fast, silently, and quoted right."""

from __future__ import annotations

import os
import pty
import select
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from hrjournal.cli.app import app
from hrjournal.cli.commands import COMMANDS
from hrjournal.cli.context import AppContext
from hrjournal.cli.program import complete, completion_table
from hrjournal.cli.program.complete import FILES, for_bash
from hrjournal.cli.program.completion_scripts import SCRIPTS, Shell
from hrjournal.domain.settings import SETTINGS, parse_setting

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
Offered = Callable[..., list[str]]
START: Final = "#!/bin/sh\nexec '{python}' -c '{code}' \"$@\"\n"
CODE: Final = (
    'import sys; sys.path.insert(0, "{place}"); from hrjournal.cli import main; '
    'sys.argv[0] = "hrjournal"; main()'
)


@pytest.fixture
def offered(capsys: pytest.CaptureFixture[str], home: Path) -> Offered:
    """What may stand in place of the last of these words."""

    def asking(*line: str) -> list[str]:
        capsys.readouterr()
        code = complete.complete(["zsh", *line])
        out, err = capsys.readouterr()
        assert (code, err) == (0, "")
        return [one.partition("\t")[0] for one in out.splitlines()]

    return asking


def test_commands_and_those_within_them(offered: Offered) -> None:
    assert offered("") == list(COMMANDS)
    assert offered("lo") == ["log"]
    assert offered("session", "") == ["list", "talk", "agreed"]
    assert offered("goal", "") == ["add", "list", "change", "rate", "end", "review"]
    assert offered("help", "session", "t") == ["talk"]
    assert offered("help", "lo") == offered("demo", "lo") == ["log"]
    assert offered("nothing-of-ours", "") == []


def test_options_and_what_stands_behind_them(offered: Offered) -> None:
    assert offered("log", "beer", "--tr") == ["--trigger"]
    assert "--names" in offered("today", "--")
    assert offered("urge", "7", "--outcome", "r") == ["rode-out"]
    assert offered("log", "--trigger=stre") == ["--trigger=stress"]
    assert offered("log", "--at", "yesterday", "alc") == ["alcohol", "alcopop", "alcopops"][:1]
    assert offered("checkin", "--mood", "") == []


def test_words_of_the_program(offered: Offered) -> None:
    assert offered("log", "beer", "") == []  # an amount comes next
    assert offered("none", "alcohol", "ketam") == ["ketamine"]
    assert "weed" in offered("log", "we")
    assert "carried-naloxone" in offered("step", "")
    assert offered("reflect", "screen", "p") == ["phq2"]
    assert offered("notices", "off", "mi") == ["mixing"]


def test_settings_and_their_values(offered: Offered) -> None:
    assert [name for name in SETTINGS if name not in offered("config", "")] == []
    assert offered("config", "discreet", "") == ["on", "off"]
    assert offered("config", "week_starts_on", "s") == ["saturday", "sunday"]
    table = completion_table.completion_table()
    for name in SETTINGS:
        for value in table["values"].get(f"setting {name}", ()):
            assert parse_setting(name, value)


def test_own_words_come_first_and_stay_out_of_the_discreet_view(run: Run, offered: Offered) -> None:
    run("log", "Qw Fizz", "1", "--new", "--trigger", "Ann's party", "--step", "own step")
    assert offered("log", "")[0] == "Qw Fizz"
    assert offered("log", "qw") == ["qw fizz"]
    assert offered("log", "beer", "--trigger", "")[0] == "ann's-party"
    assert offered("step", "")[0] == "own-step"
    run("config", "discreet", "on")
    assert "Qw Fizz" not in offered("log", "")
    assert offered("log", "beer", "--trigger", "ann") == []


def test_names_servings_and_effects_of_ones_own_are_offered(run: Run, offered: Offered) -> None:
    run("log", "alcohol", "1", "--gave", "felt lighter", "--after", "slept badly")
    run("substances", "alias", "alcohol", "booze")
    run("substances", "serving", "my can", "500ml 5%")
    assert offered("log", "boo") == ["booze"]
    assert offered("log", "my") == ["my can"]
    assert offered("none", "my") == []
    assert offered("log", "beer", "--gave", "fe") == ["felt lighter"]
    assert offered("log", "beer", "--after", "") == ["slept badly"]


def test_what_is_hidden_is_not_offered(run: Run, offered: Offered) -> None:
    run("log", "cannabis", "1 joint")
    run("substances", "alias", "cannabis", "greenish")
    run("substances", "serving", "my bong", "1 joint")
    assert offered("log", "greeni") == ["greenish"]
    run("substances", "hide", "cannabis")
    assert [offered("log", word) for word in ("canna", "greeni", "my b")] == [[], [], []]


def test_another_journal_can_be_named_in_front(run: Run, offered: Offered, tmp_path: Path) -> None:
    other = str(tmp_path / "other.db")
    app(["log", "Qwark", "1", "--new"], standalone_mode=False, obj=AppContext(file=Path(other)))
    assert offered("--db", other, "log", "qwa") == ["qwark"]
    assert offered("log", "qwa") == []


def test_where_a_file_comes_next_the_shell_is_asked_for_one(home: Path) -> None:
    assert complete.complete(["bash", "export", "json", ""]) == FILES
    assert complete.complete(["bash", "--db", ""]) == FILES
    assert complete.complete(["bash", "summary", "--out", "x"]) == FILES


def test_a_journal_that_is_locked_or_none_is_left_alone(
    run: Run, offered: Offered, home: Path
) -> None:
    assert offered("log", "alc")
    assert not home.exists()
    run("log", "Qwark", "1", "--new")
    with closing(sqlite3.connect(home / "journal.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        begun = time.monotonic()
        assert offered("log", "qwa") == []
        assert time.monotonic() - begun < 5
    before = sorted(home.iterdir())
    assert offered("log", "qwa") == ["qwark"]
    assert sorted(home.iterdir()) == before
    (home / "journal.db").write_bytes(os.urandom(8192))
    assert offered("log", "qwa") == []


@pytest.mark.parametrize("line", [[], ["bash"], ["bash", "--db"], ["bash", "log", "--at"]])
def test_nothing_is_ever_said_of_what_went_wrong(
    line: list[str], capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    complete.complete(line)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("word", "typed", "put"),
    [
        ("qw fizz", "qw", "qw\\ fizz"),
        ("qw fizz", "'qw", "qw fizz"),
        ("o'brien", "o", "o\\'brien"),
        ("o'brien", "'o", "o'\\''brien"),
        ("o'brien", '"o', "o'brien"),
        ('a"b$c', '"a', 'a\\"b\\$c'),
    ],
)
def test_words_are_quoted_as_the_line_has_begun(word: str, typed: str, put: str) -> None:
    assert for_bash(word, typed) == put


@pytest.fixture
def program(installed: Path, tmp_path: Path) -> Path:
    """A folder that holds the program as it is installed, by its two names."""
    folder = tmp_path / "bin"
    folder.mkdir()
    text = START.format(python=sys.executable, code=CODE.format(place=installed))
    for name in ("hrjournal", "hrj"):
        (folder / name).write_text(text)
        (folder / name).chmod(0o755)
    return folder


def typed_in(shell: list[str], setup: str, line: str, folder: Path) -> str:
    """The words of a line as a real shell takes them after Tab was pressed at its end."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(PATH=f"{folder}:{os.environ['PATH']}", TERM="dumb", PS1="> ")
        os.execvp(shell[0], shell)  # noqa: S606 - a shell is what is tested
    read = reading(terminal)
    send = f"{setup}\nprintf 'rea%s' dy\n"
    os.write(terminal, send.encode())
    until(read, "ready")
    os.write(terminal, f"{line}\t".encode())
    os.write(terminal, b"\x01printf '<%s>' \x05; printf 'do%s' ne; exit\n")
    said = until(read, "done")
    os.waitpid(child, 0)
    os.close(terminal)
    return said.rpartition("<hrjournal>")[2].partition("done")[0]


def reading(terminal: int) -> Iterator[str]:
    """What a terminal shows, bit by bit."""
    while True:
        ready, _, _ = select.select([terminal], [], [], 20)
        yield os.read(terminal, 65_536).decode() if ready else ""


def until(read: Iterator[str], mark: str) -> str:
    """What is shown until this is."""
    shown = ""
    while mark not in shown:
        bit = next(read)
        assert bit, shown
        shown += bit
    return shown


TYPED: Final = {
    "hrjournal lo": "<log>",
    "hrjournal log qw": "<log><qw fizz>",
    "hrjournal log 'qw": "<log><qw fizz>",
    'hrjournal log "qw': "<log><qw fizz>",
    "hrjournal log beer --trigger ann": "<log><beer><--trigger><ann's-party>",
    'hrjournal log beer --trigger "ann': "<log><beer><--trigger><ann's-party>",
    "hrjournal log beer --trigger 'ann": "<log><beer><--trigger><ann's-party>",
    "hrjournal log --trigger=celebr": "<log><--trigger=celebrating>",
    "hrjournal log 'qw fizz' 1 --mo": "<log><qw fizz><1><--mood>",
    "hrjournal --db odd": "<--db><odd.file>",
}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("shell", "source"),
    [
        ("bash --norc --noprofile -i", "source <(hrjournal completion bash)"),
        (
            "zsh -f -i",
            "autoload -Uz compinit; compinit -D; bindkey -e; source <(hrjournal completion zsh)",
        ),
    ],
)
def test_a_real_shell_completes_it(
    run: Run, program: Path, monkeypatch: pytest.MonkeyPatch, shell: str, source: str
) -> None:
    if not shutil.which(shell.split(maxsplit=1)[0]):
        pytest.skip("this shell is not here")
    run("log", "Qw Fizz", "1", "--new", "--trigger", "Ann's party")
    monkeypatch.chdir(program.parent)
    (program.parent / "odd.file").touch()
    taken = {line: typed_in(shell.split(), source, line, program) for line in TYPED}
    assert taken == TYPED


def test_scripts_are_printed_and_bash_takes_its_own(run: Run) -> None:
    for shell in Shell:
        assert run("completion", shell).out == SCRIPTS[shell]
        assert f"hrjournal completion {shell}" in "".join(SCRIPTS[shell].splitlines()[:3])
    done = subprocess.run(
        ["/bin/bash", "-n"], input=SCRIPTS[Shell.BASH], text=True, check=False, capture_output=True
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_completion_loads_next_to_nothing(installed: Path, home: Path, run: Run) -> None:
    run("log", "Qwark", "1", "--new")
    code = (
        f"import sys; sys.path.insert(0, {str(installed)!r})\n"
        "from hrjournal.cli import main\n"
        "sys.argv = ['hrjournal', '__complete', 'bash', 'log', 'qwa']\n"
        "try:\n    main()\nexcept SystemExit as end:\n    assert end.code == 0\n"
        "heavy = {'typer', 'rich', 'sqlite_utils', 'tomllib', 'difflib', 'platformdirs'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", code], check=True, capture_output=True, text=True
    )
    assert done.stdout == "qwark\n"
