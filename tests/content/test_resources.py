"""Lines and places agree with the collected reference, and no unchecked number stands here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from content.test_notices import grade
from content.test_reference import read, rows
from hrjournal.content import resources
from hrjournal.content.loader import TomlTable
from hrjournal.content.notices import sources
from hrjournal.domain.knowledge.resources import Need, Resource

OURS = resources.directory().resources
# Read since on official pages, where the collected reference had them from memory or elsewhere.
READ_SINCE: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "us-emergency": ("911", "", ("hrsa_poison", "wyo_988")),
    "us-988": ("988", "988", ("us988", "wyo_988")),
    "us-samhsa": ("1-800-662-4357", "", ("samhsa_2021", "hhs_overdose")),
    "us-safespot": ("1-800-972-0590", "", ("helplinema",)),
    "us-poison": ("1-800-222-1222", "", ("hrsa_poison", "wyo_poison")),
    "us-findtreatment": ("", "", ("hhs_overdose",)),
    "gb-emergency": ("999", "", ("acuk_withdrawal", "reading_999")),
    "gb-nhs-111": ("111", "", ("neas_111",)),
    "gb-samaritans": ("116 123", "", ("samaritans_contact",)),
    "ca-emergency": ("911", "", ("streetconn", "inspq_overdose")),
    "au-lifeline": ("13 11 14", "", ("lifeline_about",)),
    "au-aod": ("1800 250 015", "", ("au_aod", "au_health", "au_mindframe")),
    "au-family": ("1300 368 186", "", ("fds_home",)),
    "ie-emergency": ("112 or 999", "", ("hse_112",)),
    "ie-samaritans": ("116 123", "", ("samaritans_contact", "oireachtas_116123")),
    "nz-emergency": ("111", "", ("nz_police_111",)),
    "nz-alcohol-drug": ("0800 787 797", "8681", ("hf_nz",)),
    "nz-need-to-talk": ("1737", "1737", ("pegasus_1737",)),
    "eu-emergency": ("112", "", ("ec_112",)),
}
# The collected reference has a number from repositories for these, and no official page has it.
TAKEN_BACK = {
    *("us-never-use-alone", "us-crisis-text", "us-next-distro", "gb-frank", "gb-drinkline"),
    *("ca-connexontario", "ie-hse"),
}
ADDED = {
    *("gb-buddyup", "gb-sct-never-use-alone", "de-telefonseelsorge", "nl-crisis", "nl-drugs"),
    *("pl-crisis", "pl-kcpu"),
}
FIRST = [one for one in OURS if one.id not in ADDED]
EVERY = list(zip(FIRST, rows("resources", "resources"), strict=False))
SITE_FOUND = {"de-hotline"}  # whose own site was found since, with another number than elsewhere
KEPT = {one.id for one in FIRST} - READ_SINCE.keys() - TAKEN_BACK - SITE_FOUND
PAIRS = [(ours, row) for ours, row in EVERY if ours.id in KEPT]
UNREAD = [
    (ours, row)
    for ours, row in EVERY
    if ours.id in TAKEN_BACK or (not row["verified"] and ours.id not in READ_SINCE)
]
NUMBERED = {"IE", "NZ"}  # whose unchecked entries have a number in their address


def digits(text: str) -> str:
    return "".join(re.findall(r"\d", text))


def ids(value: object) -> str:
    return value.id if isinstance(value, Resource) else ""


def numbers(row: dict[str, Any]) -> list[str]:
    """Every number and code in a row of the reference, apart."""
    written = [row["phone"], row["text"], row.get("second_number")]
    return [part for text in written if text for part in re.split(r" or | to ", text)]


def test_every_line_of_the_reference_is_here_in_its_order() -> None:
    found = rows("resources", "resources")
    assert not found or len(found) == len(FIRST)
    assert {one.id for one in OURS} >= ADDED | TAKEN_BACK


def test_what_was_read_since_names_its_page() -> None:
    ours = {one.id: one for one in OURS}
    for name, (phone, text, read_on) in READ_SINCE.items():
        assert (ours[name].phone, ours[name].text) == (phone, text)
        assert (ours[name].verified, ours[name].sources) == (True, read_on)
        assert all(sources()[source].url for source in read_on)


def test_no_number_rests_on_repositories() -> None:
    for one in OURS:
        if one.phone or one.text:
            assert all(sources()[name].seen != "repository" for name in one.sources), one.id
    for one in OURS:
        if one.id in TAKEN_BACK:
            assert (one.verified, one.sources, one.hours) == (False, (), ""), one.id


@pytest.mark.parametrize("row", rows("content_updates", "help_lines"), ids=lambda row: row["name"])
def test_a_line_of_the_updates_is_told_as_they_say(row: dict[str, Any]) -> None:
    found = [one for one in OURS if one.country == row["country"] and any_of(row, one)]
    if row["verified"]:
        assert found, row["name"]
        assert all(one.verified for one in found)


def any_of(row: dict[str, Any], one: Resource) -> bool:
    """Whether one of the numbers of a row is that of a line."""
    known = {digits(part) for part in re.split(r" or |, ", row["number"])} - {""}
    told = {digits(part) for part in re.split(r" or ", f"{one.phone} or {one.text}")} - {""}
    return bool(known & told)


@pytest.mark.parametrize(("ours", "row"), PAIRS, ids=ids)
def test_a_line_agrees(ours: Resource, row: dict[str, Any]) -> None:
    assert (ours.country, ours.kind) == (row["country"], row["kind"])
    assert ours.verified == row["verified"]
    assert ours.checked == date.fromisoformat(row["last_checked"])
    assert ours.sources == tuple(row.get("sources", ()))
    assert ours.what_for != row["what_for"]
    if ours.url or ours.country not in NUMBERED:
        assert ours.url == (row["url"] or "")
    if ours.verified:
        assert row["name"].startswith(ours.name)


@pytest.mark.parametrize(("ours", "row"), [pair for pair in PAIRS if pair[1]["verified"]], ids=ids)
def test_a_number_that_was_read_agrees(ours: Resource, row: dict[str, Any]) -> None:
    phone = " or ".join(filter(None, (row["phone"], row.get("second_number"))))
    assert ours.phone == phone
    unread = "text number general knowledge" in row.get("source_note", "")
    assert ours.text == ("" if unread else row["text"] or "")


@pytest.mark.parametrize(("ours", "row"), UNREAD, ids=ids)
def test_a_number_that_was_not_read_stands_nowhere_in_its_entry(
    ours: Resource, row: dict[str, Any]
) -> None:
    said = digits(f"{ours.id} {ours.name} {ours.what_for} {ours.url} {ours.hours} {ours.caution}")
    assert not ours.phone
    assert not ours.text
    for number in filter(str.isdigit, map(digits, numbers(row))):
        assert number not in said


def test_every_number_was_read_somewhere_that_is_named() -> None:
    with_number = [one for one in OURS if one.phone or one.text]
    assert len(with_number) > 20
    for one in with_number:
        assert one.verified, one.id
        assert set(one.sources) <= sources().keys()
        assert one.sources, one.id


def test_the_other_texts_of_an_entry_hold_no_number_to_call() -> None:
    telephone = re.compile(r"\d[\d -]{2,}\d")
    allowed = {"us-988": {"988"}, "gb-buddyup": {"2023"}, "gb-sct-never-use-alone": {"2021"}}
    for one in OURS:
        said = f"{one.what_for} {one.caution}"
        assert set(telephone.findall(said)) <= allowed.get(one.id, set()), one.id


def entry(**given: Any) -> TomlTable:
    facts = {"country": "GB", "kind": "crisis", "name": "Line", "what_for": "It listens."}
    return TomlTable("lines", facts | {"checked": date(2026, 11, 23)} | given)


@pytest.mark.parametrize("given", [{"phone": "116 123"}, {"text": "HELLO to 85258"}])
def test_a_file_with_a_number_that_was_not_checked_is_refused(given: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="not checked"):
        resources._resource("line", entry(**given))
    assert resources._resource("line", entry(**given, verified=True)).ways


def test_every_entry_has_its_kind_and_its_needs_in_words() -> None:
    known = resources.directory()
    assert known.needs.keys() == {need.value for need in Need}
    for one in OURS:
        assert one.kind in known.kinds
        assert set(one.needs) <= known.needs.keys()
        assert one.needs or one.kind == "emergency"


def test_kinds_come_in_the_order_of_the_reference() -> None:
    order = rows("resources", "display", "order")
    assert not order or [kind for kind in resources.directory().kinds if kind in order] == order


def test_emergency_numbers_agree_where_they_were_read() -> None:
    for country, number in read("resources").get("emergency_by_country", {}).items():
        for one in OURS:
            if one.country == country and one.kind == "emergency" and one.verified:
                assert set(one.phone.split(" or ")) <= set(number.split(" or "))


def test_other_codes_are_understood() -> None:
    assert resources.directory().code("UK") == "GB"
    assert resources.directory().code("WHO") == ""  # drinks are counted so, nobody lives there


def test_the_countries_of_the_union() -> None:
    members = resources.directory().members["EU"]
    assert len(set(members)) == 27
    assert {"PL", "DE", "FR", "ES", "IE", "NL", "PT"} <= set(members)
    assert not {"GB", "CH", "NO"} & set(members)


def lines() -> Iterator[str]:
    for advice in resources.directory().family:
        yield from advice.lines
    for one in OURS:
        yield one.what_for
        yield one.caution


def test_every_sentence_is_plain() -> None:
    spoken = " ".join(line for line in lines() if line)
    assert grade(spoken) <= 8
    for advice in resources.directory().family:
        assert grade(" ".join(advice.lines)) <= 8, advice.title


@pytest.mark.parametrize("name", ["resources", "instruments"])
def test_sources_agree(name: str) -> None:
    for key, row in read(name).get("source_list", {}).items():
        if key in sources():
            assert (sources()[key].title, sources()[key].url) == (row["title"], row["url"])
            assert sources()[key].seen.startswith(row["seen"])
