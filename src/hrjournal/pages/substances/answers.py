"""What is answered when something that is tracked was changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hrjournal.domain.substances.substance import Kind, Substance
    from hrjournal.domain.substances.units import Units

UNDO = "Undo takes this back."


def taken(one: Substance, other: Substance) -> str:
    """That another one goes by the new name, and how to make them one."""
    return (
        f"You track {own(other.name)} already. To make the two into one: "
        f'hrjournal substances merge "{own(one.key)}" "{own(other.key)}"'
    )


def of_another_kind(one: Substance, name: str, kind: Kind) -> str:
    """That a name means something else, and how to move what was logged there."""
    return (
        f'"{own(name)}" is a name for {kind.name.lower()}, and {own(one.name)} is something else. '
        "If you logged it under the wrong name, move it: "
        f'hrjournal substances merge "{own(one.key)}" "{own(name)}"'
    )


def renamed(
    one: Substance, new: Substance, stays: Mapping[str, int], units: Units
) -> Iterator[str]:
    """What something is called now, and what it counts as where that is new."""
    also = " The old name still finds it." if new.key != one.key else ""
    yield f"{own(one.name)} is called {own(new.name)} now.{also} {UNDO}"
    if new.kind.id != one.kind.id:
        yield f"It counts as {new.kind.name.lower()} from now on."
        yield from _staying(stays, new, units)


def merged(
    one: Substance, into: Substance, moved: int, stays: Mapping[str, int], units: Units
) -> Iterator[str]:
    """How many records moved, and what the name of the one that is gone means now."""
    yield (
        f"{_records(moved)} moved from {own(one.name)} to {own(into.name)}. "
        f'"{own(one.key)}" means {own(into.name)} from now on. {UNDO}'
    )
    yield from _staying(stays, into, units)


def hidden(one: Substance) -> str:
    """What it means that something is out of sight."""
    return (
        f"{own(one.name)} is out of sight now: today, trends, questions and a bare none leave it "
        "out. All you logged stays, and safety notes still look at it. To see it again: "
        f'hrjournal substances show "{own(one.key)}"'
    )


def in_sight(one: Substance) -> str:
    """That something is shown."""
    return f"{own(one.name)} is in sight."


def going(one: Substance, count: int) -> str:
    """What a removal takes along."""
    return (
        f"This takes out {own(one.name)} with {_records(count)} and all that names it, for good "
        "and in every copy of your journal. Nothing brings it back."
    )


def gone(one: Substance, count: int, how: str) -> str:
    """That something was taken out, and for good."""
    return f"{own(one.name)} is gone, with {_records(count)}. Undo starts anew from here. {how}"


def _staying(stays: Mapping[str, int], into: Substance, units: Units) -> Iterator[str]:
    for unit, count in stays.items():
        many, theirs = (units.shown(one)[0].many for one in (unit, into.unit))
        yield f"{_records(count)} stayed in {many}, which do not turn into {theirs}."


def _records(count: int) -> str:
    return "1 record" if count == 1 else f"{count:,} records"
