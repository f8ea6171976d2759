from __future__ import annotations

import json
import stat
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
USUAL = {
    "country": "US",
    "day_starts_at": "04:00",
    "week_starts_on": "monday",
    "heavy_day": "56",
    "who_levels": "20/40/60",
    "drink_size": "country",
    "plain": "off",
    "discreet": "off",
    "today_shows": "written week wins hints",
    "notices_off": "none",
    "pause": "off",
}


def choices(run: Run) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("config", "--json").out)
    return found


def test_everything_has_a_usual_value(run: Run) -> None:
    assert choices(run) == USUAL


@pytest.mark.parametrize(
    ("key", "value", "kept"),
    [
        ("country", "gb", "GB"),
        ("country", " AU ", "AU"),
        ("day_starts_at", "6:30", "06:30"),
        ("day_starts_at", "00:00", "00:00"),
        ("week_starts_on", "Sunday", "sunday"),
        ("week_starts_on", "sat", "saturday"),
        ("heavy_day", "60 g", "60"),
        ("who_levels", "40/60/100", "40/60/100"),
    ],
)
def test_a_choice_is_kept_and_can_be_taken_back(run: Run, key: str, value: str, kept: str) -> None:
    assert run("config", key, value).out == f"{key} is now {kept}. Undo takes it back.\n"
    assert choices(run) == USUAL | {key: kept}
    assert run("undo").out.splitlines()[0] == "Taken back: the last change of what you chose."
    assert choices(run) == USUAL
    run("config", key, value)
    assert run("config", key, "--clear").out.startswith(f"{key} is now {USUAL[key]}.")
    assert choices(run) == USUAL


@pytest.mark.parametrize(
    ("key", "value"),
    [
        *(("country", "XX"), ("country", "U"), ("country", "12"), ("country", "")),
        *(("day_starts_at", "12:00"), ("day_starts_at", "4"), ("day_starts_at", "04:60")),
        *(("week_starts_on", "s"), ("week_starts_on", "t"), ("week_starts_on", "someday")),
        *(("heavy_day", "0"), ("heavy_day", "-5"), ("heavy_day", "1000"), ("heavy_day", "many")),
        *(("who_levels", "20"), ("colour", "red"), ("country", "\x1b[2J")),
    ],
)
def test_a_value_that_cannot_be_read_is_refused(run: Run, home: Path, key: str, value: str) -> None:
    answer = run("config", key, "--", value)
    assert (answer.code, answer.out) == (2, "")
    assert len(answer.err.splitlines()) == 1
    assert "\x1b" not in answer.err
    assert choices(run) == USUAL
    assert not home.exists()


def test_a_choice_that_is_not_there_lists_those_that_are(run: Run) -> None:
    for words in (["config", "color"], ["config", "color", "red"], ["config", "color", "--clear"]):
        answer = run(*words)
        assert (answer.code, answer.out) == (2, "")
        assert all(key in answer.err for key in USUAL)


def test_one_choice_can_be_seen_alone(run: Run) -> None:
    assert json.loads(run("config", "heavy_day", "--json").out) == {"heavy_day": "56"}


def test_the_start_of_a_day_moves_the_view_and_not_the_record(run: Run) -> None:
    run("log", "alcohol", "2", at="2026-11-21 05:00")
    run("config", "day_starts_at", "06:00")
    found = json.loads(run("show", "1", "--json").out)
    assert (found["day"], found["time"]) == ("2026-11-20", "05:00")
    run("config", "day_starts_at", "04:00")
    assert json.loads(run("show", "1", "--json").out)["day"] == "2026-11-21"


def test_a_country_changes_the_words_and_not_the_grams(run: Run) -> None:
    run("log", "alcohol", "2")
    run("config", "country", "GB")
    found = json.loads(run("show", "1", "--json").out)
    assert found["amount"]["low"] == 28
    assert "Alcohol: 3.5" in run("show", "1").out
    assert "1 UK unit (7.9 g)" in run("log", "alcohol", "1").out


