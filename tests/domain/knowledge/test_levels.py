"""A level is the first whose upper end is not passed."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.knowledge.levels import Level, LevelSet

STEPS = LevelSet(
    "10/20",
    "nobody",
    Decimal(50),
    (
        Level("none", "none", 0, Decimal(0)),
        Level("low", "low", 1, Decimal(10)),
        Level("high", "high", 2, Decimal(20)),
        Level("top", "top", 3, None),
    ),
)


@given(st.decimals(0, 1000, places=3))
def test_every_mean_has_the_level_that_its_ends_enclose(grams: Decimal) -> None:
    expected = 0 if grams == 0 else 1 if grams <= 10 else 2 if grams <= 20 else 3
    assert STEPS.level(grams).order == expected
