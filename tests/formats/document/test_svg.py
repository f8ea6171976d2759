from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.formats.document import svg

shares = st.lists(st.none() | st.floats(0, 1), max_size=40)


def points(path: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"[ML](\d+) ([\d.]+)", path)]


@given(shares)
def test_a_line_has_a_point_for_every_known_value_and_none_for_others(
    values: list[float | None],
) -> None:
    drawn = points(svg.line_path(values))
    known = [at for at, value in enumerate(values) if value is not None]
    assert [x / svg.STEP for x, _ in drawn] == known
    assert all(0 <= y <= svg.HEIGHT for _, y in drawn)
    assert all(x <= svg.line_width(values) for x, _ in drawn)


@given(st.lists(st.integers(0, 10), min_size=2, max_size=20))
def test_more_stands_higher(values: list[int]) -> None:
    drawn = points(svg.line_path([value / 10 for value in values]))
    heights = {value: y for value, (_, y) in zip(values, drawn, strict=True)}
    assert sorted(heights, key=heights.__getitem__) == sorted(heights, reverse=True)


def test_a_gap_breaks_the_line_and_a_lone_value_is_a_dot() -> None:
    assert svg.line_path((0.0, 1.0, None, 0.5)) == "M0 21 L10 3 M30 12 h0"


def test_the_last_known_value_is_marked() -> None:
    assert svg.last_point((0.0, 1.0, None)) == "M10 3 h0"
    assert svg.last_point((None, None)) == ""


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ((), "nothing written"),
        ((None, None), "nothing written"),
        ((0.25, 0.75, 0.5), "from 25% to 75%, last 50%"),
        ((0.25, None), "from 25% to 25%, last 25%; 1 of 2 unwritten"),
    ],
)
def test_a_line_in_words(values: tuple[float | None, ...], words: str) -> None:
    assert svg.line_words(values) == words


@pytest.mark.parametrize(
    ("share", "length"),
    [(0.0, "0"), (0.001, "1.5"), (0.333, "33.3"), (1.0, "100"), (2.0, "100"), (-1.0, "0")],
)
def test_the_length_of_a_bar(share: float, length: str) -> None:
    assert svg.bar_length(share) == length


def test_a_level_has_a_bar_more_for_every_step() -> None:
    assert [svg.level_path(0, step).count("M") for step in range(5)] == [0, 1, 2, 3, 4]
    assert svg.level_path(0, 4) == " ".join(svg.level_path(at, at + 1) for at in range(4))
