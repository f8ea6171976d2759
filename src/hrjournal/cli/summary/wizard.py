"""A short walk of questions to a summary; Enter takes the usual."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from hrjournal.cli.prompts import prompt
from hrjournal.cli.summary.build import USUALLY, resolve_period
from hrjournal.cli.summary.output import (
    STANDARD_OUTPUT,
    SummaryFormat,
    contents_line,
    deliver,
    open_summary,
    render_page,
    resolve_target,
)
from hrjournal.domain.entries.entry import day_name
from hrjournal.domain.summary.options import (
    LAST_TIME,
    LONGEST,
    OPT_IN_SECTIONS,
    SummaryOptions,
    from_json,
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
HAND_OVER = (
    "To hand it over: print it, show it, or carry it on a stick. E-mail is like a postcard.",
    "Once it is handed over, you can delete the file. Your journal stays as it is.",
)


def run_wizard(
    app: AppContext, wish: SummaryOptions, until: str | None, *, force: bool
) -> SummaryOptions:
    """Asks at most five things, shows what is in it, and writes it; gives what was chosen.

    What was chosen last time is the usual of this time.
    """
    app.print_lines("A page to bring to a session. Press Enter for the choice in brackets.")
    wish = wish.merged_onto(_last_time(app))
    wish = _named(app, _added(app, _without(app, _dated(app, wish))))
    form = SummaryFormat(wish.form or _usual_form())
    with open_summary(app, wish, until, openly=True) as (_, built_summary):
        app.print_lines("", contents_line(built_summary, form), "")
        day = date.fromordinal(built_summary.summary.scope.today)
        name = _free(f"summary-{day}", form)
        question = f"Save it as, or - to leave it (.pdf, .html, .txt) [{name}]"
        file = prompt(app, question, lambda text: _writable(text, force=force)) or name
        if file == STANDARD_OUTPUT:
            app.print_lines("Nothing was written.")
            return wish
        wish = wish._replace(form=None if file.suffix else form)
        goal = resolve_target(app, file, wish, force=force)
        deliver(app, render_page(built_summary, goal.form), goal, plain=False)
    app.print_lines(*HAND_OVER)
    return wish._replace(form=goal.form)


def _last_time(app: AppContext) -> SummaryOptions:
    """What was chosen last time, but for the days."""
    with app.open_journal() as journal:
        text = journal.preferences.values.get(LAST_TIME)
    try:
        return from_json(text)._replace(since=None, days=None) if text else SummaryOptions()
    except UsageError:
        return SummaryOptions()


def _usual_form() -> SummaryFormat:
    """A PDF where it can be made."""
    from importlib.util import find_spec

    return SummaryFormat.PDF if find_spec("typst") else SummaryFormat.HTML


def _dated(app: AppContext, wish: SummaryOptions) -> SummaryOptions:
    if wish.since or wish.days:
        return wish
    with app.open_journal() as journal:
        session = resolve_period(app, journal, SummaryOptions(), None).session
        usual = f"{USUALLY} days" if session is None else f"since {day_name(session)}, your session"
        question = f"Which days? A day to begin with, or how many days [{usual}]"
        answer = prompt(app, question, lambda text: _since(app, journal, text))
    return (answer or SummaryOptions()).merged_onto(wish)


def _added(app: AppContext, wish: SummaryOptions) -> SummaryOptions:
    """Asks for what is off unless it is chosen."""
    if wish.exclude:
        return wish
    usual = joined(wish.include) or NONE
    more = [part.value for part in Section if part in OPT_IN_SECTIONS]
    app.print_lines("", f"Off unless you choose it: {joined(more)}.")
    answer = prompt(app, f"Add some of these? Names, with commas between [{usual}]", _parts)
    return wish if answer is None else wish._replace(include=answer)


def _without(app: AppContext, wish: SummaryOptions) -> SummaryOptions:
    """Asks for substances to leave out, where there are several."""
    with app.open_journal() as journal:
        tracked = [f"{own(substance.name)}" for substance in journal.substances().values()]
        if len(tracked) < SEVERAL:
            return wish
        app.print_lines("", f"You track {joined(tracked)}.")
        usual = joined([own(name) for name in wish.without]) or NONE
        question = f"Leave one out, as if you had never logged it? Names [{usual}]"
        left = prompt(app, question, lambda text: _tracked(app, journal, text))
    return wish if left is None else wish._replace(without=left)


def _named(app: AppContext, wish: SummaryOptions) -> SummaryOptions:
    usual = "y" if wish.alias else "n"
    question = f"Letters in place of the names of substances? y or n [{usual}]"
    alias = prompt(app, question, _yes)
    return wish if alias is None else wish._replace(alias=alias)


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
        raise UsageError("y or n, please.")
    return word.startswith("y")


def _writable(text: str, *, force: bool) -> Path:
    """A file that can be made."""
    file = Path(text).expanduser()
    if file == STANDARD_OUTPUT:
        return file
    if file.suffix:
        SummaryFormat.read(file.suffix.removeprefix("."))
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
