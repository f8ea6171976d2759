from __future__ import annotations

import re
from xml.parsers import expat

import pytest

from hrjournal.blocks import Page, Text
from hrjournal.formats.terminal.picture import svg
from support.formats.sample_page import PAGE


def read(picture: str) -> str:
    """The words of a picture; an error where it is not well-formed."""
    words: list[str] = []
    parser = expat.ParserCreate()
    parser.CharacterDataHandler = words.append
    parser.Parse(picture, True)
    return "".join(words)


def test_the_same_page_is_the_same_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    first = svg(PAGE)
    for name, value in (("NO_COLOR", "1"), ("TERM", "dumb"), ("COLUMNS", "40")):
        monkeypatch.setenv(name, value)
    assert svg(PAGE) == first


def test_a_picture_is_well_formed_and_loads_nothing() -> None:
    picture = svg(PAGE, 82)
    assert "Your last eight weeks".replace(" ", "\u00a0") in read(picture)
    assert re.findall(r"https?://[^\"]*", picture) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"<script|<image|@import|@font-face|href", picture)


def test_words_in_a_picture_are_words() -> None:
    text = "<b>&amp; \x1b[31m</b> {width}"
    shown = read(svg(Page("", (Text(text),))))
    assert "<b>&amp;\u00a0\u00b7[31m</b>\u00a0{width}" in shown
