from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from content.test_notices import grade
from hrjournal.blocks import Page
from hrjournal.domain.entries.entry import Entry, EntryType, Outcome
from hrjournal.domain.history import History
from hrjournal.formats.mask import Mask
from hrjournal.formats.plain.lines import lines as plain_lines
from hrjournal.formats.terminal.show import show
from hrjournal.pages.patterns import explain
from hrjournal.pages.patterns.page import empty_page, medicine_page, page
from hrjournal.report.patterns.view import main_substance, patterns
from support.builders import METHADONE, TODAY, entry, history
from support.pages.reading import bare
from support.report.simulated_days import START, Cell, journal

NULL, PLANTED = Cell(182, 0.4, 0.5), Cell(182, 0.4, 0.5, more=1.5)


def shown(told: History, today: int = TODAY, *, everything: bool = False) -> Page:
    return page(patterns(told, main_substance(told), today), everything=everything)


def simulated(cell: Cell, number: int = 0, *, everything: bool = False) -> Page:
    return shown(journal(cell, number), START + cell.span - 1, everything=everything)


def drawn(found: Page, width: int = 80) -> str:
    stream = io.StringIO()
    show(found, stream, width=width)
    return stream.getvalue()


def said(found: Page) -> str:
    return " ".join(plain_lines(found))


@pytest.mark.parametrize("width", [80, 120])
def test_the_page_reads_as_approved(width: int, approved: Callable[[str, str], None]) -> None:
    approved(f"pages/patterns-{width}.txt", drawn(simulated(PLANTED), width))


def test_all_of_it_reads_as_approved(approved: Callable[[str, str], None]) -> None:
    approved("pages/patterns-all.txt", drawn(simulated(PLANTED, everything=True)))


def test_the_plain_page_reads_as_approved(approved: Callable[[str, str], None]) -> None:
    approved("pages/patterns-plain.txt", "\n".join(plain_lines(simulated(NULL))) + "\n")


def test_how_it_is_found_reads_as_approved(approved: Callable[[str, str], None]) -> None:
    approved("pages/patterns-explain.txt", drawn(explain.page()))


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_it_fits(width: int) -> None:
    for cell in (NULL, PLANTED):
        lines = drawn(simulated(cell), width).splitlines()
        assert max(map(len, lines)) <= width
        if width >= 80:
            assert len(lines) <= 40


def test_both_sides_stand_in_the_table_and_in_what_stands_out() -> None:
    words = said(simulated(PLANTED))
    assert re.search(
        r"More Alcohol with argument: heavier on \d+ of \d+ days with argument, ", words
    )
    assert re.search(r"Day with argument\. Heavier: \d+ of \d+, \d+ of \d+\.", words)


def test_nothing_is_a_cause_and_nothing_is_ranked() -> None:
    for cell in (NULL, PLANTED):
        words = said(simulated(cell, everything=True)).casefold()
        assert not re.search(r"because|cause|leads to|effect|makes you|best|worst|link", words)


def test_nothing_stands_out_is_said_kindly_and_as_of_when() -> None:
    words = said(simulated(NULL))
    assert "Stands out, on your days up to " in words
    assert "Nothing stands out so far. For most people nothing does, and that is fine." in words
    assert "The next look is on " in words


def checkin(day: int, **fields: Any) -> Entry:
    return entry(EntryType.CHECKIN, TODAY - day, **fields)


def test_three_more_days_are_said_to_be_three_more_days() -> None:
    told = history("2 0 " * 10, records=[checkin(day, triggers=("argument",)) for day in (1, 2)])
    assert "Not enough days to compare yet: argument (3 more such days), " in said(shown(told))
    every = said(shown(told, everything=True))
    assert "Heavier on days with argument: 3 more such days and it can be compared." in every
    many = [checkin(day, triggers=("argument",)) for day in range(16)]
    every = said(shown(history("2 0 " * 10, records=many), everything=True))
    assert "Used on days with argument: 1 more other day and it can be compared." in every


