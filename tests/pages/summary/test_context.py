"""What went well, and what was written down beside use."""

from __future__ import annotations

from hrjournal.blocks import Note, Tone
from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.win import Win, WinGroup
from hrjournal.report.wins.families import RULES
from support.builders import TODAY, entry, history
from support.pages.reading import DRINK, bare
from support.pages.summing import facts, headings, only, section, shown

LESS = history("4*60 0 2 2 0 2 . 2*84", each=DRINK)


def won(rule: str, day: int = TODAY, substance: str | None = None, **figures: str | int) -> Win:
    of = RULES[rule]
    return Win(rule, day, of.grade, of.group, of.measure, substance, figures=figures)


def test_wins_are_told_in_the_first_person_and_each_of_a_rule_once() -> None:
    wins = [
        *(won("day_without", TODAY - back, "alcohol", then=4) for back in (9, 3)),
        won("treatment", TODAY - 4)._replace(told=False),  # a summary tells it all the same
        won("strategy", TODAY - 2, strategy="call-someone", urges=1),
    ]
    found = section(shown(LESS, wins=wins), "What went well")
    assert bare(found[:3]) == [
        Note("21 Nov. I answered an urge, with: call someone.", Tone.WIN),
        Note(
            "20 Nov. Alcohol: a Friday without. I had some on 4 of the last 4 Fridays.",
            Tone.WIN,
        ),
        Note("19 Nov. Took my treatment.", Tone.WIN),
    ]


def test_five_wins_are_told_at_most_one_of_a_kind() -> None:
    rules = ("tested", "naloxone", "ate", "rode", "mood_up", "later_start", "day_without")
    wins = [
        *(won(rule, then=4, now=6, then_weeks=4, urges=1) for rule in rules),
        won("lighter_day", substance="alcohol", now=7000, then=9000, then_days=4, unit="g_alc"),
    ]
    assert {RULES[win.rule].group for win in wins} == set(WinGroup)
    assert len(only(shown(LESS, wins=wins), "What went well", Note)) == 5


def test_without_a_win_nothing_is_said_of_wins() -> None:
    assert "What went well" not in headings(shown(LESS))


def test_what_is_beside_use_is_told_with_counts() -> None:
    records = (
        entry(EntryType.USE, TODAY - 2, steps=("not-alone",), company="kim"),
        entry(EntryType.USE, TODAY - 3, route="oral", spend=12_500),
    )
    found = facts(shown(history("1*90", each=DRINK, records=records)), "Beside use")
    assert found == {
        "Safer steps": "on 1 of 90 days of use: not alone 1",
        "With whom": "kim 1, of 1 record",
        "How it was taken": "oral 1, of 1 record",
        "Money spent": "12.50, on 1 day",
    }
