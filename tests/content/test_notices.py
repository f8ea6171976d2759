"""Words to pick from, wins explained, notices and levels."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest

from hrjournal.content.levels import levels
from hrjournal.content.loader import load
from hrjournal.content.notices import (
    break_rule,
    copings,
    notice,
    sources,
    steps,
    stop_rules,
    triggers,
    why,
)
from hrjournal.content.units import catalogue
from hrjournal.report.safety.stop_rules import STOP_RULES

STOPS = tuple(load("substances").table("rules").table("sudden_stop").texts("groups"))
BREAKS = tuple(load("substances").table("rules").table("opioid_break").texts("groups"))
NOTICES = (
    *(("sudden_stop", group, False) for group in STOPS),
    *(("opioid_break", group, strong) for group in BREAKS for strong in (False, True)),
)
WINS = tuple(name for name, _ in load("wins").tables())
SLUG = re.compile(r"[a-z]+(-[a-z]+)*")


def syllables(word: str) -> int:
    groups = len(re.findall(r"[aeiouy]+", word.lower()))
    silent = word.endswith("e") and not word.endswith(("le", "ee")) and groups > 1
    return max(1, groups - silent)


def grade(text: str) -> float:
    """The Flesch-Kincaid grade of a text."""
    sentences = [part for part in re.split(r"[.:]\s*", text) if part]
    words = re.findall(r"[A-Za-z']+", text)
    spoken = sum(syllables(word) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * spoken / len(words) - 15.59


def test_the_grade_tells_plain_from_hard() -> None:
    assert grade("The cat sat on the mat.") < 2
    assert grade("Discontinuation of benzodiazepine pharmacotherapy necessitates titration.") > 20


@pytest.mark.parametrize(("rule", "group", "strong"), NOTICES)
def test_a_notice_is_short_plain_and_sourced(rule: str, group: str, strong: bool) -> None:
    said = notice(rule, group, strong=strong)
    assert (said.rule, said.group) == (rule, group)
    assert said.title
    assert not said.title.endswith(".")
    assert 2 <= len(said.lines) <= 4
    assert all(line.endswith(".") for line in said.lines)
    assert grade(" ".join(said.lines)) <= 8
    assert said.reviewed >= date(2026, 11, 23)
    assert said.verified == bool(said.sources)
    assert set(said.sources) <= sources().keys()


@pytest.mark.parametrize("group", STOPS)
def test_a_stop_notice_says_not_at_once_who_can_help_and_when_to_call(group: str) -> None:
    said = " ".join(notice("sudden_stop", group).lines)
    assert "do not stop all at once" in said
    assert "doctor" in said
    assert "pharmacist" in said
    assert "seizure" in said
    assert "call your emergency number" in said


@pytest.mark.parametrize("group", BREAKS)
def test_a_break_notice_says_that_the_body_is_used_to_less(group: str) -> None:
    early, late = notice("opioid_break", group), notice("opioid_break", group, strong=True)
    assert "naloxone" in " ".join(early.lines)
    assert "emergency number" in " ".join(late.lines)
    assert early.title != late.title


def test_a_rule_without_stronger_words_says_its_own() -> None:
    assert notice("sudden_stop", "ghb", strong=True) == notice("sudden_stop", "ghb")


def test_what_was_not_read_in_a_source_is_not_called_verified() -> None:
    unverified = {group for group in STOPS if not notice("sudden_stop", group).verified}
    assert unverified == {"barbiturates", "synthetic_cannabinoid"}


def test_every_kind_that_a_rule_holds_for_has_its_notice() -> None:
    for kind in catalogue().kinds.values():
        if kind.hard_stop:
            assert notice("sudden_stop", kind.group).lines
        if kind.opioid:
            assert notice("opioid_break", kind.group).lines


@pytest.mark.parametrize(("rule", "group"), [("sudden_stop", "cannabis"), ("no_such", "alcohol")])
def test_a_notice_that_was_never_written_is_not_made_up(rule: str, group: str) -> None:
    with pytest.raises(KeyError):
        notice(rule, group)


def test_the_numbers_of_the_rules() -> None:
    assert break_rule()._asdict() == {
        "info_after_days": 3,
        "strong_after_days": 7,
        "high_days": 14,
        "raised_days": 28,
    }
    alcohol = stop_rules()["alcohol"]
    assert (alcohol.near_daily_days, alcohol.of_days, alcohol.watch_days) == (12, 14, 14)
    assert (alcohol.gentle_grams, alcohol.grams, alcohol.strong_grams) == (80, 120, 240)
    pills = stop_rules()["benzodiazepines"]
    assert (pills.pace_percent, pills.pace_days, pills.fall_percent) == (10, 14, 25)


def test_the_program_counts_by_the_numbers_of_the_table() -> None:
    assert stop_rules() == STOP_RULES


@pytest.mark.parametrize("name", STOP_RULES)
def test_a_stop_says_what_can_happen_when_and_at_which_pace(name: str) -> None:
    rule = load("notices").table("stops").table(name)
    assert all(rule.text(field) for field in ("effects", "onset", "pace"))
    assert rule.flag("verified") == bool(rule.texts("sources"))
    assert set(rule.texts("sources")) <= sources().keys()


SHORT = (
    ("sudden_stop_gentle", "alcohol"),
    ("sudden_stop_gentle_second", "alcohol"),
    ("sudden_stop_gentle_fall", "alcohol"),
    ("sudden_stop_strongest", "alcohol"),
    ("sudden_stop_strongest", "ghb"),
    ("sudden_stop_week", "alcohol"),
    ("sudden_stop_week", "benzodiazepines"),
    ("sudden_stop_step", "benzodiazepines"),
    ("opioid_break_after", "opioids"),
    ("opioid_break_later", "opioids"),
    ("rise", "ghb"),
)


@pytest.mark.parametrize(("rule", "group"), SHORT)
def test_a_line_beside_the_full_notice_is_plain_and_sourced(rule: str, group: str) -> None:
    said = notice(rule, group)
    assert not said.title.endswith(".")
    assert all(line.endswith(".") for line in said.lines)
    assert grade(f"{said.title}. {' '.join(said.lines)}") <= 8
    assert said.verified == bool(said.sources)
    assert set(said.sources) <= sources().keys()


@pytest.mark.parametrize(("rule", "group"), [one for one in SHORT if "stop" in one[0]])
def test_each_line_of_a_stop_says_when_to_call(rule: str, group: str) -> None:
    said = " ".join(notice(rule, group).lines)
    assert rule == "sudden_stop_step" or "call your emergency number" in said
    assert "do not stop" not in said


@pytest.mark.parametrize("kind", ["z_drugs", "gaba_b"])
def test_a_kind_has_words_of_its_own_before_those_of_its_group(kind: str) -> None:
    group = "benzodiazepines" if kind == "z_drugs" else "ghb"
    own = notice("sudden_stop", group, kind=kind)
    assert own.lines != notice("sudden_stop", group).lines
    assert notice("sudden_stop", group, kind="ghb_of_another_name") == notice("sudden_stop", group)


def test_triggers_come_in_eight_groups() -> None:
    assert len({trigger.category for trigger in triggers()}) == 8
    assert {trigger.scope for trigger in triggers()} == {"personal", "people"}


def test_words_that_people_type_are_among_the_triggers() -> None:
    words = {trigger.id: trigger.name for trigger in triggers()}
    assert {"stress", "argument", "bored", "lonely", "payday", "party"} <= words.keys()
    assert words["proving-i-can"] == "proving I can"
    assert words["poor-sleep"] == "poor sleep"


def test_words_that_people_type_are_among_the_copings() -> None:
    words = {coping.id: coping.kind for coping in copings()}
    assert words["walk"] == "distract"
    assert words["call-someone"] == "people"
    assert words["delay"] == "delay"
    assert words["urge-surfing"] == "surf"
    assert len({coping.kind for coping in copings()}) == 11


def test_a_word_to_pick_is_short_and_means_one_thing() -> None:
    for words in (triggers(), copings(), steps()):
        ids = [word.id for word in words]
        assert len(set(ids)) == len(ids)
        assert all(SLUG.fullmatch(word) and len(word) <= 24 for word in ids)


def test_steps_are_safer_or_kinder() -> None:
    assert {step.kind for step in steps()} == {"safer", "kinder"}


def test_steps_that_can_mislead_carry_a_caution() -> None:
    cautions = {step.id: step.caution for step in steps()}
    assert cautions["tested"] == "A negative strip is no guarantee."
    assert "MDMA" in cautions["water"]
    assert cautions["lower-risk-route"]


def test_safer_steps_come_first() -> None:
    kinds = [step.kind for step in steps()]
    assert kinds == sorted(kinds, reverse=True)


@pytest.mark.parametrize("win", WINS)
def test_a_win_is_explained_in_plain_words(win: str) -> None:
    told = why(win)
    assert told.win == win
    assert told.text.endswith(".")
    assert 4 <= len(told.text.split()) <= 40
    assert grade(told.text) <= 11
    assert set(told.sources) <= sources().keys()


def test_an_unknown_win_is_not_explained() -> None:
    with pytest.raises(KeyError):
        why("gold_medal")


@pytest.mark.parametrize(
    ("chosen", "grams", "level"),
    [
        ("20/40/60", "0", "abstinent"),
        ("20/40/60", "0.1", "low"),
        ("20/40/60", "20", "low"),
        ("20/40/60", "20.001", "medium"),
        ("20/40/60", "60", "high"),
        ("20/40/60", "60.1", "very_high"),
        ("40/60/100", "40.0", "low"),
        ("40/60/100", "40.1", "medium"),
        ("40/60/100", "100", "high"),
        ("40/60/100", "500", "very_high"),
    ],
)
def test_a_level_includes_its_upper_end(chosen: str, grams: str, level: str) -> None:
    assert levels().sets[chosen].level(Decimal(grams)).id == level


def test_the_lower_set_holds_unless_the_person_picks() -> None:
    found = levels()
    assert found.usual == "20/40/60"
    assert (found.window_days, found.fewest_days) == (28, 14)
    assert [found.sets[name].heavy for name in ("20/40/60", "40/60/100")] == [56, 70]
    assert [level.order for level in found.sets["20/40/60"].levels] == [0, 1, 2, 3, 4]


def test_a_source_can_be_looked_up() -> None:
    for name, source in sources().items():
        assert source.id == name
        assert source.title
        assert source.publisher
        assert re.fullmatch(r"https?://\S+\.\S+", source.url)
        assert source.seen in {"page", "part", "mirror", "repository"}
