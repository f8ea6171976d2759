from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.substances.substance import Substance
from hrjournal.domain.win import BaselineKind
from hrjournal.report.clinical import Interval
from support.builders import ALCOHOL, COCAINE, TODAY
from support.report import plain_clinical
from support.report.diaries import (
    HEAVY,
    HIGHER,
    LOWER,
    bare,
    diaries,
    lines,
    measured,
    plainly,
    report,
)
from support.report.plain_clinical import Count, Diary

pytestmark = pytest.mark.slow

SETS = (("20/40/60", LOWER), ("40/60/100", HIGHER))
lengths = st.integers(1, 70)
ends = st.integers(TODAY - 50, TODAY)


def expected(
    diary: Diary, first: int, last: int, substance: Substance, sets: int
) -> dict[str, Any]:
    unit = plain_clinical.most_known_unit(diary, first, last, substance.unit)
    count = Count(diary, first, last, unit)
    if substance is ALCOHOL:
        more = plain_clinical.of_alcohol(count, HEAVY, SETS[sets][1])
    else:
        more = plain_clinical.of_others(diary, first, last)
    return plain_clinical.every(count) | more


@given(diaries(), lengths, ends, st.sampled_from([0, 1]))
def test_every_figure_of_alcohol_is_what_a_plain_count_finds(
    diary: Diary, length: int, last: int, sets: int
) -> None:
    first = last - length + 1
    found = measured(diary, first, last, lines(chosen=SETS[sets][0]))
    said = expected(diary, first, last, ALCOHOL, sets)

    assert said.keys() <= found.keys()
    for name, value in said.items():
        assert bare(found[name]) == plainly(value), name


@given(diaries(("line", "gram")), st.integers(25, 70), ends)
def test_every_figure_of_anything_else_is_what_a_plain_count_finds(
    diary: Diary, length: int, last: int
) -> None:
    first = last - length + 1
    found = measured(diary, first, last, substance=COCAINE)
    said = expected(diary, first, last, COCAINE, 0)

    assert not found.keys() & {"heavy_days", "phdd", "nhdd", "who_level"}
    for name, value in said.items():
        assert bare(found[name]) == plainly(value), name


@given(diaries(), lengths, ends)
def test_the_first_days_are_what_a_plain_count_finds(diary: Diary, length: int, last: int) -> None:
    first = last - length + 1
    found = measured(diary, first, last, chosen=True)
    count = Count(diary, first, last, plain_clinical.most_known_unit(diary, first, last, "g_alc"))
    said = plain_clinical.first_days(Count(diary, first, last, "g_alc"), HEAVY)

    assert bare(found["first_use"]) == plainly(said["first_use"])
    assert bare(found["first_heavy"]) == plainly(said["first_heavy"])
    assert count.length == length
    assert not measured(diary, first, last).keys() & {"first_use", "first_heavy"}


@given(diaries(), st.integers(10, 40), st.sampled_from([0, 1]))
def test_changes_are_what_plain_counts_of_both_sides_find(
    diary: Diary, length: int, sets: int
) -> None:
    first = TODAY - length + 1
    found = measured(diary, first, TODAY, lines(chosen=SETS[sets][0]))
    unit = plain_clinical.most_known_unit(diary, first, TODAY, "g_alc")
    spans = {BaselineKind.USUAL: (first - 28, first - 1)}
    start = plain_clinical.start_of(diary, first)
    if start and start != spans[BaselineKind.USUAL]:
        spans[BaselineKind.START] = start

    counts = {against: Count(diary, *span, unit) for against, span in spans.items()}
    now = Count(diary, first, TODAY, unit)
    for name in ("pda", "pdd", "dpd", "ddd", "phdd", "avg_week"):
        said = _changes(name, now, counts)
        assert {one.against: _change(one) for one in found[name].changes} == said, name
    levels = {one.against: one.levels for one in found["who_level"].changes}
    assert levels == _levels(now, counts, SETS[sets][1])


def _levels(
    now: Count, before: dict[BaselineKind, Count], tops: list[int]
) -> dict[BaselineKind, int]:
    """How many levels lower; a baseline needs 14 known days, a window half of its days too."""
    found, level = {}, now.level(tops) if now.unit == "g_alc" else None
    for against, count in before.items():
        mean = count.mean()
        if level is not None and mean is not None and count.told >= 14:
            found[against] = plain_clinical.rung(Fraction(sum(mean), 2), tops) - level
    return found


def _changes(
    name: str, now: Count, before: dict[BaselineKind, Count]
) -> dict[BaselineKind, tuple[Any, Fraction | None]]:
    value = _figure(name, now)
    found = {}
    for against, count in before.items():
        then = _figure(name, count)
        if value is not None and then is not None and _enough(name, now, count):
            less = None if name == "pda" else plain_clinical.percent_less(value, then)
            found[against] = (plainly(then), less)
    return found


def _figure(name: str, count: Count) -> Any:
    return (plain_clinical.every(count) | plain_clinical.of_alcohol(count, HEAVY, LOWER))[name]


def _enough(name: str, *counts: Count) -> bool:
    return all(plain_clinical.enough(name, count) for count in counts)


def _change(one: Any) -> tuple[Any, Fraction | None]:
    then = one.then
    assert isinstance(then, Interval)
    return (then.low if then.low == then.high else tuple(then)), one.percent


@given(diaries(), st.integers(0, 9), st.integers(10, 60))
def test_unwritten_days_after_a_window_change_no_figure(
    diary: Diary, after: int, length: int
) -> None:
    early = {day - after: uses for day, uses in diary.items()}
    first = TODAY - after - length + 1
    narrow = measured(early, first, TODAY - after)
    wide = measured(early, first, TODAY)

    days_of_the_window = {"nhdd", "who_level", "abstinent_window"}
    for name in narrow.keys() - days_of_the_window:
        assert wide[name] == narrow[name], name
    for name in days_of_the_window:
        if wide[name].value is not None:
            assert wide[name] == narrow[name], name


@given(diaries(("times",)), diaries(("times",)))
def test_days_with_several_substances_are_what_a_plain_count_finds(
    one: Diary, other: Diary
) -> None:
    found = report({ALCOHOL: one, COCAINE: other}, TODAY - 39, TODAY)
    together = {measure.id: measure for measure in found.together}
    days = [day for day in range(TODAY - 39, TODAY + 1) if day in one and day in other]
    both = [day for day in days if one[day] and other[day]]
    assert together["poly"].rests == len(days)
    assert bare(together["poly"]) == (len(both) if days else None)
