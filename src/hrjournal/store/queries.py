"""Rows in, domain out: records as they were written, and days counted in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from hrjournal.domain.entries.entry import DAY, EPOCH, EntryType
from hrjournal.domain.history import BaselinePin, DateRange, DayUse, History
from hrjournal.store.file import translating_sqlite_errors
from hrjournal.store.rows import NAMES, START_NAMES, entry_of, placeholders

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from hrjournal.domain.entries.entry import Entry
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.store.journal import Journal

SELECT: Final = f"SELECT {NAMES}, checksum FROM entry "
WITHOUT: Final = DayUse(0)
WORD: Final = "(said, uid)"  # a word's place in the order of words
# What uses of one unit come to on a day.
SUMS: Final = """
    sort, unit, count(*), coalesce(sum(low), 0), coalesce(sum(high), 0), sum(low IS NULL),
    min(CASE WHEN timed THEN local END), max(CASE WHEN timed THEN local END), sum(NOT timed),
    min(CASE WHEN timed THEN instant END), max(CASE WHEN timed THEN instant END)
"""
ORDINAL: Final = f"((local - :starts + {EPOCH * DAY}) / {DAY})"


def entries(journal: Journal, days: DateRange, *, most: int = -1) -> list[Entry]:
    """The records of a span of days, the oldest first; `most` keeps the latest ones."""
    low, high = _bounds(days, journal.day_start)
    return _found(
        journal,
        "WHERE local>=? AND local<? ORDER BY local DESC, id DESC LIMIT ?",
        (low, high, most),
    )[::-1]


def entry(journal: Journal, number: int) -> Entry | None:
    """The record with this number, or None."""
    found = _found(journal, "WHERE id=?", (number,))
    return found[0] if found else None


def units_of_own(journal: Journal, known: Collection[str]) -> list[str]:
    """The units that records are counted in, without those that are known."""
    with translating_sqlite_errors():
        found = journal.connection.execute("SELECT DISTINCT unit FROM entry WHERE unit NOT NULL")
        return [unit for (unit,) in found if unit not in known]


def words_used(journal: Journal, column: str) -> frozenset[str]:
    """Every word that stands in a column of several: triggers, copings or steps."""
    with translating_sqlite_errors():
        found = journal.connection.execute(
            f"SELECT DISTINCT {column} FROM entry WHERE {column} IS NOT NULL"
        ).fetchall()
    return frozenset(word for (text,) in found for word in text.split("\n"))


def last_entry(journal: Journal) -> Entry | None:
    """The record that was written down last, or None in an empty journal."""
    found = _found(journal, "ORDER BY id DESC LIMIT 1", ())
    return found[0] if found else None


def last_use(journal: Journal, key: str | None = None) -> Entry | None:
    """The latest use, or the latest of one substance; None where there is none."""
    keys = [number for number, name in journal.keys().items() if key in {None, name}]
    found = _found(
        journal,
        f"WHERE sort='use' AND substance IN {placeholders(len(keys))} "
        "ORDER BY instant DESC, id DESC LIMIT 1",
        tuple(keys),
    )
    return found[0] if found else None


def last_local(journal: Journal) -> int | None:
    """The wall-clock second of the latest record, or None in an empty journal."""
    with translating_sqlite_errors():
        found = journal.connection.execute("SELECT max(local) FROM entry").fetchone()
    return None if found[0] is None else int(found[0])


def first_day(journal: Journal, without: Collection[str] = ()) -> int | None:
    """The person's day of the earliest record, or None in an empty journal.

    Records of the substances `without`, by their keys, are passed over.
    """
    known = journal.substances() if without else {}
    left = [known[key].id for key in without]
    where = (
        f" WHERE substance IS NULL OR substance NOT IN {placeholders(len(left))}" if left else ""
    )
    with translating_sqlite_errors():
        found = journal.connection.execute(f"SELECT min(local) FROM entry{where}", left).fetchone()
    return None if found[0] is None else (int(found[0]) - journal.day_start) // DAY + EPOCH


def use_before(journal: Journal, substance: Substance, day: int) -> int | None:
    """The last day of use of a substance before a day, however far back; None without one."""
    low, _ = _bounds(DateRange(day, day), journal.day_start)
    with translating_sqlite_errors():
        found = journal.connection.execute(
            "SELECT local FROM entry WHERE substance=? AND sort='use' AND local<? "
            "ORDER BY local DESC LIMIT 1",
            (substance.id, low),
        ).fetchone()
    if found is None:
        return None
    last = (int(found[0]) - journal.day_start) // DAY + EPOCH
    if day_status(journal, substance, last) is EntryType.USE:
        return last
    return use_before(journal, substance, last)  # that day was said to hold none after all


def more_in_unit(journal: Journal, unit: str, number: int) -> bool:
    """Whether more than so many records have an amount in a unit; it stops at the first more."""
    with translating_sqlite_errors():
        found = journal.connection.execute(
            "SELECT 1 FROM entry WHERE unit=? LIMIT 1 OFFSET ?", (unit, number)
        ).fetchone()
    return found is not None


def load_history(
    journal: Journal,
    days: DateRange,
    keys: Iterable[str] = (),
    *,
    records: DateRange | None = None,
    without: Collection[str] = (),
) -> History:
    """What is known of a span of days, for the substances of `keys` or for every one.

    Records are read for the whole span, or for the days of `records` where it is given. What was
    written of substances in `without` is passed over, as if it were not there.

    Amounts are summed by day in SQL over a covering index; only records that say more than an
    amount are read one by one.
    """
    wanted = set(keys)
    tracked = journal.substances()
    substances = {
        key: substance
        for key, substance in tracked.items()
        if (not wanted or key in wanted) and key not in without
    }
    others = _others([tracked[key].id for key in without])
    with translating_sqlite_errors():
        return History(
            days=days,
            substances=substances,
            uses={key: days_of(journal, one, days) for key, one in substances.items()},
            records=_records(journal, records or days, others),
            written=_written(journal, days, others),
            baseline_pins=starts(journal, substances),
            day_starts=journal.day_start,
            withdrawal_history=journal.preferences.value("withdrawal_history") == "yes",
        )


def days_of(journal: Journal, substance: Substance, days: DateRange) -> dict[int, DayUse]:
    """The written days of one substance within a span, the oldest first."""
    low, high = _bounds(days, journal.day_start)
    found = journal.connection.execute(
        f"""
        SELECT {ORDINAL} AS day, {SUMS}
        FROM entry
        WHERE substance=:substance AND local>=:low AND local<:high AND sort IN ('use', 'none')
        GROUP BY day, sort, unit
        """,
        {"starts": journal.day_start, "substance": substance.id, "low": low, "high": high},
    )
    parts: dict[int, list[tuple[Any, ...]]] = {}
    for row in found:
        parts.setdefault(row[0], []).append(row[1:])
    return {
        day: _single_unit_day(*told[0]) if len(told) == 1 else _day(journal, substance, day, told)
        for day, told in sorted(parts.items())
    }


def _day(journal: Journal, substance: Substance, day: int, parts: list[tuple[Any, ...]]) -> DayUse:
    """One day from several sums. Of use and none on one day, the later word stands."""
    uses = [part for part in parts if part[0] == "use"]
    if uses and len(uses) < len(parts):
        uses = _after_none(journal, substance, day)
    if not uses:
        return WITHOUT
    return _single_unit_day(*uses[0]) if len(uses) == 1 else _merged(uses, substance.unit)


def _after_none(journal: Journal, substance: Substance, day: int) -> list[tuple[Any, ...]]:
    """The uses of a day that were written after it was last said to hold none."""
    low, high = _bounds(DateRange(day, day + 1), journal.day_start)
    here = "substance=:substance AND local>=:low AND local<:high"
    return journal.connection.execute(
        f"""
        SELECT {SUMS}
        FROM entry
        WHERE {here} AND sort='use'
              AND {WORD} > (SELECT said, uid FROM entry WHERE {here} AND sort='none'
                            ORDER BY said DESC, uid DESC LIMIT 1)
        GROUP BY sort, unit
        """,
        {"substance": substance.id, "low": low, "high": high},
    ).fetchall()


def _single_unit_day(sort: str, unit: str | None, count: int, *rest: Any) -> DayUse:
    """A day of none, or of use in one unit, as most are."""
    if sort != "use":
        return WITHOUT
    low, high, unknown, first, last, untimed, first_instant, last_instant = rest
    return DayUse(
        uses=count,
        unit=unit or "",
        low=low,
        high=high,
        unknown=unknown,
        others=(),
        first=first,
        last=last,
        untimed=untimed,
        first_instant=first_instant,
        last_instant=last_instant,
    )


def _merged(uses: list[tuple[Any, ...]], usual: str) -> DayUse:
    """One day from a row for each unit; the substance's own unit leads where it is there."""
    uses.sort(key=lambda part: (part[1] != usual, -part[2], part[1] or ""))
    _, unit, _, low, high, *_ = uses[0]
    firsts, lasts, first_instants, last_instants = (
        [part[place] for part in uses if part[place] is not None] for place in (6, 7, 9, 10)
    )
    return DayUse(
        uses=sum(part[2] for part in uses),
        unit=unit or "",
        low=int(low),
        high=int(high),
        unknown=sum(part[5] for part in uses),
        others=tuple((part[1] or "", int(part[3]), int(part[4])) for part in uses[1:] if part[3]),
        first=min(firsts, default=None),
        last=max(lasts, default=None),
        untimed=sum(part[8] for part in uses),
        first_instant=min(first_instants, default=None),
        last_instant=max(last_instants, default=None),
    )


