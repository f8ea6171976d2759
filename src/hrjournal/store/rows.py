"""Records as rows: every field in its column, and a checksum over all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from zlib import crc32

from hrjournal.domain.entries.entry import Entry, EntryType, Moment, Outcome
from hrjournal.domain.substances.amount import Amount
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
)
SINCE_FIRST: Final = COLUMNS.index("change") + 1  # from here on, columns came with later steps
NAMES: Final = ", ".join(COLUMNS)


def placeholders(count: int) -> str:
    """The places for so many values in a statement."""
    return f"({', '.join('?' * count)})"


INSERT: Final = f"INSERT INTO entry ({NAMES}, checksum) VALUES {placeholders(len(COLUMNS) + 1)}"
START_NAMES: Final = "substance, first_day, end_day, doubled, use_days, unit"
INSERT_START: Final = f"INSERT INTO start ({START_NAMES}) VALUES {placeholders(6)}"
INSERT_SETTING: Final = f"INSERT INTO setting (key, value) VALUES {placeholders(2)}"
SUBSTANCE_NAMES: Final = "key, name, kind, unit, hidden"
SERVING_NAMES: Final = "key, name, substance, unit, thousandths, typed"
SEEN_TO: Final = "wins_seen_to"  # the setting that says how far small wins have been looked for
FORGET_SEEN_TO: Final = f"DELETE FROM setting WHERE key='{SEEN_TO}'"


def checksum(values: Iterable[object]) -> int:
    """A digest of a row's values, each with its type and length, against silent damage."""
    return crc32("".join(map(_told, values)).encode("utf-8", "surrogatepass"))


def stored_row(values: Sequence[Any]) -> tuple[Any, ...]:
    """The values of COLUMNS as they are inserted: with their checksum behind them."""
    return (*values, row_checksum(values))


def widened(stored: Sequence[Any]) -> tuple[Any, ...]:
    """A row as an earlier version remembered it, with nothing in the columns that came since."""
    *values, digest = stored
    return (*values, *(None,) * (len(COLUMNS) - len(values)), digest)


def row_checksum(values: Sequence[Any]) -> int:
    """A row's digest; columns that came later and say nothing leave it as it was before them."""
    end = len(values)
    while end > SINCE_FIRST and values[end - 1] is None:
        end -= 1
    return checksum(values[:end])


def _told(value: object) -> str:
    """A value behind its type and its length in bytes, so that no two rows read the same."""
    if value is None:
        return "n4:None"
    text = str(value)
    length = len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))
    return f"{'i' if isinstance(value, int) else 's'}{length}:{text}"


def row(entry: Entry, substance: int | None, change: int, origin: str | None) -> tuple[Any, ...]:
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
