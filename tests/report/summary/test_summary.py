from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.content.definitions import definitions
from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.history import DateRange, History
from hrjournal.domain.summary.options import DEFAULT_SECTIONS, resolve_sections
from hrjournal.domain.summary.sections import Section
from hrjournal.domain.win import Grade, Win, WinGroup, WinMeasure
from hrjournal.report.clinical import (
    Measure,
    ValueKind,
    assemble,
    counts,
    levels,
    patterns,
    rates,
    records,
)
from hrjournal.report.periods import By
from hrjournal.report.summary import DayWords, Scope, Summary, SummaryInput, WordCounts, summary
from hrjournal.report.wins.families import RULES
from hrjournal.report.wins.rule import ACTS, act
from hrjournal.report.wins.urge import eased
from support.builders import CANNABIS, TODAY, entry, history, together
from support.report.diaries import lines

NINETY = DateRange(TODAY - 89, TODAY + 1)
HALF_A_YEAR = history("2 0 3*178")
MEASURES_OF_SECTION = {
    Section.MOOD: {"mood", "mood_without", "craving", "craving_peak"},
    Section.URGES: {"craving_ridden"},
    Section.STEPS: {"safety"},
    Section.TRIGGERS: {"triggers"},
    Section.HELPED: {"strategies"},
    Section.MONEY: {"spend"},
}
WINS_OF_SECTION = {
    Section.MOOD: {"mood_up", "sleep_up", "calmer_urges", "urge_eased"},
    Section.URGES: {"rode", "urge_later", "urge_less"},
    Section.HELPED: {"strategy"},
    Section.MONEY: {"spend_less"},
    Section.STEPS: {
        *("naloxone", "not_alone", "tested", "small_first", "safer_route", "sterile", "ate"),
        *("water", "asked_help", "treatment", "safe_return", "lower_risk_route", "measured"),
        *("one_at_a_time", "counted", "set_limit", "waited", "safe_way_home", "cooled_down"),
        *("rested", "alcohol_free"),
    },
}


def summed(
    found: History = HALF_A_YEAR,
    window: DateRange = NINETY,
    parts: frozenset[Section] = DEFAULT_SECTIONS,
    *,
    hidden: bool = False,
    **held: object,
) -> Summary:
    scope = Scope(window, TODAY, parts, lines(), hidden=hidden)
    return summary(SummaryInput(found, **held), scope)  # type: ignore[arg-type]


def win(rule: str, day: int = TODAY, substance: str | None = "alcohol") -> Win:
    made = RULES[rule]
    return Win(rule, day, made.grade, made.group, made.measure, substance)


def test_days_to_come_are_left_out() -> None:
    found = summed(window=DateRange(TODAY - 9, TODAY + 20))
    assert found.scope.window == found.clinical.window == DateRange(TODAY - 9, TODAY + 1)
    assert found.trends.view.days == DateRange(TODAY - 9, TODAY + 1)


@pytest.mark.parametrize(
    ("days", "by"),
    [(1, By.DAY), (21, By.DAY), (22, By.WEEK), (280, By.WEEK), (281, By.MONTH), (4000, By.MONTH)],
)
def test_a_longer_window_is_cut_by_longer_periods(days: int, by: By) -> None:
    assert summed(window=DateRange(TODAY + 1 - days, TODAY + 1)).trends.view.by is by


def test_the_end_of_a_long_window_is_measured_by_itself() -> None:
    late = summed().lately
    assert late is not None
    assert late.window == DateRange(TODAY - 27, TODAY + 1)
    assert summed(window=DateRange(TODAY - 54, TODAY + 1)).lately is None


@pytest.mark.parametrize("part", MEASURES_OF_SECTION)
def test_a_measure_that_tells_of_a_part_goes_with_it(part: Section) -> None:
    both = together(HALF_A_YEAR, history("1*30", substance=CANNABIS))

    def told(parts: frozenset[Section]) -> set[str]:
        found = summed(both, parts=parts)
        every = [found.beside, found.clinical.together, found.clinical.substances[0].measured]
        return {one.id for some in every for one in some}

    assert MEASURES_OF_SECTION[part] <= told(frozenset(Section))
    assert MEASURES_OF_SECTION[part] & told(frozenset(Section) - {part}) == set()


def test_every_measure_that_is_declared_belongs_to_its_part() -> None:
    modules = (assemble, counts, levels, patterns, rates, records)
    declared = {
        found.id: found.section
        for module in modules
        for found in vars(module).values()
        if isinstance(found, Measure)
    }
    parts = {name: part for part, names in MEASURES_OF_SECTION.items() for name in names}
    assert declared == {name: parts.get(name, Section.MEASURES) for name in declared}
    assert set(declared) == definitions().keys() - {"change"}


def test_a_measure_without_a_part_cannot_be_declared() -> None:
    with pytest.raises(TypeError):
        Measure("calm", ValueKind.SCALE)  # type: ignore[call-arg]


def test_by_letters_no_pair_is_called_risky() -> None:
    both = together(HALF_A_YEAR, history("1*30", substance=CANNABIS))
    assert "poly_risky" in {one.id for one in summed(both).clinical.together}
    assert "poly_risky" not in {one.id for one in summed(both, hidden=True).clinical.together}


