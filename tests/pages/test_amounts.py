from __future__ import annotations

from fractions import Fraction

import pytest

from hrjournal.domain.history import DateRange
from hrjournal.pages.amounts import (
    days_words,
    joined,
    span_figure,
    tenths,
    total_figure,
    total_words,
)
from hrjournal.report.measures import measures
from support.builders import TODAY, history
from support.pages.reading import DRINK, UNITS


@pytest.mark.parametrize(
    ("marks", "figure", "words"),
    [
        (". .", "", ""),
        ("0 0", "0", ""),
        ("2 0", "2", "2 US standard drinks"),
        ("3-4 4-5", "7 to 9", "7 to 9 US standard drinks"),
        ("? 0", "?", ""),
        ("2 ?", "2 +?", "2 US standard drinks and some more (amount not known)"),
        ("2 3line", "2 + 42 lines", "2 US standard drinks and 42 lines"),
        ("0 3line", "42 lines", "42 lines"),
        ("3line ?", "42 lines +?", "42 lines and some more (amount not known)"),
    ],
)
def test_a_total_says_what_is_known_and_what_is_not(marks: str, figure: str, words: str) -> None:
    days = history(marks, each=DRINK).of("alcohol")
    counted = measures(days, DateRange(TODAY - 1, TODAY + 1), "g_alc")
    assert total_figure(counted, UNITS) == figure
    assert total_words(counted, UNITS) == words


def test_a_mean_is_shown_in_the_unit_of_the_person() -> None:
    assert span_figure(Fraction(7 * DRINK, 3), Fraction(7 * DRINK, 3), "g_alc", UNITS) == "2.3"
    assert span_figure(Fraction(DRINK, 2), DRINK, "g_alc", UNITS) == "0.5 to 1"


def test_a_number_has_one_place() -> None:
    assert [tenths(Fraction(*parts)) for parts in ((0, 1), (25, 4), (1, 20), (19, 20))] == [
        "0.0",
        "6.3",
        "0.1",
        "1.0",
    ]


def test_a_day_alone_is_one_day() -> None:
    assert [days_words(count) for count in (0, 1, 2)] == ["0 days", "1 day", "2 days"]


def test_a_list_reads_as_one() -> None:
    assert [joined(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
