"""What the words of a goal are taken for: a metric, a question, or words of one's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.cli.context import AppContext
from hrjournal.cli.goals.understand import GoalUnderstanding
from hrjournal.domain.goals.goal import GoalKind
from hrjournal.errors import NotUnderstoodError

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
NIGHTS = (0, 1, 2, 3, 6)
KINDS = [
    ("at most 2 drinks a day", GoalKind.DAY, "alcohol", 28_000),
    ("I want to drink at most 2 beers per night.", GoalKind.DAY, "alcohol", 28_000),
    ("no more than 5 cigarettes a day", GoalKind.DAY, "cigarettes", 5000),
    ("weed: at most 2 joints daily", GoalKind.DAY, "cannabis", 2000),
    ("alcohol 10 drinks a week", GoalKind.WEEK, "alcohol", 140_000),
    ("at most 14 drinks per week", GoalKind.WEEK, "alcohol", 196_000),
    ("max. 14 drinks/wk", GoalKind.WEEK, "alcohol", 196_000),
    ("<= 14 drinks/week", GoalKind.WEEK, "alcohol", 196_000),
    ("half a gram of coke a week", GoalKind.WEEK, "cocaine", 500_000),
    ("2-3 drinks a day", GoalKind.DAY, "alcohol", 42_000),
    ("never more than 5 drinks in one day", GoalKind.LARGEST, "alcohol", 70_000),
    ("no day over 6 drinks", GoalKind.LARGEST, "alcohol", 84_000),
    ("3 days a week without", GoalKind.FREE_DAYS, "", 3),
    ("4 alcohol-free days a week", GoalKind.FREE_DAYS, "alcohol", 4),
    ("2 dry days a week", GoalKind.FREE_DAYS, "alcohol", 2),
    ("three days a week without weed", GoalKind.FREE_DAYS, "cannabis", 3),
    ("at most 3 drinking days a week", GoalKind.USE_DAYS, "alcohol", 3),
    ("weed 2 days a week", GoalKind.USE_DAYS, "cannabis", 2),
    ("drink on at most 3 days a week", GoalKind.USE_DAYS, "alcohol", 3),
    ("2 days between drinks", GoalKind.GAP, "alcohol", 2),
    ("at least 3 days between uses of coke", GoalKind.GAP, "cocaine", 3),
    ("not before 7pm", GoalKind.NOT_BEFORE, "", 68_400),
    ("no beer before 19:00", GoalKind.NOT_BEFORE, "alcohol", 68_400),
    ("nothing until noon", GoalKind.NOT_BEFORE, "", 43_200),
    ("only after 8pm", GoalKind.NOT_BEFORE, "", 72_000),
    ("not alone", GoalKind.NOT_ALONE, "", 0),
    ("no ketamine alone", GoalKind.NOT_ALONE, "ketamine", 0),
    ("only with friends", GoalKind.NOT_ALONE, "", 0),
    ("none", GoalKind.NONE, "", 0),
    ("no alcohol at all", GoalKind.NONE, "alcohol", 0),
    ("quit smoking", GoalKind.NONE, "cigarettes", 0),
    ("I want to stop drinking", GoalKind.NONE, "alcohol", 0),
    ("alcohol: none", GoalKind.NONE, "alcohol", 0),
    ("0 drinks", GoalKind.NONE, "alcohol", 0),
    ("walk when an urge comes", GoalKind.COPING, "", 0),
    ("when I have an urge, call Ann", GoalKind.COPING, "", 0),
    ("walk 3 times a week", GoalKind.COPING, "", 3),
    ("walk twice a week when a craving comes", GoalKind.COPING, "", 2),
    ("walk when an urge comes twice a week", GoalKind.COPING, "", 2),
    ("drank water", GoalKind.STEP, "", 0),
    ("water 3 times a week", GoalKind.STEP, "", 3),
    ("water on each day of use", GoalKind.STEP, "", 0),
    ("sleep 7 hours", GoalKind.SLEEP, "", 420),
    ("at least 7.5 hours of sleep a night", GoalKind.SLEEP, "", 450),
    ("spend at most 30 euros a week", GoalKind.MONEY, "", 30_000),
    ("alcohol $20 a week", GoalKind.MONEY, "alcohol", 20_000),
    ("one good thing a week", GoalKind.GOOD, "", 1),
    ("call my sister twice a week", GoalKind.GOOD, "", 2),
    ("meditate daily", GoalKind.GOOD, "", 7),
    ("see friends every week", GoalKind.GOOD, "", 1),
]
OWN = (
    *("be kinder to myself", "find a flat", "no phone in bed", "take fewer pills", "no drugs"),
    *("at most 2 flurbs a day", "10 gummmies a week", "at least 2 drinks a day", "not after 11pm"),
    *("no alcohol for a month", "no coke at parties", "at most 2 drinks a day and 3 a week"),
    *("2 drinks a day with Ann", "no alcohol or weed", "at most once a week my ex", "sleep well"),
    *("take my methadone every day", "30 a week", "not drink before 7pm on weekdays"),
    *("at most 4 beers on saturdays", "sleep before midnight", "an hour between drinks"),
    *("not every day alcohol", "not a week only $20", "2 joints twice a week less", "walk or run"),
    *("when an urge comes 2 joints", "$20 twice a week", "sister and weed every day"),
    *("10 days without", "30 days sober", "no alcohol until christmas"),
    *("30 euros a month", "more than 20 euros a week", "not before bedtime", "x" * 300),
)
ASKED = [
    ("at most 2 drinks", "at most 2 drinks a day"),
    ("3 beers", "3 beers a day"),
    ("less than 3 drinks a day", "at most 3 drinks a day"),
    ("xanax 2 a day", "at most xanax 2 pill a day"),
    ("not before 7", "not before 7am"),
    ("smoke 3 times a week", "Cigarettes at most 3 days a week"),
    ("at most once a week alcohol", "Alcohol at most 1 day a week"),
    ("three days without weed", "three days without weed a week"),
    ("2 nights a week", "at most 2 nights a week"),
]


@pytest.fixture
def reading(home: Path) -> Iterator[GoalUnderstanding]:
    app = AppContext(clock=lambda: 1_795_423_200)
    with app.open_journal(write=True) as journal:
        yield GoalUnderstanding(app, journal)


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GoalUnderstanding]:
    """The same for many lines; nothing is written by reading."""
    file = tmp_path_factory.mktemp("known") / "journal.db"
    app = AppContext(file=file, clock=lambda: 1_795_423_200)
    with app.open_journal(write=True) as journal:
        yield GoalUnderstanding(app, journal)


@pytest.mark.parametrize(("text", "kind", "about", "limit"), KINDS)
def test_words_are_taken_for_what_they_say(
    reading: GoalUnderstanding, text: str, kind: GoalKind, about: str, limit: int
) -> None:
    found = reading.goal(text).version
    assert (found.kind, found.about, found.limit) == (kind, about, limit)
    assert found.words == text


@pytest.mark.parametrize("text", OWN)
def test_what_is_no_metric_for_sure_stays_in_own_words(
    reading: GoalUnderstanding, text: str
) -> None:
    found = reading.goal(text).version
    assert (found.kind, found.words, found.about) == (GoalKind.OWN, text, "")


@pytest.mark.parametrize(("text", "offer"), ASKED)
def test_what_is_not_clear_is_asked_with_a_line_that_is(
    reading: GoalUnderstanding, text: str, offer: str
) -> None:
    with pytest.raises(NotUnderstoodError) as asked:
        reading.goal(text)
    assert asked.value.offers[0] == offer
    assert str(asked.value).endswith(f'Such as: hrjournal goal add "{offer}"')
    assert reading.goal(offer).version.kind is not GoalKind.OWN


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("no drinks on weekdays", (0, 1, 2, 3, 4)),
        ("not on work nights", NIGHTS),
        ("no drinking on mondays and tuesdays", (0, 1)),
        ("no alcohol monday to thursday", (0, 1, 2, 3)),
        ("no alcohol fri-sun", (4, 5, 6)),
        ("no alcohol saturday to monday", (0, 5, 6)),
        ("only on weekends", (0, 1, 2, 3, 4)),
        ("weekends without", (5, 6)),
        ("no beer on friday nights", (4,)),
    ],
)
def test_days_of_the_week(reading: GoalUnderstanding, text: str, days: tuple[int, ...]) -> None:
    found = reading.goal(text).version
    assert (found.kind, found.weekdays) == (GoalKind.NOT_ON, days)


@pytest.mark.parametrize("text", ["9 days a week without", "at most 8 days a week alcohol"])
def test_a_week_has_seven_days(reading: GoalUnderstanding, text: str) -> None:
    with pytest.raises(NotUnderstoodError, match="A week has 7 days"):
        reading.goal(text)


WORDS = st.sampled_from(
    [
        *("at most", "no", "not", "3", "two", "10", "drinks", "beer", "weed", "alcohol", "a day"),
        *(
            "a week",
            "per week",
            "days",
            "without",
            "before",
            "7pm",
            "7",
            "on",
            "weekdays",
            "monday",
        ),
        *("to", "friday", "alone", "sleep", "hours", "urge", "when", "walk", "twice", "water"),
        *("between", "spend", "$20", "in one day", "less than", "at least", "my", "sister", "once"),
        *("only", "every day", "a", "and", ",", "x2", "0", "xanax", "mg", "2.5", "-", "?", "5%"),
    ]
)


@given(st.lists(WORDS, min_size=1, max_size=7).map(" ".join) | st.text(max_size=40))
def test_whatever_is_typed_is_a_goal_a_question_or_own_words(
    known: GoalUnderstanding, text: str
) -> None:
    try:
        found = known.goal(text).version
    except NotUnderstoodError:
        return
    assert found.words == text
    assert found.limit >= 0
    counted = found.kind not in {GoalKind.OWN, GoalKind.NONE, GoalKind.NOT_ALONE, GoalKind.NOT_ON}
    occasion = found.kind in {GoalKind.COPING, GoalKind.STEP, GoalKind.NOT_BEFORE}
    assert found.limit or not counted or occasion
    assert (found.kind is GoalKind.NOT_ON) == bool(found.weekdays)


def test_a_bare_number_is_offered_with_what_is_tracked(run: Run) -> None:
    run("log", "alcohol", "2")
    run("log", "weed", "2", "joints")
    said = run("goal", "add", "at most 2 a day")
    assert said.code == 1
    assert 'Such as: hrjournal goal add "at most 2 Alcohol a day"' in said.err


def test_without_a_name_it_is_about_the_one_thing_or_about_all(run: Run) -> None:
    run("log", "alcohol", "2")
    run("log", "methadone", "40mg")
    assert "Alcohol: 3 days a week without" in run("goal", "add", "3 days a week without").out
    run("log", "weed", "2", "joints")
    said = run("goal", "add", "3 days a week without").out
    assert "Anything: 3 days a week without" in said


def test_own_names_and_own_servings_are_known(run: Run) -> None:
    run("log", "--new", "moon tea", "2", "cups")
    run("substances", "serving", "my can", "500ml", "4.8%")
    assert "moon tea: at most 2 cups a day" in run("goal", "add", "moon tea 2 cups a day").out
    assert "Alcohol: at most 2.7 US" in run("goal", "add", "at most 2 my can a day").out
