from __future__ import annotations

import pytest

from hrjournal.domain.entries.entry import Entry, EntryType
from hrjournal.domain.substances.amount import Amount
from support.builders import CANNABIS, TODAY, entry, history
from support.report.finding import usual


@pytest.mark.parametrize(
    ("marks", "fires"),
    [
        ("1@20:00*5 1@20:30", True),
        ("1@20:00*5 1@20:29", False),
        ("1@20:00*4 1@23:00", False),  # 4 use days before
        ("1@20:00*5 1@01:00", True),  # after midnight is later, not earlier
        ("1@00:30*5 1@23:00", False),
        ("1@19:00 1@19:00 1@20:00 1@21:00 1@23:00 1@23:00 1@21:00", True),  # the middle is 20:30
        ("1@19:00 1@19:00 1@20:00 1@21:00 1@23:00 1@23:00 1@20:59", False),
        ("1@20:00*4 1 1@23:00", False),  # one of them without a time
        ("1@20:00*5 1", False),
        ("1@20:00*5 0", False),
    ],
)
def test_a_later_first_use(marks: str, fires: bool) -> None:
    assert (usual(history(marks, substance=CANNABIS), "later_start") is not None) == fires


def test_a_later_first_use_is_told_by_the_clock_on_the_wall() -> None:
    won = usual(history("1@23:30*5 1@00:30", substance=CANNABIS), "later_start")
    assert won is not None
    assert (won.figures["now"], won.figures["then"]) == (1800, 23 * 3600 + 1800)


def test_the_persons_day_may_begin_at_another_time() -> None:
    now = history("1@03:30*5 1@20:00", substance=CANNABIS)
    assert usual(now, "later_start") is None
    assert usual(now._replace(day_starts=0), "later_start") is None


@pytest.mark.parametrize(
    ("marks", "fires"),
    [
        ("1@20:00-23:30*5 1@20:00-23:00", True),
        ("1@20:00-23:30*5 1@20:00-23:01", False),
        ("1@20:00-01:30*5 1@20:00-23:59", True),
        ("1@20:00-23:30*4 1@20:00-21:00", False),
        ("1@20:00-23:30*5 0", False),
    ],
)
def test_an_earlier_stop(marks: str, fires: bool) -> None:
    assert (usual(history(marks, substance=CANNABIS), "earlier_stop") is not None) == fires


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
        ("4@20:00-22:00*5 2@20:00-22:00", [use("20:00", 1), use("22:00", 1)], True),
        ("4@20:00-22:00*5 4@20:00-22:00", [use("20:00", 2), use("22:00", 2)], False),
        ("4@20:00-22:00*4 2@20:00-22:00", [use("20:00", 1), use("22:00", 1)], False),
        # a last one hours later does not thin out an evening
        (
            "4@20:00-22:00*5 3@20:00-23:00",
            [use("20:00", 1), use("20:20", 1), use("23:00", 1)],
            False,
        ),
        # nor does a day that is larger than usual count as slow
        ("4@20:00-22:00*5 5@12:00-23:00", [use("12:00", 2), use("23:00", 3)], False),
        ("4@20:00-22:00*5 2@20:00", [use("20:00", 2)], False),  # one use has no pace
        ("4@20:00-22:00*5 2@20:00-20:00", [use("20:00", 1), use("20:00", 1)], False),
        (
            "4@20:00-22:00*5 3@20:00-22:00",
            [use("20:00", 1), use("22:00", 1), use("22:00", 1)],
            False,
        ),
        ("4@20:00-22:00*5 2@20:00-22:00", [use("20:00", 2)], False),  # not every use is told
    ],
)
def test_a_slower_pace(marks: str, uses: list[Entry], fires: bool) -> None:
    now = history(marks, substance=CANNABIS, records=uses)
    counted = now.of("cannabis")
    day = counted[TODAY]._replace(uses=3 if len(uses) == 3 else counted[TODAY].uses)
    now = now._replace(uses={"cannabis": {**counted, TODAY: day}})
    assert (usual(now, "slower") is not None) == fires
