from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
DAY = "today (Mon 23 Nov)"


def record(run: Run, number: int = 1) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("show", str(number), "--json").out)
    return found


def all_of(run: Run) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("days", "--days", "400", "--json").out)["entries"]
    return found


@pytest.mark.parametrize(
    ("words", "understood"),
    [
        ("alcohol 2", "Alcohol: 2 US standard drinks (28 g)"),
        ("alcohol 1", "Alcohol: 1 US standard drink (14 g)"),
        ("alcohol 2.5", "Alcohol: 2.5 US standard drinks (35 g)"),
        ("alcohol 2,5", "Alcohol: 2.5 US standard drinks (35 g)"),
        ("alcohol ~3", "Alcohol: about 3 US standard drinks (42 g)"),
        ("alcohol 2-4", "Alcohol: 2 to 4 US standard drinks (28 to 56 g)"),
        ("alcohol ?", "Alcohol: some, amount not known"),
        ("alcohol", "Alcohol: some, amount not known"),
        ("alcohol some", "Alcohol: some, amount not known"),
        ("alcohol 30 g", "Alcohol: 2.1 US standard drinks (30 g)"),
        ("alcohol 500ml 5%", "Alcohol: 1.4 US standard drinks (19.7 g)"),
        ("alcohol 500ml@5%", "Alcohol: 1.4 US standard drinks (19.7 g)"),
        ("alcohol 0.5l 5%", "Alcohol: 1.4 US standard drinks (19.7 g)"),
        ("alcohol 2 x 500ml 5%", "Alcohol: 2.8 US standard drinks (39.5 g)"),
        ("cannabis 3 joints", "Cannabis: 3 joints"),
        ("cannabis 1 joint", "Cannabis: 1 joint"),
    ],
)
def test_every_form_of_amount_is_said_back_as_understood(
    run: Run, words: str, understood: str
) -> None:
    answer = run("log", *words.split())
    assert answer.code == 0, answer.err
    assert answer.out.splitlines()[0] == f"Saved #1. {understood}, {DAY} at 09:40."


@pytest.mark.parametrize(
    "words",
    [
        *("0", "-1", "nan", "inf", "1e3", "2--4", "~", "2.5.1", "5+", "3/7", "2-"),
        *("1234567890", "0.0001", "1,000", "500ml", "500ml 101%", "2 5 7"),
    ],
)
def test_what_is_no_amount_is_said_in_a_sentence_and_nothing_is_saved(
    run: Run, home: Path, words: str
) -> None:
    answer = run("log", "alcohol", "--", *words.split())
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.strip()
    assert len(answer.err.splitlines()) == 1
    assert all_of(run) == []


def test_a_zero_points_to_none(run: Run) -> None:
    assert "hrjournal none" in run("log", "alcohol", "0").err


def test_the_small_hours_belong_to_the_day_before(run: Run) -> None:
    answer = run("log", "alcohol", "1", at="2026-11-22 01:30")
    assert "tonight (Sat 21 Nov), 01:30" in answer.out
    assert record(run)["day"] == "2026-11-21"


def test_a_day_ends_when_the_next_one_begins(run: Run) -> None:
    run("log", "alcohol", "1", at="2026-11-22 03:59")
    run("log", "alcohol", "1", at="2026-11-22 04:00")
    assert [one["day"] for one in all_of(run)] == ["2026-11-21", "2026-11-22"]


