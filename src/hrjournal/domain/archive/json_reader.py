"""A whole journal read back from JSON: what can be taken is, the rest is named with its place."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar

from hrjournal.domain.archive.fields import (
    ABOUT,
    ALIAS,
    ENTRY,
    KEEPSAKE,
    LONGEST_TITLE,
    SERVING,
    START,
    SUBSTANCE,
    day,
    moment,
    possible,
)
from hrjournal.domain.archive.model import (
    FORMAT,
    HIDDEN,
    PARTS,
    PASSED_OVER,
    VERSION,
    Archive,
    Record,
    chosen,
)
from hrjournal.domain.archive.validators import NOTHING_WRITTEN, UnfitError, Value, label, parsed
from hrjournal.domain.entries.entry import Entry
from hrjournal.domain.history import BaselinePin, DateRange
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from hrjournal.domain.reflection.reflection import RulerScale
from hrjournal.domain.settings import SETTINGS, parse_setting
from hrjournal.domain.substances.substance import OTHER, OwnServing, Substance, fold
from hrjournal.errors import ImportRefusedError, UsageError
from hrjournal.named import NamedTuple
from hrjournal.sanitize import sanitize

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence

    Walk = Callable[[Sequence[Any]], Iterable[Any]]


SHORTEST_START: Final = 14  # days
COUNTRY: Final = "country"
EXPIRES: Final = "naloxone_expires"
DONE: Final = "done"  # in `more` of a point to talk about: the day on which it was ticked off
CALLED: Final = {
    "sort": "type",
    "sleep_minutes": "sleep",
    "with": "company",
}  # where a field has another name


def read_setting(name: str, value: Value, country: Callable[[str], bool]) -> tuple[str, str]:
    """A choice in the form in which it is kept; `country` knows which codes can be chosen."""
    text = value.text()
    plain = 0 < len(name) <= 2 * LONGEST_TITLE and sanitize(name) == name == name.strip()
    if not (plain and chosen(name)):
        raise value.unfit("This is not a choice.")
    if (name in SETTINGS and parse_setting(name, text) != text) or (
        name == COUNTRY and not country(text)
    ):
        raise value.unfit("This cannot be chosen.")
    if name == EXPIRES:
        day(value)
    return name, text


def parse_substance(value: Value) -> Substance:
    """A substance as one person tracks it."""
    found = value.fields(SUBSTANCE, SUBSTANCE)
    kind = OTHER._replace(id=found["kind"])
    return Substance(found["key"], found["name"], kind, found["unit"])


def parse_hidden(value: Value, keys: Collection[str]) -> str:
    """The key of a substance that is hidden."""
    return str(_tracked(value, value.fields(ABOUT, ABOUT), keys))


def parse_alias(value: Value, keys: Collection[str]) -> tuple[str, str]:
    """Another name, and the key of the substance that it means."""
    found = value.fields(ALIAS, ALIAS)
    if found["word"] in keys:
        raise value.unfit("A substance of the file goes by this name.")
    return found["word"], str(_tracked(value, found, keys))


def parse_serving(value: Value) -> OwnServing:
    """A serving that the person named."""
    found = value.fields(SERVING, SERVING)
    return OwnServing(thousandths=found.pop("amount"), **found)


def parse_start(value: Value, keys: Collection[str]) -> tuple[str, BaselinePin]:
    """The key of a substance, and where it began: a period, or an estimate."""
    found = value.fields(START, ("substance",))
    key = str(_tracked(value, found, keys))
    first, end = found.pop("from", None), found.pop("to", 0) + 1
    estimated = found.keys() >= {"amount", "days_a_week", "unit"}
    if first is None and end == 1 and estimated:
        return key, BaselinePin(None, found["amount"], found["days_a_week"], found["unit"])
    if first is None or end - first < SHORTEST_START or found.keys() - {"unit"}:
        raise value.unfit("A start is a period of 14 days or more, or an amount on so many days.")
    return key, BaselinePin(DateRange(first, end), unit=found.get("unit", ""))


def parse_record(value: Value, keys: Collection[str]) -> Record:
    """A record, with the name by which it is known again."""
    found = value.fields(ENTRY, ("id", "origin", "sort", "at", "written"))
    key, origin, when = _tracked(value, found, keys), found.pop("origin"), moment(found)
    fields = {CALLED.get(name, name): read for name, read in found.items()}
    return Record(Entry(moment=when, substance=key, **fields), origin)


def parse_keepsake(value: Value) -> Keepsake:
    """Something kept beside the days."""
    found = value.fields(KEEPSAKE, ("id", "sort", "at", "written"))
    type_, when = found.pop("sort"), moment(found)
    known = found.get("subject") in list(RulerScale) and found.get("score", 0) <= 10
    if type_ is KeepsakeType.RULER and not known:
        raise value.unfit("This version does not know this ruler.")
    done = found.get("more", {}).get(DONE) if type_ is KeepsakeType.TALK else None
    if done is not None and not (re.fullmatch("[0-9]{6}", done) and possible(int(done))):
        raise value.unfit("The day on which it was ticked off cannot be read.")
    return Keepsake(type_, when, **found)


def _tracked(value: Value, found: dict[str, Any], keys: Collection[str]) -> str | None:
    """Takes out the key of the substance that is spoken of, which is one of those in the file."""
    key: str | None = found.pop("substance", None)
    if key is not None and key not in keys:
        raise Value(f"{value.place}.substance", key).unfit("The file has no such substance.")
    return key


One = TypeVar("One")
MOST_REFUSED: Final = 1000  # beyond that, a file is none of ours


class ImportChecks(NamedTuple):
    """What the rest of the house knows: whether a country has a drink."""

    country: Callable[[str], bool]


class RefusedItem(NamedTuple):
    """A part of the file that was not taken, and why."""

    place: str
    reason: str


class ImportResult(NamedTuple):
    """What was understood, and what was not."""

    archive: Archive
    refused: tuple[RefusedItem, ...]


def read(text: str, known: ImportChecks, walk: Walk = iter) -> ImportResult:
    """A file as what it holds. `walk` goes through the records, and may tell how far it is.

    Raises:
        ImportRefusedError: when it is not such a file, or one of a newer version.
    """
    whole = _opened(text)
    rows = _Rows(whole)
    substances = rows.read("substances", parse_substance, lambda one: (one.key,))
    keys = {substance.key for substance in substances}
    hidden = rows.read(HIDDEN, lambda one: parse_hidden(one, keys), lambda key: (key,))
    archive = Archive(
        settings=dict(rows.settings(known.country)),
        substances=tuple(one._replace(hidden=one.key in hidden) for one in substances),
        aliases=dict(rows.read("aliases", lambda one: parse_alias(one, keys), lambda one: one[:1])),
        servings=rows.read("servings", parse_serving, lambda one: (fold(one.name),)),
        starts=dict(rows.read("starts", lambda one: parse_start(one, keys), lambda one: one[:1])),
        entries=rows.read(
            "entries",
            lambda one: parse_record(one, keys),
            lambda one: (one.origin, one.entry.id),
            walk,
        ),
        keepsakes=rows.read("keepsakes", parse_keepsake, lambda one: (one.id,)),
    )
    unknown = [label(name) for name in whole.keys() - {*PARTS, HIDDEN, *PASSED_OVER}]
    rows.refused += [RefusedItem(name, "This version does not know this part.") for name in unknown]
    return ImportResult(archive, tuple(rows.refused))


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
        self.refused: list[RefusedItem] = []

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
            reader = partial(read_setting, name, country=country)
            one = self._taken(Value(f"settings.{label(name)}", raw), reader)
            if one is not None:
                yield one

    def _value(self, name: str, nothing: object) -> Value:
        return Value(name, self._whole.get(name, nothing))

    def _taken(self, value: Value, reader: Callable[[Value], One]) -> One | None:
        """The value as it was read, or None when it was refused."""
        try:
            return reader(value)
        except UnfitError as error:
            self._refuse(error.place, error.reason)
        except UsageError as error:
            self._refuse(value.place, error.marked)
        return None

    def _refuse(self, place: str, reason: str) -> None:
        self.refused.append(RefusedItem(place, reason))
        if len(self.refused) > MOST_REFUSED:
            raise ImportRefusedError(
                f"More than {MOST_REFUSED:,} parts of the file are not understood, "
                f"{self.refused[0].place} first of all. {NOTHING_WRITTEN}"
            )
