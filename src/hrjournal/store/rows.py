"""Records as rows: every field in its column, and a checksum over all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from zlib import crc32

from hrjournal.domain.entries.entry import Entry, EntryType, Moment, Outcome
from hrjournal.domain.substances.amount import Amount
from hrjournal.named import NamedTuple
from hrjournal.store.file import damaged

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hrjournal.domain.history import BaselinePin
    from hrjournal.domain.substances.substance import Substance

COLUMNS: Final = (
    "id",
    "sort",
    "substance",
    "instant",
    "offset",
    "local",
    "zone",
    "timed",
    "unit",
    "low",
    "high",
    "about",
    "typed",
    "mood",
    "urge",
    "urge_after",
    "anxiety",
    "pain",
    "sleep",
    "minutes",
    "outcome",
    "route",
    "company",
    "spend",
    "planned",
    "triggers",
    "copings",
    "steps",
    "note",
    "written",
    "more",
    "origin",
    "change",
    "gave",
    "after",
    "score",
    "uid",
    "revised",
    "former",
    "said",
)
SINCE_FIRST: Final = COLUMNS.index("change") + 1  # from here on, columns came with later steps
STAMPED: Final = COLUMNS.index("uid")  # from here on, what a Stamp says
NAMES: Final = ", ".join(COLUMNS)


def placeholders(count: int) -> str:
    """The places for so many values in a statement."""
    return f"({', '.join('?' * count)})"


INSERT: Final = f"INSERT INTO entry ({NAMES}, checksum) VALUES {placeholders(len(COLUMNS) + 1)}"
START_NAMES: Final = "substance, first_day, end_day, doubled, use_days, unit"
DIGESTED: Final = {  # small tables, and the columns that `digest` makes each row's checksum of
    "setting": "key, value",
    "start": START_NAMES,
    "change": "id, at, verb, undone",
    "past": "change, part, key, was",
    "verdict": "day, substance, lighter",
    "tombstone": "uid, part, revised",
}


def insert(table: str, verb: str = "INSERT") -> str:
    """A statement that takes the columns of DIGESTED and writes them with their checksum."""
    names = DIGESTED[table]
    given = names.replace(", ", ", ? AS ")
    return (
        f"{verb} INTO {table} ({names}, checksum) "
        f"SELECT {names}, digest({names}) FROM (SELECT ? AS {given}) WHERE true"
    )


def seal(table: str) -> str:
    """A statement that works out the checksum of rows of DIGESTED as they stand now."""
    return f"UPDATE {table} SET checksum=digest({DIGESTED[table]})"


INSERT_START: Final = insert("start")
INSERT_SETTING: Final = insert("setting")
KEEPSAKE_FIRST: Final = (
    "id, sort, subject, instant, offset, zone, timed, text, score, more, written"
)
KEEPSAKE_NAMES: Final = f"{KEEPSAKE_FIRST}, uid, revised, former"
KEEPSAKE_WRITTEN: Final = 10  # the place of `written`, the last column that rows had at first
SUBSTANCE_NAMES: Final = "key, name, kind, unit, hidden"
SERVING_NAMES: Final = "key, name, substance, unit, thousandths, typed"
SEEN_TO: Final = "wins_seen_to"  # the setting that says how far small wins have been looked for
FORGET_SEEN_TO: Final = f"DELETE FROM setting WHERE key='{SEEN_TO}'"


class Stamp(NamedTuple):
    """Which record a row is in every copy of a journal, and which version of it.

    What each says, and how it changes, stands in `store/identity`.
    """

    uid: int
    revised: int
    former: str | None
    said: int


def stamp_of(stored: Sequence[Any]) -> Stamp:
    """The stamp of a row of COLUMNS and its checksum."""
    return Stamp(*stored[STAMPED : STAMPED + 4])


def restamped(stored: Sequence[Any], stamp: Stamp) -> tuple[Any, ...]:
    """A row of COLUMNS and its checksum under another stamp, as it is inserted."""
    return stored_row((*stored[:STAMPED], *stamp))


def checksum(values: Iterable[object]) -> int:
    """A digest of a row's values, each with its type and length, against silent damage."""
    return crc32("".join(_told(values)).encode("utf-8", "surrogatepass"))


def digest(*values: object) -> int:
    """The checksum of a row, as statements ask for it: `create_function` with this name."""
    return checksum(values)


def stored_row(values: Sequence[Any]) -> tuple[Any, ...]:
    """The values of COLUMNS as they are inserted: with their checksum behind them."""
    return (*values, row_checksum(values))


def widened(stored: Sequence[Any]) -> tuple[Any, ...]:
    """A row as an earlier version remembered it, with nothing in the columns that came since."""
    *values, digest = stored
    return (*values, *(None,) * (len(COLUMNS) - len(values)), digest)


