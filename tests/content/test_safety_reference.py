"""Where the collected reference lies beside the repository, words of care rest on it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from content.test_reference import read, rows
from hrjournal.content import safety
from hrjournal.content.loader import load
from hrjournal.domain.knowledge.safety import Passage

PARTS = {  # ours, and theirs
    "much": "overdose",
    "stopping": "withdrawal",
    "tolerance": "tolerance",
    "points": "safer_use_basis",
}
RESPONSES = {"depressant": "sedative"}  # theirs by another name
WIDER = {("rx_opioids", "much"): {"fda_naloxone", "samhsa_toolkit"}}  # named in a note there
UPDATES = read("content_updates").get("updates", ())
READ_SINCE = {
    source for update in UPDATES if update["topic"] in {1, 6} for source in update["sources"]
}
PARTS_SINCE = {  # of a kind, by what was read since
    ("alcohol", "stopping"): (
        *("sahealth_aw", "carpa_aw", "camh_aw", "auguide_severe", "asam_aw"),
        *("auguide_thiamine", "sps_thiamine"),
    ),
    ("benzodiazepines", "stopping"): ("bzd_pocket", "bzd_patient", "asam_bzd"),
    ("gabapentinoids", "stopping"): ("nhsfife_gaba",),
    ("moud", "much"): ("santo2021",),
    ("moud", "stopping"): ("santo2021",),
}
EXTRAS_SINCE = {
    "nitazenes": ("gov_synth", "act_thn"),
    "medetomidine": ("ny_medeto",),
    "street_benzos": ("mmwr_brom",),
}
STUDIES_SINCE = ("scot_hosp", "santo2021")
SAID_OTHERWISE = {  # numbers of ours that are theirs in other words
    "10": "weeks 3 to 12 are 10 weeks",
    "4": "about 44 percent is more than 4 of 10; weeks 3 and 4",
    "7": "7-OH is a name",
}
SHARED = 6  # words in a row


def lines(passages: Iterable[Passage]) -> str:
    return " ".join(line for passage in passages for line in passage.lines)


def everything() -> Iterator[Passage]:
    card = safety.card()
    yield from (*card.passages, card.say, *safety.friend())
    for country in ("US", "CA", "AU", "GB", "IE", "DE", "any"):
        yield from safety.naloxone(country)
    yield from (*safety.pause(), *safety.stop())
    yield from (safety.calling(country) for country in ("US", "CA", "AU", "GB", "any"))
    for response in safety.responses().values():
        yield from response.passages
    for guide in safety.kinds().values():
        yield from guide.passages


def written(facts: Any) -> Iterator[str]:
    """Every text in it, but for our own words before an update."""
    if isinstance(facts, str):
        yield facts
        return
    inner = facts if isinstance(facts, list) else []
    if isinstance(facts, dict):
        inner = [value for name, value in facts.items() if name != "today"]
    for value in inner:
        yield from written(value)


def runs_of(text: str) -> set[tuple[str, ...]]:
    """Every row of so many words in a text."""
    words = re.findall(r"[a-z0-9]+", text.lower())
    return {tuple(words[at : at + SHARED]) for at in range(len(words) - SHARED + 1)}


@pytest.fixture(scope="module")
def theirs() -> str:
    """All that the reference says of substances and overdoses; what is ours is not theirs."""
    files = [read(name) for name in ("overdose", "substances", "content_updates")]
    if not all(files):
        pytest.skip("the reference is not beside the repository")
    return "\n".join(text for facts in files for text in written(facts))


@pytest.mark.parametrize("row", rows("substances", "substances"), ids=lambda row: row["id"])
@pytest.mark.parametrize("part", PARTS)
def test_a_part_of_a_kind_rests_on_what_its_reference_rests_on(
    row: dict[str, Any], part: str
) -> None:
    told: Passage = getattr(safety.kinds()[row["id"]], part)
    facts = row[PARTS[part]]
    since = set(PARTS_SINCE.get((row["id"], part), ()))
    assert told.verified == (facts["verified"] or bool(since))
    wider = WIDER.get((row["id"], part), set()) | since
    assert set(told.sources) - wider == set(facts.get("sources", ()))
    assert since <= set(told.sources)


@pytest.mark.parametrize("row", rows("substances", "substances"), ids=lambda row: row["id"])
def test_a_kind_is_as_dangerous_as_its_reference_says(row: dict[str, Any]) -> None:
    guide = safety.kinds()[row["id"]]
    assert guide.dangerous_stop == bool(row["withdrawal"]["medically_dangerous"])
    assert (guide.response == "opioid") == bool(row["overdose"]["naloxone_helps"])
    kind = row["overdose"]["type"]
    if kind.startswith("stimulant"):
        assert guide.response == "stimulant"
    if kind == "depressant":
        assert guide.response in {"alcohol", "sedative"}


@pytest.mark.parametrize("row", rows("overdose", "responses"), ids=lambda row: row["id"])
def test_a_kind_of_overdose_rests_on_what_its_reference_rests_on(row: dict[str, Any]) -> None:
    told = safety.responses()[RESPONSES.get(row["id"], row["id"])]
    bases = row.get("fields_basis", {}).values()
    known = {*row["sources"], *(name for basis in bases for name in basis["sources"])}
    found = {name for passage in told.passages for name in passage.sources}
    assert known <= found <= known | READ_SINCE
    assert all(passage.verified == row["verified"] for passage in told.passages)


@pytest.mark.parametrize("row", rows("substances", "adulterants"), ids=lambda row: row["id"])
def test_what_else_can_be_in_it_rests_on_its_reference(row: dict[str, Any]) -> None:
    told = load("safer").table("extras").table(row["id"])
    since = EXTRAS_SINCE.get(row["id"], ())
    assert told.flag("verified") == (row["verified"] or bool(since))
    assert told.texts("sources") == (*row.get("sources", ()), *since)


def test_what_was_read_since_is_verified_in_the_updates() -> None:
    verified = {source for update in UPDATES if update["verified"] for source in update["sources"]}
    since = {*STUDIES_SINCE, *(one for told in EXTRAS_SINCE.values() for one in told)}
    since |= {one for told in PARTS_SINCE.values() for one in told}
    assert not UPDATES or since <= verified


def test_findings_of_studies_rest_on_the_verified_ones_alone() -> None:
    evidence = read("overdose").get("tolerance_loss", {}).get("evidence", [])
    read_ones = [name for row in evidence if row["verified"] for name in row["sources"]]
    told = load("breaks").table("pause").table("studies")
    assert not evidence or list(told.texts("sources")) == [*read_ones, *STUDIES_SINCE]
    assert not re.search(r"\b129\b", lines(safety.pause()))  # from memory there


def test_laws_rest_on_their_reference() -> None:
    laws = read("overdose").get("good_samaritan", {})
    for country, keys in (("US", ("us", "effect")), ("CA", ("ca",)), ("AU", ("au_uk",))):
        known = {name for key in keys if laws for name in laws[key]["sources"]}
        assert not laws or set(safety.calling(country).sources) == known
    assert not safety.calling("GB").verified


def test_an_emergency_number_is_one_that_was_read() -> None:
    known = {
        row["country"]: row["phone"] if row["verified"] else ""
        for row in read("resources").get("resources", ())
        if row["kind"] == "emergency"
    }
    for country, phone in known.items():
        told = safety.card().phones.call(country, chosen=True).phone
        if phone:
            assert told == phone.split()[0]
        elif country not in {"IE", "NZ"}:  # read since, on the pages of their own services
            assert told in {"", known["EU"]}


def test_no_number_was_made_up(theirs: str) -> None:
    known = set(re.findall(r"\d+(?:\.\d+)?", theirs.replace(",", ""))) | SAID_OTHERWISE.keys()
    for passage in everything():
        for line in passage.lines:
            numbers = re.findall(r"\d+(?:\.\d+)?", re.sub(r"(?<=\d),(?=\d)", "", line))
            assert set(numbers) <= known, line


def test_sentences_are_our_own(theirs: str) -> None:
    runs = {run for text in theirs.split("\n") for run in runs_of(text)}
    for passage in everything():
        for line in passage.lines:
            assert runs_of(line) & runs == set(), line


def test_what_naloxone_does_not_undo_is_told_whole() -> None:
    limits = json.dumps(read("overdose").get("naloxone", {}).get("does_not_reverse", []))
    told = lines(safety.naloxone())
    for name in re.findall(r'"([^"]+)"', limits):
        assert name in told or (name == "benzodiazepines" and "benzos" in told)
