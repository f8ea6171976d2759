from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.words.money import LARGEST, read_money
from hrjournal.errors import UsageError


@pytest.mark.parametrize(
    ("text", "thousandths"),
    [
        *(("12", 12_000), ("12,5", 12_500), ("0", 0), ("12.50", 12_500), ("free", 0)),
        *(("12.50\u20ac", 12_500), ("12 euro", 12_000), ("\u20ac 7,80", 7_800), ("25 AUD", 25_000)),
        *(("\u00a312", 12_000), ("A$25", 25_000), ("50p", 500), ("50 cents", 500), ("$0.5", 500)),
        *(("1,234.50", 1_234_500), ("1.234,50", 1_234_500), ("1 234", 1_234_000)),
        *(("1,000,000", 1_000_000_000), ("10-15", 12_500), ("about 12", 12_000), ("0.505", 505)),
    ],
)
def test_money_is_kept_in_thousandths(text: str, thousandths: int) -> None:
    assert read_money(text) == thousandths


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "much",
            "-3",
            "\u22123",
            "nan",
            "1e9",
            "12k",
            "\u20ac",
            "\u20ac12 EUR",
            "1,2,3",
            "12 34",
        ),
        *("15-10", "12.5.5", "1.2345", "12 blorbs", "9" * 12, "9" * 9999, "1,234,5"),
    ],
)
def test_what_is_no_money_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="was not understood as money"):
        read_money(text)


@pytest.mark.parametrize("text", ["1,200", "1.200", "\u20ac 12.500"])
def test_a_thousand_or_a_part_is_asked_for(text: str) -> None:
    with pytest.raises(UsageError, match="can be read in two ways"):
        read_money(text)


@given(st.text("0123456789., '-\u20ac$kreuo", max_size=14))
def test_any_text_is_understood_or_refused(text: str) -> None:
    try:
        found = read_money(text)
    except UsageError:
        return
    assert 0 <= found <= LARGEST
