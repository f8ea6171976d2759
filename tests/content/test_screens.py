"""Screens stand word for word as published, each with its notice, and are scored as published."""

from __future__ import annotations

import json
from importlib.resources import files
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from content.test_notices import grade
from content.test_reference import rows
from hrjournal.content.screens import screens

FOUND = [row for row in rows("instruments", "instruments") if row["id"] in screens()]


def items(row: dict[str, Any]) -> list[tuple[str, list[str]]]:
    """Questions and answers of the reference, which writes them in two ways."""
    return [
        (item, [option["label"] for option in row["options"]])
        if isinstance(item, str)
        else (item["q"], [option["label"] for option in item["options"]])
        for item in row["items"]
    ]


def test_these_screens_are_here_and_no_others() -> None:
    assert set(screens()) == {"phq2", "gad2", "auditc"}


@pytest.mark.parametrize("row", FOUND, ids=lambda row: row["id"])
def test_a_screen_stands_word_for_word(row: dict[str, Any]) -> None:
    ours = screens()[row["id"]]
    assert ours.name == row["name"]
    assert ours.stem == row.get("stem", "")
    assert [(item.text, list(item.options)) for item in ours.items] == items(row)
    assert ours.verified == row["verified"]
    assert set(row["sources"]) <= set(ours.sources)


@pytest.mark.parametrize("row", FOUND, ids=lambda row: row["id"])
def test_an_answer_scores_its_place(row: dict[str, Any]) -> None:
    for options in [row["options"]] if "options" in row else [i["options"] for i in row["items"]]:
        assert [option["score"] for option in options] == list(range(len(options)))
    assert row["score"] == f"sum 0-{screens()[row['id']].most}"


@pytest.mark.parametrize("row", FOUND, ids=lambda row: row["id"])
def test_cut_offs_agree(row: dict[str, Any]) -> None:
    ours = screens()[row["id"]].cutoffs
    assert [cutoff.at for cutoff in ours] == sorted(cutoff["min"] for cutoff in row["cutoffs"])
    basis = row.get("cutoffs_basis", row["cutoffs"][0])
    assert {cutoff.verified for cutoff in ours} == {basis["verified"]}


@pytest.mark.parametrize("row", FOUND, ids=lambda row: row["id"])
def test_the_credit_of_the_owner_stands_there(row: dict[str, Any]) -> None:
    ours = screens()[row["id"]].credit
    assert ours == row["licence"].get("credit", ours)
    if row["id"] == "auditc":
        assert "World Health Organization" in ours
        assert "Bush" in ours
        assert "not for sale or commercial use" in ours


def test_two_screens_have_their_weeks_between_them() -> None:
    assert {name: one.weeks for name, one in screens().items()} == {
        "phq2": 2,
        "gad2": 2,
        "auditc": 4,
    }


def test_each_screen_has_a_file_of_its_own_with_its_notice() -> None:
    folder = Path(str(files("hrjournal.content"))) / "facts" / "screens"
    for name, one in screens().items():
        written = (folder / f"{name}.toml").read_text(encoding="utf-8")
        assert written.startswith(f"# {one.name}.")
        others = [two for two in screens().values() if two.id != name]
        assert not any(two.items[0].text in written for two in others)


@pytest.mark.parametrize("name", ["phq2", "gad2"])
def test_every_pair_of_answers_adds_up(name: str) -> None:
    one = screens()[name]
    table = {both: one.score(both) for both in product(range(4), repeat=2)}
    assert [sum(score == total for score in table.values()) for total in range(7)] == [
        *(1, 2, 3, 4, 3, 2, 1)
    ]
    assert [one.reached(total) for total in range(7)] == [False] * 3 + [True] * 4


def test_every_answer_to_the_drinking_screen_adds_up() -> None:
    one = screens()["auditc"]
    for often in range(5):
        for many in range(5):
            for six in range(5):
                expected = often + many + six if often else 0
                assert one.score((often, many, six)) == expected
    assert one.score((0,)) == 0
    assert one.most == 12
    assert [one.reached(total) for total in range(13)] == [False] * 3 + [True] * 10


def test_the_drinking_screen_says_what_a_drink_is() -> None:
    assert screens()["auditc"].grams("US") == 14
    assert screens()["auditc"].grams("GB") == 10
    assert screens()["phq2"].grams("US") is None


def test_what_is_said_around_a_screen_is_plain_and_warm() -> None:
    for one in screens().values():
        assert grade(" ".join(one.support)) <= 8, one.id
        assert grade(one.about) <= 8, one.id
        assert any("talk to someone" in line for line in one.support)
        said = json.dumps([one.about, one.support, [cutoff.words for cutoff in one.cutoffs]])
        assert "positive" not in said
        assert "disorder" not in said
