from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from hrjournal.domain.entries.entry import Entry, EntryType, Moment, Outcome
from hrjournal.domain.history import BaselinePin, DateRange, DayUse
from hrjournal.domain.substances.amount import Amount
from hrjournal.domain.win import Grade, Win, WinGroup, WinMeasure
from hrjournal.store import Journal, Place, changes, queries
from hrjournal.store.backups import list_backups
from hrjournal.store.file import APPLICATION_ID, VERSION, version
from hrjournal.store.integrity import verify_journal
from hrjournal.store.ledger import seen_to, verdicts, wins
from hrjournal.store.schema import bring_up_to_date
from support.builders import TODAY
from support.keeping import RELEASED, keep, make_release, opened

ALL_TIME = DateRange(1, 3_000_000)


def test_the_version_is_the_number_of_steps() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as empty:
        bring_up_to_date(empty)
        done = empty.execute("SELECT name FROM _sqlite_migrations").fetchall()
        assert version(empty) == len(done) == VERSION
        assert empty.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_coming_up_to_date_twice_changes_nothing(journal: Journal) -> None:
    keep(journal, Entry(type=EntryType.EVENT, moment=Moment(0, 0, "UTC")))
    before = list(journal.connection.iterdump())
    bring_up_to_date(journal.connection)
    assert list(journal.connection.iterdump()) == before


def test_a_step_that_does_not_end_leaves_nothing(place: Place) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as empty:
        empty.execute("CREATE TABLE win (one)")
        before = list(empty.iterdump())
        with pytest.raises(sqlite3.OperationalError, match="win already exists"):
            bring_up_to_date(empty)
        assert list(empty.iterdump()) == before
        assert version(empty) == 0


def test_every_release_has_a_saved_file() -> None:
    assert [path.stem for path in RELEASED] == [f"v{number + 1}" for number in range(VERSION)]


@pytest.mark.parametrize("path", RELEASED, ids=lambda path: path.stem)
def test_a_file_of_every_release_opens_with_nothing_lost(path: Path, place: Place) -> None:
    make_release(path, place.path)
    with opened(place) as journal:
        assert version(journal.connection) == VERSION
        earlier = path.stem in {"v1", "v2"}  # their wins were of other rules: all are judged anew
        assert verify_journal(journal) == (4, 2, int(not earlier), int(path.stem != "v1"), ())
        assert queries.entries(journal, ALL_TIME) == [EVENING, NIGHT, CHECKIN, NONE]
        assert list(journal.substances()) == ["alcohol", "cannabis"]
        assert queries.load_history(journal, ALL_TIME).of("alcohol") == {
            TODAY - 2: DayUse(
                2,
                "g_alc",
                28_000,
                42_000,
                first=NIGHT_AT,
                last=NIGHT_AT,
                untimed=1,
                first_instant=NIGHT_AT - 3600,
                last_instant=NIGHT_AT - 3600,
            ),
            TODAY: DayUse(0),
        }
        assert queries.starts(journal, journal.substances()) == {
            "alcohol": BaselinePin(None, 84_000, 6, "g_alc")
        }
        assert not any(one.hidden for one in journal.substances().values())
        named = path.stem not in {"v1", "v2", "v3"}
        assert journal.aliases() == ({"booze": "alcohol"} if named else {})
        assert list(journal.servings()) == (["my can"] if named else [])
        assert journal.preferences.country == "PL"
        assert wins(journal) == ([] if earlier else [WIN])
        assert verdicts(journal) == ({} if earlier else {"": "1"})
        assert seen_to(journal) == (None if earlier else TODAY - 1)
        undone = changes.undo(journal, 1_795_423_200)
        assert undone is not None
        assert undone.back == (GONE,)
        assert keep(journal, GONE.replace(id=0)) == [6]
    kept = [] if path.stem == f"v{VERSION}" else ["20261123-094000.db"]
    assert [copy.name for copy in list_backups(place)] == kept


HERE = "Europe/Warsaw"
MIDNIGHT = 1_795_392_000  # 23 Nov 2026 on UTC
NIGHT_AT = MIDNIGHT - 86_400 + 5400
EVENING = Entry(
    type=EntryType.USE,
    moment=Moment(MIDNIGHT - 2 * 86_400 + 39_600, 3600, HERE, timed=False),
    substance="alcohol",
    amount=Amount(14_000, 28_000, "g_alc", about=True, typed="~1-2"),
    mood=4,
    urge=7,
    urge_after=2,
    anxiety=5,
    pain=0,
    sleep=435,
    minutes=20,
    outcome=Outcome.LESS,
    route="oral",
    company="Łukasz",
    spend=12_500,
    planned=True,
    triggers=("payday", "after-work"),
    copings=("walk",),
    steps=("water-between", "food-first"),
    note="Long day;\nit's 'fine' \N{GREEK SMALL LETTER OMEGA}",
    id=1,
    written=MIDNIGHT,
)
NIGHT = Entry(
    type=EntryType.USE,
    moment=Moment(NIGHT_AT - 3600, 3600, HERE),
    substance="alcohol",
    amount=Amount(14_000, 14_000, "g_alc", typed="1"),
    id=2,
    written=MIDNIGHT,
)
CHECKIN = Entry(
    type=EntryType.CHECKIN, moment=Moment(MIDNIGHT - 50_000, -18_000, "x"), mood=10, id=3, written=1
)
NONE = Entry(
    type=EntryType.NONE,
    moment=Moment(MIDNIGHT + 39_600, 3600, HERE, timed=False),
    substance="alcohol",
    id=4,
    written=MIDNIGHT,
)
GONE = Entry(
    type=EntryType.USE,
    moment=Moment(MIDNIGHT, 3600, HERE),
    substance="cannabis",
    amount=Amount(None, None, "joint", typed="?"),
    id=5,
    written=MIDNIGHT,
)
WIN = Win(
    "water",
    TODAY - 2,
    Grade.DID,
    WinGroup.CARE,
    WinMeasure.STEP,
    "alcohol",
    figures={"times": 1},
    id=1,
)
