"""Goals in words: what is wanted, and how a week stands beside it."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from hrjournal.blocks import Sparkline
from hrjournal.content.units import units
from hrjournal.domain.goals.goal import GoalKind, GoalVersion, Rating
from hrjournal.pages.goals.page import (
    GoalSayer,
    GoalView,
    list_page,
    review_page,
    today_line,
    trend_line,
)
from hrjournal.pages.goals.words import goal_words, rating_words, week_words
from hrjournal.report.goals.figures import GoalFigure
from hrjournal.report.goals.progress import GoalWeek
from hrjournal.sanitize import unmarked
from support.builders import ALCOHOL, TODAY
from support.report.goals import WEEK, drinks, goal, version

US = units("US", "country")
SAYER = GoalSayer({"alcohol": ALCOHOL}, US, TODAY)
TWO = drinks(28_000, kind=GoalKind.DAY)


def week(one: GoalVersion, low: int, of: int | None = None, **more: Any) -> GoalWeek:
    figure = GoalFigure(low, more.pop("high", low), more.pop("rests_on", 5), of, **more)
    return GoalWeek(one, WEEK, WEEK, figure)


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (TWO, "Alcohol: at most 2 drinks a day"),
        (drinks(140_000), "Alcohol: at most 10 drinks a week"),
        (drinks(70_000, kind=GoalKind.LARGEST), "Alcohol: at most 5 drinks on any day"),
        (version(GoalKind.USE_DAYS, limit=3), "Anything: at most 3 days of use a week"),
        (version(GoalKind.FREE_DAYS, limit=1), "Anything: 1 day a week without"),
        (version(GoalKind.GAP, limit=2), "Anything: at least 2 days from one use to the next"),
        (version(GoalKind.NOT_BEFORE, limit=68_400), "Anything: not before 19:00"),
        (version(GoalKind.NOT_ALONE, about="alcohol"), "Alcohol: not alone"),
        (version(GoalKind.NOT_ON, weekdays=(0, 2, 6)), "Anything: not on Mon, Wed and Sun"),
        (version(GoalKind.NONE, about="alcohol"), "Alcohol: none"),
        (version(GoalKind.COPING, what="call-ann"), "call ann with urges"),
        (version(GoalKind.COPING, what="walk", limit=3), "walk 3 times a week"),
        (version(GoalKind.STEP, what="water"), "water on each day of use"),
        (version(GoalKind.STEP, what="water", limit=2), "water on 2 days a week"),
        (version(GoalKind.GOOD, limit=1), "A good thing once a week"),
        (version(GoalKind.GOOD, limit=2, what="call my sister"), '"call my sister" twice a week'),
        (version(GoalKind.SLEEP, limit=450), "Sleep 7 h 30 a night"),
        (version(GoalKind.SLEEP, limit=60), "Sleep 1 hour a night"),
        (version(GoalKind.MONEY, limit=12_500), "Spend at most 12.50 a week"),
        (version(GoalKind.OWN, words="be\nkinder"), '"be kinder"'),
        (version(GoalKind.NONE, about="gone"), "gone: none"),
    ],
)
def test_what_is_wanted(one: GoalVersion, words: str) -> None:
    assert unmarked(goal_words(one, {"alcohol": ALCOHOL}, US)) == words


def test_the_answer_names_the_drink_of_the_country_in_full() -> None:
    said = goal_words(TWO, {"alcohol": ALCOHOL}, US, full=True)
    assert unmarked(said) == "Alcohol: at most 2 US standard drinks a day"
    assert "some" in goal_words(TWO, {}, units("US", "country", masked=True))


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (week(drinks(140_000), 84_000), "6 of 10 drinks"),
        (week(drinks(14_000), 14_000, high=28_000), "1 to 2 of 1 drink"),
        (week(drinks(140_000), 84_000, unknown=2), "6 of 10 drinks (+? on 2 days)"),
        (week(drinks(140_000), 0, rests_on=0), "nothing logged"),
        (week(drinks(70_000, kind=GoalKind.LARGEST), 84_000), "largest day: 6 of 5 drinks"),
        (week(TWO, 5, 6), "at most 2 drinks a day held on 5 of 6 logged days"),
        (week(TWO, 0, 0), "no day with a known amount"),
        (week(version(GoalKind.USE_DAYS, limit=3), 2), "2 of at most 3 days"),
        (week(version(GoalKind.FREE_DAYS, limit=3), 2), "2 of 3 days without"),
        (week(version(GoalKind.GAP, limit=3), 1, 2), "far enough apart 1 of 2 times"),
        (week(version(GoalKind.GAP, limit=3), 0, 0), "no two uses to compare"),
        (
            week(version(GoalKind.NOT_BEFORE, limit=68_400), 3, 4),
            "not before 19:00 on 3 of 4 days of use",
        ),
        (week(version(GoalKind.NOT_BEFORE, limit=68_400), 0, 0), "no use logged"),
        (week(version(GoalKind.NOT_ALONE), 3, 4), "not alone on 3 of 4 days of use"),
        (week(version(GoalKind.NOT_ON), 3, 4), "without on 3 of 4 such days"),
        (week(version(GoalKind.NONE), 3, 4), "without on 3 of 4 logged days"),
        (week(version(GoalKind.COPING, what="walk"), 3, 4), "walk with 3 of 4 urges"),
        (week(version(GoalKind.COPING, what="walk"), 0, 0), "no urges logged"),
        (week(version(GoalKind.COPING, what="walk", limit=4), 3), "walk 3 of 4 times"),
        (week(version(GoalKind.STEP, what="water"), 3, 4), "water on 3 of 4 days of use"),
        (week(version(GoalKind.STEP, what="water", limit=4), 3), "water 3 of 4 days"),
        (week(version(GoalKind.GOOD, limit=4), 3), "good things 3 of 4 times"),
        (week(version(GoalKind.SLEEP, limit=420), 3, 5), "7 hours or more on 3 of 5 logged nights"),
        (week(version(GoalKind.MONEY, limit=30_000), 12_500), "12.50 of 30 spent"),
    ],
)
def test_how_a_week_stands(found: GoalWeek, words: str) -> None:
    assert unmarked(week_words(found, US)) == words


def test_amounts_in_two_scales_each_have_their_unit() -> None:
    grams = version(GoalKind.WEEK, about="x", limit=2_000_000, unit="mg")
    assert week_words(week(grams, 500_000), US) == "500 mg of 2 g"


def test_ratings_are_dots_the_latest_first() -> None:
    rated = (Rating(TODAY - 400, 0), Rating(TODAY, 10))
    assert rating_words(rated, 2026) == "•••••••••• 10 (23 Nov), ·········· 0 (19 Oct 2025)"


def view(number: int, *weeks: GoalWeek | None) -> GoalView:
    return GoalView(goal(TWO, number=number), (*weeks, None), (Rating(TODAY, 7),))


def test_the_line_of_weeks_leaves_a_gap_where_nothing_is_said() -> None:
    near = week(TWO, 3, 4, near=Fraction(3, 4))
    page = list_page([view(1, None, near, week(TWO, 1, 1, rests_on=1), near)], SAYER)
    (line,) = (block for block in page.blocks if isinstance(block, Sparkline))
    assert line.shares == (None, 0.75, None, 0.75)
    assert line.words == "last week: held on 3 of 4 logged days"
    few = list_page([view(1, week(TWO, 1, 1, rests_on=1))], SAYER)
    assert not any(isinstance(block, Sparkline) for block in few.blocks)


def test_a_week_with_few_days_says_so_in_a_review() -> None:
    page = review_page([view(1, week(TWO, 1, 1, rests_on=1))], SAYER, "And now?")
    said = unmarked(f"{page.blocks}")
    assert "held on 1 of 1 logged day (1 of 7 days logged, too few to say more)" in said
    assert "And now?" in said


def test_many_goals_fit_on_one_screen_of_a_review() -> None:
    near = week(TWO, 3, 4, near=Fraction(3, 4))
    page = review_page([view(number, near) for number in range(1, 6)], SAYER, "And now?")
    rows = sum(len(getattr(block, "rows", ())) or 1 for block in page.blocks)
    assert rows <= 20


def test_today_and_trends_have_a_line() -> None:
    found = GoalView(goal(drinks(140_000)), (week(drinks(140_000), 84_000),))
    line = today_line([found], SAYER, (3, 4))
    assert unmarked(line) == "Goals this week, 3 of 4 days logged: Alcohol 6 of 10 drinks"
    assert today_line([GoalView(goal(TWO), (None,))], SAYER, (3, 4)) == ""
    assert trend_line(TWO, SAYER) == "Your goal: at most 2 drinks a day since 16 Nov."
