"""Measures in words, and national guides, beside the reference where it is at hand."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest

from content.test_notices import grade
from content.test_reference import read, rows
from hrjournal.content.definitions import definitions
from hrjournal.content.guides import about, guides
from hrjournal.content.notices import sources
from hrjournal.content.units import countries
from hrjournal.domain.substances.substance import Kind

MEASURES = tuple(definitions())
ALCOHOL = Kind("alcohol", "Alcohol")
OTHER = Kind("cocaine", "Cocaine")
MEDICINE = Kind("moud", "Opioid treatment", medicine=True)
WITH_NUMBERS = {"GB", "AU", "CA", "FR"}
READ_SINCE = {"drug_band": ("mcclure2024",)}
UPDATES = {row["id"]: row for row in rows("content_updates", "updates")}
GUIDES_SINCE = {"NZ", "NL"}  # from memory in the collected reference


@pytest.mark.parametrize("name", MEASURES)
def test_a_measure_is_explained_in_plain_words(name: str) -> None:
    told = definitions()[name]
    assert told.id == name
    assert told.text.endswith(".")
    assert grade(re.sub(r"hrjournal [a-z_ ]+|--[a-z]+", "this", told.text)) <= 8
    assert 1 <= len(told.plain.split()) <= 7
    assert told.formula
    assert told.verified == bool(told.sources)
    assert set(told.sources) <= sources().keys()


def test_no_two_measures_go_by_one_name() -> None:
    names = [told.name for told in definitions().values()]
    assert len(set(names)) == len(names)


def test_what_is_drunk_is_called_otherwise_for_anything_else() -> None:
    per_use_day = definitions()["ddd"]
    assert per_use_day.named(ALCOHOL) == "Drinks per drinking day (DDD)"
    assert per_use_day.named(OTHER) == "Amount per use day"
    assert per_use_day.named(MEDICINE) == "Amount per day taken"
    assert definitions()["use_days"].named(OTHER) == "Days used"
    assert definitions()["use_days"].named(MEDICINE) == "Days taken"
    for told in definitions().values():
        assert "rink" not in told.named(OTHER).replace("drinking level", "") or told.id in {
            *("heavy_days", "phdd", "nhdd", "who_level")
        }


@pytest.mark.parametrize("row", rows("tlfb_measures", "measures"), ids=lambda row: row["id"])
def test_a_measure_rests_on_the_same_sources(row: dict[str, Any]) -> None:
    told = definitions()[row["id"]]
    listed = read("tlfb_measures")["source_list"]
    with_address = tuple(one for one in row.get("sources", ()) if listed[one]["url"])
    assert told.verified == row["verified"]
    assert told.sources == with_address + READ_SINCE.get(row["id"], ())
    assert told.text != row["notes"]


@pytest.mark.parametrize("name", ["tlfb_measures"])
def test_sources_of_measures_agree(name: str) -> None:
    for key, row in read(name).get("source_list", {}).items():
        if key in sources():
            assert (sources()[key].title, sources()[key].url) == (row["title"], row["url"])


@pytest.mark.parametrize("code", guides())
def test_a_guide_is_verified_short_and_of_a_country_that_is_known(code: str) -> None:
    guide = guides()[code]
    assert code == guide.country
    assert code in countries()
    assert guide.verified
    assert guide.sources
    assert set(guide.sources) <= sources().keys()
    assert grade(guide.text) <= 9
    assert list(guide.week) == sorted(guide.week)


def test_what_holds_of_every_guide_is_plain() -> None:
    assert grade(about()) <= 8


@pytest.mark.parametrize(
    "row",
    [row for row in rows("low_risk_guidance", "guidance") if row["code"] in WITH_NUMBERS],
    ids=lambda row: row["code"],
)
def test_a_guide_agrees(row: dict[str, Any]) -> None:
    guide = guides()[row["code"]]
    assert (guide.year, guide.sources) == (row["year"], tuple(row["sources"]))
    week = row.get("weekly_grams_max") or row.get("weekly_grams_low_risk") or _grams(row["weekly"])
    if row["code"] == "GB":  # there in rounded units of 8 g
        week = 14 * float(countries()["GB"].grams)
        assert row["weekly"].startswith("14 units")
    assert [float(most) for most in guide.week] == [pytest.approx(float(week))]
    day = str(row.get("daily") or row.get("per_occasion") or "")
    if row["code"] == "CA":
        assert "no more than 2 drinks" in day
        assert [guide.day] == [2 * countries()["CA"].grams]
    else:
        assert bool(day) == (guide.day is not None)
        assert not day or f"({guide.day} g)" in day


def _grams(text: str) -> Decimal:
    found = re.search(r"\(([0-9]+) g\)", text)
    assert found
    return Decimal(found[1])


def test_the_irish_guide_names_two_numbers_and_the_american_none() -> None:
    assert [int(most) for most in guides()["IE"].week] == [110, 170]
    for row in rows("low_risk_guidance", "guidance"):
        if row["code"] == "IE":
            assert set(row["weekly_grams_max"].values()) == set(guides()["IE"].week)
    assert (guides()["US"].week, guides()["US"].day) == ((), None)


def test_what_was_not_read_in_a_source_is_no_guide() -> None:
    unread = {row["code"] for row in rows("low_risk_guidance", "guidance") if not row["verified"]}
    assert not (unread - GUIDES_SINCE) & guides().keys()


@pytest.mark.parametrize(
    ("code", "week", "day"),
    [
        ("GB", ["110.46"], None),
        ("NZ", ["100", "150"], None),
        ("DK", ["120"], "48"),
        ("DE", [], None),  # its figures were read at third parties alone
        ("NL", [], "10"),
        ("SE", [], None),  # where care begins is no amount to stay below
    ],
)
def test_the_figures_of_guides_that_were_read_since(
    code: str, week: list[str], day: str | None
) -> None:
    guide = guides()[code]
    assert [str(most) for most in guide.week] == week
    assert (str(guide.day) if guide.day is not None else None) == day
    assert code == "GB" or not UPDATES or f"guide_{code.lower()}" in UPDATES


def test_where_care_begins_is_told_as_that() -> None:
    assert "where health care offers help" in guides()["SE"].text
