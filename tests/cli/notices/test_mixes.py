"""An occasion of a mix is a danger: told once in full, worst first, three together as three."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
DAY = date(2026, 6, 1)


def told(run: Run, clock: str, *words: str, after: int = 0) -> list[str]:
    answer = run(*words, at=f"{DAY + timedelta(days=after)} {clock}")
    assert answer.code == 0, answer.err
    return [line for line in answer.out.splitlines() if line.startswith("Safety")]


def test_a_known_risk_comes_before_what_is_not_known(run: Run) -> None:
    told(run, "21:00", "log", "alcohol", "2")
    told(run, "21:10", "log", "blue powder", "1", "--new")
    (known,) = told(run, "21:20", "log", "mephedrone", "100mg")
    assert "alcohol and cathinones" in known.casefold()
    assert "riskier together" in known
    (unknown,) = told(run, "21:30", "log", "mephedrone", "100mg")
    assert "not known" in unknown


def test_what_is_not_known_is_said_once_ever(run: Run) -> None:
    told(run, "21:00", "log", "alcohol", "2")
    assert len(told(run, "21:10", "log", "blue powder", "1", "--new")) == 1
    for after in (1, 8, 29, 60, 300):
        assert told(run, "21:00", "log", "alcohol", "2", after=after) == []
        assert told(run, "21:10", "log", "blue powder", "1", after=after) == []


def test_three_depressants_are_named_as_three_with_the_most_that_helps(run: Run) -> None:
    told(run, "20:00", "log", "alcohol", "2")
    told(run, "21:00", "log", "xanax", "1", "pill")
    (three,) = told(run, "22:00", "log", "heroin", "1", "bag")
    assert three.startswith("Safety: Alcohol, Xanax and heroin, within 2 hours: dangerous together")
    assert "naloxone" in three
    assert "no more of any" in three
    assert told(run, "22:30", "log", "heroin", "1", "bag") == []
    assert told(run, "22:40", "log", "alcohol", "1") == []


def test_whichever_comes_second_opens_the_occasion(run: Run) -> None:
    told(run, "20:00", "log", "ghb", "1", "dose")
    (second,) = told(run, "21:00", "log", "alcohol", "1")
    assert "dangerous together" in second
    assert told(run, "22:00", "log", "ghb", "1", "dose") == []


def test_the_same_mix_within_a_week_gets_a_short_line(run: Run) -> None:
    told(run, "20:00", "log", "alcohol", "2")
    (full,) = told(run, "21:00", "log", "heroin", "1", "bag")
    for after in (2, 4, 6):
        told(run, "20:00", "log", "alcohol", "2", after=after)
        (short,) = told(run, "21:00", "log", "heroin", "1", "bag", after=after)
        assert short.startswith("Safety: Alcohol and heroin again, 1 hour apart: dangerous")
        assert "naloxone" in short
        assert len(short) < len(full)
        assert told(run, "22:00", "log", "heroin", "1", "bag", after=after) == []
    told(run, "20:00", "log", "alcohol", "2", after=8)
    assert told(run, "21:00", "log", "heroin", "1", "bag", after=8) == [full]


def test_a_daily_medicine_opens_no_occasion_by_itself(run: Run) -> None:
    lines = []
    for after in range(12):
        lines += told(run, "08:00", "log", "methadone", "1", "dose", after=after)
        if after == 8:
            (heroin,) = told(run, "21:00", "log", "heroin", "1", "bag", after=after)
            assert "methadone and heroin" in heroin.casefold()
            assert "Your treatment stays as prescribed" in heroin
    assert lines == []


def test_a_medicine_that_was_not_there_before_is_told(run: Run) -> None:
    told(run, "20:00", "log", "heroin", "1", "bag")
    (first,) = told(run, "22:00", "log", "methadone", "1", "dose")
    assert "high risk together" in first


@pytest.mark.parametrize(("prescribed", "count"), [("yes", 0), ("no", 1)])
def test_a_person_says_what_is_prescribed(run: Run, prescribed: str, count: int) -> None:
    run("substances", "prescribed", "diazepam", prescribed, at=f"{DAY} 07:00")
    for after in range(3):
        told(run, "23:00", "log", "diazepam", "1", "pill", after=after)
    told(run, "21:00", "log", "wine", "1", after=2)
    late = told(run, "20:30", "log", "diazepam", "1", "pill", after=3)
    assert len(late) == count  # the glass of the evening before


def test_once_a_week_what_helps_when_alone_with_an_opioid(run: Run) -> None:
    run("notices", "off", "opioid_break", at=f"{DAY} 07:00")
    alone = ("log", "heroin", "1", "bag", "--with", "alone")
    (first,) = told(run, "20:00", *alone)
    for word in ("calls you", "unlocked door", "naloxone", "SafeSpot"):
        assert word in first
    assert told(run, "21:00", *alone) == []
    assert told(run, "20:00", *alone, after=6) == []
    assert len(told(run, "20:00", *alone, after=7)) == 1
    assert told(run, "21:00", "log", "weed", "1", "--with", "alone", after=18) == []
    assert told(run, "20:00", "log", "heroin", "1", "bag", "--with", "a friend", after=21) == []


def test_a_country_without_a_checked_line_gets_no_number(run: Run) -> None:
    run("config", "country", "PL")
    (line,) = told(run, "20:00", "log", "heroin", "1", "bag", "--with", "alone")
    assert "unlocked door" in line
    assert not any(letter.isdigit() for letter in line)


def test_the_line_can_be_turned_off_and_says_nothing_in_the_discreet_view(run: Run) -> None:
    run("config", "discreet", "on")
    (line,) = told(run, "20:00", "log", "heroin", "1", "bag", "--with", "alone")
    assert line == "Safety: A safety note waits for you. To read it: hrjournal sos"
    run("notices", "off", "alone", "opioid_break")
    assert told(run, "20:00", "log", "heroin", "1", "bag", "--with", "alone", after=8) == []
