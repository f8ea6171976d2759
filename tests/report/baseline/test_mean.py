from __future__ import annotations

from fractions import Fraction
from statistics import median

from hypothesis import given
from hypothesis import strategies as st

from hrjournal.report.baseline import ExactMean, middle

means = st.builds(ExactMean, st.integers(0, 10**12), st.integers(1, 60))


def fraction(mean: ExactMean) -> Fraction:
    return Fraction(mean.total, mean.among)


@given(means, means)
def test_one_mean_is_below_another_exactly(one: ExactMean, other: ExactMean) -> None:
    assert one.below(other) == (fraction(one) < fraction(other))


def test_what_rests_on_nothing_is_never_below() -> None:
    assert not ExactMean(0, 0).below(ExactMean(5, 1))
    assert not ExactMean(5, 1).below(ExactMean(0, 0))


@given(means, st.integers(1, 4))
def test_a_mean_is_rounded_to_the_nearest_whole(mean: ExactMean, parts: int) -> None:
    assert abs(mean.rounded(parts) - fraction(mean) / parts) <= Fraction(1, 2)


@given(st.lists(st.integers(0, 10**9), min_size=1))
def test_the_middle_is_the_median(values: list[int]) -> None:
    assert fraction(middle(values)) == median(map(Fraction, values))


def test_the_middle_of_nothing_rests_on_nothing() -> None:
    assert middle([]) == ExactMean(0, 0)
