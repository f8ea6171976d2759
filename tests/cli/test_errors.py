from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Never

import pytest

from hrjournal.cli.errors import run_reporting_errors
from hrjournal.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
PRIVATE = "a private note"


def raising(error: BaseException) -> Callable[..., Never]:
    def stand_in(*given: object, **named: object) -> Never:
        raise error

    return stand_in


@pytest.mark.parametrize(
    "words",
    [
        *(["nonsense"], ["log", "--nonsense"], ["days", "--days"], ["days", "--days", "x"]),
        *(["show"], ["--db"], ["log", "--mood", "99"], ["undo", "more"], ["import", "nothing"]),
        *(["import"], ["log", "\x1b[2J", "--\x1b[2J"], ["urge", "5", "--outcome", "\x1b]0;x\x07"]),
        *(["trends", "--by", "hour"], ["wins", "--week", "--month"]),
    ],
)
def test_words_that_are_not_understood_are_answered_calmly(
    run: Run, home: Path, words: list[str]
) -> None:
    answer = run(*words)
    assert answer.code == 2
    assert "Traceback" not in answer.err
    assert "\x1b" not in answer.out + answer.err
    assert answer.out == "" or words == ["import"]
    assert len(answer.err.splitlines()) <= 2
    assert not home.exists()


def test_help_is_named_beside_a_wrong_option(run: Run) -> None:
    assert "hrjournal log --help" in run("log", "--nonsense").err


@pytest.mark.parametrize("error", [RuntimeError(PRIVATE), ValueError(PRIVATE), KeyError(PRIVATE)])
def test_what_nobody_foresaw_is_said_calmly_and_tells_no_private_word(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    monkeypatch.setattr("hrjournal.cli.arguments.parse_at", raising(error))
    answer = run("log", "alcohol", "2", "--note", PRIVATE)
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith("Something unforeseen came up")
    assert "--debug" in answer.err
    assert len(answer.err.splitlines()) == 1
    assert PRIVATE not in answer.err


def test_the_details_are_there_for_those_who_ask(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hrjournal.cli.arguments.parse_at", raising(RuntimeError("details")))
    with pytest.raises(RuntimeError, match="details"):
        run("--debug", "log", "alcohol", "2")


def test_a_disk_that_does_not_answer_is_said_calmly(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hrjournal.cli.arguments.parse_at", raising(OSError(28, PRIVATE, PRIVATE)))
    answer = run("log", "alcohol", "2")
    assert (answer.code, answer.out) == (1, "")
    assert PRIVATE not in answer.err
    assert len(answer.err.splitlines()) == 1


@pytest.mark.parametrize("error", [KeyboardInterrupt(), EOFError()])
def test_stopping_in_the_middle_saves_nothing_and_says_so(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    monkeypatch.setattr("hrjournal.cli.arguments.parse_at", raising(error))
    answer = run("log", "alcohol", "2")
    assert (answer.code, answer.out) == (130, "")
    assert answer.err.strip() == "Stopped here. Nothing more was saved."
    monkeypatch.undo()


def test_an_error_of_the_house_brings_its_sentence_and_its_code(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run_reporting_errors(raising(UsageError("Say what it was."))) == 2
    assert run_reporting_errors(raising(NotFoundError("It is not there.\x1b[2J"))) == 1
    err = capsys.readouterr().err
    assert err.splitlines()[0] == "Say what it was."
    assert "It is not there." in err
    assert "\x1b" not in err


def test_a_number_that_an_action_gives_is_the_exit_code() -> None:
    assert run_reporting_errors(lambda: 7) == 7
    assert run_reporting_errors(lambda: None) == 0
    assert run_reporting_errors(lambda: "words") == 0


def test_a_reader_that_has_gone_is_no_error(tmp_path: Path) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f"'{sys.executable}' -m hrjournal --help | true"],
        check=False,
        capture_output=True,
        text=True,
        env={"HRJOURNAL_HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
    )
    assert done.stderr == ""
