from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrjournal.blocks import Heading, Sparkline
from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.history import DateRange, History
from hrjournal.pages.trends.page import page
from hrjournal.report.periods import By, recent
from hrjournal.report.trends.view import trends
from support.builders import ALCOHOL, METHADONE, TODAY, entry, history
from support.pages.reading import UNITS, column, read, tables, words
from support.pages.weeks import EIGHT_WEEKS, HEAVY, drinks, journal, shown


@pytest.mark.parametrize(
    ("by", "view"),
    [
        (By.WEEK, EIGHT_WEEKS),
        (By.MONTH, recent(TODAY, By.MONTH, 2)),
        (By.DAY, recent(TODAY, By.DAY, 9)),
    ],
)
def test_the_page_reads_as_approved(
    by: By, view: DateRange, approved: Callable[[str, str], None]
) -> None:
    approved(f"pages/trends-by-{by}.txt", read(shown(journal(), view, by)))


def test_a_sentence_comes_first_and_says_on_how_many_days_it_rests() -> None:
    said = words(shown(drinks("3*28 .*7 3 2 2-4 . 0 4 1 .")))
    assert said[1] == (
        "Alcohol: 12 to 14 US standard drinks in the week of 16 Nov, on 5 of 6 logged days. "
        "That is a lot less per day than in the 4 weeks before (21 of 28 days logged)."
    )


def test_below_the_fewest_days_it_says_so_and_nothing_more() -> None:
    said = words(shown(drinks("2 3 . . 1 2 .")))
    assert said[1] == (
        "Alcohol: 8 US standard drinks in the week of 16 Nov, on 4 of 4 logged days. "
        "Not enough days yet to compare it with the 4 weeks before."
    )
    assert said[-2] == "Direction: too soon to say (0 of 6 weeks)."


def test_a_week_without_use_and_a_week_not_written_are_two_things() -> None:
    without = words(shown(drinks("2*28 0*5 . . .")))
    unwritten = words(shown(drinks("2*28 .*8")))
    assert without[1].startswith("Alcohol: none in the week of 16 Nov, on 5 logged days. ")
    assert unwritten[1] == "Alcohol: nothing logged in the week of 16 Nov."


def test_unknown_amounts_are_said_as_such() -> None:
    said = words(shown(drinks("2*28 ? ? 0 0 0 0 0 .")))
    some = words(shown(drinks("2*28 ? 2 0 0 0 0 0 .")))
    assert said[1].startswith(
        "Alcohol: used in the week of 16 Nov on 2 of 7 logged days, amounts not known. "
        "That is far less often than in the 4 weeks before."
    )
    assert some[1].startswith(
        "Alcohol: 2 US standard drinks and some more (amount not known) in the week of 16 Nov"
    )


def test_the_running_week_is_set_beside_the_same_days() -> None:
    said = words(shown(drinks("3*28 2 3*6 1")))
    assert said[2] == (
        "This week so far: 1 US standard drink, on 1 of 1 logged day. "
        "The same days of the week before: 2 US standard drinks, on 1 of 1 logged day. "
        "That is far less per day."
    )


def test_the_table_keeps_used_none_unknown_and_unwritten_apart() -> None:
    found = shown(drinks("1-2 2 0*5   2+? ? 0*5   .*7   0*7   ."), recent(TODAY, By.WEEK, 4))
    table = tables(found)[0]
    assert column(table, "Total") == ["3 to 4", "2 +?", "", "0", ""]
    assert column(table, "Used") == ["2 of 7", "2 of 7", "not logged", "0 of 7", "not logged"]
    assert column(table, "Longest without") == ["5+", "5+", "", "7+", ""]
    assert column(table, "Per use day") == ["1.5 to 2", "", "", "", ""]


def test_columns_go_in_an_order_that_leaves_the_heart_of_the_table() -> None:
    table = tables(shown(journal()))[0]
    assert [one.name for one in sorted(table.columns, key=lambda one: one.drop_order)] == [
        "Period",
        "Total",
        "Used",
        "Per logged day",
        "Next to usual",
        "Per use day",
        "Heavy",
        "Largest",
        "Longest without",
        "Mood",
        "Urge",
    ]


def test_the_narrowest_table_fits_sixty_columns() -> None:
    for table in tables(shown(journal())):
        needed = [place for place, one in enumerate(table.columns) if one.drop_order == 0]
        widths = [
            max(len(str(row[place])) for row in (*table.rows, [one.name for one in table.columns]))
            for place in needed
        ]
        assert sum(widths) + 2 * len(widths) <= 58


FALLING = "9*7 8*7 7*7 6*7 5*7 4*7 3*7 2*7 ."


