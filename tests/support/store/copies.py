"""Three copies of one journal, in which people write, change their mind, and merge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from hypothesis import strategies as st

from hrjournal.domain.entries.entry import DAY, Entry, EntryType, Moment
from hrjournal.domain.history import DateRange
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from hrjournal.domain.substances.amount import Amount
from hrjournal.store import Journal, changes, keepsakes, queries
from hrjournal.store.bulk import Planned, insert_entries, missing_entries
from hrjournal.store.merge.read import copy_of, in_memory
from hrjournal.store.merge.write import merge_copy
from support.keeping import KNOWN, NOW

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hrjournal.domain.archive.merge import CopiesMerge

ALL_TIME: Final = DateRange(1, 3_000_000)
KEYS: Final = (None, *sorted(KNOWN))


class Deed(NamedTuple):
    """What is done in a copy: which deed, to which record, and how much later."""

    copy: int
    does: str
    which: int
    later: int


def words(deed: Deed, now: int) -> Entry:
    """A record that says when and where it was written."""
    key = KEYS[deed.which % len(KEYS)]
    moment = Moment(NOW - DAY * (deed.which % 3), 0, "UTC")
    note = f"{deed.copy} {now} {deed.which}"
    if key is None:
        return Entry(type=EntryType.EVENT, moment=moment, note=note, written=now)
    if deed.which % 2:
        return Entry(type=EntryType.NONE, moment=moment, substance=key, note=note, written=now)
    amount = Amount(1000, 1000, "line")
    return Entry(
        type=EntryType.USE, moment=moment, substance=key, amount=amount, note=note, written=now
    )


def _add(journal: Journal, deed: Deed, now: int) -> None:
    entry = words(deed, now)
    with journal.change("log", now) as change:
        one = change.track(KNOWN[entry.substance]) if entry.substance else None
        change.add(entry, one)


def _numbers(journal: Journal) -> list[int]:
    return [entry.id for entry in queries.entries(journal, ALL_TIME)]


def _edit(journal: Journal, deed: Deed, now: int) -> None:
    if numbers := _numbers(journal):
        entry = words(deed, now).replace(id=numbers[deed.which % len(numbers)])
        with journal.change("edit", now) as change:
            one = change.track(KNOWN[entry.substance]) if entry.substance else None
            changes.replace(change, entry, one)


def _delete(journal: Journal, deed: Deed, now: int) -> None:
    if numbers := _numbers(journal):
        with journal.change("delete", now) as change:
            number = numbers[deed.which % len(numbers)]
            changes.delete(change, number)


def _undo(journal: Journal, deed: Deed, now: int) -> None:
    changes.undo(journal, now)


def _keep(journal: Journal, deed: Deed, now: int) -> None:
    moment = Moment(now, 0, "UTC")
    kept = Keepsake(KeepsakeType.REASON, moment, text=f"{deed.copy} {now}", written=now)
    with journal.change("reason", now) as change:
        keepsakes.add(change, kept)


def _keep_other(journal: Journal, deed: Deed, now: int) -> None:
    if kept := keepsakes.keepsakes(journal):
        with journal.change("reason", now) as change:
            one = kept[deed.which % len(kept)]
            keepsakes.replace(change, one.replace(text=f"{deed.copy} {now} again"))


def _let_go(journal: Journal, deed: Deed, now: int) -> None:
    if kept := keepsakes.keepsakes(journal):
        with journal.change("reason", now) as change:
            keepsakes.forget(change, kept[deed.which % len(kept)].id)


def _bring(journal: Journal, deed: Deed, now: int) -> None:
    given = [
        Planned(
            Entry(type=EntryType.EVENT, moment=Moment(NOW, 0, ""), note=f"row {row}"),
            None,
            f"r{row}",
        )
        for row in range(deed.which % 3 + 1)
    ]
    insert_entries(journal, missing_entries(journal, given), now)


DEEDS: Final[dict[str, Callable[[Journal, Deed, int], None]]] = {
    "add": _add,
    "edit": _edit,
    "delete": _delete,
    "undo": _undo,
    "keep": _keep,
    "keep other words": _keep_other,
    "let go": _let_go,
    "bring": _bring,
}
LIVES: Final = st.lists(
    st.builds(
        Deed,
        copy=st.integers(0, 2),
        does=st.sampled_from(["add", "edit", "merge", *DEEDS]),
        which=st.integers(0, 8),
        later=st.integers(0, 2),
    ),
    max_size=30,
)


def live(copies: list[Journal], deeds: list[Deed]) -> int:
    """Does all of it, one after the other; gives what time it is then."""
    now = NOW
    for deed in deeds:
        now += deed.later
        journal = copies[deed.copy]
        if deed.does == "merge":
            merge(journal, copies[(deed.copy + 1 + deed.which % 2) % 3], now)
        else:
            DEEDS[deed.does](journal, deed, now)
    return now


def merge(journal: Journal, other: Journal, now: int = NOW) -> CopiesMerge:
    """Merges one copy into another."""
    return merge_copy(journal, copy_of(other), now)


def another(journal: Journal) -> Journal:
    """A copy of a journal, in memory."""
    return in_memory(journal)


def content(journal: Journal) -> dict[str, Any]:
    """All that a person said, without numbers; with what each day says in the end."""
    history = queries.load_history(journal, ALL_TIME)
    return {
        "entries": sorted(repr(one.replace(id=0)) for one in queries.entries(journal, ALL_TIME)),
        "kept": sorted(repr(one.replace(id=0)) for one in keepsakes.keepsakes(journal)),
        "substances": sorted(journal.substances()),
        "uses": {key: dict(days) for key, days in history.uses.items()},
        "words": sorted(_stamps(journal)),
    }


def _stamps(journal: Journal) -> Iterator[tuple[Any, ...]]:
    for part in ("entry", "keepsake"):
        found = journal.connection.execute(f"SELECT uid, revised, former FROM {part}")  # noqa: S608
        yield from found.fetchall()
    yield from journal.connection.execute("SELECT * FROM tombstone").fetchall()
