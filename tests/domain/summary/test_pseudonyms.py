from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.content.units import catalogue, units
from hrjournal.content.words.lexicon import slang
from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.history import BaselinePin
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
        assert (key, one.unit, one.kind.id) == (one.name.casefold(), "portion", "other")
        assert one.kind.medicine is (one.name == "Substance D")
        assert not one.kind.hard_stop


def test_amounts_of_alcohol_are_so_many_drinks() -> None:
    days = alias().history(FOUND).of("substance a")
    told = [(day.low, day.high, day.unit, day.used) for day in days.values()]
    assert told[:2] == [(2000, 2000, "portion", True), (1000, 3000, "portion", True)]
    assert not told[2][-1]


def test_a_second_unit_stays_apart_from_the_first() -> None:
    found = alias()
    days = found.history(FOUND).of("substance b")
    assert [day.unit for day in days.values()] == ["portion", "portion 2", "portion"]
    said = found.units()
    assert said.say(2000, 2000, "portion 2") == "2 portions of kind 2"
    assert said.say(1000, 1000, "portion") == "1 portion"
    assert said.say(28_000, 28_000, "g_alc") == "2 portions"


def test_the_start_of_a_substance_goes_with_it() -> None:
    starts = alias().history(FOUND).baseline_pins
    assert starts == {"substance c": BaselinePin(doubled=4000, use_days=3, unit="portion")}


@given(st.lists(st.integers(0, 9), min_size=1, max_size=30))
def test_drinks_stay_as_many_as_they_were(counts: list[int]) -> None:
    found = history([str(count) for count in counts], substance=BEER, each=14_000)
    days = (
        Pseudonyms({"alcohol": BEER}, "A", found, DRINK, slang()).history(found).of("substance a")
    )
    assert [day.low for day in days.values()] == [1000 * count for count in counts]


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
        {"unit": "g_alc"},
        {"unit": "portion"},
        {"strategy": "walk"},
    ]


def test_what_a_win_says_beside_it_goes_by_letters_too() -> None:
    (rose,) = alias().wins([win("lighter_week", "coke", rose="my thing", rose_unit="scoop", now=1)])
    assert rose.figures == {"rose": "substance c", "rose_unit": "portion", "now": 1}
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
