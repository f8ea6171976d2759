"""Short published screens for mood, worry and drinking: optional, and kept on request alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.blocks import Page
from hrjournal.cli.care.keep import keep as keep_beside
from hrjournal.cli.prompts import confirm, prompt
from hrjournal.cli.system.locale import country
from hrjournal.content.resources import directory
from hrjournal.content.screens import screens
from hrjournal.content.units import countries
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from hrjournal.domain.knowledge.resources import EMERGENCY, Need
from hrjournal.errors import HrjournalError, JournalError, UsageError
from hrjournal.pages.care import screens as pages
from hrjournal.store.keepsakes import keepsakes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hrjournal.cli.context import AppContext
    from hrjournal.domain.knowledge.resources import Resource
    from hrjournal.domain.knowledge.screens import Screen


def run_screen(
    app: AppContext,
    *,
    name: str | None,
    answers: str | None,
    keep: bool,
    listing: bool,
    as_json: bool,
    plain: bool,
) -> None:
    """Shows a screen and what its answers say; asks for them at a terminal, with leave."""
    screen = _named(name)
    if screen is None or listing:
        app.print_page(_overview(app, screen, listing=listing), as_json=as_json, plain=plain)
        return
    past, today = _past(app, screen)
    asking = app.is_interactive and not as_json
    given = _read(screen, answers) if answers is not None else None
    if given is None:
        offer = _offer(app, screen, past, today, asking=asking)
        app.print_page(offer, as_json=as_json, plain=plain)
        given = _ask(app, screen, plain=plain) if asking else None
    if given is None:
        return
    if keep:
        _keep(app, screen, given)
    page = pages.result_page(screen, given, past, _lines(app, screen), kept=keep)
    app.print_page(page, as_json=as_json, plain=plain)
    if asking and not keep and confirm("Keep it in your journal?"):
        _keep_answers(app, screen, given)
        app.print_lines(pages.KEPT)


def _named(name: str | None) -> Screen | None:
    if name is None:
        return None
    plain = name.casefold().replace("-", "")
    if plain not in screens():
        raise UsageError(f"The screens here are: {', '.join(screens())}.")
    return screens()[plain]


def _overview(app: AppContext, screen: Screen | None, *, listing: bool) -> Page:
    """Which screens there are, or the kept ones: all of them, or those of one screen."""
    if not listing:
        return pages.menu_page(screens())
    with app.open_journal() as journal:
        rows = [
            (kept.subject, kept.moment.day(journal.day_start), kept.score or 0)
            for kept in keepsakes(journal, KeepsakeType.SCREEN, screen.id if screen else None)
        ]
    return pages.kept_page(screens(), rows)


def _past(app: AppContext, screen: Screen) -> tuple[list[tuple[int, int]], int]:
    """Earlier ones, and which day it is; a journal that cannot be read is in nobody's way."""
    try:
        with app.open_journal() as journal:
            past = [
                (kept.moment.day(journal.day_start), kept.score or 0)
                for kept in keepsakes(journal, KeepsakeType.SCREEN, screen.id)
            ]
            return past, app.today(journal)
    except JournalError:
        return [], app.moment.day(0)


def _offer(
    app: AppContext, screen: Screen, past: Sequence[tuple[int, int]], today: int, *, asking: bool
) -> Page:
    drink = countries().get(directory().code(country(app.place)))
    last = past[-1][0] if past else None
    return pages.offer_page(screen, drink, last, today, asking=asking)


def _lines(app: AppContext, screen: Screen) -> Sequence[Resource]:
    """Lines for what the screen is about; the emergency number where that may be a crisis."""
    known = directory()
    lines = known.checked(known.code(country(app.place)), screen.need)
    also = {EMERGENCY} if screen.need is Need.CRISIS else set()
    return [line for line in lines if line.meets(screen.need) or line.kind in also]


def _read(screen: Screen, text: str) -> list[int]:
    parts = [part.strip() for part in text.split(",")]
    numbers = [int(part) if part.isascii() and part.isdigit() else -1 for part in parts]
    screen.score(numbers)
    return numbers


def _ask(app: AppContext, screen: Screen, *, plain: bool) -> list[int] | None:
    """The answers, asked one by one after leave was given; None when the person stops."""
    given: list[int] = []
    going = confirm("Would you like to answer it now?")
    while going and not screen.complete(given):
        app.print_lines("")
        app.print_page(Page("", pages.question(screen, len(given))), plain=plain)
        answer = prompt(app, "The number of your answer (Enter stops)", _answer(screen, len(given)))
        going = answer is not None
        given += [answer] if going else []
    if not going:
        app.print_lines("That is fine. Nothing was saved.")
        return None
    app.print_lines("")
    return given


def _answer(screen: Screen, number: int) -> Callable[[str], int]:
    most = len(screen.items[number].options) - 1

    def read(text: str) -> int:
        if not (text.isascii() and text.isdigit() and int(text) <= most):
            raise UsageError(f"A number from 0 to {most}, please. Enter stops.")
        return int(text)

    return read


def _keep_answers(app: AppContext, screen: Screen, given: Sequence[int]) -> None:
    """Keeps what was answered at a terminal; where it cannot, it says how to keep it later."""
    try:
        _keep(app, screen, given)
    except HrjournalError as error:
        again = f"reflect screen {screen.id} --answers {','.join(map(str, given))} --keep"
        error.add_note(f"To keep it later: hrjournal {again}\n")
        raise


def _keep(app: AppContext, screen: Screen, given: Sequence[int]) -> None:
    answers = {"answers": ",".join(map(str, given))}
    kept = Keepsake(
        KeepsakeType.SCREEN,
        app.moment,
        subject=screen.id,
        score=screen.score(given),
        more=answers,
    )
    keep_beside(app, kept)
