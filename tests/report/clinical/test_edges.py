from __future__ import annotations

from fractions import Fraction

import pytest

from hrjournal.domain.history import BaselinePin, DateRange
from hrjournal.domain.win import BaselineKind
from hrjournal.report.clinical import (
    LevelReached,
    MeasureResult,
    MissingReason,
    Thresholds,
    clinical,
)
from support.builders import ALCOHOL, COCAINE, DIAZEPAM, METHADONE, TODAY
from support.report.diaries import GUIDE, bare, history_of, lines, measured, report
from support.report.plain_clinical import Diary, Use


def amounts(*grams: float) -> Diary:
    """Days that end today, in grams; 0 is none, below 0 unwritten."""
    return {
        TODAY - len(grams) + 1 + place: [Use(round(each * 1000), round(each * 1000))]
        if each
        else []
        for place, each in enumerate(grams)
        if each >= 0
    }


def last(diary: Diary, days: int, by: Thresholds | None = None) -> dict[str, MeasureResult]:
    return measured(diary, TODAY - days + 1, TODAY, by)


@pytest.mark.parametrize(
    ("chosen", "grams", "level"),
    [
        ("20/40/60", 0, "abstinent"),
        ("20/40/60", 0.001, "low"),
        ("20/40/60", 20.0, "low"),
        ("20/40/60", 20.001, "medium"),
        ("20/40/60", 40.0, "medium"),
        ("20/40/60", 40.001, "high"),
        ("20/40/60", 60.0, "high"),
        ("20/40/60", 60.001, "very_high"),
        ("40/60/100", 20.001, "low"),
        ("40/60/100", 40.001, "medium"),
        ("40/60/100", 100.0, "high"),
        ("40/60/100", 100.001, "very_high"),
    ],
)
def test_a_level_reaches_up_to_its_end_and_includes_it(
    chosen: str, grams: float, level: str
) -> None:
    found = last(amounts(*[grams] * 28), 28, lines(chosen=chosen))["who_level"]
    assert isinstance(found.value, LevelReached)
    assert (found.value.id, found.rests) == (level, 28)


def test_a_level_a_hair_above_its_end_on_one_day_of_28_is_the_next() -> None:
    found = last(amounts(*[20.0] * 27, 20.001), 28)["who_level"]
    assert isinstance(found.value, LevelReached)
    assert found.value.id == "medium"


@pytest.mark.parametrize(
    ("written", "days", "said"), [(14, 28, True), (13, 28, False), (13, 13, False), (14, 29, False)]
)
def test_a_level_needs_14_days_and_half_of_the_window(written: int, days: int, said: bool) -> None:
    found = last(amounts(*[10.0] * written), days)["who_level"]
    assert (found.value is not None, found.why) == (said, None if said else MissingReason.FEW)


def test_levels_down_are_counted_from_the_start_and_from_the_usual() -> None:
    diary = amounts(*[70.0] * 28, *[30.0] * 28, *[10.0] * 28)
    changes = {one.against: one for one in last(diary, 28)["who_level"].changes}
    assert {against: one.levels for against, one in changes.items()} == {
        BaselineKind.USUAL: 1,
        BaselineKind.START: 3,
    }
    assert [one.rests for one in changes.values()] == [28, 28]


def test_a_level_that_rose_is_counted_below_nothing() -> None:
    changes = last(amounts(*[10.0] * 28, *[50.0] * 28), 28)["who_level"].changes
    assert [one.levels for one in changes] == [-2]


@pytest.mark.parametrize(
    ("used", "written", "band"),
    [(0, 27, 0), (0, 26, None), (1, 27, 1), (4, 30, 1), (4, 26, None), (5, 30, 2), (5, 5, 2)],
)
def test_bands_end_at_0_and_4_days_and_the_low_ones_need_27(
    used: int, written: int, band: int | None
) -> None:
    days = [1.0] * used + [0.0] * (written - used)
    diary = amounts(*days)
    found = measured(diary, TODAY - 29, TODAY, substance=COCAINE)
    assert bare(found["drug_band"]) == band
    assert bare(found["drug_days"]) == used


