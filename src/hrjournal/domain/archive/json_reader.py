"""A whole journal read back from JSON: what can be taken is, the rest is named with its place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar

from hrjournal.domain.archive import json_parts
from hrjournal.domain.archive.diff import which
from hrjournal.domain.archive.fields import day
from hrjournal.domain.archive.model import FORMAT, PARTS, SEEN_TO, VERSION, Archive
from hrjournal.domain.archive.validators import NOTHING_WRITTEN, UnfitError, Value, label, parsed
from hrjournal.errors import ImportRefusedError, UsageError
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

    from hrjournal.domain.win import Win

    Walk = Callable[[Sequence[Any]], Iterable[Any]]

One = TypeVar("One")
MOST_REFUSED: Final = 1000  # beyond that, a file is none of ours


class Known(NamedTuple):
    """What the rest of the house knows: whether a country has a drink, and what a win says."""

    country: Callable[[str], bool]
    sentence: Callable[[Win], object]


class Refused(NamedTuple):
    """A part of the file that was not taken, and why."""

    place: str
    reason: str


class Read(NamedTuple):
    """What was understood, and what was not."""

    archive: Archive
    refused: tuple[Refused, ...]


def read(text: str, known: Known, walk: Walk = iter) -> Read:
    """A file as what it holds. `walk` goes through the records, and may tell how far it is.

    Raises:
        ImportRefusedError: when it is not such a file, or one of a newer version.
    """
    whole = _opened(text)
    rows = _Rows(whole)
    substances = rows.read("substances", json_parts.substance, lambda one: (one.key,))
    keys = {one.key for one in substances}
    archive = Archive(
        settings=dict(rows.settings(known.country)),
        substances=substances,
        starts=dict(
            rows.read("starts", lambda one: json_parts.start(one, keys), lambda one: one[:1])
        ),
        entries=rows.read(
            "entries",
            lambda one: json_parts.record(one, keys),
            lambda one: (one.origin, one.entry.id),
            walk,
        ),
        keepsakes=rows.read("keepsakes", json_parts.keepsake, lambda one: (one.id,)),
        wins=rows.read(
            "wins",
            lambda one: json_parts.win(one, keys, known.sentence),
            lambda one: (which(one), one.id),
        ),
        wins_seen_to=rows.day(SEEN_TO),
    )
    unknown = [label(name) for name in whole.keys() - {*PARTS, SEEN_TO}]
    rows.refused += [Refused(name, "This version does not know this part.") for name in unknown]
    return Read(archive, tuple(rows.refused))


def _opened(text: str) -> dict[str, Any]:
    """What the file holds, once it is known to be one of ours that can be read."""
    whole = parsed(text)
    if not isinstance(whole, dict) or whole.pop("format", None) != FORMAT:
        raise ImportRefusedError(f"This is not an export of hrjournal. {NOTHING_WRITTEN}")
    version = whole.pop("version", None)
    if type(version) is not int or version < 1:
        raise ImportRefusedError(f"The file does not tell its version. {NOTHING_WRITTEN}")
    if version > VERSION:
        raise ImportRefusedError(
            f"This file was written by a newer hrjournal. {NOTHING_WRITTEN} "
            "Update hrjournal to bring it in."
        )
    return whole


class _Rows:
    """The parts of a file, and what of them was refused so far."""

    def __init__(self, whole: dict[str, Any]) -> None:
        self._whole = whole
        self.refused: list[Refused] = []

    def read(
        self,
        name: str,
        reader: Callable[[Value], One],
        once: Callable[[One], Iterable[Hashable]],
        walk: Walk = iter,
    ) -> tuple[One, ...]:
        """What a part holds. Of two with one of the same names in `once`, the first is taken."""
        seen: set[Hashable] = set()
        found: list[One] = []
        rows = self._taken(self._value(name, []), Value.items) or []
        for place, raw in enumerate(walk(rows)):
            value = Value(f"{name}[{place}]", raw)
            one = self._taken(value, reader)
            if one is None:
                continue
            names = set(once(one))
            if names & seen:
                self._refuse(value.place, "It goes by a name that came before.")
                continue
            seen |= names
            found.append(one)
        return tuple(found)

    def settings(self, country: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
        """The choices."""
        for name, raw in self._taken(self._value("settings", {}), Value.named) or ():
            reader = partial(json_parts.setting, name, country=country)
            one = self._taken(Value(f"settings.{label(name)}", raw), reader)
            if one is not None:
                yield one

    def day(self, name: str) -> int | None:
        """A day, where one is told."""
        return self._taken(self._value(name, None), day) if name in self._whole else None

    def _value(self, name: str, nothing: object) -> Value:
        return Value(name, self._whole.get(name, nothing))

    def _taken(self, value: Value, reader: Callable[[Value], One]) -> One | None:
        """The value as it was read, or None when it was refused."""
        try:
            return reader(value)
        except UnfitError as error:
            self._refuse(error.place, error.reason)
        except UsageError as error:
            self._refuse(value.place, str(error))
        return None

    def _refuse(self, place: str, reason: str) -> None:
        self.refused.append(Refused(place, reason))
        if len(self.refused) > MOST_REFUSED:
            raise ImportRefusedError(
                f"More than {MOST_REFUSED:,} parts of the file are not understood, "
                f"{self.refused[0].place} first of all. {NOTHING_WRITTEN}"
            )
