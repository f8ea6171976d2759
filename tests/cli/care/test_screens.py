from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from cli.test_prompts import converse
from hrjournal.cli.system.locale import LOCALES

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
LEAVE = "Would you like to answer it now? [y/N]: "
ANSWER = "The number of your answer (Enter stops): "
KEEP = "Keep it in your journal? [y/N]: "


@pytest.fixture(autouse=True)
def britain(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in LOCALES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")


def kept(run: Run, *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(
        run("reflect", "screen", *words, "--list", "--json").out
    )["kept"]
    return found


def test_alone_it_says_what_there_is(run: Run, home: Path) -> None:
    said = run("reflect", "screen").out
    for name in ("phq2", "gad2", "auditc"):
        assert name in said
    assert "not a diagnosis" in said
    assert not home.exists()


def test_a_screen_away_from_a_terminal_shows_its_questions(run: Run, home: Path) -> None:
    said = run("reflect", "screen", "PHQ-2").out
    assert "Little interest or pleasure in doing things" in said
    assert "Developed by Drs." in said
    assert "--answers N,N" in said
    assert not home.exists()


def test_the_drinking_screen_says_what_a_drink_is_here(run: Run) -> None:
    said = run("reflect", "screen", "auditc", "--plain").out
    assert "holds 10 g of pure alcohol. That is about 1.3 UK units." in said
    run("config", "country", "US")
    said = run("reflect", "screen", "auditc", "--plain").out
    assert "holds 14 g of pure alcohol. That is one US standard drink." in said


def test_answers_give_a_result_and_nothing_is_kept(run: Run, home: Path) -> None:
    said = run("reflect", "screen", "phq2", "--answers", "2,1").out
    assert "3 of 6." in said
    assert said.index("Samaritans: Call 116 123.") < said.index("3 of 6.")
    assert not home.exists()


def test_a_screen_of_drinking_sends_nobody_to_an_emergency(run: Run) -> None:
    run("config", "country", "US")
    said = run("reflect", "screen", "auditc", "--answers", "2,1,1").out
    assert "SAMHSA National Helpline: Call 1-800-662-4357." in said
    assert "988" not in said
    assert "911" not in said
    mood = run("reflect", "screen", "phq2", "--answers", "3,0").out
    assert mood.index("988") < mood.index("When a life is in danger: Call 911.")


def test_it_is_kept_on_request_with_its_answers(run: Run) -> None:
    said = run("reflect", "screen", "gad2", "--answers", "1, 0", "--keep").out
    assert "Kept in your journal. Undo takes it back." in said
    assert kept(run) == [{"screen": "gad2", "day": "2026-11-23", "score": 1}]
    assert "the last screen" in run("undo").out
    assert kept(run) == []


def test_a_later_one_is_measured_against_the_own_past(run: Run) -> None:
    run("reflect", "screen", "phq2", "--answers", "3,3", "--keep", at="2026-10-01 12:00")
    run("reflect", "screen", "phq2", "--answers", "1,1", "--keep", at="2026-10-20 12:00")
    run("reflect", "screen", "gad2", "--answers", "0,0", "--keep", at="2026-11-01 12:00")
    said = " ".join(run("reflect", "screen", "phq2", "--answers", "2,2").out.split())
    assert "Last time, on Tue 20 Oct 2026, it was 2: this is 2 higher." in said
    assert "Your earlier ones went from 2 to 6." in said
    assert [one["score"] for one in kept(run, "phq2")] == [6, 2]
    assert len(kept(run)) == 3


@pytest.mark.parametrize(
    ("name", "answers", "at", "soon"),
    [
        ("phq2", "0,0", "2026-11-14 12:00", True),
        ("phq2", "0,0", "2026-11-15 12:00", False),
        ("auditc", "0", "2026-11-28 12:00", True),
        ("auditc", "0", "2026-11-29 12:00", False),
    ],
)
def test_one_soon_after_another_is_told_and_not_refused(
    run: Run, name: str, answers: str, at: str, *, soon: bool
) -> None:
    run("reflect", "screen", name, "--answers", answers, "--keep", at="2026-11-01 12:00")
    assert ("You kept one on Sun 1 Nov 2026" in run("reflect", "screen", name, at=at).out) is soon
    assert run("reflect", "screen", name, "--answers", answers, "--keep", at=at).code == 0
    assert len(kept(run)) == 2


def test_never_as_the_first_answer_is_enough(run: Run) -> None:
    assert "0 of 12." in run("reflect", "screen", "auditc", "--answers", "0").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["phq9"], "The screens here are: auditc, gad2, phq2."),
        (["phq2", "--answers", "1"], "PHQ-2 has 2 answers"),
        (["phq2", "--answers", "1,4"], "PHQ-2 has 2 answers"),
        (["phq2", "--answers", "a,b"], "PHQ-2 has 2 answers"),
        (["phq2", "--answers", ""], "PHQ-2 has 2 answers"),
    ],
)
def test_what_cannot_be_understood_is_said_calmly(run: Run, words: list[str], said: str) -> None:
    answer = run("reflect", "screen", *words)
    assert answer.code == 2
    assert said in answer.err


def test_as_data_it_holds_the_score_and_the_past(run: Run) -> None:
    run("reflect", "screen", "phq2", "--answers", "1,1", "--keep", at="2026-10-20 12:00")
    data = json.loads(run("reflect", "screen", "phq2", "--answers", "3,2", "--json").out)
    assert (data["score"], data["most"], data["reached"]) == (5, 6, True)
    assert data["past"] == [{"day": "2026-10-20", "score": 2}]
    assert data["kept"] is False


def test_at_a_terminal_it_asks_leave_then_one_by_one_and_keeps_on_yes(run: Run) -> None:
    code, seen = converse(
        ["reflect", "screen", "phq2"],
        [(LEAVE, b"y\n"), (ANSWER, b"7\n"), (ANSWER, b"2\n"), (ANSWER, b"2\n"), (KEEP, b"y\n")],
    )
    assert code == 0
    assert "A number from 0 to 3, please. Enter stops." in seen
    assert seen.index("Samaritans") < seen.index("4 of 6.")
    assert "Kept in your journal." in seen
    assert [one["score"] for one in kept(run)] == [4]


@pytest.mark.slow
@pytest.mark.parametrize(
    "told",
    [
        [(LEAVE, b"\n")],
        [(LEAVE, b"y\n"), (ANSWER, b"\n")],
        [(LEAVE, b"y\n"), (ANSWER, b"1\n"), (ANSWER, b"\n")],
    ],
)
def test_a_person_can_stop_at_any_point_and_nothing_is_kept(
    run: Run, home: Path, told: list[tuple[str, bytes]]
) -> None:
    code, seen = converse(["reflect", "screen", "gad2"], told)
    assert code == 0
    assert "That is fine. Nothing was saved." in seen
    assert not home.exists()


def test_a_result_is_not_kept_without_a_yes(run: Run, home: Path) -> None:
    told = [(LEAVE, b"y\n"), (ANSWER, b"0\n"), (KEEP, b"\n")]
    code, seen = converse(["reflect", "screen", "auditc"], told)
    assert code == 0
    assert "How many drinks" not in seen  # with Never, nothing more is asked
    assert "0 of 12." in seen
    assert not home.exists()
