"""Amounts with their units: read from plain words, and kept in a base unit."""

from __future__ import annotations

from decimal import Decimal

import pytest

from hrjournal.content.units import catalogue, countries, units
from hrjournal.domain.substances.amount import Amount
from hrjournal.domain.substances.units import DRINK, GRAMS
from hrjournal.errors import UsageError

US = units("US")
KINDS = catalogue().kinds
ALCOHOL = KINDS["alcohol"]


def poured(words: str, country: str = "US", name: str = "alcohol") -> Amount:
    """Alcohol as written on a command line."""
    return units(country).read(words.split(), ALCOHOL, name)


def used(words: str, kind: str, unit: str = "") -> Amount:
    """Anything else as written on a command line."""
    return US.read(words.split(), KINDS[kind], kind, unit)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("2", 28_000, 28_000),
        ("2.5", 35_000, 35_000),
        ("2,5", 35_000, 35_000),
        ("2-4", 28_000, 56_000),
        ("2 drinks", 28_000, 28_000),
        ("2 glasses", 28_000, 28_000),
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
        ("330ml 100%", 260_370, 260_370),
        ("2 x 500ml 5%", 39_450, 39_450),
        ("2x500ml 5%", 39_450, 39_450),
        ("2 X 0.5l@5%", 39_450, 39_450),
        ("2 \u00d7 500ml 5%", 39_450, 39_450),
        ("2-3 x 500ml 5%", 39_450, 59_175),
        ("2 x 400-500ml 5%", 31_560, 39_450),
        ("beer", 14_005, 14_005),
        ("3 beers", 42_014, 42_014),
        ("pint", 18_660, 18_660),
        ("2 large-wine", 51_285, 51_285),
        ("2 large wines", 51_285, 51_285),
        ("1 bottle of wine", 76_928, 76_928),
        ("2 shots", 27_773, 27_773),
    ],
)
def test_alcohol_is_kept_in_grams(words: str, low: int, high: int) -> None:
    amount = poured(words)
    assert (amount.low, amount.high, amount.unit) == (low, high, GRAMS)
    assert amount.typed == words


@pytest.mark.parametrize("words", ["~3", "~3 beers", "~2 x 500ml 5%", "~500ml 5%"])
def test_about_stays_about(words: str) -> None:
    assert poured(words).about


@pytest.mark.parametrize("words", ["", "?", "? beers", "some", "? ml"])
def test_alcohol_of_an_unknown_amount_is_still_alcohol(words: str) -> None:
    amount = poured(words)
    assert not amount.known
    assert amount.unit == ("ml" if "ml" in words else GRAMS)
    assert amount.typed == words


@pytest.mark.parametrize(
    ("name", "words", "grams"),
    [
        ("beer", "2", "28.0095"),
        ("Wine", "2", "28.02528"),
        ("wine", "2 glasses", "28.02528"),
        ("whisky", "1", "13.8864"),
        ("beer", "2 drinks", "28"),
        ("beer", "500ml 5%", "19.725"),
        ("booze", "2", "28"),
    ],
)
def test_a_drink_named_by_its_serving_is_counted_in_it(name: str, words: str, grams: str) -> None:
    low = poured(words, name=name).low
    assert low is not None
    assert abs(Decimal(low) / 1000 - Decimal(grams)) <= Decimal("0.0005")


def test_a_serving_without_an_amount_is_some_alcohol() -> None:
    assert US.read([], ALCOHOL, "beer") == Amount(None, None, GRAMS, typed="")


@pytest.mark.parametrize(
    ("country", "grams"), [("US", 15_780), ("GB", 15_780), ("JP", 40_000), ("NO", 24_000)]
)
def test_a_unit_is_the_country_s_own_where_it_counts_in_units(country: str, grams: int) -> None:
    assert poured("2 units", country).low == grams


@pytest.mark.parametrize("words", ["2 genstande", "2 standard drinks", "2 drinks"])
def test_a_drink_goes_by_its_own_words(words: str) -> None:
    country = "DK"
    if words == "2 standard drinks":
        words = f"2 {countries()[country].many}"
    assert poured(words, country).low == 24_000


