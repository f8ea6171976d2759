from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from conftest import Answer

pytestmark = pytest.mark.copies

Run = Callable[..., "Answer"]


def record(run: Run, number: int = 1) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("show", str(number), "--json").out)
    return found


def numbers(run: Run) -> list[int]:
    entries = json.loads(run("days", "--days", "400", "--json").out)["entries"]
    return sorted(one["id"] for one in entries)


def test_what_is_named_is_new_and_the_rest_stays(run: Run) -> None:
    run("log", "alcohol", "2", "--mood", "4", "--note", "long day")
    answer = run("edit", "1", "3", "--mood", "6")
    assert answer.out.splitlines()[0] == (
        "Changed #1: Alcohol: 2 US standard drinks (28 g) -> Alcohol: 3 US standard drinks (42 g), "
        "today (Mon 23 Nov) at 09:40. Mood: 4 of 10 -> 6 of 10."
    )
    found = record(run)
    assert (found["amount"]["low"], found["mood"], found["note"]) == (42, 6, "long day")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "name", "value"),
    [
        (["--at", "yesterday 22:30"], "time", "22:30"),
        (["--at", "yesterday"], "time", None),
        (["--urge", "0"], "urge", 0),
        (["--after", "slept badly"], "after", "slept badly"),
        (["--anxiety", "3"], "anxiety", 3),
        (["--pain", "3"], "pain", 3),
        (["--sleep", "7h30"], "sleep_minutes", 450),
        (["--minutes", "12"], "minutes", 12),
        (["--outcome", "less"], "outcome", "less"),
        (["--trigger", "a", "--trigger", "b"], "triggers", ["a", "b"]),
        (["--step", "water"], "steps", ["water"]),
        (["--coping", "walk"], "copings", ["walk"]),
        (["--route", "Oral"], "route", "oral"),
        (["--with", "Kim"], "with", "Kim"),
        (["--spend", "0"], "spend", 0),
        (["--note", "new"], "note", "new"),
        (["--clear", "note"], "note", None),
        (["--clear", "Trigger"], "triggers", []),
        (["--clear", "with"], "with", None),
        (
            ["?"],
            "amount",
            {"low": None, "high": None, "unit": "g_alc", "about": False, "typed": "alcohol ?"},
        ),
    ],
)
def test_every_field_can_be_changed(run: Run, words: list[str], name: str, value: object) -> None:
    run("log", "alcohol", "2", "--note", "old", "--trigger", "stress", "--with", "alone")
    answer = run("edit", "1", *words)
    assert answer.code == 0, answer.err
    assert record(run)[name] == value
    run("undo")
    assert record(run)["note"] == "old"
    assert record(run)["triggers"] == ["stress"]
    assert record(run)["time"] == "09:40"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        *((["1"], 2), (["1", "nonsense"], 1), (["1", "--mood", "12"], 2), (["1", "0"], 1)),
        *((["1", "--clear", "amount"], 2), (["1", "--at", "tomorrow"], 2), (["0", "3"], 1)),
        *((["7", "3"], 1), (["9" * 30, "3"], 2), (["x", "3"], 2), (["1", "--sleep", "30"], 2)),
    ],
)
def test_what_cannot_be_changed_is_said_and_stays(run: Run, words: list[str], code: int) -> None:
    run("log", "alcohol", "2")
    before = record(run)
    answer = run("edit", *words)
    assert (answer.code, answer.out) == (code, "")
    assert "Traceback" not in answer.err
    assert record(run) == before


def test_a_record_without_an_amount_says_so(run: Run) -> None:
    run("checkin", "--mood", "5")
    answer = run("edit", "1", "3")
    assert (answer.code, answer.out) == (2, "")
    assert "has no amount" in answer.err


def test_another_substance_can_be_named_with_its_amount(run: Run) -> None:
    run("log", "alcohol", "2")
    answer = run("edit", "1", "3", "--substance", "cannabis")
    assert "(28 g) -> Cannabis: 3 joints, today" in answer.out
    assert record(run)["amount"]["unit"] == "joint"


def test_another_substance_reads_the_words_of_the_amount_anew(run: Run) -> None:
    run("log", "alcohol", "2")
    assert "(28 g) -> Cannabis: 2 joints, " in run("edit", "1", "--substance", "cannabis").out


