"""How a summary leaves the program: said first what is in it, then shown, or written to a file.

Nothing here loads the command-line library, so that plain lines can do without it.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING, Final, TextIO

from hrjournal.cli.summary.build import frame, made
from hrjournal.domain.summary.options import Part, chosen
from hrjournal.errors import UsageError
from hrjournal.formats import Form, file_bytes, write
from hrjournal.named import NamedTuple
from hrjournal.sanitize import harmless

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrjournal.blocks import Page
    from hrjournal.cli.context import Session
    from hrjournal.cli.summary.build import Made
    from hrjournal.domain.summary.options import Wish
    from hrjournal.formats.pdf.paper import Paper
    from hrjournal.store import Journal

STANDARD_OUTPUT: Final = Path("-")
ENDINGS: Final = {"htm": "html", "markdown": "md", "text": "txt"}


class As(StrEnum):
    """The forms of a summary, by the ending of a file."""

    HTML = "html"
    PDF = "pdf"
    MD = "md"
    TXT = "txt"
    JSON = "json"
    CSV = "csv"

    @classmethod
    def read(cls, text: str) -> As:
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
        if self is As.TXT:
            return Form.PLAIN if plain else Form.SCREEN
        return Form(self.value)


class Target(NamedTuple):
    """Where a summary goes: to a file, or to standard output without one."""

    file: Path | None
    form: As
    force: bool = False
    paper: Paper | None = None  # of a PDF


def target(now: Session, out: Path | None, wish: Wish, *, force: bool) -> Target:
    """Where it goes, in the form asked for or the one that the name of the file ends with.

    A PDF is laid out for the paper asked for, or for what is usual in the person's country.

    Raises:
        UsageError: when the form cannot be told or shown, or the file is the journal.
    """
    file = None if out in {None, STANDARD_OUTPUT} else out
    found = _form(file, wish.form)
    if file is not None and file.resolve() == now.place.path.resolve():
        raise UsageError("That is the journal itself. Choose another name for the file.")
    if file is None and found is As.PDF:
        raise UsageError("A PDF goes into a file. Add a name for it: --out summary.pdf")
    return Target(file, found, force, _paper(now, wish) if found is As.PDF else None)


@contextmanager
def counted(
    now: Session, wish: Wish, until: str | None, *, openly: bool
) -> Iterator[tuple[Journal, Made]]:
    """What is in a summary; `openly` by the names of substances even where a screen masks them."""
    parts = chosen(wish.include, wish.exclude)
    with now.look() as journal:
        journal.veiled = journal.veiled and not openly
        days = frame(now, journal, wish, until)
        yield journal, made(now, journal, wish, parts, days)


def page_of(found: Made, form: As) -> Page:
    """The page in words; for tables the calendar of days, for programs the data alone."""
    from hrjournal.blocks import Page
    from hrjournal.pages import summary as pages

    counts, known, _ = found
    match form:
        case As.JSON:
            from hrjournal.pages.summary.data import data

            return Page(known.title, (), data(counts, known))
        case As.CSV if Part.CALENDAR not in counts.parts:
            raise UsageError("As csv it is the calendar. Add it back, or choose another form.")
        case As.CSV:
            from hrjournal.pages.summary.days import page

            return page(counts, known.units, known.title)
        case _:
            return pages.page(counts, known._replace(wide=form is not As.TXT))


def said(found: Made, form: As) -> str:
    """What is in it, in a line."""
    from hrjournal.pages.summary import preview

    if form is As.CSV:
        return preview.days_line(found.summary, found.left)
    return preview.line(found.summary, found.known.starts, found.left)


def into_file(stream: TextIO) -> bool:
    """Whether a shell sends what is shown into a file."""
    try:
        return S_ISREG(os.fstat(stream.fileno()).st_mode)
    except (OSError, ValueError):  # a stream that is no file of the system
        return False


def hand_over(now: Session, page: Page, goal: Target, *, plain: bool) -> None:
    """Writes the file, or shows the page."""
    form = goal.form.form(plain=plain or now.plain)
    if goal.file is None:
        write(page, form, sys.stdout)
        return
    from hrjournal.store.private_file import write_out

    write_out(goal.file, file_bytes(page, form, goal.paper), force=goal.force)
    now.say(f"Saved as {harmless(str(goal.file))}. Other users of this computer cannot read it.")


def _paper(now: Session, wish: Wish) -> Paper:
    from hrjournal.cli.locale import country
    from hrjournal.formats.pdf.paper import Paper, usual_paper

    if wish.paper is None:
        return usual_paper(country(now))
    if wish.paper not in set(Paper):
        raise UsageError(f"The paper of a PDF is one of: {', '.join(Paper)}.")
    return Paper(wish.paper)


def _form(file: Path | None, form: str | None) -> As:
    if form is None and file is not None:
        return As.read(file.suffix.removeprefix("."))
    return As.read(form or As.TXT)
