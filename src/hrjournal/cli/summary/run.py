"""What `summary` does: it is shown, written to a file, previewed, or asked about first.

Nothing here loads the command-line library, so that plain lines can do without it.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from hrjournal.cli.summary.output import As, counted, hand_over, into_file, page_of, said, target
from hrjournal.domain.substances.substance import fold
from hrjournal.domain.summary.options import Wish, remembered
from hrjournal.errors import NotFoundError, UsageError
from hrjournal.formats import say
from hrjournal.named import NamedTuple
from hrjournal.sanitize import quoted

if TYPE_CHECKING:
    from pathlib import Path

    from hrjournal.cli.context import Session
    from hrjournal.cli.summary.output import Target

CHOICE: Final = "summary:"  # how the settings begin under which choices are remembered


class Asked(NamedTuple):
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
    as_json: bool = False
    plain: bool = False
    without: tuple[str, ...] = ()
    explain: bool = False

    @property
    def wish(self) -> Wish:
        """What of it can be remembered.

        Raises:
            UsageError: when two of them cannot go together.
        """
        if self.since is not None and self.days is not None:
            raise UsageError("Either --since or --days, please.")
        form = As.JSON.value if self.as_json else self.form
        return Wish(
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


def summary(now: Session, asked: Asked) -> None:
    """Shows a summary or writes it to a file; on a terminal it asks first."""
    if asked.explain:
        from hrjournal.pages.summary import explain

        now.show(explain.page(), as_json=asked.as_json, plain=asked.plain)
        return
    wish = asked.wish if asked.with_ is None else asked.wish.over(_choice(now, asked.with_))
    if asked.preview:
        _preview(now, wish, asked)
    elif now.asking and asked.unsaid:
        from hrjournal.cli.summary.wizard import walk

        wish = walk(now, wish, asked.until, force=asked.force)
    else:
        _deliver(now, wish, asked, target(now, asked.out, wish, force=asked.force))
    if asked.save_as is not None:
        _remember(now, asked.save_as, wish)


def _deliver(now: Session, wish: Wish, asked: Asked, goal: Target) -> None:
    with counted(now, wish, asked.until, openly=goal.file is not None) as (_, found):
        page = page_of(found, goal.form)
        if goal.file is not None:
            now.say(said(found, goal.form))
        elif into_file(sys.stdout):
            say([said(found, goal.form)], sys.stderr)
    hand_over(now, page, goal, plain=asked.plain)


def _preview(now: Session, wish: Wish, asked: Asked) -> None:
    from hrjournal.pages.summary.preview import page

    with counted(now, wish, asked.until, openly=False) as (journal, found):
        shown = page(found.summary, journal.starts, found.left)
    now.show(shown, as_json=asked.wish.form == As.JSON, plain=asked.plain)


def _choice(now: Session, name: str) -> Wish:
    """What was remembered by this name."""
    with now.open() as journal:
        values = journal.preferences.values
    text = values.get(CHOICE + fold(name))
    if text is None:
        known = [key.removeprefix(CHOICE) for key in sorted(values) if key.startswith(CHOICE)]
        raise NotFoundError(
            "No choice of that name is remembered. "
            + (f"There is: {', '.join(known)}." if known else "To remember one: --save-as NAME")
        )
    return remembered(text)


def _remember(now: Session, name: str, wish: Wish) -> None:
    from hrjournal.cli.arguments import own_word
    from hrjournal.store.changes import settle_all

    word = own_word(name, "name")
    with now.open(write=True) as journal:
        settle_all(journal, {CHOICE + fold(word): wish.kept()}, now.instant, "summary")
    now.say(f"Remembered. To use it again: hrjournal summary --with {quoted(word)}")
