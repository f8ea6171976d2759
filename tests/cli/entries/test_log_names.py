"""Names as people type them: on a pack, without hyphens, with a strength behind them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("Xanax 0.5mg", "1"), "Xanax: 0.5 mg"),
        (("Xanax 0.5mg", "2", "pills"), "Xanax: 1 mg"),
        (("xanax 2mg",), "Xanax: 2 mg"),
        (("xanax 2mg", "?"), "Xanax: some, amount not known"),
        (("xanax", "2", "pills"), "Xanax: 2 pills"),
        (("co-codamol 30/500", "2", "pills"), "Co-codamol: 2 pills"),
        (("MDMA 100mg", "1-2"), "MDMA: 100 to 200 mg"),
        (("edibles", "2"), "Cannabis: 2 edibles"),
        (("edible", "10mg"), "Cannabis: 10 mg"),
        (("gummies", "1"), "Cannabis: 1 edible"),
        (("weed", "2"), "Cannabis: 2 joints"),
        (("snus", "5"), "Oral nicotine: 5 nicotine pouches"),
        (("nicotine gum", "2"), "Oral nicotine: 2 pieces"),
        (("pod", "1"), "Nicotine vape: 1 pod"),
        (("3mmc", "1g"), "Cathinones: 1 g"),
        (("2cb", "20mg"), "2C-B: 20 mg"),
    ],
)
def test_what_is_saved_is_what_was_meant(run: Run, words: tuple[str, ...], said: str) -> None:
    assert said.casefold() in run("log", *words).out.casefold()


def test_another_spelling_is_the_same_substance(run: Run) -> None:
    run("log", "co-codamol", "1", "pill")
    assert "Co-codamol: 2 pills" in run("log", "cocodamol", "2", "pills").out


def test_a_strength_in_the_name_hides_no_mix(run: Run) -> None:
    run("log", "beer", "2")
    assert "dangerous together" in run("log", "Xanax 0.5mg", "1").out


def test_lean_is_asked_about_and_counts_as_the_worst_that_it_can_be(run: Run) -> None:
    run("log", "beer", "2")
    assert "codeine" in run("log", "lean", "1").err.casefold()
    out = run("log", "codeine syrup", "1", "cup").out
    assert "dangerous together" in out
    assert "naloxone" in out


def test_poppers_with_an_erection_medicine_are_told_as_deadly(run: Run) -> None:
    run("log", "viagra 50mg", "1")
    out = run("log", "poppers", "2").out
    assert "dangerous together" in out
    assert "Blood pressure can fall" in out
