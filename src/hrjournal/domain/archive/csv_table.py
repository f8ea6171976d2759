"""The records of a journal as a table for spreadsheets: a row each, as RFC 4180 has it.

A cell that a spreadsheet would take for a formula gets a `'` in front; so does one that begins
with such marks already, so that one mark can always be taken off again.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from hrjournal.domain.entries.entry import EntryType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from hrjournal.domain.archive.model import Archive
    from hrjournal.domain.entries.entry import Entry, Moment
    from hrjournal.domain.substances.amount import Amount

COLUMNS: Final = {
    "id": "the number of the record",
    "sort": "use, none, checkin, urge, step, event or good",
    "day": "your day: a night belongs to the evening before",
    "time": "the clock on the wall; empty when the time is not known",
    "at": "both, with how far the clock is ahead of UTC; of a record without a time, the date",
    "zone": "the zone of that clock",
    "substance": "its name",
    "amount": "as you write it: 2, 2-4, ~3 (about), ? (not known); 0 on a day without",
    "unit": "what the amount is kept in; g_alc is grams of pure alcohol",
    "low": "the amount as a number, or its lower end",
    "high": "its upper end",
    "typed": "the amount as it was typed",
    "mood": "0 to 10; so are urge, urge_after, anxiety and pain",
    "urge": "how strong",
    "urge_after": "how strong afterwards",
    "anxiety": "how strong",
    "pain": "how strong",
    "sleep_minutes": "how long",
    "minutes": "how long an urge lasted",
    "outcome": "how an urge went on: rode-out, delayed, less or used",
    "route": "how it was taken",
    "with": "alone, or who was there",
    "spend": "money spent",
    "planned": "yes where it was planned",
    "triggers": "a few words, with commas between; so are copings and steps",
    "copings": "what you tried",
    "steps": "safer steps",
    "note": "your words",
    "gave": "what it gave you",
    "after": "what came after",
    "score": "how good a good thing was, 0 to 10",
    "written": "when it was written down, in UTC",
}
EARLIER: Final = [name for name in COLUMNS if name not in {"gave", "after", "score"}]
ACTS: Final = "=+\\-@|\uff1d\uff0b\uff0d\uff20"
FORMULA: Final = re.compile(rf"'*(?:[\t\r\n]|\s*[{ACTS}])")
APART: Final = re.compile(r'[",\r\n]')


def table_of(archive: Archive, starts: int) -> str:
    """Every record, the oldest first; a day begins `starts` seconds after midnight."""
    names = {substance.key: substance.name for substance in archive.substances}
    entries = sorted(
        (record.entry for record in archive.entries), key=lambda one: (one.moment.local, one.id)
    )
    rows = (_row(entry, names.get(entry.substance or "", ""), starts) for entry in entries)
    return "".join(_lines([tuple(COLUMNS), *rows]))


def guarded(cell: str) -> str:
    """The cell with a mark in front where a spreadsheet would act on it."""
    return f"'{cell}" if FORMULA.match(cell) else cell


def as_written(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """A row of such a table without the marks in front; a row of another table as it is."""
    if [*row] not in ([*COLUMNS], EARLIER):
        return row
    return {name: _unguarded(cell) for name, cell in row.items()}


def _unguarded(cell: str | None) -> str | None:
    return cell[1:] if cell and cell[0] == "'" and FORMULA.match(cell) else cell


def _lines(rows: Iterable[Iterable[str]]) -> Iterator[str]:
    for row in rows:
        yield ",".join(_cell(guarded(cell)) for cell in row) + "\r\n"


def _cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if APART.search(text) else text


def _row(entry: Entry, name: str, starts: int) -> tuple[str, ...]:
    amount = entry.amount
    return (
        str(entry.id),
        entry.type.value,
        date.fromordinal(entry.moment.day(starts)).isoformat(),
        entry.moment.clock() if entry.moment.timed else "",
        _at(entry.moment),
        entry.moment.zone,
        name,
        "0" if entry.type is EntryType.NONE else _amount(amount) if amount else "",
        amount.unit if amount else "",
        _number(amount.low) if amount else "",
        _number(amount.high) if amount else "",
        amount.typed if amount else "",
        *map(_plain, (entry.mood, entry.urge, entry.urge_after, entry.anxiety, entry.pain)),
        _plain(entry.sleep),
        _plain(entry.minutes),
        entry.outcome.value if entry.outcome else "",
        entry.route or "",
        entry.company or "",
        _number(entry.spend),
        "yes" if entry.planned else "",
        *(", ".join(words) for words in (entry.triggers, entry.copings, entry.steps)),
        entry.note or "",
        entry.gave or "",
        entry.after or "",
        _plain(entry.score),
        datetime.fromtimestamp(entry.written, UTC).isoformat(),
    )


def _at(moment: Moment) -> str:
    wall = datetime.fromtimestamp(moment.local, UTC)
    if not moment.timed:
        return wall.date().isoformat()
    sign = "-" if moment.offset < 0 else "+"
    ahead = str(timedelta(seconds=abs(moment.offset))).rjust(8, "0").removesuffix(":00")
    return f"{wall.replace(tzinfo=None).isoformat(' ')}{sign}{ahead}"


def _amount(amount: Amount) -> str:
    if amount.low is None:
        return "?"
    low, high = _number(amount.low), _number(amount.high)
    return ("~" if amount.about else "") + (low if low == high else f"{low}-{high}")


def _number(thousandths: int | None) -> str:
    if thousandths is None:
        return ""
    whole, rest = divmod(thousandths, 1000)
    return f"{whole}.{rest:03}".rstrip("0") if rest else str(whole)


def _plain(number: int | None) -> str:
    return "" if number is None else str(number)
