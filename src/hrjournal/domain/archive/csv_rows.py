"""Rows of somebody else's table, understood one by one: each is taken, or refused with a reason."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from hrjournal.domain.entries.entry import LONGEST_TEXT, LONGEST_WORD, Moment
from hrjournal.domain.time.parse_moment import CurrentTime, read_moment
from hrjournal.errors import UsageError
from hrjournal.named import NamedTuple
from hrjournal.sanitize import quote

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

CELLS: Final = "It has more or fewer cells than the first line."


class ColumnMapping(NamedTuple):
    """Which column says what; a name after `=` holds for every row."""

    date: str
    date_format: str | None = None
    substance: str | None = None
    amount: str | None = None
    unit: str | None = None
    mood: str | None = None
    note: str | None = None
    zero_is_none: bool = False

    def named(self) -> list[str]:
        """The columns that the table needs to have."""
        wanted = (self.date, self.substance, self.amount, self.unit, self.mood, self.note)
        return [name for name in wanted if name and not name.startswith("=")]


class ParsedRow(NamedTuple):
    """A row that was understood. `amount` is None where none was given, empty for a none."""

    line: int
    moment: Moment
    substance: str | None
    amount: tuple[str, ...] | None
    none: bool
    mood: int | None
    note: str | None
    origin: str


class RejectedRow(NamedTuple):
    """A row that was not, and why."""

    line: int
    reason: str


class RowParser:
    """Reads rows under one mapping; remembers what it has seen, so that twins stay apart."""

    def __init__(self, columns: ColumnMapping, now: CurrentTime) -> None:
        """Takes which column says what, and the time and zone to read dates in."""
        self.columns = columns
        self._now = now
        self._moments: dict[str, Moment] = {}
        self._seen: dict[str, int] = {}

    def read(self, line: int, row: Mapping[str, Any]) -> ParsedRow | RejectedRow:
        """A row, understood or refused."""
        try:
            return self._read(line, row)
        except UsageError as error:
            return RejectedRow(line, error.marked)

    def _read(self, line: int, row: Mapping[str, Any]) -> ParsedRow:
        if None in row or None in row.values():
            raise UsageError(CELLS)
        columns = self.columns
        substance = _cell(row, columns.substance).strip() or None
        amount = _cell(row, columns.amount).strip()
        unit = _cell(row, columns.unit).strip()
        mood = _mood(_cell(row, columns.mood))
        note = _cell(row, columns.note) or None
        none = columns.zero_is_none and _zero(amount)
        self._complain(substance, amount, mood, note, none=none)
        words = None if none or not (substance and columns.amount) else _words(amount, unit)
        moment = self._moment(_cell(row, columns.date).strip())
        said = (moment.local, moment.timed, substance, amount, unit, mood, note)
        return ParsedRow(
            line=line,
            moment=moment,
            substance=substance,
            amount=words,
            none=none,
            mood=mood,
            note=note,
            origin=self._origin(said),
        )

    def _complain(
        self, substance: str | None, amount: str, mood: int | None, note: str | None, *, none: bool
    ) -> None:
        if not substance and (amount or (mood is None and note is None)):
            named = self.columns.substance
            raise UsageError("It names no substance." if named else "It says nothing of its day.")
        if substance and len(substance) > LONGEST_WORD:
            raise UsageError(f"The name of its substance is longer than {LONGEST_WORD} characters.")
        if note and len(note) > LONGEST_TEXT:
            raise UsageError(f"Its note is longer than {LONGEST_TEXT:,} characters.")
        if substance and self.columns.amount and not amount:
            raise UsageError("It has no amount. Not known is written as ?")
        if substance and _zero(amount) and not none:
            raise UsageError("Its amount is 0. If that means a day without: --zero-is-none")

    def _moment(self, text: str) -> Moment:
        if text not in self._moments:
            self._moments[text] = self._read_moment(text)
        return self._moments[text]

    def _read_moment(self, text: str) -> Moment:
        form = self.columns.date_format
        if form is None:
            if not text[:4].isdigit() or text[4:5] != "-":
                raise UsageError(f"{quote(text)} is not a date like 2026-11-20. See --date-format")
            return read_moment(text, self._now)
        try:
            found = datetime.strptime(text, form)  # noqa: DTZ007 - the zone is the person's own
        except ValueError:
            raise UsageError(f"{quote(text)} is not a date as {quote(form)} says.") from None
        timed = any(mark in form for mark in ("%H", "%I", "%X", "%c"))
        iso = found.strftime("%Y-%m-%d %H:%M:%S") if timed else found.strftime("%Y-%m-%d")
        return read_moment(iso.rjust(19 if timed else 10, "0"), self._now)

    def _origin(self, said: Sequence[object]) -> str:
        """A name for what a row says; a row that stands twice gets two."""
        text = repr(said)
        self._seen[text] = self._seen.get(text, 0) + 1
        return sha256(f"csv {text} {self._seen[text]}".encode()).hexdigest()[:32]


def _cell(row: Mapping[str, Any], column: str | None) -> str:
    if column is None:
        return ""
    return column[1:] if column.startswith("=") else str(row[column])


def _mood(text: str) -> int | None:
    plain = text.strip()
    if not plain:
        return None
    if not (plain.isascii() and plain.isdigit() and int(plain) <= 10):
        raise UsageError(f"Its mood, {quote(plain)}, is not a whole number from 0 to 10.")
    return int(plain)


def _zero(amount: str) -> bool:
    digits = amount.replace(",", ".").replace(".", "", 1)
    return bool(digits) and digits.isascii() and digits.isdigit() and not digits.strip("0")


def _words(amount: str, unit: str) -> tuple[str, ...]:
    return (amount, unit) if unit else (amount,)
