"""A sample journal in a temporary place, to see in one command what the program is for."""

from __future__ import annotations

import tempfile
from pathlib import Path

import typer

from hrjournal.cli.context import AppContext, app_context
from hrjournal.domain.sample import Clockwork, sample
from hrjournal.domain.substances.substance import Substance, fold
from hrjournal.store import bulk

COMMANDS = ("", "trends alcohol --weeks 8", "wins", "calendar alcohol")


def demo(ctx: typer.Context) -> None:
    """Look at a sample journal of half a year. Your own journal is not touched."""
    from hrjournal.cli.app import app as program

    app = app_context(ctx)
    folder = Path(tempfile.mkdtemp(prefix="hrjournal-demo-"))
    there = AppContext(file=folder / "journal.db", plain=app.plain)
    fill(there)
    app.print_lines(
        "A sample journal: a made-up person, half a year, drinking less often bit by bit.",
        "Below are four ways to look at it.",
    )
    for words in COMMANDS:
        app.print_lines("", f"$ hrjournal {words}".rstrip(), "")
        program(words.split(), standalone_mode=False, prog_name="hrjournal", obj=there)
    app.print_lines(
        "",
        "The sample lies here; it is yours to play with, or to remove:",
        f"  {folder}",
        "To look on your own:",
        f"  hrjournal --db {there.place.path} wins --all",
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
