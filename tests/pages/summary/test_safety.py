"""What is said of the facts of a whole window: with their dates, and never advice."""

from __future__ import annotations

from typing import Any

import pytest

from hrjournal.blocks import Note, Text, Tone
from hrjournal.domain.history import History
from hrjournal.domain.substances.substance import Kind, Substance
from hrjournal.domain.summary.sections import Section
from hrjournal.pages.summary import safety
from hrjournal.report.summary.safety_facts import SafetyFact, SafetyFactKind, safety_facts
from support.builders import ALCOHOL, DIAZEPAM, HEROIN, TODAY, history, together
from support.pages.summing import KNOWN, NINETY, WHOLE, headings, only, said, section, shown, summed

GHB = Substance("ghb", "GHB", Kind("ghb", "GHB", group="ghb"), "ml", 7)
CALM = "Nothing in these days that needs saying first."
DRINKS = ALCOHOL._replace(kind=ALCOHOL.kind._replace(family="depressant"))
PILL = DIAZEPAM._replace(kind=DIAZEPAM.kind._replace(family="depressant"))
SEVERAL = together(*(history("1*30", substance=one) for one in (DRINKS, GHB, PILL)))


def lines(found: History, *facts: SafetyFact, **held: Any) -> list[str]:
    return said(shown(found, facts=facts, **held), "Safety")


def returns(*breaks: tuple[int, int]) -> list[SafetyFact]:
    """Returns so many days ago, each after so many days."""
    return [
        SafetyFact(SafetyFactKind.RETURN, ("heroin",), (TODAY - back,), gap=gap)
        for back, gap in breaks
    ]


def mix(*keys: str, back: tuple[int, ...] = (9, 5, 1)) -> SafetyFact:
    return SafetyFact(SafetyFactKind.MIX, keys, tuple(TODAY - one for one in back))


def test_where_there_is_nothing_that_is_said() -> None:
    page = shown(SEVERAL)
    assert section(page, "Safety") == [Text(CALM)]
    assert "Safety" not in headings(shown(SEVERAL, parts=WHOLE - {Section.SAFETY}))
    assert "Safety" not in headings(shown(history("")))


def test_by_letters_it_is_said_that_not_all_can_be_told() -> None:
    found = history("1*20 0*40 1", substance=HEROIN)
    untold = "Lines on safety that would tell what a letter stands for are left out."
    assert said(shown(SEVERAL, untold=True), "Safety") == [untold]
    assert said(shown(found, untold=True, facts=returns((0, 41))), "Safety")[1:] == [untold]


def test_facts_stand_right_below_the_headline_and_apart_from_other_words() -> None:
    page = shown(history("1*20 0*40 1", substance=HEROIN), facts=returns((0, 41)))
    assert headings(page)[:2] == ["What changed", "Safety"]
    assert section(page, "Safety") == [
        Note(
            "Heroin: used again after a break: on Mon 23 Nov 2026, 41 days after the last.",
            Tone.SAFETY,
        )
    ]


def test_the_returns_of_a_substance_stand_in_one_line_the_longest_break_first() -> None:
    found = history("1*60", substance=HEROIN)
    (line,) = lines(found, *returns((50, 10), (30, 41), (20, 8), (9, 11), (0, 9)))
    assert line == (
        "Heroin: used again after a break: on Sat 24 Oct 2026, 41 days after the last; "
        "on Sat 14 Nov 2026, 11 days after the last; "
        "on Sun 4 Oct 2026, 10 days after the last, and 2 more times."
    )


def test_a_mix_is_told_by_its_names_with_its_days() -> None:
    assert lines(SEVERAL, mix("alcohol", "ghb")) == [
        "Alcohol and GHB together on 3 days: Sat 14 Nov 2026, Wed 18 Nov 2026 and Sun 22 Nov 2026."
    ]
    assert lines(SEVERAL, mix("alcohol", "ghb", back=(1,))) == [
        "Alcohol and GHB together on Sun 22 Nov 2026."
    ]
    assert lines(SEVERAL, mix("alcohol", "ghb", back=(20, 9, 5, 2, 1))) == [
        (
            "Alcohol and GHB together on 5 days: "
            "the latest Wed 18 Nov 2026, Sat 21 Nov 2026 and Sun 22 Nov 2026."
        )
    ]


