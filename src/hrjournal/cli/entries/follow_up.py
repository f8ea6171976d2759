"""What follows a save: a safety line if one is due, and one small win if one came with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.cli.notices.due import describe, find_due_notices, first_untold
from hrjournal.domain.history import DateRange
from hrjournal.domain.win import OPIOID_BREAK
from hrjournal.store import ledger, queries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.cli.context import AppContext
    from hrjournal.domain.entries.entry import Entry
    from hrjournal.domain.win import Win
    from hrjournal.store import Journal

WINDOW: Final = 45  # days that the rules of an open day look back
ROUTES: Final = 28
FOLLOWS: Final = "Updated. Your wins follow what you wrote now."


def follow_up_lines(app: AppContext, journal: Journal, entries: Sequence[Entry]) -> list[str]:
    """The lines that follow a save: a safety notice, a small win, and one on yesterday."""
    today = app.today(journal)
    keys = {entry.substance for entry in entries if entry.substance}
    history = queries.load_history(
        journal,
        DateRange(today - WINDOW, today + 1),
        keys,
        records=DateRange(today - ROUTES, today + 1),
    )
    due = first_untold(journal, find_due_notices(journal, history, today, entries))
    said = []
    for notice_words in describe(journal, [due] if due else [], discreet=app.discreet):
        said.append(f"Safety: {notice_words.line}")
        if notice_words.ask and ledger.first_told(journal, "ask", "withdrawal_history"):
            said.append(notice_words.ask)
    if not due and any(entry.company for entry in entries):
        from hrjournal.cli.notices.once import alone_line

        said += alone_line(app, journal, entries)
    days = {entry.moment.day(journal.day_start) for entry in entries}
    past = past_wins(app, journal, days) if min(days) < today else None
    if (due and due.alone) or journal.preferences.value("pause") != "off":
        return said
    if past is not None:
        return said + past
    heard = bool(due and due.notice.rule == OPIOID_BREAK and not app.discreet)
    acts = bool(history.records.get(today)) or any(
        substance.kind.medicine for substance in history.substances.values()
    )
    first = _is_first(journal, today, entries)
    return said + (
        _win_lines(app, journal, today, len(entries), heard=heard, first=first)
        if acts or first
        else []
    )


def _win_lines(
    app: AppContext, journal: Journal, today: int, saved: int, *, heard: bool, first: bool
) -> list[str]:
    """An act that came with the last records, and with the first ones a fact about yesterday."""
    from hrjournal.cli.entries.win_ledger import new_acts, update_win_ledger
    from hrjournal.report.wins.telling import worth_saying

    yesterday: list[Win] = []
    if first:
        update_win_ledger(app, journal)
        lately = ledger.wins(journal, DateRange(today - ROUTES, today))
        yesterday = [win for win in lately if win.day == today - 1 and worth_saying(win, lately)]
    acts = new_acts(app, journal, today, saved)
    return [
        *_top_win_line(app, journal, acts, heard=heard),
        *_top_win_line(app, journal, yesterday, heard=heard),
    ]


def past_wins(app: AppContext, journal: Journal, days: set[int]) -> list[str]:
    """What changed by words about days that are over: wins that came, or that they follow now."""
    from hrjournal.cli.entries.win_ledger import update_win_ledger

    before = {win.id for day in days for win in ledger.wins(journal, DateRange(day, day + 1))}
    changed = update_win_ledger(app, journal)
    found = [win for day in days for win in ledger.wins(journal, DateRange(day, day + 1))]
    new = [win for win in found if win.id not in before]
    lines = _top_win_line(app, journal, new)
    return [FOLLOWS, *lines] if changed.gone else lines


def _is_first(journal: Journal, today: int, entries: Sequence[Entry]) -> bool:
    """Whether these are the first records of a day."""
    here = queries.entries(journal, DateRange(today, today + 1), most=len(entries) + 1)
    return len(here) == len(entries)


def _top_win_line(
    app: AppContext, journal: Journal, wins: Sequence[Win], *, heard: bool = False
) -> list[str]:
    """The one win that says most; what a notice about tolerance said is not said twice."""
    if not any(win.told for win in wins):
        return []
    from hrjournal.pages.wins.sentences import sentence
    from hrjournal.report.wins.telling import choose

    before = ledger.wins(journal, DateRange(wins[0].day - ROUTES, wins[0].day))
    win = choose(wins, before, 1)[0]
    units = app.units(journal)
    return [f"+ {sentence(win, journal.substances(), units, heard=heard)}"]
