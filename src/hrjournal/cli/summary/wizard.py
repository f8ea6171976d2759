"""A short walk of questions to a summary; Enter takes the usual."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from hrjournal.cli.prompts import prompt
from hrjournal.cli.summary.build import LAST, USUALLY, resolve_period
from hrjournal.cli.summary.output import (
    STANDARD_OUTPUT,
    SummaryFormat,
    contents_line,
    deliver,
    open_summary,
    render_page,
    resolve_target,
)
from hrjournal.domain.summary.options import (
    LONGEST,
    SummaryOptions,
    names,
    resolve_sections,
)
from hrjournal.domain.summary.sections import Section
from hrjournal.errors import NotFoundError, UsageError
from hrjournal.pages.amounts import joined
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from hrjournal.cli.context import AppContext
    from hrjournal.store import Journal

SEVERAL = 2
NONE = "none"


def run_wizard(
    app: AppContext, wish: SummaryOptions, until: str | None, *, force: bool
) -> SummaryOptions:
    """Asks what is not said yet, says what is in it, and writes it; gives what was chosen."""
    app.print_lines("A page to bring to a session. Press Enter for the choice in brackets.")
    wish = _named(app, _without(app, _parted(app, _formed(app, _dated(app, wish)))))
    form = SummaryFormat(wish.form or SummaryFormat.HTML)
    with open_summary(app, wish, until, openly=True) as (_, built_summary):
        app.print_lines("", contents_line(built_summary, form), "")
        page = render_page(built_summary, form)
        name = _free(f"summary-{date.fromordinal(built_summary.summary.scope.today)}", form)
    question = f"A name for the file, or - to leave it [{name}]"
    file = prompt(app, question, lambda text: _writable(text, force=force)) or name
    if file == STANDARD_OUTPUT:
        app.print_lines("Nothing was written.")
    else:
        deliver(
            app, page, resolve_target(app, file, wish._replace(form=form), force=force), plain=False
        )
    return wish


def _dated(app: AppContext, wish: SummaryOptions) -> SummaryOptions:
    if wish.since or wish.days:
        return wish
    question = f"Since when? A day, {LAST} (your last session), or how many days [{USUALLY}]"
    with app.open_journal() as journal:
        answer = prompt(app, question, lambda text: _since(app, journal, text))
    return (answer or SummaryOptions()).merged_onto(wish)


def _formed(app: AppContext, wish: SummaryOptions) -> SummaryOptions:
    if wish.form:
        return wish
    form = prompt(
        app, f"Which form? {', '.join(SummaryFormat)} [{SummaryFormat.HTML}]", SummaryFormat.read
    )
    return SummaryOptions(form=form or SummaryFormat.HTML).merged_onto(wish)


def _parted(app: AppContext, wish: SummaryOptions) -> SummaryOptions:
    if wish.include or wish.exclude or wish.form == SummaryFormat.CSV:  # a calendar has no parts
        return wish
    inside = resolve_sections((), ())
    app.print_lines("", f"In it: {joined([part for part in Section if part in inside])}.")
    left = prompt(app, "Leave some of them out? Names, with commas between [none]", _parts) or ()
    outside = frozenset(Section) - resolve_sections((), left)
    app.print_lines("", f"Left out: {joined([part for part in Section if part in outside])}.")
    added = prompt(app, "Add some of these? Names, with commas between [none]", _parts) or ()
    return SummaryOptions(
        include=added, exclude=tuple(word for word in left if word not in added)
    ).merged_onto(wish)


def _without(app: AppContext, wish: SummaryOptions) -> SummaryOptions:
    """Asks for substances to leave out, where there are several."""
    with app.open_journal() as journal:
        tracked = [f"{own(substance.name)}" for substance in journal.substances().values()]
        if wish.without or len(tracked) < SEVERAL:
            return wish
        app.print_lines("", f"Substances: {joined(tracked)}.")
        question = "Leave one out, whole? Names, with commas between [none]"
        left = prompt(app, question, lambda text: _tracked(app, journal, text))
    return SummaryOptions(without=left or ()).merged_onto(wish)


def _named(app: AppContext, wish: SummaryOptions) -> SummaryOptions:
    if wish.alias is not None:
        return wish
    alias = prompt(app, "Letters in place of the names of substances? y or n [n]", _yes)
    return SummaryOptions(alias=bool(alias)).merged_onto(wish)


def _since(app: AppContext, journal: Journal, text: str) -> SummaryOptions:
    """A number of days, or a day that can be read."""
    if text.isascii() and text.isdigit() and 0 < int(text[:6]) <= LONGEST:
        return SummaryOptions(days=int(text))
    wish = SummaryOptions(since=text)
    try:
        resolve_period(app, journal, wish, None)
    except NotFoundError as error:
        raise UsageError(error.marked) from None
    return wish


def _parts(text: str) -> tuple[str, ...]:
    """Names of parts, or none of them."""
    words = tuple(word.casefold() for word in names([text]) if word.casefold() != NONE)
    resolve_sections((), words)
    return words


def _tracked(app: AppContext, journal: Journal, text: str) -> tuple[str, ...]:
    from hrjournal.cli.trends.views import resolve_substance_keys

    words = tuple(word for word in names([text]) if word.casefold() != NONE)
    try:
        resolve_substance_keys(app, journal, words)
    except NotFoundError as error:
        raise UsageError(error.marked) from None
    return words


def _yes(text: str) -> bool:
    word = text.casefold()
    if word not in {"y", "yes", "n", "no"}:
        raise UsageError("y or n, please. Enter takes n.")
    return word.startswith("y")


def _writable(text: str, *, force: bool) -> Path:
    """A file that can be made."""
    file = Path(text).expanduser()
    if file == STANDARD_OUTPUT:
        return file
    if not file.parent.is_dir():
        raise UsageError("The folder for it is not there. Another name, please.")
    if file.exists() and not force:
        raise UsageError("A file of that name is there already. Another name, please.")
    return file


def _free(name: str, form: SummaryFormat) -> Path:
    """The name, with a number where it is taken."""
    file = Path(f"{name}.{form}")
    number = 1
    while file.exists():
        number += 1
        file = Path(f"{name}-{number}.{form}")
    return file
