from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from datetime import date

import pytest

from content.test_reference import rows
from content.test_resources import digits, numbers
from domain.knowledge.test_resources import DIRECTORY, HIDDEN, LINE
from hrjournal.blocks import Heading, Page
from hrjournal.content.notices import sources
from hrjournal.content.resources import directory
from hrjournal.domain.knowledge.resources import Need
from hrjournal.formats.plain.lines import lines
from hrjournal.formats.terminal.show import show
from hrjournal.pages.care.resources import PlaceAsked, family_page, resources_page

TODAY = date(2026, 11, 23)
COUNTRIES = {
    "US": ("United States", "911"),
    "GB": ("United Kingdom", "999"),
    "CA": ("Canada", "911"),
    "AU": ("Australia", "000"),
    "IE": ("Ireland", "112 or 999"),
    "NZ": ("New Zealand", "111"),
    "DE": ("Germany", "112"),
    "FR": ("France", "112"),
    "ES": ("Spain", "112"),
    "PL": ("Poland", "112"),
    "JP": ("Japan", None),
    "": ("", None),
}
NOT_READ = [row for row in rows("resources", "resources") if not row["verified"]]


def asked(country: str, need: Need | None = None, today: date = TODAY) -> PlaceAsked:
    return PlaceAsked(country, COUNTRIES[country][0], today, need)


def shown(page: Page, width: int = 80) -> str:
    stream = io.StringIO()
    show(page, stream, width=width)
    return stream.getvalue()


def told(page: Page) -> str:
    return "\n".join(lines(page))


def every_page(country: str) -> list[Page]:
    pages = [resources_page(directory(), asked(country, need)) for need in (None, *Need)]
    return [*pages, family_page(directory(), asked(country))]


def test_the_page_looks_as_approved(approved: Callable[[str, str], None]) -> None:
    approved("pages/resources-US-80.txt", shown(resources_page(directory(), asked("US"))))
    approved("pages/resources-GB-60.txt", shown(resources_page(directory(), asked("GB")), 60))
    approved("pages/resources-NZ-40.txt", shown(resources_page(directory(), asked("NZ")), 40))
    naloxone = resources_page(directory(), asked("PL", Need.NALOXONE))
    approved("pages/resources-PL-naloxone-plain.txt", told(naloxone) + "\n")
    approved("pages/resources-60.txt", shown(resources_page(directory(), asked("")), 60))
    approved("pages/family-AU-80.txt", shown(family_page(directory(), asked("AU"))))


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("width", [40, 60, 80])
def test_every_page_fits(country: str, width: int) -> None:
    for page in every_page(country):
        out = shown(page, width).splitlines()
        assert max(map(len, out)) <= width


@pytest.mark.parametrize(("country", "known"), COUNTRIES.items())
def test_the_emergency_number_stands_before_every_other(
    country: str, known: tuple[str, str | None]
) -> None:
    _, number = known
    for page in every_page(country):
        first = next(line for line in lines(page) if "Call " in line)
        if number:
            assert first == f"Emergency: Call {number}. Day and night."
        else:
            assert first.startswith("Call your local emergency number.")


@pytest.mark.parametrize("country", COUNTRIES)
def test_crisis_lines_come_right_after_the_emergency_number(country: str) -> None:
    crisis = directory().kinds["crisis"]
    for need in (None, *Need):
        page = resources_page(directory(), asked(country, need))
        heads = [block.text for block in page.blocks if isinstance(block, Heading)]
        if crisis in heads:
            assert heads[:2] == [directory().kinds["emergency"], crisis]


@pytest.mark.parametrize("country", COUNTRIES)
def test_no_number_that_was_not_read_reaches_a_page(country: str) -> None:
    near = directory().near(country)
    read = " ".join(" ".join(one.ways) for one in near)
    places = {one.country for one in near}
    hidden = {
        number
        for row in NOT_READ
        if row["country"] in places
        for number in numbers(row)
        if digits(number) and number not in read
    }
    for page in every_page(country):
        said = [*lines(page), json.dumps(page.data)]
        for number in hidden:
            assert not [line for line in said if re.search(rf"\b{number}\b", line)], number


def test_the_search_for_unread_numbers_would_find_some() -> None:
    if NOT_READ:
        unread = {number for row in NOT_READ for number in numbers(row)}
        assert {"13 11 26", "1737", "0808 808 2234", "HELLO", "50808"} <= unread


