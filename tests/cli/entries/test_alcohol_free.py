"""A drink of up to 0.5 percent is a kinder step: no use, no mix, kept as it was typed."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]


def day(run: Run) -> dict[str, int]:
    shown = json.loads(run("trends", "alcohol", "--json").out)
    found: dict[str, int] = next(iter(shown["substances"].values()))["measures"]
    return found


@pytest.mark.parametrize(
    "words",
    [
        ("beer", "0.0%"),
        ("beer", "0%"),
        ("beer", "0,5%"),
        ("beer", "2", "0.4%"),
        ("alcohol", "500ml", "0.5%"),
        ("alcohol", "2 x 330ml", "0.0%"),
        ("beer", "330ml 0.5%"),
        ("beer", "alcohol-free"),
        ("beer", "0.0"),
    ],
)
def test_it_is_a_step_and_no_drink(run: Run, words: tuple[str, ...]) -> None:
    run("none", "alcohol")
    out = run("log", *words).out
    assert "Step: alcohol-free" in out
    assert f"Note\n{' '.join(words)}\n" in run("show", "2", "--plain").out
    assert "non-alcoholic" in out
    used = day(run)
    assert (used["use_days"], used["days_with_data"]) == (0, 1)


@pytest.mark.parametrize("words", [("500ml", "0.6%"), ("500ml", "5%"), ("2",), ("20.5%", "500ml")])
def test_more_than_that_is_a_drink_or_refused(run: Run, words: tuple[str, ...]) -> None:
    assert "alcohol-free" not in run("log", "beer", *words).out


def test_it_brings_no_notice_of_a_mix(run: Run) -> None:
    run("log", "xanax", "1")
    assert "Safety" not in run("log", "beer", "0.0%").out


def test_its_country_has_its_own_word(run: Run) -> None:
    run("config", "country", "GB")
    assert "counts as alcohol-free" in run("log", "beer", "0.0%").out


def test_other_words_stay_with_it(run: Run) -> None:
    run("log", "beer", "0.0%", "--note", "with Sam", "--mood", "7", "--step", "water")
    shown = run("show", "1", "--plain").out
    assert "beer 0.0%: with Sam" in shown
    assert "water" in shown
    assert "7 of 10" in shown


def test_undo_takes_it_back(run: Run) -> None:
    run("log", "beer", "0.0%")
    assert "Taken back" in run("undo").out
