"""Ten lines at most, to paste into a record."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.entries.entry import EntryType, Outcome
from hrjournal.domain.history import History
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from hrjournal.domain.summary.sections import Section
from hrjournal.pages.summary.record import page
from hrjournal.report.summary.safety_facts import SafetyFact, SafetyFactKind
from support.builders import ALCOHOL, HEROIN, METHADONE, TODAY, entry, history, together
from support.pages.reading import DRINK, as_seen, words
from support.pages.summing import KNOWN, WHOLE, summed

MOMENT = entry(EntryType.NONE, TODAY - 20).moment
SELF = "Self-report from a journal; days not logged are in no figure."
LESS = history(
    "4*60 0 2 2 0 2 . 2*84",
    each=DRINK,
    records=[
        entry(EntryType.URGE, TODAY - 4, urge=8, outcome=Outcome.LESS),
        entry(EntryType.URGE, TODAY - 5, urge=6, outcome=Outcome.RODE_OUT),
        entry(EntryType.CHECKIN, TODAY - 6, mood=7, sleep=450, note="a note"),
    ],
)
KEPT = (
    Keepsake(KeepsakeType.AGREED, MOMENT, text="Walk\nfirst"),
    Keepsake(KeepsakeType.TALK, MOMENT, text="My sleep"),
    Keepsake(KeepsakeType.TALK, MOMENT, text="My work"),
)


def lines(found: History, **given: Any) -> list[str]:
    return words(as_seen(page(summed(found, **given), KNOWN)))


def test_it_tells_the_page_in_a_few_lines() -> None:
    assert lines(LESS, kept=KEPT) == [
        "Wed 26 Aug 2026 to Mon 23 Nov 2026, 89 of 90 days logged.",
        (
            "Alcohol: used on 87 of 89 logged days, 2 US standard drinks a day and at most 2; "
            "at my start 28 of 28, 4 US standard drinks a day and at most 4."
        ),
        "Safety: Nothing in these days that needs saying first.",
        (
            "2 urges: 1 passed without use and 1 used less. "
            "On average: mood 7.0 of 10 (1 day), urges 7.0 of 10 (2 days) and sleep 7.5 h (1 day)."
        ),
        "Agreed last time: Walk first",
        "To talk about: My sleep / My work",
        SELF,
    ]


def test_what_has_to_be_said_first_is_in_it() -> None:
    fact = SafetyFact(SafetyFactKind.RETURN, ("heroin",), (TODAY,), gap=41)
    told = lines(history("1*20 0*40 1", substance=HEROIN), facts=[fact])
    (safety,) = [line for line in told if line.startswith("Safety: ")]
    assert "41 days after the last" in safety
    assert "Nothing" not in safety


def test_of_an_empty_journal_nothing_calming_is_said() -> None:
    told = lines(history(""))
    assert told[0].endswith("0 of 90 days logged.")
    assert "needs saying first" not in str(told)


def test_an_amount_that_is_not_known_has_no_mean() -> None:
    told = lines(history("2*88 ? 2", each=DRINK))
    assert told[1] == (
        "Alcohol: used on 90 of 90 logged days; at my start 28 of 28, 2 US standard drinks a day "
        "and at most 2."
    )


def test_of_a_medicine_it_is_told_on_how_many_days_it_was_taken() -> None:
    told = lines(history(". 40*30 . . 40*7 .", substance=METHADONE))[1]
    assert "37 of 37" not in told
    assert "taken on 37 days" in told


def test_what_is_said_in_own_words_is_in_it_however_many_substances_there_are() -> None:
    some = [ALCOHOL._replace(key=f"{at}", name=f"Thing {at}") for at in range(6)]
    records = [entry(EntryType.URGE, urge=4), entry(EntryType.CHECKIN, mood=4)]
    found = together(*(history("1*90", substance=one, records=records) for one in some))
    told = lines(found, kept=KEPT)
    assert "Walk first" in str(told)
    assert "My sleep" in str(told)


def test_without_a_part_its_line_is_not_there() -> None:
    lines_of = {
        Section.CHANGES: "Alcohol:",
        Section.SAFETY: "Safety:",
        Section.URGES: "2 urges:",
        Section.AGREED: "Agreed",
        Section.TALK: "To talk",
    }
    for part, opens in lines_of.items():
        told = lines(LESS, kept=KEPT, parts=WHOLE - {part})
        assert not any(line.startswith(opens) for line in told), part
        assert len(told) == 6 + (part is Section.URGES)  # mood stands in the line of urges
    assert "On average" not in str(lines(LESS, kept=KEPT, parts=WHOLE - {Section.MOOD}))
    assert "89 of 90" not in lines(LESS, parts=WHOLE - {Section.COVERAGE})[0]
    assert lines(LESS, kept=KEPT, parts=frozenset())[1:] == [SELF]


def test_no_note_and_no_letter_is_ever_in_it() -> None:
    letter = Keepsake(KeepsakeType.LETTER, MOMENT, text="Dear me")
    told = str(lines(LESS, kept=(*KEPT, letter)))
    assert "a note" not in told
    assert "Dear me" not in told


@given(st.integers(0, 9), st.integers(0, 12), st.booleans(), st.booleans())
def test_it_has_ten_lines_at_most_and_each_is_one(
    substances: int, points: int, urges: bool, feelings: bool
) -> None:
    records = [entry(EntryType.URGE, urge=4)] * urges + [
        entry(EntryType.CHECKIN, mood=4)
    ] * feelings
    some = [ALCOHOL._replace(key=f"{at}", name=f"Thing {at}") for at in range(substances)]
    found = together(
        history("", records=records), *(history("1*90", substance=one) for one in some)
    )
    kept = tuple(
        Keepsake(sort, MOMENT, text=f"point\n{at}")
        for at in range(points)
        for sort in (KeepsakeType.TALK, KeepsakeType.AGREED)
    )
    told = lines(found, kept=kept)
    assert 2 <= len(told) <= 10
    assert told[-1] == SELF
    assert not any("\n" in line for line in told)
