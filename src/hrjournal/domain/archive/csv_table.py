"""The records of a journal as a table for spreadsheets: a row each, as RFC 4180 has it.

A cell that a spreadsheet would take for a formula gets a `'` in front; so does one that begins
with such marks already, so that one mark can always be taken off again. The last cell of a row is
empty or `yes`, so that a file that was cut off is known as one.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from hrjournal.domain.archive.csv_rows import CELLS
from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.substances.substance import Kind, Substance
from hrjournal.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from hrjournal.domain.archive.model import Archive, Record
    from hrjournal.domain.entries.entry import Moment
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
    "triggers": 'words with commas between, as are copings and steps; "a, b" is one word',
    "copings": "what you tried",
    "steps": "safer steps",
    "note": "your words",
    "gave": "what it gave you",
    "after": "what came after",
    "score": "how good a good thing was, 0 to 10",
    "written": "when it was written down, in UTC",
    "noon": "of a record without a time: the noon that it is kept under, in the form of at",
    "kind": "what the program knows the substance as",
    "counted_in": "what amounts of the substance are kept in",
    "place": "its place in the order in which records were last written; of use and none on one "
    "day, the later word stands",
    "origin": "the name by which it is known again, so that nothing comes in twice",
    "about": "yes where the amount is about right",
}
LATER: Final = {"gave", "after", "score", "noon", "kind", "counted_in", "place", "origin", "about"}
EARLIER: Final = [name for name in COLUMNS if name not in LATER]  # which every such table has
NOTHING: Final = Substance("", "", Kind("", ""), "")  # what a record about no substance is about
ACTS: Final = "=+\\-@|\uff1d\uff0b\uff0d\uff20"
FORMULA: Final = re.compile(rf"'*(?:[\t\r\n]|\s*[{ACTS}])")
APART: Final = re.compile(r'[",\r\n]')
WORD: Final = re.compile(r'\s*(?:"((?:[^"]|"")*)"|([^,]*))\s*(?:,|\Z)')


def table_of(archive: Archive, starts: int) -> str:
    """Every record, the oldest first; a day begins `starts` seconds after midnight."""
    substances = {substance.key: substance for substance in archive.substances}
    placed = sorted(enumerate(archive.entries, 1), key=_age)
    rows = (_row(record, place, substances, starts) for place, record in placed)
    return "".join(_lines([tuple(COLUMNS), *rows]))


def is_own(head: Sequence[str]) -> bool:
    """Whether a first line is that of such a table, of this program or an earlier one."""
    names = set(head)
    return len(names) == len(head) and names.issuperset(EARLIER) and names <= COLUMNS.keys()


def words_in(cell: str) -> list[str]:
    """The words of a cell with several."""
    found = []
    for quoted, plain in WORD.findall(cell):
        word = quoted.replace('""', '"') or plain.strip()
        if word:
            found.append(word)
    return found


def guarded(cell: str) -> str:
    """The cell with a mark in front where a spreadsheet would act on it."""
    return f"'{cell}" if FORMULA.match(cell) else cell


def as_written(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """A row of such a table without the marks in front; a row of another table as it is."""
    if not is_own([*row]):
        return row
    return {name: cell and unguarded(cell) for name, cell in row.items()}


def named_cells(head: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    """The cells of a row by the names of their columns, without the marks in front.

    Raises:
        UsageError: when there are not as many.
    """
    if len(row) != len(head):
        raise UsageError(CELLS)
    plain = (unguarded(cell) if cell[:1] == "'" else cell for cell in row)
    return dict(zip(head, plain, strict=True))


def unguarded(cell: str) -> str:
    """The cell as it was before `guarded` looked at it."""
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell


def _lines(rows: Iterable[Iterable[str]]) -> Iterator[str]:
    for row in rows:
        yield ",".join(_cell(guarded(cell)) for cell in row) + "\r\n"


def _cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if APART.search(text) else text


def _age(placed: tuple[int, Record]) -> tuple[int, int]:
    _, record = placed
    return record.entry.moment.local, record.entry.id


def _row(
    record: Record, place: int, substances: Mapping[str, Substance], starts: int
) -> tuple[str, ...]:
    entry = record.entry
    amount = entry.amount
    substance = substances.get(entry.substance or "", NOTHING)
    return (
        str(entry.id),
        entry.type.value,
        date.fromordinal(entry.moment.day(starts)).isoformat(),
        entry.moment.clock() if entry.moment.timed else "",
        _at(entry.moment) if entry.moment.timed else _at(entry.moment)[:10],
        entry.moment.zone,
        substance.name,
        "0" if entry.type is EntryType.NONE else amount_words(amount) if amount else "",
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
        *(", ".join(map(_word, words)) for words in (entry.triggers, entry.copings, entry.steps)),
        entry.note or "",
        entry.gave or "",
        entry.after or "",
        _plain(entry.score),
        datetime.fromtimestamp(entry.written, UTC).isoformat(),
        "" if entry.moment.timed else _at(entry.moment),
        substance.kind.id,
        substance.unit,
        str(place),
        record.origin,
        "yes" if amount and amount.about else "",
    )


def _at(moment: Moment) -> str:
    wall = datetime.fromtimestamp(moment.local, UTC).replace(tzinfo=None)
    sign = "-" if moment.offset < 0 else "+"
    ahead = str(timedelta(seconds=abs(moment.offset))).rjust(8, "0").removesuffix(":00")
    return f"{wall.isoformat(' ')}{sign}{ahead}"


def _word(word: str) -> str:
    """A word among others: in quotation marks where it could be taken for something else."""
    plain = word == word.strip() and "," not in word and '"' not in word
    return word if plain else '"' + word.replace('"', '""') + '"'


def amount_words(amount: Amount) -> str:
    """An amount as it is typed, in what it is kept in."""
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
