"""Keeping the ledger of small wins equal to what the records say."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.history import DateRange
from hrjournal.domain.win import Yardstick
from hrjournal.report.wins import REACH, RECORDS, judge, needs_all
from hrjournal.report.wins.telling import told
from hrjournal.store import ledger, queries
from hrjournal.store.ledger import LedgerChange

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.cli.context import AppContext
    from hrjournal.domain.entries.entry import Entry
    from hrjournal.domain.history import History
    from hrjournal.domain.win import Win
    from hrjournal.store import Journal

OPEN = 45  # days back that the acts of an open day look
ROUTES = 28  # days back that the way something was taken is compared with
LONG_VIEW = 90  # days in which the gaps end that a gap is compared with
FRESH = 35  # days of acts that a week is compared with


def yardstick(app: AppContext, journal: Journal) -> Yardstick:
    """What the person's wins are measured by."""
    chosen = journal.preferences
    return Yardstick(
        lines=chosen.heavy_day_thresholds,
        drink=int(app.units(journal, openly=True).drink.grams * 1000),
        week_starts=chosen.week_start,
        day_totals=frozenset(
            key for key, one in journal.substances().items() if chosen.is_day_total(one)
        ),
    )


def update_win_ledger(app: AppContext, journal: Journal) -> LedgerChange:
    """Judges every day since the last one that was judged; gives what became of the wins."""
    today, start = app.today(journal), queries.first_day(journal)
    seen = ledger.seen_to(journal)
    if start is None:  # nothing is left that a win could rest on
        return LedgerChange() if seen is None else ledger.enter(journal, 0, [], [], today - 1)
    since = start if seen is None else max(start, seen + 1)
    measure = yardstick(app, journal)
    days = DateRange(since, today + 1)
    history = _history(journal, days, today, start, week_starts=measure.week_starts)
    judged = judge(history, days, today, measure, ledger.claims(journal, since))
    recent = ledger.wins(journal, DateRange(since - FRESH, since))
    counts = ledger.act_counts(journal, since)
    marked = told(judged.wins, counts, recent, measure.week_starts)
    first = 0 if since == start else since
    return ledger.enter(journal, first, marked, judged.verdicts, max(since, today) - 1)


def _history(
    journal: Journal, days: DateRange, today: int, start: int, *, week_starts: int
) -> History:
    """As much of the past as judging these days needs: all of it where a week ends in them."""
    whole = needs_all(days, today, week_starts)
    reach = REACH if days.start < today else OPEN
    first = start if whole else max(start, _before_breaks(journal, days, reach))
    records = days.start - (RECORDS if whole else ROUTES)
    return queries.load_history(
        journal, DateRange(first, today + 1), records=DateRange(records, today + 1)
    )


def _before_breaks(journal: Journal, days: DateRange, reach: int) -> int:
    """How far back the past is looked at: to the use before a long break that was over lately.

    What was used in these days is measured against every gap that ended in the 90 days before,
    and a gap is as long as the days without in front of them.
    """
    first = days.start - reach
    for substance in journal.substances().values():
        if any(here.used for here in queries.days_of(journal, substance, days).values()):
            last = queries.use_before(journal, substance, days.start - min(reach, LONG_VIEW))
            first = first if last is None else min(first, last)
    return first


def new_acts(app: AppContext, journal: Journal, today: int, saved: int) -> list[Win]:
    """The acts that came to a day that is not over with its last records, so many of them.

    An act that an earlier record of the day told of is not told with every later one.
    """
    measure = yardstick(app, journal)
    days = DateRange(today, today + 1)
    history = queries.load_history(
        journal, DateRange(today - OPEN, today + 1), records=DateRange(today - ROUTES, today + 1)
    )
    here = sorted(queries.entries(journal, days), key=lambda entry: entry.id)
    before = judge(_without(history, today, here[-saved:]), days, today, measure).wins
    found = [win for win in judge(history, days, today, measure).wins if win not in before]
    recent = ledger.wins(journal, DateRange(today - FRESH, today))
    return list(told(found, ledger.act_counts(journal, today), recent, measure.week_starts))


def _without(history: History, day: int, gone: Sequence[Entry]) -> History:
    """A history without some records of a day; what they were of is counted less, not measured."""
    numbers = {entry.id for entry in gone}
    kept = tuple(one for one in history.records.get(day, ()) if one.id not in numbers)
    uses = dict(history.uses)
    for key, count in Counter(one.substance for one in gone if one.type is EntryType.USE).items():
        days = dict(history.of(key or ""))
        here = days.pop(day, None)
        if here is not None and here.uses > count:
            days[day] = here._replace(uses=here.uses - count)
        uses[key or ""] = days
    return history._replace(uses=uses, records={**history.records, day: kept})
