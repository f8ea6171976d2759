from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.history import DateRange, DayUse
from hrjournal.report.measures import LongestRun, Measures, Total, chosen_unit, measures
from support.builders import TODAY, history
from support.report.plain_measures import Mark, as_day, plain

HEAVY = 56_000
amounts = st.tuples(st.integers(1, 90_000), st.integers(0, 9_000)).map(lambda n: (n[0], sum(n)))
uses = st.one_of(
    st.none(),
    st.tuples(amounts, st.sampled_from(("g_alc", "g_alc", "g_alc", "jar"))).map(
        lambda found: (*found[0], found[1])
    ),
)
marks_strategy = st.lists(st.one_of(st.none(), st.lists(uses, max_size=3)), max_size=40)


def days_of(marks: list[Mark], first: int = TODAY) -> dict[int, DayUse]:
    return {
        first + place: as_day(mark, "g_alc") for place, mark in enumerate(marks) if mark is not None
    }


@given(marks_strategy)
@pytest.mark.slow
def test_every_figure_is_what_a_plain_count_finds(marks: list[Mark]) -> None:
    span = DateRange(TODAY, TODAY + len(marks))
    found = measures(days_of(marks), span, "g_alc", HEAVY)
    said = plain(marks, "g_alc", HEAVY)

    assert (found.days, found.written) == (len(marks), said.written)
    assert (found.use_days, found.none_days) == (said.use_days, said.none_days)
    assert found.percent_days_abstinent == said.percent_without
    assert {total.unit: (total.low, total.high) for total in (found.total, *found.others)} == {
        "g_alc": (0, 0)
    } | said.totals
    assert (found.unknown_uses, found.unknown_days) == (said.unknown_uses, said.unknown_days)
    assert found.known_days == said.known_days
    mean = found.per_use_day
    assert (mean and (mean.low, mean.high)) == said.mean
    assert mean is None or mean.days == said.known_days
    largest = found.largest
    assert (largest and (largest.day - TODAY, largest.low, largest.high)) == said.largest
    assert found.heavy_days == said.heavy
    assert found.longest_run_without == said.without
    assert found.longest_run_with_use == said.with_use


@given(marks_strategy, st.integers(0, 9), st.integers(0, 9))
def test_unwritten_days_around_a_span_change_no_figure(
    marks: list[Mark], before: int, after: int
) -> None:
    days = days_of(marks)
    narrow = measures(days, DateRange(TODAY, TODAY + len(marks)), "g_alc", HEAVY)
    wide = measures(days, DateRange(TODAY - before, TODAY + len(marks) + after), "g_alc", HEAVY)

    assert wide.days == narrow.days + before + after
    for name in (
        "written",
        "use_days",
        "none_days",
        "known_days",
        "unknown_uses",
        "total",
        "others",
        "known",
        "largest",
        "heavy_days",
        "percent_days_abstinent",
        "per_use_day",
        "per_told_day",
        "use_rate",
        "longest_run_without",
        "longest_run_with_use",
    ):
        assert getattr(wide, name) == getattr(narrow, name), name


@given(marks_strategy, st.data())
def test_an_unwritten_day_between_two_written_ones_shortens_runs_at_most(
    marks: list[Mark], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(marks)))
    parted = [*marks[:place], None, *marks[place:]]
    one = measures(days_of(marks), DateRange(TODAY, TODAY + len(marks)), "g_alc", HEAVY)
    other = measures(days_of(parted), DateRange(TODAY, TODAY + len(parted)), "g_alc", HEAVY)

    assert (one.written, one.use_days, one.total) == (other.written, other.use_days, other.total)
    assert (one.per_use_day, one.heavy_days) == (other.per_use_day, other.heavy_days)
    assert other.longest_run_without.length <= one.longest_run_without.length


def test_a_span_without_any_written_day_says_nothing() -> None:
    found = measures({}, DateRange(TODAY, TODAY + 7), "g_alc", HEAVY)

    assert (found.days, found.written, found.use_days) == (7, 0, 0)
    assert found.percent_days_abstinent is None
    assert found.use_rate is None
    assert found.per_use_day is None
    assert found.per_told_day is None
    assert found.largest is None
    assert found.longest_run_without == LongestRun(0, at_least=False)


def test_a_run_between_written_days_is_known_to_end() -> None:
    found = _counted("2 0 0 2 . 2")
    assert found.longest_run_without == LongestRun(2, at_least=False)
    assert found.longest_run_with_use == LongestRun(1, at_least=True)


def test_a_run_beside_an_unwritten_day_or_the_edge_is_at_least_so_long() -> None:
    assert _counted("2 0 0 . 2").longest_run_without == LongestRun(2, at_least=True)
    assert _counted("2 0 0").longest_run_without == LongestRun(2, at_least=True)
    assert _counted("2 0 0 2 . 0 0 2").longest_run_without == LongestRun(2, at_least=True)


def test_a_day_half_known_counts_as_a_use_day_and_leaves_the_means() -> None:
    found = _counted("2 4 6+? 0")
    assert (found.use_days, found.known_days, found.unknown_days) == (3, 2, 1)
    assert found.total == Total("g_alc", 12_000, 12_000)
    assert found.per_use_day is not None
    assert (float(found.per_use_day.low), found.per_use_day.days) == (3000.0, 2)


def test_the_mean_of_a_day_is_not_said_when_more_than_a_quarter_of_uses_are_not_known() -> None:
    assert _counted("? 0 0 0 0").per_told_day is None
    assert _counted("? 2 2 0").per_told_day is None
    assert _counted("? 2 2 2 0").per_told_day == Fraction(6000, 4)
    assert _counted("0 0 0").per_told_day == 0


def test_heavy_days_are_those_of_alcohol_by_the_middle_of_the_span() -> None:
    assert _counted("56 55 50-62 40-71 57+?").heavy_days == 2
    assert _counted("56 55", unit="line").heavy_days is None
    days = history("56").of("alcohol")
    assert measures(days, DateRange(TODAY, TODAY + 1), "g_alc").heavy_days is None


def test_amounts_that_do_not_convert_are_kept_apart() -> None:
    found = _counted("2 3jar 1jar")
    assert found.total == Total("g_alc", 2000, 2000)
    assert found.others == (Total("jar", 4000, 4000),)
    assert (found.use_days, found.known_days, found.unknown_days) == (3, 1, 0)


def test_the_unit_is_the_one_that_most_days_are_known_in() -> None:
    span = DateRange(TODAY - 5, TODAY + 1)
    assert chosen_unit(history("2 3jar 1jar ?").of("alcohol"), span, "g_alc") == "jar"
    assert chosen_unit(history("2 3jar").of("alcohol"), span, "g_alc") == "g_alc"
    assert chosen_unit(history("3jar 2tin").of("alcohol"), span, "g_alc") == "jar"
    assert chosen_unit(history("? 0 .").of("alcohol"), span, "g_alc") == "g_alc"


def _counted(marks: str, unit: str = "g_alc") -> Measures:
    found = history(marks, unit=unit)
    return measures(
        found.of("alcohol"), DateRange(TODAY - len(marks.split()) + 1, TODAY + 1), unit, HEAVY
    )


def test_a_use_day_of_unknown_amount_is_neither_heavy_nor_not_heavy() -> None:
    span = DateRange(TODAY - 5, TODAY + 1)
    counted = measures(history("60 ? 10 0 70+? .").of("alcohol"), span, "g_alc", 56_000)
    assert (counted.heavy_days, counted.maybe_heavy_days) == (1, 2)
    assert measures(history("60 ?").of("alcohol"), span, "g_alc").maybe_heavy_days == 0
