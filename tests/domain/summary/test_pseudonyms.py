from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from hrjournal.content.units import catalogue, units
from hrjournal.content.words.lexicon import slang
from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.history import BaselinePin, History
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from hrjournal.domain.substances.substance import Substance
from hrjournal.domain.summary.pseudonyms import Pseudonyms
from hrjournal.domain.win import Grade, Win, WinGroup, WinMeasure
from support.builders import ALCOHOL, CANNABIS, COCAINE, METHADONE, TODAY, entry, history, together

DRINK = units("US").drink
BEER = Substance("alcohol", "Beer", catalogue().kind("alcohol"), "g_alc", 1)
COKE = Substance("coke", "Coke", catalogue().kind("cocaine"), "line", 2)
OWN = Substance("my thing", "My thing", COCAINE.kind._replace(id="other"), "scoop", 3)
FOUND = together(
    history("2 1-3 0", substance=BEER, each=14_000),
    history("4 2bag 1", substance=COKE),
    history("1", substance=OWN, start=BaselinePin(doubled=4000, use_days=3, unit="scoop")),
    history("40", substance=METHADONE),
)


def alias() -> Pseudonyms:
    known = {one.key: one for one in (BEER, COKE, OWN, METHADONE)}
    return Pseudonyms(known, "ABCD", FOUND, DRINK, slang())


def test_substances_go_by_letters_in_their_order() -> None:
    names = [one.name for one in alias().history(FOUND).substances.values()]
    assert names == ["Substance A", "Substance B", "Substance C", "Substance D"]


def test_nothing_of_a_substance_is_left_but_whether_it_is_a_treatment() -> None:
    for key, one in alias().history(FOUND).substances.items():
        assert (key, one.unit, one.kind.id) == (one.name.casefold(), "usual", "other")
        assert one.kind.medicine is (one.name == "Substance D")
        assert not one.kind.hard_stop


def test_on_the_scale_of_the_person_a_usual_day_of_use_is_one() -> None:
    days = alias().history(FOUND).of("substance a")
    told = [(day.low, day.high, day.unit, day.used) for day in days.values()]
    assert told[:2] == [(1000, 1000, "usual", True), (500, 1500, "usual", True)]
    assert not told[2][-1]


def test_a_second_unit_stays_apart_from_the_first() -> None:
    found = alias()
    days = found.history(FOUND).of("substance b")
    assert [day.unit for day in days.values()] == ["usual", "usual 2", "usual"]
    said = found.units()
    assert said.say(2000, 2000, "usual 2") == "2 x usual of kind 2"
    assert said.say(1000, 1000, "usual") == "1 x usual"
    assert "drink" not in said.say(28_000, 28_000, "g_alc")


def test_the_start_of_a_substance_goes_with_it() -> None:
    starts = alias().history(FOUND).baseline_pins
    assert starts == {"substance c": BaselinePin(doubled=4000, use_days=3, unit="usual")}


def hidden(found: History) -> History:
    return Pseudonyms({"alcohol": BEER}, "A", found, DRINK, slang()).history(found)


@given(st.lists(st.integers(0, 9), min_size=1, max_size=30))
def test_the_middle_of_the_days_of_use_is_one_and_the_others_beside_it(counts: list[int]) -> None:
    days = hidden(history([str(count) for count in counts], substance=BEER, each=14_000))
    used = sorted(count for count in counts if count)
    told = [day.low for day in days.of("substance a").values()]
    if not used:
        assert told == [0] * len(counts)
        return
    usual = used[len(used) // 2]
    assert sorted(told)[len(counts) - len(used) + len(used) // 2] == 1000
    assert all(
        abs(one - Fraction(1000 * count, usual)) <= Fraction(1, 2)
        for one, count in zip(told, counts, strict=True)
    )


MARKS = st.lists(st.sampled_from(["0", ".", "?", "1", "2-4", "5", "3mg", "2+?"]), max_size=30)


@given(MARKS, st.integers(2, 9))
def test_nothing_tells_how_much_it_was(marks: list[str], times: int) -> None:
    """Whoever used so many times as much has the very same page."""
    start = BaselinePin(doubled=4000, use_days=3, unit="g_alc")
    less = history(marks, substance=BEER, each=1000, start=start)
    more = history(
        marks, substance=BEER, each=1000 * times, start=start._replace(doubled=4000 * times)
    )
    assume(any(mark in {"1", "2-4", "5"} for mark in marks))  # else nothing is known to be usual
    assert hidden(less) == hidden(more)


@pytest.mark.parametrize("times", [1, 7])
def test_nor_does_a_unit_that_stands_beside_another_alone(times: int) -> None:
    """Of a unit that no day has by itself, there is no usual day; so its amount is not told."""
    days = history("2 2", substance=COKE).of("coke")
    mixed = days[TODAY]._replace(others=(("bag", 3000 * times, 3000 * times),))
    found = history("2 2", substance=COKE)._replace(
        uses={"coke": {TODAY - 1: days[TODAY - 1], TODAY: mixed}}
    )
    told = Pseudonyms({"coke": COKE}, "A", found, DRINK, slang()).history(found)
    ((_, low, high),) = told.of("substance a")[TODAY].others
    assert (low, high) != (3000 * times, 3000 * times)


def test_nor_does_a_start_in_another_unit() -> None:
    start = BaselinePin(doubled=16_000, use_days=7, unit="bag")
    found = history("2 2", substance=COKE, start=start)
    told = Pseudonyms({"coke": COKE}, "A", found, DRINK, slang()).history(found)
    assert told.baseline_pins["substance a"].doubled != 16_000


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("I drink Beers at home", "I Substance A Substance A at home"),
        ("COKE, and my-thing.", "Substance B, and Substance C."),
        ("Less alcohol; no cocaine", "Less Substance A; no Substance B"),
        ("two lines of charlie", "two Substance B of Substance B"),
        ("cokehead, online, a beerless alcoholism", "cokehead, online, a beerless alcoholism"),
        ("Nothing of it: zażółć, \u65e5\u672c", "Nothing of it: zażółć, \u65e5\u672c"),
    ],
)
def test_words_hold_letters_in_place_of_names(words: str, said: str) -> None:
    assert alias().words(words) == said


