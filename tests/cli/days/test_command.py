from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
Approved = Callable[[str, str], None]
READING: tuple[list[str], ...] = (
    *(
        [],
        ["today"],
        ["days"],
        ["search", "x"],
        ["trends"],
        ["calendar"],
        ["wins"],
        ["config", "start"],
    ),
    *(
        ["config"],
        ["doctor"],
        ["privacy"],
        ["wipe"],
        ["show", "1"],
        ["wins", "--why", "1"],
        ["--version"],
    ),
    *(["--help"], ["log", "--help"], ["import", "csv", "--help"]),
)


def write_a_week(run: Run) -> None:
    """A small journal: use, none, days not written, a check-in, an urge and an event."""
    run("log", "alcohol", "4", "--trigger", "stress", at="2026-11-17 20:15")
    run("log", "cannabis", "1", "joint", at="2026-11-17 23:30")
    run("none", at="2026-11-18 20:00")
    run("checkin", "--mood", "6", "--sleep", "7h30", at="2026-11-19 09:00")
    run("none", "alcohol", at="2026-11-19 22:00")
    run("event", "2026-11-20", "payday", at="2026-11-20 21:00")
    run("log", "alcohol", "?", "--step", "water", at="2026-11-21 01:30")
    run("urge", "7", "--coping", "walk", "--outcome", "rode-out", at="2026-11-21 16:40")
    run("log", "beer", "500ml", "5%", "--note", "one with Kim", at="2026-11-23 08:30")
    run("checkin", "--mood", "7", at="2026-11-23 09:00")


def test_a_bare_start_on_an_empty_home_is_a_welcome(run: Run, approved: Approved) -> None:
    answer = run()
    assert (answer.code, answer.err) == (0, "")
    approved("cli/welcome.txt", answer.out)


@pytest.mark.parametrize("words", READING, ids=" ".join)
@pytest.mark.parametrize("form", [[], ["--plain"]])
def test_looking_makes_no_file(run: Run, home: Path, words: list[str], form: list[str]) -> None:
    answer = run(*form, *words)
    assert answer.code in {0, 1}
    assert "unforeseen" not in answer.err
    assert not home.exists()


@pytest.mark.parametrize("name", ["today", "days"])
@pytest.mark.parametrize("form", ["", "--plain", "--json"])
def test_a_small_journal_reads_as_approved(
    run: Run, approved: Approved, name: str, form: str
) -> None:
    write_a_week(run)
    answer = run(*filter(None, (name, form)))
    assert (answer.code, answer.err) == (0, "")
    approved(f"cli/{name}{form.replace('--', '-')}.txt", answer.out)


def test_a_record_reads_as_approved(run: Run, approved: Approved) -> None:
    run(
        *("log", "beer", "500ml", "5%", "--at", "yesterday 22:30", "--mood", "4", "--trigger"),
        *("stress", "--step", "ate", "--with", "Kim", "--spend", "6.5", "--note", "One.\n\nTwo."),
    )
    approved("cli/show.txt", run("show", "1").out + "\n" + run("show", "1", "--plain").out)


def test_a_bare_start_is_today(run: Run) -> None:
    write_a_week(run)
    assert run() == run("today")


def test_days_can_be_few_or_one(run: Run) -> None:
    write_a_week(run)
    one = json.loads(run("days", "--on", "2026-11-17", "--json").out)
    assert (one["from"], one["to"], one["days_written"]) == ("2026-11-17", "2026-11-17", 1)
    assert [entry["id"] for entry in one["entries"]] == [1, 2]
    few = json.loads(run("days", "--days", "3", "--json").out)
    assert (few["from"], few["to"]) == ("2026-11-21", "2026-11-23")


def test_a_day_without_records_points_to_the_last_written_one(run: Run) -> None:
    run("log", "alcohol", "2", at="2026-10-01 20:00")
    assert "hrjournal days --on 2026-10-01" in run("days").out
    assert "Nothing is written on this day." in run("days", "--on", "yesterday").out


@pytest.mark.parametrize(
    "words",
    [
        *(["days", "--days", "0"], ["days", "--days", "40001"], ["days", "--on", "tomorrow"]),
        *(
            ["show", "x"],
            ["search"],
            ["search", " "],
            ["search", *["x"] * 101],
            ["days", "--on", "0001-01-01"],
        ),
    ],
)
def test_what_cannot_be_looked_at_is_said(run: Run, words: list[str]) -> None:
    answer = run(*words)
    assert (answer.code, answer.out) == (2, "")
    assert "Traceback" not in answer.err


def test_the_longest_look_back_reaches_no_day_that_does_not_exist(run: Run) -> None:
    write_a_week(run)
    assert run("days", "--days", "40000").code == 0


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["kim"], [10]),
        (["STRESS"], [1]),
        (["cannabis"], [2, 4]),
        (["water"], [8]),
        (["walk"], [9]),
        (["payday"], [7]),
        (["with", "one"], [10]),
        (["nothing-like-this"], []),
        (["k%m"], []),
        (["k_m"], []),
        (["'; DROP TABLE entry; --"], []),
    ],
)
def test_search_finds_words_wherever_they_stand(
    run: Run, words: list[str], found: list[int]
) -> None:
    write_a_week(run)
    entries = json.loads(run("search", "--json", "--", *words).out)["entries"]
    assert sorted(entry["id"] for entry in entries) == found


def test_a_search_without_a_find_says_so(run: Run) -> None:
    write_a_week(run)
    assert 'No record holds "zebra".' in run("search", "zebra").out


def test_a_search_finds_what_was_typed_in_any_form_of_letters(run: Run) -> None:
    run(
        "log",
        "beer",
        "500ml",
        "5%",
        "--with",
        "Zoë",
        "--note",
        "a cafe\u0301 in \u0141\u00f3d\u017a",
    )
    for words in ("500ml", "zoe", "CAFÉ", "lodz zo 5%"):
        entries = json.loads(run("search", "--json", *words.split()).out)["entries"]
        assert [entry["id"] for entry in entries] == [1]
    assert 'No record holds "kafe".' in run("search", "kafe").out


def test_a_long_line_is_shortened_in_a_table_and_whole_on_its_own(run: Run) -> None:
    run("checkin", "--note", "word " * 100)
    assert "word " * 30 not in " ".join(run("days", "--plain").out.split())
    assert ("word " * 100).strip() in " ".join(run("show", "1").out.split())


def test_a_folder_that_may_not_be_looked_into_is_said_calmly(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "stat", refuse)
    for command in ("today", "wins", "trends"):
        answer = run(command)
        assert answer.code == 1
        assert answer.err.startswith("The journal may not be opened by you.")
