"""Who and what is near: own contacts, appointments, naloxone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from hrjournal.cli import arguments
from hrjournal.cli.context import app_context
from hrjournal.cli.options import AsJson, Plain
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from hrjournal.errors import UsageError

if TYPE_CHECKING:
    from hrjournal.cli.context import AppContext

PLACE, EXPIRES = "naloxone_place", "naloxone_expires"
LONGEST_PLACE = 200
Remove = Annotated[int | None, typer.Option("--remove", metavar="N", min=1, help="Take N out.")]


def contact(
    ctx: typer.Context,
    name: Annotated[str | None, typer.Argument(help="Who.")] = None,
    how: Annotated[
        list[str] | None, typer.Argument(metavar="HOW", help="A number, or other words.")
    ] = None,
    add: Annotated[bool, typer.Option("--add", help="Asks who, and how to reach them.")] = False,
    remove: Remove = None,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """People to turn to. They stay in your journal, and hrjournal resources shows them first."""
    from hrjournal.pages.care import people as pages
    from hrjournal.store.keepsakes import keepsakes

    app = app_context(ctx)
    if remove is not None:
        _remove(app, KeepsakeType.CONTACT, remove)
        return
    if add and not name:
        from hrjournal.cli.prompts import prompt

        name = prompt(app, "Who? (Enter leaves it)")
        how = [prompt(app, "How can you reach them?") or ""] if name else None
    if name:
        who = arguments.parse_word(name, "name")
        text = arguments.read_note(" ".join(how or ())) or ""
        number = _keep(app, Keepsake(KeepsakeType.CONTACT, app.moment, subject=who, text=text))
        app.print_lines(f"Saved {number}. {who} is among your contacts. Undo takes it back.")
    elif not add:
        with app.open_journal() as journal:
            page = pages.contacts_page(keepsakes(journal, KeepsakeType.CONTACT))
        app.print_page(page, as_json=as_json, plain=plain)


def session(
    ctx: typer.Context,
    when: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[DAY] [TIME]", help="Such as: friday 14:30, 2026-12-01, in 2 weeks."
        ),
    ] = None,
    with_: Annotated[str, typer.Option("--with", metavar="WORD", help="With whom.")] = "",
    remove: Remove = None,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """Sessions and appointments: write one down, or see them. The next one shows in today."""
    from hrjournal.domain.entries.entry import DAY, EPOCH
    from hrjournal.domain.time.parse_future import read_ahead
    from hrjournal.pages.care import people as pages
    from hrjournal.store.keepsakes import keepsakes

    app = app_context(ctx)
    today = app.moment.local // DAY + EPOCH
    if remove is not None:
        _remove(app, KeepsakeType.APPOINTMENT, remove)
    elif when:
        with app.open_journal() as journal:
            moment = read_ahead(" ".join(when), app.current_time(journal, zone_rules=True))
        who = arguments.parse_word(with_, "name") if with_ else ""
        one = Keepsake(KeepsakeType.APPOINTMENT, moment, subject=who)
        number = _keep(app, one)
        app.print_lines(f"Saved {number}. Session: {pages.appointment_words(one, today)}.")
    else:
        with app.open_journal() as journal:
            page = pages.appointments_page(keepsakes(journal, KeepsakeType.APPOINTMENT), today)
        app.print_page(page, as_json=as_json, plain=plain)


def naloxone(
    ctx: typer.Context,
    place: Annotated[str | None, typer.Option(help="Where yours lies.")] = None,
    expires: Annotated[
        str | None, typer.Option(metavar="DATE", help="As on the pack, such as 2027-05.")
    ] = None,
    clear: Annotated[bool, typer.Option("--clear", help="Forget both.")] = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """Where your naloxone lies and until when it is good. hrjournal sos shows the place."""
    from hrjournal.domain.time.parse_future import read_expiry
    from hrjournal.pages.care import people as pages
    from hrjournal.store.changes import set_settings

    app = app_context(ctx)
    chosen: dict[str, str | None] = dict.fromkeys((PLACE, EXPIRES)) if clear else {}
    if place is not None:
        chosen[PLACE] = _place(place)
    if expires is not None:
        chosen[EXPIRES] = read_expiry(expires).isoformat()
    if chosen:
        with app.open_journal(write=True) as journal:
            set_settings(journal, chosen, app.instant, "naloxone")
    with app.open_journal() as journal:
        day = app.today(journal)
        page = pages.naloxone_page(journal.setting(PLACE), journal.setting(EXPIRES), day)
    app.print_page(page, as_json=as_json, plain=plain)


def _place(text: str) -> str:
    from hrjournal.sanitize import sanitize

    words = " ".join(sanitize(text).split())
    if not 0 < len(words) <= LONGEST_PLACE:
        raise UsageError(f"A place has 1 to {LONGEST_PLACE} characters.")
    return words


def _keep(app: AppContext, one: Keepsake) -> int:
    from hrjournal.store import keepsakes

    with (
        app.open_journal(write=True) as journal,
        journal.change(one.type.value, app.instant) as change,
    ):
        return keepsakes.add(change, one.replace(written=app.instant))


def _remove(app: AppContext, sort: KeepsakeType, number: int) -> None:
    from hrjournal.store import keepsakes

    with app.open_journal(write=True) as journal:
        found = keepsakes.keepsake(journal, number, sort)
        with journal.change(sort.value, app.instant) as change:
            keepsakes.forget(change, number)
    named = f" ({found.subject})" if found.subject else ""
    app.print_lines(f"Taken out: {sort.value} {number}{named}. To bring it back: hrjournal undo")
