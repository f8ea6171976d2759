"""Tracked substances: hidden, renamed, and put together with another; all of it undoable."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from hrjournal.domain.archive.model import TOLD
from hrjournal.domain.keepsake import KeepsakeType
from hrjournal.domain.reflection.reflection import ABOUT, about
from hrjournal.domain.settings import OWN_NAMES, renamed
from hrjournal.store import keepsakes
from hrjournal.store.file import SETTINGS
from hrjournal.store.identity import stamps
from hrjournal.store.rows import (
    COLUMNS,
    FORGET_SEEN_TO,
    INSERT,
    INSERT_START,
    START_NAMES,
    stamp_of,
    stored_row,
)
from hrjournal.store.substances import goals, named, rows, word_order

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from hrjournal.domain.keepsake import Keepsake
    from hrjournal.domain.substances.amount import Amount
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.store.journal import Journal, JournalChange

THOUSAND: Final = 1000


def units_of(journal: Journal, one: Substance) -> dict[str, int]:
    """In how many records each unit is counted, the commonest first."""
    return dict(
        journal.connection.execute(
            "SELECT unit, count(*) FROM entry WHERE substance=? AND unit IS NOT NULL "
            "GROUP BY unit ORDER BY count(*) DESC, unit",
            (one.id,),
        )
    )


def count(journal: Journal, one: Substance) -> int:
    """How many records there are of it."""
    found = journal.connection.execute("SELECT count(*) FROM entry WHERE substance=?", (one.id,))
    return int(found.fetchone()[0])


def rename(
    change: JournalChange, one: Substance, new: Substance, each: Mapping[str, Amount]
) -> None:
    """Calls a substance by another name; the old one goes on to mean it.

    `each` says what one of a unit is from now on, where the new name is of another kind.
    """
    rows.write(change, new)
    named.forget(change, named.ALIAS, new.key)
    if new.key != one.key:
        named.set_alias(change, one.key, one.id)
        _carry(change, one.key, new.key)
    goals.recount(change, new.key, each)
    for unit in each:
        _move(change, _numbers(change, "substance=? AND unit=?", one.id, unit), one.id, each)


def merge(
    change: JournalChange, one: Substance, into: Substance, each: Mapping[str, Amount]
) -> None:
    """Puts a substance together with another, whose name the first one's names mean from then on.

    `each` says what one of a unit is in the other. What stands of use on a day stays the later
    word where one of the two was said to be none there.
    """
    later = word_order.standing_uses(change.journal, one.id, into.id)
    moved = _numbers(change, "substance=?", one.id)
    _move(change, moved, into.id, each, later)
    _move(change, later - moved, into.id, {}, later)
    _merge_start(change, one, into)
    for word, key in change.journal.aliases().items():
        if key == one.key:
            named.set_alias(change, word, into.id)
    named.set_alias(change, one.key, into.id)
    goals.recount(change, one.key, each)
    _carry(change, one.key, into.key)
    rows.remember(change, one.id)
    change.journal.connection.execute("DELETE FROM substance WHERE id=?", (one.id,))
    change.journal.connection.execute(FORGET_SEEN_TO)


def _numbers(change: JournalChange, where: str, *values: object) -> set[int]:
    found = change.journal.connection.execute(f"SELECT id FROM entry WHERE {where}", values)
    return {number for (number,) in found}


def _move(
    change: JournalChange,
    numbers: Collection[int],
    substance: int,
    each: Mapping[str, Amount],
    later: Collection[int] = (),
) -> None:
    """Writes records anew: of this substance, in other units, some as the latest word."""
    for number in sorted(numbers):
        row = change.stored(number)
        *plain, _ = row or ()
        change.remember("entry", number, json.dumps(row))
        values = dict(zip(COLUMNS, plain, strict=True)) | {"substance": substance}
        if number in later:
            connection, now = change.journal.connection, change.now
            values["said"] = stamps.said(connection, substance, values["local"], now)
        if one := each.get(values["unit"]):
            values |= {"unit": one.unit, **_scaled(values, one.low or 0)}
            values |= (
                stamps.changed(stamp_of(row or ()), change.now)
                ._replace(said=values["said"])
                ._asdict()
            )
        change.journal.connection.execute("DELETE FROM entry WHERE id=?", (number,))
        change.journal.connection.execute(INSERT, stored_row([*values.values()]))


def _scaled(values: Mapping[str, Any], each: int) -> dict[str, int]:
    """Both ends of an amount, of which one unit holds so many thousandths of another."""
    ends = {end: values[end] for end in ("low", "high") if values[end] is not None}
    return {end: max(1, round(found * each / THOUSAND)) for end, found in ends.items()}


def _merge_start(change: JournalChange, one: Substance, into: Substance) -> None:
    """The start of what goes is that of the other, where it has none and both count alike."""
    connection = change.journal.connection
    pinned = {
        row[0]: row[1:]
        for row in connection.execute(
            f"SELECT {START_NAMES} FROM start WHERE substance IN (?, ?)", (one.id, into.id)
        )
    }
    start = pinned.get(one.id)
    if start is None:
        return
    change.remember("start", one.id, json.dumps(start))
    connection.execute("DELETE FROM start WHERE substance=?", (one.id,))
    *_, unit = start
    if into.id not in pinned and unit in {"", into.unit}:
        change.remember("start", into.id, None)
        connection.execute(INSERT_START, (into.id, *start))


def _carry(change: JournalChange, old: str, new: str) -> None:
    """Lets all that speaks of a substance by its key go by another one."""
    _carry_beside(change, old, new)
    for key, value in change.journal.connection.execute(SETTINGS).fetchall():
        _carry_setting(change, key, value, lambda one: new if one == old else one)
    for name in OWN_NAMES:
        before = change.journal.preferences.value(name)
        if (after := renamed(before, old, new)) != before:
            change.choose(name, after)


def _carry_beside(change: JournalChange, old: str, new: str) -> None:
    """Servings of it, and what was kept about it."""
    for key, serving in change.journal.servings().items():
        if serving.substance == old:
            named.set_serving(change, key, serving._replace(substance=new))
    for keepsake in keepsakes.keepsakes(change.journal):
        if about(keepsake) == old:
            keepsakes.replace(change, _about(keepsake, new))


def _carry_setting(
    change: JournalChange, key: str, value: str, called: Callable[[str], str]
) -> None:
    """A notice that was told of a substance was told of it under its new key."""
    parts = told_of(key)
    after = list(map(called, parts))
    if after != parts:
        change.choose(key, None)
        change.choose(key.removesuffix("+".join(parts)) + "+".join(after), value)


def told_of(key: str) -> list[str]:
    """The substances that a notice was told of, as its note among the settings names them."""
    return key.rpartition(":")[2].split("+") if key.startswith(TOLD) else []


def _about(one: Keepsake, key: str) -> Keepsake:
    if one.type is KeepsakeType.BALANCE:
        return one.replace(subject=key)
    return one.replace(more={**one.more, ABOUT: key})
