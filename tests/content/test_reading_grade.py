"""Words for a hard night read easily: each text of care has a grade of 8 or less."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

from content.test_notices import grade
from hrjournal.content.loader import HERE

SPOKEN = {
    "breaks": {"lines", "general"},
    "emergency": {"lines", "general", "tell"},
    "guides": {"text"},
    "mixing": {"text", "note", "reasons"},
    "notices": {"lines"},
    "resources": {"lines", "caution"},
    "safer": {"lines", "general"},
    "screens/auditc": {"support", "about"},
    "screens/gad2": {"support", "about"},
    "screens/phq2": {"support", "about"},
    "steps": {"caution"},
    "wins": {"why"},
}


def spoken(facts: Any, keys: set[str], place: str) -> Iterator[tuple[str, str]]:
    """Each text that speaks to a person, with its place; the lines of a list are one text."""
    if not isinstance(facts, dict):
        inner = [("", one) for one in facts] if isinstance(facts, list) else []
    else:
        inner = list(facts.items())
    for name, value in inner:
        where = f"{place} {name}".strip()
        if name in keys and isinstance(value, str):
            yield where, value
        elif name in keys and isinstance(value, list) and isinstance(value[0], str):
            yield where, " ".join(value)
        elif name in keys and name == "reasons":
            yield from ((f"{where} {one}", text) for one, text in value.items())
        else:
            yield from spoken(value, keys, where)


TEXTS = [
    (f"{name}: {place}", text)
    for name, keys in SPOKEN.items()
    for place, text in spoken(
        tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8")), keys, ""
    )
    if "items" not in place.split()  # the items of a screen stand word for word
]


def test_every_file_has_its_say() -> None:
    assert {place.partition(":")[0] for place, _ in TEXTS} == set(SPOKEN)
    assert len(TEXTS) > 250


def test_every_text_of_care_is_easy_to_read() -> None:
    grades = [(place, grade(text.replace("?", "."))) for place, text in TEXTS]
    assert [found for found in grades if found[1] > 8] == []
