from __future__ import annotations

import re

import pytest
from hrjournal.report.wins.ledger import lighter_weeks, winning_days
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from hrjournal.domain.history import DateRange, History
from hrjournal.domain.substances.substance import Substance
from hrjournal.domain.win import Size, WinGroup
from hrjournal.pages.wins.sentences import sentence
from hrjournal.report.safety.stops import stop_notices
from hrjournal.report.wins import assess, assess_span, fresh
from support.builders import ALCOHOL, CANNABIS, DIAZEPAM, TODAY, history
from support.pages.reading import UNITS
from support.report import plain_stops, plain_wins
from support.report.finding import wins
from support.report.plain_wins import Marks

pytestmark = pytest.mark.slow

PALETTES: tuple[Marks, ...] = (
    [0, 1, 2, 3, 4],
    [0, 0, 0, 2, None],
    [1, 2, 2, 3, "?"],
    [3, 4, 4, 5, 0],
    [None, 0, 1],
)
NEGATIVE = re.compile(r"\b(more|worse|up from|fail|lost|only|just|no win|bad)\b", re.IGNORECASE)


@st.composite
def journals(draw: st.DrawFn, longest: int = 100) -> Marks:
    """Stretches of days, each of its own kind, so that there are things to find."""
    marks: Marks = []
    for palette in draw(st.lists(st.sampled_from(PALETTES), min_size=1, max_size=7)):
        marks += draw(st.lists(st.sampled_from(palette), min_size=5, max_size=28))
    return marks[-longest:]


def journal(marks: Marks, substance: Substance = CANNABIS, each: int = 1000) -> History:
    words = ["." if mark is None else str(mark) for mark in marks]
    return history(words, substance=substance, each=each)


@given(journals())
def test_a_week_below_the_usual_or_the_start_is_always_a_win_that_names_its_size(
    marks: Marks,
) -> None:
    found = {win.baseline.value: win.size.value for win in wins(journal(marks), "lower_week")}
    assert found == plain_wins.lower_week(marks)


@given(journals())
def test_no_sentence_grades_a_week(marks: Marks) -> None:
    now = journal(marks)
    said = [sentence(win, now.substances, UNITS) for win in wins(now)]
    assert not any(NEGATIVE.search(words) for words in said)


@given(journals())
def test_fewer_use_days_are_told_by_one_rule_and_never_by_two(marks: Marks) -> None:
    found = {
        win.baseline.value: win.rule
        for win in wins(journal(marks))
        if win.rule in {"fewer_days", "more_none_days"}
    }
    assert found == plain_wins.seldomer(marks)
    assert len(set(found.values())) <= 1


@given(journals())
def test_a_lower_largest_day_and_a_lower_day_are_what_a_plain_count_finds(marks: Marks) -> None:
    now = journal(marks)
    assert {win.baseline.value for win in wins(now, "lower_peak")} == plain_wins.lower_peak(marks)
    day = [win.size.value for win in wins(now, "lower_day")]
    assert day == [found for found in [plain_wins.lower_day(marks)] if found]


@given(journals())
def test_a_level_held_is_what_a_plain_count_finds(marks: Marks) -> None:
    assert bool(wins(journal(marks), "held")) == plain_wins.held(marks)


@given(journals(), st.integers(1, 18))
def test_levels_down_are_what_a_plain_count_finds(marks: Marks, grams: int) -> None:
    scaled: Marks = [mark * grams if isinstance(mark, int) else mark for mark in marks]
    assume(not plain_stops.holds_wins(scaled, grams=True))
    found = [
        int(win.figures["levels"])
        for rule in ("who_drop1", "who_drop2")
        for win in wins(journal(scaled, ALCOHOL), rule)
        if win.baseline.value == "usual"
    ]
    assert found == [down for down in [plain_wins.levels_down(scaled)] if down]


@given(journals(), st.sampled_from((30, 50, 90)))
def test_a_dangerous_stop_is_noticed_and_never_celebrated(marks: Marks, grams: int) -> None:
    scaled: Marks = [mark * grams if isinstance(mark, int) else mark for mark in marks]
    for substance in (ALCOHOL, DIAZEPAM):
        now = journal(scaled, substance)
        due = plain_stops.tier(scaled, grams=substance is ALCOHOL)
        told = [one.figures["tier"] for one in stop_notices(now, TODAY) if "tier" in one.figures]
        assert told == [due] * bool(due)
        if due in {"full", "strongest"}:
            kept = {
                win.rule for win in wins(now) if win.group in {WinGroup.LESS, WinGroup.LESS_OFTEN}
            }
            assert kept <= {"slow_taper"}


