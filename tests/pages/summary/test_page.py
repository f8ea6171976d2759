from __future__ import annotations

import pytest

from hrjournal.blocks import CalendarGrid, Note, Sparkline, Table, Text, Tone
from hrjournal.domain.entries.entry import EntryType, Outcome
from hrjournal.domain.history import BaselinePin, DateRange
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from hrjournal.domain.summary.options import DEFAULT_SECTIONS
from hrjournal.domain.summary.sections import Section
from hrjournal.domain.win import Win, WinGroup
from hrjournal.pages.wins.sentences import first_person
from hrjournal.report.wins.families import RULES
from hrjournal.sanitize import unmarked
from support.builders import ALCOHOL, CANNABIS, METHADONE, TODAY, entry, history, together
from support.pages.reading import DRINK, bare, words
from support.pages.summing import NINETY, facts, headings, items, only, section, shown, table

MOMENT = entry(EntryType.NONE, TODAY - 20).moment
LESS = history("4*60 0 2 2 0 2 . 2*84", each=DRINK)
EVERYTHING = (
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
    entry(EntryType.CHECKIN, TODAY - 6, mood=7, sleep=450, note="Slept\nwell."),
    entry(EntryType.EVENT, TODAY - 7, note="payday"),
)


def test_the_parts_stand_in_their_order() -> None:
    wins = [won("ate")]
    found = history("1*90", each=DRINK, records=RECORDS)
    page = shown(found, kept=EVERYTHING, wins=wins, naloxone=("drawer", "2027-05-31"))
    assert headings(page) == [
        "What I want to talk about",
        "What changed",
        "Week by week",
        "What went well",
        "What went with it",
        "My rulers, from 0 to 10",
        "My reasons",
        "Screens that I answered",
        "What may lie underneath, in my view",
        "My naloxone",
        "Every day",
        "Days that I marked",
        "All figures of this period",
        "How it is counted",
        "My notes",
        "My letter to myself",
    ]


def test_each_part_can_be_left_out() -> None:
    found = history("1*90", each=DRINK, records=RECORDS)
    for part in Section:
        alone = shown(found, kept=EVERYTHING, parts=frozenset({part}))
        assert len(headings(alone)) <= 1, part
    assert headings(shown(found, kept=EVERYTHING, parts=frozenset())) == []


def test_it_opens_with_its_days_and_how_many_of_them_are_written() -> None:
    opening = words(shown(LESS))[0]
    assert opening == (
        "Wed 26 Aug 2026 to Mon 23 Nov 2026 (90 days), made on Mon 23 Nov 2026. "
        "I wrote on 89 of 90 days."
    )
    assert "I wrote" not in words(shown(LESS, parts=DEFAULT_SECTIONS - {Section.COVERAGE}))[0]


def test_a_session_at_which_it_begins_is_said() -> None:
    found = shown(LESS, DateRange(TODAY - 13, TODAY + 1), session=TODAY - 13)
    assert "It begins with my last session, on Tue 10 Nov 2026." in words(found)[0]


def test_it_says_always_that_it_is_self_reported() -> None:
    for parts in (frozenset(Section), frozenset({Section.TALK}), frozenset[Section]()):
        assert any("I wrote down myself" in said for said in words(shown(LESS, parts=parts)))


def test_a_safety_line_opens_the_page() -> None:
    page = shown(LESS, safety=["Alcohol: 13 of 14 written days were days of use."])
    assert page.blocks[1] == Note("Alcohol: 13 of 14 written days were days of use.", Tone.SAFETY)


def test_what_changed_is_said_in_a_sentence() -> None:
    said = section(shown(LESS), "What changed")[0]
    assert said == Text(
        "Alcohol: used on 87 of 89 logged days. "
        "Per day: 51% less than at my start and 51% less than in the 4 weeks before."
    )


