from __future__ import annotations

import json
import re
from typing import Any

import pytest

from hrjournal.domain.history import History
from hrjournal.domain.win import BaselineKind, Grade, Win, WinGroup, WinMeasure
from hrjournal.pages.wins.sentences import win_data
from hrjournal.report.wins.families import RULES
from hrjournal.sanitize import unmarked
from support.builders import CANNABIS, COCAINE, TODAY, history, together
from support.pages.reading import DRINK, UNITS
from support.pages.winning import AVOIDED, JOURNALS, made, sentence, walked

NEVER_FIRST = {  # the amount is surer or as sure, and told before them
    *("clearly_fewer_heavy_days", "clearly_lower_peaks"),
}


def said() -> dict[tuple[str, BaselineKind], str]:
    return {(win.rule, win.baseline): sentence(win, now) for now in JOURNALS for win in walked(now)}


def words(win: Win, **more: object) -> str:
    return sentence(win, history("1", substance=CANNABIS, **more))  # type: ignore[arg-type]


def test_every_rule_has_its_sentence_and_none_of_them_grades_a_person() -> None:
    told = said()
    assert set(RULES) - {rule for rule, _ in told} == NEVER_FIRST
    for line in told.values():
        assert not AVOIDED.search(line)
        assert line[0].isupper()
        assert line.endswith((".", ")"))
        assert "  " not in line
        assert " ." not in line


WEEK: dict[str, Any] = {
    "now": 9000,
    "then": 13_000,
    "unit": "joint",
    "now_used": 3,
    "then_used": 40,
    "now_days": 7,
}


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ({}, "Cannabis, a lighter week: 9 joints on 3 days. Usual: 13 on 4."),
        (
            {"start": 21_000, "start_used": 60},
            "Cannabis, a lighter week: 9 joints on 3 days. Usual: 13 on 4. At your start: 21 on 6.",
        ),
        ({"start": 21_000}, "At your start: 21."),
        ({"now_used": 1, "then_used": 14}, "9 joints on 1 day. Usual: 13 on 1."),
        ({"then_used": 15}, "Usual: 13 on 2."),
        ({"now": 0, "now_used": 0}, "Cannabis, a week without. Usual: 13 joints on 4."),
        ({"now_days": 5}, "Usual: 13 on 4. (5 of 7 days logged.)"),
        (
            {"rose": "cocaine", "rose_now": 8000, "rose_then": 5000, "rose_unit": "line"},
            "Usual: 13 on 4. Cocaine went up over the same week: 8 lines, was 5.",
        ),
    ],
)
def test_a_lighter_week(more: dict[str, int | str], line: str) -> None:
    both = together(history("1", substance=CANNABIS), history("1", substance=COCAINE))
    assert line in sentence(made("lighter_week", **{**WEEK, **more}), both)


CLEAR: dict[str, Any] = {"now": 1500, "then": 2500, "unit": "joint", "also": ""}


@pytest.mark.parametrize(
    ("win", "line"),
    [
        (
            made("clearly_less", **CLEAR),
            (
                "Cannabis, clearly lighter over four weeks: 1.5 joints a day, was 2.5 in the weeks "
                "before."
            ),
        ),
        (
            made("clearly_less", **CLEAR)._replace(baseline=BaselineKind.START),
            "Cannabis, clearly lighter over four weeks: 1.5 joints a day, was 2.5 at your start.",
        ),
        (
            made(
                "clearly_less",
                **{**CLEAR, "also": "days largest", "days_now": 30, "days_then": 55},
                largest_now=4000,
                largest_then=7000,
                levels=1,
            ),
            (
                "before. Days used: 3 a week, was 5.5. Largest day: 4 joints, was 7. That is "
                "one WHO level lower."
            ),
        ),
        (
            made("clearly_fewer_days", now=30, then=55, also=""),
            (
                "Cannabis, clearly less often over four weeks: 3 days a week, was 5.5 in the weeks "
                "before."
            ),
        ),
        (
            made("holds", now=1000, then=3000, unit="joint", weeks=8),
            (
                "Cannabis: the lower level has held for 8 weeks, at 1 joint a day, was 3 in the "
                "weeks before."
            ),
        ),
        (
            made("looks_lighter", **CLEAR),
            "Cannabis looks lighter so far: 1.5 joints a day, was 2.5",
        ),
        (made("looks_lighter", now=30, then=45), "so far: 3 days a week, was 4.5"),
    ],
)
def test_claims_of_four_weeks(win: Win, line: str) -> None:
    assert line in words(win)


