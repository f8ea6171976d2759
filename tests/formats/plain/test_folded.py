from __future__ import annotations

import fcntl
import io
import os
import pty
import struct
import termios

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hrjournal.blocks import Heading, ItemList, Page, Text
from hrjournal.formats.plain import folded
from hrjournal.formats.plain.lines import lines

WORDS = some.lists(some.text("abcdé.", min_size=1, max_size=14), min_size=1, max_size=30)


def drawn(page: Page, encoding: str = "utf-8") -> list[str]:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding, newline="\n")
    folded.show(page, stream)
    stream.flush()
    return raw.getvalue().decode(encoding).splitlines()


@given(WORDS, some.integers(20, 90))
def test_no_word_is_lost_and_no_line_is_wider_than_the_screen(words: list[str], width: int) -> None:
    page = Page("", (Text(" ".join(words)), ItemList((" ".join(words),), numbered=True)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", str(width))
        found = drawn(page)
    assert " ".join(found).split() == [*words, "1.", *words]
    assert max(map(len, found)) <= width


def test_the_further_lines_of_a_step_stand_under_its_first_word(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    steps = tuple("Shout at them loudly now." for _ in range(10))
    found = drawn(Page("Title", (Heading("Steps"), ItemList(steps, numbered=True))))
    assert found[:5] == ["Title", "", "Steps", "1. Shout at them", "   loudly now."]
    assert found[-2:] == ["10. Shout at them", "    loudly now."]


def test_it_says_what_plain_lines_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    page = Page("Title", (Text("One.\nTwo."), Heading("More"), ItemList(("a", "b"))))
    assert drawn(page) == list(lines(page))


@pytest.mark.parametrize("columns", ["", "wide", "-5", "²"])
def test_a_width_that_is_none_is_80(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert max(map(len, drawn(Page("", (Text("word " * 40),))))) == 79


def test_a_very_narrow_screen_is_taken_as_20(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "3")
    assert drawn(Page("", (Text("one two three four five six"),)))[0] == "one two three four"


def test_what_an_encoding_lacks_is_said_with_what_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert drawn(Page("", (Text("a \N{EN DASH} b\x1b[31m"),)), "ascii") == ["a - b.[31m"]


def test_the_width_of_a_screen_is_asked_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    mine, its = pty.openpty()
    try:
        fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 30, 0, 0))
        with os.fdopen(its, "w", encoding="utf-8") as screen:
            folded.show(Page("", (Text("word " * 20),)), screen)
            screen.flush()
            shown = os.read(mine, 4096).decode()
    finally:
        os.close(mine)
    assert max(map(len, shown.splitlines())) == 29
