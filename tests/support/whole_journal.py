"""A small journal that holds one of everything, and the file that it is kept as."""

from __future__ import annotations

import json
from typing import Any, Final

from hrjournal.domain.archive import Archive, ImportChecks, ImportResult, Record, read, text_of
from hrjournal.domain.entries.entry import Entry, EntryType, Moment, Outcome
from hrjournal.domain.history import BaselinePin, DateRange
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from hrjournal.domain.substances.amount import Amount
from hrjournal.domain.substances.substance import OTHER, OwnServing, Substance
from support.builders import TODAY
from support.places import DATA

SAVED: Final = DATA / "archive" / "version-1.json"
ANYTHING: Final = ImportChecks(lambda _: True)
NAME: Final = "89abcdef01234567"  # of the journal
EVENING: Final = Moment(1_795_384_800, 3600, "Europe/Warsaw")
NOON: Final = Moment(1_795_361_400, -12_600, "America/St_Johns", timed=False)
KIND: Final = OTHER._replace(id="alcohol")
USE: Final = Entry(
    type=EntryType.USE,
    moment=EVENING,
    substance="alcohol",
    amount=Amount(28_125, 42_000, "g_alc", about=True, typed="~2-3"),
    mood=0,
    urge=7,
    urge_after=3,
    anxiety=4,
    pain=1,
    sleep=445,
    minutes=20,
    outcome=Outcome.LESS,
    route="oral",
    company="Kim & Ola",
    spend=12_505,
    planned=True,
    triggers=("stress", "after-work"),
    copings=("walk",),
    steps=("ate", "water"),
    note='=1+1 "żółć"\n日本語 \x1b[31m\u202e\U0001f642',
    gave="relief",
    after="a bad night",
    score=6,
    id=7,
    written=1_795_384_900,
)
NONE: Final = Entry(type=EntryType.NONE, moment=NOON, substance="żubrówka tea", id=3, written=9)
SOME: Final = Entry(
    type=EntryType.USE,
    moment=EVENING,
    substance="żubrówka tea",
    amount=Amount(None, None, "cup", typed="?"),
    id=5,
    written=0,
)
GOAL: Final = {
    "goal": "a1b2",
    "kind": "week",
    "since": "2026-11-02",
    "about": "alcohol",
    "limit": "140000",
    "unit": "g_alc",
}
WHOLE: Final = Archive(
    settings={"country": "PL", "heavy_day": "60", "naloxone_expires": "2027-05-31"},
    substances=(
        Substance("alcohol", "Alcohol", KIND, "g_alc"),
        Substance("żubrówka tea", "Żubrówka tea", OTHER, "cup", hidden=True),
    ),
    aliases={"booze": "alcohol"},
    servings=(OwnServing("Óla's can", "alcohol", "g_alc", 18_936, "500ml 4.8%"),),
    starts={
        "alcohol": BaselinePin(DateRange(TODAY - 90, TODAY - 60)),
        "żubrówka tea": BaselinePin(None, 5_001, 6, "cup"),
    },
    entries=(Record(NONE, f"{NAME}.3.9"), Record(USE, "0f" * 16), Record(SOME, f"{NAME}.5.0")),
    keepsakes=(
        Keepsake(KeepsakeType.RULER, EVENING, subject="importance", score=4, id=1, written=5),
        Keepsake(
            KeepsakeType.TALK, NOON, text="my sleep", more={"done": str(TODAY)}, id=4, written=6
        ),
        Keepsake(KeepsakeType.AGREED, NOON, text="call before Friday", id=5, written=7),
        Keepsake(KeepsakeType.GOAL, NOON, text="10 drinks a week", more=GOAL, id=6, written=8),
        Keepsake(KeepsakeType.RATING, NOON, score=7, more={"goal": "a1b2"}, id=7, written=9),
    ),
)
FIRST: Final = WHOLE._replace(  # as it could be when files of this form were made first
    substances=tuple(one._replace(hidden=False) for one in WHOLE.substances),
    aliases={},
    servings=(),
    keepsakes=WHOLE.keepsakes[:2],
    entries=tuple(
        record._replace(entry=record.entry.replace(gave=None, after=None, score=None))
        for record in WHOLE.entries
    ),
)


def data() -> dict[str, Any]:
    """The journal as plain values, to change and to read again."""
    found: dict[str, Any] = json.loads(text_of(WHOLE))
    return found


def reread(changed: object, known: ImportChecks = ANYTHING) -> ImportResult:
    """Values written as JSON anew, and read."""
    return read(json.dumps(changed), known)
