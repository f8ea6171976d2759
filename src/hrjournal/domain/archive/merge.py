"""Two copies of a journal become one: what is new, what is newer, what is gone, what differs.

Records are known by their uid. Of two versions of one the later stands; what is deleted in one copy
is deleted. So it does not matter which copy is merged into which, in what order, or how often: the
records come out the same. What has no uid (choices, substances, names, starts) stays as it is
where the two differ.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hrjournal.domain.archive.model import Archive
from hrjournal.domain.entries.entry import Entry
from hrjournal.domain.keepsake import Keepsake
from hrjournal.domain.substances.substance import fold
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Tombstones = Mapping[int, int]  # when each uid was deleted


class RecordVersion(NamedTuple):
    """A record, or something kept, as one copy has it. The stamps: see `store/identity`."""

    what: Entry | Keepsake
    revised: int
    former: frozenset[int]
    said: int
    origin: str | None = None


class JournalCopy(NamedTuple):
    """What one copy of a journal holds; `beside` holds no records."""

    beside: Archive
    entries: Mapping[int, RecordVersion]
    keepsakes: Mapping[int, RecordVersion]
    dead_entries: Tombstones
    dead_keepsakes: Tombstones

    def shares(self, uids: frozenset[int]) -> bool:
        """Whether it holds, or held, one of these records."""
        parts = (self.entries, self.keepsakes, self.dead_entries, self.dead_keepsakes)
        return not uids.isdisjoint(uid for part in parts for uid in part)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever written in it."""
        return not (self.entries or self.keepsakes or self.dead_entries or self.dead_keepsakes)


class Disagreement(NamedTuple):
    """A record that was changed in both copies since they parted.

    `stands` is None where it stays deleted; `here` says that what stands was here before.
    """

    stands: Entry | Keepsake | None
    other: Entry | Keepsake
    here: bool


class RecordsMerge(NamedTuple):
    """What becomes of the records of one part.

    `rewritten` are versions that stand in the place of one that is here; those in `quiet` say the
    same as before, and only their stamps are new. `gone` are deleted in the other copy.
    """

    new: Mapping[int, RecordVersion]
    rewritten: Mapping[int, RecordVersion]
    quiet: frozenset[int]
    gone: tuple[int, ...]
    dead: Tombstones  # tombstones that are new here, or of a later time
    same: int
    newer: int
    newer_here: int
    disagreements: tuple[Disagreement, ...]


class Difference(NamedTuple):
    """What stays as it is here although the other copy says something else."""

    part: str
    name: str
    here: Any
    there: Any


class CopiesMerge(NamedTuple):
    """What becomes of all that two copies hold."""

    beside: Archive
    entries: RecordsMerge
    keepsakes: RecordsMerge
    differences: tuple[Difference, ...]
    untracked: tuple[str, ...]  # substances that the other copy does not have any more

    @property
    def is_idle(self) -> bool:
        """Whether nothing at all would be written."""
        records = (self.entries, self.keepsakes)
        return not self.size and not any(one.rewritten or one.dead for one in records)

    @property
    def size(self) -> int:
        """How much of what a person wrote is different afterwards."""
        new = self.beside
        parts = (new.settings, new.substances, new.aliases, new.servings, new.starts)
        records = (self.entries, self.keepsakes)
        return (
            sum(map(len, parts))
            + sum(len(one.new) + len(one.gone) + one.newer for one in records)
            + len(self.untracked)
        )


def root_names(here: Mapping[str, str], there: Mapping[str, str]) -> dict[str, str]:
    """The key that each other name means once both copies are one.

    A name that means a substance in one copy means it in both. Where the two disagree, what is
    said here stands, and of names that mean each other the first by the alphabet.
    """
    names = {**there, **here}
    found = {}
    for word in names:
        seen = [word]
        while (key := names.get(seen[-1])) is not None and key not in seen:
            seen.append(key)
        found[word] = seen[-1] if key is None else min(seen[seen.index(key) :])
    return {word: key for word, key in found.items() if word != key}


