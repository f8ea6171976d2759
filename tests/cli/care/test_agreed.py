"""What was agreed in a session, seen from outside."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from cli.days.test_command import write_a_week

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
AGREED = "Two evenings without, and call before Friday"


def agreed(run: Run, *more: str, at: str = "2026-11-23 20:00") -> list[str]:
    """The words that are shown."""
    answer = run("session", "agreed", "--json", *more, at=at)
    return [one["text"] for one in json.loads(answer.out)["agreed"]]


def in_today(run: Run, at: str) -> list[str]:
    found = json.loads(run("today", "--json", at=at).out)["agreed"]
    return [one["text"] for one in found]


def test_what_was_agreed_belongs_to_the_latest_session_that_took_place(run: Run) -> None:
    run("session", "2026-11-16", "14:30")
    run("session", "2026-11-23", "14:30")
    said = run("session", "agreed", AGREED, at="2026-11-20 20:00").out
    assert said == (
        "Saved 3, from your session on Mon 16 Nov 2026. To see it: hrjournal session agreed\n"
    )
    run("session", "agreed", "And walk on Sunday", at="2026-11-20 20:00")
    shown = run("session", "agreed", at="2026-11-20 20:00").out
    assert "In your session on Mon 16 Nov 2026\n" in shown
    assert f"  3  {AGREED}\n  4  And walk on Sunday\n" in shown
    assert run("session", "agreed", "Rest", at="2026-11-23 15:00").out.startswith(
        "Saved 5, from your session on Mon 23 Nov 2026."
    )
    whole = run("session", "agreed", "--all", at="2026-11-23 15:00").out
    places = [whole.index(words) for words in ("Mon 23 Nov", "Rest", "Mon 16 Nov", AGREED)]
    assert places == sorted(places)


def test_with_no_session_it_is_dated_today_and_stands_for_four_weeks(run: Run) -> None:
    run("log", "alcohol", "2", at="2026-11-02 09:00")
    said = run("session", "agreed", "Walk", "first", at="2026-11-02 09:00").out
    assert said == "Saved 1. To see it: hrjournal session agreed\n"
    assert json.loads(run("session", "agreed", "--json", at="2026-11-02 09:00").out) == {
        "agreed": [{"number": 1, "text": "Walk first", "day": "2026-11-02", "session": None}]
    }
    assert "In the last four weeks\n  1  Walk first\n" in run("session", "agreed").out
    assert in_today(run, "2026-11-29 20:00") == ["Walk first"]
    assert in_today(run, "2026-11-30 20:00") == []
    later = run("session", "agreed", at="2026-11-30 20:00").out
    assert "Nothing is written down from the last four weeks." in later
    whole = run("session", "agreed", "--all", at="2026-11-30 20:00").out
    assert "With no session written down\n  1  Walk first (Mon 2 Nov 2026)" in whole


def test_today_over_three_weeks_and_two_sessions(run: Run) -> None:
    run("log", "alcohol", "2", at="2026-11-02 09:00")
    run("session", "2026-11-09", "14:30", at="2026-11-02 09:00")
    run("session", "2026-11-16", "14:30", at="2026-11-02 09:00")
    run("session", "agreed", "Before", at="2026-11-03 09:00")
    assert in_today(run, "2026-11-09 14:00") == ["Before"]
    assert in_today(run, "2026-11-09 15:00") == []
    run("session", "agreed", "One", at="2026-11-09 20:00")
    run("session", "agreed", "Two", at="2026-11-11 20:00")
    for at in ("2026-11-11 21:00", "2026-11-15 09:00", "2026-11-16 14:00"):
        assert in_today(run, at) == ["One", "Two"]
        shown = run("today", at=at).out
        assert "Agreed in your session on Mon 9 Nov 2026\n  - One\n  - Two\n" in shown
        assert "more:" not in shown
    assert in_today(run, "2026-11-16 15:00") == []
    assert "Agreed" not in run("today", at="2026-11-16 15:00").out
    run("session", "agreed", "Three", at="2026-11-16 15:00")
    for at in ("2026-11-16 16:00", "2026-11-22 20:00"):
        assert in_today(run, at) == ["Three"]
    assert agreed(run, "--all") == ["Three", "One", "Two", "Before"]


def test_a_session_of_today_without_a_time_counts_once_something_was_agreed(run: Run) -> None:
    run("log", "alcohol", "2", at="2026-11-02 09:00")
    run("session", "2026-11-09", at="2026-11-02 09:00")
    run("session", "2026-11-16", at="2026-11-02 09:00")
    run("session", "agreed", "One", at="2026-11-09 20:00")
    assert in_today(run, "2026-11-16 09:00") == ["One"]
    said = run("session", "agreed", "Two", at="2026-11-16 20:00").out
    assert said.startswith("Saved 4, from your session on Mon 16 Nov 2026.")
    assert in_today(run, "2026-11-16 20:00") == ["Two"]


def test_today_shows_three_lines_and_how_many_more(run: Run) -> None:
    write_a_week(run)
    run("session", "2026-11-20", "10:00", at="2026-11-19 09:00")
    for words in ("One", "Two\nlines", "Long " * 60):
        run("session", "agreed", "-", stdin=words.encode(), at="2026-11-20 12:00")
    lines = run("today").out.splitlines()
    start = lines.index("Agreed in your session on Fri 20 Nov 2026")
    assert lines[start + 1 : start + 3] == ["  - One", "  - Two lines"]
    assert lines[start + 3].startswith("  - Long Long")
    assert lines[start + 3].endswith("…")
    assert lines[start + 4] == ""
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 80
    for words in ("Four", "Five"):
        run("session", "agreed", words)
    lines = run("today").out.splitlines()
    assert lines[start + 4] == "  - and 2 more: hrjournal session agreed"
    assert len(lines) <= 24
    assert "and 2 more: hrjournal session agreed" in run("today", "--plain").out.splitlines()


def test_words_come_on_standard_input_or_are_asked_for(run: Run, tell: Run) -> None:
    run("session", "agreed", "-", stdin="żal\n".encode())
    told = tell("session", "agreed", answers=("asked",))
    assert "In the last four weeks\n  1  żal\n" in told.out
    assert "What did you agree on? (Enter leaves it)" in told.out
    assert agreed(run) == ["żal", "asked"]
    assert "Saved" not in tell("session", "agreed", answers=("",)).out
    assert agreed(run) == ["żal", "asked"]


def test_who_asks_for_data_or_for_all_is_asked_nothing(run: Run, tell: Run) -> None:
    run("session", "agreed", "One")
    for more in ("--json", "--all"):
        assert "What did you" not in tell("session", "agreed", more).out
    assert tell("session", "agreed", "Two").out.startswith("Saved 2.")


def test_without_a_terminal_it_lists_and_says_how_to_add_one(run: Run) -> None:
    shown = run("session", "agreed").out
    assert "Nothing is written down yet." in shown
    assert 'hrjournal session agreed "call before Friday"' in shown
    run("session", "2026-11-20", "10:00")
    shown = run("session", "agreed").out
    assert "Nothing is written down yet from your session on Fri 20 Nov 2026." in shown


def test_it_is_taken_out_and_undo_brings_it_back(run: Run) -> None:
    run("session", "agreed", "One")
    run("session", "agreed", "Two")
    said = run("session", "agreed", "--remove", "1").out
    assert said == "Taken out: 1. To bring it back: hrjournal undo\n"
    assert agreed(run) == ["Two"]
    assert run("undo").out == "Taken back: the last change of what you agreed on.\n"
    assert agreed(run) == ["One", "Two"]
    run("undo")
    assert agreed(run) == ["One"]


@pytest.mark.parametrize("words", [("--remove", "7"), ("--remove", "2"), (" ",), ("-",)])
def test_what_is_not_there_or_says_nothing_changes_nothing(
    run: Run, words: tuple[str, ...]
) -> None:
    run("session", "agreed", "One")
    run("session", "talk", "my sleep")
    refused = run("session", "agreed", *words)
    assert refused.code in {1, 2}
    assert refused.err.count("\n") == 1
    assert agreed(run) == ["One"]


def test_in_the_discreet_view_words_are_masked_unless_asked_for(run: Run) -> None:
    run("log", "alcohol", "2")
    run("session", "agreed", "zqword")
    run("config", "discreet", "on")
    for words in (("session", "agreed"), ("session", "agreed", "--json"), ("today",)):
        hidden, shown = run(*words).out, run(*words, "--names").out
        assert "zqword" not in hidden
        assert "zqword" in shown


def everything(run: Run) -> list[dict[str, Any]]:
    found = json.loads(run("session", "agreed", "--all", "--json").out)["agreed"]
    return [{**one, "number": 0} for one in found]


def test_it_goes_out_and_comes_in_again_and_merges(run: Run, tmp_path: Path) -> None:
    run("session", "2026-11-16", "14:30")
    run("session", "agreed", AGREED, at="2026-11-20 20:00")
    run("session", "agreed", "Before it", at="2026-11-10 20:00")
    whole = everything(run)
    assert [one["session"] for one in whole] == ["2026-11-16", None]
    file, other = tmp_path / "journal.json", tmp_path / "other.db"
    run("export", "json", str(file))

    def there(*words: str, **how: Any) -> Answer:
        return run("--db", str(other), *words, **how)

    there("import", "json", str(file))
    assert everything(there) == whole
    there("import", "json", str(file))
    assert everything(there) == whole
    there("session", "agreed", "There")
    assert run("merge", str(other), "--yes").code == 0
    assert "There" in agreed(run, "--all")


def test_a_substance_that_goes_leaves_own_words_and_a_new_name_too(run: Run) -> None:
    run("log", "alcohol", "2")
    run("log", "cannabis", "1")
    run("session", "agreed", "Less alcohol, no cannabis")
    run("substances", "rename", "alcohol", "wine and such")
    run("substances", "remove", "cannabis", "--yes")
    assert agreed(run) == ["Less alcohol, no cannabis"]
