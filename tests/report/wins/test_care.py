from __future__ import annotations

import pytest

from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.history import DayUse, History
from hrjournal.domain.substances.substance import Substance
from support.builders import ALCOHOL, CANNABIS, METHADONE, TODAY, entry, history
from support.report.finding import at_once, rules


@pytest.mark.parametrize(
    ("word", "rule"),
    [
        ("ate", "ate"),
        ("water", "water"),
        ("asked-for-help", "asked_help"),
        ("took-treatment", "treatment"),
    ],
)
def test_a_kind_step_counts_at_once(word: str, rule: str) -> None:
    assert rule in at_once(history(".", records=[entry(EntryType.STEP, steps=(word,))]))
    assert rule not in at_once(history(".", records=[entry(EntryType.STEP, steps=("tested",))]))


def test_a_medicine_written_down_is_treatment_taken() -> None:
    assert at_once(history("60", substance=METHADONE)) == {"logged", "treatment"}
    assert at_once(history("0", substance=METHADONE)) == {"logged"}


def counted(uses: int, prompt: int, substance: Substance = ALCOHOL) -> History:
    now = history("2", substance=substance)
    day = DayUse(uses, substance.unit, 2000, 2000, prompt=prompt)
    return now._replace(uses={substance.key: {TODAY: day}})


@pytest.mark.parametrize(
    ("uses", "prompt", "fires"), [(5, 3, True), (5, 2, False), (1, 1, True), (1, 0, False)]
)
def test_drinks_counted_as_they_happened(uses: int, prompt: int, fires: bool) -> None:
    assert ("counted" in rules(counted(uses, prompt))) == fires


def test_counting_waits_for_the_end_of_the_day_and_is_about_alcohol() -> None:
    assert "counted" not in at_once(counted(5, 5))
    assert "counted" not in rules(counted(5, 5, CANNABIS))