def _others(numbers: Iterable[int]) -> str:
    """A condition that passes over what is written of these substances."""
    told = ", ".join(map(str, numbers))
    return f" AND ifnull(substance, 0) NOT IN ({told})" if told else ""


def _records(journal: Journal, days: DateRange, others: str) -> dict[int, tuple[Entry, ...]]:
    """Records by day, for every day that holds one saying more than an amount."""
    low, high = _bounds(days, journal.day_start)
    telling = sorted(
        {
            (local - journal.day_start) // DAY + EPOCH
            for (local,) in journal.connection.execute(
                f"SELECT local FROM entry WHERE more AND local>=? AND local<?{others}", (low, high)
            )
        }
    )
    keys = journal.keys()
    grouped: dict[int, list[Entry]] = {}
    for run in _runs(telling):
        for one in _read(journal, run, keys, others):
            grouped.setdefault(one.moment.day(journal.day_start), []).append(one)
    return {day: tuple(found) for day, found in grouped.items()}


def _read(
    journal: Journal, days: DateRange, keys: Mapping[int, str], others: str
) -> Iterator[Entry]:
    found = journal.connection.execute(
        f"{SELECT}WHERE local>=? AND local<?{others} ORDER BY local, id",
        _bounds(days, journal.day_start),
    )
    return (entry_of(values, keys) for values in found)


