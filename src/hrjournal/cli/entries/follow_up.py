"""What follows a save: a safety line if one is due, else one small win if one came with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.cli.notices.due import describe, find_due_notices, first_untold
from hrjournal.domain.entries.entry import Outcome
from hrjournal.domain.history import DateRange
from hrjournal.domain.substances.units import GRAMS
from hrjournal.domain.win import OPIOID_BREAK
from hrjournal.pages.entries.confirmation import THANKS
from hrjournal.report.wins import assess, fresh
from hrjournal.store import ledger, queries

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from hrjournal.cli.context import AppContext
    from hrjournal.domain.entries.entry import Entry
    from hrjournal.domain.history import History
    from hrjournal.domain.win import Notice, Win
    from hrjournal.store import Journal

WINDOW = 45  # days that the rules of an open day look back
ROUTES = 28


def follow_up_lines(app: AppContext, journal: Journal, entries: Sequence[Entry]) -> list[str]:
    """The lines that follow a save: at most a safety notice, or thanks, or one small win."""
    today = app.today(journal)
    keys = {entry.substance for entry in entries if entry.substance}
    history = queries.load_history(
        journal,
        DateRange(today - WINDOW, today + 1),
        keys,
        records=DateRange(today - ROUTES, today + 1),
    )
    wins = assess(history, today, today, journal.preferences.heavy_day_thresholds)
    new = fresh(wins, ledger.earned(journal, today - WINDOW))
    if new:
        ledger.enter(journal, new)
    due = first_untold(journal, find_due_notices(journal, history, today, entries))
    said = [
        f"Safety: {notice_words.line}"
        for notice_words in describe(journal, [due] if due else [], discreet=app.discreet)
    ]
    if (due and due.alone) or journal.preferences.value("pause") != "off":
        return said
    days = {entry.moment.day(journal.day_start) for entry in entries}
    used = any(entry.outcome is Outcome.USED for entry in entries)
    if used or any(_is_heavy_day(history, key, day, journal) for key in keys for day in days):
        return [*said, THANKS]
    heard = due.notice if due and not app.discreet else None
    return said + _top_win_line(
        app, journal, history, [win for win in new if win.day in days], heard
    )


def _is_heavy_day(history: History, key: str, day: int, journal: Journal) -> bool:
    """Whether a day is heavy, or the largest of the four weeks before it."""
    written = history.of(key)
    here = written.get(day)
    amount = here.doubled(here.unit) if here and here.used else None
    if here is None or amount is None:
        return False
    heavy = here.unit == GRAMS and amount >= 2 * journal.preferences.heavy_day_thresholds.heavy
    before = [
        found
        for past in range(day - 28, day)
        if past in written and (found := written[past].doubled(here.unit))
    ]
    return heavy or (len(before) >= 5 and amount > max(before))


def _top_win_line(
    app: AppContext,
    journal: Journal,
    history: History,
    new: Collection[Win],
    heard: Notice | None,
) -> list[str]:
    """The one win that says most about what was written; what a notice said is not said twice."""
    from hrjournal.pages.wins.sentences import choose, sentence

    telling = [win for win in new if win.rule != "logged"]
    if not telling:
        return []
    win = choose(telling, 1)[0]
    if heard and (heard.rule, heard.substance) == (OPIOID_BREAK, win.substance):
        win = win._replace(
            figures={name: one for name, one in win.figures.items() if name != OPIOID_BREAK}
        )
    return [f"+ {sentence(win, history.substances, app.units(journal))}"]


def update_win_ledger(app: AppContext, journal: Journal) -> tuple[Win, ...]:
    """Looks for the wins of every day that has not been looked at; gives those that came new."""
    today = app.today(journal)
    start = queries.first_day(journal)
    if start is None:
        return ()
    from hrjournal.report.wins import assess_span

    seen = ledger.seen_to(journal)
    since = start if seen is None else max(start, seen + 1)
    history = queries.load_history(
        journal, DateRange(start, today + 1), records=DateRange(max(start, since - 70), today + 1)
    )
    wins = assess_span(
        history, DateRange(since, today + 1), today, journal.preferences.heavy_day_thresholds
    )
    before = ledger.earned(journal)
    new: list[Win] = []
    for win in wins:
        for one in fresh((win,), before):
            new.append(one)
            before.setdefault((one.rule, one.substance, one.baseline.value), {})[one.day] = one.size
    if new or seen != today - 1:
        ledger.enter(journal, new, today - 1)
    return tuple(new)
