"""A substance that a person leaves out of a summary is in no byte, and in no number."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from cli.summary.test_left_out import FORMS, made
from hrjournal.domain.summary.sections import Section
from support.marked import fill, summary
from support.shapes import write

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
Tell = Callable[..., "Answer"]
ALL: Final = {part.value for part in Section}
TELLING: Final = {
    "zqpowder": ("zqpowder", "zqscoop"),
    "alcohol": ("alcohol", "beer", "drink", "who risk", "phq2", "heavy day"),
}
LETTERS: Final = ((), ("--alias",))


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A journal with a mark in every field, and the same with one substance never written."""
    found = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "UTC")
        for never in ("", *TELLING):
            found[never] = tmp_path_factory.mktemp("without") / "journal.db"
            fill(found[never], never)
    return found


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("alias", LETTERS, ids=["names", "letters"])
@pytest.mark.parametrize("left", TELLING)
@pytest.mark.slow
def test_it_is_in_no_byte(
    left: str, alias: tuple[str, ...], form: str, places: dict[str, Path], tmp_path: Path
) -> None:
    words = ("--without", left, "--title", f"My {left} days", "--days", "90", *alias)
    found = made(places[""], tmp_path, ALL - {"screens"}, form, *words)
    # Data holds the names of all measures, whatever was written.
    names = [name for name in TELLING[left] if (form, name, alias) != ("json", "drink", ())]
    assert [name for name in names if name in found] == []
    (other,) = {*TELLING} - {left}
    assert ("substance a" if alias else other) in found
    assert "substance b" not in found


@pytest.mark.parametrize("alias", LETTERS, ids=["names", "letters"])
@pytest.mark.parametrize("left", TELLING)
@pytest.mark.slow
def test_every_number_is_as_if_it_had_never_been_written(
    left: str, alias: tuple[str, ...], places: dict[str, Path], tmp_path: Path
) -> None:
    without = data(places[""], tmp_path, "--without", left, *alias)
    never = data(places[left], tmp_path, *alias)
    assert without["measures"]["substances"]
    assert without["wins"]
    assert without["window"]["days"] == 46
    assert without == never


@pytest.mark.parametrize("since", [(), ("--days", "10"), ("--since", "2026-11-02")])
@pytest.mark.slow
def test_of_any_days_too(since: tuple[str, ...], places: dict[str, Path], tmp_path: Path) -> None:
    without = data(places[""], tmp_path, "--without", "zqpowder", days=since)
    assert without == data(places["zqpowder"], tmp_path, days=since)
    assert without["window"]["days"] < 46


@pytest.mark.parametrize("form", ["json", "text", "txt", "csv"])
def test_it_does_not_begin_with_a_day_of_which_nothing_else_is_logged(
    form: str, run: Run, tmp_path: Path
) -> None:
    run("log", "ketamine", "1", "line", at="2026-10-05 21:00")
    run("log", "alcohol", "2", at="2026-11-20 21:00")
    out = tmp_path / f"out.{form}"
    run("summary", "--without", "ketamine", "--out", str(out))
    text = out.read_text(encoding="utf-8")
    assert "20" in text
    assert "5 Oct" not in text
    assert "2026-10-05" not in text


@pytest.mark.parametrize("left", ["alcohol", "tobacco"])
@pytest.mark.slow
def test_a_longer_past_is_as_if_it_had_never_been_written_too(
    left: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "UTC")
    places = [tmp_path / name / "journal.db" for name in ("all", "never")]
    for place, missing in zip(places, ("", left), strict=True):
        place.parent.mkdir()
        write(place, "three substances", missing)
    without, never = (
        data(place, tmp_path, *words)
        for place, words in zip(places, (("--without", left), ()), strict=True)
    )
    assert len(without["wins"]) >= 2
    assert without == never


NINETY: Final = ("--days", "90")


def data(place: Path, folder: Path, *words: str, days: tuple[str, ...] = NINETY) -> dict[str, Any]:
    """A summary with every part, but for screens of drinking and the numbers of wins."""
    parts = [word for part in sorted(ALL - {"screens"}) for word in ("--include", part)]
    out = folder / "out.json"
    summary(place, "--out", str(out), "--force", *parts, *days, *words)
    found: dict[str, Any] = json.loads(out.read_bytes())
    for win in found["wins"]:
        win.pop("id")
    return found


def test_of_several_nothing_is_left_but_what_is_about_none(
    places: dict[str, Path], tmp_path: Path
) -> None:
    found = data(places[""], tmp_path, "--without", "zqpowder, alcohol")
    assert found["measures"]["substances"] == {}
    assert found["coverage"]["days_written"] == 45


def test_the_person_is_told_what_is_left_out(run: Run, tmp_path: Path) -> None:
    run("log", "alcohol", "2", at="2026-11-20 21:00")
    run("log", "ketamine", "1", "line", at="2026-11-20 22:00")
    answer = run("summary", "--without", "Ketamine", "--preview")
    page, _, below = " ".join(answer.out.split()).partition("Not in it")
    assert "Ketamine" not in page
    assert "Ketamine left out whole" in below
    assert json.loads(run("summary", "--without", "ketamine", "--preview", "--json").out)[
        "without"
    ] == ["Ketamine"]
    for form in FORMS:
        answer = run("summary", "--without", "ketamine", "--out", str(tmp_path / f"out.{form}"))
        assert "Nothing in it of: Ketamine." in answer.out


def test_a_name_that_is_not_tracked_is_asked_for_again(run: Run) -> None:
    run("log", "alcohol", "2")
    answer = run("summary", "--without", "ketamine", "--as", "md")
    assert (answer.code, answer.out) == (1, "")
    assert "not tracked yet. Tracked: Alcohol." in answer.err


def test_it_is_remembered_with_the_rest(run: Run, tmp_path: Path) -> None:
    run("log", "alcohol", "2")
    run("log", "ketamine", "1", "line")
    out = str(tmp_path / "out.md")
    run("summary", "--without", "ketamine", "--save-as", "kim", "--out", out)
    answer = run("summary", "--with", "kim", "--as", "md")
    assert "Ketamine" not in answer.out
    assert "Alcohol" in answer.out


def test_the_walk_asks_for_it_where_there_are_several(
    tell: Tell, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run("log", "alcohol", "2")
    run("log", "ketamine", "1", "line")
    answers = ("", "heroin", "ketamine", "", "", "week.md")
    answer = tell("summary", answers=answers)
    assert "You track Alcohol and Ketamine." in answer.out
    assert "not tracked yet" in answer.out
    assert "Ketamine" not in (tmp_path / "week.md").read_text(encoding="utf-8")
