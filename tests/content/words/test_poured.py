"""Drinks as they are read hold what the plain rule says, in every country and vessel."""

from __future__ import annotations

from decimal import Decimal

import pytest

from hrjournal.errors import HrjournalError
from support.vocabulary import (
    BEVERAGES,
    CODES,
    DRINKS,
    SLANG,
    SMALL_WORDS,
    VESSELS,
    grams,
    here,
    poured_here,
    usual,
)
from support.words import amount

pytestmark = pytest.mark.slow

NEAR = Decimal("0.002")  # entries keep thousandths


def odd(line: str, code: str, held: Decimal) -> str:
    """What a line is read as, where it is not what it holds."""
    try:
        read = Decimal(amount(line, code, sure=True).low or 0) / 1000
    except HrjournalError as refused:
        return f"{line}: {refused}"
    return "" if abs(read - held) <= NEAR else f"{line}: {read}, not {held}"


def clear(vessel: str, code: str) -> bool:
    """Whether a word for a vessel is no number, and nothing else in a country."""
    unclear = [row["word"] for row in SLANG["unclear"] if here(row, code)]
    return vessel not in {*SMALL_WORDS["numbers"], *unclear}


@pytest.mark.parametrize("code", CODES)
def test_one_of_every_beverage_is_the_usual_one(code: str) -> None:
    told = [odd(f"1 {row['words'][0]}", code, usual(code, of)) for of, row in BEVERAGES.items()]
    assert list(filter(None, told)) == []


@pytest.mark.parametrize("code", CODES)
def test_a_vessel_of_a_beverage_holds_what_its_row_says(code: str) -> None:
    told = [
        odd(f"1 {word} of {BEVERAGES[of]['words'][0]}", code, grams(code, of, vessel))
        for of, vessel in poured_here(code)
        for word in VESSELS[vessel][:1]
        if clear(word, code)
    ]
    assert list(filter(None, told)) == []


@pytest.mark.parametrize("code", CODES)
def test_one_of_every_brand_is_what_it_is_sold_as(code: str) -> None:
    told = []
    for row in (row for row in DRINKS["brands"] if here(row, code)):
        of, abv, vessel = row["of"], row.get("abv"), row.get("vessel")
        held = grams(code, of, vessel, abv) if vessel else usual(code, of, abv)
        told.append(odd(f"{row['words'][0]} 1", code, held))
    assert list(filter(None, told)) == []
