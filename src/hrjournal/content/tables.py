"""Tables of facts, and checks of what is taken out of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

Plain = TypeVar("Plain")


class Table(NamedTuple):
    """One table of a file; `place` says where it stands, for whoever mends the file."""

    place: str
    facts: dict[str, Any]

    def text(self, key: str, default: str | None = None) -> str:
        """A text."""
        return self._taken(key, str, default)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, empty if it is left out."""
        found = self._taken(key, list, [])
        if not all(isinstance(text, str) for text in found):
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

    def table(self, key: str) -> Table:
        """The table of this name.

        Raises:
            KeyError: when there is none.
        """
        if key not in self.facts:
            raise KeyError(f"{self.place}.{key}")
        return Table(f"{self.place}.{key}", self._taken(key, dict, None))

    def tables(self, key: str = "") -> Iterator[tuple[str, Table]]:
        """Every table in this one, or in the one of this name, with its name."""
        outer = self.table(key) if key else self
        for name, inner in outer.facts.items():
            if isinstance(inner, dict):
                yield name, Table(f"{outer.place}.{name}", inner)

    def rows(self, key: str) -> tuple[Table, ...]:
        """The tables of a list of tables."""
        found = self._taken(key, list, None)
        return tuple(Table(f"{self.place}.{key}", row) for row in found)

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
