from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.content.mixing import mixing
from hrjournal.content.units import catalogue
from hrjournal.domain.knowledge.mixing import MixPart, Status
from hrjournal.domain.substances.substance import OTHER, Kind

GROUPS = sorted(mixing().groups)
NAMES = st.sampled_from(["alcohol", "heroin", "weed", "coffee", "GHB", "zoloft", "antidepressant"])


def part(name: str) -> MixPart:
    return MixPart(name, catalogue().find(name) or OTHER)


def test_the_statuses_are_ordered_and_what_is_not_known_ranks_above_no_extra_danger() -> None:
    assert Status.DANGER > Status.HIGH > Status.CAUTION > Status.UNKNOWN > Status.NO_EXTRA_SIGNAL
    assert [status for status in Status if status.serious] == [Status.HIGH, Status.DANGER]


def test_a_pair_is_the_same_in_either_order() -> None:
    for one, other in combinations(GROUPS, 2):
        found = mixing().between(one, other)
        assert found is not None
        assert found == mixing().between(other, one)
        assert {found.first, found.second} == {one, other}


@pytest.mark.parametrize("group", [*GROUPS, "unknown", "not a group"])
def test_what_is_in_no_group_is_not_known_with_everything(group: str) -> None:
    found = mixing().between("unknown", group)
    assert found is not None
    assert found.status is Status.UNKNOWN
    assert not found.verified


def test_two_that_slow_the_body_down_alike_are_a_pair_and_others_of_one_group_are_none() -> None:
    alike = {group for group in GROUPS if mixing().between(group, group)}
    assert alike == {
        *("opioids", "tramadol", "kratom", "benzodiazepines", "gabapentinoids"),
        *("antihistamines", "inhalants", "barbiturates", "xylazine"),
    }
    assert all((pair := mixing().between(one, one)) and pair.status.serious for one in alike)


def test_of_what_a_name_leaves_open_the_worst_counts() -> None:
    found = mixing().worst_between(part("antidepressant"), part("MDMA"))
    assert found is not None
    assert (found.first, found.second, found.status) == ("maois", "mdma", Status.DANGER)
    told = mixing().worst_between(part("sertraline"), part("MDMA"))
    assert told is not None
    assert told.status is Status.CAUTION


def test_of_two_of_one_group_nothing_is_made_up() -> None:
    assert mixing().worst_between(part("LSD"), part("mushrooms")) is None
    assert mixing().worst_between(part("beer"), part("wine")) is None
    assert mixing().worst_between(part("heroin"), part("fentanyl")) is not None


def test_several_come_worst_first_and_every_two_of_them_once() -> None:
    found = mixing().worst([part(name) for name in ("weed", "coffee", "alcohol", "GHB")])
    assert [(one.name, other.name) for one, other, _ in found] == [
        ("alcohol", "GHB"),
        ("weed", "alcohol"),
        ("weed", "GHB"),
        ("coffee", "alcohol"),
        ("weed", "coffee"),
        ("coffee", "GHB"),
    ]


@given(st.lists(NAMES, min_size=2, max_size=6), NAMES)
def test_one_more_never_makes_the_worst_look_lighter(names: list[str], more: str) -> None:
    def worst(of: list[str]) -> int:
        pairs = [mixed.pair for mixed in mixing().worst(map(part, of))]
        return max((pair.status for pair in pairs if pair), default=-1)

    assert worst([*names, more]) >= worst(names)


@pytest.mark.parametrize("group", GROUPS)
def test_the_list_of_one_thing_is_every_serious_pair_of_its_group(group: str) -> None:
    one = MixPart("mine", Kind("mine", "Mine", group=group))
    found = {other: pair.status for other, pair in mixing().listed(one)}
    expected = {
        other: pair.status
        for other in GROUPS
        if (pair := mixing().between(group, other)) and pair.status >= Status.HIGH
    }
    assert found == expected
    assert list(found.values()) == sorted(found.values(), reverse=True)


def test_a_name_tells_more_than_a_kind_however_it_is_spelled() -> None:
    medicine = catalogue().kinds["ssri_medicine"]
    assert mixing().groups_of(MixPart("  PROZAC ", medicine)) == ("ssris",)
    assert mixing().groups_of(MixPart("my tablets", medicine)) == ("ssris", "maois", "lithium")


def test_whether_something_is_known() -> None:
    assert mixing().knows(part("beer"))
    assert mixing().knows(part("phenelzine"))
    assert not mixing().knows(part("a new powder"))
    assert not mixing().knows(part("custom"))


@pytest.mark.parametrize(
    ("name", "can"),
    [("methadone", True), ("sertraline", True), ("Xanax", True), ("alcohol", False), ("K", False)],
)
def test_what_can_be_a_medicine(name: str, can: bool) -> None:
    assert mixing().can_be_medicine(part(name)) is can
