from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.history import DateRange
from hrjournal.report.periods import By, recent
from hrjournal.report.trends.comparison import ComparedBy, Way
from hrjournal.report.trends.substance import Trend
from hrjournal.report.trends.view import since_first, trends
from support.builders import ALCOHOL, CANNABIS, COCAINE, METHADONE, TODAY, entry, history, together

MARKS = st.sampled_from(["0", "1", "2", "3-5", "?", "."])
EIGHT_WEEKS = recent(TODAY, By.WEEK, 8)  # today is a Monday


def test_rows_are_the_periods_of_the_view_and_the_whole_is_their_sum() -> None:
    found = trends(history("2 0 3 . ? 1 4 " * 20), EIGHT_WEEKS, By.WEEK, TODAY)
    (trend,) = found.substances

    assert [row.period for row in trend.rows] == list(found.view.periods)
    assert len(trend.rows) == 9
    for name in ("days", "written", "use_days", "none_days", "unknown_uses"):
        rows = sum(getattr(row.measures, name) for row in trend.rows)
        assert rows == getattr(trend.whole, name), name
    assert trend.whole.total.low == sum(row.measures.total.low for row in trend.rows)


def test_the_usual_is_the_28_days_before_the_period_looked_at() -> None:
    # Eight weeks of 4 a day, then a week of 2 a day up to Sunday, then today.
    found = trends(history("4*56 2*7 9"), EIGHT_WEEKS, By.WEEK, TODAY)
    (trend,) = found.substances

    assert trend.latest is not None
    assert trend.latest.now.span == DateRange(TODAY - 7, TODAY)
    assert trend.latest.before.span == DateRange(TODAY - 35, TODAY - 7)
    assert trend.latest.before.written == 28
    assert trend.latest.way is Way.LESS
    assert [row.usual.way for row in trend.rows if row.usual][-1] is Way.LESS
    assert trend.rows[-1].usual is None


def test_by_days_the_last_seven_that_are_over_stand_beside_the_usual() -> None:
    found = trends(history("4*56 2*7 9"), recent(TODAY, By.DAY, 10), By.DAY, TODAY)
    (trend,) = found.substances

    assert trend.latest is not None
    assert trend.latest.now.span == DateRange(TODAY - 7, TODAY)
    assert trend.latest.way is Way.LESS
    assert trend.so_far is None
    assert all(row.usual is None for row in trend.rows)


def test_the_running_week_stands_beside_the_same_days_of_the_week_before() -> None:
    thursday = TODAY - 4
    marks = "9 9 9 9 9 9 9   5 5 5 5 9 9 9   2 2 2 2"
    found = trends(history(marks, end=thursday), recent(thursday, By.WEEK, 1), By.WEEK, thursday)
    (trend,) = found.substances

    assert trend.so_far is not None
    assert trend.so_far.now.span == DateRange(thursday - 3, thursday + 1)
    assert trend.so_far.before.span == DateRange(thursday - 10, thursday - 6)
    assert trend.so_far.before.total.low == 20_000
    assert trend.so_far.way is Way.LESS


def test_a_month_stands_beside_a_shorter_one_as_far_as_that_reaches() -> None:
    last_of_march = TODAY - 237  # Tue 31 Mar 2026
    view = recent(last_of_march, By.MONTH, 1)
    found = trends(history("1*120", end=last_of_march), view, By.MONTH, last_of_march)
    so_far = found.substances[0].so_far

    assert so_far is not None
    assert (so_far.now.days, so_far.before.days) == (28, 28)
    assert so_far.now.span.start == last_of_march - 30
    assert so_far.before.span.end == last_of_march - 30
    assert so_far.way is Way.SAME


def test_a_running_week_seen_in_part_stands_beside_the_same_part() -> None:
    friday = TODAY - 3
    found = trends(history("1*60", end=friday), DateRange(friday - 2, friday + 1), By.WEEK, friday)
    so_far = found.substances[0].so_far

    assert so_far is not None
    assert so_far.now.span == DateRange(friday - 2, friday + 1)
    assert so_far.before.span == DateRange(friday - 9, friday - 6)


def test_a_view_that_ended_before_this_week_has_no_running_period() -> None:
    (trend,) = trends(history("2*70"), DateRange(TODAY - 28, TODAY - 14), By.WEEK, TODAY).substances
    assert trend.so_far is None
    assert trend.latest is not None
    assert trend.latest.now.span == DateRange(TODAY - 21, TODAY - 14)


def test_a_view_into_the_future_ends_today() -> None:
    found = trends(history("2*9"), DateRange(TODAY - 1, TODAY + 30), By.WEEK, TODAY)
    assert found.view.days == DateRange(TODAY - 1, TODAY + 1)
    assert found.substances[0].whole.days == 2
    nothing = trends(history("2*9"), DateRange(TODAY + 5, TODAY + 9), By.WEEK, TODAY)
    assert (nothing.view.days.length, nothing.written, nothing.substances) == (0, 0, ())


def test_bars_are_the_mean_of_a_written_day_beside_the_largest() -> None:
    # Weeks: 4 a day; 2 a day on two days of seven; nothing written; without; today unwritten.
    found = trends(history("4*7 2 2 .*5 .*7 0*7 ."), recent(TODAY, By.WEEK, 4), By.WEEK, TODAY)
    assert [row.share for row in found.substances[0].rows] == [1.0, 0.5, None, 0.0, None]


