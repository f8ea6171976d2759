"""A sample journal: made in a temporary place, and looked at by some commands."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hrjournal.cli.context import AppContext
from hrjournal.domain.sample import Clockwork, sample
from hrjournal.domain.substances.substance import Substance, fold
from hrjournal.store import bulk

if TYPE_CHECKING:
    from collections.abc import Callable

COMMANDS = ("", "trends alcohol --weeks 8", "wins", "calendar alcohol")


def show(app: AppContext, *, run: Callable[[str, AppContext], None]) -> None:
    """Makes the sample and looks at it; `run` does what a line of the command line says."""
    folder = Path(tempfile.mkdtemp(prefix="hrjournal-demo-"))
    sample_app = AppContext(file=folder / "journal.db", plain=app.plain)
    fill(sample_app)
    app.print_lines(
        "A sample journal: a made-up person, half a year, drinking less often bit by bit.",
        "Below are four ways to look at it.",
    )
    for words in COMMANDS:
        app.print_lines("", f"$ hrjournal {words}".rstrip(), "")
        run(words, sample_app)
    app.print_lines(
        "",
        "The sample lies here; it is yours to play with, or to remove:",
        f"  {folder}",
        "To look on your own:",
        f"  hrjournal --db {sample_app.place.path} wins --all",
    )


def fill(app: AppContext) -> None:
    """Writes the sample into a journal that is empty."""
    with app.open_journal(write=True) as journal:
        units = app.units(journal)
        today = app.today(journal)
        clockwork = Clockwork(app.moment.offset, app.moment.zone)
        kinds = [app.catalogue.kind(key) for key in ("alcohol", "cannabis")]
        tracked = {
            kind.id: Substance(fold(kind.name), kind.name, kind, units.base(kind.unit))
            for kind in kinds
        }
        bulk.insert_entries(journal, _planned(today, clockwork, tracked), app.instant)
        from hrjournal.cli.entries.follow_up import update_win_ledger

        update_win_ledger(app, journal)


def _planned(today: int, clockwork: Clockwork, tracked: dict[str, Substance]) -> list[bulk.Planned]:
    return [
        bulk.Planned(entry, tracked.get(entry.substance or ""), f"demo {number}")
        for number, entry in enumerate(sample(today, clockwork))
    ]