def under_names(copy: JournalCopy, names: Mapping[str, str]) -> JournalCopy:
    """A copy in which every substance goes by these names."""

    def called(key: str) -> str:
        return names.get(key, key)

    beside = copy.beside
    substances = {called(one.key): one._replace(key=called(one.key)) for one in beside.substances}
    substances |= {one.key: one for one in beside.substances if called(one.key) == one.key}
    return copy._replace(
        beside=beside._replace(
            substances=tuple(substances.values()),
            aliases={word: called(key) for word, key in beside.aliases.items()},
            servings=tuple(
                one._replace(substance=called(one.substance)) for one in beside.servings
            ),
            starts={called(key): start for key, start in beside.starts.items()}
            | {key: start for key, start in beside.starts.items() if called(key) == key},
        ),
        entries={
            uid: version._replace(what=_renamed(version.what, names))
            for uid, version in copy.entries.items()
        },
    )


def _renamed(what: Entry | Keepsake, names: Mapping[str, str]) -> Entry | Keepsake:
    if isinstance(what, Entry) and (name := names.get(what.substance or "")):
        return what.replace(substance=name)
    return what


def merged(here: JournalCopy, there: JournalCopy) -> CopiesMerge:
    """What becomes of this copy when another one, under the same names, is merged into it."""
    entries = _merged(here.entries, there.entries, here.dead_entries, there.dead_entries)
    kept = _without_twins(here.keepsakes, there.keepsakes, there.dead_keepsakes)
    keepsakes = _merged(here.keepsakes, kept, here.dead_keepsakes, there.dead_keepsakes)
    beside, differences = _beside(here.beside, there.beside, _left_out(here, there, entries))
    untracked = tuple(_untracked(here, there, entries))
    return CopiesMerge(beside, entries, keepsakes, differences, untracked)


def _merged(
    here: Mapping[int, RecordVersion],
    there: Mapping[int, RecordVersion],
    dead_here: Tombstones,
    dead_there: Tombstones,
) -> RecordsMerge:
    both = {uid: (here[uid], there[uid]) for uid in there if uid in here and uid not in dead_there}
    # Most are the same to the last stamp, and need no closer look.
    count = len(both)
    both = {uid: pair for uid, pair in both.items() if pair[0][:4] != pair[1][:4]}
    stands = {uid: later(*pair) for uid, pair in both.items()}
    rewritten = {uid: one for uid, one in stands.items() if one != both[uid][0]}
    differing = {uid for uid, (mine, theirs) in both.items() if words(mine) != words(theirs)}
    newer = {uid for uid in differing if words(stands[uid]) != words(both[uid][0])}
    gone = tuple(uid for uid in here if uid in dead_there)
    buried = {uid: one.revised for uid, one in there.items() if uid in dead_here}
    disagreements = [
        *(_disagreement(*both[uid]) for uid in sorted(differing) if _parted(*both[uid])),
        *(
            Disagreement(None, here[uid].what, here=False)
            for uid in gone
            if here[uid].revised > dead_there[uid]
        ),
        *(
            Disagreement(None, there[uid].what, here=True)
            for uid, revised in buried.items()
            if revised > dead_here[uid]
        ),
    ]
    return RecordsMerge(
        new={uid: one for uid, one in there.items() if uid not in here and uid not in dead_here},
        rewritten=rewritten,
        quiet=frozenset(uid for uid in rewritten if _only_stamps(both[uid][0], rewritten[uid])),
        gone=gone,
        dead=_dead(here, dead_here, dead_there, buried),
        same=count - len(differing),
        newer=len(newer),
        newer_here=len(differing) - len(newer),
        disagreements=tuple(disagreements),
    )


def _dead(
    here: Mapping[int, RecordVersion],
    dead_here: Tombstones,
    dead_there: Tombstones,
    buried: Mapping[int, int],
) -> dict[int, int]:
    """Tombstones with the latest time at which anything was said of their record."""
    found = dict(dead_here)
    killed = {uid: one.revised for uid, one in here.items() if uid in dead_there}
    for times in (dead_there, buried, killed):
        for uid, at in times.items():
            found[uid] = max(found.get(uid, at), at)
    return {uid: at for uid, at in found.items() if dead_here.get(uid) != at}


def later(mine: RecordVersion, theirs: RecordVersion) -> RecordVersion:
    """The version of the two that stands; it knows of all that were there before.

    It is the same whichever way round they are given, apart from the origin and the number.
    """
    stands = max(mine, theirs, key=_place)
    former = (mine.former | theirs.former | {mine.revised, theirs.revised}) - {stands.revised}
    what = stands.what._replace(id=mine.what.id)
    return stands._replace(what=what, former=former, origin=mine.origin)


