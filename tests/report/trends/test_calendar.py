from __future__ import annotations

import calendar as almanac
from datetime import date
from statistics import quantiles

from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.history import DateRange
from hrjournal.report.periods import By, recent
from hrjournal.report.trends.calendar import CalendarDay, calendar, steps_of
from support.builders import CANNABIS, TODAY, entry, history, together

MONTHS = recent(TODAY, By.MONTH, 2)


def days(marks: str, view: DateRange = MONTHS) -> dict[int, CalendarDay]:
    (found,) = calendar(history(marks), view, TODAY, keys=("alcohol",)).substances
    return {day.day: day for month in found.months for day in month.days}


@given(
    st.dates(date(2000, 1, 1), date(2050, 1, 1)).map(date.toordinal),
    st.integers(1, 120),
    st.integers(0, 6),
)
def test_months_are_laid_out_as_an_almanac_does(start: int, length: int, week_starts: int) -> None:
    view = DateRange(start, start + length)
    (found,) = calendar(
        history("2"), view, view.end, week_starts=week_starts, keys=("alcohol",)
    ).substances
    for month in found.months:
        first = date.fromordinal(month.period.whole.start)
        laid = almanac.Calendar(week_starts).monthdatescalendar(first.year, first.month)
        assert [[day.day for day in week] for week in month.weeks] == [
            [day.toordinal() for day in week] for week in laid
        ]
    assert [day.day for month in found.months for day in month.days] == list(
        range(view.start, view.end)
    )


def test_days_still_to_come_and_days_before_the_view_are_outside() -> None:
    (found,) = calendar(history("2 2 2"), DateRange(TODAY - 1, TODAY + 9), TODAY).substances
    assert [day.day for month in found.months for day in month.days] == [TODAY - 1, TODAY]


def test_used_none_and_unwritten_days_stay_apart() -> None:
    found = days("2 0 . ?")
    assert found[TODAY - 1].record is None
    used, none, unknown = (found[TODAY - back].record for back in (3, 2, 0))
    assert used is not None
    assert none is not None
    assert unknown is not None
    assert (used.used, none.used, unknown.used) == (True, False, True)
    assert [found[TODAY - back].step for back in (2, 1, 0)] == [0, 0, 0]


@given(st.lists(st.integers(1, 40), min_size=2, max_size=40))
def test_steps_are_the_quartiles_of_the_persons_own_amounts(amounts: list[int]) -> None:
    found = steps_of(dict(enumerate(amounts)))
    if len(set(amounts)) == 1:
        assert set(found.values()) == {2}
    else:
        cuts = quantiles(amounts, n=4, method="inclusive")
        assert found == {
            day: 1 + sum(amount > cut for cut in cuts) for day, amount in enumerate(amounts)
        }


def test_one_amount_or_none_needs_no_range() -> None:
    assert steps_of({}) == {}
    assert steps_of({5: 100}) == {5: 2}


def test_the_range_is_that_of_the_view() -> None:
    assert [
        days("99 1 2 3 4", DateRange(TODAY - 3, TODAY + 1))[TODAY - 3 + at].step for at in range(4)
    ] == [
        1,
        2,
        3,
        4,
    ]


def test_each_step_says_what_it_stands_for() -> None:
    (found,) = calendar(history("1 2 3 4 5-7 ?"), MONTHS, TODAY).substances
    assert [tuple(step) for step in found.ranges] == [
        (1, 2000, 4000),
        (2, 6000, 6000),
        (3, 8000, 8000),
        (4, 12_000, 12_000),
    ]


def test_events_are_kept_with_their_day_and_in_order() -> None:
    journal = history(
        "2 0",
        records=[
            entry(EntryType.EVENT, TODAY, note="first day at work"),
            entry(EntryType.EVENT, TODAY - 9, note="birthday"),
            entry(EntryType.CHECKIN, TODAY - 9, note="not an event"),
            entry(EntryType.EVENT, TODAY - 200, note="long ago"),
        ],
    )
    found = calendar(journal, MONTHS, TODAY)
    assert found.events == ((TODAY - 9, "birthday"), (TODAY, "first day at work"))
    marked = [day for month in found.substances[0].months for day in month.days if day.events]
    assert [(day.day, day.events) for day in marked] == [
        (TODAY - 9, ("birthday",)),
        (TODAY, ("first day at work",)),
    ]


def test_every_substance_in_view_has_its_own_months() -> None:
    journal = together(history("2 0"), history("? 0 0", substance=CANNABIS))
    found = calendar(journal, MONTHS, TODAY)
    assert [one.substance.key for one in found.substances] == ["alcohol", "cannabis"]
    assert [len(one.months) for one in found.substances] == [3, 3]
    assert found.substances[1].months[-1].measures.written == 3
