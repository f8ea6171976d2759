from __future__ import annotations

from itertools import permutations
from random import Random
from statistics import fmean, pvariance

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.stats import kendalltau, norm, theilslopes

from hrjournal.report.trends.rank_tests import (
    EDGE,
    best_split,
    mann_kendall,
    memory,
    pettitt,
    theil_sen,
)

figures = st.one_of(
    st.lists(st.integers(0, 4).map(float), min_size=6, max_size=30),
    st.lists(st.floats(0, 1e4).map(lambda value: round(value, 2)), min_size=6, max_size=30),
)
gaps = st.lists(st.integers(1, 4), min_size=30, max_size=30)


def placed(steps: list[int], count: int) -> list[int]:
    return [sum(steps[:number]) for number in range(count)]


@pytest.mark.slow
@settings(max_examples=150)
@given(figures, gaps)
def test_the_line_is_that_of_scipy(values: list[float], steps: list[int]) -> None:
    places = placed(steps, len(values))
    line = theil_sen(places, values)
    expected = theilslopes(values, places, method="joint")
    assert line.rise == pytest.approx(expected.slope, rel=1e-9, abs=1e-9)
    assert line.height == pytest.approx(expected.intercept, rel=1e-9, abs=1e-6)
    assert line.at(3) == pytest.approx(expected.intercept + 3 * expected.slope, abs=1e-6)


def test_a_line_needs_two_points_and_one_odd_value_does_not_turn_it() -> None:
    steady = [float(30 - place) for place in range(10)]
    steady[8] = 900.0
    assert theil_sen(range(10), steady).rise == -1.0
    with pytest.raises(ValueError, match="two points"):
        theil_sen([3], [2.0])


@pytest.mark.slow
@settings(max_examples=150)
@given(figures)
def test_the_chance_is_that_of_scipy_with_continuity_and_memory(values: list[float]) -> None:
    assume(len(set(values)) > 1)
    s, p = mann_kendall(values)
    expected = kendalltau(range(len(values)), values, method="asymptotic")
    assert np.sign(s) == np.sign(round(expected.statistic, 12))
    if s:
        deviates = norm.isf(expected.pvalue / 2) * (abs(s) - 1) / abs(s)
        assert p == pytest.approx(2 * norm.sf(deviates / memory(len(values)) ** 0.5), rel=1e-6)


@pytest.mark.parametrize(
    "values",
    [[1, 2, 3, 4, 5, 6], [0, 0, 0, 1, 2, 3], [1, 1, 2, 2, 3, 3, 4], [0, 0, 0, 0, 0, 5, 9]],
)
def test_near_the_line_it_never_says_more_than_all_orders_of_few_weeks(values: list[int]) -> None:
    """The exact chance, ties and all, by every order of the same figures."""
    orders = [mann_kendall(order) for order in permutations(map(float, values))]
    for s, p in set(orders):
        exact = sum(abs(other) >= abs(s) for other, _ in orders) / len(orders)
        assert p <= 0.05 or exact > 0.01
        assert p > 0.05 or exact <= 0.05
        assert p >= exact - 0.03


@given(figures)
def test_a_row_read_backwards_goes_the_other_way(values: list[float]) -> None:
    s, p = mann_kendall(values)
    back, alike = mann_kendall(values[::-1])
    assert (back, alike) == (-s, p)
    assert mann_kendall([value**2 + 1 for value in values])[0] == pytest.approx(s, abs=0)


def test_a_level_row_and_a_short_one_are_no_direction() -> None:
    assert mann_kendall([4.0] * 8) == (0, 1.0)
    assert mann_kendall([]) == (0, 1.0)
    assert (pettitt([4.0] * 8), pettitt([])) == (1.0, 1.0)


def test_weeks_that_hang_together_spread_wider_the_more_there_are() -> None:
    spread = [memory(count) for count in range(2, 60)]
    assert spread == sorted(spread)
    assert 1.0 == spread[0] < spread[6] < spread[-1] < 1.16


@settings(max_examples=100)
@given(figures)
def test_pettitt_counts_pairs_across_each_cut(values: list[float]) -> None:
    count = len(values)
    most = max(
        abs(sum((a > b) - (a < b) for a in values[:cut] for b in values[cut:]))
        for cut in range(1, count)
    )
    squared = most**2 / memory(count)
    expected = min(1, 2 * np.exp(-6 * squared / (count**3 + count**2)))
    assert pettitt(values) == pytest.approx(expected if most else 1.0, rel=1e-9)


def test_pettitt_claims_at_most_one_in_twenty_of_shuffled_rows() -> None:
    luck = Random(4)
    for count in (13, 26):
        rows = [[luck.random() for _ in range(count)] for _ in range(600)]
        assert sum(pettitt(row) <= 0.05 for row in rows) <= 600 * 0.06


@settings(max_examples=100)
@given(figures, gaps)
def test_the_split_is_the_best_of_all_and_better_than_a_line(
    values: list[float], steps: list[int]
) -> None:
    count, places = len(values), placed(steps, len(values))
    assume(pvariance(values) > 1e-3)
    cuts = range(EDGE, count - EDGE + 1)
    left = {
        cut: pvariance(values[:cut]) * cut + pvariance(values[cut:]) * (count - cut) for cut in cuts
    }
    fitted = np.polyval(np.polyfit(places, values, 1), places)
    beside = float(((np.array(values) - fitted) ** 2).sum()) * count ** (-1 / count)
    found = best_split(places, values)
    if left and abs(min(left.values()) - beside) > 1e-6 * max(values) ** 2:
        assert (found is not None) is (min(left.values()) < beside)
    if found:
        assert left[found.size] == pytest.approx(min(left.values()), rel=1e-6, abs=1e-6)
        assert found.before == pytest.approx(fmean(values[: found.size]))
        assert found.after == pytest.approx(fmean(values[found.size :]))


def test_a_step_needs_four_figures_on_either_side() -> None:
    assert best_split(range(8), [5.0] * 4 + [2.0] * 4) == (4, 5.0, 2.0)
    assert best_split(range(7), [5.0] * 4 + [2.0] * 3) is None
    late = best_split(range(12), [5.0] * 10 + [0.0] * 2)
    assert late is None or late.size == 8
    assert best_split(range(12), [float(12 - place) for place in range(12)]) is None