def test_wins_of_the_window_are_in_it() -> None:
    wins = [win("lighter_week", TODAY - 90), win("lighter_week", TODAY - 89)]
    assert summed(wins=wins).wins == (wins[1],)


@pytest.mark.parametrize("part", WINS_OF_SECTION)
def test_a_win_that_tells_of_a_part_goes_with_it(part: Section) -> None:
    wins = [win(rule, substance=None) for rule in sorted(WINS_OF_SECTION[part])]
    assert summed(wins=wins, parts=frozenset(Section)).wins == tuple(wins)
    assert summed(wins=wins, parts=frozenset(Section) - {part}).wins == ()


def test_whatever_tells_of_no_other_part_belongs_to_the_wins() -> None:
    parts = {name: part for part, names in WINS_OF_SECTION.items() for name in names}
    assert {name: rule.section for name, rule in RULES.items()} == {
        name: parts.get(name, Section.WINS) for name in RULES
    }


def test_without_the_wins_none_is_told() -> None:
    wins = [win("lighter_week"), win("mood_up", substance=None)]
    assert summed(wins=wins, parts=frozenset(Section) - {Section.WINS}).wins == ()


def test_a_win_of_a_rule_that_is_not_known_is_not_told() -> None:
    unknown = win("mood_up")._replace(rule="calm_up")
    assert summed(wins=[unknown], parts=frozenset(Section)).wins == ()


def test_a_rule_without_a_part_cannot_be_declared() -> None:
    before = (dict(RULES), list(ACTS))
    with pytest.raises(TypeError):
        act("calm_up", group=WinGroup.LIFE, says="Calm.")(eased)  # type: ignore[call-arg]
    assert before == (RULES, ACTS)


def test_a_new_rule_goes_with_its_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hrjournal.report.wins.rule.ACTS", [])
    monkeypatch.setitem(RULES, "calm_up", RULES["mood_up"])  # to be taken out again
    del RULES["calm_up"]
    act("calm_up", group=WinGroup.LIFE, section=Section.MOOD, says="Calm.")(eased)
    calm = Win("calm_up", TODAY, Grade.DID, WinGroup.LIFE, WinMeasure.STEP)
    assert summed(wins=[calm], parts=resolve_sections((), ())).wins == (calm,)
    assert summed(wins=[calm], parts=resolve_sections((), ["mood"])).wins == ()


def test_what_was_tried_with_an_urge_goes_with_its_own_part() -> None:
    passed = win("rode")._replace(figures={"urges": 1, "strategy": "walk", "now": 2, "then": 7})
    tried = win("strategy")._replace(figures=passed.figures)
    whole = frozenset(Section)
    assert summed(wins=[passed, tried], parts=whole).wins == (passed, tried)
    (alone,) = summed(wins=[passed, tried], parts=whole - {Section.HELPED}).wins
    assert alone == passed._replace(figures={"urges": 1, "now": 2, "then": 7})
    parts = whole - {Section.MOOD, Section.URGES}
    (alone,) = summed(wins=[passed, tried], parts=parts).wins
    assert alone == tried._replace(figures={"urges": 1, "strategy": "walk"})
    (alone,) = summed(wins=[passed], parts=whole - {Section.MOOD}).wins
    assert alone == passed._replace(figures={"urges": 1, "strategy": "walk"})


def test_words_of_records_are_counted_the_most_frequent_first() -> None:
    records = [
        entry(EntryType.USE, TODAY - back, company=word, route="oral")
        for back, word in enumerate(["kim", "alone", "kim", None])
    ]
    found = summed(history("1 1 1 1", records=records))
    assert found.people == WordCounts(3, (("kim", 2), ("alone", 1)))
    assert found.routes == WordCounts(4, (("oral", 4),))


def test_notes_and_marked_days_are_told_apart() -> None:
    records = [
        entry(EntryType.EVENT, TODAY - 100, note="too early"),
        entry(EntryType.EVENT, TODAY - 3, note="payday"),
        entry(EntryType.CHECKIN, TODAY - 2, note="slept well"),
        entry(EntryType.CHECKIN, TODAY - 1, note="  ", gave="calm", after="a bad night"),
        entry(EntryType.GOOD, TODAY - 1, note="saw my sister", score=8),
    ]
    found = summed(history("1", records=records))
    assert found.notes == (
        DayWords(TODAY - 2, "slept well"),
        DayWords(TODAY - 1, "calm", "gave"),
        DayWords(TODAY - 1, "a bad night", "after"),
    )
    assert found.events == (DayWords(TODAY - 3, "payday"),)
    assert found.good == (DayWords(TODAY - 1, "saw my sister", score=8),)


@given(st.lists(st.sampled_from(["0", "1", "3", "?", "2-4"]), min_size=7, max_size=60))
def test_days_that_are_not_written_change_no_figure(marks: list[str]) -> None:
    inside = summed(history(marks), DateRange(TODAY + 1 - len(marks), TODAY + 1))
    wider = summed(history([*marks]), DateRange(TODAY - 9 - len(marks), TODAY + 1))
    told = {"total", "use_days", "dpd", "ddd", "pda", "max_day", "heavy_days"}
    assert [wider.clinical.substances[0].of(name) for name in sorted(told)] == [
        inside.clinical.substances[0].of(name) for name in sorted(told)
    ]
    assert wider.clinical.written == inside.clinical.written == len(marks)
