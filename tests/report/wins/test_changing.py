"""Four weeks beside those before; the last mark is the Sunday on which they are judged.

Of twelve weeks there are 495 ways to pick four.
"""

from __future__ import annotations

import pytest

from hrjournal.domain.history import BaselinePin, DateRange, History
from hrjournal.domain.win import BaselineKind, Grade, Win
from support.builders import ALCOHOL, CANNABIS, METHADONE, history
from support.report.finding import JUDGED, judged, wins, won

ONE_OF_495 = 2020  # millionths


def weeks(marks: str, *, end: int = JUDGED, **how: object) -> History:
    return history(marks, substance=CANNABIS, end=end, **how)  # type: ignore[arg-type]


def claims(now: History, *, day: int = JUDGED) -> list[Win]:
    return [win for win in wins(now, day=day) if win.grade is Grade.CHANGING]


def claim(now: History) -> Win | None:
    found = claims(now)
    assert len(found) <= 1
    return found[0] if found else None


def test_four_weeks_that_are_all_lighter_are_clearly_so() -> None:
    found = claim(weeks("2*56 1*28"))
    assert found is not None
    assert (found.rule, found.baseline, found.chance) == (
        "clearly_less",
        BaselineKind.USUAL,
        ONE_OF_495,
    )
    assert found.figures == {
        "now": 1000,
        "then": 2000,
        "unit": "joint",
        "now_from": JUDGED - 27,
        "now_to": JUDGED,
        "now_days": 28,
        "then_from": JUDGED - 83,
        "then_to": JUDGED - 28,
        "then_days": 56,
        "also": "largest",  # 1 at most, was 2; as sure, and told after the amount
        "largest_now": 1000,
        "largest_then": 2000,
    }


@pytest.mark.parametrize(
    ("marks", "rule"),
    [
        ("2*84", None),
        ("1*56 2*28", None),
        # sums as small: one week of 1 among the eight makes 4 + 1 ways of 495
        ("2*49 1*7 1*28", "clearly_less"),
        # two of them: 15 ways, 3 of 100. Three: 35 ways, 7 of 100
        ("2*42 1*14 1*28", "clearly_less"),
        ("2*35 1*21 1*28", None),
        ("2*56 .*7 1*21", "clearly_less"),  # 3 of 11 weeks: 1 of 165
        ("2*56 .*14 1*14", None),
        ("2*28 .*28 1*28", "clearly_less"),  # 4 of 8: 1 of 70
        ("2*21 .*35 1*28", None),  # 3 weeks before
        ("2*56 1*5 . . 1*5 . . 1*5 . . 1*5 . .", "clearly_less"),
        ("2*56 1*4 . . . 1*4 . . . 1*4 . . . 1*4 . . .", None),
        # weeks are evened by their weekdays: here Saturdays weigh most, and are the same
        (" ".join(["0*5 5 0"] * 12), None),
        # half a joint of four weeks is the least: 4 x 0.125
        (f"2*56 {' '.join(['2*6 1.875'] * 4)}", "clearly_less"),
        (f"2*56 {' '.join(['2*6 1.876'] * 4)}", None),
    ],
)
def test_what_is_clearly_lighter(marks: str, rule: str | None) -> None:
    found = claim(weeks(marks))
    assert (found.rule if found else None) == rule


def test_it_is_judged_once_in_four_weeks() -> None:
    for later in (7, 14, 21):
        assert not claims(weeks("2*56 1*28", end=JUDGED + later), day=JUDGED + later)
    assert claims(weeks("2*56 1*28", end=JUDGED - 28), day=JUDGED - 28)


def test_what_comes_later_changes_nothing() -> None:
    later = history("2*56 1*28 9*50", substance=CANNABIS, end=JUDGED + 50)
    assert claim(later) == claim(weeks("2*56 1*28"))