@pytest.mark.parametrize(
    ("marks", "ends"),
    [
        # Above the past, and within the period on the way down.
        (
            "1*60 9*14 8*14 7*14 6*14 5*14 4*14 3*6",
            "more than in the 4 weeks before. Within this period the amount per day went down.",
        ),
        # Below the past, and on the way up.
        (
            "9*60 1*14 2*14 3*14 4*14 5*14 6*14 7*6",
            "Within this period the amount per day went up.",
        ),
        # One way throughout: nothing more to say.
        ("9*60 8*14 7*14 6*14 5*14 4*14 3*14 2*6", "less than in the 4 weeks before."),
        ("9*60 4 2 6 3 5 " + "4 2 6 3 5 " * 17, "less than in the 4 weeks before."),
    ],
)
def test_a_way_within_the_period_that_is_not_that_beside_the_past_is_said(
    marks: str, ends: str
) -> None:
    said = words(shown(history(marks, each=DRINK)))
    (changed,) = (line for line in said if line.startswith("Alcohol: used on"))
    assert changed.endswith(ends)


def test_what_changed_is_set_beside_the_start_and_the_days_before() -> None:
    found = table(shown(LESS), "What changed")
    assert found["Alcohol: days used"] == {
        "": "Alcohol: days used",
        "At my start": "100.0% (28)",
        "Before": "100.0% (28)",
        "This period": "97.8% (89)",
        "Last 28 days": "100.0% (28)",
    }
    assert found["Alcohol: US standard drinks a day"]["At my start"] == "4 (28)"
    assert found["Alcohol: days of 4 US standard drinks or more"]["Before"] == "100.0% (28)"
    assert found["Alcohol: WHO level of the mean day"]["This period"] == "medium (89)"


def test_an_own_estimate_of_the_start_is_called_one() -> None:
    start = BaselinePin(doubled=8 * DRINK, use_days=7, unit="g_alc")
    found = table(shown(history("2*90", each=DRINK, start=start)), "What changed")
    assert found["Alcohol: US standard drinks a day"]["At my start"] == "4 (my estimate)"
    assert facts(shown(history("2*90", start=start)), "How it is counted")["My start"] == (
        "Alcohol as I put it myself"
    )


def test_too_few_days_before_are_said_to_be_too_few() -> None:
    said = section(shown(history("2*20", each=DRINK)), "What changed")
    assert said[0] == Text(
        "Alcohol: used on 20 of 20 logged days. Too few days yet to compare with my past."
    )
    assert said[-1] == Text("In brackets: how many days each figure is from.")


def test_a_medicine_is_taken_and_set_beside_nothing() -> None:
    page = shown(history("40*90", substance=METHADONE, each=1000))
    assert section(page, "What changed")[0] == Text("Methadone: taken on 90 of 90 logged days.")
    assert list(table(page, "What changed")) == ["Methadone: mg on a day taken"]
    row = table(page, "All figures of this period")["Days taken"]
    assert row["Methadone, in mg"] == "90 days (90)"


def test_each_substance_has_a_line_and_mood_stands_beside_it() -> None:
    both = together(LESS, history("0 1*89", substance=CANNABIS, records=RECORDS))
    found = only(shown(both), "Week by week", Sparkline)
    assert [one.name for one in found] == ["Alcohol", "Cannabis", "Mood", "Urges", "Sleep"]
    assert len({len(one.shares) for one in found}) == 1
    assert found[0].words == "At most 2 US standard drinks a day. No clear direction over 12 weeks."
    assert found[2].words == "7.0 of 10 on average, of 1 day."
    assert found[4].words == "7 h 30 min on average, of 1 day."


def won(rule: str, day: int = TODAY, substance: str | None = None, **figures: str | int) -> Win:
    of = RULES[rule]
    return Win(rule, day, of.grade, of.group, of.measure, substance, figures=figures)


def test_wins_are_told_in_the_first_person_and_the_newest_of_a_rule_once() -> None:
    wins = [
        *(won("day_without", TODAY - back, "alcohol", then=4) for back in (9, 3)),
        won("treatment", TODAY - 4)._replace(told=False),  # a summary tells it all the same
        won("strategy", TODAY - 2, strategy="call-someone", urges=1),
    ]
    found = section(shown(LESS, wins=wins), "What went well")
    assert bare(found[:-1]) == [
        Note("19 Nov. Took my treatment.", Tone.WIN),
        Note("21 Nov. I answered an urge, with: call someone.", Tone.WIN),
        Note(
            "20 Nov. Alcohol: a Friday without. I had some on 4 of the last 4 Fridays.",
            Tone.WIN,
        ),
    ]


