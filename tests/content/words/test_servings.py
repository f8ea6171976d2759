"""Drinks by the names that people give them: every one can be poured, and holds what it holds."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest

from hrjournal.content.loader import load
from hrjournal.content.units import catalogue
from hrjournal.domain.substances.substance import fold
from support.vocabulary import BEVERAGES, CODES, DRINKS, VESSELS, grams, here, strength, usual

pytestmark = pytest.mark.slow

ROWS = DRINKS["servings"]
BRANDS = DRINKS["brands"]
PLAIN = {"drink", "drinks", "booze"}  # of no size: they are standard drinks


def test_every_serving_is_a_vessel_of_a_beverage_in_a_region() -> None:
    poured = {
        region for _, row in load("drinks").tables("countries") for region in row.texts("pours")
    }
    for row in ROWS:
        assert row["of"] in BEVERAGES, row
        assert row.get("vessel", "pint") in VESSELS, row
        assert set(row["regions"]) <= poured | {"any"}, row
        assert ("ml" in row) != ("times" in row), row


def test_a_region_has_one_serving_of_a_name_and_one_of_a_vessel() -> None:
    for keys in (("id",), ("of", "vessel")):
        rows = [row for row in ROWS if set(keys) <= row.keys()]
        named = Counter(
            (*(row[k] for k in keys), region) for row in rows for region in row["regions"]
        )
        assert [name for name, times in named.items() if times > 1] == []


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("of", BEVERAGES)
def test_one_of_a_beverage_can_be_poured_in_every_country(code: str, of: str) -> None:
    assert BEVERAGES[of].get("like", "beer") in BEVERAGES
    assert 2 <= strength(code, of) <= 96
    assert 3 < usual(code, of) < 80


def test_a_brand_is_of_a_beverage_that_can_be_so_strong() -> None:
    for row in BRANDS:
        assert row["of"] in BEVERAGES, row
        assert row.get("vessel", "can") in VESSELS, row
        assert set(row.get("countries", CODES)) <= set(CODES), row
        assert abs(row.get("abv", 20) - 50) < 49, row


@pytest.mark.parametrize("code", CODES)
def test_no_word_names_two_drinks_of_a_country(code: str) -> None:
    named = Counter(
        word
        for row in (*BEVERAGES.values(), *(row for row in BRANDS if here(row, code)))
        for word in row["words"]
    )
    vessels = Counter(word for words in VESSELS.values() for word in words)
    assert [word for word, times in (named + vessels).items() if times > 1] == []


def test_words_are_written_folded() -> None:
    words = [word for row in (*BEVERAGES.values(), *BRANDS) for word in row["words"]]
    words += [word for vessel in VESSELS.values() for word in vessel]
    assert [word for word in words if fold(word) != word] == []


def test_a_drink_is_no_other_substance() -> None:
    words = [word for row in (*BEVERAGES.values(), *BRANDS) for word in row["words"]]
    found = {word: catalogue().find(word) for word in words}
    assert [word for word, kind in found.items() if kind and kind.id != "alcohol"] == []


def test_what_alcohol_is_called_can_be_poured() -> None:
    words = {word for row in (*BEVERAGES.values(), *BRANDS) for word in row["words"]}
    words |= {word for vessel in VESSELS.values() for word in vessel} | PLAIN
    plurals = {f"{word}s" for word in words}
    assert set(catalogue().kinds["alcohol"].aliases) <= words | plurals


@pytest.mark.parametrize(
    ("code", "of", "vessel", "low", "high"),
    [
        ("US", "beer", "can", "13.9", "14.1"),
        ("US", "beer", "tallboy", "17.5", "28.1"),
        ("US", "beer", "six-pack", "83.9", "84.1"),
        ("US", "beer", "twelve-pack", "167.9", "168.2"),
        ("US", "beer", "thirty-rack", "420", "420.3"),
        ("US", "beer", "forty", "43.8", "56.1"),
        ("US", "wine", "glass", "13.9", "14.1"),
        ("US", "wine", "bottle", "71", "77"),
        ("US", "spirits", "shot", "13.8", "14"),
        ("US", "spirits", "double", "27.7", "28"),
        ("US", "spirits", "bottle", "220.9", "236.8"),
        ("US", "spirits", "fifth", "236.6", "236.8"),
        ("US", "spirits", "handle", "552", "553"),
        ("US", "spirits", "pint", "118", "118.7"),
        ("GB", "beer", "pint", "17.9", "18"),
        ("GB", "cider", "pint", "17.9", "20.7"),
        ("GB", "beer", "half", "8.9", "9"),
        ("GB", "cider", "can", "15.6", "19.8"),
        ("GB", "wine", "glass", "16.5", "18"),
        ("GB", "wine", "bottle", "71", "77"),
        ("GB", "spirits", "shot", "7.8", "7.9"),
        ("GB", "spirits", "double", "15.7", "15.8"),
        ("GB", "spirits", "bottle", "207.1", "236.7"),
        ("GB", "strong-beer", "can", "26", "32"),
        ("IE", "stout", "pint", "17.9", "22.5"),
        ("IE", "stout", "glass", "8.9", "11.3"),
        ("IE", "spirits", "naggin", "59.1", "63.2"),
        ("IE", "spirits", "shoulder", "103.5", "110.5"),
        ("CA", "beer", "bottle", "13.4", "13.5"),
        ("CA", "spirits", "mickey", "110.9", "118.4"),
        ("CA", "spirits", "twenty-sixer", "236.6", "236.8"),
        ("CA", "beer", "case", "322", "336.2"),
        ("AU", "beer", "schooner", "15", "16.5"),
        ("AU", "beer", "pot", "10.1", "11.1"),
        ("AU", "beer", "middy", "10.1", "11.1"),
        ("AU", "beer", "stubby", "13.3", "14.5"),
        ("AU", "beer", "can", "13.3", "14.5"),
        ("AU", "beer", "longneck", "26.6", "29"),
        ("AU", "wine", "glass", "14.2", "16"),
        ("AU", "box-wine", "glass", "7.4", "16"),
        ("NZ", "beer", "handle", "13.4", "16.8"),
        ("NZ", "beer", "longneck", "23.5", "29.4"),
        ("DE", "beer", "bottle", "19.7", "19.8"),
        ("DE", "beer", "halbe", "18.9", "20.6"),
        ("DE", "beer", "liter", "37.8", "49"),
        ("DE", "wine", "glass", "17.3", "20.6"),
        ("DE", "wine", "viertel", "23", "26"),
        ("DE", "spirits", "kurzer", "6.3", "6.4"),
        ("DE", "spirits", "double", "12.6", "12.7"),
        ("DE", "beer", "case", "394", "395"),
        ("NL", "beer", "glass", "9.8", "9.9"),
        ("NL", "wine", "glass", "9.4", "12.9"),
        ("NL", "beer", "case", "284", "285"),
        ("PL", "beer", "bottle", "19.7", "19.8"),
        ("PL", "spirits", "hundred", "31.5", "31.6"),
        ("PL", "spirits", "polowka", "157.8", "157.9"),
    ],
)
def test_a_vessel_holds_what_it_holds_there(
    code: str, of: str, vessel: str, low: str, high: str
) -> None:
    assert Decimal(low) <= grams(code, of, vessel) <= Decimal(high)


@pytest.mark.parametrize(
    ("code", "of", "low", "high"),
    [
        ("US", "beer", "13.9", "14.1"),
        ("GB", "beer", "10.4", "22.5"),
        ("IE", "beer", "10.4", "22.5"),
        ("CA", "beer", "13.4", "13.5"),
        ("AU", "beer", "14.1", "14.3"),
        ("NZ", "beer", "10.4", "14"),
        ("DE", "beer", "12.5", "19.8"),
        ("NL", "beer", "9.8", "13.1"),
        ("PL", "beer", "19.7", "22.1"),
        ("DE", "spritz", "9", "20"),
        ("US", "cocktail", "10", "25"),
        ("US", "hard-seltzer", "13.9", "14.1"),
        ("GB", "alcopop", "8", "12"),
    ],
)
def test_one_of_a_beverage_is_the_usual_one_there(code: str, of: str, low: str, high: str) -> None:
    assert Decimal(low) <= usual(code, of) <= Decimal(high)


@pytest.mark.parametrize(
    ("code", "brand", "low", "high"),
    [
        ("GB", "guinness", "14.2", "19.3"),
        ("GB", "buckfast", "88.7", "88.8"),
        ("US", "white claw", "13.9", "14.1"),
        ("US", "bud light", "11.2", "12.1"),
        ("DE", "becks", "12.5", "19.8"),
        ("NZ", "speights", "10.4", "13.9"),
        ("AU", "bundy", "8.7", "8.8"),
        ("NL", "duvel", "22", "22.3"),
        ("PL", "tyskie", "20.5", "22.1"),
        ("CA", "molson", "13.4", "13.5"),
    ],
)
def test_one_of_a_brand_is_what_it_is_sold_as(code: str, brand: str, low: str, high: str) -> None:
    (row,) = (row for row in BRANDS if brand in row["words"] and here(row, code))
    vessel = row.get("vessel")
    one = (
        grams(code, row["of"], vessel, row["abv"]) if vessel else usual(code, row["of"], row["abv"])
    )
    assert Decimal(low) <= one <= Decimal(high)