@pytest.mark.parametrize(
    ("marks", "rule", "figures"),
    [
        # of amounts nothing is known: 4 days a week were use days, now 1
        (f"{'? ? ? ? 0 0 0 ' * 8}{'? 0 0 0 0 0 0 ' * 4}", "clearly_fewer_days", (10, 40)),
        # 8 on 4 days, now 8 on one: the amounts say nothing, the days are sure
        (f"{'2 2 2 2 0 0 0 ' * 8}{'8 0 0 0 0 0 0 ' * 4}", "clearly_fewer_days", (10, 40)),
        # as much in all, but by smaller days: that alone is no claim
        (f"{'7 0 0 0 0 0 0 ' * 8}{'1 1 1 1 1 1 1 ' * 4}", None, None),
    ],
)
def test_days_of_use_tell_where_amounts_do_not(
    marks: str, rule: str | None, figures: tuple[int, int] | None
) -> None:
    found = claim(weeks(marks))
    assert (found.rule if found else None) == rule
    assert (found and (found.figures["now"], found.figures["then"])) == figures


def test_heavy_days_of_alcohol_go_along_with_the_amount() -> None:
    marks = f"{'60 0 0 0 0 0 0 ' * 8}{'28 0 0 0 0 0 0 ' * 4}"  # 60 g is a heavy day
    now = history(marks, substance=ALCOHOL, end=JUDGED)
    found = claim(now)
    assert found is not None
    assert (found.rule, found.figures["now"], found.figures["then"]) == (
        "clearly_less",
        4_000,  # 28 g in 7 days
        8_571,  # 60 g
    )
    assert found.figures["also"] == "heavy_days largest"
    assert (found.figures["heavy_days_now"], found.figures["heavy_days_then"]) == (0, 10)
    assert "heavy_days" not in str(claim(weeks(marks)))


def test_levels_are_told_with_a_margin_of_half_a_standard_error() -> None:
    # 30 g a day is the medium level; 19 g, and no week apart from another, the low one
    lower = claim(history("30*56 19*28", substance=ALCOHOL, end=JUDGED))
    assert lower is not None
    assert lower.figures["levels"] == 1
    # weeks of 22, 18, 18 and 18: mean 19, spread 2, standard error 1: 19.5 is still low
    near = claim(history("30*56 22*7 18*21", substance=ALCOHOL, end=JUDGED))
    assert near is not None
    assert near.figures["levels"] == 1
    # 25, 17, 17 and 17: mean 19, spread 4, standard error 2: 20 is still low
    # 26, 17, 17 and 17: mean 19.25, standard error 2.25: 20.4 is not
    over = claim(history("30*56 26*7 17*21", substance=ALCOHOL, end=JUDGED))
    assert over is not None
    assert "levels" not in over.figures


def test_the_start_is_the_first_weeks() -> None:
    # the eight weeks before are as now; the first eight are not. No week of either spreads, and
    # the blocks differ, so the start stays where it is
    found = claim(weeks("3*56 1*56 1*28"))
    assert found is not None
    assert (found.rule, found.baseline) == ("clearly_less", BaselineKind.START)
    assert (found.figures["now"], found.figures["then"]) == (1000, 3000)
    assert (found.figures["then_from"], found.figures["then_to"]) == (JUDGED - 139, JUDGED - 84)


def test_a_start_can_be_pinned() -> None:
    pin = BaselinePin(days=DateRange(JUDGED - 167, JUDGED - 139))  # the first four weeks
    marks = "5*28 1*140"
    found = claim(weeks(marks, start=pin))
    assert found is not None
    assert found.baseline is BaselineKind.START
    assert found.figures["then"] == 5000
    later = BaselinePin(days=DateRange(JUDGED - 139, JUDGED - 83))
    assert claim(weeks(marks, start=later)) is None


def test_an_estimate_is_no_comparison() -> None:
    guess = BaselinePin(use_days=7, doubled=20_000, unit="joint")
    assert claim(weeks("1*84", start=guess)) is None


