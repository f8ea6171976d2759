from __future__ import annotations

import string

import pytest

from hrjournal.domain.win import BaselineKind
from hrjournal.report.wins import RULES, WinRule

REFERENCE = {
    *("lower_week", "lower_day", "fewer_days", "freq_band", "none_day", "more_none_days"),
    *("longer_gap", "longest_gap", "later_start", "earlier_stop", "slower", "lower_peak"),
    *("fewer_heavy", "who_drop1", "who_drop2", "held", "no_mix_day", "fewer_pairs", "naloxone"),
    *("not_alone", "tested", "small_first", "safer_route", "sterile", "ate", "water", "counted"),
    *("kept_plan", "spend_less", "strategy", "rode", "craving_down", "logged", "came_back"),
    *("asked_help", "treatment", "safe_return", "small_return", "slow_taper", "mood_up"),
    *("sleep_up", "learned"),
}
UNTOLD = {"no_mix_day", "fewer_pairs", "kept_plan", "learned"}  # of what no journal tells yet
CELEBRATION = {
    *("lower_week", "lower_day", "lower_peak", "small_return", "fewer_heavy", "held"),
    *("who_drop1", "who_drop2", "fewer_days", "more_none_days", "freq_band", "none_day"),
    *("longer_gap", "longest_gap"),
}
AVOIDED = {
    *("clean", "dirty", "junkie", "addict", "abuser", "relapse", "fail", "broke", "cheat"),
    *("only", "just", "should", "must", "streak", "lost"),
}


def test_every_rule_of_the_reference_that_a_journal_can_tell_is_there() -> None:
    assert len(REFERENCE) == 42
    assert {identity for identity, _ in RULES} == REFERENCE - UNTOLD


def test_whatever_celebrates_less_stands_back_while_a_stop_is_dangerous() -> None:
    guarded = {rule.id for rule in RULES.values() if "sudden_stop" in rule.guards}
    assert guarded == CELEBRATION


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: f"{rule.id}-{rule.at_once}")
def test_a_sentence_grades_nobody_and_says_on_how_many_days_it_rests(rule: WinRule) -> None:
    words = rule.template.casefold()
    assert not [word for word in AVOIDED if word in words]
    assert not {"!", "%"} & set(words)
    assert rule.template[0].isupper() or rule.template.startswith("{name}")
    blanks = {name for _, name, _, _ in string.Formatter().parse(rule.template) if name}
    assert "day" in words or "days" in blanks


@pytest.mark.parametrize(
    ("rule", "against", "days"),
    [
        ("lower_week", BaselineKind.USUAL, 7),
        ("lower_week", BaselineKind.START, 7),
        ("more_none_days", BaselineKind.START, 7),
        ("held", BaselineKind.USUAL, 28),
        ("fewer_heavy", BaselineKind.USUAL, 28),
        ("who_drop2", BaselineKind.START, 28),
        ("freq_band", BaselineKind.USUAL, 30),
        ("none_day", BaselineKind.NOTHING, 1),
        ("craving_down", BaselineKind.NOTHING, 1),
        ("craving_down", BaselineKind.USUAL, 7),
    ],
)
def test_a_win_comes_back_when_its_window_is_new(
    rule: str, against: BaselineKind, days: int
) -> None:
    assert RULES[rule, against].every == days
