from __future__ import annotations

import unicodedata
from functools import partial
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.store.search.folding import folded

composed = partial(unicodedata.normalize, "NFC")
decomposed = partial(unicodedata.normalize, "NFD")
TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("At the LAKE", "lake"),
        ("Zażółć gęślą JAŹŃ", "zazolc gesla jazn"),
        ("a café", "CAFE"),
        ("plain cafe", "café"),
        ("Вечер дома, ещё", "ВЕЧЕР ДОМА, еще"),
        ("Στο σπίτι ΟΔΟΣ", "οδος"),
        ("Große Straße", "STRASSE"),
        ("IŞIKLI", "\u0131ş\u0131kl\u0131"),
        ("bière à Ålesund", "BIERE A ALESUND"),
        ("sœur, Ærø", "soeur, aero"),
        ("buổi tối", "buoi toi"),
        ("夜のこと", "夜の"),
        ("ﾋﾞｰﾙ", "ビール"),
        ("\uff22\uff45\uff45\uff52", "beer"),
        ("I didn\u2019t", "didn't"),
    ],
)
def test_words_are_found_in_any_case_and_form_and_with_or_without_accents(
    written: str, asked: str
) -> None:
    for one, other in product((composed, decomposed), repeat=2):
        assert folded(other(asked)) in folded(one(written))


@pytest.mark.parametrize(
    ("one", "other"), [("か", "が"), ("ค่า", "คา"), ("कि", "का"), ("wodka", "vodka"), ("가", "각")]
)
def test_what_tells_words_apart_stays(one: str, other: str) -> None:
    assert folded(one) not in folded(other)
    assert folded(other) not in folded(one)


@given(TEXT)
def test_canonical_forms_of_a_text_are_one(text: str) -> None:
    assert folded(composed(text)) == folded(decomposed(text))


@given(TEXT)
def test_nothing_is_evened_out_to_nothing(text: str) -> None:
    assert bool(folded(text)) == bool(text)
