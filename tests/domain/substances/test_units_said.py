"""Amounts are said in plain words, and whatever was read can be said."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.content.units import catalogue, countries, units
from hrjournal.domain.substances.substance import OTHER, Kind
from hrjournal.domain.substances.units import GRAMS
from hrjournal.errors import UsageError

US = units("US")
KINDS = catalogue().kinds
ALCOHOL = KINDS["alcohol"]
COCAINE = KINDS["cocaine"]


@pytest.mark.parametrize(
    ("low", "high", "unit", "said"),
    [
        (14_000, 14_000, GRAMS, "1 US standard drink"),
        (28_000, 28_000, GRAMS, "2 US standard drinks"),
        (28_000, 56_000, GRAMS, "2 to 4 US standard drinks"),
        (0, 14_000, GRAMS, "0 to 1 US standard drinks"),
        (0, 0, GRAMS, "0 US standard drinks"),
        (500, 500, GRAMS, "under 0.1 US standard drinks"),
        (13_999, 14_001, GRAMS, "1 US standard drink"),
        (1_000, 1_000, "line", "1 line"),
        (7_000, 9_000, "line", "7 to 9 lines"),
        (500, 500, "line", "0.5 lines"),
        (1_000, 1_500, "joint", "1 to 1.5 joints"),
        (1_000, 1_000, "times", "1 time"),
        (50_000, 50_000, "mg", "50 mg"),
        (125, 125, "mg", "0.125 mg"),
        (1, 1, "mg", "0.001 mg"),
        (500_000, 2_000_000, "mg", "0.5 to 2 g"),
        (1_000_000, 1_000_000, "mg", "1 g"),
        (999_000, 999_000, "mg", "999 mg"),
    ],
)
def test_an_amount_is_said_in_plain_words(low: int, high: int, unit: str, said: str) -> None:
    assert US.say(low, high, unit) == said


@pytest.mark.parametrize(
    ("country", "said"),
    [
        ("GB", "2.5 UK units"),
        ("US", "1.4 US standard drinks"),
        ("AT", "1 Austrian standard drink"),
        ("WHO", "2 ten-gram drinks"),
    ],
)
def test_the_same_beer_is_said_in_each_country_s_drinks(country: str, said: str) -> None:
    assert units(country).say(19_725, 19_725, GRAMS) == said


def test_a_figure_is_said_without_its_unit() -> None:
    assert US.figure(28_000, GRAMS) == "2"
    assert US.figure(Decimal(1000) / 3, "line") == "0.33"
    assert US.figure(0, "line") == "0"
    assert US.figure(1, "line") == "under 0.01"


def test_every_usual_unit_can_be_read_and_said() -> None:
    for kind in KINDS.values():
        amount = US.read(["2"], kind, kind.id)
        assert amount.low is not None
        assert US.say(amount.low, amount.low, amount.unit).split()[0].replace(".", "").isdigit()


@given(
    st.sampled_from([ALCOHOL, COCAINE, OTHER]),
    st.sampled_from(sorted(countries())),
    st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=12), max_size=3),
)
def test_any_words_are_read_and_said_or_refused(kind: Kind, country: str, words: list[str]) -> None:
    try:
        amount = units(country).read(words, kind, kind.name)
    except UsageError:
        return
    assert amount.unit
    if amount.low is not None and amount.high is not None:
        assert 0 < amount.low <= amount.high
        assert units(country).say(amount.low, amount.high, amount.unit)


@given(
    st.integers(1, 999_999),
    st.integers(0, 999_999),
    st.sampled_from(["", "beers", "g", "ml 5%", "lines", "mg", "scoops"]),
    st.sampled_from(sorted(countries())),
)
def test_every_plain_amount_can_be_said(low: int, more: int, unit: str, country: str) -> None:
    chosen = units(country)
    amount = chosen.read([f"{low}-{low + more}{unit}"], ALCOHOL, "alcohol")
    assert amount.low is not None
    assert amount.high is not None
    said = chosen.say(amount.low, amount.high, amount.unit)
    assert said[0].isdigit() or said.startswith("under")


@given(st.integers(1, 10**6), st.sampled_from(sorted(countries())))
def test_standard_drinks_are_said_as_they_were_written(drinks: int, country: str) -> None:
    drink = countries()[country]
    amount = units(country).read([str(drinks)], ALCOHOL, "alcohol")
    assert amount.low is not None
    words = drink.one if drinks == 1 else drink.many
    assert units(country).say(amount.low, amount.low, GRAMS) == f"{drinks} {words}"


@given(st.integers(1, 5000), st.integers(1, 1000))
def test_uk_units_follow_the_rule_by_volume(ml: int, tenths: int) -> None:
    strength = Decimal(tenths) / 10
    amount = units("GB").read([f"{ml}ml", f"{strength}%"], ALCOHOL, "alcohol")
    exact = Fraction(ml) * Fraction(tenths, 10) / 1000  # ml x percent / 1000
    assert amount.low is not None
    assert abs(Fraction(amount.low, 1000) / Fraction("7.89") - exact) < Fraction(1, 10_000)


def test_half_a_liter_at_5_percent_is_two_and_a_half_uk_units() -> None:
    amount = units("GB").read(["500ml", "5%"], ALCOHOL, "alcohol")
    assert amount.low is not None
    assert units("GB").say(amount.low, amount.low, GRAMS) == "2.5 UK units"
