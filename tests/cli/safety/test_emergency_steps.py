"""Every step for someone who does not breathe stands on every card, in its order."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]

# What every card says of someone who does not breathe, in the order in which it is done.
STEPS: Final = {
    "call": "call",
    "gasping is not breathing": "gasping is not breathing",
    "unsure is not normal": "treat it as not normal",
    "on the back": "leave them on their back",
    "push": "push hard and fast on the middle of the chest",
    "with breaths, if trained": "30 pushes",
    "on the side once they breathe": "breathe normally, roll them on their side",
}
OPIOID: Final = {
    "call": "call",
    "breathing": "breathe normally?",
    "gasping is not breathing": "gasping is not breathing",
    "unsure is not normal": "treat it as not normal",
    "push": "push hard and fast on the middle of the chest",
    "with breaths, if trained": "30 pushes",
    "alone, without a phone": "alone, with no phone",
    "naloxone beside it": "keep on pushing",
    "side": "breathe normally, roll them on their side. not before",
    "worse again": "worse again?",
    "it wears off": "from 30 minutes on, naloxone can wear off",
}
ANYWHERE: Final = (
    "phone on speaker",
    "aed (a defibrillator)",
    "every 2 to 3 minutes",
    "keep pushing",
    "switch it on",
)
CARDS: Final = ("sos", "safety card")
RESPONSES: Final = ("opioid", "alcohol", "stimulant", "sedative", "other")


@pytest.fixture(autouse=True)
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small screen."""
    monkeypatch.setenv("COLUMNS", "40")


def said(run: Run, words: str) -> str:
    """What a command says, in small letters on one line."""
    return " ".join(run(*words.split()).out.lower().split())


def in_order(told: str, steps: dict[str, str]) -> list[str]:
    """Those of the steps that do not stand behind the one before."""
    missing, at = [], 0
    for name, words in steps.items():
        found = told.find(words, at)
        if found < 0:
            missing.append(name)
        else:
            at = found + 1
    return missing


@pytest.mark.parametrize("words", [*CARDS, "safety overdose opioid", "safety overdose heroin"])
def test_every_step_for_an_opioid_stands_on_the_card_in_its_order(run: Run, words: str) -> None:
    told = said(run, words)
    assert in_order(told, OPIOID) == []
    for one in ANYWHERE:
        assert one in told


@pytest.mark.parametrize("name", RESPONSES)
def test_every_overdose_has_the_line_on_not_breathing_before_the_side(run: Run, name: str) -> None:
    told = said(run, f"safety overdose {name}")
    assert in_order(told, STEPS) == []
    assert "aed (a defibrillator)" in told
    assert "naloxone" in told


def test_a_card_out_of_order_would_be_found() -> None:
    told = " ".join(reversed(STEPS.values()))
    assert in_order(told, STEPS)
    assert in_order(" ".join(STEPS.values()), STEPS) == []


@pytest.mark.parametrize(
    "words",
    [*CARDS, "safety naloxone", "safety", *(f"safety overdose {name}" for name in RESPONSES)],
)
def test_nobody_is_told_to_look_for_a_pulse(run: Run, words: str) -> None:
    assert "pulse" not in said(run, words)


@pytest.mark.parametrize(
    "words",
    [*CARDS, "safety naloxone", *(f"safety overdose {name}" for name in RESPONSES)],
)
def test_the_side_is_never_named_without_the_breathing(run: Run, words: str) -> None:
    sentences = re.split(r"(?<=[.])\s", said(run, words))
    for sentence in sentences:
        if "roll them on their side" in sentence:
            assert re.search(r"breath(e|ing) normally", sentence), sentence


def test_naloxone_stands_beside_the_pushes_and_never_in_their_place(run: Run) -> None:
    told = said(run, "safety naloxone")
    order = {
        "call": "call first, and push on the chest",
        "spray": "one nostril",
        "beside": "naloxone does not take their place",
        "next": "the next spray",
        "side": "once they breathe normally, roll them on their side. not before.",
        "marks": "a prefilled syringe with marks",
        "rounds": "three rounds of 30 pushes and 2 breaths",
        "lasts": "from 30 minutes on, naloxone can wear off",
        "worse": "they get worse again? give the next naloxone at once",
    }
    assert in_order(told, order) == []
    assert "prefilled syringe with marks works again" in said(run, "safety overdose opioid")


@pytest.mark.parametrize("words", [*CARDS, "safety naloxone", "safety overdose opioid"])
def test_one_figure_says_how_long_naloxone_lasts(run: Run, words: str) -> None:
    told = said(run, words)
    assert set(re.findall(r"\b(\d+(?: to \d+)?) minutes", told)) <= {"2", "2 to 3", "30"}


@pytest.mark.parametrize(
    ("country", "words"),
    [
        ("GB", "In the UK, drug services give it out."),
        ("UK", "In the UK, drug services give it out."),
        ("AU", "In Australia it is free, without a prescription"),
        ("IE", "In Ireland"),
        ("DE", "In Germany"),
        ("US", "without a prescription since 2023"),
        ("PL", "Rules differ by country."),
    ],
)
def test_where_naloxone_can_be_had_is_told_for_the_country(
    run: Run, monkeypatch: pytest.MonkeyPatch, country: str, words: str
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    run("config", "country", country)
    assert words in run("safety", "naloxone").out
