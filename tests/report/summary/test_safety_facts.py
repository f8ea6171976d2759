"""What of a whole window has to be said first: breaks, stops, mixes, a rise, use alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.content.mixing import mixing
from hrjournal.content.units import catalogue
from hrjournal.domain.entries.entry import Entry, EntryType
from hrjournal.domain.history import DateRange, History
from hrjournal.domain.substances.substance import Substance
from hrjournal.report.safety.mixes import uses
from hrjournal.report.summary.safety_facts import (
    DatedUse,
    SafetyFact,
    SafetyFactKind,
    has_opioid,
    risky_pairs,
    safety_facts,
)
from support.builders import (
    ALCOHOL,
    CANNABIS,
    DAY_STARTS,
    DIAZEPAM,
    HEROIN,
    METHADONE,
    TODAY,
    by_day,
    entry,
    history,
    together,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

KINDS: Final = catalogue().kinds
DRINKS = ALCOHOL._replace(kind=KINDS["alcohol"])
GHB = Substance("ghb", "GHB", KINDS["ghb"], "ml", 7)
OXY = HEROIN._replace(key="oxycodone", name="Oxycodone", id=8)
PILL = DIAZEPAM._replace(kind=DIAZEPAM.kind._replace(family="depressant"))
NINETY = DateRange(TODAY - 89, TODAY + 1)
RETURN, STOP, MIX, BREAK, RISE, ALONE = (
    *(SafetyFactKind.RETURN, SafetyFactKind.STOP, SafetyFactKind.MIX),
    *(SafetyFactKind.BREAK, SafetyFactKind.RISE, SafetyFactKind.ALONE),
)


def dated(found: History, records: Iterable[Entry]) -> list[DatedUse]:
    return [
        DatedUse(one.moment.day(DAY_STARTS), use)
        for one in records
        for use in uses([one], found.substances, DAY_STARTS)
    ]


def told(
    found: History, window: DateRange = NINETY, records: Iterable[Entry] = ()
) -> tuple[SafetyFact, ...]:
    return safety_facts(found, window, dated(found, records), mixing())


def said(found: History, window: DateRange = NINETY) -> list[tuple[SafetyFactKind, str, int, int]]:
    """Each fact: its sort, its substance, how many days ago it was, and how long a break was."""
    return [
        (fact.kind, fact.keys[0], TODAY - fact.days[0], fact.gap) for fact in told(found, window)
    ]


def use(key: str, back: int, clock: str = "20:00", **more: object) -> Entry:
    return entry(EntryType.USE, TODAY - back, clock, substance=key, **more)


@pytest.mark.parametrize("gap", ["0*40", ".*40", "0*10 .*20 0*10", ".*33 0*7"])
def test_use_after_a_break_is_told_with_the_days_since_the_last(gap: str) -> None:
    found = history(f"1*20 {gap} 1 1*3", substance=HEROIN)
    assert said(found) == [(RETURN, "heroin", 3, 41)]


@pytest.mark.parametrize(("gap", "known"), [("0*7", True), ("0*6", False), (".*7", True)])
def test_a_break_is_a_week_long(gap: str, *, known: bool) -> None:
    assert bool(told(history(f"1*20 {gap} 1", substance=HEROIN))) is known


def test_each_return_of_the_window_is_told_and_none_from_before_it() -> None:
    found = history("1*5 0*60 1 0*20 1 1 0*9 1", substance=HEROIN)
    assert said(found) == [
        (RETURN, "heroin", 32, 61),
        (RETURN, "heroin", 11, 21),
        (RETURN, "heroin", 0, 10),
    ]
    assert said(found, DateRange(TODAY - 11, TODAY + 1))[0][2:] == (11, 21)
    assert said(found, DateRange(TODAY - 10, TODAY + 1))[0][2:] == (0, 10)
    assert RETURN not in {one[0] for one in said(found, DateRange(TODAY - 10, TODAY))}


@pytest.mark.parametrize("other", [OXY, METHADONE])
def test_with_another_opioid_all_the_while_it_is_no_return(other: Substance) -> None:
    found = together(history("1*20 0*40 1", substance=HEROIN), history("10*61", substance=other))
    assert said(found) == []


@pytest.mark.parametrize("other", [OXY, METHADONE])
def test_one_dose_of_another_three_weeks_before_keeps_nobody_used_to_them(
    other: Substance,
) -> None:
    found = together(history("1*20 0*40 1", substance=HEROIN), history("10 0*20", substance=other))
    assert (RETURN, "heroin", 0) in [one[:3] for one in said(found)]


def test_after_a_break_from_all_opioids_another_one_is_a_return_too() -> None:
    found = together(
        history("1*20 0*41", substance=HEROIN), history(". " * 60 + "10", substance=OXY)
    )
    assert [(kind, back) for kind, _, back, _ in said(found)] == [(RETURN, 0)]


@pytest.mark.parametrize(
    ("marks", "known"),
    [
        ("40*20 0*30 40", True),
        ("40*12 0*30 40", True),
        ("40*11 0*30 40", False),  # no habit
        ("40*20 .*30 40", False),  # not logged is not known
        ("40*20 0*13 40", False),
    ],
)
def test_of_alcohol_a_return_needs_a_habit_and_two_weeks_logged(marks: str, *, known: bool) -> None:
    found = [one for one in said(history(marks, substance=DRINKS)) if one[0] is RETURN]
    gap = marks.count("0 40") and int(marks.split("*")[2].split(maxsplit=1)[0]) + 1
    assert found == ([(RETURN, "alcohol", 0, gap)] if known else [])


def test_a_sudden_stop_is_told_once_however_long_it_lasts() -> None:
    found = history("140*60 0*25", substance=DRINKS)
    assert [one for one in said(found) if one[0] is STOP] == [(STOP, "alcohol", 24, 0)]


def test_a_stop_from_before_the_window_is_not_told() -> None:
    found = history("140*60 0*60", substance=DRINKS)
    assert [one for one in said(found, DateRange(TODAY - 20, TODAY + 1)) if one[0] is STOP] == []


def test_two_stops_are_two() -> None:
    found = history("140*60 0*5 140*60 0*5", substance=DRINKS)
    stops = [back for kind, _, back, _ in said(found) if kind is STOP]
    assert sorted(stops) == [4, 69]


@pytest.mark.parametrize("marks", ["60*60 0*5", "140 0 0 0 0 0 0 140 0 0 0 0 0 0", "140*65"])
def test_what_is_no_danger_is_no_stop(marks: str) -> None:
    assert STOP not in {one[0] for one in said(history(marks, substance=DRINKS))}


WEEKLY = together(history("20*30", substance=DRINKS), history("1 0*6 1 0*6 1 0*10", substance=GHB))
BOTH = (10, 17, 24)  # days ago on which both were used


def test_a_mix_is_told_with_its_days() -> None:
    records = [use("alcohol", back) for back in (*BOTH, 3)]
    records += [use("ghb", back, "21:00") for back in (*BOTH, 6)]
    (mix,) = [one for one in told(WEEKLY, records=records) if one.kind is MIX]
    assert mix.keys == ("alcohol", "ghb")
    assert [TODAY - day for day in mix.days] == sorted(BOTH, reverse=True)


def test_a_day_with_only_one_of_them_is_no_day_of_a_mix() -> None:
    records = [use("alcohol", back) for back in range(30)]
    records += [use("ghb", back, "21:00") for back in BOTH]
    (mix,) = [one for one in told(WEEKLY, records=records) if one.kind is MIX]
    assert [TODAY - day for day in mix.days] == sorted(BOTH, reverse=True)


def test_a_mix_past_midnight_is_of_its_night() -> None:
    records = [use("alcohol", 5, "23:00"), use("ghb", 5, "02:00")]
    (mix,) = [one for one in told(WEEKLY, records=records) if one.kind is MIX]
    assert mix.days == (TODAY - 5,)


def test_pairs_stand_apart_the_most_dangerous_and_most_frequent_first() -> None:
    found = together(WEEKLY, history("1*30", substance=PILL), history("1*30", substance=CANNABIS))
    records = [use("alcohol", back) for back in (3, 8, 13)]
    records += [use("diazepam", back) for back in (3, 8)] + [use("ghb", 13)]
    records += [use("cannabis", back) for back in (3, 8, 13)]
    mixes = [one for one in told(found, records=records) if one.kind is MIX]
    assert {one.keys: len(one.days) for one in mixes} == {
        ("alcohol", "diazepam"): 2,
        ("alcohol", "ghb"): 1,
    }


def test_which_pairs_are_risky_is_known_from_the_days_alone() -> None:
    assert risky_pairs(WEEKLY, NINETY, mixing())
    assert not risky_pairs(WEEKLY, DateRange(TODAY - 5, TODAY + 1), mixing())
    assert not risky_pairs(history("1*30", substance=DRINKS), NINETY, mixing())


def test_a_break_that_goes_on_is_told_and_one_that_ended_is_not() -> None:
    found = history("1*20 0*10", substance=HEROIN)
    assert [one for one in said(found) if one[0] is BREAK] == [(BREAK, "heroin", 3, 0)]
    ended = history("1*20 0*10 1 1", substance=HEROIN)
    assert BREAK not in {one[0] for one in said(ended)}


def test_a_depressant_that_rose_beside_a_daily_one_is_told_once() -> None:
    found = together(history("20*28 60*9", substance=DRINKS), history("1*37", substance=PILL))
    (rise,) = [one for one in told(found) if one.kind is RISE]
    assert rise.keys == ("alcohol", "diazepam")
    assert len(rise.days) == 1
    alone = history("20*28 60*9", substance=DRINKS)
    assert RISE not in {one.kind for one in told(alone)}


def test_alone_is_counted_among_days_of_which_company_is_known() -> None:
    records = [
        use("alcohol", 3, company="alone"),
        use("alcohol", 3, "22:00", company="kim"),  # alone at first
        use("alcohol", 4, company="kim"),
        use("alcohol", 5),
        use("ghb", 7, steps=("not-alone",)),
        use("cannabis", 8, company="alone"),  # stops no breath
    ]
    found = together(WEEKLY, history("1*30", substance=CANNABIS))._replace(records=by_day(records))
    (alone,) = [one for one in told(found) if one.kind is ALONE]
    assert (alone.days, alone.among) == ((TODAY - 3,), 3)
    never = found._replace(records=by_day(records[2:]))
    assert ALONE not in {one.kind for one in told(never)}


def test_no_fact_of_company_names_whom() -> None:
    records = [use("alcohol", 3, company="alone"), use("alcohol", 4, company="zqkim")]
    found = WEEKLY._replace(records=by_day(records))
    assert "zqkim" not in str(told(found))


def test_an_opioid_of_the_window_is_known() -> None:
    found = history("1 0*20", substance=HEROIN)
    assert has_opioid(found, NINETY)
    assert not has_opioid(found, DateRange(TODAY - 9, TODAY + 1))
    assert has_opioid(history("60", substance=METHADONE), NINETY)
    assert not has_opioid(WEEKLY, NINETY)


@st.composite
def diaries(draw: st.DrawFn) -> History:
    """Several substances over the same days, in stretches of use, none and nothing."""
    found = []
    for one, much in ((DRINKS, "140"), (HEROIN, "1"), (PILL, "1"), (METHADONE, "60")):
        mark = st.sampled_from(["0", ".", much, much])
        runs = draw(st.lists(st.tuples(mark, st.integers(1, 30)), max_size=6))
        spread = [mark for mark, length in runs for _ in range(length)]
        if spread:
            found.append(history(spread[-120:], substance=one))
    nobody = history("", substance=DRINKS)
    return together(*found) if found else nobody


@given(diaries(), st.integers(0, 60), st.integers(1, 60))
def test_no_fact_depends_on_days_after_the_window_and_each_is_told_once(
    found: History, later: int, length: int
) -> None:
    end = TODAY + 1 - later
    window = DateRange(end - length, end)
    every = told(found, window)
    cut = found._replace(
        uses={
            key: {day: one for day, one in days.items() if day < end}
            for key, days in found.uses.items()
        }
    )
    assert every == told(cut, window)
    assert len({(one.kind, one.keys, one.days) for one in every}) == len(every)
    lasting = [(one.kind, one.keys[0]) for one in every if one.kind in {BREAK, RISE}]
    assert len(set(lasting)) == len(lasting)
    begun = [
        (one.keys, one.notice.figures["last"]) for one in every if one.kind is STOP and one.notice
    ]
    assert len(set(begun)) == len(begun)
    assert all(day in window for one in every if one.kind in {RETURN, MIX} for day in one.days)