def test_where_few_amounts_are_known_bars_show_the_share_of_use_days() -> None:
    (trend,) = trends(
        history("?*7 ? ? 0 0 . . . ."), recent(TODAY, By.WEEK, 2), By.WEEK, TODAY
    ).substances
    assert trend.scale is ComparedBy.DAYS
    assert [row.share for row in trend.rows] == [1.0, 0.5, None]


def test_direction_rests_on_whole_periods_alone() -> None:
    marks = "9*7 8*7 7*7 6*7 5*7 4*7 3*7 2*7 30"
    (trend,) = trends(history(marks), EIGHT_WEEKS, By.WEEK, TODAY).substances
    (shorter,) = trends(
        history(marks), DateRange(EIGHT_WEEKS.start + 1, TODAY + 1), By.WEEK, TODAY
    ).substances

    assert trend.direction is not None
    assert shorter.direction is not None
    assert (trend.direction.way, trend.direction.weeks) == (Way.LESS, 8)
    assert (shorter.direction.way, shorter.direction.weeks) == (Way.LESS, 7)


@pytest.mark.parametrize("by", By)
@pytest.mark.parametrize("week_starts", [0, 6])
def test_the_direction_is_that_of_whole_weeks_whatever_the_view_is_cut_by(
    by: By, week_starts: int
) -> None:
    view = DateRange(TODAY - 99, TODAY + 1)
    marks = " ".join(f"{9 - week // 2}*7" for week in range(15))
    (trend,) = trends(history(marks), view, by, TODAY, week_starts).substances
    assert trend.direction is not None
    assert (trend.direction.weeks, trend.direction.way) == (14, Way.LESS)


@pytest.mark.parametrize(
    ("first", "by", "start"),
    [
        (None, By.WEEK, EIGHT_WEEKS.start),
        (EIGHT_WEEKS.start - 1, By.WEEK, EIGHT_WEEKS.start),
        (EIGHT_WEEKS.start + 9, By.WEEK, EIGHT_WEEKS.start + 7),
        (EIGHT_WEEKS.start + 9, By.DAY, EIGHT_WEEKS.start + 9),
        (TODAY, By.WEEK, TODAY),
        (TODAY + 1, By.WEEK, EIGHT_WEEKS.start),
    ],
)
def test_periods_before_the_first_logged_day_are_not_drawn(
    first: int | None, by: By, start: int
) -> None:
    assert since_first(EIGHT_WEEKS, first, by) == DateRange(start, EIGHT_WEEKS.end)


def test_a_medicine_is_counted_and_compared_with_nothing() -> None:
    journal = history(
        "5*60", substance=METHADONE, records=[entry(EntryType.STEP, steps=("water",))]
    )
    found = trends(journal, EIGHT_WEEKS, By.WEEK, TODAY)
    (trend,) = found.substances

    assert trend.whole.use_days == 57
    assert (trend.latest, trend.so_far, trend.direction) == (None, None, None)
    assert all(row.usual is None for row in trend.rows)
    assert found.steps == ()


def test_every_substance_that_is_written_of_in_view_is_shown_unless_some_are_named() -> None:
    journal = together(
        history("2 0"), history("? .*99", substance=CANNABIS), history("0", substance=COCAINE)
    )
    found = trends(journal, EIGHT_WEEKS, By.WEEK, TODAY)
    named = trends(journal, EIGHT_WEEKS, By.WEEK, TODAY, keys=("cannabis", "alcohol"))

    assert [trend.substance for trend in found.substances] == [ALCOHOL, COCAINE]
    assert [trend.substance for trend in named.substances] == [CANNABIS, ALCOHOL]
    assert named.substances[0].whole.written == 0


def test_a_substance_that_is_not_tracked_is_shown_as_unwritten() -> None:
    (trend,) = trends(history("2"), EIGHT_WEEKS, By.WEEK, TODAY, keys=("moon rock",)).substances
    assert (trend.substance.name, trend.whole.written) == ("moon rock", 0)


def test_written_days_are_those_with_any_word_at_all() -> None:
    journal = history("2 .", records=[entry(EntryType.CHECKIN, TODAY - 4, mood=5)])
    assert trends(journal, EIGHT_WEEKS, By.WEEK, TODAY).written == 2


def told(one: Trend) -> list[object]:
    """All that a trend says."""
    rows = [(*row._replace(counting=None), row.usual) for row in one.rows]
    return [*one._replace(rows=(), counting=None), rows, one.latest, one.so_far]


@settings(max_examples=40)
@given(st.lists(MARKS, min_size=60, max_size=100), st.data())
def test_what_is_written_before_the_usual_or_after_the_view_changes_nothing(
    marks: list[str], data: st.DataObject
) -> None:
    view = DateRange(TODAY - 27, TODAY - 6)
    other = data.draw(st.permutations(marks))
    early, late = len(marks) - 28 - 35, len(marks) - 7
    changed = [
        *other[: max(0, early)],
        *marks[max(0, early) : late],
        *other[late:],
    ]
    first, second = (
        trends(history(one), view, By.WEEK, TODAY, keys=("alcohol",)) for one in (marks, changed)
    )
    assert [told(one) for one in first.substances] == [told(one) for one in second.substances]
