from __future__ import annotations

import json
from typing import Any

import pytest

from hrjournal.domain.history import BaselinePin, History
from hrjournal.domain.win import Grade, Win
from hrjournal.pages.wins.why import chance_words, why_page
from hrjournal.sanitize import unmarked
from support.builders import ALCOHOL, CANNABIS, TODAY, history
from support.pages.reading import DRINK, UNITS, column, read, tables
from support.pages.winning import JOURNALS, made, sentence, walked
from support.report.finding import SUNDAY, weekly, won


def behind(win: Win | None, now: History, why: str = "") -> str:
    assert win is not None
    return read(why_page(win, now, UNITS, why))


def test_behind_a_week_lie_its_days_as_they_were_written() -> None:
    now = history("4*20 . ? 4*6 2 1 0 0 2 2 .", each=DRINK, substance=ALCOHOL, end=SUNDAY)
    win = won(now, "lighter_week", day=SUNDAY)
    assert win is not None
    shown = why_page(win, now, UNITS, "Less goes with fewer problems.")
    (rows,) = tables(shown)
    assert column(rows, "In") == ["these days"] * 7 + ["before"] * 28
    written = column(rows, "Logged")
    assert written[:3] == ["2 US standard drinks", "1 US standard drink", "none"]
    assert written[6] == "not logged"
    assert "some, amount not known" in written
    text = read(shown)
    assert "These days: Mon 16 Nov 2026 to Sun 22 Nov 2026 (6 counted)" in text
    assert "Before: Mon 19 Oct 2026 to Sun 15 Nov 2026 (26 counted)" in text
    assert "Each day is compared with the same weekday in the four weeks before." in text
    assert "Less goes with fewer problems." in text


def test_behind_a_fact_of_a_weekday_lie_days_of_that_name() -> None:
    now = history(weekly("3 5 4 3 2"), substance=CANNABIS)
    win = won(now, "lighter_day")
    assert win is not None
    (rows,) = tables(why_page(win, now, UNITS, ""))
    assert all(day.startswith("Mon ") for day in column(rows, "Day"))
    assert column(rows, "Logged") == ["2 joints", "3 joints", "5 joints", "4 joints", "3 joints"]


@pytest.mark.parametrize(
    ("rule", "chance", "line"),
    [
        ("lighter_day", 200_000, "By chance alone this comes up in about 1 of 5 Mondays."),
        ("day_without", 400_000, "By chance alone this comes up in about 1 of 2.5 Mondays."),
        ("small_return", 111_111, "By chance alone this comes up in about 1 of 9 times."),
        ("longest_gap", 200_000, "about 1 of 5 times."),
        ("lighter_week", 200_000, "about 1 of 5 weeks."),
        ("lighter_week", 400_000, "about 1 of 2.5 weeks."),
        ("lighter_week", 1_000_000, "By chance alone this comes up in nearly all weeks."),
        ("mood_up", 200_000, "about 1 of 5 weeks."),
        ("clearly_less", 30_303, "3 of 100 reshufflings of these weeks would make the last ones"),
        ("clearly_less", 2020, "1 of 100 reshufflings of these weeks would make the last ones"),
    ],
)
def test_how_often_luck_alone_does_it(rule: str, chance: int, line: str) -> None:
    assert line in chance_words(made(rule)._replace(chance=chance))


def test_an_act_needs_no_luck_and_has_no_days_behind_it() -> None:
    win = made("tested", None)._replace(id=3)
    assert chance_words(win) == ""
    text = behind(win, history("1"), "Because.")
    assert text == (
        "# Win 3\n\nChecked what was in it.\n\nDay: Mon 23 Nov 2026\n\n## Why it helps\n\n"
        "Because.\n"
    )


def test_an_estimate_is_named_as_one() -> None:
    now = history(
        "2*84", substance=CANNABIS, start=BaselinePin(use_days=7, doubled=8000, unit="joint")
    )
    figures: dict[str, Any] = {
        "now": 1000,
        "then": 4000,
        "unit": "joint",
        "then_from": 0,
        "then_to": -1,
    }
    win = made("holds", **figures, weeks=4, now_from=TODAY - 27, now_to=TODAY)
    assert "Before: your own estimate" in behind(win, now)


def test_where_no_reason_was_read_none_is_said() -> None:
    assert "Why it helps" not in behind(made("tested", None), history("1"))


@pytest.mark.parametrize("now", JOURNALS, ids=lambda now: "-".join(now.substances))
def test_every_win_can_be_looked_behind(now: History) -> None:
    for win in walked(now):
        shown = why_page(win, now, UNITS, "Why.")
        assert sentence(win, now) in read(shown)
        data = json.loads(json.dumps(dict(shown.data)))
        assert data["id"] == win.id
        assert bool(data["days"]) == (win.grade is not Grade.DID and win.substance is not None)
        assert unmarked(data["why"]) == "Why."
