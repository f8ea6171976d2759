from __future__ import annotations

from math import atanh, sqrt

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import false_discovery_control, norm, pearsonr, rankdata

from hrjournal.report.patterns.association import (
    PairedRows,
    association,
    centered,
    chance,
    memory,
    mid_ranks,
    standing_out,
    whitened,
)

figures = st.lists(st.integers(0, 12).map(float), min_size=28, max_size=70)
# Benjamini and Hochberg 1995, section 3.2: what a trial of two treatments of heart attacks found.
HEART_ATTACKS = (
    *(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459),
    *(0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000),
)


@st.composite
def paired(draw: st.DrawFn) -> PairedRows:
    y = draw(figures)
    x = draw(st.lists(st.integers(0, 1), min_size=len(y), max_size=len(y)))
    gaps = draw(st.lists(st.sampled_from((1, 1, 1, 2, 5)), min_size=len(y), max_size=len(y)))
    times = [int(time) for time in np.cumsum(gaps)]
    return PairedRows(times, [time % 7 for time in times], x, y)


def plain_association(rows: PairedRows) -> tuple[float, float, float]:
    """By matrices: days a share of phi apart for each day between them, and made independent."""
    times, groups = np.array(rows.times), np.array(rows.groups)

    def within(values: np.ndarray) -> np.ndarray:
        return np.array([v - values[groups == g].mean() for v, g in zip(values, groups)])  # noqa: B905

    y, x = within(rankdata(rows.y)), within(np.array(rows.x, dtype=float))
    follow = np.flatnonzero(np.diff(times) == 1)
    first = np.mean(y[follow] * y[follow + 1]) / np.mean(y**2) if len(follow) > 5 else 0.0
    phi = min(0.9, max(0.0, (len(y) * first + 1) / (len(y) - 4)))
    apart = np.abs(times[:, None] - times[None, :])
    root = np.linalg.cholesky(np.where(apart, phi**apart, 1.0))
    r = float(pearsonr(np.linalg.solve(root, x), np.linalg.solve(root, y))[0])
    r = min(0.999, max(-0.999, r))
    z = np.arctanh(abs(r)) * sqrt(len(y) - 3 - len(set(rows.groups)))
    return r, 2 * float(norm.sf(z)), phi


@given(paired())
def test_it_is_what_matrices_and_scipy_give(rows: PairedRows) -> None:
    found = association(rows)
    assume(found is not None)
    assert found is not None
    r, p, phi = plain_association(rows)
    assert found.r == pytest.approx(r, abs=1e-9)
    assert found.p == pytest.approx(p, rel=1e-6, abs=1e-12)
    assert found.memory == pytest.approx(phi, abs=1e-12)
    assert found.rows == len(rows.x)


@given(figures)
def test_ranks_are_those_of_scipy(values: list[float]) -> None:
    assert mid_ranks(values) == list(rankdata(values))


def test_equal_figures_share_the_middle_of_their_ranks() -> None:
    """Kendall 1975: in 1, 2, 2, 3, 3, 3 the ranks are 1, 2.5, 2.5, 5, 5, 5."""
    assert mid_ranks([1, 2, 2, 3, 3, 3]) == [1, 2.5, 2.5, 5, 5, 5]
    assert mid_ranks([7, 5, 7]) == [2.5, 1, 2.5]


def test_the_mean_of_each_group_is_taken_out() -> None:
    assert centered([1, 4, 3, 6], [0, 1, 0, 1]) == [-1, -1, 1, 1]


