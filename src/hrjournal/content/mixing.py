"""What the program knows of mixing: every pair of groups, and how long back a use counts."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hrjournal.content.files import load
from hrjournal.domain.mixing import Help, Medicine, Mixing, Pair, Status, Windows
from hrjournal.domain.substance import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hrjournal.content.tables import Table

    _Helps = Sequence[tuple[frozenset[Status], frozenset[str], Help]]


@cache
def mixing() -> Mixing:
    """The table of pairs."""
    file = load("mixing")
    helps = _helps(file)
    return Mixing(
        groups={group: file.table("groups").text(group) for group in file.table("groups").facts},
        names={
            fold(name): row.texts("groups")
            for row in file.rows("names")
            for name in row.texts("names")
        },
        windows=_windows(file.table("windows")),
        pairs={(pair.first, pair.second): pair for pair in _pairs(file, helps)},
        unlisted=_between(_pair(file, file.table("unlisted")), "", "", helps),
        medicine=_medicine(file.table("medicine")),
        one_kind=file.table("same").text("text"),
        limits=file.table("origin").text("kinds"),
        origin=file.table("origin").text("text"),
        reviewed=file.day("reviewed"),
    )


def _pairs(file: Table, helps: _Helps) -> Iterator[Pair]:
    for row in file.rows("pairs"):
        told = _pair(file, row)
        for both in row.texts("of"):
            first, _, second = both.partition(" + ")
            yield _between(told, first, second, helps)
    same = file.table("same")
    told = _pair(file, same)
    for group in same.texts("groups"):
        yield _between(told, group, group, helps)


def _pair(file: Table, pairs: Table) -> Pair:
    """What is said of all pairs of a row, whichever they are."""
    status = pairs.text("status")
    said = file.table("statuses").table(status)
    return Pair(
        first="",
        second="",
        status=Status[status.upper()],
        label=said.text("label"),
        reason=file.table("reasons").text(pairs.text("reason")),
        note=said.text("note", ""),
        helps=(),
        verified=pairs.flag("verified"),
        sources=pairs.texts("sources"),
    )


def _between(told: Pair, first: str, second: str, helps: _Helps) -> Pair:
    """The same of two groups, with what helps them."""
    fitting = tuple(
        one
        for statuses, groups, one in helps
        if told.status in statuses and (not groups or first in groups or second in groups)
    )
    return told._replace(first=first, second=second, helps=fitting)


def _helps(file: Table) -> _Helps:
    """What helps, each behind the statuses and the groups that it is for."""
    return [
        (
            frozenset(Status[status.upper()] for status in row.texts("statuses")),
            frozenset(row.texts("groups")),
            Help(row.text("text"), row.flag("verified"), row.texts("sources")),
        )
        for _, row in file.tables("helps")
    ]


def _windows(file: Table) -> Windows:
    return Windows(file.whole("hours"), *(_hours(file, key) for key in Windows._fields[1:]))


def _hours(file: Table, key: str) -> Mapping[str, int]:
    """The hours of every name, kind or group."""
    return {fold(one): row.whole("hours") for row in file.rows("rows") for one in row.texts(key)}


def _medicine(file: Table) -> Medicine:
    return Medicine(
        file.text("text"), frozenset(file.texts("kinds")), frozenset(file.texts("groups"))
    )
