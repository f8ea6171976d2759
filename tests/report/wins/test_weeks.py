"""A closed week beside the four before it; the last mark is a Sunday."""

from __future__ import annotations

import pytest

from hrjournal.domain.history import BaselinePin, History
from hrjournal.domain.win import BaselineKind, Grade, Win, Yardstick
from support.builders import ALCOHOL, CANNABIS, COCAINE, METHADONE, history, together
from support.report.finding import SUNDAY, judged, won

WEEKEND = "0*4 2 4 0"  # Fridays 2, Saturdays 4


def week(marks: str, **how: object) -> History:
    return history(marks, substance=CANNABIS, end=SUNDAY, **how)  # type: ignore[arg-type]


def told(now: History, *, yardstick: Yardstick | None = None) -> Win | None:
    return won(now, "lighter_week", day=SUNDAY, yardstick=yardstick or Yardstick())


def verdict(now: History) -> bool | None:
    found = [one.lighter for one in judged(now, day=SUNDAY).verdicts if one.substance]
    assert len(found) <= 1
    return found[0] if found else None


@pytest.mark.parametrize(
    ("marks", "figures"),
    [
        ("2*28 1*7", (7000, 14000)),
        (f"{' '.join([WEEKEND] * 4)} 0*4 1 4 0", (5000, 6000)),
        # Saturday and Sunday are not written: the other five come to 2, not to 5/7 of 6
        (f"{' '.join([WEEKEND] * 4)} 0*4 1 . .", (1000, 2000)),
        # Monday to Thursday are known from before: 0 2 0 2. The others count as their mean, 1
        (f"{' '.join(['0 2 0 2 . . .'] * 4)} 0*7", (0, 7000)),
        # two Mondays of 1 and 4, and their mean 2.5: 2.5 + 6 x 2
        (". 2*6 1 2*6 4 2*6 . 2*6 1*7", (7000, 14500)),
        ("2-4*28 1-2*7", (10500, 21000)),  # the middles: 3 and 1.5
    ],
)
def test_a_week_is_compared_weekday_for_weekday(marks: str, figures: tuple[int, int]) -> None:
    found = told(week(marks))
    assert found is not None
    assert (found.figures["now"], found.figures["then"]) == figures


@pytest.mark.parametrize(
    ("marks", "lighter"),
    [
        ("2*28 2*7", False),
        ("2*28 3*7", False),
        ("2*28 2*6 1.5", True),  # half a joint of the whole week
        ("2*28 2*6 1.501", False),
        ("2*28 1*5 . .", True),
        ("2*28 1*4 . . .", None),  # 4 days written
        ("2*28 .*7", None),
        ("2*28 1*6 ?", None),  # 7 days, and one amount is not known
        ("2*28 1*6 1mg", None),
        ("2*14 .*14 1*7", True),
        ("2*13 .*15 1*7", None),  # 13 known days before
        ("2*13 ?*15 1*7", None),
        ("2*7 .*28 1*7", None),
        ("2*28 0*7", True),
    ],
)
def test_a_week_is_lighter_or_not_or_does_not_say(marks: str, lighter: bool | None) -> None:
    assert verdict(week(marks)) is lighter
    assert (told(week(marks)) is not None) == bool(lighter)


def test_a_lighter_week_says_on_what_it_rests() -> None:
    found = told(week(f"{' '.join([WEEKEND] * 4)} 0*4 1 . 0"))
    assert found is not None
    assert (found.grade, found.baseline, found.substance) == (
        Grade.HAPPENED,
        BaselineKind.USUAL,
        "cannabis",
    )
    assert found.figures == {
        "now": 1000,
        "then": 2000,
        "unit": "joint",
        "now_used": 1,
        "then_used": 10,  # tenths: of these six days Friday is one with use
        "now_from": SUNDAY - 6,
        "now_to": SUNDAY,
        "now_days": 6,
        "then_from": SUNDAY - 34,
        "then_to": SUNDAY - 7,
        "then_days": 28,
    }


