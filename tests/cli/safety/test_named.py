"""Names behind a safety command: several at once, and those that a page gives to type next."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from hrjournal.content import safety

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]


@pytest.mark.parametrize(
    ("words", "title", "further"),
    [
        ("alcohol heroin", "Too much of an opioid", ["alcohol"]),
        ("cocaine, red wine", "Too much alcohol", ["stimulant"]),
        ("ecstasy and liquid ecstasy", "Too much of a sedative", ["stimulant"]),
        ("zzz fent", "Too much of an opioid", ["other"]),
        ("heroin methadone", "Too much of an opioid", []),
    ],
)
def test_of_several_the_most_dangerous_one_is_helped_with_first(
    run: Run, words: str, title: str, further: list[str]
) -> None:
    out = run("safety", "overdose", *words.split()).out
    assert out.splitlines()[0] == title
    assert "More than one thing" in out
    for kind in ("opioid", "sedative", "alcohol", "stimulant", "other"):
        assert (f"hrjournal safety overdose {kind}" in out) is (kind in further)


def test_of_several_each_is_told_with_what_it_does(run: Run) -> None:
    out = " ".join(run("safety", "overdose", "xanax", "heroin", "zzz").out.split())
    for name in ("heroin", "benzodiazepines"):
        assert safety.kinds()[name].much.lines[0] in out
    assert '"zzz" is not a name that is known here.' in out
    assert "What follows holds for anything unknown." not in out


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Lithium", "lithium"),
        ("xanax", "Xanax"),
        ("HEROIN", "heroin"),
        ("pregabalin or gabapentin", '"pregabalin or gabapentin"'),
        ("nitrous", '"nitrous oxide"'),
    ],
)
def test_what_stands_to_be_typed_next_means_the_same(run: Run, name: str, typed: str) -> None:
    out = run("safety", "safer", name, "--plain").out
    assert f"hrjournal safety mixing {typed}\n" in out
    mixed = json.loads(run("safety", "mixing", typed.strip('"'), "--json").out)
    assert [one["known"] for one in mixed["asked"]] == [True]


def test_nothing_stands_to_be_mixed_with_what_nobody_knows(run: Run) -> None:
    out = run("safety", "safer", "zzz").out
    assert "safety mixing" not in out
    assert "hrjournal safety overdose other" in out
