from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]


def all_of(run: Run) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("days", "--days", "400", "--json").out)["entries"]
    return found


def week(run: Run) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = json.loads(run("today", "--json").out)["week"]
    return found


def test_none_covers_every_substance_that_is_tracked(run: Run) -> None:
    run("log", "alcohol", "2", "--at", "2026-11-20")
    run("log", "cannabis", "1", "--at", "2026-11-20")
    answer = run("none")
    assert answer.out.splitlines()[0] == (
        "Saved #3 to #4. None, today (Mon 23 Nov): Alcohol and Cannabis."
    )
    nones = [one for one in all_of(run) if one["sort"] == "none"]
    assert [(one["substance"], one["day"]) for one in nones] == [
        ("Alcohol", "2026-11-23"),
        ("Cannabis", "2026-11-23"),
    ]


def test_none_can_name_what_it_is_about(run: Run) -> None:
    run("log", "alcohol", "2", "--at", "2026-11-20")
    run("log", "cannabis", "1", "--at", "2026-11-20")
    assert "(Mon 23 Nov): Cannabis." in run("none", "cannabis").out
    assert week(run)["Cannabis"]["2026-11-23"] == "none"
    assert "2026-11-23" not in week(run)["Alcohol"]


def test_a_substance_named_twice_is_covered_once(run: Run) -> None:
    run("none", "alcohol", "Alcohol", "booze")
    assert len(all_of(run)) == 1


def test_none_before_anything_is_tracked_says_so(run: Run) -> None:
    answer = run("none")
    assert answer.code == 0
    assert "Nothing used." in answer.out
    assert [one["substance"] for one in all_of(run)] == [None]


def test_none_can_be_of_an_earlier_day(run: Run) -> None:
    answer = run("none", "alcohol", "--day", "yesterday", "--note", "slept early")
    assert "yesterday (Sun 22 Nov): Alcohol." in answer.out
    assert [(one["day"], one["time"], one["note"]) for one in all_of(run)] == [
        ("2026-11-22", None, "slept early")
    ]


@pytest.mark.parametrize("day", ["tomorrow", "someday", "2026-13-01", ""])
def test_a_day_that_is_to_come_or_not_understood_is_refused(run: Run, day: str) -> None:
    answer = run("none", "alcohol", "--day", day)
    assert (answer.code, answer.out) == (2, "")
    assert all_of(run) == []


def test_none_after_use_stands_and_undo_brings_use_back(run: Run) -> None:
    run("log", "alcohol", "2")
    refused = run("none", "alcohol", at="2026-11-23 09:45")
    assert (refused.code, week(run)["Alcohol"]["2026-11-23"]) == (1, "used")
    assert "--replace" in refused.err
    answer = run("none", "alcohol", "--replace", at="2026-11-23 09:50")
    assert "This replaces the use you logged for that day. Undo brings it back." in (answer.out)
    assert week(run)["Alcohol"]["2026-11-23"] == "none"
    assert run("undo").code == 0
    assert week(run)["Alcohol"]["2026-11-23"] == "used"


def test_use_after_none_stands_and_undo_brings_none_back(run: Run) -> None:
    run("none", "alcohol")
    answer = run("log", "alcohol", "2", at="2026-11-23 21:00")
    assert "This replaces the none you logged for that day. Undo brings it back." in (answer.out)
    assert week(run)["Alcohol"]["2026-11-23"] == "used"
    run("undo", at="2026-11-23 21:05")
    assert week(run)["Alcohol"]["2026-11-23"] == "none"


def test_the_later_word_is_the_one_written_later_whenever_it_was(run: Run) -> None:
    run("log", "alcohol", "2", "--at", "yesterday 22:30")
    run("none", "alcohol", "--day", "yesterday", "--replace")
    assert week(run)["Alcohol"]["2026-11-22"] == "none"


def test_bare_none_leaves_what_was_used_and_medicines_alone(run: Run) -> None:
    run("log", "methadone", "60mg", at="2026-11-22 09:00")
    run("log", "cannabis", "1", "joint", at="2026-11-20 21:00")
    run("log", "2", "beers", at="2026-11-22 20:00")
    answer = run("none", "yesterday")
    assert "yesterday" in answer.out
    assert "Cannabis" in answer.out.splitlines()[0]
    assert "Alcohol: written as used that day" in answer.out
    days = week(run)
    assert days["Alcohol"]["2026-11-22"] == "used"
    assert days["Methadone"]["2026-11-22"] == "used"
    assert days["Cannabis"]["2026-11-22"] == "none"


def test_bare_none_says_that_a_medicine_was_left_out(run: Run) -> None:
    run("log", "methadone", "60mg", at="2026-11-20 09:00")
    run("log", "cannabis", "1", "joint", at="2026-11-20 21:00")
    assert "hrjournal none Methadone" in run("none").out
    assert week(run)["Methadone"].get("2026-11-23") != "none"
    assert "Methadone" in run("none", "methadone").out


def test_bare_none_with_nothing_left_says_how_to_insist(run: Run) -> None:
    run("log", "2", "beers")
    answer = run("none")
    assert (answer.code, answer.out) == (1, "")
    assert "hrjournal none Alcohol --replace" in answer.err


def test_a_day_and_names_stand_in_any_order(run: Run) -> None:
    for words in ("alcohol, weed last night", "yesterday weed and alcohol", "no booze yesterday"):
        assert run("none", *words.split()).code == 0
    assert {one["day"] for one in all_of(run)} == {"2026-11-22"}


@pytest.mark.parametrize("words", ["kebab", "alcohol 2", "all week", "alcohol yesterday today"])
def test_what_is_no_name_and_no_day_is_refused(run: Run, words: str) -> None:
    run("log", "alcohol", "2", at="2026-11-20 20:00")
    answer = run("none", *words.split())
    assert (answer.code, answer.out) == (1, "")
    assert len(all_of(run)) == 1


def test_none_of_another_substance_changes_nothing_here(run: Run) -> None:
    run("log", "alcohol", "2")
    assert "before" not in run("none", "cannabis").out
    assert week(run)["Alcohol"]["2026-11-23"] == "used"


def test_a_day_not_written_is_in_no_answer(run: Run) -> None:
    run("log", "alcohol", "2", "--at", "2026-11-20")
    assert week(run)["Alcohol"] == {"2026-11-20": "used"}


def test_beside_a_medicine_nothing_else_was_used(run: Run) -> None:
    run("log", "methadone", "60mg", at="2026-11-20 08:00")
    told = run("none", at="2026-11-20 22:00")
    assert told.code == 0
    assert "Nothing else used." in told.out
    assert "--replace" not in told.out + told.err


def test_a_day_of_use_offers_no_day_without_a_medicine(run: Run) -> None:
    run("log", "methadone", "60mg", at="2026-11-20 08:00")
    run("log", "heroin", "1", "bag", at="2026-11-20 20:00")
    told = run("none", at="2026-11-20 22:00")
    assert told.code == 1
    assert "none Heroin --replace" in told.err


def test_an_undone_checkin_says_what_it_was(run: Run) -> None:
    run("checkin", "mood", "6", at="2026-11-20 08:00")
    assert "Mood: 6 of 10" in run("undo", at="2026-11-20 08:01").out