@pytest.mark.parametrize(
    ("at", "day", "time"),
    [
        ("08:15", "2026-11-23", "08:15"),
        ("8:15 am", "2026-11-23", "08:15"),
        ("yesterday 22:30", "2026-11-22", "22:30"),
        ("yesterday 01:30", "2026-11-22", "01:30"),
        ("yesterday", "2026-11-22", None),
        ("2 hours ago", "2026-11-23", "07:40"),
        ("-3d", "2026-11-20", None),
        ("sunday", "2026-11-22", None),
        ("2026-11-20", "2026-11-20", None),
        ("2026-11-20 22:30", "2026-11-20", "22:30"),
        ("2026-11-20T22:30", "2026-11-20", "22:30"),
        ("2026-11-20 01:30", "2026-11-19", "01:30"),
        ("now", "2026-11-23", "09:40"),
    ],
)
def test_a_moment_can_be_said_in_many_ways(run: Run, at: str, day: str, time: str | None) -> None:
    answer = run("log", "alcohol", "1", f"--at={at}")
    assert answer.code == 0, answer.err
    found = record(run)
    assert (found["day"], found["time"]) == (day, time)
    assert (f"at {time}" in answer.out) == (time is not None)


@pytest.mark.parametrize(
    "at", ["tomorrow", "23:00", "2026-11-24", "2027-01-01 10:00", "in 2 hours"]
)
def test_what_is_still_to_come_is_not_written(run: Run, at: str) -> None:
    answer = run("log", "alcohol", "1", "--at", at)
    assert (answer.code, answer.out) == (2, "")
    assert f'"{at}"' in answer.err
    assert len(answer.err.splitlines()) == 1
    assert all_of(run) == []


def test_a_time_to_come_is_said_as_it_was_understood(run: Run) -> None:
    answer = run("log", "alcohol", "1", "--at", "2026-11-24 09:00")
    assert "Tue 24 Nov 2026 at 09:00" in answer.err
    assert "still to come" in answer.err


def test_a_time_that_a_clock_change_skips_is_answered_with_the_nearest(run: Run) -> None:
    answer = run("log", "alcohol", "1", "--at", "2026-03-29 02:30")
    assert answer.code == 2
    assert "01:59" in answer.err
    assert "03:00" in answer.err


def test_a_substance_nobody_knows_is_added_as_typed(run: Run) -> None:
    refused = run("log", "Blue Lotus", "2")
    assert (refused.code, refused.out, all_of(run)) == (1, "", [])
    assert "--new" in refused.err
    answer = run("log", "Blue Lotus", "2", "--new")
    assert answer.code == 0, answer.err
    assert answer.out.startswith(f"Saved #1. Blue Lotus: 2 times, {DAY} at 09:40.")
    assert record(run)["substance"] == "Blue Lotus"


def test_a_name_near_a_known_one_is_never_kept_unasked(run: Run) -> None:
    refused = run("log", "alcohool", "2")
    assert (refused.code, all_of(run)) == (1, [])
    assert "alcohol" in refused.err
    assert run("log", "alcohool", "2", "--new").out.startswith("Saved #1. alcohool: 2 times")


def test_another_name_of_a_known_substance_is_the_same_substance(run: Run) -> None:
    run("log", "weed", "1", "joint")
    run("log", "CANNABIS", "1", "joint")
    assert {one["substance"] for one in all_of(run)} == {"Cannabis"}


def test_a_unit_of_ones_own_is_kept_and_becomes_the_usual_one(run: Run) -> None:
    assert run("log", "kratom", "2", "spoonfuls").code == 1
    assert "Kratom: 2 spoonfuls" in run("log", "kratom", "2", "spoonfuls", "--new").out
    assert "Kratom: 1 spoonful" in run("log", "one spoonful of kratom").out
    assert "Blue lotus: 2 cups" in run("log", "Blue lotus", "2", "cups", "--new").out
    assert "Blue lotus: 3 cups" in run("log", "blue lotus", "3").out


@pytest.mark.parametrize("unit", ["5q", "\x1b[31m", "c\u202eup", "a" * 60])
def test_a_unit_that_is_no_plain_word_is_refused(run: Run, unit: str) -> None:
    answer = run("log", "kratom", "2", unit)
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.rstrip("\n").isprintable()
    assert len(answer.err.splitlines()) == 1


@pytest.mark.parametrize("name", ["", "   ", "\x1b[2J", "a\u202eb", "\x00", "?!", "x" * 81])
def test_a_name_that_cannot_be_shown_is_refused_and_nothing_is_saved(run: Run, name: str) -> None:
    answer = run("log", name, "2", "--new")
    assert (answer.code, answer.out) == (1, "")
    assert "\x1b" not in answer.err
    assert "\u202e" not in answer.err
    assert all_of(run) == []