def test_a_deleted_record_can_come_back(run: Run) -> None:
    run("log", "alcohol", "2", "--note", "kept")
    before = record(run)
    answer = run("delete", "1")
    assert answer.out.splitlines()[0] == (
        "Deleted #1. Alcohol: 2 US standard drinks (28 g), today (Mon 23 Nov) at 09:40. "
        "To bring it back: hrjournal undo"
    )
    assert run("show", "1").code == 1
    back = run("undo").out.splitlines()
    assert back[0] == "Taken back: the last delete."
    assert back[1].startswith("Back: #1 Alcohol: 2 US standard drinks")
    assert record(run) == before


def test_a_record_deleted_for_good_leaves_no_trace_in_the_file(run: Run, home: Any) -> None:
    run("log", "alcohol", "2", "--note", "unmistakable-words")
    assert b"unmistakable-words" in (home / "journal.db").read_bytes()
    answer = run("delete", "1", "--for-good")
    assert "It cannot be brought back. It is gone from 2 copies of your journal too." in answer.out
    run("undo")
    assert numbers(run) == []
    assert all(
        b"unmistakable-words" not in path.read_bytes() for path in home.rglob("*") if path.is_file()
    )


def test_a_number_that_is_not_there_is_said(run: Run) -> None:
    for command in ("delete", "show"):
        answer = run(command, "4")
        assert (answer.code, answer.out) == (1, "")
        assert answer.err == "There is no record #4. To see numbers: hrjournal days\n"


def test_a_number_is_never_given_twice(run: Run) -> None:
    run("log", "alcohol", "2")
    run("delete", "1")
    assert run("log", "alcohol", "1").out.startswith("Saved #2.")


def test_the_last_record_goes_by_its_name(run: Run) -> None:
    run("log", "alcohol", "2")
    run("log", "cannabis", "1 joint", at="2026-11-22 20:00")
    assert run("edit", "last", "3").out.startswith(
        "Changed #2: Cannabis: 1 joint -> Cannabis: 3 joints"
    )
    assert run("show", "#1").out == run("show", "1").out
    assert run("delete", "LAST").out.startswith("Deleted #2.")
    assert run("show", "last").out.startswith("#1\n")


def test_the_only_use_of_a_day_goes_by_the_day(run: Run, tell: Run) -> None:
    assert run("edit", "yesterday", "3").code == 1
    run("log", "alcohol", "2", at="2026-11-22 20:00")
    run("checkin", "6", at="2026-11-22 21:00")
    assert run("edit", "yesterday", "3").out.startswith(
        "Changed #1: Alcohol: 2 US standard drinks (28 g) -> Alcohol: 3 US"
    )
    run("log", "cannabis", "1", at="2026-11-22 22:00")
    answer = run("edit", "yesterday", "4")
    assert (answer.code, answer.out) == (1, "")
    assert "There are 2 on that day. Say which by its number: #1 Alcohol: 3" in answer.err
    assert "#3 Cannabis" in answer.err
    assert "Changed #3:" in tell("edit", "yesterday", "4", answers=("3",)).out
    assert tell("edit", "yesterday", "4", answers=("9",)).code == 1


def test_an_empty_journal_has_no_last_record(run: Run) -> None:
    answer = run("show", "last")
    assert (answer.code, answer.err) == (
        1,
        "There is no record yet. To see numbers: hrjournal days\n",
    )


def test_what_came_of_a_record_can_be_changed_and_emptied(run: Run) -> None:
    run("log", "alcohol", "2", "--gave", "calm", "--after", "slept badly", "--alone")
    assert (record(run)["gave"], record(run)["after"], record(run)["with"]) == (
        *("calm", "slept badly"),
        "alone",
    )
    run("edit", "1", "--after", "3", "--gave", "relief")
    assert (record(run)["after"], record(run)["urge_after"]) == ("3", None)
    run("edit", "1", "--clear", "gave", "--clear", "after")
    assert (record(run)["gave"], record(run)["after"]) == (None, None)
    run("urge", "7")
    run("edit", "2", "--after", "3")
    run("edit", "2", "--after", "went home")
    assert (record(run, 2)["after"], record(run, 2)["urge_after"]) == ("went home", 3)
    run("edit", "2", "--clear", "after")
    assert (record(run, 2)["after"], record(run, 2)["urge_after"]) == (None, None)
