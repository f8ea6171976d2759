"""A sample journal in a temporary place, to see in one command what the program is for."""

from __future__ import annotations

import tempfile
from pathlib import Path

import typer

from hrjournal.cli.context import Session, session
from hrjournal.domain.sample import Clockwork, sample
from hrjournal.domain.substances.substance import Substance, fold
from hrjournal.store import bulk

COMMANDS = ("", "trends alcohol --weeks 8", "wins", "calendar alcohol")


def demo(ctx: typer.Context) -> None:
    """Look at a sample journal of half a year. Your own journal is not touched."""
    from hrjournal.cli.app import app

    now = session(ctx)
    folder = Path(tempfile.mkdtemp(prefix="hrjournal-demo-"))
    there = Session(file=folder / "journal.db", plain=now.plain)
    fill(there)
    now.say(
        "A sample journal: a made-up person, half a year, drinking less often bit by bit.",
        "Below are four ways to look at it.",
    )
    for words in COMMANDS:
        now.say("", f"$ hrjournal {words}".rstrip(), "")
        app(words.split(), standalone_mode=False, prog_name="hrjournal", obj=there)
    now.say(
        "",
        "The sample lies here; it is yours to play with, or to remove:",
        f"  {folder}",
        "To look on your own:",
        f"  hrjournal --db {there.place.path} wins --all",
    )


def fill(now: Session) -> None:
    """Writes the sample into a journal that is empty."""
    with now.open(write=True) as journal:
        units = now.units(journal)
        today = now.moment.day(journal.starts)
        clockwork = Clockwork(now.moment.offset, now.moment.zone)
        kinds = [now.catalogue.kind(key) for key in ("alcohol", "cannabis")]
        tracked = {
            kind.id: Substance(fold(kind.name), kind.name, kind, units.base(kind.unit))
            for kind in kinds
        }
        bulk.take(journal, _planned(today, clockwork, tracked), now.instant)
        from hrjournal.cli.entries.follow_up import catch_up

        catch_up(now, journal)


def _planned(today: int, clockwork: Clockwork, tracked: dict[str, Substance]) -> list[bulk.Planned]:
    return [
        bulk.Planned(entry, tracked.get(entry.substance or ""), f"demo {number}")
        for number, entry in enumerate(sample(today, clockwork))
    ]
