"""Rows of `export csv` read back: each is the record that it was made of, or refused with a reason.

What a cell says is taken as the same field of a whole journal in JSON is (`fields`). Columns that
say a thing once more for people (`day`, `time`, `amount`) are not read where others say it exactly.
"""

from __future__ import annotations

import re
from decimal import Decimal
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from hrjournal.domain.archive.csv_rows import RejectedRow
from hrjournal.domain.archive.csv_table import COLUMNS, amount_words, named_cells, words_in
from hrjournal.domain.archive.fields import ENTRY, SUBSTANCE, moment
from hrjournal.domain.archive.json_reader import CALLED
from hrjournal.domain.archive.model import Record
from hrjournal.domain.archive.validators import UnfitError, Value
from hrjournal.domain.entries.entry import Entry, EntryType
from hrjournal.domain.substances.amount import THOUSAND, Amount, read_span
from hrjournal.domain.substances.substance import OTHER, Substance, fold
from hrjournal.domain.time.parse_moment import CurrentTime, read_moment
from hrjournal.errors import UsageError
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hrjournal.domain.entries.entry import Moment
    from hrjournal.domain.substances.substance import Kind

    Cells = Mapping[str, str]
    Data = dict[str, Any]

WHOLE: Final = re.compile(r"([0-9]{1,18})(?:[.,]0{1,9})?")
NUMBER: Final = re.compile(r"[0-9]{1,18}(?:[.,][0-9]{1,20})?")  # some spreadsheets write 1,5
EXACT: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{8}[+-][0-9:]{5,8}")
DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LAST: Final = 10**15  # beyond every place; rows without one come behind
TEXTS: Final = ("origin", "sort", "zone", "outcome", "route", "with", "note", "gave", "after")
WHOLES: Final = (
    *("id", "mood", "urge", "urge_after", "anxiety", "pain", "sleep_minutes", "minutes", "score"),
)
LISTS: Final = ("triggers", "copings", "steps")


class CsvRecord(NamedTuple):
    """A record of a table, and its place among those that were written one after another."""

    record: Record
    place: int
    by_hand: bool  # whether no program wrote the row, so that it has no name and no time of its own


class CsvSubstances:
    """The substances that a table names: by their own words, else by what is known of the name."""

    def __init__(
        self,
        aliases: Mapping[str, str],
        find: Callable[[str], Kind | None],
        base: Callable[[str], str],
    ) -> None:
        """Takes the journal's other names, what finds a kind, and the unit a unit is kept in."""
        self.found: dict[str, Substance] = {}
        self._aliases = aliases
        self._find = find
        self._base = base
        self._said: dict[str, tuple[str, str]] = {}  # kind and unit of a key, where they were said

    def key(self, name: str, kind: str, unit: str, counted: str) -> str:
        """The key of what goes by this name in the journal; `counted` is what a row counts it in.

        Raises:
            UsageError: when rows do not agree on what it is.
        """
        key = fold(name)
        if key in self._aliases:
            return self._aliases[key]
        if self._said.get(key) == (kind, unit) or (key in self.found and not kind):
            return key
        if key in self._said:
            raise UsageError("It says another kind or unit of its substance than a row before.")
        self.found[key] = self._new(key, name, (kind, unit), counted)
        if kind:
            self._said[key] = kind, unit
        return key

    def _new(self, key: str, name: str, said: tuple[str, str], counted: str) -> Substance:
        kind, unit = said
        if not kind:
            known = self._find(name)
            kind = (known or OTHER).id
            unit = unit or (self._base(known.unit) if known else counted or OTHER.unit)
        raw = {"key": key, "name": name, "kind": kind, "unit": unit}
        if key in self.found:
            raw["name"] = self.found[key].name
        value = Value("", {field: told for field, told in raw.items() if told})
        found = value.fields(SUBSTANCE, SUBSTANCE)
        return Substance(found["key"], found["name"], OTHER._replace(id=found["kind"]), unit)


