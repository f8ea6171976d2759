"""Journals in real files: opening them, writing into them, and what can stand in an entry."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from hrjournal.domain.entries.entry import LONGEST_WORD, Entry, EntryType, Moment, Outcome
from hrjournal.domain.substances.amount import LARGEST, Amount
from hrjournal.store import Journal, Place, open_journal
from hrjournal.store.file import APPLICATION_ID
from support.builders import ALCOHOL, CANNABIS, COCAINE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrjournal.domain.substances.substance import Substance

STAMP = "20261123-094000"
NOW = 1_795_423_200  # Mon 23 Nov 2026 at 09:20 on UTC
KNOWN = {one.key: one._replace(id=0) for one in (ALCOHOL, CANNABIS, COCAINE)}
SAID = ("entry", "substance", "alias", "serving", "setting", "start", "keepsake")
STAMPS = {"uid", "revised", "former", "checksum"}
KINDS = {one.kind.id: one.kind for one in KNOWN.values()}


RELEASED = sorted((Path(__file__).parents[1] / "store" / "released").glob("v*.sql"))


def make_release(saved: Path, path: Path) -> None:
    """The file of a release, made again from what was saved of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(saved.read_text(encoding="utf-8"))
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={saved.stem[1:]}")


def own(folder: Path) -> Place:
    """The place of a journal in a folder that belongs to it alone."""
    return Place(folder / "own" / "journal.db", own=True)


@contextmanager
def opened(place: Place, *, write: bool = True, unsynced: bool = False) -> Iterator[Journal]:
    """A journal for the length of a block; `unsynced` does not wait for the disk."""
    journal = open_journal(place, KINDS, STAMP, write=write)
    try:
        if unsynced:
            journal.connection.execute("PRAGMA synchronous=OFF")
        yield journal
    finally:
        journal.close()


def keep(journal: Journal, *entries: Entry, verb: str = "log", at: int = NOW) -> list[int]:
    """Writes entries in one change, tracks what they are about, and gives their numbers."""
    tracked = journal.substances()
    numbers = []
    with journal.change(verb, at) as change:
        for entry in entries:
            one: Substance | None = None
            if entry.substance is not None:
                one = tracked.get(entry.substance) or change.track(KNOWN[entry.substance])
                tracked[one.key] = one
            numbers.append(change.add(entry, one))
    return numbers


def state(journal: Journal) -> dict[str, list[tuple[object, ...]]]:
    """Everything that the person said, row by row, without what tells versions of rows apart."""
    found = {}
    for table in SAID:
        columns = journal.connection.execute(f"PRAGMA table_info({table})")
        names = ", ".join(name for _, name, *_ in columns if name not in STAMPS)
        rows = journal.connection.execute(f"SELECT {names} FROM {table} ORDER BY 1")
        found[table] = rows.fetchall()
    return found


def names_in(folder: Path) -> list[str]:
    """Everything that lies under a folder, by name."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n"), min_size=1)
SHORT = WORDS.map(lambda word: word[:LONGEST_WORD])
SCALE = st.none() | st.integers(0, 10)
MOMENTS = st.builds(
    Moment,
    st.integers(0, 4 * 10**9),
    st.integers(-14 * 3600, 14 * 3600),
    TEXT,
    st.booleans(),
)


@st.composite
def amounts(draw: st.DrawFn) -> Amount:
    """Any amount: exact, between, about, or not known."""
    unit, about, typed = draw(SHORT), draw(st.booleans()), draw(TEXT)
    if draw(st.booleans()):
        return Amount(None, None, unit, about, typed)
    low, high = sorted(draw(st.tuples(st.integers(1, LARGEST), st.integers(1, LARGEST))))
    return Amount(low, high, unit, about, typed)


ENTRIES = st.builds(
    Entry,
    type=st.sampled_from(EntryType),
    moment=MOMENTS,
    substance=st.none() | st.sampled_from(sorted(KNOWN)),
    amount=st.none() | amounts(),
    mood=SCALE,
    urge=SCALE,
    urge_after=SCALE,
    anxiety=SCALE,
    pain=SCALE,
    sleep=st.none() | st.integers(0, 24 * 60),
    minutes=st.none() | st.integers(0, 7 * 24 * 60),
    outcome=st.none() | st.sampled_from(Outcome),
    route=st.none() | SHORT,
    company=st.none() | SHORT,
    spend=st.none() | st.integers(0, 10**12),
    planned=st.booleans(),
    triggers=st.lists(SHORT, max_size=3).map(tuple),
    copings=st.lists(SHORT, max_size=3).map(tuple),
    steps=st.lists(SHORT, max_size=3).map(tuple),
    note=st.none() | TEXT,
    gave=st.none() | TEXT,
    after=st.none() | TEXT,
    score=SCALE,
    written=st.integers(0, 4 * 10**9),
)
