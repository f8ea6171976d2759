"""Whatever people write, a document holds the tags of its page and their words as words."""

from __future__ import annotations

import re
from typing import Final

import pytest
from hypothesis import given, settings

from hrjournal.blocks import (
    Block,
    CalendarGrid,
    CalendarGridDay,
    Column,
    DefinitionList,
    Heading,
    ItemList,
    Mark,
    Note,
    Page,
    Sparkline,
    Table,
    Text,
    Tone,
    WeekChart,
    WeekDays,
    WeekLine,
    WeekPoint,
)
from hrjournal.formats.document.html import html_text
from hrjournal.sanitize import sanitize
from support.formats.hostile import FORBIDDEN, pages
from support.formats.html_document import Document
from support.formats.nasty import NASTY
from support.formats.sample_page import PAGE

TAGS: Final = {
    *("html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "br", "strong"),
    *("bdi", "span", "ul", "ol", "li", "dl", "div", "dt", "dd", "table", "caption", "thead"),
    *("tbody", "tr", "th", "td", "b", "svg", "rect", "path", "circle"),
    *("details", "summary", "input", "label"),  # what folds away on a phone
}
ATTRIBUTES: Final = {
    *("lang", "charset", "http-equiv", "name", "content", "class", "dir", "scope", "tabindex"),
    *("role", "aria-label", "aria-hidden", "viewbox", "preserveaspectratio", "width", "height"),
    *("d", "cx", "cy", "r", "colspan", "rowspan", "data-label", "type", "id", "for"),
}
OF_THE_PAGE: Final = {"aria-label", "content", "data-label"}  # these may hold words of the page
VALUES: Final = re.compile(r"[\w .%-]*")
SCHEMES: Final = ("http", "src=", "href", "url(", "@import", "<script", "onload")


def strings(block: Block) -> list[str]:
    """Every text of a block that is always shown."""
    match block:
        case Table():
            cells = [cell for row in block.rows for cell in row]
            return [block.title, *(cell for cell in cells if isinstance(cell, str))]
        case WeekChart() | CalendarGrid():
            return [block.title, *block.heads]
        case DefinitionList():
            return [text for row in block.rows for text in row]
        case ItemList():
            return list(block.items)
        case Sparkline():
            return [block.name, block.words]
        case _:
            return [block.text]


def every_block(text: str) -> Page:
    """A page that says this in every place where something can be said."""
    day = CalendarGridDay(5, Mark.SOME, 2, event=True, words=text, figure=text, session=True)
    point = WeekPoint(0.5, text)
    return Page(
        text,
        (
            Heading(text),
            Text(text),
            *(Note(text, tone) for tone in Tone),
            DefinitionList(((text, text),)),
            ItemList((text, text), numbered=True),
            Table((Column(text), Column(text, right=True)), ((text, text),), text),
            Sparkline(text, (0.5, None), text),
            CalendarGrid(text, (text,) * 7, ((day,) * 7,)),
            WeekChart(
                text,
                (text,) * 2,
                (text,) * 7,
                (WeekDays(text, ((day,) * 2,) * 7),),
                (WeekLine(text, (point, point), text),),
            ),
        ),
    )


def check_nothing_came_of_words(document: Document) -> None:
    assert {found.tag for found in document.elements} <= TAGS
    assert {name for found in document.elements for name in found.attributes} <= ATTRIBUTES
    assert document.strays == []
    for found in document.elements:
        for name in found.attributes.keys() - OF_THE_PAGE:
            assert VALUES.fullmatch(found.attributes[name] or "")


@given(page=pages)
@settings(max_examples=80)
@pytest.mark.slow
def test_no_tag_and_no_attribute_comes_of_what_people_write(page: Page) -> None:
    document = Document(html_text(page))
    check_nothing_came_of_words(document)
    assert set("".join(document.pieces)) & FORBIDDEN <= {"\n"}


@pytest.mark.slow
@pytest.mark.parametrize("text", NASTY)
def test_hostile_text_is_shown_as_it_is_in_every_place(text: str) -> None:
    document = Document(html_text(every_block(text)))
    check_nothing_came_of_words(document)
    shown = " ".join(sanitize(text).split())
    if shown:
        assert document.words.count(shown) >= 18


@given(page=pages)
@settings(max_examples=60)
@pytest.mark.slow
def test_every_word_of_the_page_is_in_the_document(page: Page) -> None:
    words = Document(html_text(page)).words
    for block in page.blocks:
        for text in strings(block):
            for line in sanitize(text, keep_lines=isinstance(block, Text)).split("\n"):
                assert " ".join(line.split()) in words


def test_nothing_in_the_document_leads_elsewhere() -> None:
    text = html_text(PAGE).replace("http-equiv", "").casefold()
    assert [scheme for scheme in SCHEMES if scheme in text] == []
    assert "style=" not in text
    assert "<!--" not in text
