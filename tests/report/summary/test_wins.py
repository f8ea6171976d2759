"""Which wins a page tells: by grade and size, of its own days, and none that it denies."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.history import DateRange, History
from hrjournal.domain.summary.sections import Section
from hrjournal.domain.win import BaselineKind, Grade, Win, WinGroup, WinMeasure
from hrjournal.pages.summary.headline import sentence
from hrjournal.report.summary import Scope, Summary, SummaryInput, summary
from hrjournal.report.summary.headline import HeadlineSpan
from hrjournal.report.summary.wins import chosen_wins
from hrjournal.report.wins import judge
from hrjournal.report.wins.families import RULES
from support.builders import CANNABIS, TODAY, history
from support.report.diaries import lines

if TYPE_CHECKING:
    from collections.abc import Iterable

FOUR_WEEKS = DateRange(TODAY - 27, TODAY + 1)
NINETY = DateRange(TODAY - 89, TODAY + 1)


def summed(found: History, window: DateRange, wins: Iterable[Win]) -> Summary:
    scope = Scope(window, TODAY, frozenset(Section), lines())
    return summary(SummaryInput(found, wins=tuple(wins)), scope)


def win(rule: str, day: int = TODAY, substance: str | None = "alcohol", chance: int = 0) -> Win:
    made = RULES[rule]
    return Win(rule, day, made.grade, made.group, made.measure, substance, chance=chance)


def rising(*, start: int, now: int) -> History:
    """Twelve weeks whose last four are the window: from some joints a day to others."""
    return history(f"{start}*56 {now}*28", substance=CANNABIS)


def of_use(rule: str, against: BaselineKind, **figures: int) -> Win:
    return win(rule, substance="cannabis")._replace(baseline=against, figures=figures)


@pytest.mark.parametrize(
    ("told", "denies"),
    [
        (of_use("clearly_less", BaselineKind.USUAL), True),  # less of a month
        (of_use("holds", BaselineKind.USUAL), True),
        (of_use("lighter_week", BaselineKind.USUAL, start=9000), True),  # less than at the start
        (of_use("lighter_week", BaselineKind.USUAL), False),
        (of_use("lighter_day", BaselineKind.USUAL), False),
        (of_use("clearly_less", BaselineKind.USUAL)._replace(substance="cocaine"), False),
        (win("tested", substance=None), False),
        # days of which most lie before the window
        (of_use("clearly_less", BaselineKind.USUAL, now_from=TODAY - 60, now_to=TODAY - 20), False),
    ],
)
def test_no_win_denies_the_headline(told: Win, denies: bool) -> None:
    up = summed(rising(start=2, now=3), FOUR_WEEKS, [told])
    down = summed(rising(start=3, now=2), FOUR_WEEKS, [told])
    assert (up.wins, down.wins) == (() if denies else (told,), (told,))


def test_nor_where_the_start_lies_within_these_days() -> None:
    told = of_use("clearly_less", BaselineKind.START, now_from=TODAY - 27, now_to=TODAY)
    up = summed(history("2*40 3*40", substance=CANNABIS), NINETY, [told])
    down = summed(history("3*40 2*40", substance=CANNABIS), NINETY, [told])
    assert (up.wins, down.wins) == ((), (told,))


def test_what_holds_weighs_more_than_what_changes_and_that_more_than_what_was_done() -> None:
    some = [win("ate", substance=None), win("lighter_week", TODAY - 1), win("day_without")]
    graded = [
        one._replace(grade=grade, group=group)
        for one, grade, group in zip(
            some,
            (Grade.DID, Grade.CHANGING, Grade.HOLDS),
            (WinGroup.CARE, WinGroup.LESS, WinGroup.LESS_OFTEN),
            strict=True,
        )
    ]
    assert [one.grade for one in chosen_wins(graded, 1)] == [Grade.HOLDS]
    assert {one.grade for one in chosen_wins(graded, 2)} == {Grade.HOLDS, Grade.CHANGING}
    assert len(chosen_wins(graded, 3)) == 3


def test_of_one_rule_the_largest_is_told() -> None:
    rare = win("lighter_day", TODAY - 5, chance=1000)
    wins = [rare, win("lighter_day", TODAY - 2, chance=400_000), win("lighter_day", chance=400_000)]
    assert chosen_wins(wins) == (rare,)
    assert chosen_wins(wins[1:]) == (wins[2],)  # of two alike, the latest


def test_they_stand_with_the_newest_first() -> None:
    wins = [win("ate", TODAY - 9, None), win("rode", TODAY - 2, None), win("mood_up", TODAY, None)]
    assert [one.rule for one in chosen_wins(wins)] == ["mood_up", "rode", "ate"]


RULE_NAMES = st.sampled_from(["ate", "tested", "rode", "lighter_day", "lighter_week", "mood_up"])
WINS = st.lists(
    st.builds(
        win,
        RULE_NAMES,
        st.integers(TODAY - 120, TODAY),
        st.just("alcohol"),
        st.sampled_from([0, 1000, 250_000, 500_000]),
    ),
    max_size=30,
)


@given(WINS, st.integers(0, 30))
def test_later_days_change_nothing_of_an_older_page(wins: list[Win], later: int) -> None:
    window = DateRange(TODAY - 60, TODAY + 1 - later)
    found = history("1*150")
    cut = history(f"1*{150 - later}", end=TODAY - later)
    inside = [one for one in wins if one.day < window.end]
    page, older = summed(found, window, wins), summed(cut, window, inside)
    assert chosen_wins(page.wins) == chosen_wins(older.wins)


@given(WINS, st.integers(0, 6))
def test_each_rule_is_told_once_and_never_more_than_there_is_room_for(
    wins: list[Win], most: int
) -> None:
    chosen = chosen_wins(wins, most)
    assert len(chosen) <= most
    assert len({one.rule for one in chosen}) == len(chosen)
    assert [one for one in chosen if one not in wins] == []
    assert bool(chosen) is bool(wins and most)


@st.composite
def courses(draw: st.DrawFn) -> History:
    """A few months that go up or down in steps."""
    levels = draw(st.lists(st.integers(0, 6), min_size=2, max_size=5))
    marks: list[str] = []
    turn = count()
    for level in levels:
        length = draw(st.integers(14, 40))
        marks += [str(max(0, level + (next(turn) % 3) - 1)) for _ in range(length)]
    return history(marks, each=14_000)


@given(courses(), st.sampled_from([28, 60, 90]))
def test_none_of_a_life_is_denied_by_the_headline_of_its_page(found: History, length: int) -> None:
    """Whole lives are judged; where the page says more than at the start, no win says less."""
    first = found.days.start
    every = judge(found, DateRange(first, TODAY), TODAY).wins
    window = DateRange(max(first, TODAY + 1 - length), TODAY + 1)
    page = summed(found, window, every)
    said = [sentence(one) for one in page.headlines]
    if not any("more than at my start" in one for one in said):
        return
    (head,) = page.headlines
    late = head.counted(HeadlineSpan.LATELY)
    more = late.span if late and head.start_inside else window  # the days that are called more
    for one in page.wins:
        days = DateRange(int(one.figures.get("now_from", one.day)), one.day + 1)
        inside = sum(day in more for day in days.every)
        month = one.grade in {Grade.CHANGING, Grade.HOLDS}
        start = one.baseline is BaselineKind.START or "start" in one.figures
        of_use = one.measure in {WinMeasure.AMOUNT, WinMeasure.DAYS}
        assert not (of_use and (month or start) and 2 * inside >= days.length), (said, one)