def test_weeks_that_look_lighter_are_a_line_and_no_win() -> None:
    # three of the eight weeks are as light: 35 ways of 495, 7 of 100
    now = weeks("2*35 1*21 1*28")
    found = [win for win in wins(now, day=JUDGED) if win.grade is Grade.LOOKS]
    assert [(win.rule, win.chance) for win in found] == [("looks_lighter", 70_707)]
    assert won(weeks("2*28 1*28 1*28"), "looks_lighter", day=JUDGED) is not None
    assert won(weeks("2*21 1*35 1*28"), "looks_lighter", day=JUDGED) is None  # 126 ways: 25
    assert won(weeks("2*56 1*28"), "looks_lighter", day=JUDGED) is None


def test_a_treatment_is_not_judged() -> None:
    now = history("60*56 20*28", substance=METHADONE, end=JUDGED)
    assert not [win for win in wins(now, day=JUDGED) if win.grade is not Grade.DID]


@pytest.mark.parametrize(
    ("marks", "figures"),
    [
        # eight gaps of 20 days, then 50 and the running 27: of 45 pairs only these are as long
        (f"{'1 ' + '0*19 1 ' * 8}0*49 1 0*26", (39, 20, 22_222)),
        # three of 20 before are too few
        (f"{'1 ' + '0*19 1 ' * 3}0*49 1 0*26", None),
        (f"{'1 ' + '0*19 1 ' * 4}0*49 1 0*26", None),  # 1 of 15 pairs
        # the running one alone: 1 of 9
        (f"{'1 ' + '0*19 1 ' * 8}0*60", None),
        (f"{'1 ' + '0*19 1 ' * 8}0*49 1 .*26", None),  # half of it is not written
        (f"{'1 ' + '0*49 1 ' * 8}0*19 1 0*26", None),
    ],
)
def test_rare_use_is_told_by_the_time_between(
    marks: str, figures: tuple[int, int, int] | None
) -> None:
    found = claim(weeks(marks))
    assert (found and found.rule) in {None, "clearly_longer_between"}
    told = found and (found.figures["now"], found.figures["then"], found.chance)
    assert told == figures


def later(marks: str, before: str = "1*56 3*56 1*28", weeks_on: int = 4) -> list[Win]:
    """What is told after a claim, of these four weeks."""
    then = JUDGED - 7 * weeks_on
    earlier = list(claims(weeks(before, end=then), day=then))
    assert [win.rule for win in earlier] == ["clearly_less"]
    found = judged(weeks(f"{before} {marks}"), day=JUDGED, earlier=earlier)
    return [win for win in found.wins if win.grade is Grade.HOLDS]


def test_a_lower_level_that_holds_is_told() -> None:
    # the eight weeks before are half as high by now: 70 ways of 495 are as light. The first weeks
    # were low. So nothing is claimed anew, and the four weeks lie where those of the claim lay
    (found,) = later("1*28")
    assert (found.rule, found.baseline, found.substance) == (
        "holds",
        BaselineKind.USUAL,
        "cannabis",
    )
    assert (found.figures["now"], found.figures["then"], found.figures["weeks"]) == (
        1000,
        3000,  # as it was before the claim
        4,
    )


@pytest.mark.parametrize(
    ("marks", "weeks_on", "holds"),
    [
        ("1*28", 4, True),
        ("1*56", 8, True),
        ("1*84", 12, True),
        ("1*112", 16, False),  # it is told at 4, 8, 12, 28 and 52
        ("1*196", 28, True),
        ("2*28", 4, False),  # above: 1 of 70 ways weighs as much
        ("1*21 2*7", 4, True),  # one week above: 35 of 70
        ("1*21 .*7", 4, True),
        ("1*14 .*14", 4, False),
    ],
)
def test_whether_a_level_holds(marks: str, weeks_on: int, holds: bool) -> None:
    assert bool(later(marks, weeks_on=weeks_on)) == holds