def test_everything_that_can_be_said_with_use_is_kept(run: Run) -> None:
    answer = run(
        *("log", "alcohol", "2", "--mood", "4", "--urge", "7", "--trigger", "Stress"),
        *("--trigger", "after work", "--step", "ate,water", "--coping", "walk"),
        *("--route", "Oral", "--with", "alone", "--spend", "12,50", "--planned", "--note", "long"),
    )
    assert answer.code == 0, answer.err
    found = record(run)
    expected = {
        "mood": 4,
        "urge": 7,
        "triggers": ["stress", "after-work"],
        "steps": ["ate", "water"],
        "copings": ["walk"],
        "route": "oral",
        "with": "alone",
        "spend": 12.5,
        "planned": True,
        "note": "long",
        "zone": "Europe/Warsaw",
        "offset_seconds": 3600,
    }
    assert {name: found[name] for name in expected} == expected
    assert found["amount"] == {
        "low": 28,
        "high": 28,
        "unit": "g_alc",
        "about": False,
        "typed": "alcohol 2",
    }


@pytest.mark.parametrize("scale", [["--mood", "11"], ["--mood", "-1"], ["--urge", "x"]])
def test_a_scale_runs_from_0_to_10(run: Run, scale: list[str]) -> None:
    answer = run("log", "alcohol", "2", *scale)
    assert (answer.code, answer.out) == (2, "")
    assert all_of(run) == []


def test_words_without_a_substance_are_kept_as_a_checkin(run: Run) -> None:
    assert run("log", "--mood", "3", "--note", "tired").out.startswith("Saved #1. Check-in")


@pytest.mark.parametrize("scale", ["--mood", "--urge"])
def test_a_zero_on_a_scale_is_an_answer(run: Run, scale: str) -> None:
    assert run("log", scale, "0").out.startswith("Saved #1. Check-in")
    assert record(run)[scale[2:]] == 0


@pytest.mark.parametrize("command", ["log", "checkin", "urge"])
def test_an_empty_note_alone_is_nothing_to_write_down(run: Run, home: Path, command: str) -> None:
    assert run(command, "--note", "").code == 2
    assert run(command, "--note", "-", stdin=b"\n").code == 2
    assert not home.exists()


def test_a_log_without_any_word_says_what_to_write(run: Run, home: Path) -> None:
    answer = run("log")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == "Say what it was, such as: hrjournal log alcohol 2\n"
    assert not home.exists()


@pytest.mark.slow
def test_an_answer_has_at_most_four_lines(run: Run) -> None:
    longest = 0
    for day in range(1, 24):
        words = ("log", "alcohol", f"{1 + day * 7 % 5}", "--step", "ate", "--mood", "6")
        at = f"2026-11-{day:02} 21:00"
        answers = [
            run(*words, at=at),
            run("none", "alcohol", "--replace", at=at),
            run("log", "heroin", "1", "bag", at=at),
        ]
        assert all(one.code == 0 for one in answers)
        longest = max(longest, *(len(one.out.splitlines()) for one in answers))
    assert 1 <= longest <= 4


def test_answers_of_log_read_as_approved(run: Run, approved: Callable[[str, str], None]) -> None:
    told = []
    for words in (
        "log alcohol 2",
        "log beer 500ml 5% --at yesterday",
        "log cannabis ?",
        "none alcohol --replace",
        "log alcohol 2-4 --mood 6",
        "log alcohol 14",
        "checkin --mood 6 --sleep 7h30",
        "urge 7 --coping walk --outcome rode-out --minutes 20",
        "step carried-naloxone",
    ):
        answer = run(*words.split())
        assert (answer.code, answer.err) == (0, "")
        told.append(f"$ hrjournal {words}\n{answer.out}")
    approved("cli/answers.txt", "\n".join(told))
