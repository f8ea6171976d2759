"""The fields of the parts of a journal: by which name each stands in a file, and how it is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import Any, Final

from hrjournal.domain.archive.validators import Value
from hrjournal.domain.entries.entry import (
    DAY,
    EPOCH,
    LONGEST_TEXT,
    LONGEST_WORD,
    EntryType,
    Moment,
    Outcome,
)
from hrjournal.domain.keepsake import KeepsakeType
from hrjournal.domain.substances.amount import LARGEST, Amount
from hrjournal.domain.substances.substance import fold
from hrjournal.sanitize import sanitize

FIRST_DAY: Final = date(1900, 1, 1).toordinal()
LAST_DAY: Final = date(2199, 12, 31).toordinal()
LARGEST_ID: Final = 2**31
LONGEST_TITLE: Final = 4 * LONGEST_WORD
KIND: Final = re.compile(r"[a-z0-9_-]{1,40}")
Readers = dict[str, Callable[[Value], Any]]


def day(value: Value) -> int:
    """A day, as in 2026-11-20."""
    text = value.text()
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = date.min
    if found.isoformat() != text or not possible(found.toordinal()):
        raise value.unfit("This is not a day between 1900 and 2199, as in 2026-11-20.")
    return found.toordinal()


def possible(ordinal: int) -> bool:
    """Whether a day can be one of a journal."""
    return FIRST_DAY <= ordinal <= LAST_DAY


def moment(found: dict[str, Any]) -> Moment:
    """Takes the fields of a moment out of those that were found."""
    instant, offset = found.pop("at")
    return Moment(instant, offset, found.pop("zone", ""), found.pop("timed", True))


def at(value: Value) -> tuple[int, int]:
    """An instant, and the seconds that the wall clock was ahead of UTC."""
    text = value.text()
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = datetime.min  # noqa: DTZ901 - it has no zone, as the text that cannot be read
    ahead = found.utcoffset()
    if ahead is None or found.isoformat() != text or not possible(found.toordinal()):
        raise value.unfit("This is not a time, as in 2026-11-20T22:30:00+01:00.")
    if found.microsecond or ahead.microseconds:
        raise value.unfit("A time has whole seconds here.")
    offset = ahead.days * DAY + ahead.seconds
    midnight = (found.toordinal() - EPOCH) * DAY
    return midnight + found.hour * 3600 + found.minute * 60 + found.second - offset, offset


def _instant(value: Value) -> int:
    return at(value)[0]


def _folded(value: Value) -> str:
    key = value.text(LONGEST_TITLE, 1)
    if fold(key) != key:
        raise value.unfit("This is not the key of a substance.")
    return key


def _name(value: Value) -> str:
    name = _word(value)
    plain = sanitize(name) == name == " ".join(name.split())
    if not (plain and any(letter.isalnum() for letter in name)):
        raise value.unfit("This cannot be kept as a name.")
    return name


def _kind(value: Value) -> str:
    kind = value.text()
    if not KIND.fullmatch(kind):
        raise value.unfit("This is not a kind of substance.")
    return kind


def _amount(value: Value) -> Amount:
    found = value.fields(AMOUNT, ("unit",))
    low, high = found.get("low"), found.get("high")
    if (low is None) != (high is None) or (low or 0) > (high or 0):
        raise value.unfit("An amount has two ends, the smaller one first, or none.")
    return Amount(low, high, found["unit"], found.get("about", False), found.get("typed", ""))


def _words(value: Value) -> tuple[str, ...]:
    places = enumerate(value.items())
    return tuple(_word(Value(f"{value.place}[{place}]", raw)) for place, raw in places)


def _more(value: Value) -> dict[str, str]:
    return {_label(value, name): _text(Value(value.place, raw)) for name, raw in value.named()}


def _label(value: Value, name: str) -> str:
    return _title(Value(value.place, name))


def _text(value: Value) -> str:
    return value.text(LONGEST_TEXT)


def _title(value: Value) -> str:
    return value.text(LONGEST_TITLE)


def _word(value: Value) -> str:
    return value.text(LONGEST_WORD, 1)


_id = partial(Value.whole, low=1, high=LARGEST_ID)
_scale = partial(Value.whole, low=0, high=10)
_part = partial(Value.parts, low=1, high=LARGEST)
_moment_fields: Final[Readers] = {"at": at, "zone": _title, "timed": Value.flag}

ABOUT: Final[Readers] = {"substance": _title}
ALIAS: Final[Readers] = {"word": _folded, "substance": _title}
SERVING: Final[Readers] = {
    "name": _name,
    "substance": _folded,
    "amount": _part,
    "unit": _word,
    "typed": _title,
}
SUBSTANCE: Final[Readers] = {"key": _folded, "name": _name, "kind": _kind, "unit": _word}
START: Final[Readers] = {
    "substance": _title,
    "from": day,
    "to": day,
    "amount": partial(Value.parts, low=1, high=2 * LARGEST, of=2000),
    "days_a_week": partial(Value.whole, low=1, high=7),
    "unit": _word,
}
AMOUNT: Final[Readers] = {
    "low": _part,
    "high": _part,
    "unit": _word,
    "about": Value.flag,
    "typed": _text,
}
ENTRY: Final[Readers] = {
    "id": _id,
    "origin": _title,
    "sort": partial(Value.member, words=EntryType),
    **_moment_fields,
    "substance": _title,
    "amount": _amount,
    "mood": _scale,
    "urge": _scale,
    "urge_after": _scale,
    "anxiety": _scale,
    "pain": _scale,
    "sleep_minutes": partial(Value.whole, low=0, high=24 * 60),
    "minutes": partial(Value.whole, low=0, high=7 * 24 * 60),
    "outcome": partial(Value.member, words=Outcome),
    "route": _word,
    "with": _word,
    "spend": partial(Value.parts, low=0, high=10**12),
    "planned": Value.flag,
    "triggers": _words,
    "copings": _words,
    "steps": _words,
    "note": _text,
    "gave": _text,
    "after": _text,
    "score": _scale,
    "written": _instant,
}
KEEPSAKE: Final[Readers] = {
    "id": _id,
    "sort": partial(Value.member, words=KeepsakeType),
    **_moment_fields,
    "subject": _title,
    "text": _text,
    "score": partial(Value.whole, low=0, high=1000),
    "more": _more,
    "written": _instant,
}