@pytest.mark.parametrize(
    ("journal", "said"),
    [
        (drinks(FALLING), "Down over 8 weeks: from about 9 a day to about 2."),
        (
            drinks(FALLING.replace("6*7", ".*7")),
            "Down over 8 weeks (7 counted): from about 9 a day to about 2.",
        ),
        (history(FALLING, each=1), "Down over 8 weeks."),
        (
            history(" ".join(f"?*{7 - week} 0*{week}" for week in range(1, 7)) + " 0*14 ."),
            "Down over 8 weeks: from about 6 days of use a week to none.",
        ),
        (
            drinks("6*14 5*7 6*7 3*14 2*7 3*7 ."),
            "About 5.8 a day until late October, about 2.8 since (8 weeks).",
        ),
        (drinks("4 0 2 0 0 1 0 " * 8 + "."), "No clear direction over 8 weeks."),
        (drinks("4*35 ."), "Direction: too soon to say (5 of 6 weeks)."),
    ],
)
def test_a_direction_is_said_with_six_weeks(journal: History, said: str) -> None:
    (spark,) = (block for block in shown(journal).blocks if isinstance(block, Sparkline))
    assert spark.words == said


def test_more_is_said_in_the_same_voice_as_less() -> None:
    said = " ".join(words(shown(drinks("1*28 5*7 ."))))
    assert "That is far more per day than in the 4 weeks before." in said


def test_a_medicine_is_taken_and_set_beside_nothing() -> None:
    found = shown(history("5*60", substance=METHADONE))
    assert column(tables(found)[0], "Taken")[0] == "7 of 7"
    assert not any(isinstance(block, Sparkline) for block in found.blocks)
    assert "used" not in " ".join(words(found)).replace("with use", "")
    assert "usual" not in " ".join(words(found))


@pytest.mark.parametrize(
    ("last", "said"),
    [
        (
            date(2026, 7, 3),
            (
                "Nothing logged in these 9 weeks. The last day you logged is Fri 3 Jul 2026. "
                "To see it: hrjournal trends --from 2026-05-08 --to 2026-07-03"
            ),
        ),
        (None, "Nothing is written yet. When you want to begin: hrjournal log"),
    ],
)
def test_an_empty_view_says_where_something_is_written(last: date | None, said: str) -> None:
    found = trends(history("2", end=TODAY - 143), EIGHT_WEEKS, By.WEEK, TODAY)
    empty = page(found, UNITS, last.toordinal() if last else None)
    assert words(empty) == [said]
    assert empty.data["days_written"] == 0


def test_a_view_still_to_come_is_empty() -> None:
    view = DateRange(TODAY + 7, TODAY + 14)
    found = page(trends(history("2"), view, By.WEEK, TODAY), UNITS, TODAY)
    assert words(found)[0].startswith("Nothing logged in this view. ")


def test_a_named_substance_without_a_day_in_view_says_so() -> None:
    found = shown(journal(), keys=("cocaine",))
    assert Heading("cocaine") in found.blocks
    assert "cocaine: nothing logged in these 9 weeks." in words(found)


def test_moods_alone_make_a_page() -> None:
    found = shown(history(".", records=[entry(EntryType.CHECKIN, TODAY - 1, mood=0, sleep=430)]))
    (table,) = tables(found)
    assert table.rows == (("16-22 Nov", "0.0 (1)", "7 h 10 min (1)"),)


def test_safer_steps_are_a_share_of_use_days() -> None:
    table = tables(shown(journal()))[-1]
    assert [row[:3] for row in table.rows][:3] == [
        ("Alcohol", "any step", "2 of 31"),
        ("Alcohol", "not alone", "2 of 31"),
        ("Alcohol", "tested", "1 of 31"),
    ]


def test_a_hostile_name_stays_one_harmless_line() -> None:
    hostile = ALCOHOL._replace(name="a\x1b[2J\nb\u202e")
    said = words(shown(history("2*60", substance=hostile)))
    assert said[1].startswith("a·[2J b·: ")
    assert all("\n" not in one and "\x1b" not in one for one in said)


@settings(max_examples=40)
@given(
    st.lists(st.sampled_from(["0", "1", "3-5", "?", "2+?", "3mg", "."]), max_size=70),
    st.sampled_from(By),
    st.integers(0, 6),
)
def test_any_journal_makes_a_page_that_grades_nobody(
    marks: list[str], by: By, week_starts: int
) -> None:
    view = recent(TODAY, by, 2, week_starts)
    found = page(trends(history(marks or ["."]), view, by, TODAY, week_starts, HEAVY), UNITS)
    text = read(found).casefold()
    assert not re.search(r"\b(only|just|clean|fail\w*|bad|good|must|should|better|worse)\b", text)
    assert "!" not in text
    json.dumps(found.data, allow_nan=False)
