from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

from hrjournal.blocks import CalendarGrid, CalendarGridDay, DefinitionList, Mark, Page
from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.history import History
from hrjournal.pages.trends.calendar import page
from hrjournal.report.periods import By, recent
from hrjournal.report.trends.calendar import calendar
from hrjournal.sanitize import unmarked
from support.builders import CANNABIS, METHADONE, TODAY, entry, history, together
from support.pages.reading import DRINK, UNITS, read, words

MONTHS = recent(TODAY, By.MONTH, 1)


def shown(journal: History, *keys: str, week_starts: int = 0, last: int | None = None) -> Page:
    return page(calendar(journal, MONTHS, TODAY, week_starts, keys), UNITS, last)


def journal() -> History:
    events = [
        entry(EntryType.EVENT, TODAY - 11, note="my birthday"),
        entry(EntryType.EVENT, TODAY - 40, note="moved house"),
    ]
    return together(
        history("1 0 2 . 2-4 ? 6+? " * 7, each=DRINK, records=events),
        history("? 0 0 . . .", substance=CANNABIS),
    )


def days(found: Page) -> dict[tuple[str, int], CalendarGridDay]:
    return {
        (block.title, day.number): day
        for block in found.blocks
        if isinstance(block, CalendarGrid)
        for week in block.weeks
        for day in week
        if day.mark is not Mark.OUTSIDE
    }


def test_the_page_reads_as_approved(approved: Callable[[str, str], None]) -> None:
    approved("pages/calendar.txt", read(shown(journal())))


def test_every_kind_of_day_has_its_own_mark_and_words() -> None:
    found = days(shown(history("2 0 . ? 2+? 3jar", each=DRINK), "alcohol"))
    said = {
        number: (day.mark, day.words)
        for (month, number), day in found.items()
        if month == "Nov 2026" and number >= 17
    }
    assert said == {
        17: (Mark.UNWRITTEN, "not logged"),
        18: (Mark.SOME, "2 US standard drinks"),
        19: (Mark.NONE, "none"),
        20: (Mark.UNWRITTEN, "not logged"),
        21: (Mark.UNKNOWN, "used, amount not known"),
        22: (Mark.UNKNOWN, "2 US standard drinks and some more (amount not known)"),
        23: (Mark.UNKNOWN, "42 jars"),
    }


def test_days_still_to_come_have_no_mark() -> None:
    assert max(number for month, number in days(shown(journal())) if month == "Nov 2026") == 23


def test_weeks_that_hold_no_day_in_view_are_left_out() -> None:
    found = [
        block for block in shown(journal(), "alcohol").blocks if isinstance(block, CalendarGrid)
    ]
    assert [len(heat.weeks) for heat in found] == [5, 5]
    assert [day.number for day in found[-1].weeks[-1]] == [23, 24, 25, 26, 27, 28, 29]


def test_the_week_begins_where_the_person_has_it_begin() -> None:
    (heat, *_) = (
        block for block in shown(journal(), week_starts=6).blocks if isinstance(block, CalendarGrid)
    )
    assert heat.heads == ("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat")
    assert [day.number for day in heat.weeks[0]] == [27, 28, 29, 30, 1, 2, 3]


def test_every_month_says_on_how_many_days_it_rests() -> None:
    (october, november) = next(
        block for block in shown(journal(), "alcohol").blocks if isinstance(block, DefinitionList)
    ).rows
    assert october == ("Oct 2026", "22 of 31 days logged, used on 18")
    assert november == ("Nov 2026", "20 of 23 days logged so far, used on 17")


def test_the_steps_are_said_in_the_persons_own_amounts() -> None:
    assert words(shown(history("1 2 3 4 5-7", each=DRINK))) == [
        "The steps, from less to more: 1 to 2, 3, 4 and 6 US standard drinks."
    ]
    assert words(shown(history("2 0 2", each=DRINK))) == [
        "Days with a known amount: 2 US standard drinks."
    ]
    assert words(shown(history("? 0"))) == []


def test_an_event_is_flagged_on_its_day_and_listed_in_words() -> None:
    found = shown(journal(), "alcohol")
    flagged = {place for place, day in days(found).items() if day.event}
    assert flagged == {("Nov 2026", 12), ("Oct 2026", 14)}
    assert unmarked(days(found)["Nov 2026", 12].words).endswith("; event: my birthday")
    assert found.blocks[-1] == DefinitionList(
        (("Wed 14 Oct 2026", "moved house"), ("Thu 12 Nov 2026", "my birthday"))
    )


def test_a_medicine_is_taken() -> None:
    found = shown(history("?*3", substance=METHADONE))
    assert days(found)["Nov 2026", 23].words == "taken, amount not known"
    (facts,) = (block for block in found.blocks if isinstance(block, DefinitionList))
    assert facts.rows[-1] == ("Nov 2026", "3 of 23 days logged so far, taken on 3")


def test_an_empty_calendar_says_where_something_is_written() -> None:
    july = date(2026, 7, 3).toordinal()
    assert words(shown(history("."), last=july)) == [
        (
            "From Thu 1 Oct 2026 to Mon 23 Nov 2026 no day of this calendar is logged. "
            "The last day you logged is Fri 3 Jul 2026. To see it: hrjournal calendar --months 5"
        )
    ]
    assert words(shown(history("."))) == [
        "Nothing is written yet. When you want to begin: hrjournal log"
    ]
    assert words(shown(history("2"), "cannabis", last=TODAY)) == [
        "From Thu 1 Oct 2026 to Mon 23 Nov 2026 no day of this calendar is logged."
    ]


def test_data_lists_every_day_and_keeps_unwritten_apart() -> None:
    data = json.loads(json.dumps(shown(journal(), "alcohol").data, allow_nan=False))
    alcohol = data["substances"]["Alcohol"]
    by_day = {day["day"]: day for day in alcohol["days"]}

    assert len(by_day) == 54
    assert by_day["2026-11-18"] == {"day": "2026-11-18", "known": "none", "step": None}
    assert by_day["2026-11-20"] == {"day": "2026-11-20", "known": "unwritten", "step": None}
    assert by_day["2026-11-23"] == {
        "day": "2026-11-23",
        "known": "used",
        "step": None,
        "amounts": [{"low": 84.0, "high": 84.0, "unit": "g_alc"}],
        "unknown_uses": 1,
    }
    assert alcohol["months"][1]["days_with_data"] == 20
    assert data["events"][1] == {"day": "2026-11-12", "words": "my birthday"}
