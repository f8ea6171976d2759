"""What the program knows of mixing: every pair of groups, and how long back a use counts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from hrjournal.content.loader import load
from hrjournal.domain.knowledge.mixing import (
    Medicine,
    Mixing,
    SafetyAdvice,
    Status,
    SubstancePair,
    Three,
    Windows,
)
from hrjournal.domain.substances.substance import even

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrjournal.content.loader import TomlTable

    _Helps = Sequence[tuple[tuple[str, ...], frozenset[str], SafetyAdvice]]

AND = " + "  # stands between two groups in the file


@cache
def mixing() -> Mixing:
    """The table of pairs."""
    file = load("mixing")
    helps, groups = _helps(file), file.table("groups")
    return Mixing(
        groups={group: groups.text(group) for group in groups.facts},
        names={
            even(name): row.texts("groups")
            for row in file.rows("names")
            for name in row.texts("names")
        },
        windows=_windows(file.table("windows")),
        pairs=_Pairs(file, helps),
        unlisted=_pair(file, file.table("unlisted"), helps, ("", "")),
        medicine=_medicine(file.table("medicine")),
        keep=_medicine(file.table("keep")),
        three=Three(file.table("three").text("text"), file.table("three").text("serious")),
        one_kind=file.table("same").text("text"),
        limits=file.table("origin").text("kinds"),
        origin=file.table("origin").text("text"),
        reviewed=file.day("reviewed"),
    )


class _Pairs(Mapping[tuple[str, str], SubstancePair]):
    """All pairs by their groups; each is put into words when it is asked for, as few are."""

    def __init__(self, file: TomlTable, helps: _Helps) -> None:
        """Takes the file of the pairs, and what helps."""
        self._file, self._helps = file, helps
        self._rows: dict[str, TomlTable] = {}
        for row in file.rows("pairs"):
            self._rows |= dict.fromkeys(row.texts("of"), row)
        same = file.table("same")
        self._rows |= {f"{group}{AND}{group}": same for group in same.texts("groups")}

    def __getitem__(self, both: tuple[str, str]) -> SubstancePair:
        return _pair(self._file, self._rows[AND.join(both)], self._helps, both)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        for both in self._rows:
            first, _, second = both.partition(AND)
            yield first, second

    def __len__(self) -> int:
        return len(self._rows)


def _pair(file: TomlTable, pairs: TomlTable, helps: _Helps, both: tuple[str, str]) -> SubstancePair:
    status = pairs.text("status")
    said = file.table("statuses").table(status)
    return SubstancePair(
        first=both[0],
        second=both[1],
        status=Status[status.upper()],
        label=said.text("label"),
        reason=file.table("reasons").text(pairs.text("reason")),
        note=said.text("note", ""),
        helps=tuple(
            safety_advice
            for statuses, groups, safety_advice in helps
            if status in statuses and (not groups or not groups.isdisjoint(both))
        ),
        verified=pairs.flag("verified"),
        sources=pairs.texts("sources"),
    )


def _helps(file: TomlTable) -> _Helps:
    """What helps, each behind the statuses and the groups that it is for."""
    return [
        (
            row.texts("statuses"),
            frozenset(row.texts("groups")),
            SafetyAdvice(row.text("text"), row.flag("verified"), row.texts("sources")),
        )
        for _, row in file.tables("helps")
    ]


def _windows(file: TomlTable) -> Windows:
    return Windows(file.whole("hours"), *(_hours(file, key) for key in Windows._fields[1:]))


def _hours(file: TomlTable, key: str) -> Mapping[str, int]:
    """The hours of every name, kind or group."""
    return {even(one): row.whole("hours") for row in file.rows("rows") for one in row.texts(key)}


def _medicine(file: TomlTable) -> Medicine:
    return Medicine(
        file.text("text"), frozenset(file.texts("kinds")), frozenset(file.texts("groups"))
    )
