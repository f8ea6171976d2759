from __future__ import annotations

import io
import re
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256

import pytest

from hrjournal.blocks import (
    Bar,
    Block,
    CalendarGrid,
    CalendarGridDay,
    Column,
    ItemList,
    Mark,
    Note,
    Page,
    Sparkline,
    Table,
    Text,
    Tone,
)
from hrjournal.formats import Form, file_bytes, write
from hrjournal.formats.document.html import html_text
from support.formats.html_document import Document
from support.formats.sample_page import PAGE


def drawn(*blocks: Block, title: str = "Page") -> Document:
    return Document(html_text(Page(title, blocks)))


def test_the_whole_page_is_as_approved(approved: Callable[[str, str], None]) -> None:
    approved("formats/page.html", html_text(PAGE))


def test_the_same_page_is_the_same_document() -> None:
    assert html_text(PAGE) == html_text(PAGE)


def test_the_policy_lets_nothing_in_and_the_style_is_the_one_it_names() -> None:
    document = drawn()
    policy = next(
        found["content"] or ""
        for found in document.all("meta")
        if found.get("http-equiv") == "Content-Security-Policy"
    )
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    digest = b64encode(sha256(document.style.encode()).digest()).decode()
    assert rules == {
        "default-src": "'none'",
        "style-src": f"'sha256-{digest}'",
        "img-src": "'none'",
        "script-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def test_the_document_tells_nobody_where_it_came_from() -> None:
    metas = {found.get("name"): found.get("content") for found in drawn().all("meta")}
    del metas[None]  # the letters it is written in, and its policy
    assert metas == {
        "viewport": "width=device-width, initial-scale=1",
        "referrer": "no-referrer",
        "robots": "noindex, nofollow",
        "color-scheme": "light dark",
    }


def test_the_name_of_the_document_is_the_title_of_the_page() -> None:
    words = html_text(Page("Seven <days>", ()))
    assert "<title>Seven &lt;days&gt;</title>" in words
    assert '<h1 dir="auto">Seven &lt;days&gt;</h1>' in words


def test_a_page_without_a_title_still_has_a_name() -> None:
    document = html_text(Page(" ", (Text("Saved."),)))
    assert "<title>A page</title>" in document
    assert "<h1" not in document


def test_the_language_is_the_one_asked_for() -> None:
    assert drawn().all("html") == [{"lang": "en"}]
    assert Document(html_text(Page("", ()), language="pl")).all("html") == [{"lang": "pl"}]


def test_every_text_finds_its_own_direction() -> None:
    for found in Document(html_text(PAGE)).elements:
        if found.tag in {"h1", "h2", "p", "dt", "caption", "th"}:
            assert found.attributes.get("dir") == "auto"


def test_steps_are_a_numbered_list_and_points_are_not() -> None:
    document = drawn(ItemList(("Call", "Stay"), numbered=True), ItemList(("Eat",)))
    assert [found.tag for found in document.elements if found.tag in {"ol", "ul", "li"}] == [
        *("ol", "li", "li"),
        *("ul", "li"),
    ]


def test_a_paragraph_keeps_its_lines() -> None:
    assert "one<br>two</p>" in html_text(Page("", (Text("one\ntwo"),)))


def test_a_safety_note_says_so_in_a_word_too() -> None:
    document = drawn(Note("Go slowly.", Tone.SAFETY), Note("2 fewer.", Tone.WIN), title="")
    assert document.words.endswith("Safety: Go slowly. Small win: 2 fewer.")


def test_a_table_names_its_columns_and_rows() -> None:
    table = Table((Column("Week"), Column("Total", right=True)), (("6 Oct", "21"),), "Alcohol")
    document = drawn(table)
    assert [found["scope"] for found in document.all("th")] == ["col", "col", "row"]
    assert document.words.endswith("Alcohol Week Total 6 Oct 21")


def test_a_wide_table_can_be_reached_by_keys_alone() -> None:
    scroll = drawn(Table((Column("Day"),), (("1",),))).all("div")
    assert scroll == [{"class": "scroll", "tabindex": "0", "role": "group", "aria-label": "Table"}]


def test_a_table_that_holds_nothing_is_its_title() -> None:
    document = drawn(Table((Column("Day"),), (), "Alcohol"), Table((), (), ""))
    assert document.words.endswith("Alcohol")
    assert document.all("table") == []
    assert len(document.all("p")) == 1


@pytest.mark.parametrize(
    ("share", "length", "words"),
    [(1.0, "100", "100% of the longest"), (0.5, "50", "50% of the longest")],
)
def test_a_bar_is_as_long_as_its_share_and_says_it(share: float, length: str, words: str) -> None:
    document = drawn(Table((Column("Day"), Column("")), (("1", Bar(share)),)))
    assert document.all("svg")[0]["aria-label"] == words
    assert document.all("rect")[1]["width"] == length


def test_a_bar_of_which_nothing_is_known_says_that() -> None:
    document = drawn(Table((Column("Day"), Column("")), (("1", Bar(None)),)))
    assert document.all("svg") == []
    assert "not known" in document.words


def test_a_line_is_drawn_with_its_words_beside_it() -> None:
    document = drawn(Sparkline("Mood", (0.0, None, 1.0), "0 to 10 of 10"))
    assert document.words.endswith("Mood 0 to 10 of 10")
    assert document.all("svg")[0]["role"] == "img"
    assert document.all("svg")[0]["aria-label"] == "from 0% to 100%, last 100%; 1 of 3 unwritten"


def test_a_day_of_a_calendar_has_a_shade_and_words() -> None:
    week = (
        CalendarGridDay(1, Mark.UNWRITTEN),
        CalendarGridDay(2, Mark.NONE),
        CalendarGridDay(3, Mark.SOME, 3, words="4 drinks"),
        CalendarGridDay(4, Mark.UNKNOWN, event=True),
        CalendarGridDay(5, Mark.OUTSIDE),
    )
    document = drawn(CalendarGrid("May 2025", ("Mo", "Tu", "We", "Th", "Fr"), (week,)))
    assert "1: unwritten 2: none 3: 4 drinks 4*?: used, amount unknown, an event" in document.words
    classes = [found.get("class") for found in document.all("td")]
    assert classes == ["day unwritten", "day none", "day some step-3", "day unknown", None]


def test_every_mark_of_a_day_has_its_own_sign() -> None:
    marks = [(mark, 0) for mark in (Mark.UNWRITTEN, Mark.NONE, Mark.UNKNOWN)]
    marks += [(Mark.SOME, step) for step in (1, 2, 3, 4)]
    days = tuple(CalendarGridDay(5, mark, step) for mark, step in marks)
    text = html_text(Page("", (CalendarGrid("", (), (days,)),)))
    cells = re.findall(r'5</span>(.+?)<span class="hidden"', text)
    assert len(cells) == len(set(cells)) == len(marks)


def test_the_legend_explains_the_days_that_are_there() -> None:
    words = drawn(
        CalendarGrid("", (), ((CalendarGridDay(1, Mark.NONE), CalendarGridDay(2, Mark.SOME, 1)),))
    ).words
    assert words.endswith("none less to more")
    assert "unwritten" not in words


def test_weeks_outside_a_month_are_not_drawn() -> None:
    outside = (CalendarGridDay(1, Mark.OUTSIDE),) * 7
    assert drawn(CalendarGrid("", (), (outside,))).all("td") == []


def test_an_old_stream_gets_the_same_letters_by_number() -> None:
    page = Page("Za\u017c\u00f3\u0142\u0107", (Text("日本 \U0001f44d"),))
    raw = io.BytesIO()
    with io.TextIOWrapper(raw, "latin-1", newline="\n") as stream:
        write(page, Form.HTML, stream)
        stream.flush()
        old = raw.getvalue()
    assert old.isascii()
    assert Document(old.decode()).words == Document(html_text(page)).words
    assert "Za\u017c\u00f3\u0142\u0107".encode() in file_bytes(page, Form.HTML)


@pytest.mark.parametrize(("form", "loads"), [("plain", False), ("md", False), ("html", True)])
def test_the_template_language_is_loaded_for_html_alone(form: str, loads: bool) -> None:
    program = (
        "import io, sys\n"
        "from hrjournal.blocks import Page\n"
        "from hrjournal.formats import Form, write\n"
        f"write(Page('', ()), Form({form!r}), io.StringIO())\n"
        "print('jinja2' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == str(loads)


def test_a_page_of_many_steps_is_set_side_by_side_on_paper() -> None:
    few, many = (Page("Steps", (ItemList(("Stay with them.",) * n),)) for n in (3, 30))
    assert 'class="listed"' in html_text(many)
    assert 'class="' not in html_text(few).partition("<head>")[0]