def test_where_names_every_file_and_who_can_read_it(run: Run, home: Path) -> None:
    before = json.loads(run("where", "--json").out)["files"]
    assert [one["there"] for one in before] == [False] * len(before)
    run("log", "alcohol", "2")
    found = {one["what"]: one for one in json.loads(run("where", "--json").out)["files"]}
    journal = found["journal"]
    assert journal["path"] == str(home / "journal.db")
    assert (journal["there"], journal["private"]) == (True, True)
    assert journal["bytes"] == (home / "journal.db").stat().st_size
    assert stat.S_IMODE((home / "journal.db").stat().st_mode) == 0o600
    assert stat.S_IMODE(home.stat().st_mode) == 0o700


def test_where_says_when_others_can_read_it(run: Run, home: Path) -> None:
    run("log", "alcohol", "2")
    (home / "journal.db").chmod(0o644)
    assert "Others on this machine can read some of it." in " ".join(run("where").out.split())


def test_verify_counts_what_it_checked(run: Run) -> None:
    run("log", "alcohol", "2")
    run("checkin", "--mood", "5")
    answer = run("verify", "--json")
    data = json.loads(answer.out)
    assert answer.code == 0
    assert (data["ok"], data["records"], data["substances"], data["faults"]) == (True, 2, 1, [])


def test_verify_of_a_file_that_is_no_journal_is_calm_and_leaves_it(run: Run, home: Path) -> None:
    home.mkdir()
    (home / "journal.db").write_bytes(b"SQLite format 3\x00" + bytes(3000))
    before = (home / "journal.db").read_bytes()
    for words in (["verify"], ["log", "alcohol", "2"], ["today"], ["undo"]):
        answer = run(*words)
        assert (answer.code, answer.out) == (1, "")
        assert "unforeseen" not in answer.err
        assert (home / "journal.db").read_bytes() == before


def test_a_start_is_the_first_weeks_until_it_is_pinned(run: Run) -> None:
    run("log", "alcohol", "2")
    assert json.loads(run("start", "--json").out) == {"Alcohol": "the first 28 days written"}
    answer = run("start", "alcohol", "5", "--days-a-week", "6")
    assert answer.out == "Alcohol: the start is your own estimate. Undo takes this back.\n"
    assert json.loads(run("start", "--json").out)["Alcohol"] == (
        "your estimate: 5 US standard drinks on 6 days a week"
    )
    run("undo")
    assert json.loads(run("start", "--json").out) == {"Alcohol": "the first 28 days written"}


def test_a_start_can_be_a_period_and_be_cleared(run: Run) -> None:
    run("log", "alcohol", "2")
    answer = run("start", "alcohol", "--from", "2026-06-01", "--to", "2026-06-28")
    assert answer.out == "Alcohol: the start is the 28 days you named. Undo takes this back.\n"
    assert json.loads(run("start", "--json").out)["Alcohol"] == "2026-06-01 to 2026-06-28"
    assert "first 28 written days" in run("start", "alcohol", "--clear").out
    assert json.loads(run("start", "--json").out) == {"Alcohol": "the first 28 days written"}


@pytest.mark.parametrize(
    "words",
    [
        *([], ["?"], ["none"], ["5", "--days-a-week", "0"], ["5", "--days-a-week", "8"]),
        *(["--from", "2026-06-01"], ["--to", "2026-06-01"], ["0"]),
        *(["--from", "2026-06-01", "--to", "2026-06-13"], ["--from", "2026-06-28", "--to", "x"]),
        ["--from", "2026-06-28", "--to", "2026-06-01"],
    ],
)
def test_a_start_that_says_too_little_is_refused(run: Run, words: list[str]) -> None:
    run("log", "alcohol", "2")
    answer = run("start", "alcohol", *words)
    assert (answer.code, answer.out) == (2, "")
    assert "Traceback" not in answer.err
    assert json.loads(run("start", "--json").out) == {"Alcohol": "the first 28 days written"}
