"""Short published screens for mood, worry and drinking: optional, and kept on request alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from hrjournal.cli.context import app_context
from hrjournal.cli.options import AsJson, Plain
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from hrjournal.errors import JournalError, UsageError
from hrjournal.store.keepsakes import add, keepsakes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hrjournal.blocks import Page
    from hrjournal.cli.context import AppContext
    from hrjournal.domain.knowledge.resources import Resource
    from hrjournal.domain.knowledge.screens import Screen


def screen(
    ctx: typer.Context,
    name: Annotated[str | None, typer.Argument(help="phq2, gad2 or auditc.")] = None,
    answers: Annotated[
        str | None, typer.Option(metavar="1,2", help="The numbers of your answers.")
    ] = None,
    keep: Annotated[bool, typer.Option("--keep", help="Keeps it without asking.")] = False,
    listing: Annotated[bool, typer.Option("--list", help="The ones you kept.")] = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """A short published screen for mood, worry or drinking. It is optional and no diagnosis.

    On a terminal it asks first, one question at a time, and Enter stops.
    """
    from hrjournal.cli.prompts import confirm
    from hrjournal.pages.care import screens as pages

    app = app_context(ctx)
    one = _named(name)
    if one is None or listing:
        app.print_page(_overview(app, one, listing=listing), as_json=as_json, plain=plain)
        return
    past, today = _past(app, one)
    asking = app.is_interactive and not as_json
    given = _read(one, answers) if answers is not None else None
    if given is None:
        offer = _offer(app, one, past, today, asking=asking)
        app.print_page(offer, as_json=as_json, plain=plain)
        given = _ask(app, one, plain=plain) if asking else None
    if given is None:
        return
    if keep:
        _keep(app, one, given)
    page = pages.result_page(one, given, past, _lines(app, one), kept=keep)
    app.print_page(page, as_json=as_json, plain=plain)
    if asking and not keep and confirm("Keep it in your journal?"):
        _keep(app, one, given)
        app.print_lines(pages.KEPT)


def _named(name: str | None) -> Screen | None:
    from hrjournal.content.screens import screens

    if name is None:
        return None
    plain = name.casefold().replace("-", "")
    if plain not in screens():
        raise UsageError(f"The screens here are: {', '.join(screens())}.")
    return screens()[plain]


def _overview(app: AppContext, one: Screen | None, *, listing: bool) -> Page:
    """Which screens there are, or the kept ones: all of them, or those of one screen."""
    from hrjournal.content.screens import screens
    from hrjournal.pages.care import screens as pages

    if not listing:
        return pages.menu_page(screens())
    with app.open_journal() as journal:
        found = keepsakes(journal, KeepsakeType.SCREEN, one.id if one else None)
        days = [kept.moment.day(journal.day_start) for kept in found]
    rows = [(kept.subject, day, kept.score or 0) for kept, day in zip(found, days, strict=True)]
    return pages.kept_page(screens(), rows)


def _past(app: AppContext, one: Screen) -> tuple[list[tuple[int, int]], int]:
    """Earlier ones, and which day it is; a journal that cannot be read is in nobody's way."""
    try:
        with app.open_journal() as journal:
            found = keepsakes(journal, KeepsakeType.SCREEN, one.id)
            days = [(kept.moment.day(journal.day_start), kept.score or 0) for kept in found]
            return days, app.today(journal)
    except JournalError:
        return [], app.moment.day(0)


def _offer(
    app: AppContext, one: Screen, past: Sequence[tuple[int, int]], today: int, *, asking: bool
) -> Page:
    from hrjournal.cli.locale import country
    from hrjournal.content.resources import directory
    from hrjournal.content.units import countries
    from hrjournal.pages.care import screens as pages

    drink = countries().get(directory().code(country(app)))
    last = past[-1][0] if past else None
    return pages.offer_page(one, drink, last, today, asking=asking)


def _lines(app: AppContext, one: Screen) -> Sequence[Resource]:
    """Lines for what the screen is about; the emergency number where that may be a crisis."""
    from hrjournal.cli.locale import country
    from hrjournal.content.resources import directory
    from hrjournal.domain.knowledge.resources import EMERGENCY, Need

    known = directory()
    found = known.checked(known.code(country(app)), one.need)
    also = {EMERGENCY} if one.need is Need.CRISIS else set()
    return [line for line in found if line.meets(one.need) or line.kind in also]


def _read(one: Screen, text: str) -> list[int]:
    parts = [part.strip() for part in text.split(",")]
    numbers = [int(part) if part.isascii() and part.isdigit() else -1 for part in parts]
    one.score(numbers)
    return numbers


def _ask(app: AppContext, one: Screen, *, plain: bool) -> list[int] | None:
    """The answers, asked one by one after leave was given; None when the person stops."""
    from hrjournal.blocks import Page
    from hrjournal.cli.prompts import confirm, prompt
    from hrjournal.pages.care import screens as pages

    given: list[int] = []
    going = confirm("Would you like to answer it now?")
    while going and not one.complete(given):
        app.print_lines("")
        app.print_page(Page("", pages.question(one, len(given))), plain=plain)
        answer = prompt(app, "The number of your answer (Enter stops)", _answer(one, len(given)))
        going = answer is not None
        given += [answer] if going else []
    if not going:
        app.print_lines("That is fine. Nothing was saved.")
        return None
    app.print_lines("")
    return given


def _answer(one: Screen, number: int) -> Callable[[str], int]:
    most = len(one.items[number].options) - 1

    def read(text: str) -> int:
        if not (text.isascii() and text.isdigit() and int(text) <= most):
            raise UsageError(f"A number from 0 to {most}, please. Enter stops.")
        return int(text)

    return read


def _keep(app: AppContext, one: Screen, given: Sequence[int]) -> None:
    kept = Keepsake(
        KeepsakeType.SCREEN,
        app.moment,
        subject=one.id,
        score=one.score(given),
        more={"answers": ",".join(map(str, given))},
        written=app.instant,
    )
    with app.open_journal(write=True) as journal, journal.change("screen", app.instant) as change:
        add(change, kept)
