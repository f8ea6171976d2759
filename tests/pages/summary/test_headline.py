"""What changed, in words: counts first, and a percent only where the counts carry one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.history import BaselinePin, DateRange, History
from hrjournal.domain.substances.substance import Kind, Substance
from support.builders import CANNABIS, METHADONE, TODAY, history, together
from support.pages.reading import DRINK
from support.pages.summing import NINETY, headings, said, section, shown, table

LESS = history("4*60 0 2 2 0 2 . 2*84", each=DRINK)
INSIDE = "At my start: the first 28 days that I logged."
TOBACCO = Substance("tobacco", "Tobacco", Kind("tobacco", "Tobacco", group="nicotine"), "cigarette")
SPAN = "Alcohol: US standard drinks a day"


def lines(found: History, window: DateRange = NINETY) -> list[str]:
    return said(shown(found, window), "What changed")


def test_counts_come_before_percents() -> None:
    assert lines(LESS) == [
        (
            "Alcohol: used on 87 of 89 logged days. "
            "Per day: 51% less than at my start and 51% less than in the 28 days before."
        )
    ]


def test_figures_stand_beside_the_start_and_the_days_before_as_counts() -> None:
    found = table(shown(LESS), "What changed")
    assert found["Alcohol: days used"] == {
        "": "Alcohol: days used",
        "At my start": "28 of 28",
        "28 days before": "28 of 28",
        "These days": "87 of 89",
        "Last 28 logged": "28 of 28",
    }
    assert found[SPAN]["At my start"] == "4"
    assert found["Alcohol: largest day"]["These days"] == "2"
    heavy = found["Alcohol: days of 4 US standard drinks or more"]
    assert [heavy[name] for name in ("28 days before", "These days")] == ["28 of 28", "0 of 89"]
    assert "%" not in str(found)


@pytest.mark.parametrize(
    "marks",
    [
        "0*24 2*4 0*86 2*4",  # four days of use at the start and four now
        "2*28 0*86 2*4",
        "0*24 2*4 2*90",
        "2*20",  # and too few days before
    ],
)
def test_a_percent_needs_five_days_of_use_on_each_side(marks: str) -> None:
    (told,) = lines(history(marks, each=DRINK))
    assert "%" not in told
    assert "the same" not in told


def test_with_five_on_each_side_there_is_a_percent() -> None:
    (told,) = lines(history("0*23 2*5 0*85 2*5", each=DRINK))
    assert told.startswith("Alcohol: used on 5 of 90 logged days. Per day: 69% less than at my")


@pytest.mark.parametrize(
    ("marks", "start", "period"),
    [
        ("2*28 ? 2*89", "2", "not known on 1 day"),
        ("2*27 ? 4*90", "not known on 1 day", "4"),
        ("2*26 ? ? 4*88 ? 2+?", "not known on 2 days", "not known on 2 days"),
    ],
)
def test_over_a_use_of_unknown_amount_there_is_no_mean_and_no_comparison_of_amounts(
    marks: str, start: str, period: str
) -> None:
    found = history(marks, each=DRINK)
    row = table(shown(found), "What changed")[SPAN]
    assert (row["At my start"], row["These days"]) == (start, period)
    assert lines(found)[0].partition(". ")[2] == "Days used: about the same as at my start."


def test_amounts_that_are_known_are_compared_beside_days_that_are_not() -> None:
    (told,) = lines(history("?*28 0*30 2*28 1*90", each=DRINK))
    assert told.endswith(
        "Days used: about the same as at my start and Per day: 50% less than in the 28 days before."
    )


def test_the_largest_day_may_be_larger_where_one_is_not_known() -> None:
    row = table(shown(history("2*20 5 ?", each=DRINK)), "What changed")["Alcohol: largest day"]
    assert row["These days"] == "at least 5"


@pytest.mark.parametrize(
    ("now", "says"),
    [
        ("2*90", "about the same as"),
        ("2*86 3*4", "about the same as"),
        ("2*86 1*4", "about the same as"),
        ("2*72 3*18", "10% more than"),
        ("2*72 1*18", "10% less than"),
    ],
)
def test_of_a_small_difference_nothing_is_made(now: str, says: str) -> None:
    (told,) = lines(history(f"2*60 {now}", each=DRINK))
    assert told == (
        "Alcohol: used on 90 of 90 logged days. "
        f"Per day: {says} at my start and {says} in the 28 days before."
    )


def test_a_start_within_these_days_stands_beside_the_last_28_logged() -> None:
    found = history("4*28 . 3*10 2*28", each=DRINK)
    assert lines(found) == [
        (
            "Alcohol: used on 66 of 66 logged days. "
            "Per day in the last 28 logged days: 50% less than at my start."
        ),
        INSIDE,
    ]
    row = table(shown(found), "What changed")[SPAN]
    assert (row["At my start"], row["Last 28 logged"]) == ("4", "2")
    assert INSIDE not in lines(LESS)


def test_a_start_is_the_first_days_that_were_logged_also_where_some_lie_before_the_window() -> None:
    found = history("9*11 .*10 2*60", each=DRINK)  # eleven days were logged before the window
    window = DateRange(TODAY - 59, TODAY + 1)
    row = table(shown(found, window), "What changed")["Alcohol: US standard drinks a day"]
    assert row["At my start"] == "4.8"  # 11 days of 9 and 17 of 2
    assert INSIDE in lines(found, window)
    assert INSIDE in lines(history("2*60", each=DRINK), DateRange(TODAY - 59, TODAY + 1))


def test_an_own_estimate_of_the_start_is_called_one() -> None:
    start = BaselinePin(doubled=8 * DRINK, use_days=7, unit="g_alc")
    found = table(shown(history("2*90", each=DRINK, start=start)), "What changed")
    assert found["Alcohol: days used"]["At my start"] == "7 a week (my estimate)"


def test_a_medicine_is_taken_on_so_many_days_of_those_since_the_first() -> None:
    page = shown(history(". 40*30 . . 40*7 .", substance=METHADONE, each=1000))
    assert [str(block.text) for block in section(page, "What changed")] == [  # type: ignore[union-attr]
        "Methadone: taken on 37 days that I logged, of 40 days since Thu 15 Oct 2026."
    ]
    row = table(page, "All figures of this period")["Days taken"]
    assert row["Methadone, in mg"] == "37 days (37)"


def test_of_a_medicine_from_before_these_days_they_begin_with_the_window() -> None:
    (told,) = lines(history("40*200", substance=METHADONE))
    assert told == "Methadone: taken on 90 days that I logged, of 90 days since Wed 26 Aug 2026."
    (none,) = lines(history("40*5 0*90", substance=METHADONE))
    assert none == "Methadone: taken on none of 90 logged days."


@given(st.lists(st.sampled_from("0.4"), min_size=1, max_size=60))
def test_no_medicine_is_taken_on_all_of_the_days_on_which_it_was_logged(marks: list[str]) -> None:
    page = shown(history(marks, substance=METHADONE))
    if set(marks) <= {"."}:
        assert "What changed" not in headings(page)
        return
    (told,) = said(page, "What changed")
    taken = [at for at, mark in enumerate(marks) if mark == "4"]
    if taken:
        days = len(marks) - taken[0]
        assert f"taken on {len(taken)} day" in told
        assert f"that I logged, of {days} day" in told
    else:
        assert "taken on none of" in told


def test_what_was_used_on_most_days_comes_first_and_everyday_things_after_it() -> None:
    found = together(
        history("40*90", substance=METHADONE),
        history("0*80 2*10", each=DRINK),
        history("1*90", substance=CANNABIS),
        history("20*90", substance=TOBACCO),
    )
    names = [line.partition(":")[0] for line in lines(found)]
    assert names[:4] == ["Cannabis", "Alcohol", "Tobacco", "Methadone"]