def test_three_that_were_all_mixed_on_the_same_days_are_one_mix() -> None:
    pairs = [mix("alcohol", "ghb"), mix("alcohol", "diazepam"), mix("diazepam", "ghb")]
    (line,) = lines(SEVERAL, *pairs)
    assert line.startswith("Alcohol, GHB and Diazepam together on 3 days")
    assert len(lines(SEVERAL, *pairs[:2])) == 2
    other = mix("diazepam", "ghb", back=(9, 5))
    assert len(lines(SEVERAL, *pairs[:2], other)) == 3


def test_a_sudden_stop_is_told_with_the_last_day() -> None:
    found = history("140*60 0*25", substance=DRINKS)
    facts = safety_facts(found, NINETY)
    assert lines(found, *facts)[0] == (
        "Alcohol: used on 14 of 14 logged days up to Thu 29 Oct 2026, and not after that."
    )


def test_a_break_that_goes_on_says_what_it_may_mean() -> None:
    found = history("1*20 0*10", substance=HEROIN)
    (line,) = lines(found, *safety_facts(found, NINETY))
    assert line.startswith("Heroin: ")
    assert "10 days" in line
    assert line.endswith("The old amount may be too much now.")


@pytest.mark.parametrize("later", [2, 40])
def test_a_rise_says_when_it_was(later: int) -> None:
    found = together(
        history(f"20*28 60*7 20*{later}", substance=DRINKS),
        history(f"1*{35 + later}", substance=PILL),
    )
    facts = [one for one in safety_facts(found, NINETY) if one.kind is SafetyFactKind.RISE]
    (line,) = lines(found, *facts)
    assert line.startswith("Alcohol: clearly more")
    assert "Diazepam" in line
    assert "in the last 7 days" not in line  # they are long over, when the page is read


def test_alone_is_told_with_the_days_of_which_it_is_known() -> None:
    alone = SafetyFact(SafetyFactKind.ALONE, days=(TODAY - 4, TODAY - 3), among=9)
    (line,) = lines(SEVERAL, alone)
    assert "alone on 2 of 9 days" in line


@pytest.mark.parametrize(
    ("kept", "sentence"),
    [
        ((None, None), "Naloxone: none written down."),
        (("top drawer", None), "Naloxone: at hand."),
        ((None, "2027-05-31"), "Naloxone: at hand, good until Mon 31 May 2027."),
        (("top drawer", "2027-05-31"), "Naloxone: at hand, good until Mon 31 May 2027."),
        (
            ("top drawer", "2026-01-31"),
            (
                "Naloxone: at hand, good until Sat 31 Jan 2026; "
                "that has passed, and it is still better than none."
            ),
        ),
    ],
)
def test_of_naloxone_it_is_told_whether_it_is_there_and_never_where(
    kept: tuple[str | None, str | None], sentence: str
) -> None:
    found = history("1*20", substance=HEROIN)
    page = shown(found, naloxone=kept, opioids=True, parts=WHOLE - {Section.PLACES})
    assert said(page, "Safety") == [CALM, sentence]
    assert "drawer" not in str(page)
    without = shown(found, naloxone=kept, opioids=True, parts=WHOLE - {Section.SAFETY})
    assert sentence not in str(without)


def test_who_uses_no_opioid_reads_nothing_of_naloxone() -> None:
    assert said(shown(SEVERAL, naloxone=("drawer", None)), "Safety") == [CALM]


def test_as_data_each_fact_has_its_days() -> None:
    found = history("1*20 0*40 1", substance=HEROIN)
    told = safety.data(summed(found, facts=returns((0, 41)), opioids=True), KNOWN)
    assert told["facts"][0]["kind"] == "return"
    assert (told["facts"][0]["days"], told["facts"][0]["gap_days"]) == (["2026-11-23"], 41)
    assert told["naloxone"] == "Naloxone: none written down."
    assert len(told["sentences"]) == 1


def test_what_is_urgent_is_a_note_and_the_rest_is_not() -> None:
    found = history("1*20 0*40 1", substance=HEROIN)
    page = shown(found, facts=returns((0, 41)), opioids=True, naloxone=("drawer", None))
    assert len(only(page, "Safety", Note)) == 1
    assert only(page, "Safety", Text) == [Text("Naloxone: at hand.")]