@pytest.mark.parametrize(
    ("win", "line"),
    [
        (
            made("day_without", then=4),
            "Cannabis: a Monday without. You had some on 4 of the last 4 Mondays.",
        ),
        (
            made("longest_gap", now=2 * 86_400 + 3600, then=86_400),
            "Cannabis: 2 days 1 hour between uses, the longest in 90 days, was 1 day.",
        ),
        (made("longest_gap", now=5 * 3600, then=3600), "5 hours between uses, the longest"),
        (
            made("later_start", now=20 * 3600 + 1800, then=20 * 3600, then_days=4),
            (
                "Cannabis: the first at 20:30 on Monday, your latest of the last 5 Mondays with "
                "any. Next latest: 20:00."
            ),
        ),
        (made("rode", None, urges=1), "An urge passed without use."),
        (
            made("rode", None, urges=1, now=2, then=7, strategy="call-someone, tea"),
            "An urge passed without use, from 7 to 2 of 10, with: call someone, tea.",
        ),
        (
            made("mood_up", None, now=61, then=55, then_weeks=4),
            "Mood this week: 6.1 of 10, your best of the last 5 weeks. Next best: 5.5.",
        ),
        (made("sleep_up", None, now=425, then=400, then_weeks=4), "Sleep this week: 7 h 05 min"),
        (
            made("spend_less", None, now=4500, then=9000, then_weeks=4),
            "4.50 a day, your lowest of the last 5 weeks",
        ),
        (made("treatment", None), "Took your treatment."),
        (made("treatment"), "Took your Cannabis."),
    ],
)
def test_facts_and_acts(win: Win, line: str) -> None:
    assert line in words(win)


def test_days_without_an_opioid_go_with_a_word_on_the_body() -> None:
    line = words(made("small_return", now=1000, then=2000, unit="joint", without=4, then_days=4))
    assert "used to less" not in line
    win = made(
        "small_return", now=1000, then=2000, unit="joint", without=4, then_days=4, opioid_break=4
    )
    assert words(win).endswith(
        "your body is used to less: the amount from before can be too much now."
    )


def test_the_words_of_a_person_are_never_read_as_blanks() -> None:
    odd = CANNABIS._replace(name="{then} {0.id}")
    now = history("0", substance=odd)
    assert sentence(made("day_without", then=3), now).startswith("{then} {0.id}: a Monday")
    tried = made("strategy", None, strategy="{name}", urges=1)
    assert sentence(tried, now) == "You answered an urge, with: {name}."


def test_a_win_of_a_rule_that_is_not_known_any_more_is_still_told() -> None:
    old = Win("gone", TODAY, Grade.HAPPENED, WinGroup.LESS, WinMeasure.AMOUNT)
    assert sentence(old, history("1")._replace(substances={}))


@pytest.mark.parametrize("now", JOURNALS, ids=lambda now: "-".join(now.substances))
def test_as_data_a_win_is_plain_and_says_all_that_the_page_says(now: History) -> None:
    for win in walked(now):
        told = json.loads(json.dumps(win_data(win, now.substances, UNITS)))
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", told["day"])
        assert set(told) == {
            *("id", "day", "grade", "rule", "group", "substance", "against", "measure", "window"),
            *("compared", "figures", "chance", "told", "sentence"),
        }
        assert told["window"]["from"] <= told["window"]["to"] <= told["day"]
        assert (told["compared"] is None) or told["compared"]["from"] <= told["compared"]["to"]
        assert told["chance"] is None or 0 < told["chance"] <= 1
        acts = told["grade"] == "did"
        assert (told["chance"] is None) == acts == (told["against"] is None)


def test_an_amount_in_data_is_in_thousandths_of_its_unit() -> None:
    now = history(f"{2 * DRINK}g_alc*28", each=1)
    win = made("lighter_day", "alcohol", now=DRINK, then=2 * DRINK, unit="g_alc", then_days=4)
    assert win_data(win, now.substances, UNITS)["figures"]["now"] == DRINK
    assert "Alcohol: 1 drink on Monday, your lowest" in sentence(win, now)


def test_another_substance_in_data_goes_by_its_name() -> None:
    both = together(history("1", substance=CANNABIS), history("1", substance=COCAINE))
    rose = made("lighter_week", **WEEK, rose="cocaine", rose_now=2, rose_then=1, rose_unit="line")
    figures = win_data(rose, both.substances, UNITS)["figures"]
    assert unmarked(figures["rose"]) == "Cocaine"
