"""Mixing: what is known of every pair of groups of substances, and how long one still counts."""

from __future__ import annotations

from enum import IntEnum
from itertools import combinations, product
from typing import TYPE_CHECKING

from hrjournal.domain.substances.substance import Kind, even, parted
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

HOUR = 3600
UNKNOWN = "unknown"  # the group of a kind that nobody has listed


class Status(IntEnum):
    """How risky a pair is; the higher, the worse.

    What is not known ranks above what has no extra danger listed, so that it is said rather.
    """

    NO_EXTRA_SIGNAL = 0
    UNKNOWN = 1
    CAUTION = 2
    HIGH = 3
    DANGER = 4

    @property
    def serious(self) -> bool:
        """Whether it is told unasked, whatever else there is to tell."""
        return self >= Status.HIGH


class SafetyAdvice(NamedTuple):
    """What helps, in a sentence. `sources` are ids; without any it is general knowledge."""

    text: str
    verified: bool
    sources: tuple[str, ...]


class SubstancePair(NamedTuple):
    """Two groups together. `sources` are ids; without any it is general knowledge."""

    first: str
    second: str
    status: Status
    label: str
    reason: str  # one or two sentences
    note: str  # what the status itself adds, or nothing
    helps: tuple[SafetyAdvice, ...]  # the one that matters most first
    verified: bool
    sources: tuple[str, ...]


class MixPart(NamedTuple):
    """Something that is mixed: a kind, and what the person calls it."""

    name: str
    kind: Kind


class Mixed(NamedTuple):
    """Two parts; no pair when they are of one group and the table leaves that out."""

    first: MixPart
    second: MixPart
    pair: SubstancePair | None


class Windows(NamedTuple):
    """For how many hours a use still counts: by its name, else its kind, else its groups."""

    usual: int
    names: Mapping[str, int]
    kinds: Mapping[str, int]
    groups: Mapping[str, int]


class Medicine(NamedTuple):
    """What is said when something is, or can be, a medicine."""

    text: str
    kinds: frozenset[str]
    groups: frozenset[str]


class Three(NamedTuple):
    """What is said of three or more together, and what more where that is serious."""

    text: str
    serious: str


class Mixing(NamedTuple):
    """The table of pairs. Names are folded; pairs go by two groups in the order of letters."""

    groups: Mapping[str, str]  # each with its name for people
    names: Mapping[str, tuple[str, ...]]  # names that say more than their kind does
    windows: Windows
    pairs: Mapping[tuple[str, str], SubstancePair]
    unlisted: SubstancePair  # with what is in none of the groups
    medicine: Medicine
    keep: Medicine  # a treatment that is said first to stay as it is
    three: Three
    one_kind: str  # said of two things of one group that make no pair
    limits: str  # what the table cannot tell
    origin: str  # where it comes from
    reviewed: date

    def groups_of(self, part: MixPart) -> tuple[str, ...]:
        """The groups that something may be of, by its name if that tells, else by its kind."""
        return self.named(part) or (part.kind.group,)

    def named(self, part: MixPart) -> tuple[str, ...]:
        """The groups that its name tells, or that its kind leaves open; none where neither does."""
        by_name = self.names.get(even(part.name)) or self.names.get(even(parted(part.name)[0]))
        return by_name or self.names.get(even(part.kind.id), ())

    def knows(self, part: MixPart) -> bool:
        """Whether the table has anything to say of it."""
        return self.groups_of(part) != (UNKNOWN,)

    def between(self, one: str, other: str) -> SubstancePair | None:
        """What is known of two groups, in either order.

        None for one group twice, where the table leaves that out.
        """
        first, second = sorted((one, other))
        pair = self.pairs.get((first, second))
        if pair or (first == second and first in self.groups):
            return pair
        return self.unlisted._replace(first=first, second=second)

    def worst_between(self, one: MixPart, other: MixPart) -> SubstancePair | None:
        """The worst of what two things may be together."""
        groups = product(self.groups_of(one), self.groups_of(other))
        return _worst(self.between(first, second) for first, second in groups)

    def worst(self, parts: Iterable[MixPart]) -> tuple[Mixed, ...]:
        """Every two of several things, the worst pair first."""
        mixeds = [Mixed(a, b, self.worst_between(a, b)) for a, b in combinations(parts, 2)]
        return tuple(sorted(mixeds, key=lambda mixed: _rank(mixed.pair), reverse=True))

    def listed(self, part: MixPart) -> tuple[tuple[str, SubstancePair], ...]:
        """The groups that make a serious pair with one thing, and the pair, the worst first."""
        own = self.groups_of(part)
        found = [(group, _worst(self.between(one, group) for one in own)) for group in self.groups]
        serious = [(group, pair) for group, pair in found if pair and pair.status.serious]
        return tuple(sorted(serious, key=lambda row: row[1].status, reverse=True))

    def seconds(self, part: MixPart) -> int:
        """For how long after it was taken it still counts."""
        usual, names, kinds, groups = self.windows
        own = names.get(even(part.name)) or names.get(even(parted(part.name)[0]))
        hours = own or kinds.get(even(part.kind.id))
        return HOUR * (hours or max(groups.get(group, usual) for group in self.groups_of(part)))

    @property
    def furthest(self) -> int:
        """The longest that anything counts, in seconds."""
        usual, *rows = self.windows
        return HOUR * max(usual, *(hours for row in rows for hours in row.values()))

    def can_be_medicine(self, part: MixPart) -> bool:
        """Whether it is, or can be, a medicine."""
        named = part.kind.medicine or part.kind.id in self.medicine.kinds
        return named or not self.medicine.groups.isdisjoint(self.groups_of(part))


def _worst(pairs: Iterable[SubstancePair | None]) -> SubstancePair | None:
    return max(pairs, key=_rank, default=None)


def _rank(pair: SubstancePair | None) -> int:
    return -1 if pair is None else pair.status
