from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from content.test_notices import grade
from hrjournal.content.loader import load
from hrjournal.content.reflection import guide
from hrjournal.domain.reflection.reflection import Exercise, QuestionGroup, RulerScale
from support.places import SHARED

REFERENCE = SHARED / "reference" / "mi.json"
NAMES = {  # of groups, there and here
    "exploring": QuestionGroup.EXPLORING,
    "evoking": QuestionGroup.CHANGING,
    "planning": QuestionGroup.PLANNING,
    "after_a_slip": QuestionGroup.AFTER_USE,
    "resistance_ok": QuestionGroup.NOT_NOW,
}


def reference() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(REFERENCE.read_text()) if REFERENCE.exists() else {}
    return found


def texts(facts: object) -> Iterator[str]:
    if isinstance(facts, str):
        yield facts
    elif isinstance(facts, dict):
        for inner in facts.values():
            yield from texts(inner)
    elif isinstance(facts, list):
        for inner in facts:
            yield from texts(inner)


def sentences() -> list[str]:
    """Every whole sentence or question of the file, a value's word not among them."""
    written = (text.replace("{score}", "a 4").replace("{lower}", "a 2") for text in shown())
    return [text for text in written if text.endswith((".", "?"))]


def shown() -> Iterator[str]:
    return texts({name: table.facts for name, table in load("reflect").tables()})


def test_everything_that_can_be_done_or_asked_has_its_words() -> None:
    found = guide()
    assert list(found.exercises) == list(Exercise)
    assert list(found.rulers) == list(RulerScale)
    assert list(found.questions) == list(QuestionGroup)


@pytest.mark.parametrize("text", sentences())
def test_every_sentence_is_easy_to_read(text: str) -> None:
    assert grade(text.replace("?", ".")) <= 8


@pytest.mark.parametrize("scale", RulerScale)
@pytest.mark.parametrize("score", range(11))
def test_a_ruler_is_looked_at_downwards(scale: RulerScale, score: int) -> None:
    asked = guide().rulers[scale].why(score)
    numbers = [int(number) for number in re.findall(r"-?\d+", asked)]
    assert numbers == ([score, score - 2] if score >= 2 else [])
    assert asked.endswith("?")
    assert not re.search(r"\b(higher|more|up|a 8|an [0-79])\b", asked.replace("matter more", ""))


@pytest.mark.parametrize("scale", RulerScale)
def test_no_ruler_asks_why_not_higher(scale: RulerScale) -> None:
    ruler = guide().rulers[scale]
    assert not re.search(r"\b(higher|why not|10)\b", f"{ruler.floor} {ruler.then} {ruler.down}")
    assert "0 is" in ruler.ask
    assert "10 is" in ruler.ask


def test_two_sides_begin_with_what_it_gives_and_leave_most_room_for_the_last() -> None:
    sides = guide().sides
    assert [side.id for side in sides] == ["gives", "costs", "harder", "better"]
    assert [len(side.asks) for side in sides] == [1, 1, 1, 2]


def test_words_for_values_are_short_and_there_once() -> None:
    words = guide().values
    assert len(set(words)) == len(words) == 25
    assert all(re.fullmatch(r"[a-z][a-z -]{2,24}", word) for word in words)


def test_every_question_is_open() -> None:
    for questions in guide().questions.values():
        for text in questions:
            assert text.endswith("?")
            assert re.search(r"\b(what|which|how|when|where|whom?|who)\b", text, re.IGNORECASE)


@pytest.mark.parametrize(("there", "here"), NAMES.items() if reference() else [])
def test_every_group_of_questions_holds_as_many_as_the_reference(
    there: str, here: QuestionGroup
) -> None:
    assert len(guide().questions[here]) == len(reference()["open_questions"][there])


@pytest.mark.parametrize(
    ("there", "here"),
    [("rulers", "rulers"), ("decisional_balance", "balance"), ("open_questions", "questions")]
    if reference()
    else [],
)
def test_what_was_verified_is_what_the_reference_says(there: str, here: str) -> None:
    table = load("reflect").table(here)
    assert table.flag("verified") == reference()[there]["verified"]
    assert list(table.texts("sources")) == reference()[there].get("sources", [])


@pytest.mark.parametrize("name", ["values", "reason", "letter"])
def test_what_comes_from_nowhere_says_so(name: str) -> None:
    table = load("reflect").table(name)
    assert (table.flag("verified"), table.texts("sources")) == (False, ())


def bare(text: str) -> str:
    return re.sub(
        r"\W+", " ", text.replace("{n}", "4").replace("{n_minus_2}", "2").casefold()
    ).strip()


@pytest.mark.parametrize("text", sentences() if reference() else [])
def test_no_sentence_but_that_of_the_technique_is_taken_from_the_reference(text: str) -> None:
    taken = bare(text) in {bare(one) for one in texts(reference())}
    assert taken == (text == "What makes it a 4 and not a 2?")
