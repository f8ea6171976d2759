from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.history import History
from hrjournal.domain.substances.substance import Substance
from hrjournal.report.baseline import Course
from hrjournal.report.safety.stops import Urgency, due
from hrjournal.report.safety.tolerance import RULES, Break, break_on
from support.builders import ALCOHOL, CANNABIS, COCAINE, DIAZEPAM, HEROIN, METHADONE, TODAY, history


def found(marks: str, substance: Substance = HEROIN, day: int = TODAY) -> Break | None:
    now = history(marks, substance=substance)
    return break_on(Course(substance, now.of(substance.key)), day)


@pytest.mark.parametrize(
    ("substance", "habit", "info", "strong"),
    [
        (HEROIN, "1*20", 3, 7),
        (HEROIN, "1", 3, 7),  # one use is enough with an opioid
        (ALCOHOL, "40*12", 7, 14),
        (DIAZEPAM, "1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1", 7, 14),
        (COCAINE, "1*12", 14, None),
    ],
)
def test_a_break_is_told_from_its_edge_on(
    substance: Substance, habit: str, info: int, strong: int | None
) -> None:
    assert found(f"{habit} 0*{info - 1}", substance) is None
    early = found(f"{habit} 0*{info}", substance)
    assert early is not None
    assert (early.days, early.strong, early.since) == (info, False, TODAY)
    if strong:
        late = found(f"{habit} 0*{strong - 1}", substance)
        assert late is not None
        assert (late.strong, late.since) == (False, TODAY - (strong - 1 - info))
        longest = found(f"{habit} 0*{strong + 5}", substance)
        assert longest is not None
        assert (longest.strong, longest.since) == (True, TODAY - 5)


@pytest.mark.parametrize(
    ("substance", "marks"),
    [
        (ALCOHOL, "40*11 0*20"),  # no habit, so no tolerance to lose
        (ALCOHOL, "40*11 0*17 40 0*20"),  # the habit lies more than 28 days before the last use
        (CANNABIS, "1*30 0*40"),
        (METHADONE, "60*30 0*9"),
        (ALCOHOL, "40*20 .*30 40"),  # what was not written is not known
        (HEROIN, "1 .*6 1"),
        (HEROIN, "1 .*30"),
    ],
)
def test_where_no_tolerance_is_known_to_be_lost_nothing_is_told(
    substance: Substance, marks: str
) -> None:
    assert found(marks, substance) is None


@pytest.mark.parametrize("gap", [3, 7, 30])
def test_use_of_an_opioid_after_a_break_comes_first(gap: int) -> None:
    now = history(f"1*30 0*{gap} 1", substance=HEROIN)
    (told,) = due(now, TODAY)
    assert told.urgency == Urgency.RETURN
    assert (told.since, told.figures["days"], told.figures["strong"]) == (TODAY, gap, gap >= 7)
    (after,) = due(history(f"1*30 0*{gap} 1 1", substance=HEROIN), TODAY)
    assert after == told._replace(since=TODAY - 1)  # the same occasion, on the morning after too
    later = due(history(f"1*30 0*{gap} 1 1 1", substance=HEROIN), TODAY)
    assert [one.words for one in later] == ["opioid_break_after"] * (gap >= 7)


def test_a_gap_in_writing_may_have_been_a_break_from_an_opioid() -> None:
    (told,) = due(history("1*30 .*7 1", substance=HEROIN), TODAY)
    assert told.words == "opioid_break_unwritten"
    assert (told.figures["days"], told.figures["gap"]) == (0, 7)


def test_a_break_that_goes_on_is_told_for_two_weeks() -> None:
    now = history("40*20 0*40", substance=ALCOHOL)
    first = TODAY - 40 + 14  # the fourteenth day without
    assert [bool(due(now, day)) for day in (first, first + 13, first + 14)] == [True, True, False]


def test_the_return_after_a_long_break_is_told_again() -> None:
    assert [one.rule for one in due(history("40*20 0*40 40"), TODAY)] == ["depressant_break"]
    assert [one.rule for one in due(history("1*20 0*14 1", substance=COCAINE), TODAY)] == [
        "stimulant_break"
    ]


MARKS = st.lists(st.sampled_from([None, 0, 1]), min_size=1, max_size=70)


@given(MARKS, st.sampled_from((HEROIN, ALCOHOL, COCAINE)))
def test_breaks_are_what_a_plain_count_finds(marks: list[int | None], substance: Substance) -> None:
    now: History = history(
        ["." if mark is None else str(mark) for mark in marks], substance=substance
    )
    course = Course(substance, now.of(substance.key))
    assert (break_on(course, TODAY) is not None) == plainly(marks, substance)


def plainly(marks: list[int | None], substance: Substance) -> bool:
    """Whether the last day lies in a break or ends one, counted mark by mark."""
    rule = {"heroin": RULES[0], "alcohol": RULES[1], "cocaine": RULES[2]}[substance.key]
    before = marks[:-1] if marks[-1] == 1 else marks
    if 1 not in before:
        return False
    last = len(before) - 1 - before[::-1].index(1)
    habit = before[max(0, last - 27) : last + 1].count(1)
    since = before[last + 1 :]
    if habit < rule.regular:
        return False
    unwritten = substance is HEROIN and marks[-1] == 1 and len(since) >= 7
    return since.count(0) >= rule.info_after or unwritten
