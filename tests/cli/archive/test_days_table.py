"""The long table of a summary comes in: uses, days without, and one check-in for each day."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
HEAD = "date,substance,status,amount_low,amount_high,unit,grams,mood,urge_max,sleep_h"
TABLE = f"""{HEAD}
2026-11-16,Alcohol,use,2,3,US drinks,35,6,7,7.5
2026-11-16,Cannabis,none,,,,,6,7,7.5
2026-11-17,Alcohol,missing,,,,,4,,
2026-11-17,Cannabis,use,,,,,,,
2026-11-18,,,,,,,5,,8
2026-11-19,Alcohol,missing,,,,,,,
2026-11-20,Żubrówka tea,use,2,2,cups,,,,
2026-11-20,Alcohol,use,28,28,g_alc,28,,3,
2026-11-21,Alcohol,use,3,3,foreign units,24,,,
"""


@pytest.fixture
def take(run: Run, tmp_path: Path) -> Run:
    """Imports this table."""

    def import_it(content: str, *options: str) -> Answer:
        file = tmp_path / "days.csv"
        file.write_bytes(content.encode())
        return run("import", "csv", str(file), *options)

    return import_it


def told(run: Run) -> list[tuple[Any, ...]]:
    """What each record says, day by day."""
    found = json.loads(run("export", "json").out)["entries"]
    return sorted(
        (
            one["at"][:10],
            one["sort"],
            one.get("substance", ""),
            one.get("amount", {}).get("low"),
            one.get("amount", {}).get("high"),
            one.get("amount", {}).get("unit"),
            *(one.get(name) for name in ("mood", "urge", "sleep_minutes")),
        )
        for one in found
    )


WANTED = [
    ("2026-11-16", "checkin", "", None, None, None, 6, 7, 450),
    ("2026-11-16", "none", "cannabis", None, None, None, None, None, None),
    ("2026-11-16", "use", "alcohol", 28, 42, "g_alc", None, None, None),
    ("2026-11-17", "checkin", "", None, None, None, 4, None, None),
    ("2026-11-17", "use", "cannabis", None, None, "joint", None, None, None),
    ("2026-11-18", "checkin", "", None, None, None, 5, None, 480),
    ("2026-11-20", "checkin", "", None, None, None, None, 3, None),
    ("2026-11-20", "use", "alcohol", 28, 28, "g_alc", None, None, None),
    ("2026-11-20", "use", "żubrówka tea", 2, 2, "cup", None, None, None),
    ("2026-11-21", "use", "alcohol", 24, 24, "g_alc", None, None, None),
]


@pytest.mark.parametrize("apart", [",", ";", "\t"])
def test_a_table_of_days_needs_no_options(run: Run, take: Run, apart: str) -> None:
    content = TABLE.replace(",", apart)
    if apart == ";":
        content = "\ufeff" + content.replace("7.5", "7,5").replace("\n", "\r\n")
    answer = take(content)
    assert (answer.code, answer.err) == (0, "")
    assert told(run) == WANTED
    entries = json.loads(run("export", "json").out)["entries"]
    assert {one["timed"] for one in entries} == {False}
    answer = take(content)
    assert "Nothing of it is new: your journal holds it already." in answer.out
    assert told(run) == WANTED


def test_days_of_which_something_is_written_stay_as_they_are(run: Run, take: Run) -> None:
    run("log", "alcohol", "5", "--at", "2026-11-16 20:00")
    run("checkin", "--sleep", "6h", "--at", "2026-11-16 09:00")
    answer = take(TABLE)
    assert "Days of which your journal says something already stay as they are." in answer.out
    assert len(told(run)) == len(WANTED)
    assert ("2026-11-16", "use", "alcohol", 28, 42) not in [one[:5] for one in told(run)]


def test_a_dry_run_writes_nothing_and_undo_takes_all_back(run: Run, take: Run, home: Path) -> None:
    assert "This was a dry run. Nothing was written." in take(TABLE, "--dry-run").out
    assert not home.exists()
    take(TABLE)
    run("undo")
    assert told(run) == []


@pytest.mark.parametrize("name", ["=1+1 tea", "-tea", "%0A tea", "'tis tea", "5-HTP"])
def test_a_mark_in_front_of_a_name_is_taken_off_again(run: Run, take: Run, name: str) -> None:
    mark = "'" * (name[0] in "=-%")
    assert take(f"{HEAD}\n2026-11-20,{mark}{name},none,,,,,,,\n").code == 0
    told = json.loads(run("substances", "--json").out)["substances"]
    assert [one["name"] for one in told] == [name]


def test_a_mood_between_two_numbers_comes_in_as_the_nearest_and_that_is_said(
    run: Run, take: Run
) -> None:
    answer = take(f"{HEAD}\n2026-11-20,,,,,,,5.5,,7.33\n")
    assert "comes in as the nearest one" in answer.out
    assert told(run)[0][6:] == (6, None, 440)


BAD = [
    ("20/11/2026,Alcohol,use,2,2,g_alc,2,,,", "Its date is not one like 2026-11-20."),
    ("2036-11-20,Alcohol,use,2,2,g_alc,2,,,", "Its date is no past day."),
    ("2026-02-30,Alcohol,use,2,2,g_alc,2,,,", "Its date is no past day."),
    ("2026-11-20,Alcohol,maybe,,,,,,,", "Its status is none of"),
    ("2026-11-20,Alcohol,,,,,,,,", "Its status is none of"),
    ("2026-11-20,,use,2,2,g_alc,2,,,", "It names no substance."),
    ("2026-11-20,Alcohol,use,2,,g_alc,2,,,", "An amount has two ends"),
    ("2026-11-20,Alcohol,use,3,2,g_alc,2,,,", "An amount has two ends"),
    ("2026-11-20,Alcohol,use,0,0,g_alc,,,,", "too small or too large"),
    ("2026-11-20,Alcohol,use,2,2,,2,,,", "Its amount has no unit."),
    ("2026-11-20,Alcohol,use,=1,2,g_alc,2,,,", "Its amount_low is not a number"),
    (f"2026-11-20,Alcohol,use,{'9' * 900},2,g_alc,2,,,", "Its amount_low is not a number"),
    ("2026-11-20,Alcohol,none,2,2,g_alc,2,,,", "It is a day without, and has an amount."),
    ("2026-11-20,Alcohol,none,,,,,11,,", "Its mood is not a number from 0 to 10."),
    ("2026-11-20,Alcohol,none,,,,,,-1,", "Its urge_max is not a number from 0 to 10."),
    ("2026-11-20,Alcohol,none,,,,,,,25", "Its sleep_h is not a number from 0 to 24."),
    ("2026-11-20,Alcohol,none,,,,,,,7.", "Its sleep_h is not a number from 0 to 24."),
    ("2026-11-20,Alcohol,none,,,,", "more or fewer cells"),
    (f"2026-11-20,{'s' * 81},none,,,,,,,", "longer than 80"),
    ("2026-11-20,\x1b[2J,none,,,,,,,", "substance"),
    ("2026-11-01,alcohol,use,2,2,g_alc,2,,,", "stand on a row before"),
    ("2026-11-01,Cannabis,none,,,,,7,,", "Its mood is another one"),
]


@pytest.mark.parametrize(("row", "why"), BAD, ids=range(len(BAD)))
def test_a_row_that_is_not_understood_is_named_and_nothing_written(
    run: Run, take: Run, home: Path, row: str, why: str
) -> None:
    content = f"{HEAD}\n2026-11-01,Alcohol,none,,,,,6,,\n{row}\n"
    answer = take(content, "--json")
    assert answer.code == 1
    (refused,) = json.loads(answer.out)["refused"]
    assert refused["line"] == 3
    assert why in refused["reason"]
    assert "Nothing was written." in answer.err
    assert not home.exists()
    shown = take(content)
    assert all(line.isprintable() for line in (shown.out + shown.err).splitlines())
    assert json.loads(take(content, "--skip-bad", "--json").out)["written"] == 2
    assert "Traceback" not in answer.err


def test_the_days_of_a_summary_come_back(
    run: Run, take: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    run("log", "beer", "2", "--at", "yesterday 20:00")
    run("log", "my powder", "2-3", "scoops", "--new", "--at", "yesterday 21:00")
    run("log", "ketamine", "?", "--at", "yesterday 22:00")
    run("none", "alcohol", "--day", "2026-11-20")
    run("checkin", "--mood", "6", "--sleep", "7h 20", "--at", "yesterday 12:00")
    run("urge", "5")
    shown = run("summary", "--as", "csv", "--days", "10").out
    monkeypatch.setenv("HRJOURNAL_HOME", str(tmp_path / "elsewhere"))
    answer = take(shown)
    assert (answer.code, answer.err) == (0, "")
    assert run("summary", "--as", "csv", "--days", "10").out == shown
