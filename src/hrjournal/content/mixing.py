"""What the program knows of mixing: every pair of groups, and how long back a use counts."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hrjournal.content.files import load
from hrjournal.domain.mixing import Help, Medicine, Mixing, Pair, Status, Windows
from hrjournal.domain.substance import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hrjournal.content.tables import Table


@cache
def mixing() -> Mixing:
    """The table of pairs."""
    file = load("mixing")
    return Mixing(
        groups={group: file.table("groups").text(group) for group in file.table("groups").facts},
        names={
            fold(name): row.texts("groups")
            for row in file.rows("names")
            for name in row.texts("names")
        },
        windows=_windows(file.table("windows")),
        pairs={(pair.first, pair.second): pair for pair in _pairs(file)},
        unlisted=_pair(file, file.table("unlisted"), "", ""),
        medicine=_medicine(file.table("medicine")),
        one_kind=file.table("same").text("text"),
        limits=file.table("origin").text("kinds"),
        origin=file.table("origin").text("text"),
        reviewed=file.day("reviewed"),
    )


def _pairs(file: Table) -> Iterator[Pair]:
    for row in file.rows("pairs"):
        for both in row.texts("of"):
            first, _, second = both.partition(" + ")
            yield _pair(file, row, first, second)
    same = file.table("same")
    for group in same.texts("groups"):
        yield _pair(file, same, group, group)


def _pair(file: Table, pairs: Table, first: str, second: str) -> Pair:
    status = pairs.text("status")
    said = file.table("statuses").table(status)
    return Pair(
        first=first,
        second=second,
        status=Status[status.upper()],
        label=said.text("label"),
        reason=file.table("reasons").text(pairs.text("reason")),
        note=said.text("note", ""),
        helps=tuple(
            Help(row.text("text"), row.flag("verified"), row.texts("sources"))
            for _, row in file.tables("helps")
            if status in row.texts("statuses") and _about(row.texts("groups"), first, second)
        ),
        verified=pairs.flag("verified"),
        sources=pairs.texts("sources"),
    )


def _about(groups: tuple[str, ...], *pair: str) -> bool:
    return not groups or not set(groups).isdisjoint(pair)


def _windows(file: Table) -> Windows:
    return Windows(file.whole("hours"), *(_hours(file, key) for key in Windows._fields[1:]))


def _hours(file: Table, key: str) -> Mapping[str, int]:
    """The hours of every name, kind or group."""
    return {fold(one): row.whole("hours") for row in file.rows("rows") for one in row.texts(key)}


def _medicine(file: Table) -> Medicine:
    return Medicine(
        file.text("text"), frozenset(file.texts("kinds")), frozenset(file.texts("groups"))
    )
