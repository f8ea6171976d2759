"""What is said for staying alive and well: complete, without amounts, and never called safe."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from hrjournal.content import safety
from hrjournal.content.loader import HERE
from hrjournal.content.notices import sources
from hrjournal.content.units import catalogue
from hrjournal.domain.knowledge.safety import Passage

CARE = ("breaks", "emergency", "mixing", "notices", "resources", "safer", "steps")
NUMBER = r"(\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|half(?: an?)?)"
UNIT = (
    r"(mg|ml|cl|g|kg|ug|mcg|oz|(milli|micro)?grams?|milliliters?|ounces?|units?|pills?|tablets?"
    r"|capsules?|tabs?|doses?|drops?|lines?|bumps?|hits?|points?|bags?|rocks?|joints?|puffs?"
    r"|shots?|drinks?|beers?|glass(es)?|cups?|cans?|(tea|table)?spoons?|balloons?)"
)
AMOUNT = re.compile(rf"\b{NUMBER}[ -]?{UNIT}\b", re.IGNORECASE)
ALLOWED = {"one shot"}  # naloxone, once, as its label says
SAFE = re.compile(r"\b(safe|safely|unsafe)\b", re.IGNORECASE)
MIXES = ("breaks", "emergency", "mixing", "notices", "safer")  # where words could speak of a mix


UNSAID = {"sources", "url", "phone", "names"}


def texts(facts: Any) -> Iterator[str]:
    if isinstance(facts, str):
        yield facts
        return
    inner: list[Any] = facts if isinstance(facts, list) else []
    if isinstance(facts, dict):
        inner = [value for name, value in facts.items() if name not in UNSAID]
    for value in inner:
        yield from texts(value)


def said(name: str) -> list[str]:
    return list(texts(tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))))


def passages() -> Iterator[tuple[str, Passage]]:
    card = safety.card()
    groups = {
        "card": (*card.calls, card.calling, *card.passages),
        "calling": [safety.calling(country) for country in ("US", "CA", "AU", "GB", "PL")],
        "naloxone": safety.naloxone(),
        "access": [
            safety.naloxone(country)[-2] for country in ("US", "CA", "AU", "GB", "IE", "DE")
        ],
        "friend": safety.friend(),
        "pause": safety.pause(),
        "stop": safety.stop(),
        **{name: one.passages for name, one in safety.responses().items()},
        **{f"kind {name}": guide.passages for name, guide in safety.kinds().items()},
    }
    for name, told in groups.items():
        for passage in told:
            yield f"{name}: {passage.title}", passage


PASSAGES = [pytest.param(passage, id=name) for name, passage in passages()]


@pytest.mark.parametrize("name", CARE)
def test_no_amount_of_a_drug_stands_in_words_of_care(name: str) -> None:
    found = {match[0].lower() for text in said(name) for match in AMOUNT.finditer(text)}
    assert found - ALLOWED == set()


def test_amounts_would_be_found() -> None:
    for text in ("take 10 mg", "0.5ml", "half a pill", "Two drinks", "15 units", "3 lines a night"):
        assert AMOUNT.search(text), text
    for text in ("8 breaths a minute", "2 to 3 minutes", "about 104 F or 40 C", "Test the pill."):
        assert not AMOUNT.search(text), text


@pytest.mark.parametrize("name", MIXES)
def test_no_mix_is_called_safe(name: str) -> None:
    assert [text for text in said(name) if SAFE.search(text)] == []


@pytest.mark.parametrize("passage", PASSAGES)
def test_a_passage_is_whole_sentences_with_an_origin(passage: Passage) -> None:
    assert passage.title
    assert not passage.title.endswith(".")
    assert passage.lines
    for line in passage.lines:
        assert re.search(r"([.?]|hrjournal [a-z ]+)$", line), line
        assert line[0].isupper() or line[0].isdigit(), line
    assert passage.verified == bool(passage.sources)
    assert set(passage.sources) <= sources().keys()
    assert not passage.general or passage.verified


@pytest.mark.parametrize("passage", [one for one in PASSAGES if "card" in str(one.id)])
def test_a_line_of_the_card_fits_a_small_screen_and_needs_no_symbol(passage: Passage) -> None:
    for line in passage.lines:
        assert line.isascii()
        assert len(line) <= 70, line


def test_every_file_was_looked_through() -> None:
    for name in ("emergency", "safer", "breaks"):
        assert safety.reviewed(name) >= date(2026, 11, 23)
    assert safety.card().reviewed == safety.reviewed("emergency")


def test_every_kind_has_its_guide_and_no_other() -> None:
    assert safety.kinds().keys() == catalogue().kinds.keys()
    assert len(safety.kinds()) == 41


def test_every_kind_goes_to_a_kind_of_overdose_that_is_told() -> None:
    assert {guide.response for guide in safety.kinds().values()} == safety.responses().keys()
    opioids = {name for name, guide in safety.kinds().items() if guide.response == "opioid"}
    assert opioids == {
        "heroin",
        "fentanyl",
        "rx_opioids",
        "tramadol",
        "moud",
        "kratom",
        "lean",
        "tranq",
    }
    assert safety.kinds()["ghb"].response == "sedative"


def test_what_is_dangerous_to_stop_has_a_notice_too() -> None:
    dangerous = {name for name, guide in safety.kinds().items() if guide.dangerous_stop}
    noticed = {kind.id for kind in catalogue().kinds.values() if kind.hard_stop}
    assert dangerous == noticed | {"fentanyl"}  # where the supply holds medetomidine


def test_a_kind_that_is_like_another_says_the_same() -> None:
    heroin, fentanyl = safety.kinds()["heroin"], safety.kinds()["fentanyl"]
    assert fentanyl.tolerance == heroin.tolerance
    assert fentanyl.points == heroin.points
    assert fentanyl.much != heroin.much


def test_every_kind_of_overdose_says_how_to_tell_and_what_to_do() -> None:
    for one in safety.responses().values():
        assert any(passage.numbered for passage in one.passages), one.id
        assert not one.passages[0].numbered, one.id
        together = " ".join(line for passage in one.passages for line in passage.lines)
        assert "Call" in together
        assert "naloxone" in together


def test_the_words_of_a_kind_of_overdose_mean_one_thing() -> None:
    words = [word for one in safety.responses().values() for word in (one.id, *one.words)]
    assert len(set(words)) == len(words)


def test_a_break_is_praised_and_warned_of_together() -> None:
    for told in (safety.pause(), *(safety.pause(name) for name in safety.responses())):
        assert "win" in told[0].title
        assert "used to less" in " ".join(told[0].lines)
        assert any("far less than before" in line for passage in told for line in passage.lines)


def test_studies_of_opioids_are_told_with_opioids_alone() -> None:
    assert "What studies found" in {passage.title for passage in safety.pause("opioid")}
    assert "What studies found" not in {passage.title for passage in safety.pause("alcohol")}


def test_where_no_law_is_known_none_is_promised() -> None:
    anywhere = " ".join(safety.calling("PL").lines)
    assert "Many places" in anywhere
    assert safety.calling("US").lines != safety.calling("PL").lines
    for country in ("US", "CA", "AU", "GB", "PL"):
        assert not re.search(r"immun|cannot be|never", " ".join(safety.calling(country).lines))
