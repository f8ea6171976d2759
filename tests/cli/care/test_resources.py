from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hrjournal.cli.system.locale import LOCALES

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]


@pytest.fixture(autouse=True)
def poland(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in LOCALES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "pl_PL.UTF-8")


def test_it_needs_no_journal_and_makes_none(run: Run, home: Path) -> None:
    answer = run("resources")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("Where to turn to: Poland")
    assert "Call 112." in answer.out
    assert not home.exists()


def test_a_damaged_journal_is_not_in_the_way(run: Run, home: Path) -> None:
    home.mkdir()
    (home / "journal.db").write_bytes(b"\xff" * 5000)
    answer = run("resources", "--country", "US")
    assert answer.code == 0
    assert "Call 988." in answer.out


def test_the_named_country_goes_before_the_chosen_one(run: Run) -> None:
    run("config", "country", "GB")
    assert "Where to turn to: United Kingdom" in run("resources").out
    for written in ("ie", "IE", "IE-D"):
        assert "Where to turn to: Ireland" in run("resources", "--country", written).out
    assert "Where to turn to: United Kingdom" in run("resources", "--country", "UK").out


def test_a_country_without_a_name_here_goes_by_its_code(run: Run) -> None:
    assert "Where to turn to: KE" in run("resources", "--country", "KE").out


def test_what_is_no_country_is_refused_calmly(run: Run) -> None:
    answer = run("resources", "--country", "Atlantis")
    assert answer.code == 2
    assert "two letters" in answer.err


def test_a_need_leaves_the_urgent_lines_in_place(run: Run) -> None:
    data = json.loads(run("resources", "--country", "US", "--need", "treatment", "--json").out)
    assert [line["kind"] for line in data["lines"]] == [
        "emergency",
        "crisis",
        "treatment",
        "treatment",
    ]
    assert data["need"] == "treatment"


def test_sources_are_told_when_asked_for(run: Run) -> None:
    assert "Where this was read" not in run("resources", "--country", "AU").out
    assert "SA Health" in run("resources", "--country", "AU", "--sources").out


def test_family_is_spoken_to(run: Run) -> None:
    answer = run("resources", "--for", "family", "--country", "AU", "--plain")
    assert answer.out.startswith("For family and friends\n")
    assert "Family Drug Support: Call 1300 368 186." in answer.out


def test_the_age_of_a_check_is_that_of_today(run: Run) -> None:
    assert "out of date" not in run("resources", "--country", "GB", at="2027-11-28 12:00").out
    assert "out of date" in run("resources", "--country", "GB", at="2027-11-29 12:00").out


def test_own_contacts_and_naloxone_stand_among_the_resources(run: Run) -> None:
    run("contact", "Ala", "0048", "123")
    run("safety", "naloxone", "--place", "top drawer", "--expires", "2027-05")
    shown = run("resources", "--country", "US").out
    assert shown.index("0048 123") < shown.index("911")
    assert "Where yours lies: top drawer" in shown
