from __future__ import annotations

from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.blocks import (
    Bar,
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
from hrjournal.formats.mask import HIDDEN, TITLE, Mask
from hrjournal.sanitize import OPENS, joined_own, own, unmarked
from support.formats.sample_page import PAGE

LINES: Final = "two\nlines"
MASK: Final = Mask({"Kava": "A", "Stra\u00dfe": "B"})


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"{own('Kava')}: none", "A: none"),
        (f"{own('kava')} and {own('KAVA')}", "A and A"),
        (f"with {own('STRASSE')}", "with B"),
        (f"with {own('Kim')}", f"with {HIDDEN}"),
        (joined_own(["Kava", "walk"]), f"A, {HIDDEN}"),
        (f"{own(LINES)}, then", f"{HIDDEN}, then"),
        (f"{own(LINES)[:5]}, {OPENS}cut off", f"two\nl, {HIDDEN}"),
        (own("Kava"), "A"),
        (own("Kim"), HIDDEN),
        (own(""), ""),
        ("Kava is a word of the program here", "Kava is a word of the program here"),
    ],
)
def test_names_go_by_their_letters_and_every_other_own_word_is_hidden(
    text: str, shown: str
) -> None:
    assert MASK.text(text) == shown


@pytest.mark.parametrize(
    ("block", "shown"),
    [
        (Heading(own("Kava")), Heading("A")),
        (Text(f"{own('Kava')} rests."), Text("A rests.")),
        (Note(f"{own('Kim')}.", Tone.HINT), Note(f"{HIDDEN}.", Tone.HINT)),
        (DefinitionList(((own("Kava"), "1 day"),)), DefinitionList((("A", "1 day"),))),
        (ItemList((own("walk"), "walk"), numbered=True), ItemList((HIDDEN, "walk"), numbered=True)),
        (
            Table((Column(own("Kava"), right=True),), ((own("Kim"), Bar(0.5)),), own("Kava")),
            Table((Column("A", right=True),), ((HIDDEN, Bar(0.5)),), "A"),
        ),
        (Sparkline(own("Kava"), (0.5, None), own("Kim")), Sparkline("A", (0.5, None), HIDDEN)),
        (
            CalendarGrid("Nov", ("Mon",), ((CalendarGridDay(1, Mark.SOME, words=own("Kim")),),)),
            CalendarGrid("Nov", ("Mon",), ((CalendarGridDay(1, Mark.SOME, words=HIDDEN),),)),
        ),
        (
            WeekChart(
                f"Weeks of {own('Kava')}",
                ("7 Sep",),
                ("Mo",),
                (WeekDays(f"{own('Kava')}, in g", ((CalendarGridDay(7, Mark.NONE),),)),),
                (WeekLine(own("Kim"), (WeekPoint(0.5, "3", thin=True), None), own("Kim")),),
            ),
            WeekChart(
                "Weeks of A",
                ("7 Sep",),
                ("Mo",),
                (WeekDays("A, in g", ((CalendarGridDay(7, Mark.NONE),),)),),
                (WeekLine(HIDDEN, (WeekPoint(0.5, "3", thin=True), None), HIDDEN),),
            ),
        ),
    ],
    ids=lambda block: type(block).__name__,
)
def test_every_block_is_masked_wherever_it_holds_words(block: Block, shown: Block) -> None:
    assert MASK.page(Page("", (block,))).blocks == (shown,)


def test_data_are_masked_as_keys_and_as_values() -> None:
    data: dict[str, Any] = {
        own("Kava"): {"unit": own("scoop"), "days": 3, "with": [own("Kim"), None]},
        "sentence": f"{own('Kava')}: none",
        "pair": (own("Kava"), 1.5),
    }
    assert MASK.page(Page("", (), data)).data == {
        "A": {"unit": HIDDEN, "days": 3, "with": [HIDDEN, None]},
        "sentence": "A: none",
        "pair": ("A", 1.5),
    }


def test_a_title_says_nothing_and_none_stays_none() -> None:
    assert MASK.page(Page("Small wins", ())).title == TITLE
    assert MASK.page(Page("", ())).title == ""


def test_what_holds_no_own_word_is_not_touched() -> None:
    assert MASK.page(PAGE)._replace(title=PAGE.title) == PAGE


@given(st.text(), st.text(), st.text())
def test_nothing_of_an_own_word_is_left_and_everything_around_it_is(
    before: str, word: str, after: str
) -> None:
    before, after = unmarked(before), unmarked(after)
    shown = MASK.text(f"{before}{own(f'zq{word}')}{after}")
    assert shown == f"{before}{HIDDEN}{after}"


def test_keys_that_look_alike_when_masked_stay_apart() -> None:
    data = {own("Kim"): 1, own("Lee"): 2, "both": {own("Kava"): 3, own("kava"): 4}}
    masked = MASK.page(Page("", (), data)).data
    assert masked == {HIDDEN: 1, HIDDEN * 2: 2, "both": {"A": 3, f"A{HIDDEN}": 4}}