def test_a_short_word_that_names_a_substance_is_left_out() -> None:
    words = ("stress", "saw-coke", "work-drinks", "carried-naloxone", "water")
    told = entry(
        EntryType.USE,
        substance="coke",
        triggers=words,
        steps=words,
        copings=words,
        note="Coke",
        company="beer friends",
    )
    found = alias().history(FOUND._replace(records={TODAY: (told,)})).records[TODAY][0]
    assert {found.triggers, found.steps, found.copings} == {("stress", "water")}
    assert found.company is None
    assert (found.note, found.substance, found.amount) == ("Substance B", "substance b", None)


def test_what_was_kept_names_no_substance() -> None:
    kept = Keepsake(
        KeepsakeType.RULER, entry(EntryType.NONE).moment, subject="beer", text="my thing"
    )
    found = alias().kept(kept.replace(more={"about": "coke", "why": "the coke"}))
    assert (found.subject, found.text) == ("Substance A", "Substance C")
    assert found.more == {"about": "substance b", "why": "the Substance B"}


def win(rule: str, substance: str | None = "alcohol", **figures: Any) -> Win:
    return Win(
        rule,
        TODAY,
        Grade.HAPPENED,
        WinGroup.LESS,
        WinMeasure.AMOUNT,
        substance,
        figures=figures,
    )


def test_a_win_that_tells_of_what_it_was_stays_at_home() -> None:
    given = [
        win("lighter_week", unit="g_alc"),
        win("lighter_week", "coke", unit="line"),
        win("clearly_fewer_heavy_days"),
        win("alcohol_free", None),
        win("naloxone", None),
        win("strategy", None, strategy="walk, no-beer"),
        win("strategy", None, strategy="walk"),
        win("lighter_week", "gone"),
    ]
    found = alias().wins(given)
    assert [one.substance for one in found] == ["substance a", "substance b", None]
    assert [one.rule for one in found] == ["lighter_week", "lighter_week", "strategy"]
    assert [one.figures for one in found] == [
        {"unit": "usual"},
        {"unit": "usual"},
        {"strategy": "walk"},
    ]


def test_what_a_win_says_beside_it_goes_by_letters_too() -> None:
    (rose,) = alias().wins([win("lighter_week", "coke", rose="my thing", rose_unit="scoop", now=1)])
    assert rose.figures == {"rose": "substance c", "rose_unit": "usual", "now": 1}
    figures: dict[str, Any] = {
        "unit": "g_alc",
        "now": 14_000,
        "then": 42_000,
        "start": 56_000,
        "then_days": 28,
    }
    (less,) = alias().wins([win("lighter_week", **figures)])
    assert less.figures == {"unit": "usual", "now": 500, "then": 1500, "start": 2000} | {
        "then_days": 28
    }
    beside: dict[str, Any] = {
        "rose": "my thing",
        "rose_unit": "scoop",
        "rose_now": 3000,
        "rose_then": 500,
    }
    (more_of,) = alias().wins([win("lighter_week", "coke", unit="line", now=2000, **beside)])
    assert more_of.figures["rose_now"] == 3000  # a usual day of it is one scoop
    assert more_of.figures["rose_then"] == 500
    more: dict[str, Any] = {"also": "heavy_days largest", "levels": 1, "opioid_break": 4, "now": 2}
    (clear,) = alias().wins([win("clearly_less", **more)])
    assert clear.figures == {"also": "largest", "now": 2}


def test_without_a_substance_words_stay_as_they_are() -> None:
    nothing = history("", substance=ALCOHOL)._replace(substances={}, uses={})
    assert Pseudonyms({}, "", nothing, DRINK, slang()).words("beer and coke") == "beer and coke"


def test_a_substance_that_is_not_there_has_no_letter_in_the_history() -> None:
    known = {one.key: one for one in (ALCOHOL, CANNABIS)}
    found = history("1", substance=CANNABIS)
    there = Pseudonyms(known, "AB", found, DRINK, slang()).history(found).substances
    assert [one.name for one in there.values()] == ["Substance B"]