def test_a_band_is_of_the_last_30_days_of_a_longer_window_and_of_none_shorter() -> None:
    diary = amounts(*[1.0] * 20, *[0.0] * 30)
    assert bare(measured(diary, TODAY - 49, TODAY, substance=COCAINE)["drug_days"]) == 0
    assert bare(measured(diary, TODAY - 30, TODAY, substance=COCAINE)["drug_days"]) == 0
    assert bare(measured(diary, TODAY - 30, TODAY - 1, substance=COCAINE)["drug_days"]) == 1
    assert (
        measured(diary, TODAY - 28, TODAY, substance=COCAINE)["drug_days"].why is MissingReason.FEW
    )


def test_a_window_holds_its_first_and_last_day_and_none_beside_them() -> None:
    diary = amounts(10, 20, 30, 40)
    found = measured(diary, TODAY - 2, TODAY - 1)
    assert bare(found["total"])[:2] == (50_000, 50_000)
    assert bare(found["days_covered"]) == 2


def test_days_after_today_are_left_out_of_the_window() -> None:
    found = report({ALCOHOL: amounts(10, 0)}, TODAY - 1, TODAY + 20)
    assert found.window.end == TODAY + 1
    assert found.substances[0].counted.days == 2


def test_a_heavy_day_is_one_that_reaches_the_line_by_the_middle() -> None:
    diary = amounts(56, 55.999, 0, 70, 20)
    assert bare(last(diary, 5)["heavy_days"]) == 2
    assert bare(last(diary, 5, lines(heavy=70_000))["heavy_days"]) == 1
    assert bare(last(diary, 5)["phdd"]) == 40


def test_a_day_with_a_heavy_part_and_more_not_known_forbids_to_say_that_none_was_heavy() -> None:
    diary = amounts(*[10.0] * 9)
    assert bare(last(diary, 9)["nhdd"]) is True
    diary[TODAY] = [Use(60_000, 60_000), Use(None, None)]
    found = last(diary, 9)["nhdd"]
    assert (found.value, found.why) == (None, MissingReason.UNKNOWN)


def test_what_was_not_used_has_no_amount_of_a_use_day() -> None:
    found = last(amounts(*[0.0] * 10), 10)
    assert (found["ddd"].value, found["ddd"].why) == (None, MissingReason.NO_USE)
    assert bare(found["dpd"]) == 0
    assert bare(found["abstinent_window"]) is True


def test_few_days_are_said_to_be_few() -> None:
    four = report({ALCOHOL: amounts(10, 0, 10, 0)}, TODAY - 29, TODAY).substances[0]
    assert four.few
    for name in ("pda", "pdd", "dpd", "avg_week", "phdd", "who_level", "nhdd", "first_time"):
        found = four.of(name)
        assert found is not None
        assert (found.value, found.why) == (None, MissingReason.FEW), name
    assert not report({ALCOHOL: amounts(*[0.0] * 22)}, TODAY - 29, TODAY).substances[0].few


def test_a_medicine_is_counted_and_set_beside_nothing() -> None:
    diary = amounts(*[5.0] * 60)
    found = report({METHADONE: diary}, TODAY - 29, TODAY).substances[0]
    assert {one.id for one in found.measured} == {
        *("days_covered", "total", "use_days", "ddd", "max_day", "longest_use")
    }
    assert found.baselines == ()
    assert all(one.changes == () for one in found.measured)


def test_a_guide_is_set_beside_the_week_and_the_day() -> None:
    diary = amounts(*[40.0] * 5, *[0.0] * 4, 40.002)
    assert not last(diary, 10).keys() & {"guide_week", "guide_days"}
    found = last(diary, 10, lines(guide=GUIDE))
    assert bare(found["guide_week"]) == Fraction(7 * 240_002, 10) - 100_000
    assert bare(found["guide_days"]) == 1
    higher = last(diary, 10, lines(chosen="40/60/100", guide=GUIDE))
    assert bare(higher["guide_week"]) == Fraction(7 * 240_002, 10) - 150_000