class CsvRecords:
    """Reads the rows of one table. What a row says depends on no other, but for its substance."""

    def __init__(self, head: Sequence[str], substances: CsvSubstances, now: CurrentTime) -> None:
        """Takes the first line, and the time and zone of rows that a person wrote by hand."""
        self._head = head
        self._nothing = dict.fromkeys(COLUMNS, "")
        self._substances = substances
        self._now = now

    def read(self, line: int, row: Sequence[str]) -> CsvRecord | RejectedRow:
        """The record of a row; one without an origin of its own gets one that it is known by."""
        try:
            return self._read(self._nothing | named_cells(self._head, row), line)
        except UnfitError as error:
            return RejectedRow(line, f"{error.place.rpartition('.')[2]}: {error.reason}")
        except UsageError as error:
            return RejectedRow(line, error.marked)

    def _read(self, cells: Cells, line: int) -> CsvRecord:
        found = Value("", _raw(cells)).fields(ENTRY, ("sort",))
        when = moment(found) if "at" in found else self._moment(cells["at"])
        found.pop("zone", None)
        _agree(cells, found)
        origin = found.pop("origin", None) or _origin(found)
        by_hand = not origin
        found.setdefault("written", self._now.moment.instant)
        place = _place(cells["place"]) or (LAST + line if by_hand else found["written"])
        fields = {CALLED.get(name, name): told for name, told in found.items()}
        entry = Entry(moment=when, substance=self._substance(cells), **fields)
        return CsvRecord(Record(entry, origin or _content(cells)), place, by_hand)

    def _substance(self, cells: Cells) -> str | None:
        name = cells["substance"]
        if not name:
            return None
        return self._substances.key(name, cells["kind"], cells["counted_in"], cells["unit"])

    def _moment(self, text: str) -> Moment:
        """When a row that a person wrote by hand is about."""
        if DATE.match(text):
            try:
                return read_moment(text, self._now)
            except UsageError:
                pass
        raise UsageError("Its at is no past time, as in 2026-11-20 22:30, and no day.")


def _raw(cells: Cells) -> Data:
    """A row as JSON has a record; what says nothing is left out."""
    raw: Data = {name: cells[name] for name in TEXTS if cells[name]}
    raw |= {name: _whole(cells[name]) for name in WHOLES if cells[name]}
    raw |= {name: words_in(cells[name]) for name in LISTS if cells[name]}
    raw |= _when(cells)
    if cells["spend"]:
        raw["spend"] = _number(cells["spend"])
    if cells["planned"]:
        raw["planned"] = _yes(cells["planned"])
    if cells["written"]:
        raw["written"] = cells["written"]
    if amount := _amount(cells):
        raw["amount"] = amount
    return raw


def _when(cells: Cells) -> Data:
    """The moment, where it is said exactly."""
    at, noon = cells["at"], cells["noon"]
    if noon:
        if DATE.match(at) and not noon.startswith(at):
            raise UsageError("Its at and its noon are two times.")
        return {"at": noon.replace(" ", "T", 1), "timed": False}
    return {"at": at.replace(" ", "T", 1)} if EXACT.fullmatch(at) else {}


def _amount(cells: Cells) -> Data:
    told = {name: _number(cells[name]) for name in ("low", "high") if cells[name]}
    told |= {name: cells[name] for name in ("unit", "typed") if cells[name]}
    if cells["about"]:
        told["about"] = _yes(cells["about"])
    if told and not told.keys() & {"low", "high"} and cells["amount"] not in {"", "?", "0"}:
        span = _span(cells["amount"])
        told |= {"low": span.low, "high": span.high}
    if cells["amount"].startswith("~"):
        told.setdefault("about", True)
    return told


def _span(text: str) -> Any:
    try:
        return read_span(text)
    except UsageError:
        raise UsageError("Its amount is not one like 2, 2.5, 2-4, ~3 or ?") from None


def _agree(cells: Cells, found: Data) -> None:
    """Refuses an amount that was changed in one of its columns and not in the others."""
    amount, text = found.get("amount"), cells["amount"]
    if found["sort"] is EntryType.NONE or text == (amount_words(amount) if amount else ""):
        return
    try:
        span = read_span(text)
    except UsageError:  # a spreadsheet may have made a date of it
        return
    ends = [span.low * THOUSAND, span.high * THOUSAND]
    if not isinstance(amount, Amount) or [amount.low, amount.high] != ends:
        raise UsageError("Its amount is another one than its low and high.")


def _origin(found: Data) -> str:
    """The name of a record in a table of an earlier program, which had none; or nothing."""
    told = found.keys() >= {"id", "written"}
    return known_by(found["id"], found["written"]) if told else ""


def _content(cells: Cells) -> str:
    """The name of a row that a person wrote: it follows from what the row says."""
    said = repr(list(cells.values()))
    return sha256(f"csv {said}".encode()).hexdigest()[:32]


def known_by(number: int, written: int) -> str:
    """The name that tables of earlier programs give a record: its number, and when written."""
    return f"csv.{number}.{written}"


def _place(text: str) -> int | None:
    return Value("place", _whole(text)).whole(1, LAST) if text else None


def _whole(text: str) -> int | str:
    found = WHOLE.fullmatch(text)
    return int(found[1]) if found else text


def _number(text: str) -> int | Decimal | str:
    return Decimal(text.replace(",", ".")) if NUMBER.fullmatch(text) else text


def _yes(text: str) -> bool | str:
    return True if text.casefold() == "yes" else text
