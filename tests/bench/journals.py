"""Makes a journal to measure with: `python journals.py FILE ENTRIES PER_DAY`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from hrjournal.cli.context import AppContext
from hrjournal.domain.entries.entry import Entry, EntryType, Moment
from hrjournal.domain.substances.amount import Amount
from hrjournal.domain.substances.substance import Substance
from hrjournal.store import bulk

DAY = 86_400


def build(place: Path, entries: int, per_day: float) -> None:
    """A journal of three substances, evenly spread up to now."""
    session = AppContext(file=place)
    with session.open_journal(write=True) as journal:
        kinds = [session.catalogue.kind(name) for name in ("alcohol", "cannabis", "tobacco")]
        units = session.units(journal)
        tracked = [Substance(kind.id, kind.name, kind, units.base(kind.unit)) for kind in kinds]

        def planned() -> Iterator[bulk.Planned]:
            for number in range(entries):
                one = tracked[number % 3]
                instant = session.instant - int((entries - number) * DAY / per_day)
                size = (14_000 if one.unit == "g_alc" else 1000) * (1 + number * 7919 % 5)
                entry = Entry(
                    type=EntryType.USE,
                    moment=Moment(instant, 0, "UTC"),
                    substance=one.key,
                    amount=Amount(size, size, one.unit, typed="1"),
                    written=instant,
                )
                yield bulk.Planned(entry, one, None)

        bulk.insert_entries(journal, planned(), session.instant)


if __name__ == "__main__":
    build(Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]))
