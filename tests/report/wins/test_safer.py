from __future__ import annotations

import pytest

from hrjournal.domain.entries.entry import Entry, EntryType
from hrjournal.domain.win import Grade
from support.builders import CANNABIS, HEROIN, METHADONE, TODAY, entry, history, together
from support.report.finding import at_once, rules, wins

KEY = {"substance": "heroin"}


def use(clock: str = "20:00", **fields: object) -> Entry:
    return entry(EntryType.USE, TODAY, clock, **{**KEY, **fields})


def step(*words: str) -> Entry:
    return entry(EntryType.STEP, steps=words)


@pytest.mark.parametrize(
    ("word", "rule"),
    [
        ("carried-naloxone", "naloxone"),
        ("not-alone", "not_alone"),
        ("tested", "tested"),
        ("small-first", "small_first"),
        ("new-equipment", "sterile"),
        ("lower-risk-route", "lower_risk_route"),
        ("one-at-a-time", "one_at_a_time"),
        ("measured", "measured"),
        ("counted", "counted"),
        ("set-limit", "set_limit"),
        ("waited", "waited"),
        ("safe-way-home", "safe_way_home"),
        ("water", "water"),
        ("cooled-down", "cooled_down"),
        ("rested", "rested"),
        ("asked-for-help", "asked_help"),
        ("alcohol-free", "alcohol_free"),
        ("took-treatment", "treatment"),
    ],
)
def test_a_step_counts_by_itself_or_beside_a_use_and_at_once(word: str, rule: str) -> None:
    alone = history(".", substance=HEROIN, records=[step(word)])
    beside = history("1", substance=HEROIN, records=[use(steps=(word,))])
    assert rule in at_once(alone)
    assert rule in at_once(beside)
    assert rule not in at_once(history("1", substance=HEROIN, records=[use(steps=("ate",))]))


@pytest.mark.parametrize(
    ("records", "fires"),
    [
        ([use(company="friend"), use(company="partner")], True),
        ([use(company="friend"), use(company="alone")], False),
        ([use(company="friend"), use()], False),
        ([use(company="friend"), use(), step("not-alone")], True),
        ([use(company="alone"), use(), step("not-alone")], False),
        ([use(company="alone", steps=("not-alone",)), use(company="friend")], True),
        ([use(company="friend")], False),  # the other use is not told
    ],
)
def test_someone_was_there_at_every_use(records: list[Entry], fires: bool) -> None:
    now = history("2@20:00-21:00", substance=HEROIN, records=records)
    assert ("not_alone" in at_once(now)) == fires


def test_a_treatment_taken_alone_is_no_use_alone() -> None:
    now = together(
        history("1@20:00", substance=HEROIN, records=[use(company="friend")]),
        history(
            "60@09:00",
            substance=METHADONE,
            records=[entry(EntryType.USE, TODAY, "09:00", substance="methadone", company="alone")],
        ),
    )
    assert "not_alone" in at_once(now)


@pytest.mark.parametrize(
    ("records", "fires"),
    [
        ([use(route="injected", steps=("new-equipment",))], True),
        ([use(route="injected", steps=("new-equipment",)), use(route="smoked")], False),
        ([use(route="injected", steps=("new-equipment",)), use(route="oral")], True),
        ([use(route="injected"), step("new-equipment")], True),
        ([use(route="injected")], False),
    ],
)
def test_new_equipment_for_every_use_that_needs_it(records: list[Entry], fires: bool) -> None:
    now = history("2@20:00-21:00", substance=HEROIN, records=records)
    assert ("sterile" in at_once(now)) == fires


@pytest.mark.parametrize(
    ("before", "today", "fires"),
    [
        (["injected"] * 5, ["smoked"], True),
        (["smoked"] * 5, ["snorted"], True),
        (["snorted"] * 5, ["oral"], True),
        (["smoked"] * 5, ["smoked"], False),
        (["smoked"] * 5, ["injected"], False),
        (["injected"] * 4, ["smoked"], False),  # 4 use days before
        (["injected"] * 5, ["smoked", "injected"], False),  # the riskiest of the day counts
        (["injected"] * 5, ["smoked", "patch"], False),  # a route without a rank
        (["oral", "oral", "oral", "injected", "injected"], ["oral"], False),
        (["oral", "oral", "injected", "injected", "injected"], ["smoked"], True),
    ],
)
def test_a_lower_risk_route_than_usual(before: list[str], today: list[str], fires: bool) -> None:
    past = [
        entry(EntryType.USE, TODAY - 1 - back, **KEY, route=route)
        for back, route in enumerate(before)
    ]
    now = [use(f"2{hour}:00", route=route) for hour, route in enumerate(today)]
    mark = "1@20:00-21:00" if len(today) == 2 else "1@20:00"
    journal = history(f"1*{len(before)} {mark}", substance=HEROIN, records=[*past, *now])
    assert ("safer_route" in at_once(journal)) == fires


def test_a_use_that_is_not_told_may_have_been_by_another_route() -> None:
    past = [entry(EntryType.USE, TODAY - back, **KEY, route="injected") for back in range(1, 6)]
    journal = history("1*5 2@20:00-21:00", substance=HEROIN, records=[*past, use(route="smoked")])
    assert "safer_route" not in at_once(journal)


@pytest.mark.parametrize(
    ("marks", "records", "fires"),
    [
        ("1 0*3 1", [use(steps=("small-first",))], True),
        ("1 0*3 1", [use(company="friend")], True),
        ("1 0*3 1", [use(), step("carried-naloxone")], True),
        ("1 0*2 1", [use(steps=("small-first",))], False),
        ("1 0*3 1 1", [use(steps=("small-first",))], False),
        ("1 0*3 1", [use(company="alone")], False),
        ("1 0*3 0", [step("small-first")], False),
        ("0*3 1", [use(steps=("small-first",))], False),  # no use is known before
    ],
)
def test_care_on_the_return_after_days_without(
    marks: str, records: list[Entry], fires: bool
) -> None:
    assert ("safe_return" in at_once(history(marks, substance=HEROIN, records=records))) == fires


def test_a_safer_return_is_about_opioids() -> None:
    careful = entry(EntryType.USE, TODAY, substance="cannabis", steps=("small-first",))
    assert "safe_return" not in rules(history("1 0*3 1", substance=CANNABIS, records=[careful]))


def test_a_step_is_one_win_however_often_it_was_taken() -> None:
    twice = [use(steps=("tested",)), use(steps=("tested",)), step("tested")]
    assert len(wins(history("2", substance=HEROIN, records=twice), "tested")) == 1


def test_a_medicine_written_down_is_treatment_taken() -> None:
    (taken,) = wins(history("60", substance=METHADONE))
    assert (taken.rule, taken.substance, taken.grade) == ("treatment", "methadone", Grade.DID)
    assert not rules(history("0", substance=METHADONE))


def test_what_is_done_without_a_step_is_no_win() -> None:
    assert not at_once(history("2 0 3 0", substance=CANNABIS))
    assert not at_once(history(".", records=[entry(EntryType.CHECKIN, mood=6)]))
