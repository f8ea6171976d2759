from __future__ import annotations

import copy
import re
import typing
from pathlib import Path

import pytest

import hrjournal
from hrjournal.named import NamedTuple


class Light(NamedTuple):
    """One with everything that the house uses."""

    first: int
    second: str = "two"
    third: tuple[str, ...] = ()

    @property
    def both(self) -> str:
        return f"{self.first} {self.second}"

    @classmethod
    def of(cls, text: str) -> Light:
        return cls(int(text))


class Plain(typing.NamedTuple):
    first: int
    second: str = "two"
    third: tuple[str, ...] = ()


def test_it_is_what_typing_makes() -> None:
    one, other = Light(1, third=("a",)), Plain(1, third=("a",))
    assert tuple(one) == tuple(other)
    assert one._fields == other._fields
    assert one._field_defaults == other._field_defaults
    assert repr(one).replace("Light", "Plain") == repr(other)
    assert tuple(one._replace(first=2)) == tuple(other._replace(first=2))
    assert one._asdict() == other._asdict()


def test_it_refuses_what_typing_refuses() -> None:
    for kind in (Light, Plain):
        with pytest.raises(TypeError, match="Expected 3 arguments, got 2"):
            kind._make((1, "a"))
        with pytest.raises(TypeError, match="first"):
            kind()  # type: ignore[call-arg]
        with pytest.raises(TypeError, match="fourth"):
            kind(1, fourth=2)  # type: ignore[call-arg]


def test_a_copy_is_equal_and_of_the_same_class() -> None:
    again = copy.copy(Light(1, "x"))
    assert again == Light(1, "x")
    assert type(again) is Light


def test_it_keeps_its_methods_its_words_and_where_it_comes_from() -> None:
    assert Light.of("3").both == "3 two"
    assert Light.__doc__ == "One with everything that the house uses."
    assert Light.__module__ == __name__
    assert isinstance(Light(1), tuple)
    match Light(4, "x"):
        case Light(first, second):
            assert (first, second) == (4, "x")


def test_the_house_has_no_other() -> None:
    house = Path(hrjournal.__file__).parent
    heavy = re.compile(r"^from typing import .*\bNamedTuple\b", re.MULTILINE)
    found = [path.name for path in house.rglob("*.py") if heavy.search(path.read_text("utf-8"))]
    assert found == []
