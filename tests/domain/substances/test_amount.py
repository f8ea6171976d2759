"""Amounts as people say them, kept exactly or refused with a way to write them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.substances.amount import (
    LARGEST,
    Amount,
    AmountRange,
    is_unknown,
    read_span,
    scale,
    unknown,
)
from hrjournal.errors import UsageError

ONE = Decimal(1)
STATED = st.integers(1, 999_999_999_999)  # thousandths
PLAIN = STATED.map(lambda n: f"{n // 1000}.{n % 1000:03}")


@pytest.mark.parametrize(
    ("text", "low", "high", "about"),
    [
        ("2", "2", "2", False),
        ("2.5", "2.5", "2.5", False),
        ("2,5", "2.5", "2.5", False),
        ("0.001", "0.001", "0.001", False),
        ("0,125", "0.125", "0.125", False),
        ("1.000", "1", "1", False),
        ("007", "7", "7", False),
        ("~3", "3", "3", True),
        ("2-4", "2", "4", False),
        ("~2-4", "2", "4", True),
        ("2,5-3.5", "2.5", "3.5", False),
        ("3-3", "3", "3", False),
        ("999999999.999", "999999999.999", "999999999.999", False),
    ],
)
def test_an_amount_is_read_as_it_was_said(text: str, low: str, high: str, about: bool) -> None:
    assert read_span(text) == AmountRange(Decimal(low), Decimal(high), about)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nan",
        "NaN",
        "inf",
        "-inf",
        "infinity",
        "1e5",
        "1E5",
        "-5",
        "+5",
        "--5",
        "1_000",
        "0x10",
        "٣",
        "\uff12",
        "²",
        "½",
        "1.",
        "1.2.3",
        "1,2,3",
        "2-",
        "-",
        "~",
        "~~3",
        "2-~4",
        "2-4-6",
        "2 4",
        " 2",
        "2\n",
        "two",
        "2\u202e",
        "1\u00a0000",
    ],
)
def test_what_is_no_amount_is_refused_with_a_way_to_write_one(text: str) -> None:
    with pytest.raises(UsageError, match=r"is not an amount\. Write 2, 2\.5, ~3"):
        read_span(text)


@pytest.mark.parametrize("text", ["0", "0.0", "0,000", "000", "0-2"])
def test_nothing_is_written_as_a_day_without(text: str) -> None:
    with pytest.raises(UsageError, match="hrjournal none"):
        read_span(text)


@pytest.mark.parametrize("text", ["1234567890", "0.0001", "1.2345"])
def test_more_digits_than_can_be_kept_are_refused(text: str) -> None:
    with pytest.raises(UsageError, match="too many digits"):
        read_span(text)


@pytest.mark.parametrize(
    ("text", "ways"), [("1,000", "1000, or 1.000"), ("25,500", "25500, or 25.500")]
)
def test_a_comma_that_can_mean_two_things_is_asked_about(text: str, ways: str) -> None:
    with pytest.raises(UsageError, match=f"two ways. Write {ways} with a point"):
        read_span(text)


def test_a_range_that_ends_below_its_start_is_refused() -> None:
    with pytest.raises(UsageError, match="Write the smaller number first"):
        read_span("4-2")


@pytest.mark.parametrize("text", ["?", "some", "Some", "unknown"])
def test_not_knowing_is_an_answer(text: str) -> None:
    assert is_unknown(text)


@pytest.mark.parametrize("text", ["0", "2", "", "none", "??"])
def test_anything_else_is_not_an_unknown_amount(text: str) -> None:
    assert not is_unknown(text)


def test_an_unknown_amount_has_no_number() -> None:
    some = unknown("line")
    assert not some.known
    assert some == Amount(None, None, "line", typed="?")


def test_a_span_is_scaled_into_thousandths_with_its_words_beside_it() -> None:
    scaled = scale(
        AmountRange(Decimal(2), Decimal("2.5"), about=True), Decimal(14), "g_alc", "~2-2.5"
    )
    assert scaled == Amount(28_000, 35_000, "g_alc", about=True, typed="~2-2.5")
    assert scaled.known


def test_too_small_to_keep_is_refused_and_not_rounded_to_nothing() -> None:
    with pytest.raises(UsageError, match="is too small to keep"):
        scale(read_span("0.1"), Decimal("0.001"), "mg", "0.1ug")


def test_too_large_to_keep_is_refused() -> None:
    with pytest.raises(UsageError, match="too large to keep"):
        scale(read_span("999999999.999"), Decimal(1000), "mg", "lots")


def test_the_largest_amount_can_be_kept() -> None:
    assert scale(read_span("999999999.999"), ONE, "mg", "").high == LARGEST


@given(PLAIN)
def test_every_amount_with_three_places_is_kept_exactly(text: str) -> None:
    kept = scale(read_span(text), ONE, "mg", text)
    assert kept.low == kept.high == int(text.replace(".", ""))


@given(STATED, st.integers(1, 10**7))
def test_scaling_is_exact_to_the_nearest_thousandth(stated: int, factor: int) -> None:
    number = Decimal(stated) / 1000
    exact = Fraction(stated) * Fraction(factor, 1000)
    span = AmountRange(number, number)
    if exact <= Fraction(1, 2) or exact >= LARGEST:  # a half may be rounded to nothing
        return
    kept = scale(span, Decimal(factor) / 1000, "mg", "")
    assert kept.low is not None
    assert abs(kept.low - exact) <= Fraction(1, 2)


@given(PLAIN, PLAIN)
def test_a_range_keeps_its_order_or_is_refused(first: str, last: str) -> None:
    if Decimal(last) < Decimal(first):
        with pytest.raises(UsageError):
            read_span(f"{first}-{last}")
    else:
        span = read_span(f"{first}-{last}")
        assert (span.low, span.high) == (Decimal(first), Decimal(last))


@given(st.text(max_size=20))
def test_any_text_is_read_as_a_positive_finite_span_or_refused(text: str) -> None:
    try:
        span = read_span(text)
    except UsageError:
        return
    assert span.low.is_finite()
    assert 0 < span.low <= span.high < 10**9
    assert set(text) <= set("~-.,0123456789")
