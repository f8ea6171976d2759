"""Whatever people write, a viewer of Markdown shows it letter by letter and makes nothing of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from hrjournal.blocks import (
    Block,
    Column,
    DefinitionList,
    Heading,
    ItemList,
    Note,
    Page,
    Table,
    Text,
    Tone,
)
from hrjournal.formats.document.markdown import markdown_text
from hrjournal.formats.document.markdown_escape import escape, escape_line
from hrjournal.sanitize import sanitize
from support.formats.hostile import pages
from support.formats.html_document import Document
from support.formats.nasty import NASTY

VIEWER: Final = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PLACES: Final[dict[str, tuple[Callable[[str], Block], set[str]]]] = {
    "a heading": (Heading, {"h2"}),
    "a paragraph": (Text, {"p", "br"}),
    "a safety note": (lambda text: Note(text, Tone.SAFETY), {"blockquote", "p", "strong"}),
    "a hint": (lambda text: Note(text, Tone.HINT), {"p"}),
    "a fact": (lambda text: DefinitionList(((text, text),)), {"ul", "li", "strong"}),
    "a step": (lambda text: ItemList((text,), numbered=True), {"ol", "li"}),
    "a cell": (
        lambda text: Table((Column(text), Column(text)), ((text, text),), text),
        {"table", "thead", "tbody", "tr", "th", "td", "p", "strong"},
    ),
}
LINKED: Final = re.compile(r"(https?|ftp)://|www\.\w|[\w.+-]@[\w-]+\.\w", re.IGNORECASE)
PIECES: Final = [
    *"\\`*_{}[]()#+-.!|~^$<>&=:/@%?'\"; \n1ab",
    *("http://e.org", "www.e.org", "a@b.co", "1. ", "---", "===", "    ", "<b>", "<!--", "&amp;"),
    *("![x](y)", "[^1]", "```", "~~~", "\u00a0", "javascript:x", "\u0141", "://", "mailto:"),
]
marked: Final = st.lists(st.sampled_from(PIECES), max_size=9).map("".join)


def check_it_stays_text(text: str, place: str) -> None:
    build, frame = PLACES[place]
    written = markdown_text(Page("", (build(text),)))
    document = Document(VIEWER.render(written))
    assert {found.tag for found in document.elements} <= frame | {"code"}
    assert document.strays == []
    lines = sanitize(text, keep_lines=place == "a paragraph")
    assert "".join(lines.split()) in "".join(document.words.split())
    assert LINKED.search(re.sub(r"\\.|`[^`]*`", " ", written)) is None


@pytest.mark.slow
@pytest.mark.parametrize("text", NASTY)
def test_hostile_text_stays_text_in_every_place(text: str) -> None:
    for place in PLACES:
        check_it_stays_text(text, place)


@pytest.mark.slow
@given(text=marked, place=st.sampled_from(sorted(PLACES)))
@settings(max_examples=400)
def test_no_row_of_marks_comes_alive(text: str, place: str) -> None:
    check_it_stays_text(text, place)


@given(page=pages, encoding=st.sampled_from(["utf-8", "ascii", "cp437"]))
@settings(max_examples=60)
def test_no_page_brings_a_tag_or_a_link(page: Page, encoding: str) -> None:
    document = Document(VIEWER.render(markdown_text(page, encoding)))
    assert {found.tag for found in document.elements}.isdisjoint({"a", "img", "script", "em", "s"})
    assert document.strays == []


@pytest.mark.parametrize(
    "text",
    [
        "14 drinks (7 fewer), at 22:30; 2.5 a day",
        "Za\u017c\u00f3\u0142\u0107, 日本語, \u0633\u0644\u0627\u0645 \U0001f44d",
        "Felt good! Why not? 50% done, and/or - well.",
        "hrjournal wins --why 3",
    ],
)
def test_ordinary_words_are_written_as_they_are(text: str) -> None:
    assert escape_line(text) == escape(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a|b", r"a\|b"),
        ("1. first", r"1\. first"),
        ("- point", r"\- point"),
        ("3 < 5 & 7 > 2", "3 &lt; 5 &amp; 7 &gt; 2"),
        ("https://example.org", r"https\://example\.org"),
        ("write sam@example.org", "write `sam@example.org`"),
        ("a@b.co+c@d.co", "`a@b.co+c@d.co`"),
        (":skull:", r"\:skull:"),
    ],
)
def test_what_a_viewer_would_act_on_is_disarmed(text: str, written: str) -> None:
    assert escape_line(text) == written


@pytest.mark.parametrize("text", ["x" * 200_000, "a@" * 50_000, "a." * 50_000, ":" * 99_999])
def test_a_very_long_text_is_written_too(text: str) -> None:
    assert escape(text).replace("\\", "") == text