@pytest.mark.parametrize(
    ("marks", "chance"),
    [
        ("2*28 1*7", 200_000),  # the lightest of 5
        ("3*21 0*7 1*7", 400_000),  # one of the others is lighter
        ("3*7 1*7 3*14 1*7", 400_000),  # or as light
        (".*7 2*21 1*7", 250_000),  # of 4 that can be compared
        ("2*3 .*4 2*21 1*7", 250_000),
    ],
)
def test_the_chance_is_the_place_among_the_weeks(marks: str, chance: int) -> None:
    found = told(week(marks))
    assert found is not None
    assert found.chance == chance


def test_a_week_is_told_on_its_last_day_wherever_weeks_start() -> None:
    now = week("2*29 1*7")  # from Monday to Sunday
    assert told(now) is not None
    assert won(now, "lighter_week", day=SUNDAY - 1) is None
    sundays = Yardstick(week_starts=6)
    assert told(now, yardstick=sundays) is None
    assert won(now, "lighter_week", day=SUNDAY - 1, yardstick=sundays) is not None


def test_what_comes_later_changes_nothing() -> None:
    before = told(week("2*28 1*7"))
    later = history("2*28 1*7 9*30", substance=CANNABIS, end=SUNDAY + 30)
    assert told(later) == before


def test_a_lighter_week_is_none_while_four_weeks_look_heavier() -> None:
    # beside 1, 5, 5 and 5 a week of 2 is light; beside the eight weeks of 1 before, all four are
    # heavier: of 495 ways to pick four of the twelve, these alone weigh so much
    now = week("1*56 5*21 2*7")
    assert told(now) is None
    assert verdict(now) is None
    assert told(week("5*77 2*7")) is not None


def test_the_start_goes_along_where_the_week_lies_below_it() -> None:
    guess = BaselinePin(use_days=6, doubled=8000, unit="joint")  # 4 on each of 6 days: 24 a week
    found = told(week("2*28 1*7", start=guess))
    assert found is not None
    assert (found.figures["start"], found.figures["start_used"]) == (24_000, 60)
    lower = BaselinePin(use_days=7, doubled=2000, unit="joint")  # 7 a week, as now
    found = told(week("2*28 1*7", start=lower))
    assert found is not None
    assert "start" not in found.figures


@pytest.mark.parametrize(
    ("other", "rose"),
    [
        ("1*28 2*7", (14_000, 7_000)),
        ("2*28 2.5*7", None),  # a quarter more: 17.5 beside 14
        ("2*28 2.5*6 2.6", (17_600, 14_000)),
        ("0*28 0.5 0*6", None),  # half a line
        ("0*28 0.6 0*6", (600, 0)),
        ("1*28 2*4 .*3", None),
        ("1*13 .*15 2*7", None),
    ],
)
def test_another_substance_that_went_up_is_named(other: str, rose: tuple[int, int] | None) -> None:
    beside = history(other, substance=COCAINE, end=SUNDAY)
    found = told(together(week("2*28 1*7"), beside))
    assert found is not None
    assert found.substance == "cannabis"
    went_up = found.figures.get("rose_now"), found.figures.get("rose_then")
    assert (went_up if found.figures.get("rose") == "cocaine" else None) == rose


def test_a_treatment_has_no_lighter_week_and_is_no_substance_that_rose() -> None:
    alone = history("60*28 40*7", substance=METHADONE, end=SUNDAY)
    assert told(alone) is None
    found = told(together(week("2*28 1*7"), history("1*28 60*7", substance=METHADONE, end=SUNDAY)))
    assert found is not None
    assert "rose" not in found.figures


def test_half_a_drink_of_the_country_is_the_least_of_alcohol() -> None:
    now = history("20*28 20*6 14", substance=ALCOHOL, end=SUNDAY)  # 6 g less
    assert told(now) is None
    assert told(now, yardstick=Yardstick(drink=8_000)) is not None  # half a UK unit is 4 g
