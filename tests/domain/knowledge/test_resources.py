from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hrjournal.domain.knowledge.resources import Directory, Need, Resource

LINE = Resource(
    id="line",
    country="GB",
    kind="crisis",
    name="Line",
    what_for="Someone who listens.",
    needs=("crisis",),
    phone="116 123",
    text="HELLO to 85258",
    url="https://example.org",
    hours="",
    caution="",
    checked=date(2026, 11, 23),
    verified=True,
    sources=("somewhere",),
)
NUMBER = LINE._replace(id="number", kind="emergency", needs=(), phone="999", text="")
WALES = LINE._replace(id="wales", country="GB-WLS", kind="services", needs=("treatment",))
UNION = NUMBER._replace(id="union", country="EU", phone="112")
FRENCH = LINE._replace(id="french", country="FR", kind="info", needs=("information",))
WORLD = LINE._replace(
    id="world", country="INT", kind="directory", verified=False, phone="", text=""
)
HIDDEN = LINE._replace(id="hidden", country="FR", kind="services", verified=False, url="")
DIRECTORY = Directory(
    resources=(WORLD, FRENCH, WALES, LINE, UNION, NUMBER, HIDDEN),
    kinds={"emergency": "", "crisis": "", "services": "", "info": "", "directory": ""},
    needs={},
    members={"EU": ("FR", "PL")},
    also={"UK": "GB"},
    family=(),
)


def ids(found: tuple[Resource, ...]) -> list[str]:
    return [one.id for one in found]


def test_a_checked_line_says_how_to_reach_it() -> None:
    assert LINE.ways == ("Call 116 123", "Text HELLO to 85258")
    assert LINE._replace(text="").ways == ("Call 116 123",)
    assert LINE._replace(phone="", text="").ways == ()


def test_of_emergency_numbers_the_nearest_alone_is_told() -> None:
    own = NUMBER._replace(id="polish", country="PL")
    known = DIRECTORY._replace(resources=(*DIRECTORY.resources, own))
    assert ids(known.checked("PL", None)) == ["polish"]
    assert ids(known.checked("FR", Need.CRISIS)) == ["union"]
    unchecked = DIRECTORY._replace(resources=(UNION, own._replace(verified=False)))
    assert ids(unchecked.checked("PL", None)) == ["union"]


def test_a_number_that_was_not_checked_is_never_told() -> None:
    assert LINE._replace(verified=False).ways == ()


@pytest.mark.parametrize(
    ("checked", "today", "old"),
    [
        ("2026-11-23", "2026-11-23", False),
        ("2026-11-23", "2027-11-23", False),
        ("2026-11-23", "2027-11-24", True),
        ("2026-12-31", "2027-12-31", False),
        ("2026-12-31", "2028-01-01", True),
        ("2028-02-29", "2029-02-28", False),
        ("2028-02-29", "2029-03-01", True),
    ],
)
def test_a_check_is_old_after_twelve_months(checked: str, today: str, *, old: bool) -> None:
    line = LINE._replace(checked=date.fromisoformat(checked))
    assert line.old(date.fromisoformat(today)) is old


@given(checked=st.dates(date(2000, 1, 1), date(2100, 1, 1)), days=st.integers(-400, 2000))
@example(checked=date(2028, 2, 29), days=365)
def test_a_check_grows_old_once_and_after_a_whole_year(checked: date, days: int) -> None:
    today = checked + timedelta(days=days)
    if days <= 365:
        assert not LINE._replace(checked=checked).old(today)
    if days > 366:
        assert LINE._replace(checked=checked).old(today)


def test_a_country_has_its_own_lines_and_those_of_its_parts() -> None:
    assert ids(DIRECTORY.near("GB")) == ["number", "line", "wales", "world"]


def test_a_country_of_a_union_has_those_of_the_union_too() -> None:
    assert ids(DIRECTORY.near("FR")) == ["union", "hidden", "french", "world"]
    assert ids(DIRECTORY.near("PL")) == ["union", "world"]


@pytest.mark.parametrize("country", ["JP", "", "XX"])
def test_elsewhere_there_are_those_for_anywhere(country: str) -> None:
    assert ids(DIRECTORY.near(country)) == ["world"]


def test_other_codes_and_parts_of_a_country_are_understood() -> None:
    assert DIRECTORY.code("UK") == "GB"
    assert DIRECTORY.code("GB-WLS") == "GB"
    assert DIRECTORY.code("PL") == "PL"
    assert DIRECTORY.code("") == ""


def test_urgent_ones_are_there_whatever_is_looked_for() -> None:
    assert ids(DIRECTORY.checked("GB", None)) == ["number", "line", "wales"]
    assert ids(DIRECTORY.checked("GB", Need.TREATMENT)) == ["number", "line", "wales"]
    assert ids(DIRECTORY.checked("GB", Need.HOUSING)) == ["number", "line"]


def test_one_that_was_not_checked_is_told_apart_and_needs_a_website() -> None:
    assert ids(DIRECTORY.unchecked("FR", None)) == ["world"]
    website = HIDDEN._replace(url="https://example.org")
    more = DIRECTORY._replace(resources=(*DIRECTORY.resources, website))
    assert ids(more.unchecked("FR", Need.CRISIS)) == ["hidden", "world"]
    assert ids(more.unchecked("FR", Need.HOUSING)) == ["world"]
    assert "hidden" not in ids(more.checked("FR", None))