def test_a_pair_that_is_listed_as_risky_is_counted_and_a_medicine_is_no_second_use() -> None:
    diary = amounts(10, 10, 0)
    risky = report({ALCOHOL: diary, DIAZEPAM: diary}, TODAY - 2, TODAY).together
    assert {one.id: bare(one) for one in risky}["poly_risky"] == 2
    treated = {
        one.id: bare(one)
        for one in report({ALCOHOL: diary, METHADONE: diary}, TODAY - 2, TODAY).together
    }
    assert (treated["poly"], treated["poly_risky"]) == (None, 2)


def test_of_one_substance_nothing_is_told_together() -> None:
    assert report({ALCOHOL: amounts(10, 0)}, TODAY - 1, TODAY).together == ()


def test_an_estimate_of_the_start_stands_beside_the_window() -> None:
    history = history_of({ALCOHOL: amounts(*[14.0, 0.0] * 7)})
    began = BaselinePin(doubled=2 * 35_000, use_days=6, unit="g_alc")
    found = clinical(
        history._replace(baseline_pins={"alcohol": began}),
        DateRange(TODAY - 13, TODAY + 1),
        TODAY,
        lines(),
    ).substances[0]
    then = {
        one.id: (
            bare(MeasureResult(one.measure, change.then, 0)),
            change.percent,
            change.levels,
        )
        for one in found.measured
        for change in one.changes
    }
    assert then == {
        "pda": (Fraction(100, 7), None, None),
        "pdd": (Fraction(600, 7), 100 * (1 - Fraction(7, 12)), None),
        "dpd": (30_000, 100 * (1 - Fraction(7, 30)), None),
        "avg_week": (210_000, 100 * (1 - Fraction(7, 30)), None),
        "ddd": (35_000, 60, None),
        "who_level": (2, None, 1),
    }
    assert [(base.against, base.days) for base in found.baselines] == [(BaselineKind.START, None)]


def test_an_estimate_without_an_amount_or_in_another_unit_tells_of_days_alone() -> None:
    history = history_of({ALCOHOL: amounts(*[14.0] * 14)})
    for began in (BaselinePin(use_days=7), BaselinePin(doubled=8000, use_days=7, unit="jar")):
        found = clinical(
            history._replace(baseline_pins={"alcohol": began}),
            DateRange(TODAY - 13, TODAY + 1),
            TODAY,
            lines(),
        )
        told = {one.id for one in found.substances[0].measured if one.changes}
        assert told == {"pda", "pdd"}


def test_a_pinned_start_is_the_days_that_were_named() -> None:
    history = history_of({ALCOHOL: amounts(*[50.0] * 20, *[10.0] * 60)})
    pinned = DateRange(TODAY - 79, TODAY - 59)
    found = clinical(
        history._replace(baseline_pins={"alcohol": BaselinePin(pinned)}),
        DateRange(TODAY - 27, TODAY + 1),
        TODAY,
        lines(),
    ).substances[0]
    per_day = found.of("dpd")
    assert per_day is not None
    assert [(one.against, one.percent) for one in per_day.changes] == [
        (BaselineKind.USUAL, Fraction(0)),
        (BaselineKind.START, Fraction(80)),
    ]
    assert found.baselines[1].days == pinned


def test_against_nothing_no_percent_is_made_up() -> None:
    change = last(amounts(*[0.0] * 28, *[10.0] * 28), 28)["dpd"].changes[0]
    assert (change.percent, change.rests) == (None, 28)


def test_the_first_heavy_day_is_one_at_the_line_and_may_have_come_before() -> None:
    found = measured(amounts(55.999, 0, 56, 90), TODAY - 3, TODAY, chosen=True)["first_heavy"]
    assert (bare(found), found.rests) == (3, 3)
    doubtful = measured(amounts(10, -1, 0, 56), TODAY - 3, TODAY, chosen=True)
    assert bare(doubtful["first_heavy"]) == (2, 4)
    assert bare(doubtful["first_use"]) == 1
    never = measured(amounts(10, 20), TODAY - 1, TODAY, chosen=True)["first_heavy"]
    assert (never.value, never.why) == (None, MissingReason.NONE)