def test_memory_is_of_days_that_follow_each_other_and_pays_for_few_rows() -> None:
    up_and_down = [1.0, -1.0] * 5
    assert memory(range(10), up_and_down) == 0  # (10 * -1 + 1) / 6, but never below none
    slow = [1.0] * 5 + [-1.0] * 5  # eight pairs of 1 and one of -1: r1 = 7/9
    assert memory(range(10), slow) == 0.9  # (10 * 7/9 + 1) / 6 is more than it may be
    mixed = [1.0, 1.0, -1.0, -1.0] * 10  # 20 pairs of 1, 19 of -1: r1 = 1/39
    assert memory(range(40), mixed) == pytest.approx((40 / 39 + 1) / 36)
    assert memory(range(0, 80, 2), mixed) == pytest.approx(1 / 36)  # none follow: r1 = 0
    five = [*range(6), *range(10, 80, 2)]
    assert memory(five, [1.0] * len(five)) == pytest.approx(1 / (len(five) - 4))


def test_whitening_takes_out_what_the_day_before_foretells() -> None:
    half = whitened([0, 1, 3], [4.0, 4.0, 4.0], 0.5)
    bare = [4, 2 / sqrt(0.75), 3 / sqrt(1 - 0.0625)]
    assert half == pytest.approx([value - sum(bare) / 3 for value in bare])
    assert whitened([0, 1, 2], [1.0, 2.0, 6.0], 0) == pytest.approx([-2, -1, 3])


def test_fishers_z_and_what_groups_cost() -> None:
    """Fisher 1921: r = .60 of 28 rows is z = .6931 with a standard error of 1/5."""
    assert atanh(0.6) == pytest.approx(0.6931, abs=1e-4)
    assert chance(0.6, 28, 0) == pytest.approx(2 * norm.sf(0.6931 * 5), rel=1e-3)
    assert chance(-0.6, 28, 0) == chance(0.6, 28, 0)
    assert chance(0.6, 28, 7) == pytest.approx(2 * norm.sf(0.6931 * sqrt(18)), rel=1e-3)
    assert chance(0, 28, 7) == 1


def test_what_stands_out_is_the_published_example() -> None:
    assert sum(standing_out(HEART_ATTACKS, 0.05)) == 4
    assert standing_out(HEART_ATTACKS[::-1], 0.05)[-4:] == [True] * 4
    assert standing_out([]) == []
    assert standing_out([0.0, 0.9]) == [True, False]
    assert standing_out([0.08]) == [True]
    assert standing_out([0.081]) == [False]


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_what_stands_out_is_that_of_scipy(chances: list[float]) -> None:
    adjusted = false_discovery_control(chances)
    assume(all(abs(one - 0.08) > 1e-9 for one in adjusted))
    assert standing_out(chances) == [bool(one <= 0.08) for one in adjusted]


def rows_of(x: list[int], y: list[float], *, yes_no: bool = False) -> PairedRows:
    return PairedRows(range(len(x)), [day % 7 for day in range(len(x))], x, y, yes_no)


def test_28_rows_and_8_a_side_are_asked_and_fewer_are_not() -> None:
    y = [float(day * 5 % 11) for day in range(28)]
    assert rows_of([1] * 8 + [0] * 20, y).enough
    assert rows_of([1] * 20 + [0] * 8, y).enough
    assert not rows_of([1] * 7 + [0] * 21, y).enough
    assert not rows_of([1] * 21 + [0] * 7, y).enough
    assert not rows_of([1] * 8 + [0] * 19, y[:27]).enough


def test_a_yes_or_no_needs_8_of_each_too() -> None:
    x = [0, 1] * 14
    assert rows_of(x, [1.0] * 8 + [0.0] * 20, yes_no=True).enough
    assert not rows_of(x, [1.0] * 7 + [0.0] * 21, yes_no=True).enough
    assert not rows_of(x, [1.0] * 21 + [0.0] * 7, yes_no=True).enough


def test_what_does_not_vary_is_not_asked() -> None:
    weekend = [int(day % 7 > 4) for day in range(70)]
    wild = [float(day * 5 % 11) for day in range(70)]
    assert association(rows_of(weekend, wild)) is None  # weekdays say all of it
    assert association(rows_of([day % 2 for day in range(70)], [3.0] * 70)) is None
