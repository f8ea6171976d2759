"""Urges and situations, in words: outcomes of all urges, situations, and all that was tried."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from hrjournal.blocks import Table
from hrjournal.domain.entries.entry import EntryType, Outcome
from hrjournal.domain.summary.sections import Section
from hrjournal.pages.summary import urges
from hrjournal.report.summary.urges import UrgeOutcomes
from support.builders import TODAY, entry, history
from support.pages.reading import DRINK
from support.pages.summing import KNOWN, WHOLE, facts, headings, only, said, shown, summed, table

ITS_PARTS = frozenset({Section.URGES, Section.TRIGGERS, Section.HELPED})
TITLE = "Urges and situations"
ENDS = (Outcome.RODE_OUT, Outcome.DELAYED, Outcome.LESS, Outcome.USED, None, Outcome.USED)
RECORDS = [
    *(
        entry(
            EntryType.URGE,
            TODAY - at,
            urge=7,
            triggers=("after-work",) if at % 2 else (),
            copings=("walk",) if at < 4 else ("pray",),
            outcome=outcome,
        )
        for at, outcome in enumerate(ENDS)
    ),
    entry(EntryType.USE, TODAY - 3, triggers=("after-work", "row"), note="a row", gave="calm"),
    entry(EntryType.USE, TODAY - 2, gave="nothing", after="a headache"),
    entry(EntryType.USE, TODAY - 1, note="alone with it"),
]
FOUND = history("1*85 1 1 9 5 1 1", each=DRINK, records=RECORDS)


def test_all_urges_are_told_with_their_ends() -> None:
    assert said(shown(FOUND), TITLE)[0] == (
        "6 urges: 1 passed without use, 1 used later than I would have, 1 used less, 2 used and "
        "1 with no end written."
    )
    assert urges.ended_words(UrgeOutcomes(1, {Outcome.RODE_OUT: 1}, 0)) == (
        "1 urge: 1 passed without use"
    )


def test_each_situation_has_its_days_of_use_heavy_days_and_urges() -> None:
    found = table(shown(FOUND), TITLE)
    assert list(found) == ["after work", "row"]
    assert list(found["after work"].values()) == ["after work", "1", "1", "3", "0"]
    assert list(found["row"].values()) == ["row", "1", "1", "0", ""]


def test_all_that_was_tried_stands_with_all_its_ends() -> None:
    found = table(shown(FOUND), TITLE, at=1)
    assert list(found["walk"].values()) == ["walk", "4", "1", "1", "1", "1", "0"]
    assert list(found["pray"].values()) == ["pray", "2", "0", "0", "0", "1", "1"]


def test_largest_days_are_told_by_what_they_gave_and_what_came_after() -> None:
    parts = frozenset({Section.NOTES, Section.URGES})
    found = facts(shown(FOUND, parts=parts), TITLE)
    first, second = found  # the larger first
    assert first == "Fri 20 Nov 2026, 9 US standard drinks"
    assert second.startswith("Sat 21 Nov 2026, ")
    assert "nothing" in found[second]
    assert "a headache" in found[second]
    assert "a headache" not in str(shown(FOUND, parts=WHOLE - {Section.NOTES}))


def test_each_of_its_parts_can_be_left_out() -> None:
    def seen(*left: Section) -> tuple[int, int]:
        page = shown(FOUND, parts=ITS_PARTS - {*left})
        tables = len(only(page, TITLE, Table)) if TITLE in headings(page) else 0
        return tables, "passed without use" in str(page)

    assert seen() == (2, True)
    assert seen(Section.URGES) == (2, False)
    assert seen(Section.TRIGGERS) == (1, True)
    assert seen(Section.TRIGGERS, Section.HELPED) == (0, True)
    assert seen(Section.URGES, Section.TRIGGERS, Section.HELPED) == (0, False)


def test_without_how_urges_ended_no_situation_says_how() -> None:
    without = summed(FOUND, parts=WHOLE - {Section.URGES})
    row = table(shown(FOUND, parts=WHOLE - {Section.URGES}), TITLE)["after work"]
    assert row["Passed"] == ""
    assert not any(one.get("passed") for one in urges.triggers_data(without, KNOWN))


def test_as_data_it_is_counted_the_same() -> None:
    whole = summed(FOUND)
    assert urges.outcomes_data(whole.urges.outcomes) == {
        "urges": 6,
        "rode_out": 1,
        "delayed": 1,
        "less": 1,
        "used": 2,
        "not_written": 1,
    }
    assert urges.triggers_data(whole, KNOWN)[0]["use_days"] == 1
    assert [one["word"] for one in urges.ways_data(whole, KNOWN)] == ["walk", "pray"]


@given(st.dictionaries(st.sampled_from(Outcome), st.integers(1, 99)), st.integers(0, 99))
def test_the_numbers_of_the_sentence_sum_up_to_all_urges(
    ended: dict[Outcome, int], unsaid: int
) -> None:
    every = sum(ended.values()) + unsaid
    told = urges.ended_words(UrgeOutcomes(every, ended, unsaid))
    first, *rest = map(int, re.findall(r"\d+", told))
    assert first == every == sum(rest)
