"""What of one journal is new to another: new, there already, or there in another form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from hrjournal.domain.archive.model import PARTS, Archive
from hrjournal.domain.substances.substance import fold
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping

    from hrjournal.domain.archive.model import Record
    from hrjournal.domain.keepsake import Keepsake
    from hrjournal.domain.substances.substance import OwnServing, Substance

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
    given = _under_names_of(there, given)
    settings, chosen = _apart(there.settings.items(), given.settings.items(), _first, _second)
    substances, tracked = _apart(there.substances, given.substances, _key, _known_as)
    names = {one.key: one.key for one in there.substances} | dict(there.aliases)
    aliases, called = _apart(names.items(), given.aliases.items(), _first, _second)
    servings, served = _apart(there.servings, given.servings, _serving, tuple)
    starts, pinned = _apart(there.starts.items(), given.starts.items(), _first, _second)
    entries, written = _apart(there.entries, given.entries, _origin, _words)
    keepsakes, kept = _keepsakes(there.keepsakes, given.keepsakes)
    new = Archive(
        settings=dict(settings),
        substances=tuple(substances),
        aliases=dict(aliases),
        servings=tuple(servings),
        starts=dict(starts),
        entries=tuple(entries),
        keepsakes=tuple(keepsakes),
    )
    found = (chosen, tracked, called, served, pinned, written, kept)
    return MergePlan(new, dict(zip(PARTS, found, strict=True)))


def _under_names_of(there: Archive, given: Archive) -> Archive:
    """What `given` says of a substance that goes by another name there is said of that one."""
    key = {one.key: one.key for one in given.substances} | dict(there.aliases)
    return given._replace(
        substances=tuple(one for one in given.substances if one.key not in there.aliases),
        aliases={word: key[of] for word, of in given.aliases.items()},
        servings=tuple(
            one._replace(substance=key.get(one.substance, one.substance)) for one in given.servings
        ),
        starts={key[of]: start for of, start in given.starts.items()},
        entries=tuple(
            one._replace(entry=one.entry.replace(substance=there.aliases[called]))
            if (called := one.entry.substance or "") in there.aliases
            else one
            for one in given.entries
        ),
    )


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
    return one.name, one.kind.id, one.unit, one.hidden


def _serving(one: OwnServing) -> str:
    return fold(one.name)


def _origin(record: Record) -> str:
    return record.origin


def _words(record: Record) -> object:
    return record.entry._replace(id=0)


def _content(one: Keepsake) -> object:
    return one._replace(id=0, more=dict(one.more))
