"""The small words of a line: each does one thing, and none of them is the name of a thing."""

from __future__ import annotations

import csv
import re
import shlex
from itertools import chain

import pytest

from hrjournal.content.units import catalogue, countries
from hrjournal.domain.substances.substance import even, fold
from support.places import SHARED
from support.vocabulary import (
    BEVERAGES,
    CODES,
    DRINKS,
    SLANG,
    SMALL_WORDS,
    UNITS,
    VESSELS,
    here,
    stems,
    unit_words,
)

pytestmark = pytest.mark.slow

LISTS = {name: set(words) for name, words in SMALL_WORDS.items() if isinstance(words, (list, dict))}
NUMBERED = {"half", "halbe", "halber", "halben", "forty"}  # also a half pint, a half liter
BOTH = {word: {"numbers", "vessels"} for word in NUMBERED} | {"quarter": {"numbers", "units"}}
CASES = SHARED / "cases" / "phrases-open.tsv"
READ = {
    *("number-word", "half", "range-word", "unit", "serving", "brand", "slang", "amount-form"),
    "plausibility",
}


def brands(code: str) -> set[str]:
    return set(chain(*(row["words"] for row in DRINKS["brands"] if here(row, code))))


def names(code: str) -> set[str]:
    """Every name of a substance or a drink in a country."""
    slang = (row["words"] for row in SLANG["names"] if here(row, code))
    unclear = {row["word"] for row in SLANG["unclear"] if here(row, code)}
    listed = set(map(fold, catalogue().names()))
    return (
        {*chain(*slang, *(row["words"] for row in BEVERAGES.values()))}
        | brands(code)
        | unclear
        | listed
    )


def test_words_are_written_folded() -> None:
    assert [word for words in LISTS.values() for word in words if fold(word) != word] == []


@pytest.mark.parametrize("name", [name for name in LISTS if isinstance(SMALL_WORDS[name], list)])
def test_a_word_stands_in_its_list_once(name: str) -> None:
    assert len(SMALL_WORDS[name]) == len(LISTS[name])


@pytest.mark.parametrize("code", CODES)
def test_no_word_that_carries_nothing_is_a_name(code: str) -> None:
    silent = LISTS["fillers"] | LISTS["articles"] | LISTS["about"] | LISTS["numbers"]
    assert silent & names(code) == set()


def test_a_word_between_things_or_numbers_does_nothing_else() -> None:
    between = (
        "joiners",
        "ranges",
        "negations",
        "alone",
        "company",
        "unknown",
        "fillers",
        "numbers",
    )
    for place, one in enumerate(between):
        for other in between[place + 1 :]:
            assert LISTS[one] & LISTS[other] == set(), (one, other)


def test_what_does_two_things_is_known_to() -> None:
    vessels = set(chain(*VESSELS.values()))
    units = set(chain.from_iterable(map(unit_words, UNITS)))
    numbers = LISTS["numbers"]
    found = {word: {"numbers", "vessels"} for word in numbers & vessels}
    found |= {word: {"numbers", "units"} for word in numbers & units}
    assert found == BOTH


@pytest.mark.parametrize("word", SMALL_WORDS["numbers"])
def test_a_number_is_more_than_nothing_and_a_span_has_two_ends(word: str) -> None:
    value = SMALL_WORDS["numbers"][word]
    low, high = value if isinstance(value, list) else (value, value)
    assert 0 < low <= high <= 100
    assert isinstance(value, list) == (low < high)


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("twelve", 12),
        ("dozen", 12),
        ("zwölf", 12),
        ("twaalf", 12),
        ("dwanaście", 12),
        ("couple", 2),
    ],
)
def test_a_number_is_the_number_that_it_says(word: str, value: int) -> None:
    assert SMALL_WORDS["numbers"][word] == value


def test_a_route_is_one_that_a_kind_has() -> None:
    known = {route for kind in catalogue().kinds.values() for route in kind.routes}
    assert set(SMALL_WORDS["routes"].values()) <= known


@pytest.mark.parametrize("code", CODES)
def test_people_can_say_that_there_was_nothing(code: str) -> None:
    said = {"DE": "kein", "NL": "geen", "PL": "bez"}
    assert said.get(code, "no") in LISTS["negations"]


@pytest.mark.skipif(not CASES.exists(), reason="the cases are not at hand")
def test_every_word_of_what_people_type_is_known() -> None:
    with CASES.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter="\t") if row["kind"] in READ]
    missing = {}
    for row in rows:
        known = {
            even(word) for phrase in spelled(row["country"]) for word in (phrase, *phrase.split())
        }
        for word in re.findall(r"[^\W\d_]{2,}", " ".join(shlex.split(row["argv"])[1:])):
            if not stems(even(word)) & known:
                missing[row["id"]] = word
    assert missing == {}


def spelled(code: str) -> set[str]:
    """Every word and phrase that is known in a country."""
    drink = countries()[code]
    units = chain.from_iterable(map(unit_words, UNITS))
    small = chain(*LISTS.values())
    return {
        *names(code),
        *units,
        *small,
        *chain(*VESSELS.values()),
        *drink.aliases,
        drink.many,
        "drink",
    }
