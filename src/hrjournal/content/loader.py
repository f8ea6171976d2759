"""Reads the TOML files of this folder, which are the one place where facts are written.

Those that commands in a hurry need have a copy as JSON in what is installed, which loads in a tenth
of the time. It is made when the wheel is built, and a copy of other words than those that stand in
the file is left aside.
"""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar
from zlib import crc32

from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


Plain = TypeVar("Plain")


class TomlTable(NamedTuple):
    """One table of a file; `place` says where it stands, for whoever mends the file."""

    place: str
    facts: dict[str, Any]

    def text(self, key: str, default: str | None = None) -> str:
        """A text."""
        return self._taken(key, str, default)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, empty if it is left out."""
        found = self._taken(key, list, [])
        if not {*map(type, found)} <= {str}:
            raise self._odd(key)
        return tuple(found)

    def flag(self, key: str) -> bool:
        """True or false; false if it is left out."""
        return self._taken(key, bool, default=False)

    def whole(self, key: str) -> int:
        """A whole number."""
        return self._taken(key, int, None)

    def day(self, key: str) -> date:
        """A day; in a copy it stands as text."""
        found = self.facts.get(key)
        return date.fromisoformat(found) if isinstance(found, str) else self._taken(key, date, None)

    def number(self, key: str, default: int | None = None) -> Decimal:
        """An exact number."""
        return self._exact(key, self.facts.get(key, default))

    def numbers(self, key: str) -> tuple[Decimal, ...]:
        """A list of exact numbers."""
        return tuple(self._exact(key, found) for found in self._taken(key, list, None))

    def table(self, key: str) -> TomlTable:
        """The table of this name.

        Raises:
            KeyError: when there is none.
        """
        if key not in self.facts:
            raise KeyError(f"{self.place}.{key}")
        return TomlTable(f"{self.place}.{key}", self._taken(key, dict, None))

    def tables(self, key: str = "") -> Iterator[tuple[str, TomlTable]]:
        """Every table in this one, or in the one of this name, with its name."""
        outer = self.table(key) if key else self
        for name, inner in outer.facts.items():
            if isinstance(inner, dict):
                yield name, TomlTable(f"{outer.place}.{name}", inner)

    def rows(self, key: str) -> tuple[TomlTable, ...]:
        """The tables of a list of tables."""
        found = self._taken(key, list, None)
        return tuple(TomlTable(f"{self.place}.{key}", row) for row in found)

    def _taken(self, key: str, kind: type[Plain], default: Plain | None) -> Plain:
        found = self.facts.get(key, default)
        if not isinstance(found, kind):
            raise self._odd(key)
        return found

    def _exact(self, key: str, found: object) -> Decimal:
        if isinstance(found, bool) or not isinstance(found, (int, Decimal)):
            raise self._odd(key)
        return Decimal(found)

    def _odd(self, key: str) -> TypeError:
        return TypeError(f"{self.place}: {key} is {self.facts.get(key)!r}")


HERE: Final = Path(__file__).parent / "facts"
CACHED: Final = (
    *("breaks", "copings", "definitions", "drinks", "emergency", "guides", "levels", "limits"),
    *("mixing", "notices", "resources", "safer", "servings", "slang", "steps", "substances"),
    *("times", "triggers", "units", "vocabulary"),
)


def load(name: str) -> TomlTable:
    """The whole of one file, or of one in a folder here, with its numbers kept exact."""
    written = _written(name)
    return TomlTable(name, _cached(name, written) or parsed(written))


def _written(name: str) -> str:
    return (HERE / f"{name}.toml").read_text(encoding="utf-8")


@cache
def parsed(written: str) -> dict[str, Any]:
    """The facts of a file as they are written."""
    import tomllib  # noqa: PLC0415 - most runs find all they need in copies

    return tomllib.loads(written, parse_float=Decimal)


def cache_path(name: str) -> Path:
    """Where the copy of a file lies, if there is one."""
    return HERE.parent / "_cache" / f"{name}.json"


def cache_files() -> dict[str, str]:
    """Every copy by the name of its file, made anew."""
    return {cache_path(name).name: cache_text(_written(name)) for name in CACHED}


def cache_text(written: str) -> str:
    """What a copy holds: the digest of what it was made from, and a line of facts."""
    facts = json.dumps(parsed(written), default=_plain, ensure_ascii=False, separators=(",", ":"))
    return f"{_digest(written)}\n{facts}\n"


def _cached(name: str, written: str) -> dict[str, Any] | None:
    """The facts of a file from its copy, if there is one that fits."""
    if name not in CACHED:
        return None
    try:
        digest, _, text = cache_path(name).read_text(encoding="utf-8").partition("\n")
    except FileNotFoundError:
        return None
    facts: dict[str, Any] | None = None
    if digest == _digest(written):
        facts = json.loads(text, parse_float=Decimal)
    return facts


def _digest(written: str) -> str:
    return f"{crc32(written.encode()):08x}"


def _plain(value: object) -> object:
    return float(value) if isinstance(value, Decimal) else str(value)