def _runs(days: Sequence[int]) -> Iterator[DateRange]:
    start = previous = None
    for day in days:
        if start is None or previous is None or day != previous + 1:
            if start is not None and previous is not None:
                yield DateRange(start, previous + 1)
            start = day
        previous = day
    if start is not None and previous is not None:
        yield DateRange(start, previous + 1)


def _written(journal: Journal, days: DateRange, others: str) -> frozenset[int]:
    low, high = _bounds(days, journal.day_start)
    found = journal.connection.execute(
        f"SELECT DISTINCT {ORDINAL} FROM entry WHERE local>=:low AND local<:high{others}",
        {"starts": journal.day_start, "low": low, "high": high},
    )
    return frozenset(day for (day,) in found)


@translating_sqlite_errors()
def starts(journal: Journal, substances: Mapping[str, Substance]) -> dict[str, BaselinePin]:
    """Where the person said that a substance began, by its key."""
    by_number = {substance.id: key for key, substance in substances.items()}
    found = journal.connection.execute(f"SELECT {START_NAMES} FROM start")
    return {
        by_number[number]: BaselinePin(
            DateRange(first, end) if first is not None else None, doubled, use_days, unit
        )
        for number, first, end, doubled, use_days, unit in found
        if number in by_number
    }


def _found(journal: Journal, where: str, values: tuple[Any, ...]) -> list[Entry]:
    with translating_sqlite_errors():
        keys = journal.keys()
        return [entry_of(row, keys) for row in journal.connection.execute(SELECT + where, values)]


def _bounds(days: DateRange, starts: int) -> tuple[int, int]:
    """A span of days as wall-clock seconds."""
    return (days.start - EPOCH) * DAY + starts, (days.end - EPOCH) * DAY + starts


def day_status(journal: Journal, substance: Substance, day: int) -> EntryType | None:
    """What a day says of a substance so far: use, none, or nothing."""
    with translating_sqlite_errors():
        day_use = days_of(journal, substance, DateRange(day, day + 1)).get(day)
    return None if day_use is None else EntryType.USE if day_use.used else EntryType.NONE
