"""Who and what is near: own contacts, appointments, naloxone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from hrjournal.cli import arguments
from hrjournal.cli.context import session as session_of
from hrjournal.cli.options import AsJson, Plain
from hrjournal.domain.keepsake import Keepsake, Kept
from hrjournal.errors import UsageError

if TYPE_CHECKING:
    from hrjournal.cli.context import Session

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

    now = session_of(ctx)
    if remove is not None:
        _remove(now, Kept.CONTACT, remove)
        return
    if add and not name:
        from hrjournal.cli.prompts import ask

        name = ask(now, "Who? (Enter leaves it)")
        how = [ask(now, "How can you reach them?") or ""] if name else None
    if name:
        who = arguments.own_word(name, "name")
        text = arguments.note(" ".join(how or ())) or ""
        number = _keep(now, Keepsake(Kept.CONTACT, now.moment, subject=who, text=text))
        now.say(f"Saved {number}. {who} is among your contacts. Undo takes it back.")
    elif not add:
        with now.open() as journal:
            page = pages.contacts_page(keepsakes(journal, Kept.CONTACT))
        now.show(page, as_json=as_json, plain=plain)


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

    now = session_of(ctx)
    today = now.moment.local // DAY + EPOCH
    if remove is not None:
        _remove(now, Kept.APPOINTMENT, remove)
    elif when:
        with now.open() as journal:
            moment = read_ahead(" ".join(when), now.now(journal, named=True))
        who = arguments.own_word(with_, "name") if with_ else ""
        one = Keepsake(Kept.APPOINTMENT, moment, subject=who)
        number = _keep(now, one)
        now.say(f"Saved {number}. Session: {pages.appointment_words(one, today)}.")
    else:
        with now.open() as journal:
            page = pages.appointments_page(keepsakes(journal, Kept.APPOINTMENT), today)
        now.show(page, as_json=as_json, plain=plain)


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
    from hrjournal.store.changes import settle_all

    now = session_of(ctx)
    chosen: dict[str, str | None] = dict.fromkeys((PLACE, EXPIRES)) if clear else {}
    if place is not None:
        chosen[PLACE] = _place(place)
    if expires is not None:
        chosen[EXPIRES] = read_expiry(expires).isoformat()
    if chosen:
        with now.open(write=True) as journal:
            settle_all(journal, chosen, now.instant, "naloxone")
    with now.open() as journal:
        day = now.moment.day(journal.starts)
        page = pages.naloxone_page(journal.setting(PLACE), journal.setting(EXPIRES), day)
    now.show(page, as_json=as_json, plain=plain)


def _place(text: str) -> str:
    from hrjournal.sanitize import harmless

    words = " ".join(harmless(text).split())
    if not 0 < len(words) <= LONGEST_PLACE:
        raise UsageError(f"A place has 1 to {LONGEST_PLACE} characters.")
    return words


def _keep(now: Session, one: Keepsake) -> int:
    from hrjournal.store import keepsakes

    with now.open(write=True) as journal, journal.change(one.sort.value, now.instant) as change:
        return keepsakes.add(change, one.but(written=now.instant))


def _remove(now: Session, sort: Kept, number: int) -> None:
    from hrjournal.store import keepsakes

    with now.open(write=True) as journal:
        found = keepsakes.keepsake(journal, number, sort)
        with journal.change(sort.value, now.instant) as change:
            keepsakes.forget(change, number)
    named = f" ({found.subject})" if found.subject else ""
    now.say(f"Taken out: {sort.value} {number}{named}. To bring it back: hrjournal undo")
