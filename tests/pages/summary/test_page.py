from __future__ import annotations

from typing import Any

import pytest

from hrjournal.blocks import Table, Text
from hrjournal.domain.entries.entry import EntryType, Outcome
from hrjournal.domain.history import DateRange
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from hrjournal.domain.summary.options import DEFAULT_SECTIONS
from hrjournal.domain.summary.sections import Section
from hrjournal.domain.win import Grade, Win, WinGroup, WinMeasure
from hrjournal.pages.wins.sentences import first_person
from support.builders import ALCOHOL, TODAY, entry, history, together
from support.pages.reading import DRINK, words
from support.pages.summing import (
    NINETY,
    WHOLE,
    chart,
    facts,
    headings,
    items,
    only,
    said,
    section,
    shown,
)

MOMENT = entry(EntryType.NONE, TODAY - 20).moment
LESS = history("4*60 0 2 2 0 2 . 2*84", each=DRINK)
EVERYTHING = (
    Keepsake(KeepsakeType.AGREED, MOMENT, text="Walk\nfirst"),
    Keepsake(KeepsakeType.TALK, MOMENT, text="My\nsleep"),
    Keepsake(KeepsakeType.TALK, MOMENT, text="Gone", more={"done": "739930"}),
    Keepsake(KeepsakeType.RULER, MOMENT, subject="importance", score=4),
    Keepsake(KeepsakeType.RULER, MOMENT, subject="importance", score=7),
    Keepsake(KeepsakeType.REASON, MOMENT, text="Mornings."),
    Keepsake(KeepsakeType.SCREEN, MOMENT, subject="phq2", score=2),
    Keepsake(KeepsakeType.ROOT, MOMENT, subject="sleep"),
    Keepsake(KeepsakeType.ROOT, MOMENT, subject="grandma"),
    Keepsake(KeepsakeType.LETTER, MOMENT, text="Dear me,\nit passes."),
)
RECORDS = (
    entry(EntryType.USE, TODAY - 2, triggers=("stress",), steps=("not-alone",), company="kim"),
    entry(EntryType.USE, TODAY - 3, triggers=("stress", "after-work"), route="oral", spend=12_500),
    entry(EntryType.URGE, TODAY - 4, urge=8, copings=("call-someone",), outcome=Outcome.LESS),
    entry(EntryType.URGE, TODAY - 5, urge=6, copings=("call-someone",), outcome=Outcome.USED),
    entry(EntryType.CHECKIN, TODAY - 6, mood=7, sleep=450, anxiety=4, note="Slept\nwell."),
    entry(EntryType.EVENT, TODAY - 7, note="payday"),
    entry(EntryType.GOOD, TODAY - 8, note="sun"),
)
FOUND = history("1*90", each=DRINK, records=RECORDS)
WIN = Win("ate", TODAY, Grade.DID, WinGroup.SAFER, WinMeasure.STEP)


def test_the_parts_stand_in_their_order() -> None:
    parts = WHOLE - {Section.ROOTS}  # all of them are more than two sides hold
    held: dict[str, Any] = {"kept": EVERYTHING, "wins": [WIN], "naloxone": ("drawer", "2027-05-31")}
    assert headings(shown(FOUND, parts=parts, **held)) == [
        "What changed",
        "Safety",
        "What I want",
        "The last twelve weeks",
        "Urges and situations",
        "What went well",
        "Beside use",
        "All figures of this period",
        "How it is counted",
        "Screens that I answered",
        "My naloxone",
        "Days that I marked",
        "Good things",
        "My notes",
        "My letter to myself",
        "Worry and pain",
    ]
    some = frozenset({Section.SCREENS, Section.ROOTS, Section.PLACES})
    assert headings(shown(FOUND, parts=some, **held)) == [
        "Screens that I answered",
        "What may lie underneath, in my view",
        "My naloxone",
    ]


def test_each_part_can_be_left_out() -> None:
    for part in Section:
        alone = shown(FOUND, kept=EVERYTHING, parts=frozenset({part}))
        assert len(headings(alone)) <= 1 + (part is Section.MOOD), part
    assert headings(shown(FOUND, kept=EVERYTHING, parts=frozenset())) == []


def test_it_opens_with_its_days_and_how_many_of_them_are_logged() -> None:
    opening = words(shown(LESS))[0]
    assert opening == (
        "Wed 26 Aug 2026 to Mon 23 Nov 2026 (90 days), made on Mon 23 Nov 2026. "
        "I logged 89 of 90 days."
    )
    assert "I logged" not in words(shown(LESS, parts=DEFAULT_SECTIONS - {Section.COVERAGE}))[0]


def test_a_session_at_which_it_begins_is_said() -> None:
    found = shown(LESS, DateRange(TODAY - 13, TODAY + 1), session=TODAY - 13)
    assert "It begins with my last session, on Tue 10 Nov 2026." in words(found)[0]
    assert "session" not in words(shown(LESS))[0]


