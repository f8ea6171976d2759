"""The ledger of small wins: a function of the records, kept to be worked out once.

The days up to `seen_to` have been judged. A change of a day sets that back, so that all from
that day on is judged anew; what stays keeps its number.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hrjournal.domain.entries.entry import DAY, EPOCH
from hrjournal.domain.win import BaselineKind, Grade, Verdict, Win, WinGroup, WinMeasure
from hrjournal.named import NamedTuple
from hrjournal.store.file import damaged, translating_sqlite_errors
from hrjournal.store.rows import INSERT_SETTING, SEEN_TO, checksum, insert, placeholders

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hrjournal.domain.history import DateRange
    from hrjournal.store.journal import Journal

    Row = tuple[object, ...]

UPSERT_SETTING = (
    f"{INSERT_SETTING} ON CONFLICT (key) "
    "DO UPDATE SET value=excluded.value, checksum=excluded.checksum"
)
COLUMNS = "rule, day, grade, family, measure, substance, against, figures, chance, told"
SAME = 7  # of these columns say which win it is; the others, what it says
CLAIMS = (Grade.CHANGING, Grade.HOLDS)


class LedgerChange(NamedTuple):
    """How many wins came new, and how many are no longer there."""

    new: int = 0
    gone: int = 0


def wins(journal: Journal, days: DateRange | None = None, *, newest: bool = False) -> list[Win]:
    """Every win of a span of days, or of all time; the oldest first.

    With `newest`, the latest alone of those of one rule, substance and baseline.
    """
    low, high = (days.start, days.end) if days else (0, 10**9)
    # Of a group with max(), SQLite takes all other columns from the row that holds it.
    columns = COLUMNS.replace("day", "max(day)") if newest else COLUMNS
    group = "GROUP BY rule, substance, against" if newest else ""
    where = f"day>=? AND day<? AND grade!='{Grade.LOOKS}' {group} ORDER BY day, id"
    return _found(journal, columns, where, (low, high))


def claims(journal: Journal, before: int) -> list[Win]:
    """What was found of whole weeks before a day: claims and what held, the oldest first."""
    told = ", ".join(f"'{grade}'" for grade in CLAIMS)
    return _found(journal, COLUMNS, f"day<? AND grade IN ({told}) ORDER BY day, id", (before,))


def looks(journal: Journal, since: int) -> list[Win]:
    """What looks lighter and is not clearly so, as of the last judging since a day."""
    return _found(journal, COLUMNS, f"day>=? AND grade='{Grade.LOOKS}' ORDER BY day, id", (since,))


def act_counts(journal: Journal, before: int) -> dict[tuple[str, str | None], int]:
    """How many acts of each kind, by rule and substance, lie before a day."""
    keys = journal.keys()
    with translating_sqlite_errors():
        found = journal.connection.execute(
            f"SELECT rule, substance, count(*) FROM win WHERE day<? AND grade='{Grade.DID}' "
            "GROUP BY rule, substance",
            (before,),
        ).fetchall()
    return {(rule, keys.get(number)): count for rule, number, count in found}


def count(journal: Journal) -> int:
    """How many wins there are."""
    with translating_sqlite_errors():
        found = journal.connection.execute(
            f"SELECT count(*) FROM win WHERE grade!='{Grade.LOOKS}'"
        ).fetchone()
    return int(found[0])


def verdicts(journal: Journal) -> dict[str, str]:
    """Whether each day was lighter, by an empty key, and the weeks of each substance by its own.

    The oldest first, as a row of 1 for lighter and 0 for not: a journal of decades holds many.
    """
    keys = journal.keys()
    with translating_sqlite_errors():
        found = journal.connection.execute(
            "SELECT substance, group_concat(lighter, '') FROM "
            "(SELECT substance, lighter FROM verdict ORDER BY substance, day) GROUP BY substance"
        ).fetchall()
    return {keys.get(number, ""): row for number, row in found}


def _found(journal: Journal, columns: str, where: str, values: tuple[object, ...]) -> list[Win]:
    keys = journal.keys()
    with translating_sqlite_errors():
        found = journal.connection.execute(
            f"SELECT {columns}, checksum, id FROM win WHERE {where}", values
        ).fetchall()
    return [_win(row[:-2], row[-2], row[-1], keys.get(row[5])) for row in found]


def _win(values: tuple[Any, ...], stored: int, number: int, key: str | None) -> Win:
    if checksum(values) != stored:
        raise damaged()
    rule, day, grade, family, measure, _, against, figures, chance, told = values
    return Win(
        rule=rule,
        day=day,
        grade=Grade(grade),
        group=WinGroup(family),
        measure=WinMeasure(measure),
        substance=key,
        baseline=BaselineKind(against),
        figures=json.loads(figures),
        chance=chance,
        told=bool(told),
        id=number,
    )


def seen_to(journal: Journal) -> int | None:
    """The last closed day that has been judged; None when none has."""
    found = journal.setting(SEEN_TO)
    return int(found) if found else None


def is_current(journal: Journal, today: int) -> bool:
    """Whether every day before today has been judged, and today holds nothing that an act may be.

    Acts come from records that say more than an amount, and from medicines.
    """
    if seen_to(journal) != today - 1:
        return False
    medicines = [one.id for one in journal.substances().values() if one.kind.medicine]
    begins = (today - EPOCH) * DAY + journal.day_start
    with translating_sqlite_errors():
        return not journal.connection.execute(
            "SELECT 1 FROM win WHERE day>=? UNION ALL SELECT 1 FROM entry WHERE local>=? AND "
            f"(more OR substance IN ({', '.join(map(str, medicines))})) LIMIT 1",
            (today, begins),
        ).fetchone()


def enter(
    journal: Journal, since: int, found: Iterable[Win], told: Iterable[Verdict], seen: int
) -> LedgerChange:
    """Puts what was judged of all days since one in the place of what stood there.

    What says the same as before keeps its number; so does an act, when others were added before
    it and it counts further.
    """
    numbers = {key: substance.id for key, substance in journal.substances().items()}
    with journal.transaction():
        connection = journal.connection
        stood = {
            tuple(row[1:]): row[0]
            for row in connection.execute(f"SELECT id, {COLUMNS} FROM win WHERE day>=?", (since,))
        }
        new = [row for win in found if not stood.pop(row := _row(win, numbers), None)]
        new = _recounted(journal, new, stood)
        connection.executemany("DELETE FROM win WHERE id=?", [(one,) for one in stood.values()])
        connection.executemany(
            f"INSERT INTO win ({COLUMNS}, checksum) VALUES {placeholders(11)}",
            [(*row, checksum(row)) for row in new],
        )
        connection.execute("DELETE FROM verdict WHERE day>=?", (since,))
        connection.executemany(
            insert("verdict"),
            [(one.day, numbers.get(one.substance, 0), int(one.lighter)) for one in told],
        )
        connection.execute(UPSERT_SETTING, (SEEN_TO, str(seen)))
    return LedgerChange(len(new), len(stood))


def _recounted(journal: Journal, new: Sequence[Row], stood: dict[Row, int]) -> list[Row]:
    """Writes acts that stood already over themselves; gives what is new after all."""
    acts = {row[:SAME]: row for row in stood if row[2] == Grade.DID.value}
    left = []
    for row in new:
        if (before := acts.pop(row[:SAME], None)) is None:
            left.append(row)
            continue
        journal.connection.execute(
            "UPDATE win SET figures=?, chance=?, told=?, checksum=? WHERE id=?",
            (*row[SAME:], checksum(row), stood.pop(before)),
        )
    return left


def _row(win: Win, numbers: dict[str, int]) -> Row:
    return (
        win.rule,
        win.day,
        win.grade.value,
        win.group.value,
        win.measure.value,
        numbers.get(win.substance or "", 0),
        win.baseline.value,
        json.dumps(dict(win.figures), sort_keys=True),
        win.chance,
        int(win.told),
    )


def first_told(journal: Journal, notice: str, occasion: str) -> bool:
    """Whether a notice has not been told on this occasion yet; from now on it has."""
    key = f"told:{notice}"
    with journal.transaction():
        if journal.setting(key) == occasion:
            return False
        journal.connection.execute(UPSERT_SETTING, (key, occasion))
    return True


def keep_note(journal: Journal, key: str, value: str) -> None:
    """Keeps something for next time that is no change of the person's own, so undo passes it by."""
    with journal.transaction():
        journal.connection.execute(UPSERT_SETTING, (key, value))
