from __future__ import annotations

import re

import pytest

from content.test_notices import grade
from content.test_reference import read, rows
from hrjournal.content.loader import load
from hrjournal.content.notices import after_use, copings, halt, sources, surfing

SENTENCES = (
    *(one.how for one in copings()),
    *(letter.does for letter in halt()),
    *surfing().steps,
    surfing().hope,
    surfing().evidence,
    *surfing().first,
    *surfing().then,
    surfing().last,
    *after_use(),
)
COMMANDS = re.compile(r"hrjournal (sos|urge|resources|reflect list reason)")
DOSE = re.compile(r"\d\s*(mg|mcg|µg|g|ml|cl|l|oz|pills?|drinks?|units?|puffs?|lines?)\b")


@pytest.mark.parametrize("text", SENTENCES)
def test_every_sentence_is_easy_to_read(text: str) -> None:
    assert grade(COMMANDS.sub("here.", text).replace("?", ".")) <= 8


@pytest.mark.parametrize("text", SENTENCES)
def test_no_sentence_names_an_amount_of_anything(text: str) -> None:
    assert not DOSE.search(text)


@pytest.mark.parametrize("text", SENTENCES)
def test_every_sentence_is_of_our_own_making(text: str) -> None:
    there = read("mi")
    written = {part.rstrip(".") for part in _texts({k: there.get(k) for k in PARTS})}
    assert text.rstrip(".") not in written


PARTS = ("coping", "urge_surfing", "halt")


def _texts(facts: object) -> list[str]:
    if isinstance(facts, str):
        return [facts]
    inner = facts.values() if isinstance(facts, dict) else facts if isinstance(facts, list) else ()
    return [text for part in inner for text in _texts(part)]


def test_each_word_says_in_a_line_or_two_how_it_goes() -> None:
    for one in copings():
        assert COMMANDS.sub("here.", one.how).endswith((".", "?")), one
        assert len(one.how) <= 90, one
        assert not one.own


def test_every_kind_has_as_many_words_as_the_reference_has_examples() -> None:
    counts = {row["id"]: len(row["examples"]) for row in rows("mi", "coping", "categories")}
    ours = [one.kind for one in copings()]
    assert len(set(ours)) == 11
    assert {kind for kind, count in counts.items() if ours.count(kind) < count - 1} == set()
    assert not counts or len(ours) >= sum(counts.values())


def test_what_fits_the_middle_of_an_urge_is_marked() -> None:
    kinds = {one.kind for one in copings() if one.at_hand}
    assert kinds == {"delay", "distract", "body", "people", "place", "think", "soothe"}


def test_there_is_a_letter_for_each_of_the_reference() -> None:
    words = {letter.id: " or ".join(letter.words) for letter in halt()}
    told = read("mi").get("halt", {}).get("letters", {})
    assert not told or words == {letter.lower(): word for letter, word in told.items()}
    assert "".join(words) == "halt"


def test_what_was_read_in_a_source_is_told_from_what_was_not() -> None:
    file = load("copings")
    told = {
        "kinds": read("mi").get("coping", {}),
        "halt": read("mi").get("halt", {}),
        "surfing.steps": read("mi").get("urge_surfing", {}),
        "surfing.evidence": read("mi").get("urge_surfing", {}).get("evidence", {}),
    }
    for place, there in told.items():
        table = file
        for name in place.split("."):
            table = table.table(name)
        assert not there or table.flag("verified") == there["verified"], place
        assert not there or list(table.texts("sources")) == there.get("sources", []), place


def test_the_study_is_told_with_its_figures_and_without_a_promise() -> None:
    found = surfing()
    assert "123" in found.evidence
    assert "7 days" in found.evidence
    assert "did not make urges weaker right away" in found.evidence
    assert [sources()[name].year for name in found.sources] == ["2009"]
    assert "nobody can promise" in found.hope
