"""What `summary` does: it is shown, written to a file, previewed, or asked about first."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from hrjournal.cli.command_options import OutputOptions
from hrjournal.cli.summary.output import (
    SummaryFormat,
    contents_line,
    deliver,
    is_redirected,
    open_summary,
    render_page,
    resolve_target,
)
from hrjournal.domain.substances.substance import fold
from hrjournal.domain.summary.options import CHOICE, LAST_TIME, SummaryOptions, from_json
from hrjournal.errors import JournalError, NotFoundError, UsageError
from hrjournal.formats import say
from hrjournal.sanitize import joined_own, own, quote

if TYPE_CHECKING:
    from pathlib import Path

    from hrjournal.cli.context import AppContext
    from hrjournal.cli.summary.output import OutputTarget


class SummaryCommandOptions(OutputOptions):
    """What stood on the command line of `summary`."""

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    alias: bool | None = None
    since: str | None = None
    until: str | None = None
    days: int | None = None
    form: str | None = None
    paper: str | None = None
    title: str | None = None
    out: Path | None = None
    force: bool = False
    preview: bool = False
    save_as: str | None = None
    with_: str | None = None
    without: tuple[str, ...] = ()
    explain: bool = False

    @property
    def chosen_options(self) -> SummaryOptions:
        """What of it can be remembered.

        Raises:
            UsageError: when two of them cannot go together.
        """
        if self.since is not None and self.days is not None:
            raise UsageError("Either --since or --days, please.")
        form = SummaryFormat.JSON.value if self.as_json else self.form
        return SummaryOptions(
            include=self.include,
            exclude=self.exclude,
            alias=self.alias,
            since=self.since,
            days=self.days,
            form=form,
            title=self.title,
            paper=self.paper,
            without=self.without,
        )

    @property
    def unsaid(self) -> bool:
        """Whether neither a file is named nor a form in which to show it."""
        return self.out is None and self.form is None and not (self.as_json or self.plain)


def summary(app: AppContext, options: SummaryCommandOptions) -> None:
    """Shows a summary or writes it to a file; on a terminal it asks first."""
    if options.explain:
        from hrjournal.pages.summary import explain

        app.print_page(explain.page(), as_json=options.as_json, plain=options.plain)
        return
    wish = (
        options.chosen_options
        if options.with_ is None
        else options.chosen_options.merged_onto(_choice(app, options.with_))
    )
    if options.preview:
        _preview(app, wish, options)
    elif app.is_interactive and options.unsaid:
        from hrjournal.cli.summary.wizard import run_wizard

        wish = run_wizard(app, wish, options.until, force=options.force)
        from hrjournal.store.ledger import keep_note

        # What was asked for is written by now; where this cannot be kept, it is asked again.
        with suppress(JournalError):
            if app.has_file:
                with app.open_journal(write=True) as journal:
                    keep_note(journal, LAST_TIME, wish.to_json())
    else:
        _deliver(app, wish, options, resolve_target(app, options.out, wish, force=options.force))
    if options.save_as is not None:
        _remember(app, options.save_as, wish)


def _deliver(
    app: AppContext, wish: SummaryOptions, options: SummaryCommandOptions, goal: OutputTarget
) -> None:
    with open_summary(app, wish, options.until, openly=goal.file is not None) as (_, built_summary):
        page = render_page(built_summary, goal.form)
        if goal.file is not None:
            app.print_lines(contents_line(built_summary, goal.form))
        elif is_redirected(sys.stdout):
            say([app.seen_text(contents_line(built_summary, goal.form))], sys.stderr)
    deliver(app, page, goal, plain=options.plain)


def _preview(app: AppContext, wish: SummaryOptions, options: SummaryCommandOptions) -> None:
    """Shows the page as it will stand in a file, by the names that it will name."""
    from hrjournal.formats import write
    from hrjournal.pages.summary.preview import page

    with open_summary(app, wish, options.until, openly=True) as (_, built):
        left = [app.seen_text(own(name)) for name in built.left]  # this is not in the file
        shown = page(render_page(built, SummaryFormat.HTML), built.summary, left)
    if options.chosen_options.form == SummaryFormat.JSON:
        app.print_page(shown, as_json=True)
    else:
        write(shown, SummaryFormat.TXT.form(plain=options.plain or app.plain), sys.stdout)


def _choice(app: AppContext, name: str) -> SummaryOptions:
    """What was remembered by this name."""
    with app.open_journal() as journal:
        values = journal.preferences.values
    text = values.get(CHOICE + fold(name))
    if text is None:
        choices = [key for key in sorted(values) if key.startswith(CHOICE) and key != LAST_TIME]
        known = [key.removeprefix(CHOICE) for key in choices]
        raise NotFoundError(
            "No choice of that name is remembered. "
            + (f"There is: {joined_own(known)}." if known else "To remember one: --save-as NAME")
        )
    return from_json(text)


def _remember(app: AppContext, name: str, wish: SummaryOptions) -> None:
    from hrjournal.cli.arguments import parse_word
    from hrjournal.store.changes import set_settings

    word = parse_word(name, "name")
    with app.open_journal(write=True) as journal:
        set_settings(journal, {CHOICE + fold(word): wish.to_json()}, app.instant, "summary")
    app.print_lines(f"Remembered. To use it again: hrjournal summary --with {quote(word)}")
