"""The table of pairs, beside the collected reference where it lies beside the repository."""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import combinations
from typing import Any

import pytest

from hrjournal.content.loader import load
from hrjournal.content.mixing import mixing
from hrjournal.content.notices import sources
from hrjournal.content.units import catalogue
from hrjournal.domain.knowledge.mixing import UNKNOWN, MixPart, SafetyAdvice, Status, SubstancePair
from hrjournal.domain.substances.substance import OTHER
from support.places import SHARED

FOLDER = SHARED / "reference"
APART = {
    "barbiturates",
    "xylazine",
    "pde5",
    "pcp",
    "mxe",
    "nbome",
    "amt",
    "dox",
}  # said of a few alone
PAIRS = tuple(combinations(sorted(mixing().groups.keys() - APART), 2))
HELD_BY_TWO = {"ayahuasca", "changa"}  # a psychedelic together with an MAOI
OPIOIDS = {"opioids", "tramadol", "kratom"}
DEPRESSANTS = {"alcohol", "benzodiazepines", "gabapentinoids", "ghb", "antihistamines", "inhalants"}
ANY = ("ssris", "maois", "lithium")


def read(name: str) -> dict[str, Any]:
    path = FOLDER / f"{name}.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return found


def rows(name: str, key: str) -> list[dict[str, Any]]:
    return list(read(name).get(key, ()))


def part(name: str) -> MixPart:
    return MixPart(name, catalogue().find(name) or OTHER)


def test_every_pair_agrees_with_the_reference() -> None:
    for row in rows("interactions", "pairs"):
        ours = mixing().between(row["a"], row["b"])
        assert ours is not None
        assert ours.status.name.lower() == row["status"]
        assert ours.verified == row["verified"]
        assert ours.sources == tuple(row.get("sources", ()))
        assert ours.reason != row["reason"]


def test_there_are_300_pairs_of_25_groups_each_once() -> None:
    written = [pair for row in load("mixing").rows("pairs") for pair in row.texts("of")]
    assert len(set(written)) == len(written)
    pairs = {tuple(pair.split(" + ")) for pair in written}
    whole = {pair for pair in pairs if APART.isdisjoint(pair)}
    assert len(whole) == 300
    assert whole == set(PAIRS)
    assert all(pair == tuple(sorted(pair)) for pair in pairs)
    assert {group for pair in pairs for group in pair} == mixing().groups.keys()


def test_the_pairs_of_each_status_are_as_many_as_were_counted() -> None:
    found = [pair for two in PAIRS if (pair := mixing().between(*two))]
    assert Counter(pair.status for pair in found) == {
        Status.NO_EXTRA_SIGNAL: 26,
        Status.CAUTION: 88,
        Status.HIGH: 49,
        Status.DANGER: 70,
        Status.UNKNOWN: 67,
    }
    assert Counter(pair.verified for pair in found) == {True: 136, False: 164}


def test_no_sentence_of_the_reference_is_taken_over() -> None:
    theirs = " ".join({row["reason"] for row in rows("interactions", "pairs")}).casefold()
    reasons = load("mixing").table("reasons")
    for sentence in " ".join(reasons.facts.values()).split(". "):
        assert sentence.casefold().removesuffix(".") not in theirs


def test_every_reason_is_used_and_has_one_or_two_short_sentences() -> None:
    told = {pair.reason for pair in mixing().pairs.values()} | {mixing().unlisted.reason}
    assert told == set(load("mixing").table("reasons").facts.values())
    for reason in told:
        sentences = reason.removesuffix(".").split(". ")
        assert reason.endswith(".")
        assert 1 <= len(sentences) <= 2
        assert all(3 <= len(sentence.split()) <= 18 for sentence in sentences), reason


def test_nothing_of_the_chart_but_its_name_is_shipped() -> None:
    keys = {key for row in load("mixing").rows("pairs") for key in row.facts}
    assert keys == {"status", "reason", "of", "verified", "sources"}
    assert "TripSit" in mixing().origin
    named = [pair for two in PAIRS if "tripsit" in (pair := mixing().pairs[two]).sources]
    assert len(named) == sum(
        "tripsit" in row.get("sources", ()) for row in rows("interactions", "pairs")
    ) or not read("interactions")


@pytest.mark.parametrize("kind", catalogue().kinds.values(), ids=lambda kind: kind.id)
def test_every_kind_is_of_a_group_of_the_table_or_of_none(kind: Any) -> None:
    assert kind.group in mixing().groups or (kind.id, kind.group) == ("other", UNKNOWN)


