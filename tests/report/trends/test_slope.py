from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import theilslopes

from hrjournal.report.trends.direction import theil_sen

values = st.one_of(
    st.lists(st.integers(-5, 5).map(float), min_size=2, max_size=30),
    st.lists(st.floats(-1e6, 1e6).map(lambda value: round(value, 3)), min_size=2, max_size=30),
)


@settings(max_examples=150)
@given(values, st.data())
def test_slope_and_interval_are_those_of_scipy(found: list[float], data: st.DataObject) -> None:
    steps = data.draw(st.lists(st.integers(1, 4), min_size=len(found), max_size=len(found)))
    places = [sum(steps[: number + 1]) for number in range(len(found))]
    slope = theil_sen(zip(places, found, strict=True))
    expected = theilslopes(found, places, 0.95, method="separate")

    assert slope is not None
    assert slope.middle == pytest.approx(expected.slope, rel=1e-9, abs=1e-9)
    assert slope.low == pytest.approx(expected.low_slope, rel=1e-9, abs=1e-9)
    assert slope.high == pytest.approx(expected.high_slope, rel=1e-9, abs=1e-9)
    assert slope.points == len(found)


@given(st.permutations([(0, 3.0), (1, 1.0), (2, 4.0), (5, 1.0), (9, 5.0)]))
def test_the_order_of_the_points_does_not_matter(points: list[tuple[int, float]]) -> None:
    assert theil_sen(points) == theil_sen(sorted(points))


def test_one_point_or_none_has_no_slope() -> None:
    assert theil_sen([]) is None
    assert theil_sen([(3, 2.0)]) is None


def test_a_straight_line_is_clear_and_a_level_one_is_not() -> None:
    falling = theil_sen([(place, 20.0 - 2 * place) for place in range(8)])
    level = theil_sen([(place, 4.0) for place in range(8)])

    assert falling is not None
    assert level is not None
    assert (falling.middle, falling.clear) == (-2.0, True)
    assert (level.middle, level.clear) == (0.0, False)


def test_one_odd_value_does_not_turn_it() -> None:
    steady = [float(30 - place) for place in range(10)]
    assert all(later < earlier for earlier, later in pairwise(steady))
    steady[8] = 900.0
    slope = theil_sen(enumerate(steady))
    assert slope is not None
    assert slope.middle == -1.0
