"""Later, earlier and slower, beside the last four same weekdays with use."""

from __future__ import annotations

import pytest

from hrjournal.domain.entries.entry import Entry, EntryType
from hrjournal.domain.substances.amount import Amount
from hrjournal.domain.win import WinGroup, WinMeasure, Yardstick
from support.builders import CANNABIS, TODAY, entry, history
from support.report.finding import weekly, won

HOUR = 3600


@pytest.mark.parametrize(
    ("marks", "fires"),
    [
        ("1@20:00*4 1@20:30", True),
        ("1@20:00*4 1@20:29", False),
        ("1@20:00*3 1@23:00", False),  # 3 days before
        ("1@20:00*4 1@01:00", True),  # after midnight is later, not earlier
        ("1@00:30*4 1@23:00", False),
        ("1@20:00 1@19:00 1@18:00 1@12:00 1@20:30", True),  # later than the latest of them
        ("1@20:01 1@19:00 1@18:00 1@12:00 1@20:30", False),
        ("1@23:00 1@20:00*4 1@20:30", True),  # the 5th before is not asked
        ("1@20:00 0 1@20:00 . 1@20:00*2 1@20:30", True),
        ("1@20:00*2 1 1@20:00*2 1@23:00", False),  # one of them without a time
        ("1 1@20:00*4 1@23:00", True),
        ("1@20:00*4 1", False),
        ("1@20:00*4 0", False),
        # several at one time may be a day's total, whose time is that of writing
        ("2@20:00*4 2@23:00", False),
        ("1@20:00*3 2@20:00 1@23:00", False),
        ("2@20:00-22:00*4 2@21:00-22:00", True),
        ("1@20:00*4 ?@23:00", False),
        ("40mg@20:00*4 40mg@23:00", True),  # what is weighed may be one use
    ],
)
def test_a_later_first_use(marks: str, fires: bool) -> None:
    now = history(weekly(marks), substance=CANNABIS)
    assert (won(now, "later_start") is not None) == fires


def test_a_later_first_use_is_told_by_the_clock_on_the_wall() -> None:
    found = won(history(weekly("1@23:30*4 1@00:30"), substance=CANNABIS), "later_start")
    assert found is not None
    assert (found.figures["now"], found.figures["then"]) == (HOUR // 2, 23 * HOUR + HOUR // 2)
    assert (found.group, found.measure, found.chance) == (
        WinGroup.LATER,
        WinMeasure.FIRST_USE,
        200_000,  # the latest of 5
    )


def test_a_substance_that_is_written_down_as_a_days_total_has_no_times() -> None:
    now = history(weekly("1@20:00*4 1@23:00"), substance=CANNABIS)
    total = Yardstick(day_totals=frozenset({"cannabis"}))
    assert won(now, "later_start", yardstick=total) is None


@pytest.mark.parametrize(
    ("marks", "fires"),
    [
        ("1@20:00-23:30*4 1@20:00-23:00", True),
        ("1@20:00-23:30*4 1@20:00-23:01", False),
        ("1@20:00-01:30*4 1@20:00-23:59", True),
        ("1@20:00-23:30*3 1@20:00-21:00", False),
        ("1@20:00-23:00 1@20:00-23:30*3 1@20:00-22:31", False),  # the earliest of them is 23:00
        ("1@20:00-23:30*4 0", False),
        ("1@23:30*4 1@20:00-23:00", False),  # the time of one use is when it began
        ("1@20:00-23:30*4 1@23:00", False),
    ],
)
def test_an_earlier_stop(marks: str, fires: bool) -> None:
    now = history(weekly(marks), substance=CANNABIS)
    assert (won(now, "earlier_stop") is not None) == fires


def use(clock: str, amount: int) -> Entry:
    thousandths = 1000 * amount
    return entry(
        EntryType.USE,
        TODAY,
        clock,
        substance="cannabis",
        amount=Amount(thousandths, thousandths, "joint"),
    )


@pytest.mark.parametrize(
    ("marks", "uses", "fires"),
    [
        # 2 an hour before, now 1 in its fastest stretch
        ("4@20:00-22:00*4 2@20:00-22:00", [use("20:00", 1), use("22:00", 1)], True),
        ("4@20:00-22:00*4 4@20:00-22:00", [use("20:00", 2), use("22:00", 2)], False),
        ("4@20:00-22:00*3 2@20:00-22:00", [use("20:00", 1), use("22:00", 1)], False),
        # a last one hours later does not thin out an evening
        (
            "4@20:00-22:00*4 3@20:00-23:00",
            [use("20:00", 1), use("20:20", 1), use("23:00", 1)],
            False,
        ),
        # nor does a day that is larger count as slow
        ("4@20:00-22:00*4 5@12:00-23:00", [use("12:00", 2), use("23:00", 3)], False),
        ("4@20:00-22:00*4 1@20:00", [use("20:00", 1)], False),  # one use has no pace
        ("4@20:00-22:00*4 2@20:00-20:00", [use("20:00", 1), use("20:00", 1)], False),
        (
            "4@20:00-22:00*4 3@20:00-22:00",
            [use("20:00", 1), use("22:00", 1), use("22:00", 1)],
            False,
        ),
        ("4@20:00-22:00*4 2@20:00-22:00", [use("20:00", 2)], False),  # not every use is told
    ],
)
def test_a_slower_pace(marks: str, uses: list[Entry], fires: bool) -> None:
    now = history(weekly(marks), substance=CANNABIS, records=uses)
    counted = now.of("cannabis")
    day = counted[TODAY]._replace(uses=3 if len(uses) == 3 else counted[TODAY].uses)
    now = now._replace(uses={"cannabis": {**counted, TODAY: day}})
    assert (won(now, "slower") is not None) == fires