def test_an_unchecked_number_reaches_no_page_even_when_the_list_has_it() -> None:
    leaky = LINE._replace(verified=False)
    known = DIRECTORY._replace(resources=(leaky,), needs={need.value: "" for need in Need})
    for need in (None, *Need):
        page = resources_page(known, asked("GB", need))
        for said in (shown(page), told(page), json.dumps(page.data)):
            assert "116 123" not in said
            assert "85258" not in said
    assert "https://example.org" in shown(resources_page(known, asked("GB")))


def test_an_unchecked_one_without_a_website_is_left_out() -> None:
    known = DIRECTORY._replace(resources=(HIDDEN,), needs={"crisis": ""})
    assert HIDDEN.name not in shown(resources_page(known, asked("FR"))).splitlines()[-1]
    assert resources_page(known, asked("FR")).data["not_checked"] == []


@pytest.mark.parametrize(("today", "old"), [("2027-11-28", False), ("2027-11-29", True)])
def test_each_line_says_when_it_was_checked_and_that_it_may_be_old(
    today: str, *, old: bool
) -> None:
    page = resources_page(directory(), asked("US", today=date.fromisoformat(today)))
    said = list(lines(page))
    checked = [line for line in said if line.startswith("Checked on Sat 28 Nov 2026.")]
    assert len(checked) == len(page.data["lines"]) == 6
    assert [line.endswith("It may be out of date.") for line in checked] == [old] * 6
    assert {line["may_be_out_of_date"] for line in page.data["lines"]} == {old}


@pytest.mark.parametrize("need", [Need.HOUSING, Need.NALOXONE, Need.POISON])
def test_a_need_with_nothing_checked_is_said_plainly_with_a_way_on(need: Need) -> None:
    said = told(resources_page(directory(), asked("DE", need)))
    assert f"Germany: this list has nothing checked yet for {directory().needs[need]}." in said
    assert "https://findahelpline.com" in said


def test_a_need_that_is_met_is_not_called_missing() -> None:
    said = shown(resources_page(directory(), asked("US", Need.TREATMENT)))
    assert "SAMHSA" in said
    assert "SafeSpot" not in said
    assert "nothing checked yet" not in said


def test_a_country_without_a_crisis_line_is_told_so() -> None:
    said = told(resources_page(directory(), asked("JP")))
    assert "Japan: this list has nothing checked yet for someone to talk to." in said
    assert "If a life is in danger, call the emergency number." in said
    assert "nothing checked yet" not in told(resources_page(directory(), asked("AU")))


def test_without_a_country_it_says_how_to_name_one() -> None:
    said = told(resources_page(directory(), asked("")))
    assert "In the European Union it is 112." in said
    assert "hrjournal resources --country GB" in said


def test_what_is_known_of_who_they_may_call_is_said() -> None:
    said = told(resources_page(directory(), asked("US")))
    assert "Some lines may call emergency services or the police" in said
    assert "they first call a person you named, or else an ambulance." in said
    assert "We did not call them." in said


def test_own_people_and_naloxone_come_first() -> None:
    page = resources_page(
        directory(), asked("US"), [("Ala", "0048 123")], ["In the blue bag, good until May 2027."]
    )
    said = list(lines(page))
    assert said[1:7] == [
        "",
        "Your own people",
        "Ala: 0048 123",
        "",
        "Your naloxone",
        "In the blue bag, good until May 2027.",
    ]
    assert page.data["contacts"] == [{"name": "Ala", "how": "0048 123"}]
    assert page.data["naloxone"] == ["In the blue bag, good until May 2027."]


def test_where_it_was_read_is_one_option_away() -> None:
    plain = told(resources_page(directory(), asked("GB")))
    sourced = told(resources_page(directory(), asked("GB"), sources=sources()))
    assert "Where this was read" not in plain
    assert sourced.count("Alcohol withdrawal. Alcohol Change UK, no date.") == 1
    assert "Read: a part of the page itself" in sourced


def test_family_and_friends_are_told_what_helps_and_who_listens_to_them() -> None:
    said = told(family_page(directory(), asked("AU"), sources=sources()))
    for words in ("not your fault", "Naloxone", "hrjournal safety card", "Shame", "1300 368 186"):
        assert words in said
    assert "Overdose Prevention and Response Toolkit" in said
    assert "United States: this list has nothing checked yet for family and friends." in told(
        family_page(directory(), asked("US"))
    )


def test_the_data_of_the_family_page_has_its_words_too() -> None:
    data = family_page(directory(), asked("AU")).data
    assert data["need"] == "family"
    assert [line["name"] for line in data["lines"]] == [
        "Emergency",
        "Lifeline",
        "Family Drug Support",
    ]
    assert "Talking about it" in data["words"]
    assert json.loads(json.dumps(data)) == data
