"""How much a line says, in each country's servings and in the units of each substance."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.substances.units import GRAMS
from hrjournal.errors import NotUnderstoodError, UsageError
from support.words import amount, uses


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("2", 28_000, 28_000),
        ("2.5", 35_000, 35_000),
        ("2,5", 35_000, 35_000),
        (".5", 7_000, 7_000),
        ("1/2", 7_000, 7_000),
        ("\u00bd", 7_000, 7_000),
        ("1\u00bd", 21_000, 21_000),
        ("1 \u00bd", 21_000, 21_000),
        ("had \u00bd", 7_000, 7_000),
        ("2-4", 28_000, 56_000),
        ("2\u20134", 28_000, 56_000),
        ("4-2", 28_000, 56_000),
        ("2 to 4", 28_000, 56_000),
        ("2 or 3", 28_000, 42_000),
        ("two", 28_000, 28_000),
        ("a couple", 28_000, 28_000),
        ("one and a half", 21_000, 21_000),
        ("half a dozen", 84_000, 84_000),
        ("x3", 42_000, 42_000),
        ("3x", 42_000, 42_000),
        ("+1", 14_000, 14_000),
        ("2 drinks", 28_000, 28_000),
        ("20g", 20_000, 20_000),
        ("20 grams", 20_000, 20_000),
        ("2 uk units", 15_780, 15_780),
        ("500ml 5%", 19_725, 19_725),
        ("500 ml 5 %", 19_725, 19_725),
        ("500ml@5%", 19_725, 19_725),
        ("500ML 5%", 19_725, 19_725),
        ("50cl 5%", 19_725, 19_725),
        ("5dl 5%", 19_725, 19_725),
        ("0.5l 5%", 19_725, 19_725),
        ("0,5l 5,0%", 19_725, 19_725),
        ("0.33l@4.8%", 12_498, 12_498),
        ("2 x 500ml 5%", 39_450, 39_450),
        ("2x500ml 5%", 39_450, 39_450),
        ("2 X 0.5l@5%", 39_450, 39_450),
        ("2 \u00d7 500ml 5%", 39_450, 39_450),
        ("2-3 x 500ml 5%", 39_450, 59_175),
        ("2 x 400-500ml 5%", 31_560, 39_450),
    ],
)
def test_alcohol_is_kept_in_grams(words: str, low: int, high: int) -> None:
    read = amount(f"alcohol {words}")
    assert (read.low, read.high, read.unit) == (low, high, GRAMS)
    assert amount(f"{words} alcohol").low == low


@pytest.mark.parametrize(
    "words", ["~3", "about 3", "3ish", "3 or so", "~2 x 500ml 5%", "~500ml 5%"]
)
def test_about_stays_about(words: str) -> None:
    assert amount(f"alcohol {words}").about


@pytest.mark.parametrize(
    "words",
    [
        *("alcohol", "alcohol ?", "? beers", "some wine", "beers", "beer idk", "weed", "some weed"),
        *("ketamine ? lines", "some lines of coke", "many lines of coke", "lines of coke"),
        *("diazepam ?mg", "some bags of heroin", "joints", "? ml beer 5%", "? oz whiskey"),
        *("beer ?%", "packs of cigarettes"),
    ],
)
def test_an_unknown_amount_is_still_use(words: str) -> None:
    assert not amount(words).known


@pytest.mark.parametrize(
    ("country", "line", "grams"),
    [
        ("US", "beer", "14.0"),
        ("US", "3 beers", "42.0"),
        ("US", "wine", "14.0"),
        ("US", "2 glasses of wine", "28.0"),
        ("US", "pint", "18.7"),
        ("US", "2 shots of whiskey", "27.8"),
        ("US", "six-pack", "84.0"),
        ("US", "12 pack of beer", "168.1"),
        ("US", "bottle of wine", "76.9"),
        ("US", "12oz 5% beer", "14.0"),
        ("US", "rum and coke", "13.9"),
        ("GB", "pint", "17.9"),
        ("GB", "half", "9.0"),
        ("GB", "2 halves", "17.9"),
        ("GB", "a half of bitter", "9.0"),
        ("GB", "double vodka", "15.8"),
        ("GB", "vodka 2 doubles", "31.6"),
        ("GB", "half a bottle of wine", "38.5"),
        ("GB", "large glass of wine", "25.6"),
        ("GB", "4 pints of lager", "71.7"),
        ("GB", "2 cans of strongbow", "31.2"),
        ("GB", "pint 7%", "31.4"),
        ("AU", "schooner", "16.1"),
        ("AU", "6 stubbies", "85.2"),
        ("AU", "goon 2 glasses", "22.5"),
        ("DE", "bier 0,5l", "19.7"),
        ("DE", "2x0,5l bier", "39.4"),
        ("DE", "bier 2 halbe", "39.4"),
        ("DE", "halbes bier", "9.9"),
        ("NL", "twee biertjes", "19.7"),
        ("PL", "piwo 0,5l 5,6%", "22.1"),
        ("IE", "naggin of vodka", "60.0"),
    ],
)
def test_a_serving_is_the_one_of_the_country(country: str, line: str, grams: str) -> None:
    low = amount(line, country).low
    assert low is not None
    assert abs(Decimal(low) / 1000 - Decimal(grams)) < Decimal("3.5")


@pytest.mark.parametrize(
    ("country", "grams"), [("US", 15_780), ("GB", 15_780), ("JP", 40_000), ("NO", 24_000)]
)
def test_a_unit_is_the_country_s_own_where_it_counts_in_units(country: str, grams: int) -> None:
    assert amount("alcohol 2 units", country).low == grams


@pytest.mark.parametrize(
    ("line", "low", "unit"),
    [
        ("cocaine 50mg", 50_000, "mg"),
        ("0.5g coke", 500_000, "mg"),
        ("half a gram of coke", 500_000, "mg"),
        ("lsd 100ug", 100, "mg"),
        ("lsd 100 \u00b5g", 100, "mg"),
        ("meth 2 points", 200_000, "mg"),
        ("cigarettes 1 pack", 20_000, "cig"),
        ("pack of smokes", 20_000, "cig"),
        ("half a pack", 10_000, "cig"),
        ("3 cigs", 3_000, "cig"),
        ("a joint", 1_000, "joint"),
        ("weed 1.5 joints", 1_500, "joint"),
        ("joints 2", 2_000, "joint"),
        ("bag of heroin", 1_000, "bag"),
        ("xanax 2 pills", 2_000, "pill"),
        ("2 x 0.5mg xanax", 1_000, "mg"),
        ("xanax 2 pills 0.5mg", 1_000, "mg"),
        ("half a xanax", 500, "pill"),
        ("mdma 3", 3_000, "pill"),
        ("mdma 120", 120_000, "mg"),
        ("coffee 2 cups", 2_000, "cup"),
        ("heroin 2 shots", 2_000, "shot"),
        ("k 2 bumps", 2_000, "bump"),
        ("3 mmc 200mg", 200_000, "mg"),
        ("half an eighth of shrooms", 1_750_000, "mg"),
        ("zoot 2", 2_000, "joint"),
        ("tylenol 3 2 pills", 2_000, "pill"),
        ("2 k.o. tropfen", 2_000, "ml"),
        ("1p lsd 2", 2_000, "tab"),
        ("2 cc of ghb", 2_000, "ml"),
        ("3 mmc 2", 2_000_000, "mg"),
        ("cigarettes 20 g", 20_000_000, "mg"),
        ("2 joints 0.5g", 1_000_000, "mg"),
    ],
)
def test_other_substances_are_kept_in_a_base_unit(line: str, low: int, unit: str) -> None:
    read = amount(line)
    assert (read.low, read.high, read.unit) == (low, low, unit)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("xanax 2", "pill or mg"),
        ("fentanyl 2", "pill"),
        ("heroin 100", "bag"),
        ("weed 0.3", "g"),
        ("lean 2 cups", "lean"),
        ("bottle", "of what"),
        ("beer 200", "--yes"),
        ("cocaine 500g", "--yes"),
        ("beer 500ml 50%", "50%"),
        ("alcohol 500ml", "How strong"),
        ("beer 2 wine", "more than one thing"),
        ("2 coffee 3", "more than one thing"),
        ("kebab", "kebab"),
        ("beer 3 beres", "beres"),
        ("vodca 2", "vodka"),
        ("no weed", "hrjournal none"),
        ("beer with whisky", "--with"),
    ],
)
def test_what_could_be_a_guess_is_asked(line: str, words: str) -> None:
    with pytest.raises(NotUnderstoodError) as raised:
        uses(line)
    assert words in str(raised.value)


@pytest.mark.parametrize(
    "words", ["nan", "2.5.1", "1e5", "1_000", "\u0663", "2-", "%", "1,000", "3/7", "5+", "0", "-5"]
)
@pytest.mark.parametrize("name", ["alcohol", "cocaine", "beer"])
def test_what_cannot_be_read_is_refused_calmly(words: str, name: str) -> None:
    with pytest.raises(UsageError):
        uses(f"{name} {words}")


@pytest.mark.parametrize(
    ("country", "line"),
    [
        ("US", "beer 24"),
        ("US", "vodka 1 bottle"),
        ("US", "vodka 1l"),
        ("US", "heroin 2g"),
        ("US", "diazepam 100mg"),
        ("GB", "methadone 120mg"),
        ("US", "cocaine 5g"),
        ("GB", "ketamine 4g"),
        ("GB", "pregabalin 900mg"),
        ("US", "cigarettes 60"),
    ],
)
def test_a_heavy_real_day_is_no_question(country: str, line: str) -> None:
    assert amount(line, country).known


def test_a_yes_lets_an_amount_and_a_strength_through() -> None:
    assert amount("beer 200", sure=True).low == 2_801_000 - 50
    assert amount("beer 500ml 50%", sure=True).low == 197_250


@pytest.mark.parametrize(
    ("line", "typed"),
    [
        ("2 joints, 500ml 5%", ["2 joints", "500ml 5%"]),
        ("beer 2, 500ml 6%", ["beer 2", "beer 500 ml 6 %"]),
        ("2 beers and 3", ["2 beers", "beers 3"]),
    ],
)
def test_what_goes_on_is_kept_without_the_number_before_it(line: str, typed: list[str]) -> None:
    assert [use.amount and use.amount.typed for use in uses(line)] == typed


@given(st.integers(100, 2000), st.integers(30, 150))
def test_uk_units_follow_the_rule_by_volume(ml: int, tenths: int) -> None:
    read = amount(f"alcohol {ml}ml {Decimal(tenths) / 10}%", "GB", sure=True)
    exact = Fraction(ml) * Fraction(tenths, 10) / 1000  # ml x percent / 1000
    assert read.low is not None
    assert abs(Fraction(read.low, 1000) / Fraction("7.89") - exact) < Fraction(1, 1000)


@pytest.mark.parametrize("line", ["alcohol-free beer", "beer 0.0%", "500ml 0.5% beer", "0.0 beer"])
def test_a_drink_without_alcohol_has_no_amount(line: str) -> None:
    (use,) = uses(line)
    assert use.amount is None