def _place(one: RecordVersion) -> tuple[int, str, int, int]:
    return one.revised, repr(words(one)), one.said, one.what.written


def words(one: RecordVersion) -> object:
    """What a person said in it, without what the program notes."""
    what = one.what._replace(id=0, written=0)
    if isinstance(what, Keepsake):
        return what._replace(more=dict(sorted(what.more.items())))
    return what


def _parted(mine: RecordVersion, theirs: RecordVersion) -> bool:
    """Whether neither of two versions came from the other."""
    return mine.revised not in theirs.former and theirs.revised not in mine.former


def _disagreement(mine: RecordVersion, theirs: RecordVersion) -> Disagreement:
    stands = max(mine, theirs, key=_place)
    here = stands is mine
    return Disagreement(stands.what, (theirs if here else mine).what, here=here)


def _only_stamps(before: RecordVersion, after: RecordVersion) -> bool:
    return (before.what, before.said) == (after.what, after.said)


def _without_twins(
    here: Mapping[int, RecordVersion], there: Mapping[int, RecordVersion], dead: Tombstones
) -> dict[int, RecordVersion]:
    """Those of the other copy, but for what is here under another uid: it came by an import."""
    alone = {
        repr((one.what.written, words(one)))
        for uid, one in here.items()
        if uid not in there and uid not in dead
    }
    return {
        uid: one
        for uid, one in there.items()
        if uid in here or repr((one.what.written, words(one))) not in alone
    }


def _of(records: Mapping[int, RecordVersion]) -> frozenset[str]:
    """The substances that records are about."""
    return frozenset(
        one.what.substance
        for one in records.values()
        if isinstance(one.what, Entry) and one.what.substance
    )


def _left_out(here: JournalCopy, there: JournalCopy, entries: RecordsMerge) -> frozenset[str]:
    """Substances of the other copy of which nothing is left: all of it is deleted here."""
    tracked = {one.key for one in here.beside.substances}
    needed = _of(entries.new) | _of(entries.rewritten)
    return _of(there.entries) - needed - tracked


def _untracked(here: JournalCopy, there: JournalCopy, entries: RecordsMerge) -> Iterator[str]:
    """Substances of this copy of which nothing is left, where the other does not have them."""
    tracked = {one.key for one in there.beside.substances}
    gone = {uid: here.entries[uid] for uid in entries.gone}
    left = {uid: one for uid, one in here.entries.items() if uid not in gone}
    yield from sorted(_of(gone) - _of({**left, **entries.new, **entries.rewritten}) - tracked)


def _beside(
    here: Archive, there: Archive, left_out: frozenset[str]
) -> tuple[Archive, tuple[Difference, ...]]:
    """What of the rest is only in the other copy, and what stays as it is here."""
    mine, theirs = _named(here), _named(there)
    known = {one.key for one in here.substances}
    new: dict[str, dict[str, Any]] = {}
    differences = []
    for part, given in theirs.items():
        found = mine[part]
        new[part] = {name: one for name, one in given.items() if name not in found}
        for name, one in given.items():
            if name in found and _says(found[name]) != _says(one):
                differences.append(Difference(part, name, found[name], one))
    tracked = {key: one for key, one in new["substances"].items() if key not in left_out}
    keys = known | tracked.keys()
    return Archive(
        settings=new["settings"],
        substances=tuple(tracked.values()),
        aliases={
            word: key for word, key in new["aliases"].items() if key in keys and word not in keys
        },
        servings=tuple(one for one in new["servings"].values() if one.substance not in left_out),
        starts={key: start for key, start in new["starts"].items() if key in keys},
    ), tuple(differences)


def _named(archive: Archive) -> dict[str, dict[str, Any]]:
    return {
        "settings": dict(archive.settings),
        "substances": {one.key: one for one in archive.substances},
        "aliases": dict(archive.aliases),
        "servings": {fold(one.name): one for one in archive.servings},
        "starts": dict(archive.starts),
    }


def _says(one: Any) -> object:
    """What is compared: of a kind, which one it is alone."""
    return one._replace(kind=one.kind.id) if hasattr(one, "kind") else one
