"""Every fact that ships has its source and its date, and no word grades a person."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

FILES = (
    "breaks",
    "copings",
    "definitions",
    "drinks",
    "emergency",
    "guides",
    "levels",
    "limits",
    "mixing",
    "notices",
    "reflect",
    "resources",
    "roots",
    "safer",
    "screens/auditc",
    "screens/gad2",
    "screens/phq2",
    "servings",
    "slang",
    "sources",
    "steps",
    "substances",
    "times",
    "triggers",
    "times",
    "countries",
    "units",
    "vocabulary",
    "wins",
)
AVOIDED = re.compile(
    r"\b(clean|dirty|junkie|addict|abuser|relapse\w*|fail\w*|broke|cheat\w*|bad day|only|just"
    r"|must|should)\b",
    re.IGNORECASE,
)
TYPED = {"countries", "servings", "slang", "times", "vocabulary"}  # read and not said
QUOTED = ("Relapse prevention: an overview of Marlatt's cognitive-behavioral model",)
SOURCED = {"sources", "heavy_sources"}


def read(name: str) -> dict[str, Any]:
    written = (
        files("hrjournal.content").joinpath("facts", f"{name}.toml").read_text(encoding="utf-8")
    )
    return tomllib.loads(written)


def tables(facts: object) -> Iterator[dict[str, Any]]:
    if isinstance(facts, dict):
        yield facts
        for inner in facts.values():
            yield from tables(inner)
    elif isinstance(facts, list):
        for inner in facts:
            yield from tables(inner)


def texts(facts: object) -> Iterator[str]:
    if isinstance(facts, str):
        yield facts
    elif isinstance(facts, dict):
        for inner in facts.values():
            yield from texts(inner)
    elif isinstance(facts, list):
        for inner in facts:
            yield from texts(inner)


def cited() -> set[str]:
    return {
        source
        for name in FILES
        for table in tables(read(name))
        for key in SOURCED & table.keys()
        for source in table[key]
    }


def test_every_file_of_facts_is_looked_at_here() -> None:
    folder = Path(str(files("hrjournal.content"))) / "facts"
    found = {path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.toml")}
    assert found == set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_a_file_says_when_it_was_reviewed(name: str) -> None:
    assert read(name)["reviewed"] >= date(2026, 11, 23)


@pytest.mark.parametrize("name", FILES)
def test_a_fact_that_is_verified_says_where(name: str) -> None:
    for table in tables(read(name)):
        if table.get("verified"):
            assert table["sources"], table


@pytest.mark.parametrize("name", FILES)
def test_a_fact_with_sources_says_whether_it_is_verified(name: str) -> None:
    for table in tables(read(name)):
        if "sources" in table:
            assert isinstance(table["verified"], bool), table
            assert table["verified"] == bool(table["sources"]), table


def test_every_source_that_is_cited_is_listed_and_every_listed_one_is_cited() -> None:
    assert cited() == read("sources").keys() - {"reviewed"}


@pytest.mark.parametrize("name", sorted(set(FILES) - TYPED))
def test_no_word_grades_a_person(name: str) -> None:
    for text in texts(read(name)):
        assert text in QUOTED or not AVOIDED.search(text), text


@pytest.mark.parametrize("name", sorted({*FILES} - TYPED - {"sources"}))
def test_words_are_spelled_the_american_way_and_without_shouting(name: str) -> None:
    british = re.compile(r"\b(fibre|colour|grey|behaviour|practis\w+|organis\w+|recognis\w+)\b")
    for text in texts(read(name)):
        assert "!" not in text, text
        assert not british.search(text), text


def test_a_notice_names_no_phone_number_and_no_dose() -> None:
    for text in texts({k: v for k, v in read("notices").items() if k not in {"rules", "stops"}}):
        assert not re.search(r"\d", text) or re.fullmatch(r"[a-z_0-9]+", text), text
