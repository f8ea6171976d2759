"""What went well: small wins, and runs of days and weeks in which nothing is ever lost."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Final

from hrjournal.blocks import Block, Column, DefinitionList, Heading, Note, Page, Table, Text, Tone
from hrjournal.domain.entries.entry import day_name
from hrjournal.domain.substances.units import MASKED
from hrjournal.domain.win import WinGroup
from hrjournal.named import NamedTuple
from hrjournal.pages.wins.sentences import AGAINST, ORDER, sentence, win_data
from hrjournal.report.wins.ledger import lighter_weeks, winning_days
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from hrjournal.domain.history import DayUse, History
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.domain.substances.units import Units
    from hrjournal.domain.win import Win
    from hrjournal.report.wins.ledger import Streak

FIRST_COMPARISON: Final = 19  # written days: 14 of the 28 before, and 5 of the latest 7
HEADS: Final = {
    WinGroup.SAFER: "Safer",
    WinGroup.LESS: "Less",
    WinGroup.LESS_OFTEN: "Less often",
    WinGroup.LATER: "Later",
    WinGroup.URGES: "Urges",
    WinGroup.CARE: "Care",
    WinGroup.LIFE: "Life",
}


class NoticesShown(NamedTuple):
    """Due notices as titles and words, and the substances whose wins wait for one."""

    notices: Sequence[tuple[str, str]] = ()
    waiting: Collection[str] = ()


def page(
    wins: Sequence[Win],
    history: History,
    units: Units,
    today: int,
    *,
    since: int | None,
    week_starts: int = 0,
    care: NoticesShown | None = None,
) -> Page:
    """The wins since a day, or of all time, with the runs over all time.

    Safety comes first: due notices open the page, and the wins of substances that wait
    stay in the ledger untold until their notice is no longer due.
    """
    care = care or NoticesShown()
    earned, wins = wins, [win for win in wins if win.substance not in care.waiting]
    days = winning_days(wins, history.written, today)
    weeks = {
        key: lighter_weeks(history, key, today, week_starts)
        for key in history.substances
        if key not in care.waiting
    }
    shown = [win for win in wins if since is None or win.day >= since]
    blocks: list[Block] = [
        Note(f"{title}. {words}", Tone.SAFETY) for title, words in care.notices[:1]
    ]
    blocks.append(Text(_coverage(history, today, since)))
    blocks += _runs(days, weeks, history.substances)
    blocks += _grouped(shown, history.substances, units)
    if care.waiting:
        blocks.append(Text("Small wins of what the note above is about are kept, and wait."))
    elif not any(win.rule != "logged" for win in shown):
        blocks.append(Text(_not_yet(history, earlier=len(wins) > len(shown))))
    elif shown:
        blocks.append(Note("To see the days behind one: hrjournal wins --why NUMBER", Tone.HINT))
    data = {
        "wins": [win_data(win, history.substances, units) for win in shown],
        "total": len(earned),
        "waiting": len(earned) - len(wins),
        "notices": [title for title, _ in care.notices],
        "winning_days": days._asdict(),
        "lighter_weeks": {
            own(history.substances[key].name): run._asdict() for key, run in weeks.items()
        },
    }
    return Page("Small wins", tuple(blocks), data)


def _coverage(history: History, today: int, since: int | None) -> str:
    start = history.days.start if since is None else max(since, history.days.start)
    written = sum(1 for day in history.written if day >= start)
    return f"From {day_name(start)}: {written} of {_count(today + 1 - start, 'day')} written."


def _runs(
    days: Streak, weeks: Mapping[str, Streak], substances: Mapping[str, Substance]
) -> Iterable[Block]:
    rows = [("Days with a small win", _run(days, "day"))] if days.total else []
    rows += [
        (f"Lighter weeks, {own(substances[key].name)}", _run(run, "week"))
        for key, run in weeks.items()
        if run.total
    ]
    return [DefinitionList(tuple(rows))] if rows else []


def _run(run: Streak, unit: str) -> str:
    """A run of 0 is not shown; the longest and all of them always are."""
    words = []
    if run.now:
        words.append(f"{_count(run.now, unit)} in a row now")
    words.append(f"longest {_count(run.longest, unit)}")
    words.append(f"{_count(run.total, unit)} in all")
    return ", ".join(words)


def _count(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def _grouped(
    wins: Sequence[Win], substances: Mapping[str, Substance], units: Units
) -> Iterable[Block]:
    """The wins by group; of several of one rule, the newest speaks for all."""
    blocks: list[Block] = []
    ordered = sorted(wins, key=lambda win: (ORDER.index(win.group), -win.day, -win.id))
    for group, found in groupby(ordered, key=lambda win: win.group):
        alike: dict[tuple[str, str | None, str], list[Win]] = {}
        for win in found:
            alike.setdefault((win.rule, win.substance, win.baseline), []).append(win)
        rows = tuple(
            (f"{of[0].id}", _when(of), sentence(of[0], substances, units)) for of in alike.values()
        )
        columns = (Column("No", right=True), Column("Day"), Column("What went well"))
        blocks += [Heading(HEADS[group]), Table(columns, rows)]
    return blocks


def _when(wins: Sequence[Win]) -> str:
    day = date.fromordinal(wins[0].day)
    short = f"{day_name(wins[0].day).split()[0]} {day.day} {day_name(wins[0].day).split()[2]}"
    return short if len(wins) == 1 else f"{short} and {len(wins) - 1} more"


def _not_yet(history: History, *, earlier: bool) -> str:
    if earlier:
        return "The earlier ones are all there: hrjournal wins --all"
    written = len(history.written)
    if written < FIRST_COMPARISON:
        return (
            f"Not enough days yet to compare weeks: {written} of about {FIRST_COMPARISON} are "
            "written. Steps, urges that pass and days without count from the first day."
        )
    return "What is here can be compared. Steps, urges that pass and days without count each day."


def why_page(win: Win, history: History, units: Units, why: str) -> Page:
    """The days and the arithmetic behind a win; `why` it helps, where that is known here."""
    words = sentence(win, history.substances, units)
    blocks: list[Block] = [
        Note(words, Tone.WIN),
        DefinitionList(
            (
                ("Day", day_name(win.day)),
                ("Rests on", f"{_count(win.rests, 'written day')}"),
                ("Against", AGAINST[win.baseline] or "nothing: it stands for itself"),
            )
        ),
    ]
    if why:
        blocks += [Heading("Why it helps"), Text(why)]
    figures = [_figure_row(name, value, win, units) for name, value in win.figures.items()]
    rows = _rows(win, history.of(win.substance or ""), units)
    if figures:
        blocks += [Heading("The figures"), DefinitionList(tuple(figures))]
    if rows:
        columns = (Column("Day"), Column("In"), Column("Written"))
        blocks += [Heading("The days"), Table(columns, rows)]
    data = {
        **win_data(win, history.substances, units),
        "why": why,
        "days": [{"day": day, "in": part, "written": said} for day, part, said in rows],
    }
    return Page(f"Win {win.id}", tuple(blocks), data)


def _figure_row(name: str, value: float | str, win: Win, units: Units) -> tuple[str, str]:
    """A figure by its name; ends of windows are days."""
    label = name.replace("_", " ")
    if name.endswith(("_from", "_to")) and isinstance(value, int):
        return label, day_name(value)
    amounts = {"now", "then", "now_total", "then_total", "heavy"}
    if name in amounts and win.figures.get("unit") and isinstance(value, int):
        unit = own(str(win.figures["unit"]))
        return label, MASKED if units.masked else f"{value / 1000:g} ({unit})"
    return label, own(value) if isinstance(value, str) else f"{value}"


def _rows(
    win: Win, written: Mapping[int, DayUse], units: Units
) -> tuple[tuple[str, str, str], ...]:
    """Every day of both windows and what it says, the latest window first."""
    found: list[tuple[str, str, str]] = []
    for part, label in (("now", "these days"), ("then", "before")):
        first, last = (win.figures.get(f"{part}_{end}") for end in ("from", "to"))
        if isinstance(first, int) and isinstance(last, int) and written:
            found += [
                (day_name(day), label, _said(written.get(day), units))
                for day in range(first, min(last, first + 400) + 1)
            ]
    return tuple(found)


def _said(day: DayUse | None, units: Units) -> str:
    if day is None:
        return "not written"
    if not day.used:
        return "none"
    parts = [units.say(day.low, day.high, day.unit)] if day.high else []
    parts += [units.say(low, high, unit) for unit, low, high in day.others]
    if day.unknown:
        parts.append("some, amount not known")
    return ", ".join(parts)
