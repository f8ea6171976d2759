from __future__ import annotations

import pytest

from hrjournal.domain.entries.entry import Entry, EntryType, Outcome
from hrjournal.domain.win import Grade, WinGroup, WinMeasure
from support.builders import CANNABIS, COCAINE, METHADONE, TODAY, entry, history, together
from support.report.finding import at_once, rules, wins


def urge(day: int = TODAY, clock: str = "18:00", **fields: object) -> Entry:
    return entry(EntryType.URGE, day, clock, **fields)


@pytest.mark.parametrize(
    ("outcome", "rule"),
    [
        (Outcome.RODE_OUT, "rode"),
        (Outcome.DELAYED, "urge_later"),
        (Outcome.LESS, "urge_less"),
        (Outcome.USED, "strategy"),
        (None, "strategy"),
    ],
)
def test_an_urge_is_one_fact_that_says_what_was_tried(outcome: Outcome | None, rule: str) -> None:
    tried = urge(urge=7, copings=("walk", "music"), outcome=outcome)
    (win,) = wins(history(".", records=[tried]))
    assert (win.rule, win.figures["strategy"]) == (rule, "walk, music")


@pytest.mark.parametrize(
    ("clock", "outcome", "fires"),
    [
        ("20:01", Outcome.RODE_OUT, True),
        ("20:00", Outcome.RODE_OUT, False),  # within two hours after it
        ("18:00", Outcome.RODE_OUT, False),
        ("17:59", Outcome.RODE_OUT, True),
        ("23:00", Outcome.DELAYED, False),
        ("23:00", Outcome.USED, False),
        ("23:00", None, False),
    ],
)
def test_an_urge_that_passed(clock: str, outcome: Outcome | None, fires: bool) -> None:
    records = [
        urge(urge=7, outcome=outcome, substance="cannabis"),
        entry(EntryType.USE, TODAY, clock, substance="cannabis"),
    ]
    now = history(f"1@{clock}", substance=CANNABIS, records=records)
    assert ("rode" in at_once(now)) == fires


def test_use_of_another_substance_or_a_treatment_does_not_undo_an_urge_that_passed() -> None:
    passed = urge(urge=7, outcome=Outcome.RODE_OUT, substance="cannabis")
    other = entry(EntryType.USE, TODAY, "18:30", substance="cocaine")
    dose = entry(EntryType.USE, TODAY, "18:30", substance="methadone")
    now = together(
        history("0", substance=CANNABIS, records=[passed]),
        history("1@18:30", substance=COCAINE, records=[other]),
        history("60@18:30", substance=METHADONE, records=[dose]),
    )
    assert [win.substance for win in wins(now, "rode")] == ["cannabis"]
    unnamed = urge(urge=7, outcome=Outcome.RODE_OUT)
    assert not wins(history("1@18:30", substance=COCAINE, records=[unnamed, other]), "rode")
    assert wins(history("60@18:30", substance=METHADONE, records=[unnamed, dose]), "rode")


@pytest.mark.parametrize(("before", "after", "fires"), [(7, 6, True), (7, 7, False), (6, 7, False)])
def test_an_urge_that_eased(before: int, after: int, fires: bool) -> None:
    now = history(".", records=[urge(urge=before, urge_after=after), urge(urge=9)])
    assert ("urge_eased" in at_once(now)) == fires


def test_an_urge_that_eased_by_use_is_no_win() -> None:
    used = urge(urge=8, urge_after=2, outcome=Outcome.USED)
    assert not at_once(history("1", substance=CANNABIS, records=[used]))
    assert at_once(history(".", records=[used.replace(copings=("walk",))])) == {"strategy"}


def test_of_several_urges_that_eased_the_one_that_eased_most_is_told() -> None:
    eased = [urge(urge=7, urge_after=5), urge(urge=9, urge_after=6), urge(urge=4, urge_after=3)]
    (win,) = wins(history(".", records=eased))
    assert (win.figures["then"], win.figures["now"], win.figures["urges"]) == (9, 6, 3)


def test_how_far_it_eased_goes_along_with_an_urge_that_passed() -> None:
    passed = urge(urge=7, urge_after=2, outcome=Outcome.RODE_OUT)
    (win,) = wins(history(".", records=[passed]))
    assert (win.rule, win.figures) == ("rode", {"urges": 1, "now": 2, "then": 7})


def test_urges_that_turned_out_in_several_ways_are_several_facts() -> None:
    urges = [
        urge(urge=7, outcome=Outcome.RODE_OUT, copings=("walk",), substance="cannabis"),
        urge(urge=5, outcome=Outcome.RODE_OUT, copings=("tea", "walk"), substance="cocaine"),
        urge(urge=5, outcome=Outcome.LESS),
        urge(urge=5, outcome=Outcome.USED, copings=("music",)),
    ]
    found = {win.rule: win for win in wins(history("0", substance=CANNABIS, records=urges))}
    assert set(found) == {"rode", "urge_less", "strategy"}
    assert found["rode"].figures == {"urges": 2, "strategy": "walk, tea"}
    assert found["rode"].substance is None  # they were about two things


@pytest.mark.parametrize(
    ("outcome", "rule"),
    [
        (Outcome.RODE_OUT, {"rode"}),
        (Outcome.DELAYED, {"urge_later"}),
        (Outcome.LESS, {"urge_less"}),
        (Outcome.USED, set()),
        (None, set()),
    ],
)
def test_how_an_urge_turned_out(outcome: Outcome | None, rule: set[str]) -> None:
    assert at_once(history(".", records=[urge(urge=7, outcome=outcome)])) == rule


def test_an_urge_that_was_answered_is_an_act() -> None:
    passed = [urge(urge=7, outcome=Outcome.RODE_OUT), urge(urge=5, outcome=Outcome.RODE_OUT)]
    (win,) = wins(history(".", records=passed))
    assert (win.rule, win.grade, win.group, win.measure) == (
        "rode",
        Grade.DID,
        WinGroup.URGES,
        WinMeasure.URGE,
    )
    assert (win.figures, win.chance) == ({"urges": 2}, 0)
    assert rules(history(".", records=passed)) == at_once(history(".", records=passed))
