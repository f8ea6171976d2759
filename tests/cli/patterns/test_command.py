from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
FORMS = [(), ("--all",), ("--plain",), ("--json",)]


@pytest.mark.parametrize("form", FORMS)
def test_an_empty_journal_and_a_first_day_are_no_trouble(run: Run, form: tuple[str, ...]) -> None:
    assert run("patterns", *form).code == 0
    run("checkin", "6", "--trigger", "stress")
    assert run("patterns", *form).code == 0
    run("log", "alcohol", "2", "--trigger", "stress")
    answer = run("patterns", *form)
    assert (answer.code, answer.err) == (0, "")
    assert "Alcohol" in answer.out


def test_it_says_which_substance_and_takes_another(run: Run) -> None:
    run("log", "alcohol", "2", "--at", "2026-11-20 20:00")
    run("log", "alcohol", "2", "--at", "2026-11-21 20:00")
    run("log", "cannabis", "1 joint", "--at", "2026-11-21 21:00")
    assert "Alcohol, Fri 20 Nov 2026 to Mon 23 Nov 2026: logged on 2 of 4 days." in (
        run("patterns").out
    )
    assert "Cannabis, Sat 21 Nov 2026 to Mon 23 Nov 2026: logged on 1 of 3" in (
        run("patterns", "weed").out
    )
    answer = run("patterns", "ketamine")
    assert answer.code == 1
    assert "That substance is not tracked yet." in answer.err


def test_what_is_prescribed_is_left_out_unless_it_is_named(run: Run) -> None:
    run("log", "diazepam", "2 pills", "--at", "2026-11-20 20:00", "--yes")
    run("substances", "prescribed", "diazepam", "yes")
    assert json.loads(run("patterns", "--json").out)["substance"] is None
    assert json.loads(run("patterns", "diazepam", "--json").out)["substance"] == "Diazepam"
    run("log", "methadone", "40 mg", "--at", "2026-11-20 20:00", "--yes")
    assert "Methadone is a medicine here." in run("patterns", "methadone").out


def test_a_hidden_substance_is_shown_when_it_is_named(run: Run) -> None:
    run("log", "alcohol", "2")
    run("substances", "hide", "alcohol")
    assert "Alcohol" not in run("patterns").out
    assert "Alcohol" in run("patterns", "alcohol").out


def test_it_rests_while_numbers_rest_and_data_does_not(run: Run) -> None:
    run("log", "alcohol", "2")
    run("pause", "numbers")
    assert "Seen together" not in run("patterns").out
    assert json.loads(run("patterns", "--json").out)["substance"] == "Alcohol"


def test_how_it_is_found_needs_no_journal(run: Run) -> None:
    assert "The questions are set beforehand" in run("patterns", "--explain").out
    assert "test" in json.loads(run("patterns", "--explain", "--json").out)["questions"]


def test_the_sample_has_patterns(run: Run) -> None:
    answer = run("demo", "patterns")
    assert answer.code == 0
    assert "What you tried with urges" in answer.out


@pytest.mark.parametrize("word", ["pattern", "correlations", "insights", "insight"])
def test_other_words_for_it_lead_to_it(run: Run, word: str) -> None:
    assert "hrjournal patterns" in run(word).err