def test_by_letters_it_says_what_one_is() -> None:
    assert "1 is what I usually used on a day of use." in words(shown(LESS, hidden=True))[0]
    assert "letters" not in words(shown(LESS))[0]


def test_it_says_always_that_it_is_self_reported() -> None:
    for parts in (WHOLE, frozenset({Section.TALK}), frozenset[Section]()):
        assert any("I wrote down myself" in one for one in words(shown(LESS, parts=parts)))


def test_what_i_want_holds_what_was_agreed_and_what_to_talk_about() -> None:
    page = shown(FOUND, kept=EVERYTHING)
    day = "Tue 3 Nov 2026"
    assert said(page, "What I want") == [
        "Agreed last time:",
        "What I want to talk about:",
        "My reasons:",
    ]
    assert items(page, "What I want") == ["Walk first", "My sleep", "Mornings."]
    assert facts(page, "What I want") == {"Importance": f"4 on {day}, 7 on {day}"}
    alone = shown(FOUND, kept=EVERYTHING, parts=frozenset({Section.AGREED}))
    assert items(alone, "What I want") == ["Walk first"]
    talk = shown(FOUND, kept=EVERYTHING, parts=WHOLE - {Section.AGREED})
    assert "Walk first" not in items(talk, "What I want")


def test_own_words_stand_as_they_are() -> None:
    page = shown(FOUND, kept=EVERYTHING, naloxone=("top drawer", None))
    assert items(page, "What may lie underneath, in my view") == ["sleep", "grandma"]
    assert section(page, "My letter to myself") == [Text("Dear me,\nit passes.")]
    assert section(page, "My notes") == [Text("Tue 17 Nov 2026: Slept\nwell.")]
    assert facts(page, "Days that I marked") == {"Mon 16 Nov 2026": "payday"}
    assert facts(page, "My naloxone") == {"Where": "top drawer"}
    assert "PHQ-2" in str(section(page, "Screens that I answered"))


def test_good_things_and_what_use_gave_stand_among_own_words() -> None:
    records = (
        entry(EntryType.GOOD, TODAY - 1, note="saw my sister", score=8),
        entry(EntryType.GOOD, TODAY - 2, note="just sun"),
        entry(EntryType.USE, TODAY - 3, gave="calm", after="slept badly"),
    )
    page = shown(history("1*90", records=records))
    assert facts(page, "Good things") == {
        "Sat 21 Nov 2026": "just sun",
        "Sun 22 Nov 2026": "saw my sister (8 of 10)",
    }
    assert section(page, "My notes") == [
        Text("Fri 20 Nov 2026, what it gave me: calm"),
        Text("Fri 20 Nov 2026, what came after: slept badly"),
    ]


def test_worry_and_pain_stand_on_the_second_side() -> None:
    feelings = [entry(EntryType.CHECKIN, TODAY - 8, anxiety=4, pain=2)]
    page = shown(history("1*90", records=feelings))
    names = headings(page)
    assert names.index("Worry and pain") > names.index("All figures of this period")
    assert [line.name for line in chart(page).lines] == ["Alcohol: US standard drinks a day"]
    without = shown(history("1*90", records=feelings), parts=WHOLE - {Section.MOOD})
    assert "Worry and pain" not in headings(without)


def test_what_there_is_no_room_for_is_named_at_the_end() -> None:
    records = [
        entry(EntryType.CHECKIN, TODAY - 1 - back, note=f"{back} " * 50) for back in range(89)
    ]
    page = shown(history("1*90", records=records))
    assert page.blocks[-1] == Text(
        "Left out, for there was no room on two sides: how each figure is counted and older notes."
    )
    notes = section(page, "My notes")[:-1]
    assert 0 < len(notes) < 89
    assert str(notes[-1]).startswith("Text(text='Sun 22 Nov 2026: 0 0")
    few = shown(history("1*90", records=records[:3]))
    assert not str(few.blocks[-1]).startswith("Text(text='Left out")


def test_many_substances_stand_three_abreast() -> None:
    names = [ALCOHOL._replace(key=name, name=name) for name in "abcde"]
    some = together(*(history("1*30", substance=one) for one in names))
    parts = frozenset({Section.MEASURES})
    tables = only(shown(some, parts=parts), "All figures of this period", Table)
    assert [len(one.columns) - 1 for one in tables] == [3, 2]


@pytest.mark.parametrize(
    ("words_of", "mine"),
    [
        ("Your usual, and yours.", "My usual, and mine."),
        ("You are there; you were here.", "I am there; I was here."),
        ("what you wrote yourself", "what I wrote myself"),
        ("Young youth of Bayou", "Young youth of Bayou"),
    ],
)
def test_the_first_person_says_i(words_of: str, mine: str) -> None:
    assert first_person(words_of) == mine


def test_a_window_of_nothing_is_whole() -> None:
    page = shown(history("", records=()), NINETY)
    assert headings(page) == []
    assert words(page)[0].endswith("Nothing is logged in these days yet.")