@pytest.mark.parametrize(
    ("words", "kind", "amount", "unit"),
    [
        ("2", "cocaine", 2_000, "line"),
        ("50mg", "cocaine", 50_000, "mg"),
        ("0.5g", "cocaine", 500_000, "mg"),
        ("0.5 grams", "cannabis", 500_000, "mg"),
        ("100ug", "lsd", 100, "mg"),
        ("100 µg", "lsd", 100, "mg"),
        ("100mcg", "lsd", 100, "mg"),
        ("2 points", "methamphetamine", 200_000, "mg"),
        ("1 pack", "tobacco", 20_000, "cig"),
        ("3 cigs", "tobacco", 3_000, "cig"),
        ("3", "tobacco", 3_000, "cig"),
        ("1.5 joints", "cannabis", 1_500, "joint"),
        ("2x", "heroin", 2_000, "times"),
        ("bag", "heroin", 1_000, "bag"),
        ("2 Tablets", "benzodiazepines", 2_000, "pill"),
        ("2 cans", "caffeine", 2_000, "can"),
        ("2 shots", "heroin", 2_000, "shot"),
    ],
)
def test_other_substances_are_kept_in_a_base_unit(
    words: str, kind: str, amount: int, unit: str
) -> None:
    read = used(words, kind)
    assert (read.low, read.high, read.unit) == (amount, amount, unit)


@pytest.mark.parametrize("words", ["2 drinks", "2 uk units"])
def test_units_of_alcohol_mean_no_grams_of_alcohol_elsewhere(words: str) -> None:
    assert used(words, "caffeine").unit != GRAMS


def test_a_unit_of_one_s_own_is_one_however_many() -> None:
    two, one = used("2 scoops", "kratom"), used("1 scoop", "kratom")
    assert two.unit == one.unit == "scoop"
    assert [US.say(2000, 2000, "scoop"), US.say(1000, 1000, "scoop")] == ["2 scoops", "1 scoop"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("2 pinches", "2 pinches"),
        ("1 pinch", "1 pinch"),
        ("3 boxes", "3 boxes"),
        ("1 box", "1 box"),
        ("2 vases", "2 vases"),
        ("2 gas", "2 gases"),
    ],
)
def test_own_units_are_said_as_people_say_them(words: str, said: str) -> None:
    read = used(words, "kratom")
    assert read.low is not None
    assert US.say(read.low, read.low, read.unit) == said


def test_a_usual_unit_of_one_s_own_needs_no_word() -> None:
    assert used("2", "other", "scoops").unit == "scoop"
    assert used("scoop", "other", "scoop") == Amount(1000, 1000, "scoop", typed="scoop")
    assert used("?", "other", "scoop").unit == "scoop"


@pytest.mark.parametrize(
    "words",
    [
        "nan",
        "inf",
        "-5",
        "+5",
        "two",
        "blah",
        "٣",
        "~",
        ".5",
        "2- beers",
        "1e5",
        "1_000",
        "5%",
        "%",
    ],
)
@pytest.mark.parametrize("kind", ["alcohol", "cocaine", "other"])
def test_what_cannot_be_read_is_refused_calmly(words: str, kind: str) -> None:
    with pytest.raises(UsageError, match=r"is not (an amount|a unit)\. Write"):
        used(words, kind)


@pytest.mark.parametrize("words", ["500ml", "500ml 5", "2 x 500ml", "500ml strong", "500ml 5 10%"])
def test_a_pour_without_its_strength_is_asked_for_it(words: str) -> None:
    with pytest.raises(UsageError, match=r'How strong was it\? Add the percent, as in "500ml 5%"'):
        poured(words)


def test_a_pour_without_alcohol_has_no_strength() -> None:
    with pytest.raises(UsageError, match='"0%" is not a strength'):
        poured("500ml 0%")


def test_a_long_unit_is_refused() -> None:
    with pytest.raises(UsageError, match="is not a unit"):
        used(f"2 {'l' * 41}", "cocaine")


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