@given(journals(60), journals(40))
def test_a_day_knows_nothing_of_later_ones(marks: Marks, later: Marks) -> None:
    alone = journal(marks)
    longer = history(
        ["." if mark is None else str(mark) for mark in marks + later],
        substance=CANNABIS,
        end=TODAY + len(later),
    )
    assert assess(alone, TODAY, TODAY + 1) == assess(longer, TODAY, TODAY + 1)


@given(journals(70))
@settings(max_examples=40)
def test_walking_the_days_finds_what_each_day_finds(marks: Marks) -> None:
    now = journal(marks)
    days = DateRange(TODAY - 9, TODAY + 1)
    walked = list(assess_span(now, days, TODAY))
    assert walked == [win for day in range(*days) for win in assess(now, day, TODAY)]


@given(journals(), st.integers(1, 30))
def test_unwritten_days_before_the_journal_change_nothing(marks: Marks, more: int) -> None:
    assert wins(journal(marks)) == wins(journal([None] * more + marks))


def heavier(now: History, at: int, more: int | None) -> History:
    """The same journal with more use on a use day; None is an amount that is not known."""
    before = now.of("cannabis")[at]
    added = before._replace(
        uses=before.uses + 1,
        low=before.low + 1000 * (more or 0),
        high=before.high + 1000 * (more or 0),
        unknown=before.unknown + (more is None),
        untimed=before.untimed + 1,
    )
    return now._replace(uses={"cannabis": {**now.of("cannabis"), at: added}})


def told(now: History, rules: set[str]) -> dict[tuple[str, str], int]:
    """How large each win of these rules is."""
    order = list(Size)
    return {
        (win.rule, win.baseline.value): order.index(win.size)
        for win in wins(now)
        if win.rule in rules
    }


WEEKS = {"lower_week", "lower_peak", "fewer_days", "more_none_days"}
DAYS = {"lower_day", "small_return", "longer_gap", "longest_gap", "none_day", "later_start"}


@given(journals(), st.integers(0, 6), st.none() | st.integers(1, 6))
def test_more_use_on_a_use_day_never_makes_a_win_or_a_larger_one(
    marks: Marks, back: int, more: int | None
) -> None:
    now = journal(marks)
    here = now.of("cannabis").get(TODAY - back)
    assume(here is not None and here.used)
    rules = WEEKS if back else WEEKS | DAYS
    before, after = told(now, rules), told(heavier(now, TODAY - back, more), rules)
    assert all(key in before and size <= before[key] for key, size in after.items())


@given(journals(60), st.sets(st.integers(0, 59), max_size=8))
@settings(max_examples=50)
def test_writing_an_unwritten_day_takes_nothing_out_of_the_ledger(
    marks: Marks, places: set[int]
) -> None:
    def walked(written: Marks, ledger: dict[tuple[str, str | None, str], dict[int, Size]]) -> None:
        span = DateRange(TODAY - len(written) + 1, TODAY + 1)
        for win in fresh(assess_span(journal(written), span, TODAY + 1), ledger):
            ledger.setdefault((win.rule, win.substance, win.baseline.value), {})[win.day] = win.size

    ledger: dict[tuple[str, str | None, str], dict[int, Size]] = {}
    walked(marks, ledger)
    before = {key: set(days) for key, days in ledger.items()}
    fuller: Marks = [
        4 if mark is None and place in places else mark for place, mark in enumerate(marks)
    ]
    walked(fuller, ledger)
    assert all(days <= set(ledger[key]) for key, days in before.items())


@given(journals(90))
@settings(max_examples=50)
def test_a_hard_day_leaves_the_longest_and_the_total_as_they_were(marks: Marks) -> None:
    def runs(written: Marks) -> tuple[tuple[int, int], ...]:
        now = history(
            ["." if mark is None else str(mark) for mark in written],
            substance=CANNABIS,
            end=TODAY + len(written) - len(marks),
        )
        end = now.days.end
        found = list(assess_span(now, now.days, end))
        days = winning_days(found, now.written, end)
        weeks = lighter_weeks(now, "cannabis", end)
        return (days.longest, days.total), (weeks.longest, weeks.total)

    for before, after in zip(runs(marks), runs([*marks, 99, 99, 99]), strict=True):
        assert all(one <= other for one, other in zip(before, after, strict=True))
