"""Where the collected reference lies beside the repository, every figure agrees with it."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from hrjournal.content.levels import levels
from hrjournal.content.loader import load
from hrjournal.content.notices import break_rule, copings, sources, triggers, why
from hrjournal.content.units import catalogue, countries
from hrjournal.domain.substances.units import DENSITY
from support.places import SHARED

FOLDER = SHARED / "reference"
SEEN = {  # how the updates say what was seen, and how the house does
    **{word: {"page"} for word in ("whole", "section")},
    **{word: {"part"} for word in ("opening", "abstract")},
    **{word: {"mirror"} for word in ("copy", "third")},
}
SEEN_TWICE = {"merrall2010", "tripsit"}  # in both files, under other titles
SINCE: dict[str, dict[str, set[str]]] = {  # what a newer part of the reference took out again
    "tobacco": {
        "aliases": {"snus", "dip", "nicotine pouches", "nicotine pouch"},
        "units": {"pouch"},
        "routes": {"oral"},
    },
    "dxm": {"aliases": {"lean"}},
}
APART = {"money", "ml_abv"}  # spending is an option, a pour is read as it stands
READ_SINCE = {  # drinks: New Zealand's on its own page, Iceland's by reports of a study
    "NZ": (Decimal(10), True),
    "IS": (Decimal(8), False),
}
WINS_SINCE = {
    "lighter_week": ("mcclure2024",),
    "lighter_day": ("dhsc_ch8",),
    "treatment": ("santo2021",),
}
WINS_NOW = {  # the rule that tells it now; of the others, one more fact would say nothing new
    "lower_day": "lighter_day",
    "lower_week": "lighter_week",
    "none_day": "day_without",
    "who_drop1": "clearly_less",
    "fewer_days": "clearly_fewer_days",
    "fewer_heavy": "clearly_fewer_heavy_days",
    "lower_peak": "clearly_lower_peaks",
    "longer_gap": "clearly_longer_between",
    "held": "holds",
    "no_mix_day": "one_at_a_time",
    "kept_plan": "set_limit",
    "craving_down": "calmer_urges",
    **dict.fromkeys(
        ("freq_band", "more_none_days", "who_drop2", "fewer_pairs", "logged", "came_back"), ""
    ),
    **dict.fromkeys(("slow_taper", "learned"), ""),
}
MADE_BY_COUNTRY = {"std_drink"}


def read(name: str) -> dict[str, Any]:
    path = FOLDER / f"{name}.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return found


def rows(name: str, *keys: str) -> list[Any]:
    found: Any = read(name)
    for key in keys:
        found = found.get(key, {})
    return list(found)


def rules() -> dict[str, Any]:
    return {rule["rule_id"]: rule for rule in rows("substances", "safety_rules")}


@pytest.mark.parametrize("row", rows("substances", "substances"), ids=lambda row: row["id"])
def test_a_kind_agrees(row: dict[str, Any]) -> None:
    kind = catalogue().kinds[row["id"]]
    assert kind.group == row["interaction_class"]
    aliases, units, routes = (
        set(row[part]) - SINCE.get(kind.id, {}).get(part, set())
        for part in ("aliases", "units", "routes")
    )
    assert kind.family == row["drug_class"]
    assert set(kind.routes) == routes
    assert kind.unit == row["default_unit"]
    assert kind.medicine == row.get("is_treatment", False)
    if kind.id != "alcohol":
        assert set(kind.units) == units - APART
    for alias in aliases:
        found = catalogue().find(alias)
        assert found is not None
        assert found.id == kind.id


@pytest.mark.parametrize("unit", rows("substances", "unit_labels"))
def test_every_unit_has_its_words(unit: str) -> None:
    assert unit in load("units").facts.keys() | MADE_BY_COUNTRY | APART


@pytest.mark.parametrize("row", rows("substances", "unit_conversions"), ids=lambda row: row["unit"])
def test_a_conversion_agrees(row: dict[str, Any]) -> None:
    unit = load("units").table(row["unit"])
    if row["factor"] is None:
        assert "factor" not in unit.facts
        return
    target = load("units").table(row["to"])
    onward = target.number("factor", 1)
    assert unit.text("base") == target.text("base", row["to"])
    assert unit.number("factor") == Decimal(str(row["factor"])) * onward
    assert unit.flag("verified") == row["verified"]


@pytest.mark.parametrize("name", [name for name in ("opioid_break", "sudden_stop") if rules()])
def test_a_safety_rule_agrees(name: str) -> None:
    rule = rules()[name]
    ours = load("substances").table("rules").table(name)
    assert set(ours.texts("groups")) >= set(rule["classes"])
    for file in ("substances", "notices"):
        if (file, name) == ("notices", "sudden_stop"):
            continue  # a newer table by group has its numbers
        facts = load(file).table("rules").table(name)
        assert facts.flag("verified") == rule["verified"]
        assert facts.texts("sources") == tuple(rule["sources"])


def test_the_numbers_of_the_safety_rules_agree() -> None:
    for name, rule in rules().items():
        if name == "opioid_break":
            assert tuple(break_rule()) == (
                rule["info_after_days"],
                rule["strong_after_days"],
                rule["window_days_high"],
                rule["window_days_raised"],
            )


@pytest.mark.parametrize(
    "row", rows("standard_drinks", "units"), ids=lambda row: row["country_code"]
)
def test_a_standard_drink_agrees(row: dict[str, Any]) -> None:
    drink = countries()[row["country_code"]]
    if drink.country in READ_SINCE:
        assert (drink.grams, drink.verified) == READ_SINCE[drink.country]
        return
    grams = Decimal(str(row["grams_pure_alcohol"]))
    assert drink.grams == (10 * DENSITY if drink.country == "GB" else grams)
    assert drink.verified == row["verified"]
    ours = load("drinks").table("countries").table(drink.country)
    assert ours.texts("sources") == tuple(row.get("sources", ()))


def test_no_country_was_added() -> None:
    listed = {row["country_code"] for row in rows("standard_drinks", "units")}
    assert not listed or countries().keys() == listed


@pytest.mark.parametrize(
    "row", rows("standard_drinks", "typical_servings"), ids=lambda row: row["name"]
)
def test_a_serving_agrees(row: dict[str, Any]) -> None:
    regions = tuple(row["region"].split("/"))
    poured = (Decimal(str(row["ml"])), Decimal(str(row["abv_percent"])))
    same = [
        ours
        for ours in load("servings").rows("servings")
        if ours.texts("regions") == regions
        and (ours.facts.get("ml"), ours.facts.get("abv")) == poured
    ]
    assert len(same) == 1
    grams = poured[0] * poured[1] / 100 * DENSITY
    assert abs(grams - Decimal(str(row["grams"]))) <= Decimal("0.05")


def test_the_groups_of_words_agree() -> None:
    categories = {row["id"]: row["scope"] for row in rows("mi", "triggers", "idts_categories")}
    kinds = {row["id"] for row in rows("mi", "coping", "categories")}
    assert not categories or categories == {each.category: each.scope for each in triggers()}
    assert not kinds or kinds == {each.kind for each in copings()}


@pytest.mark.parametrize("row", rows("small_wins", "wins"), ids=lambda row: row["id"])
def test_why_a_win_helps_rests_on_the_same_sources(row: dict[str, Any]) -> None:
    rule = WINS_NOW.get(row["id"], row["id"])
    if not rule:
        return
    told = why(rule)
    assert told.verified == row["verified"]
    assert told.sources == (*row.get("sources", ()), *WINS_SINCE.get(rule, ()))
    assert told.text != row["why_it_reduces_harm"]


def test_levels_agree() -> None:
    for order, row in enumerate(rows("who_drinking_risk_levels", "levels")):
        for chosen, key in (("20/40/60", "women_max"), ("40/60/100", "men_max")):
            ours = levels().sets[chosen].levels[order]
            assert (ours.id, ours.order, ours.most) == (row["id"], row["order"], row[key])


@pytest.mark.parametrize(
    "name",
    [
        "substances",
        "standard_drinks",
        "mi",
        "small_wins",
        "who_drinking_risk_levels",
        "low_risk_guidance",
        "content_updates",
    ],
)
def test_sources_agree(name: str) -> None:
    for key, row in read(name).get("source_list", {}).items():
        if key in sources():
            ours = sources()[key]
            if key in SEEN_TWICE:
                continue
            assert (ours.title, ours.url) == (row["title"], row["url"].partition(" (")[0])
            first = row["seen"].split()[0].strip(",")
            assert ours.seen in SEEN.get(first, {first})
