"""A short walk of questions to a summary; Enter takes the usual."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from hrjournal.cli.prompts import ask
from hrjournal.cli.summary.build import LAST, USUALLY, frame
from hrjournal.cli.summary.output import (
    STANDARD_OUTPUT,
    As,
    counted,
    hand_over,
    page_of,
    said,
    target,
)
from hrjournal.domain.summary.options import LONGEST, Part, Wish, chosen, names
from hrjournal.errors import NotFoundError, UsageError
from hrjournal.pages.amounts import joined
from hrjournal.sanitize import harmless

if TYPE_CHECKING:
    from hrjournal.cli.context import Session
    from hrjournal.store import Journal

SEVERAL = 2
NONE = "none"


def walk(now: Session, wish: Wish, until: str | None, *, force: bool) -> Wish:
    """Asks what is not said yet, says what is in it, and writes it; gives what was chosen."""
    now.say("A page to bring to a session. Enter takes what stands in brackets.")
    wish = _named(now, _without(now, _parted(now, _formed(now, _dated(now, wish)))))
    form = As(wish.form or As.HTML)
    with counted(now, wish, until, openly=True) as (_, found):
        now.say("", said(found, form), "")
        page = page_of(found, form)
        name = _free(f"summary-{date.fromordinal(found.summary.scope.today)}", form)
    question = f"A name for the file, or - to leave it [{name}]"
    file = ask(now, question, lambda text: _writable(text, force=force)) or name
    if file == STANDARD_OUTPUT:
        now.say("Nothing was written.")
    else:
        hand_over(now, page, target(now, file, wish._replace(form=form), force=force), plain=False)
    return wish


def _dated(now: Session, wish: Wish) -> Wish:
    if wish.since or wish.days:
        return wish
    question = f"Since when? A day, {LAST} (your last session), or how many days [{USUALLY}]"
    with now.open() as journal:
        answer = ask(now, question, lambda text: _since(now, journal, text))
    return (answer or Wish()).over(wish)


def _formed(now: Session, wish: Wish) -> Wish:
    if wish.form:
        return wish
    form = ask(now, f"Which form? {', '.join(As)} [{As.HTML}]", As.read)
    return Wish(form=form or As.HTML).over(wish)


def _parted(now: Session, wish: Wish) -> Wish:
    if wish.include or wish.exclude or wish.form == As.CSV:  # a calendar has no parts
        return wish
    inside = chosen((), ())
    now.say("", f"In it: {joined([part for part in Part if part in inside])}.")
    left = ask(now, "Leave some of them out? Names, parted by commas [none]", _parts) or ()
    outside = frozenset(Part) - chosen((), left)
    now.say("", f"Left out: {joined([part for part in Part if part in outside])}.")
    added = ask(now, "Add some of these? Names, parted by commas [none]", _parts) or ()
    return Wish(include=added, exclude=tuple(word for word in left if word not in added)).over(wish)


def _without(now: Session, wish: Wish) -> Wish:
    """Asks for substances to leave out, where there are several."""
    with now.open() as journal:
        tracked = [harmless(one.name) for one in journal.substances().values()]
        if wish.without or len(tracked) < SEVERAL:
            return wish
        now.say("", f"Substances: {joined(tracked)}.")
        question = "Leave one out, whole? Names, parted by commas [none]"
        left = ask(now, question, lambda text: _tracked(now, journal, text))
    return Wish(without=left or ()).over(wish)


def _named(now: Session, wish: Wish) -> Wish:
    if wish.alias is not None:
        return wish
    alias = ask(now, "Letters in place of the names of substances? y or n [n]", _yes)
    return Wish(alias=bool(alias)).over(wish)


def _since(now: Session, journal: Journal, text: str) -> Wish:
    """A number of days, or a day that can be read."""
    if text.isascii() and text.isdigit() and 0 < int(text[:6]) <= LONGEST:
        return Wish(days=int(text))
    wish = Wish(since=text)
    try:
        frame(now, journal, wish, None)
    except NotFoundError as error:
        raise UsageError(str(error)) from None
    return wish


def _parts(text: str) -> tuple[str, ...]:
    """Names of parts, or none of them."""
    words = tuple(word.casefold() for word in names([text]) if word.casefold() != NONE)
    chosen((), words)
    return words


def _tracked(now: Session, journal: Journal, text: str) -> tuple[str, ...]:
    from hrjournal.cli.trends.views import keys_of

    words = tuple(word for word in names([text]) if word.casefold() != NONE)
    try:
        keys_of(now, journal, words)
    except NotFoundError as error:
        raise UsageError(str(error)) from None
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


def _free(name: str, form: As) -> Path:
    """The name, with a number where it is taken."""
    file = Path(f"{name}.{form}")
    number = 1
    while file.exists():
        number += 1
        file = Path(f"{name}-{number}.{form}")
    return file
