"""Today at a glance: what is written, the week in a line, and what went well."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from hrjournal.blocks import Block, Column, DefinitionList, Heading, Note, Page, Table, Text, Tone
from hrjournal.domain.entries.entry import EntryType, day_name
from hrjournal.domain.history import DateRange
from hrjournal.domain.settings import PARTS
from hrjournal.named import NamedTuple
from hrjournal.pages.amounts import joined
from hrjournal.pages.days.page import entry_data
from hrjournal.pages.entries.confirmation import detail_words, good_words, what_words
from hrjournal.pages.wins.sentences import sentence
from hrjournal.report.wins.telling import choose
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrjournal.domain.entries.entry import Entry
    from hrjournal.domain.history import DayUse, History
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.domain.substances.units import Units
    from hrjournal.domain.win import Win

WEEK = 7
RESTING = {
    "numbers": "Numbers rest for now. To see them again: hrjournal pause off",
    "mood": "All but mood rests for now. To see it again: hrjournal pause off",
}


class TodayParts(NamedTuple):
    """What the person wants to see: the parts of the page, what rests, and what is to come."""

    parts: tuple[str, ...] = PARTS
    pause: str = "off"
    coming: tuple[str, ...] = ()
    heard: bool = False  # whether a notice says that tolerance is lower
    agreed: Page | None = None  # what was agreed in the latest session
    goals: tuple[str, Sequence[Mapping[str, Any]]] = ("", ())  # a line of all goals, and as data

    def has(self, part: str) -> bool:
        """Whether a part is shown."""
        rests = {"numbers": {"week", "wins"}, "mood": {"week", "wins"}, "quiet": {"hints"}}
        return part in self.parts and part not in rests.get(self.pause, ())


EVERYTHING = TodayParts()


def welcome() -> Page:
    """What a person sees on the very first run."""
    return Page(
        "Welcome",
        (
            Text(
                "This is your journal. It stays on this computer. Nothing is sent anywhere. "
                "You decide what you write, and what you want from it."
            ),
            Heading("Three things to try"),
            DefinitionList(
                (
                    ("hrjournal log alcohol 2", "write something down: any substance, any amount"),
                    ("hrjournal checkin --mood 6", "write down how you are"),
                    ("hrjournal demo", "look at a sample journal of half a year"),
                )
            ),
            Note(
                "Typed commands can stay in your shell's history. To keep words out of it, "
                "start with: hrjournal log (it asks, one thing at a time).",
                Tone.HINT,
            ),
        ),
        {"entries": [], "week": {}, "wins": [], "notices": []},
    )


def page(
    today: int,
    entries: Sequence[Entry],
    history: History,
    units: Units,
    wins: Sequence[Win],
    notices: Sequence[tuple[str, str]],
    shows: TodayParts = EVERYTHING,
) -> Page:
    """The page of a day. `notices` are titles and words, the most urgent first."""
    week = DateRange(today - WEEK + 1, today + 1)
    blocks: list[Block] = [Text(day_name(today))]
    blocks += [Note(f"{title}. {words}", Tone.SAFETY) for title, words in notices[:1]]
    if len(set(notices)) > 1:
        blocks.append(Note("One more safety note: hrjournal notices", Tone.HINT))
    blocks += [Text(line) for line in shows.coming]
    blocks += shows.agreed.blocks if shows.agreed else ()
    if shows.has("written"):
        told = [
            entry for entry in entries if shows.pause != "mood" or entry.type is EntryType.CHECKIN
        ]
        blocks += _written(told, history.substances, units)
    if shows.has("week"):
        blocks += _week(history, week, units)
    if shows.goals[0] and shows.pause not in {"numbers", "mood"}:
        blocks.append(Text(shows.goals[0]))
    shown = choose([win for win in wins if win.day > today - WEEK], wins)
    said = [sentence(win, history.substances, units, heard=shows.heard) for win in shown]
    if said and shows.has("wins"):
        blocks += [Heading("Small wins of the week"), *(Note(line, Tone.WIN) for line in said)]
    blocks += _hints(shows, nothing=not entries)
    data = _data(today, entries, history, week, wins=said, notices=notices)
    data["agreed"] = shows.agreed.data["agreed"] if shows.agreed else []
    data["goals"] = list(shows.goals[1])
    return Page("Today", tuple(blocks), data)


def _week(history: History, week: DateRange, units: Units) -> list[Block]:
    rows = tuple(
        _week_row(substance, history.of(key), week, units)
        for key, substance in history.in_sight.substances.items()
        if week.of(history.of(key))
    )
    if not rows:
        return []
    columns = (Column("Last 7 days"), Column("Used"), Column("Days"), Column("Total"))
    return [Table(columns, rows), Text("o used   - none   . not logged; today is last")]


def _hints(shows: TodayParts, *, nothing: bool) -> list[Block]:
    if not shows.has("hints"):
        return []
    if shows.pause in RESTING:
        return [Note(RESTING[shows.pause], Tone.HINT)]
    words = "To write: hrjournal log, checkin, urge or none. Or leave it for today."
    return [Note(words, Tone.HINT)] if nothing else []


def _written(
    entries: Sequence[Entry], substances: Mapping[str, Substance], units: Units
) -> list[Block]:
    if not entries:
        return [Text("Nothing logged for today yet.")]
    rows = []
    for entry in entries:
        if entry.type is EntryType.GOOD:
            continue
        words = what_words(entry, substances, units)
        more = "; ".join(detail_words(entry))
        clock = entry.moment.clock() if entry.moment.timed else ""
        rows.append((clock, " ".join(f"{words}{f' ({more})' if more else ''}".split("\n"))))
    written: list[Block] = [Heading("Written today"), DefinitionList(tuple(rows))] if rows else []
    return written + _good(entries)


def _good(entries: Sequence[Entry]) -> list[Block]:
    said = [good_words(entry) for entry in entries if entry.type is EntryType.GOOD]
    words = "A good thing" if len(said) == 1 else "Good things"
    return [Text(f"{words} today: {'; '.join(said)}")] if said else []


def _week_row(
    one: Substance, written: Mapping[int, DayUse], week: DateRange, units: Units
) -> tuple[str, ...]:
    marks = []
    totals: dict[str, tuple[int, int]] = {one.unit: (0, 0)}
    unknown = 0
    for day in week.every:
        day_use = written.get(day)
        marks.append("." if day_use is None else "o" if day_use.used else "-")
        if day_use and day_use.used:
            for unit, low, high in ((day_use.unit, day_use.low, day_use.high), *day_use.others):
                before = totals.get(unit, (0, 0))
                totals[unit] = (before[0] + low, before[1] + high)
            unknown += day_use.unknown
    used = marks.count("o")
    days = week.length - marks.count(".")
    said = [units.say(low, high, unit) for unit, (low, high) in totals.items() if high]
    total = joined(said)
    total += " +?" if unknown and total else "some, not known" if unknown else ""
    logged_words = f"{used} of {days} day{'' if days == 1 else 's'} logged"
    return own(one.name), logged_words, "".join(marks), total or "none"


def _data(
    today: int,
    entries: Sequence[Entry],
    history: History,
    week: DateRange,
    *,
    wins: Sequence[str],
    notices: Sequence[tuple[str, str]],
) -> dict[str, Any]:
    return {
        "day": date.fromordinal(today).isoformat(),
        "entries": [entry_data(entry, history.substances, history.day_starts) for entry in entries],
        "week": {
            own(substance.name): {
                date.fromordinal(day).isoformat(): "used" if day_use.used else "none"
                for day, day_use in week.of(history.of(key)).items()
            }
            for key, substance in history.in_sight.substances.items()
        },
        "wins": list(wins),
        "notices": [title for title, _ in notices],
    }
