from __future__ import annotations

import pytest

from hrjournal.blocks import Note, Page, Tone
from hrjournal.domain.entries.entry import Entry, EntryType
from hrjournal.domain.history import History
from hrjournal.domain.substances.amount import Amount
from hrjournal.pages.days import today
from support.builders import ALCOHOL, CANNABIS, TODAY, day, entry, history, together
from support.pages.reading import DRINK, UNITS, column, read, tables, words

EMPTY = history(". . .")


def page(
    found: History = EMPTY, *entries: Entry, notices: tuple[tuple[str, str], ...] = ()
) -> Page:
    return today.page(TODAY, entries, found, UNITS, (), notices)


def test_a_first_visit_is_welcomed_with_three_things_to_try() -> None:
    shown = read(today.welcome())
    assert shown.startswith("# Welcome\n")
    assert all(f"hrjournal {name}" in shown for name in ("log alcohol 2", "checkin", "demo"))


def test_an_unwritten_day_is_said_and_asks_for_nothing() -> None:
    assert words(page()) == [
        "Mon 23 Nov 2026",
        "Nothing logged for today yet.",
        "To write: hrjournal log, checkin, urge or none. Or leave it for today.",
    ]


def test_what_is_written_today_stands_with_its_time() -> None:
    use = entry(
        EntryType.USE, substance="alcohol", amount=Amount(DRINK, DRINK, "g_alc"), note="a\nb"
    )
    shown = read(page(history("1", each=DRINK), use))
    assert "20:00: Alcohol: 1 US standard drink (14 g) (note: a / b)" in shown
    assert "To write" not in shown


@pytest.mark.parametrize(
    ("marks", "used", "line", "total"),
    [
        ("2 0 . 1 0 . 3", "3 of 5 days logged", "o-.o-.o", "6 US standard drinks"),
        ("9 9 0 . . . . . 0", "0 of 2 days logged", "-.....-", "none"),
        ("? . . . . . 0", "1 of 2 days logged", "o.....-", "some, not known"),
        ("? . . . . 2 0", "2 of 3 days logged", "o....o-", "2 US standard drinks +?"),
        ("2-4 1 . . . . .", "2 of 2 days logged", "oo.....", "3 to 5 US standard drinks"),
        (". . . . . . 2", "1 of 1 day logged", "......o", "2 US standard drinks"),
    ],
)
def test_the_week_keeps_use_none_and_unwritten_apart(
    marks: str, used: str, line: str, total: str
) -> None:
    (table,) = tables(page(history(marks, each=DRINK)))
    assert column(table, "Last 7 days") == ["Alcohol"]
    assert column(table, "Used") == [used]
    assert column(table, "Days") == [line]
    assert column(table, "Total") == [total]


def test_a_substance_with_no_written_day_in_the_week_has_no_row() -> None:
    found = together(history("2 0 . . . . . . ."), history("1 0", substance=CANNABIS))
    (table,) = tables(page(found))
    assert column(table, "Last 7 days") == ["Cannabis"]
    assert tables(page(history("2 . . . . . . ."))) == []


def test_an_amount_in_another_unit_is_never_added_to_the_total() -> None:
    (table,) = tables(page(history("2 5line", each=DRINK)))
    assert column(table, "Total") == ["2 US standard drinks and 70 lines"]


def test_the_most_urgent_notice_comes_alone_and_first() -> None:
    shown = page(history("1"), notices=(("A break", "Go slowly."), ("Other", "Later.")))
    noted = [block for block in shown.blocks if isinstance(block, Note)]
    assert noted[0] == Note("A break. Go slowly.", Tone.SAFETY)
    assert all("Later" not in note.text for note in noted)
    assert noted[1] == Note("One more safety note: hrjournal notices", Tone.HINT)
    assert shown.data["notices"] == ["A break", "Other"]
    veiled = page(history("1"), notices=(("A break", "Go slowly."),) * 2)
    assert "more to know" not in "".join(
        block.text for block in veiled.blocks if isinstance(block, Note)
    )


def test_data_names_the_written_days_and_no_others() -> None:
    data = page(history("2 . 0")).data
    assert data["week"] == {"Alcohol": {"2026-11-21": "used", "2026-11-23": "none"}}
    assert data["day"] == "2026-11-23"


def test_the_marks_of_these_tests_mean_what_they_say() -> None:
    assert day("2", TODAY).used
    assert not day("0", TODAY).used
    assert history("2 .").of(ALCOHOL.key).keys() == {TODAY - 1}


def test_the_person_chooses_what_is_shown() -> None:
    use = entry(EntryType.USE, substance="alcohol", amount=Amount(DRINK, DRINK, "g_alc"))
    mood = entry(EntryType.CHECKIN, mood=6)
    found = history("2 0 . 1 0 . 3", each=DRINK)

    def shown(**chosen: object) -> str:
        shows = today.TodayParts(**chosen)  # type: ignore[arg-type]
        return read(today.page(TODAY, [use, mood], found, UNITS, (), (), shows))

    assert "Last 7 days" in shown()
    assert "Last 7 days" not in shown(parts=("written", "hints"))
    assert "Written today" not in shown(parts=("week",))
    assert "Session: tomorrow" in shown(coming=("Session: tomorrow.",))
    rests = shown(pause="numbers")
    assert "Last 7 days" not in rests
    assert "hrjournal pause off" in rests
    mood_alone = shown(pause="mood")
    assert "Mood" in mood_alone.title()
    assert "Alcohol" not in mood_alone
    assert "pause off" not in shown(pause="quiet")
