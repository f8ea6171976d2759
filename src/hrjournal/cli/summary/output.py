"""How a summary leaves the program: said first what is in it, then shown, or written to a file."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING, Final, TextIO

from hrjournal.cli.files import target_path
from hrjournal.cli.summary.build import build_summary, resolve_period
from hrjournal.domain.summary.sections import Section
from hrjournal.errors import UsageError
from hrjournal.formats import Form, file_bytes, write
from hrjournal.named import NamedTuple
from hrjournal.sanitize import sanitize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrjournal.blocks import Page
    from hrjournal.cli.context import AppContext
    from hrjournal.cli.summary.build import BuiltSummary
    from hrjournal.domain.summary.options import SummaryOptions
    from hrjournal.formats.pdf.paper import Paper
    from hrjournal.store import Journal

STANDARD_OUTPUT: Final = Path("-")
ENDINGS: Final = {"htm": "html", "markdown": "md"}


class SummaryFormat(StrEnum):
    """The forms of a summary, by the ending of a file."""

    HTML = "html"
    PDF = "pdf"
    MD = "md"
    TXT = "txt"
    TEXT = "text"  # ten lines for a record
    JSON = "json"
    CSV = "csv"

    @classmethod
    def read(cls, text: str) -> SummaryFormat:
        """The form that a word or an ending means.

        Raises:
            UsageError: when it means none.
        """
        word = text.strip().casefold()
        try:
            return cls(ENDINGS.get(word, word))
        except ValueError:
            raise UsageError(
                f"Say which form, with --as or the ending of the file: {', '.join(cls)}."
            ) from None

    def form(self, *, plain: bool) -> Form:
        """What draws it; text is laid out for a screen of 80 columns, or one fact a line."""
        if self is SummaryFormat.TXT:
            return Form.PLAIN if plain else Form.SCREEN
        if self is SummaryFormat.TEXT:
            return Form.PLAIN
        return Form(self.value)


class OutputTarget(NamedTuple):
    """Where a summary goes: to a file, or to standard output without one."""

    file: Path | None
    form: SummaryFormat
    force: bool = False
    paper: Paper | None = None  # of a PDF


def resolve_target(
    app: AppContext, out: Path | None, wish: SummaryOptions, *, force: bool
) -> OutputTarget:
    """Where it goes, in the form asked for or the one that the name of the file ends with.

    A PDF is laid out for the paper asked for, or for what is usual in the person's country.

    Raises:
        UsageError: when the form cannot be told or shown, or the file is the journal.
    """
    file = None if out is None or out == STANDARD_OUTPUT else target_path(app, out)
    summary_format = _form(file, wish.form)
    if file is None and summary_format is SummaryFormat.PDF:
        raise UsageError("A PDF goes into a file. Add a name for it: --out summary.pdf")
    return OutputTarget(
        file,
        summary_format,
        force,
        _paper(app, wish) if summary_format is SummaryFormat.PDF else None,
    )


@contextmanager
def open_summary(
    app: AppContext, wish: SummaryOptions, until: str | None, *, openly: bool
) -> Iterator[tuple[Journal, BuiltSummary]]:
    """What is in a summary; `openly` with its amounts even where a screen masks them."""
    with app.open_for_viewing() as journal:
        period = resolve_period(app, journal, wish, until)
        units = app.units(journal, openly=openly)
        yield journal, build_summary(app, journal, wish, period, units)


def render_page(found: BuiltSummary, form: SummaryFormat) -> Page:
    """The page in words; for tables the calendar of days, for programs the data alone."""
    from hrjournal.blocks import Page
    from hrjournal.pages import summary as pages

    counts, known, _ = found
    match form:
        case SummaryFormat.JSON:
            from hrjournal.pages.summary.explain import data

            return Page(known.title, (), data(counts, known))
        case SummaryFormat.TEXT:
            from hrjournal.pages.summary.record import page

            return page(counts, known)
        case SummaryFormat.CSV if Section.CALENDAR not in counts.parts:
            raise UsageError("As csv it is the calendar. Add it back, or choose another form.")
        case SummaryFormat.CSV:
            from hrjournal.pages.summary import days

            return days.page(counts, known.title)
        case _:
            return pages.page(counts, known._replace(wide=form is not SummaryFormat.TXT))


def contents_line(found: BuiltSummary, form: SummaryFormat) -> str:
    """What is in it, in a line."""
    from hrjournal.pages.summary import preview

    if form is SummaryFormat.CSV:
        return preview.days_line(found.summary, found.left)
    return preview.line(found.summary, found.left)


def is_redirected(stream: TextIO) -> bool:
    """Whether a shell sends what is shown into a file."""
    try:
        return S_ISREG(os.fstat(stream.fileno()).st_mode)
    except (OSError, ValueError):  # a stream that is no file of the system
        return False


def deliver(app: AppContext, page: Page, goal: OutputTarget, *, plain: bool) -> None:
    """Writes the file, or shows the page."""
    form = goal.form.form(plain=plain or app.plain)
    if goal.file is None:
        write(app.seen(page), form, sys.stdout)
        return
    from hrjournal.store.private_file import write_private_file

    write_private_file(goal.file, file_bytes(page, form, goal.paper), force=goal.force)
    app.print_lines(
        f"Saved as {sanitize(str(goal.file))}. Other users of this computer cannot read it."
    )


def _paper(app: AppContext, wish: SummaryOptions) -> Paper:
    from hrjournal.cli.system.locale import country
    from hrjournal.formats.pdf.paper import Paper, usual_paper

    if wish.paper is None:
        return usual_paper(country(app.place))
    if wish.paper not in set(Paper):
        raise UsageError(f"The paper of a PDF is one of: {', '.join(Paper)}.")
    return Paper(wish.paper)


def _form(file: Path | None, form: str | None) -> SummaryFormat:
    if form is None and file is not None:
        return SummaryFormat.read(file.suffix.removeprefix("."))
    return SummaryFormat.read(form or SummaryFormat.TXT)
