"""Who and what is near: own contacts, appointments, naloxone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from hrjournal.blocks import Block, DefinitionList, Heading, Note, Page, Text, Tone
from hrjournal.domain.entries.entry import DAY, EPOCH, day_name
from hrjournal.domain.reflection.sessions import date_of, points_before, took_place
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.domain.entries.entry import Moment
    from hrjournal.domain.keepsake import Keepsake


SOON = 30  # days before its date in which naloxone is worth a word


def contacts_page(contacts: Sequence[Keepsake]) -> Page:
    """The people to turn to."""
    data = [
        {"number": keepsake.id, "name": own(keepsake.subject), "how": own(keepsake.text)}
        for keepsake in contacts
    ]
    if contacts:
        rows = tuple((f"{one.id}", f"{own(one.subject)}  {own(one.text)}") for one in contacts)
        blocks: tuple[Block, ...] = (DefinitionList(rows),)
    else:
        blocks = (
            Text("Nobody is written down yet. Who would you call on a hard night?"),
            Note("To add one: hrjournal contact --add (it asks)", Tone.HINT),
        )
    return Page("Your contacts", blocks, {"contacts": data})


def appointments_page(appointments: Sequence[Keepsake], now: int, note: Note | None = None) -> Page:
    """Sessions to come and gone by, and a note; `now` is a wall clock as `Moment.local` has it."""
    today = now // DAY + EPOCH
    gone = [one for one in appointments if took_place(one, now)]
    ahead = [one for one in appointments if not took_place(one, now)]
    blocks: list[Block] = []
    if ahead:
        blocks += [Heading("To come"), DefinitionList(tuple(_row(one, today) for one in ahead))]
    if gone:
        blocks += [
            Heading("Gone by"),
            DefinitionList(tuple(_row(one, today) for one in reversed(gone[-10:]))),
        ]
    if not blocks:
        blocks = [
            Text("No session is written down yet."),
            Note('To add one: hrjournal session friday 14:30 --with "my therapist"', Tone.HINT),
        ]
    blocks += [note] if note else []
    data = [
        {
            "number": one.id,
            "day": date.fromordinal(_date(one.moment)).isoformat(),
            "time": one.moment.clock() if one.moment.timed else None,
            "with": own(one.subject) or None,
        }
        for one in appointments
    ]
    return Page("Sessions", tuple(blocks), {"sessions": data})


def appointment_words(one: Keepsake, today: int) -> str:
    """When and with whom, in a line."""
    with_whom = f" with {own(one.subject)}" if one.subject else ""
    return f"{when_words(one.moment, today)}{with_whom}"


def when_words(moment: Moment, today: int) -> str:
    """The date and time of something to come or gone by."""
    day = _date(moment)
    near = {0: "today, ", 1: "tomorrow, ", -1: "yesterday, "}.get(day - today, "")
    return near + day_name(day) + (f" at {moment.clock()}" if moment.timed else "")


def naloxone_page(place: str | None, expires: str | None, today: int) -> Page:
    """Where naloxone lies, and until when it is within its date."""
    if not (place or expires):
        blocks: tuple[Block, ...] = (
            Text("Write down where you keep yours, and hrjournal sos will show it:"),
            Text('hrjournal safety naloxone --place "top drawer" --expires 2027-05'),
        )
    else:
        rows = (
            ("Where", own(place) if place else "not written down"),
            ("Good until", expiry_words(expires, today) if expires else "not written down"),
        )
        blocks = (DefinitionList(rows),)
    data: dict[str, Any] = {"place": own(place) if place else None, "expires": expires}
    return Page("Naloxone", blocks, data)


def expiry_words(expires: str, today: int) -> str:
    """The date of a pack, and what it means today."""
    last = date.fromisoformat(expires).toordinal()
    said = day_name(last)
    if last < today:
        return f"{said}; that has passed, and it is still better than none"
    if last - today <= SOON:
        days = last - today
        return f"{said}, {'today' if not days else 'one more day' if days == 1 else f'{days} days'}"
    return said


def _row(one: Keepsake, today: int) -> tuple[str, str]:
    return f"{one.id}", appointment_words(one, today)


def _date(moment: Moment) -> int:
    return moment.local // DAY + EPOCH


DONE: Final = "done"  # in `more`: the day on which a point was ticked off, as an ordinal


def talk_page(
    points: Sequence[Keepsake],
    starts: int,
    *,
    everything: bool = False,
    session: Keepsake | None = None,
) -> Page:
    """The open points, and with `everything` those that were ticked off.

    `session` is the latest that took place: points from before it can be ticked off.
    """
    still = [keepsake for keepsake in points if DONE not in keepsake.more]
    gone = [one for one in points if DONE in one.more]
    blocks: list[Block] = []
    if still:
        blocks.append(DefinitionList(tuple((f"{one.id}", _line(one)) for one in still)))
        after = Note("After the session: hrjournal session talk --done N", Tone.HINT)
        blocks.append(open_note(still, session, starts) or after)
    else:
        blocks.append(Text("Nothing is noted to talk about."))
        blocks.append(Note("To add something: hrjournal session talk --add (it asks)", Tone.HINT))
    if everything and gone:
        rows = tuple(
            (f"{one.id}", f"{_line(one)} (ticked off {day_name(int(one.more[DONE]))})")
            for one in gone
        )
        blocks += [Heading("Ticked off"), DefinitionList(rows)]
    data = [
        {
            "number": one.id,
            "text": own(one.text),
            "day": day_name(one.moment.day(starts)),
            "done": day_name(int(one.more[DONE])) if DONE in one.more else None,
        }
        for one in points
        if everything or DONE not in one.more
    ]
    return Page("To talk about", tuple(blocks), {"points": data})


def open_note(points: Sequence[Keepsake], session: Keepsake | None, starts: int) -> Note | None:
    """How many points from before a session are open, and how to tick one off; None for none."""
    still = [one for one in points if DONE not in one.more]
    before = points_before(still, session, starts) if session else ()
    if session is None or not before:
        return None
    one = len(before) == 1
    which, are = ("1 point", "is") if one else (f"{len(before)} points", "are")
    on = day_name(date_of(session))
    tick = f"Tick {'it' if one else 'one'} off: hrjournal session talk --done"
    words = f"{which} from before your session on {on} {are} still open."
    return Note(f"{words} {tick} {before[0].id if one else 'N'}", Tone.HINT)


def _line(one: Keepsake) -> str:
    return own(" ".join(one.text.split("\n")))