def test_five_wins_are_told_at_most_one_of_a_kind() -> None:
    rules = ("tested", "naloxone", "ate", "rode", "mood_up", "later_start", "day_without")
    wins = [
        *(won(rule, then=4, now=6, then_weeks=4, urges=1) for rule in rules),
        won("lighter_day", substance="alcohol", now=7000, then=9000, then_days=4, unit="g_alc"),
    ]
    assert {RULES[win.rule].group for win in wins} == set(WinGroup)
    assert len(only(shown(LESS, wins=wins), "What went well", Note)) == 5
    assert len(only(shown(LESS, wins=wins[:2]), "What went well", Note)) == 1


def test_what_went_with_it_is_told_with_counts() -> None:
    found = facts(shown(history("1*90", each=DRINK, records=RECORDS)), "What went with it")
    assert {name: unmarked(fact) for name, fact in found.items()} == {
        "Triggers": "together with use and urges: stress 2 and after work 1, of 2 records",
        "Tried with urges": "call someone 1 of 2 urges passed, came later or led to less",
        "Safer steps": "on 1 of 90 days of use: not alone 1",
        "With whom": "kim 1, of 1 record",
        "How it was taken": "oral 1, of 1 record",
        "Money spent": "12.50, on 1 day",
    }


def test_own_words_stand_as_they_are() -> None:
    page = shown(history("1*90", records=RECORDS), kept=EVERYTHING, naloxone=("top drawer", None))
    assert items(page, "What I want to talk about") == ["My sleep"]
    assert items(page, "My reasons") == ["Mornings."]
    assert items(page, "What may lie underneath, in my view") == ["sleep", "grandma"]
    assert section(page, "My letter to myself") == [Text("Dear me,\nit passes.")]
    assert section(page, "My notes") == [Text("Tue 17 Nov 2026: Slept\nwell.")]
    assert facts(page, "Days that I marked") == {"Mon 16 Nov 2026": "payday"}
    assert facts(page, "My naloxone") == {"Where": "top drawer"}
    day = "Tue 3 Nov 2026"
    assert facts(page, "My rulers, from 0 to 10") == {"Importance": f"4 on {day}, 7 on {day}"}
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


def test_every_day_is_a_grid_of_each_substance() -> None:
    both = together(history("1*90", each=DRINK), history("2", substance=CANNABIS))
    found = section(shown(both), "Every day")
    grids = [block.title for block in only(shown(both), "Every day", CalendarGrid)]
    months = ("Aug", "Sep", "Oct", "Nov")
    assert grids == [f"{name}, {month}" for name in ("Alcohol", "Cannabis") for month in months]
    assert found[-1] == Text(
        "Alcohol, on each day with a known amount: 1 US standard drink. "
        "Cannabis, on each day with a known amount: 2 joints."
    )


def test_months_of_two_years_say_which() -> None:
    found = shown(history("1*366 2"), DateRange(TODAY - 366, TODAY + 1))
    assert only(found, "Every day since Sun 24 May 2026", CalendarGrid)[0].title == "Alcohol, May"
    over = shown(history("1*366 2", end=TODAY - 330), DateRange(TODAY - 360, TODAY - 300))
    assert only(over, "Every day", CalendarGrid)[0].title == "Alcohol, Nov 2025"


def test_many_substances_stand_three_abreast() -> None:
    names = [ALCOHOL._replace(key=name, name=name) for name in "abcde"]
    some = together(*(history("1*30", substance=one) for one in names))
    tables = only(shown(some), "All figures of this period", Table)
    assert [len(one.columns) - 2 for one in tables] == [3, 2]


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
    assert words(page)[0].endswith("Nothing is written in these days yet.")
