"""Journals of every sort: what a person may have written, changed, kept and chosen in one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hypothesis import strategies as st

from hrjournal.domain.archive import ImportChecks, MergePlan, read, text_of
from hrjournal.domain.entries.entry import Entry
from hrjournal.domain.history import BaselinePin, DateRange
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from hrjournal.domain.reflection.reflection import RulerScale
from hrjournal.domain.substances.amount import LARGEST
from hrjournal.domain.substances.substance import OTHER, Kind, Substance, fold
from hrjournal.store import changes, keepsakes
from hrjournal.store.archive import everything, give_name, prepared, take
from hrjournal.store.ledger import first_told
from support.builders import TODAY
from support.keeping import ENTRIES, KNOWN, MOMENTS, NOW, TEXT, keep, opened, own

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from hrjournal.store import Journal, Place

ANYTHING = ImportChecks(lambda _: True)
OWN = {
    fold(name): Substance(fold(name), name, kind, unit)
    for name, kind, unit in (
        ("Żubrówka tea", OTHER, "cup"),
        ("日本酒", Kind("from_a_newer_version", "?"), "お猪口"),
        ("STRASSE", OTHER, "times"),
        ("عرق", OTHER, "كأس"),
    )
}
EVERY = {**KNOWN, **OWN}
DAYS = st.integers(TODAY - 20_000, TODAY + 400)
WRITTEN = st.integers(0, 4 * 10**9)
SETTINGS = {
    "country": ("PL", "US", "GB"),
    "day_starts_at": ("00:00", "06:30"),
    "heavy_day": ("60",),
    "drink_size": ("12.5", "10"),
    "notices_off": ("mixing naloxone",),
    "pause": ("mood",),
    "discreet": ("on",),
    "naloxone_place": ("top drawer, left — żółta",),
    "naloxone_expires": ("2027-05-31",),
    "summary:żółty therapist": ('{"form": "html"}',),
}
STARTS = st.one_of(
    st.builds(
        lambda first, length: BaselinePin(DateRange(first, first + length)),
        DAYS,
        st.integers(14, 400),
    ),
    st.builds(
        lambda doubled, use_days, unit: BaselinePin(None, doubled, use_days, unit),
        st.integers(1, 2 * LARGEST),
        st.integers(1, 7),
        st.sampled_from(["g_alc", "line", "cup"]),
    ),
)
SUBJECTS = TEXT.map(lambda text: text.replace("\n", " "))
KEEPSAKES = st.one_of(
    st.builds(
        Keepsake,
        st.sampled_from(
            [sort for sort in KeepsakeType if sort not in {KeepsakeType.RULER, KeepsakeType.TALK}]
        ),
        MOMENTS,
        subject=SUBJECTS,
        text=TEXT,
        score=st.none() | st.integers(0, 100),
        more=st.dictionaries(TEXT, TEXT, max_size=3),
        written=WRITTEN,
    ),
    st.builds(
        Keepsake,
        st.just(KeepsakeType.RULER),
        MOMENTS,
        subject=st.sampled_from([scale.value for scale in RulerScale]),
        score=st.integers(0, 10),
        more=st.fixed_dictionaries({}, optional={"about": st.sampled_from(sorted(EVERY))}),
        written=WRITTEN,
    ),
    st.builds(
        Keepsake,
        st.just(KeepsakeType.TALK),
        MOMENTS,
        text=TEXT,
        more=st.fixed_dictionaries({}, optional={"done": DAYS.map(str)}),
        written=WRITTEN,
    ),
)


class Story(NamedTuple):
    """What happens in a journal, in this order."""

    settings: Mapping[str, str]
    entries: list[Entry]
    edits: list[int]  # places of entries that are written anew
    deletions: list[int]
    starts: Mapping[str, BaselinePin]
    keepsakes: list[Keepsake]
    removed: list[int]


STORIES = st.builds(
    Story,
    settings=st.fixed_dictionaries(
        {}, optional={key: st.sampled_from(values) for key, values in SETTINGS.items()}
    ),
    entries=st.lists(
        st.builds(
            lambda entry, key: entry.replace(substance=key),
            ENTRIES,
            st.none() | st.sampled_from(sorted(EVERY)),
        ),
        max_size=8,
    ),
    edits=st.lists(st.integers(0, 7), max_size=5),
    deletions=st.lists(st.integers(0, 7), max_size=2),
    starts=st.dictionaries(st.sampled_from(sorted(EVERY)), STARTS, max_size=2),
    keepsakes=st.lists(KEEPSAKES, max_size=4),
    removed=st.lists(st.integers(0, 3), max_size=1),
)


EMPTY = Story({}, [], [], [], {}, [], [])


def live(journal: Journal, story: Story) -> None:
    """Writes what a story tells, as commands would: each thing in a change of its own."""
    changes.set_settings(journal, story.settings, NOW)
    numbers = [_add(journal, entry) for entry in story.entries]
    for key, start in story.starts.items():
        with journal.change("track", NOW) as change:
            tracked = change.track(EVERY[key])
        changes.set_baseline(journal, tracked, start, NOW)
    for place in story.edits:
        if place < len(numbers):
            _edit(journal, story.entries[place].replace(id=numbers[place], mood=place))
    for place in set(story.deletions):
        if place < len(numbers):
            with journal.change("delete", NOW) as change:
                changes.delete(change, numbers[place])
    _keep(journal, story)
    first_told(journal, "sudden_stop:alcohol", f"{TODAY}")


def _add(journal: Journal, entry: Entry) -> int:
    with journal.change("log", NOW) as change:
        one = None if entry.substance is None else EVERY[entry.substance]
        return change.add(entry, change.track(one) if one else None)


def _edit(journal: Journal, entry: Entry) -> None:
    with journal.change("edit", NOW) as change:
        one = None if entry.substance is None else journal.substances()[entry.substance]
        changes.replace(change, entry, one)


def _keep(journal: Journal, story: Story) -> None:
    kept = []
    for one in story.keepsakes:
        with journal.change("reflect", NOW) as change:
            kept.append(keepsakes.add(change, one))
    for place in story.removed:
        if place < len(kept):
            with journal.change("reflect", NOW) as change:
                keepsakes.forget(change, kept[place])


def exported(journal: Journal) -> str:
    """The whole journal as a file."""
    give_name(journal)
    return text_of(everything(journal))


def bring(journal: Journal, text: str) -> MergePlan:
    """Takes a file in, and says what became of its parts."""
    found = read(text, ANYTHING)
    assert found.refused == ()
    ready = prepared(journal, found.archive)
    take(journal, ready, NOW)
    return ready.plan


def rows(journal: Journal) -> list[str]:
    """Everything in the file but what is remembered of changes."""
    noted = ('INSERT INTO "change"', 'INSERT INTO "past"', 'INSERT INTO "sqlite_sequence"')
    return [line for line in journal.connection.iterdump() if not line.startswith(noted)]


def journal_of(folder: Path, *entries: Entry) -> Place:
    """A journal with these records, each written by a command of its own."""
    place = own(folder)
    with opened(place, unsynced=True) as journal:
        for one in entries:
            keep(journal, one)
    return place


def text_from(place: Place) -> str:
    """The file of the journal at a place."""
    with opened(place) as journal:
        return exported(journal)