@pytest.mark.parametrize("row", rows("substances", "substances"), ids=lambda row: row["id"])
def test_a_substance_and_its_aliases_are_of_the_group_of_the_reference(row: dict[str, Any]) -> None:
    expected = row["interaction_class"]
    for name in (row["id"], *row["aliases"]):
        groups = mixing().groups_of(part(name))
        if name == "lean":
            assert groups == ("opioids", "antihistamines", "dxm")
        elif row["id"] == "ssri_medicine":
            assert groups in {("ssris",), ("maois",), ("lithium",), ANY}
        elif name in HELD_BY_TWO:
            assert groups == (expected, "maois")
        else:
            assert groups == (expected,)


@pytest.mark.parametrize(
    ("name", "groups"),
    [
        *((name, ("ssris",)) for name in ("SSRI", "SNRI", "sertraline", "Zoloft", "venlafaxine")),
        *((name, ("maois",)) for name in ("MAOI", "phenelzine", "moclobemide", "Parnate")),
        *((name, ("lithium",)) for name in ("lithium", "Priadel")),
        *((name, ANY) for name in ("antidepressant", "Antidepressants", "ssri_medicine")),
        *((name, ("benzodiazepines",)) for name in ("chlordiazepoxide", "flurazepam", "diazepam")),
    ],
)
def test_a_name_tells_the_group_of_a_medicine(name: str, groups: tuple[str, ...]) -> None:
    assert mixing().groups_of(part(name)) == groups


@pytest.mark.parametrize("alias", catalogue().kinds["ssri_medicine"].aliases)
def test_every_name_of_an_antidepressant_tells_its_group_or_leaves_all_three(alias: str) -> None:
    groups = mixing().groups_of(MixPart(alias, catalogue().kinds["ssri_medicine"]))
    assert set(groups) <= set(ANY)
    assert (len(groups) == 3) == ("depressant" in alias)


def test_a_name_that_tells_more_agrees_with_its_kind() -> None:
    for name, groups in mixing().names.items():
        kind = catalogue().find(name)
        assert set(groups) <= mixing().groups.keys()
        assert kind is None or kind.group in groups or kind.id == "ssri_medicine", name


def test_windows_agree_with_the_reference() -> None:
    told = read("interactions").get("windows") or {
        "default_hours": 24,
        "methadone_hours": 72,
        "long_benzodiazepines_hours": 72,
        "ssri_days": 14,
        "maoi_days": 14,
        "fluoxetine_days": 35,
        "verified": False,
    }
    hours = {
        "alcohol": told["default_hours"],
        "methadone": told["methadone_hours"],
        "diazepam": told["long_benzodiazepines_hours"],
        "chlordiazepoxide": told["long_benzodiazepines_hours"],
        "clonazepam": told["long_benzodiazepines_hours"],
        "flurazepam": told["long_benzodiazepines_hours"],
        "sertraline": 24 * told["ssri_days"],
        "phenelzine": 24 * told["maoi_days"],
        "fluoxetine": 24 * told["fluoxetine_days"],
        "Prozac": 24 * told["fluoxetine_days"],
        "antidepressant": 24 * max(told["ssri_days"], told["maoi_days"]),
        "lithium": told["default_hours"],
        "Xanax": told["default_hours"],
        "zopiclone": told["default_hours"],
        "a new powder": told["default_hours"],
    }
    assert {name: mixing().seconds(part(name)) // 3600 for name in hours} == hours
    assert mixing().furthest == 24 * 3600 * told["fluoxetine_days"]
    assert load("mixing").table("windows").flag("verified") == told["verified"]


def test_naloxone_and_company_are_named_wherever_depressants_and_opioids_meet() -> None:
    for opioid in OPIOIDS:
        for other in (DEPRESSANTS | OPIOIDS) - {opioid}:
            pair = mixing().between(opioid, other)
            assert pair is not None
            assert "naloxone" in pair.helps[0].text
            assert "with you" in pair.helps[1].text


def test_what_helps_stands_with_what_is_serious_or_not_known() -> None:
    for pair in mixing().pairs.values():
        assert bool(pair.helps) == (pair.status.serious or pair.status is Status.UNKNOWN)
        assert any("hrjournal sos" in one.text for one in pair.helps) == pair.status.serious
        naloxone = any("naloxone" in one.text for one in pair.helps)
        opioid = not (OPIOIDS | {"xylazine"}).isdisjoint((pair.first, pair.second))
        assert naloxone == (opioid and pair.status.serious)


def test_no_care_text_names_an_amount() -> None:
    file = load("mixing")
    texts = [*file.table("reasons").facts.values(), file.table("medicine").text("text")]
    texts += [row.text("text") for _, row in file.tables("helps")]
    assert not [text for text in texts if re.search(r"\d|\b(mg|grams?|pills?|drinks)\b", text)]


def test_every_source_is_one_that_is_listed() -> None:
    told: list[SubstancePair | SafetyAdvice] = list(mixing().pairs.values())
    told += [one for pair in mixing().pairs.values() for one in pair.helps]
    for one in told:
        assert set(one.sources) <= sources().keys()
        assert one.verified == bool(one.sources)
