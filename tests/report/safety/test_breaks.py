from __future__ import annotations

import pytest

from hrjournal.domain.history import History
from hrjournal.report.safety.breaks import AFTER, LATER
from hrjournal.report.safety.stops import Urgency, due
from support.builders import ALCOHOL, HEROIN, METHADONE, TODAY, history, together


def words(now: History, day: int = TODAY, *, each_use: bool = True) -> list[str]:
    return [one.words for one in due(now, day, each_use=each_use)]


def test_four_weeks_after_a_return_have_their_line() -> None:
    now = history("1*20 0*34 " + "1 " * 30, substance=HEROIN)
    back = TODAY - 29
    told = [words(now, back + number) for number in range(30)]
    assert told[0] == ["opioid_break", AFTER]
    assert told[1] == ["opioid_break", AFTER]  # a night that is logged the morning after
    assert told[2:14] == [[AFTER]] * 12
    assert told[14:28] == [[LATER]] * 14
    assert told[28:] == [[], []]
    weeks = {due(now, back + number)[0].since - back for number in range(14, 28)}
    assert weeks == {14, 21}


def test_to_look_at_a_return_its_own_words_are_enough() -> None:
    assert words(history("1*20 0*34 1", substance=HEROIN), each_use=False) == ["opioid_break"]


@pytest.mark.parametrize("gap", ["0*6", ".*6", "0*2"])
def test_after_some_days_alone_no_weeks_follow(gap: str) -> None:
    assert AFTER not in words(history(f"1*20 {gap} 1 1 1", substance=HEROIN))


def test_a_gap_of_a_week_that_was_not_logged_counts_too() -> None:
    assert words(history("1*20 .*7 1 1 1", substance=HEROIN)) == [AFTER]


def test_other_breaks_have_no_weeks_after() -> None:
    assert words(history("40*20 0*30 40 40 40", substance=ALCOHOL)) == []


def test_daily_treatment_keeps_tolerance_and_is_no_break() -> None:
    heroin = history("1*20 0*34 1", substance=HEROIN)
    assert words(together(heroin, history("60*55", substance=METHADONE))) == []
    assert words(history("60*20 .*34 60 60", substance=METHADONE)) == []


def test_a_treatment_that_ended_before_is_a_break_from_then_on() -> None:
    now = together(
        history("1*20 0*40 1", substance=HEROIN), history("60*50 .*11", substance=METHADONE)
    )
    (told, after) = due(now, TODAY, each_use=True)
    assert (told.urgency, after.words) == (Urgency.RETURN, AFTER)
    assert told.figures["gap"] == 10


def test_a_dose_now_and_then_is_no_treatment() -> None:
    now = together(
        history("1*20 0*34 1", substance=HEROIN),
        history(f"{'. ' * 40} 60 {'. ' * 14}", substance=METHADONE),
    )
    assert words(now)[0] == "opioid_break"