def row_checksum(values: Sequence[Any]) -> int:
    """The digest of a record's row."""
    return _digest_so_far(values, SINCE_FIRST)


def keepsake_checksum(values: Sequence[Any]) -> int:
    """The digest of a row of what is kept beside the days."""
    return _digest_so_far(values, KEEPSAKE_WRITTEN + 1)


def _digest_so_far(values: Sequence[Any], first: int) -> int:
    """A row's digest; columns that came later and say nothing leave it as it was before them."""
    end = len(values)
    while end > first and values[end - 1] is None:
        end -= 1
    return checksum(values[:end])


def _told(values: Iterable[object]) -> list[str]:
    """Each value behind its type and its length in bytes, so that no two rows read the same."""
    told = []
    for value in values:  # one loop, for every row that is read goes through it
        if value is None:
            told.append("n4:None")
            continue
        text = str(value)
        length = len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))
        told.append(f"{'i' if isinstance(value, int) else 's'}{length}:{text}")
    return told


def row(
    entry: Entry, substance: int | None, change: int, origin: str | None, stamp: Stamp
) -> tuple[Any, ...]:
    """An entry as the values of COLUMNS."""
    amount = entry.amount
    moment = entry.moment
    return (
        entry.id,
        entry.type.value,
        substance,
        moment.instant,
        moment.offset,
        moment.local,
        moment.zone,
        int(moment.timed),
        amount.unit if amount else None,
        amount.low if amount else None,
        amount.high if amount else None,
        int(bool(amount and amount.about)),
        amount.typed if amount else None,
        entry.mood,
        entry.urge,
        entry.urge_after,
        entry.anxiety,
        entry.pain,
        entry.sleep,
        entry.minutes,
        entry.outcome.value if entry.outcome else None,
        entry.route,
        entry.company,
        entry.spend,
        int(entry.planned),
        _lines(entry.triggers),
        _lines(entry.copings),
        _lines(entry.steps),
        entry.note,
        entry.written,
        int(says_more(entry)),
        origin,
        change,
        entry.gave,
        entry.after,
        entry.score,
        *stamp,
    )


def substance_row(one: Substance) -> tuple[object, ...]:
    """A substance as the values of SUBSTANCE_NAMES."""
    return one.key, one.name, one.kind.id, one.unit, int(one.hidden)


def start_row(start: BaselinePin) -> tuple[object, ...]:
    """Where a substance began, as the values of START_NAMES behind its number."""
    first, end = start.days or (None, None)
    return first, end, start.doubled, start.use_days, start.unit


def says_more(entry: Entry) -> bool:
    """Whether a record says more than an amount, a none or a note."""
    return entry.type not in {EntryType.USE, EntryType.NONE} or any(
        value is not None and value != () and value is not False
        for value in (
            entry.mood,
            entry.urge,
            entry.anxiety,
            entry.pain,
            entry.sleep,
            entry.route,
            entry.company,
            entry.spend,
            entry.planned,
            entry.triggers,
            entry.copings,
            entry.steps,
        )
    )


def entry_of(values: Sequence[Any], keys: Mapping[int, str]) -> Entry:
    """The entry behind a row of COLUMNS and its checksum.

    Raises:
        JournalError: when the row is not what was once written.
    """
    *plain, stored = values
    if row_checksum(plain) != stored:
        raise damaged()
    found = dict(zip(COLUMNS, plain, strict=True))
    try:
        return _entry(found, keys)
    except (KeyError, ValueError):
        raise damaged() from None


def _entry(found: Mapping[str, Any], keys: Mapping[int, str]) -> Entry:
    return Entry(
        type=EntryType(found["sort"]),
        moment=Moment(found["instant"], found["offset"], found["zone"], bool(found["timed"])),
        substance=None if found["substance"] is None else keys[found["substance"]],
        amount=_amount(found),
        mood=found["mood"],
        urge=found["urge"],
        urge_after=found["urge_after"],
        anxiety=found["anxiety"],
        pain=found["pain"],
        sleep=found["sleep"],
        minutes=found["minutes"],
        outcome=Outcome(found["outcome"]) if found["outcome"] else None,
        route=found["route"],
        company=found["company"],
        spend=found["spend"],
        planned=bool(found["planned"]),
        triggers=_words(found["triggers"]),
        copings=_words(found["copings"]),
        steps=_words(found["steps"]),
        note=found["note"],
        gave=found["gave"],
        after=found["after"],
        score=found["score"],
        id=found["id"],
        written=found["written"],
    )


def _amount(found: Mapping[str, Any]) -> Amount | None:
    if found["unit"] is None:
        return None
    return Amount(
        found["low"], found["high"], found["unit"], bool(found["about"]), found["typed"] or ""
    )


def _lines(words: Sequence[str]) -> str | None:
    return "\n".join(words) or None


def _words(text: str | None) -> tuple[str, ...]:
    return tuple(text.split("\n")) if text else ()
