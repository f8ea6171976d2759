from __future__ import annotations

import json

import pytest

from hrjournal.blocks import Heading, Page
from hrjournal.domain.entries.entry import Entry, EntryType, Moment
from hrjournal.domain.history import DateRange
from hrjournal.domain.substances.amount import Amount
from hrjournal.pages.days import page as days
from support.builders import ALCOHOL, DAY_STARTS, TODAY, entry
from support.pages.reading import DRINK, UNITS, bare, read, tables, words

TRACKED = {"alcohol": ALCOHOL}
USE = entry(
    EntryType.USE, id=1, substance="alcohol", amount=Amount(DRINK, DRINK, "g_alc", typed="1")
)
WEEK = DateRange(TODAY - 6, TODAY + 1)


def page(*entries: Entry, span: DateRange = WEEK, last: int | None = None) -> Page:
    return days.page(entries, span, TRACKED, UNITS, TODAY, DAY_STARTS, last)


def headings(shown: Page) -> list[str]:
    return [block.text for block in shown.blocks if isinstance(block, Heading)]


def test_records_stand_under_their_day() -> None:
    shown = page(
        entry(EntryType.CHECKIN, TODAY - 3, id=1, mood=4),
        entry(EntryType.CHECKIN, TODAY - 1, id=2, mood=5),
        entry(EntryType.CHECKIN, TODAY, "01:30", id=3, mood=6),
    )
    assert headings(shown) == [
        "Fri 20 Nov 2026",
        "Sun 22 Nov 2026 (yesterday)",
        "Mon 23 Nov 2026 (today)",
    ]
    assert words(shown)[-1] == "3 of 7 days written."
    assert tables(shown)[2].rows == (("3", "01:30", "Check-in", "mood 6"),)


def test_two_records_of_one_day_are_one_written_day() -> None:
    shown = page(USE, USE.replace(id=2))
    assert len(tables(shown)) == 1
    assert words(shown) == ["1 of 7 days written."]


def test_a_time_that_is_not_known_is_left_open() -> None:
    untimed = USE.replace(moment=Moment(*USE.moment[:3], timed=False))
    assert tables(page(untimed))[0].rows[0][1] == ""
    assert days.entry_data(untimed, TRACKED, DAY_STARTS)["time"] is None


def test_an_empty_journal_says_how_to_begin() -> None:
    assert words(page()) == ["Nothing is written yet. When you want to begin: hrjournal log"]


@pytest.mark.parametrize(
    ("span", "which"), [(WEEK, "in these 7 days"), (DateRange(TODAY, TODAY + 1), "on this day")]
)
def test_an_empty_span_points_to_the_last_written_day(span: DateRange, which: str) -> None:
    assert words(page(span=span, last=TODAY - 40)) == [
        (
            f"Nothing is written {which}. The last written day is Wed 14 Oct 2026. "
            "To see it: hrjournal days --on 2026-10-14"
        )
    ]


def test_a_long_note_is_one_short_line_in_a_table_and_whole_alone() -> None:
    long = entry(EntryType.CHECKIN, id=5, note="first\n\nsecond " + "word " * 40)
    cell = bare(tables(page(long))[0].rows[0][3])
    assert isinstance(cell, str)
    assert cell.startswith("note: first / second word")
    assert cell.endswith("…")
    assert len(cell) <= 60
    assert long.note is not None
    assert long.note in read(days.show_page(long, TRACKED, UNITS, TODAY, DAY_STARTS))


def test_a_record_shows_everything_that_it_says() -> None:
    shown = days.show_page(
        USE.replace(
            mood=3, note="fine", moment=Moment(USE.moment.instant, -12_600, "America/St_Johns")
        ),
        *(TRACKED, UNITS, TODAY, DAY_STARTS),
    )
    assert read(shown) == (
        "# #1\n\n"
        "What: Alcohol: 1 US standard drink (14 g)\n"
        "When: today (Mon 23 Nov) at 16:30\n"
        "Mood: 3 of 10\n"
        "As typed: 1\n"
        "Zone: America/St_Johns (UTC-03:30)\n\n"
        "## Note\n\n"
        "fine\n"
    )


def test_a_search_counts_what_it_found() -> None:
    one = days.found_page([USE], '"x"', TRACKED, UNITS, DAY_STARTS, 200)
    assert words(one) == ["1 record. To see one whole: hrjournal show ID"]
    two = days.found_page([USE, USE], '"x"', TRACKED, UNITS, DAY_STARTS, 2)
    assert words(two) == [
        "2 records. To see one whole: hrjournal show ID",
        "There may be older ones; more words narrow it.",
    ]
    none = days.found_page([], '"x"', TRACKED, UNITS, DAY_STARTS, 200)
    assert words(none) == ['No record holds "x".']


def test_data_says_the_same_in_plain_values() -> None:
    data = days.entry_data(USE, TRACKED, DAY_STARTS)
    assert json.loads(json.dumps(data)) == data
    assert (data["id"], data["sort"], data["day"], data["time"]) == (
        1,
        "use",
        "2026-11-23",
        "20:00",
    )
    assert data["amount"] == {
        "low": 14.0,
        "high": 14.0,
        "unit": "g_alc",
        "about": False,
        "typed": "1",
    }
    unknown = USE.replace(amount=Amount(None, None, "g_alc", typed="?"))
    assert days.entry_data(unknown, TRACKED, DAY_STARTS)["amount"]["low"] is None
    assert page(USE).data["entries"] == [data]
