"""Records as they were written: by day, one by one, and as data."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import groupby
from typing import TYPE_CHECKING, Any

from hrjournal.blocks import Block, Column, DefinitionList, Heading, Note, Page, Table, Text, Tone
from hrjournal.domain.entries.entry import day_name
from hrjournal.pages.entries.confirmation import (
    detail_words,
    details,
    one_line,
    what_words,
    when_words,
)
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hrjournal.domain.entries.entry import Entry
    from hrjournal.domain.history import DateRange
    from hrjournal.domain.substances.amount import Amount
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.domain.substances.units import Units

COLUMNS = (
    Column("No", right=True),
    Column("Time", drop_order=2),
    Column("What"),
    Column("And", drop_order=1),
)


def page(
    entries: Sequence[Entry],
    days: DateRange,
    substances: Mapping[str, Substance],
    units: Units,
    today: int,
    starts: int,
    last_written: int | None,
) -> Page:
    """The records of a span of days, the oldest day first."""
    blocks: list[Block] = []
    for day, found in groupby(entries, key=lambda entry: entry.moment.day(starts)):
        near = {today: " (today)", today - 1: " (yesterday)"}.get(day, "")
        blocks += [Heading(day_name(day) + near), _table(found, substances, units)]
    written = len({entry.moment.day(starts) for entry in entries})
    if blocks:
        blocks.append(Text(f"{written} of {days.length} days written."))
    else:
        blocks.append(Text(_nothing(days, last_written)))
    data = {
        "from": date.fromordinal(days.start).isoformat(),
        "to": date.fromordinal(days.end - 1).isoformat(),
        "days_written": written,
        "entries": [entry_data(entry, substances, starts) for entry in entries],
    }
    return Page("Days", tuple(blocks), data)


def _nothing(days: DateRange, last_written: int | None) -> str:
    if last_written is None:
        return "Nothing is written yet. When you want to begin: hrjournal log"
    which = "on this day" if days.length == 1 else f"in these {days.length} days"
    return (
        f"Nothing is written {which}. The last written day is {day_name(last_written)}. "
        f"To see it: hrjournal days --on {date.fromordinal(last_written)}"
    )


def _table(entries: Iterable[Entry], substances: Mapping[str, Substance], units: Units) -> Table:
    rows = tuple(
        (
            f"{entry.id}",
            entry.moment.clock() if entry.moment.timed else "",
            one_line(what_words(entry, substances, units)),
            "; ".join(detail_words(entry)),
        )
        for entry in entries
    )
    return Table(COLUMNS, rows)


def show_page(
    entry: Entry,
    substances: Mapping[str, Substance],
    units: Units,
    today: int,
    starts: int,
    *,
    mark: str = "",
) -> Page:
    """One record, whole."""
    rows = [("What", what_words(entry, substances, units))]
    rows.append(("When", when_words(entry, today, starts, mark=mark)))
    rows += [fact for fact in details(entry) if fact[0] != "Note"]
    if entry.amount and entry.amount.typed and not units.masked:
        rows.append(("As typed", own(entry.amount.typed)))
    rows.append(("Zone", f"{entry.moment.zone} ({_offset(entry.moment.offset)})"))
    blocks: list[Block] = [DefinitionList(tuple(rows))]
    if entry.note:
        blocks += [Heading("Note"), Text(own(entry.note))]
    return Page(f"#{entry.id}", tuple(blocks), entry_data(entry, substances, starts))


def found_page(
    entries: Sequence[Entry],
    words: str,
    substances: Mapping[str, Substance],
    units: Units,
    starts: int,
    most: int,
) -> Page:
    """What a search found, the newest first."""
    rows = tuple(
        (
            f"{entry.id}",
            day_name(entry.moment.day(starts)),
            one_line(what_words(entry, substances, units)),
            "; ".join(detail_words(entry)),
        )
        for entry in entries
    )
    blocks: list[Block] = []
    if rows:
        columns = (COLUMNS[0], Column("Day"), COLUMNS[2], COLUMNS[3])
        blocks.append(Table(columns, rows))
        count = "1 record" if len(rows) == 1 else f"{len(rows)} records"
        blocks.append(Text(f"{count}. To see one whole: hrjournal show ID"))
        if len(rows) == most:
            blocks.append(Note("There may be older ones; more words narrow it.", Tone.HINT))
    else:
        blocks.append(Text(f"No record holds {words}."))
    data = {"entries": [entry_data(entry, substances, starts) for entry in entries]}
    return Page("Found", tuple(blocks), data)


def entry_data(entry: Entry, substances: Mapping[str, Substance], starts: int) -> dict[str, Any]:
    """A record as plain JSON values; amounts are numbers of `unit`."""
    substance = substances.get(entry.substance or "")
    moment = entry.moment
    return {
        "id": entry.id,
        "sort": entry.type.value,
        "day": date.fromordinal(moment.day(starts)).isoformat(),
        "time": moment.clock() if moment.timed else None,
        "instant": datetime.fromtimestamp(moment.instant, UTC).isoformat(),
        "offset_seconds": moment.offset,
        "zone": moment.zone,
        "substance": own(substance.name) if substance else None,
        "amount": _amount(entry.amount),
        "mood": entry.mood,
        "urge": entry.urge,
        "urge_after": entry.urge_after,
        "anxiety": entry.anxiety,
        "pain": entry.pain,
        "sleep_minutes": entry.sleep,
        "minutes": entry.minutes,
        "outcome": entry.outcome.value if entry.outcome else None,
        "route": own(entry.route or "") or None,
        "with": own(entry.company or "") or None,
        "spend": None if entry.spend is None else entry.spend / 1000,
        "planned": entry.planned,
        "triggers": list(map(own, entry.triggers)),
        "copings": list(map(own, entry.copings)),
        "steps": list(map(own, entry.steps)),
        "note": None if entry.note is None else own(entry.note),
        "gave": None if entry.gave is None else own(entry.gave),
        "after": None if entry.after is None else own(entry.after),
        "score": entry.score,
    }


def _amount(amount: Amount | None) -> dict[str, Any] | None:
    if amount is None:
        return None
    return {
        "low": None if amount.low is None else amount.low / 1000,
        "high": None if amount.high is None else amount.high / 1000,
        "unit": own(amount.unit),
        "about": amount.about,
        "typed": own(amount.typed),
    }


def _offset(seconds: int) -> str:
    sign = "-" if seconds < 0 else "+"
    minutes = abs(seconds) // 60
    return f"UTC{sign}{minutes // 60:02}:{minutes % 60:02}"
