"""The parts of a journal, each put together from a value of a file, or refused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from hrjournal.domain.archive.fields import (
    ENTRY,
    KEEPSAKE,
    LONGEST_TITLE,
    START,
    SUBSTANCE,
    WIN,
    day,
    moment,
    possible,
)
from hrjournal.domain.archive.model import Record, chosen
from hrjournal.domain.archive.validators import Value
from hrjournal.domain.entries.entry import Entry
from hrjournal.domain.history import Days, Start
from hrjournal.domain.keepsake import Keepsake, Kept
from hrjournal.domain.reflection.reflection import Scale
from hrjournal.domain.settings import CHOICES, read_choice
from hrjournal.domain.substances.substance import OTHER, Substance
from hrjournal.domain.win import Win
from hrjournal.sanitize import harmless

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

SHORTEST_START: Final = 14  # days
COUNTRY: Final = "country"
EXPIRES: Final = "naloxone_expires"
DONE: Final = "done"  # in `more` of a point to talk about: the day on which it was ticked off
CALLED: Final = {"sleep_minutes": "sleep", "with": "company"}  # where a field has another name


def setting(name: str, value: Value, country: Callable[[str], bool]) -> tuple[str, str]:
    """A choice in the form in which it is kept; `country` knows which codes can be chosen."""
    text = value.text()
    plain = 0 < len(name) <= 2 * LONGEST_TITLE and harmless(name) == name == name.strip()
    if not (plain and chosen(name)):
        raise value.unfit("This is not a choice.")
    if (name in CHOICES and read_choice(name, text) != text) or (
        name == COUNTRY and not country(text)
    ):
        raise value.unfit("This cannot be chosen.")
    if name == EXPIRES:
        day(value)
    return name, text


def substance(value: Value) -> Substance:
    """A substance as one person tracks it."""
    found = value.fields(SUBSTANCE, SUBSTANCE)
    kind = OTHER._replace(id=found["kind"])
    return Substance(found["key"], found["name"], kind, found["unit"])


def start(value: Value, keys: Collection[str]) -> tuple[str, Start]:
    """The key of a substance, and where it began: a period, or an estimate."""
    found = value.fields(START, ("substance",))
    key = str(_tracked(value, found, keys))
    first, end = found.pop("from", None), found.pop("to", 0) + 1
    estimated = found.keys() >= {"amount", "days_a_week", "unit"}
    if first is None and end == 1 and estimated:
        return key, Start(None, found["amount"], found["days_a_week"], found["unit"])
    if first is None or end - first < SHORTEST_START or found.keys() - {"unit"}:
        raise value.unfit("A start is a period of 14 days or more, or an amount on so many days.")
    return key, Start(Days(first, end), unit=found.get("unit", ""))


def record(value: Value, keys: Collection[str]) -> Record:
    """A record, with the name by which it is known again."""
    found = value.fields(ENTRY, ("id", "origin", "sort", "at", "written"))
    key, origin, when = _tracked(value, found, keys), found.pop("origin"), moment(found)
    fields = {CALLED.get(name, name): read for name, read in found.items()}
    return Record(Entry(moment=when, substance=key, **fields), origin)


def keepsake(value: Value) -> Keepsake:
    """Something kept beside the days."""
    found = value.fields(KEEPSAKE, ("id", "sort", "at", "written"))
    sort, when = found.pop("sort"), moment(found)
    known = found.get("subject") in list(Scale) and found.get("score", 0) <= 10
    if sort is Kept.RULER and not known:
        raise value.unfit("This version does not know this ruler.")
    done = found.get("more", {}).get(DONE) if sort is Kept.TALK else None
    if done is not None and not (re.fullmatch("[0-9]{6}", done) and possible(int(done))):
        raise value.unfit("The day on which it was ticked off cannot be read.")
    return Keepsake(sort, when, **found)


def win(value: Value, keys: Collection[str], sentence: Callable[[Win], object]) -> Win:
    """A small win whose figures say what its `sentence` needs."""
    found = value.fields(WIN, ("id", "rule", "day", "since", "group"))
    key, rests = _tracked(value, found, keys), found.pop("rests_on_days", 1)
    one = Win(substance=key, rests=rests, **found)
    try:
        sentence(one)
    except (ArithmeticError, LookupError, TypeError, ValueError):
        raise value.unfit("Its figures are not those of this small win.") from None
    return one


def _tracked(value: Value, found: dict[str, Any], keys: Collection[str]) -> str | None:
    """Takes out the key of the substance that is spoken of, which is one of those in the file."""
    key: str | None = found.pop("substance", None)
    if key is not None and key not in keys:
        raise Value(f"{value.place}.substance", key).unfit("The file has no such substance.")
    return key
