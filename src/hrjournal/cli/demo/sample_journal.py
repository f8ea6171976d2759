"""A sample journal: made in a temporary place, shown in short, and removed again."""

from __future__ import annotations

import sys
from pathlib import Path
from shlex import quote
from shutil import which
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from hrjournal.blocks import CalendarGrid, Heading, Note, Table, Text
from hrjournal.cli.context import AppContext
from hrjournal.domain.sample import Clockwork, sample
from hrjournal.domain.substances.substance import Substance, fold
from hrjournal.store import bulk

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrjournal.blocks import Block, Page

    Run = Callable[[list[str], AppContext], None]

# What is shown of the sample: a command, the kinds of blocks to pick from its page, and how many
# rows of a table.
VIEWS: Final = (
    ("today", (Text, Table, Text), 5),
    ("trends alcohol --weeks 4", (Heading, Text, Table), 5),
    ("wins", (Heading, Note), 0),
    ("calendar alcohol --months 1", (CalendarGrid,), 0),
)


class Excerpt(AppContext):
    """A run over the sample that shows a few blocks of each page."""

    kinds: tuple[type, ...] = ()
    rows: int = 0  # of a table, at most

    def print_page(self, page: Page, *, as_json: bool = False, plain: bool = False) -> None:
        """The blocks that were asked for, in the order in which they come."""
        left = iter(page.blocks)
        found = [next((one for one in left if isinstance(one, kind)), None) for kind in self.kinds]
        blocks = tuple(self._short(block) for block in found if block is not None)
        shown = page._replace(title="", blocks=blocks)
        super().print_page(shown, as_json=as_json, plain=plain)

    def _short(self, block: Block) -> Block:
        return block._replace(rows=block.rows[: self.rows]) if isinstance(block, Table) else block


def show(app: AppContext, *, run: Run) -> None:
    """Makes the sample and shows the most telling parts of four pages."""
    app.print_lines(
        "A sample journal: a made-up person, half a year, drinking less often bit by bit."
    )
    with TemporaryDirectory(prefix="hrjournal-demo-") as folder:
        sample_app = Excerpt(file=Path(folder, "journal.db"), plain=app.plain, clock=app.clock)
        fill(sample_app)
        for words, kinds, rows in VIEWS:
            app.print_lines("", f"$ hrjournal {words}")
            sample_app.kinds, sample_app.rows = kinds, rows
            run(words.split(), sample_app)
    app.print_lines(
        "",
        "The pages are in short here, and the sample is gone again. To look around in it:",
        f"  {program()} demo wins --all",
    )


def try_out(app: AppContext, words: list[str], *, run: Run) -> None:
    """Does what a command line says, on a sample of its own."""
    with TemporaryDirectory(prefix="hrjournal-demo-") as folder:
        sample_app = AppContext(file=Path(folder, "journal.db"), plain=app.plain, clock=app.clock)
        fill(sample_app)
        run(words, sample_app)


def program() -> str:
    """What starts this program as it was started now: its name, or the path that was typed."""
    name, started = Path(sys.argv[0]).name, which(sys.argv[0])  # on Windows without its `.exe`
    found = which(name)
    return name if found and started and Path(found).samefile(started) else quote(sys.argv[0])


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
        from hrjournal.cli.entries.win_ledger import update_win_ledger

        update_win_ledger(app, journal)


def _planned(today: int, clockwork: Clockwork, tracked: dict[str, Substance]) -> list[bulk.Planned]:
    return [
        bulk.Planned(entry, tracked.get(entry.substance or ""), f"demo {number}")
        for number, entry in enumerate(sample(today, clockwork))
    ]
