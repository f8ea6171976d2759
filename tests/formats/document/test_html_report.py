from __future__ import annotations

import re

import pytest

from hrjournal.blocks import (
    Block,
    CalendarGrid,
    CalendarGridDay,
    Column,
    Mark,
    Page,
    Sparkline,
    Table,
    Text,
)
from hrjournal.formats.document.html import html_text
from support.formats.sample_page import PAGE

TABLE = Table((Column("One"),), (("a",),))
SPARK = Sparkline("Line", (0.1, 0.2))
HEAT = CalendarGrid("Nov", ("Mon",), ((CalendarGridDay(1, Mark.NONE),),))


def kind(*blocks: Block) -> str:
    found = re.search(r'<html lang="en"(?: class="(.*?)")?>', html_text(Page("", blocks)))
    assert found
    return found[1] or ""


def test_a_report_with_every_kind_of_figure_is_set_tightly_on_paper() -> None:
    assert kind(TABLE, SPARK, HEAT) == "dense tight"
    assert kind(*PAGE.blocks) == "dense tight"


@pytest.mark.parametrize("blocks", [(TABLE,), (SPARK, HEAT), (TABLE, TABLE, HEAT)])
def test_a_page_with_some_figures_is_dense(blocks: tuple[Block, ...]) -> None:
    assert kind(*blocks) == "dense"


def test_a_page_of_words_is_neither() -> None:
    assert kind(Text("Words")) == ""


def test_tightness_is_for_paper_alone() -> None:
    screen, _, paper = html_text(Page("", (TABLE,))).partition("@media print")
    assert ".tight" not in screen
    assert ".tight .months" in paper
