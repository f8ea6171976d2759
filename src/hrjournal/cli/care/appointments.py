"""Sessions and appointments: those to come, and those gone by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.cli import arguments
from hrjournal.cli.care.keep import keep, take_out
from hrjournal.cli.command_options import OutputOptions
from hrjournal.domain.entries.entry import DAY, EPOCH
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from hrjournal.domain.reflection.sessions import latest_session
from hrjournal.domain.time.parse_future import read_ahead
from hrjournal.pages.care import people as pages
from hrjournal.store.keepsakes import keepsakes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.cli.context import AppContext


def session(
    app: AppContext,
    *,
    when: Sequence[str],
    with_: str,
    remove: int | None,
    for_good: bool,
    as_json: bool,
    plain: bool,
) -> None:
    """Keeps an appointment, takes one out, or shows them all."""
    if remove is not None:
        take_out(app, KeepsakeType.APPOINTMENT, remove, for_good=for_good)
    elif when:
        with app.open_journal() as journal:
            moment = read_ahead(" ".join(when), app.current_time(journal))
        who = arguments.parse_word(with_, "name") if with_ else ""
        appointment = Keepsake(KeepsakeType.APPOINTMENT, moment, subject=who)
        number = keep(app, appointment)
        words = pages.appointment_words(appointment, app.moment.local // DAY + EPOCH)
        app.print_lines(f"Saved {number}. Session: {words}.")
    else:
        show(app, OutputOptions(as_json=as_json, plain=plain))


def show(app: AppContext, options: OutputOptions) -> None:
    """Shows them all."""
    now = app.moment.local
    with app.open_journal() as journal:
        sessions = keepsakes(journal, KeepsakeType.APPOINTMENT)
        note = pages.open_note(
            keepsakes(journal, KeepsakeType.TALK), latest_session(sessions, now), journal.day_start
        )
        page = pages.appointments_page(sessions, now, note)
    app.print_page(page, as_json=options.as_json, plain=options.plain)
