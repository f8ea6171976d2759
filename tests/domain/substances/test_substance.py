"""A substance is found by whatever a person calls it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.content.units import catalogue
from hrjournal.domain.substances.substance import (
    OTHER,
    Catalogue,
    Kind,
    Substance,
    even,
    fold,
    parted,
)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Beer", "beer"),
        ("  Crystal \t Meth ", "crystal meth"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("\uff2c\uff33\uff24", "lsd"),
        ("µg", "μg"),
        ("", ""),
    ],
)
def test_a_name_is_folded(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_an_accent_is_one_letter_however_it_was_typed() -> None:
    assert fold("Rose\u0301") == fold("Ros\u00e9")


@given(st.text())
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


def test_marks_after_a_capital_letter_fold_to_one_form() -> None:
    folded = fold("\u1f8b\u0342 \u0130\u20ee")
    assert fold(folded) == folded


@given(st.text(st.characters(max_codepoint=127)))
def test_case_and_outer_spaces_do_not_matter(name: str) -> None:
    assert fold(f"  {name.upper()} ") == fold(name)


@pytest.mark.parametrize("word", ["cocaine", "COCAINE", " coke ", "Charlie"])
def test_a_kind_is_found_by_id_name_or_alias(word: str) -> None:
    found = catalogue().find(word)
    assert found is not None
    assert found.id == "cocaine"


def test_an_unknown_word_is_nobody_s_name() -> None:
    assert catalogue().find("moon dust") is None


@pytest.mark.parametrize(
    ("word", "best"), [("cocane", "cocaine"), ("alchohol", "alcohol"), ("canabis", "cannabis")]
)
def test_the_nearest_name_is_offered_first(word: str, best: str) -> None:
    assert catalogue().nearest(word)[0] == best


def test_nothing_is_offered_for_a_word_that_looks_like_none() -> None:
    assert catalogue().nearest("zzzzzz") == []


def test_own_names_are_offered_too_and_each_once() -> None:
    offered = catalogue().nearest("cocain", ["cocaine", "cocainx"])
    assert offered.count("cocaine") == 1
    assert "cocainx" in offered
    assert len(offered) <= 3


def test_of_two_kinds_with_one_alias_the_first_keeps_it() -> None:
    first, second = Kind("a", "A", ("same",)), Kind("b", "B", ("same",))
    assert Catalogue([first, second]).find("same") is first


def test_a_kind_that_is_not_known_any_more_is_an_other_substance() -> None:
    assert Catalogue([]).kind("gone") is OTHER
    assert catalogue().kind("lsd").name == "LSD"


def test_the_usual_unit_of_a_kind_is_its_first() -> None:
    assert Kind("x", "X", units=("line", "g")).unit == "line"
    assert OTHER.unit == "times"


def test_a_substance_of_one_s_own_is_of_no_known_kind() -> None:
    assert Substance("moon dust", "Moon dust").kind is OTHER


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        *((word, "cathinones") for word in ("3mmc", "4 MMC", "3\u2011MMC", "apvp", "alpha pvp")),
        *((word, "2cb") for word in ("2cb", "2C-B", "2c b", "2ct7")),
        *((word, "benzodiazepines") for word in ("xanax 2mg", "Xanax 0.5 mg", "clonazolam")),
        *((word, "rx_opioids") for word in ("co-codamol 30/500", "Cocodamol", "tilidin", "O-DSMT")),
        *((word, "oral_nicotine") for word in ("snus", "zyn", "nicotine gum")),
        *((word, "gaba_b") for word in ("Phenibut", "baclofen 10mg")),
        *((word, "barbiturates") for word in ("phenobarbital", "soma")),
        *((word, "pde5") for word in ("Viagra", "sildenafil 50 mg")),
        *((word, "lean") for word in ("lean", "Purple Drank")),
        *((word, "tranq") for word in ("xylazine", "tranq dope")),
    ],
)
def test_hyphens_spaces_and_a_strength_make_no_other_name(word: str, kind: str) -> None:
    found = catalogue().find(word)
    assert found is not None
    assert found.id == kind


@pytest.mark.parametrize("word", ["beer 5%", "3 beers", "moon 5mg", "7", "-", "", "2 mg"])
def test_what_is_no_known_name_stays_unknown(word: str) -> None:
    assert catalogue().find(word) is None


@pytest.mark.parametrize(
    ("word", "name", "strength"),
    [
        ("Xanax 0.5mg", "Xanax", "0.5mg"),
        ("morphine 10 mg/5ml", "morphine", "10 mg/5ml"),
        ("co-codamol 30/500", "co-codamol", "30/500"),
        ("beer 5%", "beer 5%", ""),
        ("M30", "M30", ""),
        ("two words", "two words", ""),
    ],
)
def test_a_strength_is_parted_from_its_name(word: str, name: str, strength: str) -> None:
    assert parted(word) == (name, strength)


@given(st.text())
def test_evening_a_name_twice_changes_nothing(name: str) -> None:
    assert even(even(name)) == even(name)
