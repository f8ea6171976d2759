"""What of one journal is new to another: new, there already, or there in another form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from hrjournal.domain.archive.model import PARTS, Archive
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping

    from hrjournal.domain.archive.model import Record
    from hrjournal.domain.keepsake import Keepsake
    from hrjournal.domain.substances.substance import Substance

One = TypeVar("One")


class DiffCounts(NamedTuple):
    """How many of one part are new, there already, or there in another form."""

    new: int = 0
    there: int = 0
    differing: int = 0


class MergePlan(NamedTuple):
    """What is to be taken in, and how much of each part was found there."""

    new: Archive
    found: Mapping[str, DiffCounts]

    @property
    def size(self) -> int:
        """How many things are new."""
        return sum(diff_counts.new for diff_counts in self.found.values())


def compared(there: Archive, given: Archive) -> MergePlan:
    """What `given` brings to the journal that holds `there`; what is there stays as it is."""
    settings, chosen = _apart(there.settings.items(), given.settings.items(), _first, _second)
    substances, tracked = _apart(there.substances, given.substances, _key, _known_as)
    starts, pinned = _apart(there.starts.items(), given.starts.items(), _first, _second)
    entries, written = _apart(there.entries, given.entries, _origin, _words)
    keepsakes, kept = _keepsakes(there.keepsakes, given.keepsakes)
    new = Archive(
        settings=dict(settings),
        substances=tuple(substances),
        starts=dict(starts),
        entries=tuple(entries),
        keepsakes=tuple(keepsakes),
    )
    found = (chosen, tracked, pinned, written, kept)
    return MergePlan(new, dict(zip(PARTS, found, strict=True)))


def _apart(
    there: Iterable[One],
    given: Iterable[One],
    name: Callable[[One], Hashable],
    says: Callable[[One], object],
) -> tuple[list[One], DiffCounts]:
    """Those of `given` whose name is new, and what became of all of them."""
    known = {name(one): says(one) for one in there}
    new: list[One] = []
    same = other = 0
    for one in given:
        if name(one) not in known:
            new.append(one)
        elif known[name(one)] == says(one):
            same += 1
        else:
            other += 1
    return new, DiffCounts(len(new), same, other)


def _keepsakes(
    there: Iterable[Keepsake], given: Iterable[Keepsake]
) -> tuple[list[Keepsake], DiffCounts]:
    """The same for what has no name of its own.

    It is known by its sort and the second in which it was written. Of several of one second,
    those that say the same are found first, and each is found once.
    """
    left: dict[Hashable, list[object]] = {}
    for keepsake in there:
        left.setdefault((keepsake.type, keepsake.written), []).append(_content(keepsake))
    unlike: list[Keepsake] = []
    same = 0
    for keepsake in given:
        beside = left.get((keepsake.type, keepsake.written), [])
        if _content(keepsake) in beside:
            beside.remove(_content(keepsake))
            same += 1
        else:
            unlike.append(keepsake)
    new: list[Keepsake] = []
    for keepsake in unlike:
        beside = left.get((keepsake.type, keepsake.written), [])
        if beside:
            beside.pop()
        else:
            new.append(keepsake)
    return new, DiffCounts(len(new), same, len(unlike) - len(new))


def _first(pair: tuple[str, Any]) -> str:
    return pair[0]


def _second(pair: tuple[str, Any]) -> object:
    return pair[1]


def _key(one: Substance) -> str:
    return one.key


def _known_as(one: Substance) -> object:
    return one.name, one.kind.id, one.unit


def _origin(record: Record) -> str:
    return record.origin


def _words(record: Record) -> object:
    return record.entry._replace(id=0)


def _content(one: Keepsake) -> object:
    return one._replace(id=0, more=dict(one.more))
