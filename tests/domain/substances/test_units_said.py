"""Amounts are said in plain words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.content.units import countries, units
from hrjournal.domain.substances.units import DRINK, GRAMS

US = units("US")


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


@pytest.mark.parametrize(
    ("unit", "one", "two"),
    [
        ("scoop", "1 scoop", "2 scoops"),
        ("pinch", "1 pinch", "2 pinches"),
        ("box", "1 box", "2 boxes"),
        ("vase", "1 vase", "2 vases"),
        ("gas", "1 gas", "2 gases"),
    ],
)
def test_own_units_are_said_as_people_say_them(unit: str, one: str, two: str) -> None:
    assert [US.say(1000, 1000, unit), US.say(2000, 2000, unit)] == [one, two]


def test_a_unit_is_kept_in_its_base() -> None:
    kept = {unit: US.base(unit) for unit in (DRINK, "uk_unit", "g", "pack", "joint", "scoop")}
    assert kept == {
        DRINK: GRAMS,
        "uk_unit": GRAMS,
        "g": "mg",
        "pack": "cig",
        "joint": "joint",
        "scoop": "scoop",
    }


@given(st.integers(1, 10**6), st.sampled_from(sorted(countries())))
def test_standard_drinks_are_said_as_they_were_written(drinks: int, country: str) -> None:
    drink = countries()[country]
    amount = units(country).counted(str(drinks), DRINK, "")
    assert amount.low is not None
    words = drink.one if drinks == 1 else drink.many
    assert units(country).say(amount.low, amount.low, GRAMS) == f"{drinks} {words}"