def test_words_that_stand_beside_use_are_said_to_be() -> None:
    records = [
        entry(EntryType.USE, TODAY - day, substance="alcohol", triggers=("argument",))
        for day in range(6)
    ]
    told = history("0*10 2*9 6*5 2", records=records)
    words = said(shown(told))
    assert "Day with argument. Heavier, of days used: 5 of 6, 0 of 9." in words
    assert "note a word on other days too: hrjournal checkin --trigger stress" in words
    assert "2 are about words that stand beside use or urges, and wait." in said(
        shown(told, everything=True)
    )


def urges(*ends: tuple[str, Outcome]) -> list[Entry]:
    return [
        entry(EntryType.URGE, TODAY - day, urge=5, outcome=end, copings=(way,))
        for day, (way, end) in enumerate(ends)
    ]


def test_every_way_is_listed_also_one_that_never_helped() -> None:
    used, passed = Outcome.USED, Outcome.RODE_OUT
    told = history("2 0 " * 10, records=urges(*[("pray", used)] * 5, *[("walk", passed)] * 6))
    words = said(shown(told))
    assert "You tried walk. Urges: 6. Passed, other urges: 6 of 6, 0 of 5. Used: 0." in words
    assert "You tried pray. Urges: 5. Passed, other urges: 0 of 5, 6 of 6. Used: 5." in words


def test_it_ends_in_one_open_question_by_what_is_there() -> None:
    def asked(found: Page) -> str:
        return said(found).partition("For your next session: ")[2].partition("?")[0]

    words = [checkin(day, triggers=("argument",)) for day in range(6)]
    ridden = urges(*[("walk", Outcome.RODE_OUT)] * 5)
    marks = "2 0 " * 10
    assert asked(simulated(PLANTED)) == "What is a day with argument like for you"
    assert asked(shown(history(marks, records=[*words, *ridden]))).startswith("When an urge passed")
    assert asked(shown(history(marks, records=words))).startswith("Which day with argument would")
    assert asked(shown(history("2"))) == "What would you like to find out about your days"


def test_check_ins_and_urges_alone_are_no_trouble() -> None:
    told = history(".", records=[checkin(day, mood=5, triggers=("sad",)) for day in range(40)])
    words = said(shown(told, everything=True))
    assert "No use is logged, so this looks at urges alone." in words
    assert "Not enough to tell yet" in words
    tried = told._replace(records={TODAY: tuple(urges(("walk", Outcome.RODE_OUT)))})
    assert "You tried walk." in said(shown(tried))


def test_an_empty_journal_and_a_medicine_have_a_page() -> None:
    assert said(empty_page()).endswith("When you want to begin: hrjournal log")
    assert "Methadone is a medicine here." in said(medicine_page(METHADONE))


@pytest.mark.parametrize("found", [simulated(PLANTED), shown(history("2")), empty_page()])
def test_every_key_of_the_data_is_explained(found: Page) -> None:
    read = json.loads(json.dumps(bare(dict(found.data)), allow_nan=False))
    assert set(read) == set(explain.FILE)
    assert all(set(question) == set(explain.QUESTION) for question in read["questions"])


def test_the_data_says_what_the_page_says() -> None:
    found = simulated(PLANTED).data
    first = found["questions"][0]
    assert (first["id"], first["stands_out"]) == ("amount", True)
    assert set(first["test"]) == {"seen", "rows", "memory", "r", "p"}
    assert first["test"]["r"] > 0
    assert first["test"]["p"] < 0.08
    assert first["seen"]["with"]["of"] + first["seen"]["other"]["of"] == found["logged"]
    assert found["asked"] == sum(one["test"] is not None for one in found["questions"])


def test_own_words_are_masked_in_the_discreet_view() -> None:
    masked = Mask({"Alcohol": "A"}).page(simulated(PLANTED, everything=True))
    words = drawn(masked) + json.dumps(masked.data)
    assert not re.search("argument|stress|walk|Alcohol", words.replace("--trigger stress", ""))
    assert "More A with" in words


def test_it_reads_easily() -> None:
    for found in (simulated(NULL), explain.page()):
        sentences = [line for line in plain_lines(found) if line.endswith(".") and ":" not in line]
        assert grade(" ".join(sentences)) <= 8
