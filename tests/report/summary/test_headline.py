from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.history import BaselinePin, DateRange, History
from hrjournal.domain.substances.substance import Kind, Substance
from hrjournal.report.summary.headline import (
    HeadlineSpan,
    SubstanceHeadline,
    changes,
    headline,
    substance_order,
)
from support.builders import ALCOHOL, CANNABIS, METHADONE, TODAY, history, together

TOBACCO = Substance("tobacco", "Tobacco", Kind("tobacco", "Tobacco", group="nicotine"), "cigarette")
NINETY = DateRange(TODAY - 89, TODAY + 1)
AMOUNTS = {"0": 0, "2": 2, "3": 3, "5": 5}
MARKS = st.lists(st.sampled_from(["0", "0", "2", "3", "5", ".", "?"]), min_size=20, max_size=150)
LATELY = 28


def headed(
    found: History, substance: Substance = ALCOHOL, window: DateRange = NINETY
) -> SubstanceHeadline:
    return headline(found, substance, window, 56_000)


def spans(found: History, window: DateRange = NINETY) -> dict[str, tuple[int, int]]:
    """The days of each column, counted back from today."""
    counted = {span: one.counted for span, one in headed(found, window=window).columns.items()}
    return {
        span.value: (TODAY - one.span.start, TODAY + 1 - one.span.end)
        for span, one in counted.items()
        if one
    }


def test_the_start_before_these_days_is_that_of_the_journal() -> None:
    assert spans(history("2*150")) == {
        "period": (89, 0),
        "start": (149, 122),
        "before": (117, 90),
        "lately": (27, 0),
    }
    assert not headed(history("2*150")).start_inside


def test_a_start_within_them_is_their_first_28_logged_days() -> None:
    found = history("2*10 .*5 2*18 .*20 2*37")
    assert spans(found) == {"period": (89, 0), "start": (89, 57), "lately": (27, 0)}
    assert headed(found).start_inside


def test_the_last_28_are_those_that_are_logged() -> None:
    assert spans(history("2*60 .*10 2*20"))["lately"] == (37, 0)


def test_fewer_than_twice_28_are_not_cut() -> None:
    assert set(spans(history("2*55"))) == {"period"}
    assert set(spans(history("2*56"))) == {"period", "start", "lately"}


def test_a_start_right_before_them_is_not_told_twice() -> None:
    assert set(spans(history("2*118"))) == {"period", "start", "lately"}


def test_an_estimate_is_kept_as_one() -> None:
    start = BaselinePin(doubled=8000, use_days=7, unit="g_alc")
    one = headed(history("2*90", start=start))
    assert one.columns[HeadlineSpan.START].estimate == start
    assert one.counted(HeadlineSpan.START) is None
    assert list(changes(one)) == []


def test_a_medicine_has_no_past_and_its_first_day() -> None:
    one = headed(history("40*30", substance=METHADONE), METHADONE)
    assert set(one.columns) == {HeadlineSpan.PERIOD}
    assert one.taken_since == TODAY - 29


def test_medicines_come_last_and_what_others_use_each_day_before_them() -> None:
    found = together(
        history("40*90", substance=METHADONE),
        history("2*10 0*80"),
        history("20*90", substance=TOBACCO),
        history("1*20 0*70", substance=CANNABIS),
    )
    ordered = substance_order(found, NINETY, (METHADONE, TOBACCO, ALCOHOL, CANNABIS))
    assert [one.key for one in ordered] == ["cannabis", "alcohol", "tobacco", "methadone"]


@given(MARKS)
def test_a_percent_is_the_one_worked_out_by_hand(marks: list[str]) -> None:
    """From plain marks: the columns by their days, and the percent by sums of numbers."""
    written = [mark for mark in marks[-90:] if mark != "."]
    told = {one.then: one for one in changes(headed(history(marks)))}
    every = [mark for mark in marks if mark != "."]
    outside = len(every) - len(written)
    if outside >= LATELY:
        then, now = every[:LATELY], written
    elif len(written) >= 2 * LATELY:
        then, now = every[:LATELY], written[-LATELY:]
    else:
        assert HeadlineSpan.START not in told
        return
    before = [mark for mark in marks[-118:-90] if mark != "."]
    same = outside >= LATELY and _first(marks) == len(marks) - 118 and len(before) == LATELY
    if not same:
        _agree(told.get(HeadlineSpan.START), then, now)
    if not same and len(before) >= LATELY // 2:
        _agree(told.get(HeadlineSpan.BEFORE), before, now)


def _first(marks: list[str]) -> int:
    return next(at for at, mark in enumerate(marks) if mark != ".")


def _agree(change: object, then: list[str], now: list[str]) -> None:
    assert change is None or isinstance(change, tuple)
    if min(len(then), len(now)) < LATELY // 2:
        assert change is None
        return
    assert change is not None
    amount, percent = change[2:]
    assert amount is ("?" not in {*then, *now})
    uses = [sum(mark != "0" for mark in side) for side in (then, now)]
    if min(uses) < 5:
        assert percent is None
        return
    if amount:
        levels = [Fraction(sum(AMOUNTS[mark] for mark in side), len(side)) for side in (then, now)]
    else:
        levels = [Fraction(used, len(side)) for used, side in zip(uses, (then, now), strict=True)]
    exact = 100 * (levels[0] - levels[1]) / levels[0]
    assert abs(exact - percent) <= Fraction(1, 2)


@given(MARKS, st.sampled_from(["0", "2", "?", "9"]))
def test_what_was_logged_after_the_window_changes_nothing(marks: list[str], later: str) -> None:
    window = DateRange(TODAY - 60, TODAY + 1)
    found = history(marks)
    more = history([*marks, later, later], end=TODAY + 2)
    assert headed(more, window=window) == headed(found, window=window)


@given(MARKS)
def test_a_day_that_is_not_logged_changes_no_column(marks: list[str]) -> None:
    wider = DateRange(TODAY - len(marks) - 9, TODAY + 1)
    inside = DateRange(TODAY + 1 - len(marks), TODAY + 1)
    found = history(marks)
    told = [
        {span: one.use_days for span in HeadlineSpan if (one := head.counted(span))}
        for head in (headed(found, window=wider), headed(found, window=inside))
    ]
    assert told[0] == told[1]
