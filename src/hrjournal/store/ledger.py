"""The ledger of small wins: what was earned stays."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hrjournal.domain.win import BaselineKind, Size, Win, WinGroup
from hrjournal.store.file import damaged, translating_sqlite_errors
from hrjournal.store.rows import INSERT_SETTING, SEEN_TO, checksum, placeholders

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hrjournal.domain.history import DateRange
    from hrjournal.store.journal import Journal, JournalChange

UPSERT_SETTING = f"{INSERT_SETTING} ON CONFLICT (key) DO UPDATE SET value=excluded.value"
Earned = dict[tuple[str, str | None, str], dict[int, Size]]


def wins(journal: Journal, days: DateRange | None = None, *, newest: bool = False) -> list[Win]:
    """Every win of a span of days, or of all time; the oldest first.

    With `newest`, the latest alone of those of one rule, substance and baseline.
    """
    low, high = (days.start, days.end) if days else (0, 10**9)
    # Of a group with max(), SQLite takes all other columns from the row that holds it.
    day, group = ("max(day)", "GROUP BY rule, substance, against") if newest else ("day", "")
    keys = journal.keys()
    with translating_sqlite_errors():
        found = journal.connection.execute(
            f"SELECT rule, {day}, since, family, substance, against, size, rests, figures, id, "
            f"checksum FROM win WHERE day>=? AND day<? {group} ORDER BY day, id",
            (low, high),
        ).fetchall()
    return [_win(row[:-1], row[-1], keys.get(row[4])) for row in found]


def _win(values: tuple[Any, ...], stored: int, key: str | None) -> Win:
    if checksum(values[:-1]) != stored:
        raise damaged()
    rule, day, since, family, _, against, size, rests, figures, number = values
    return Win(
        rule=rule,
        day=day,
        since=since,
        group=WinGroup(family),
        substance=key,
        baseline=BaselineKind(against),
        size=Size(size),
        rests=rests,
        figures=json.loads(figures),
        id=number,
    )


def earned(journal: Journal, since: int = 0) -> Earned:
    """The days of each win in the ledger and its size, by rule, substance and baseline."""
    keys = journal.keys()
    days: Earned = {}
    with translating_sqlite_errors():
        for rule, number, against, day, size in journal.connection.execute(
            "SELECT rule, substance, against, day, size FROM win WHERE day>=?", (since,)
        ):
            days.setdefault((rule, keys.get(number), against), {})[day] = Size(size)
    return days


def seen_to(journal: Journal) -> int | None:
    """The last closed day whose wins have been looked for; None when none has."""
    found = journal.setting(SEEN_TO)
    return int(found) if found else None


def enter(journal: Journal, found: Iterable[Win], seen: int | None = None) -> int:
    """Enters wins that are not there yet, and how far the days have been seen.

    Gives how many came new. The ledger never shrinks here.
    """
    numbers = {key: substance.id for key, substance in journal.substances().items()}
    with journal.transaction():
        before = journal.connection.total_changes
        for win in found:
            _enter(journal, win._replace(id=0), numbers)
        new = journal.connection.total_changes - before
        if seen is not None:
            journal.connection.execute(UPSERT_SETTING, (SEEN_TO, str(seen)))
    return new


def add(change: JournalChange, win: Win, numbers: Mapping[str, int]) -> None:
    """Enters a win under its number as a part of a change, so that undo takes it out again.

    `numbers` are those of substances by their keys.
    """
    _enter(change.journal, win, numbers)
    change.remember("win", win.id, None)


def _enter(journal: Journal, win: Win, numbers: Mapping[str, int]) -> None:
    """Enters a win that is not there yet; without a number it gets the next one."""
    values = (
        win.rule,
        win.day,
        win.since,
        win.group.value,
        numbers.get(win.substance or "", 0),
        win.baseline.value,
        win.size.value,
        win.rests,
        json.dumps(dict(win.figures), sort_keys=True),
    )
    journal.connection.execute(
        "INSERT OR IGNORE INTO win (id, rule, day, since, family, substance, against, size, "
        f"rests, figures, checksum) VALUES {placeholders(11)}",
        (win.id or None, *values, checksum(values)),
    )


def first_told(journal: Journal, notice: str, occasion: str) -> bool:
    """Whether a notice has not been told on this occasion yet; from now on it has."""
    key = f"told:{notice}"
    with journal.transaction():
        if journal.setting(key) == occasion:
            return False
        journal.connection.execute(UPSERT_SETTING, (key, occasion))
    return True
