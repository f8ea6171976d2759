"""The days and the arithmetic behind one win, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.blocks import Block, Column, DefinitionList, Heading, Note, Page, Table, Text, Tone
from hrjournal.domain.entries.entry import day_name
from hrjournal.domain.win import MILLION, Grade, WinMeasure
from hrjournal.pages.wins.page import spans
from hrjournal.pages.wins.sentences import sentence, weekday, win_data
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hrjournal.domain.history import DayUse, History
    from hrjournal.domain.substances.units import Units
    from hrjournal.domain.win import Win

LONGEST: Final = 400  # days that are listed
OF_WEEKDAYS: Final = frozenset(
    {"lighter_day", "day_without", "later_start", "earlier_stop", "slower"}
)
HOW: Final = {
    "lighter_day": "Compared with the same weekday alone, as far back as each of them was higher.",
    "small_return": "Compared with the last use days before the break.",
    "day_without": "Compared with the last four days of the same name that you logged.",
    "longest_gap": "From the last use of one day to the first of the next, by the clock.",
    "later_start": "Compared with the first use on the last four days of the same name.",
    "earlier_stop": "Compared with the last use on the last four days of the same name.",
    "slower": "Compared with the pace on the last four days of the same name.",
    "lighter_week": "Each day is compared with the same weekday in the four weeks before.",
    "holds": "The last four weeks, beside the four in which the lower level was reached.",
}
WEEKS: Final = (
    "Whole weeks are compared, after your own weekdays are evened out. "
    "Weeks with fewer than five logged days are left out."
)


def why_page(win: Win, history: History, units: Units, why: str) -> Page:
    """The days and the arithmetic behind a win; `why` it helps, where that is known here."""
    blocks: list[Block] = [Note(sentence(win, history.substances, units), Tone.WIN)]
    rows = [("Day", day_name(win.day)), *_windows(win)]
    blocks.append(DefinitionList(tuple(rows)))
    blocks += [Text(words) for words in (_how(win), chance_words(win)) if words]
    if why:
        blocks += [Heading("Why it helps"), Text(why)]
    days = tuple(_days(win, history.of(win.substance or ""), units))
    if days:
        columns = (Column("Day"), Column("In"), Column("Logged"))
        blocks += [Heading("The days"), Table(columns, days)]
    data = {
        **win_data(win, history.substances, units),
        "why": why,
        "days": [{"day": day, "in": part, "written": said} for day, part, said in days],
    }
    return Page(f"Win {win.id}", tuple(blocks), data)


def _windows(win: Win) -> Iterator[tuple[str, str]]:
    if win.grade is Grade.DID:
        return
    for label, first, last in spans(win):
        counted = win.figures.get("now_days" if label == "these days" else "then_days")
        ends = day_name(first) if first == last else f"{day_name(first)} to {day_name(last)}"
        yield label.capitalize(), f"{ends} ({counted} counted)" if counted else ends
    if win.figures.get("then_from") == 0:
        yield "Before", "your own estimate"


def _how(win: Win) -> str:
    if win.rule in HOW:
        return HOW[win.rule]
    return WEEKS if win.grade is Grade.CHANGING and win.measure is not WinMeasure.GAP else ""


def chance_words(win: Win) -> str:
    """How often luck alone would do the same."""
    if not win.chance:
        return ""
    if win.grade in {Grade.CHANGING, Grade.HOLDS}:
        hundredths = max(1, round(100 * win.chance / MILLION))
        return (
            f"If nothing had changed, {hundredths} of 100 reshufflings of these weeks would make "
            "the last ones look this light."
        )
    what = f"{weekday(win.day)}s" if win.rule in OF_WEEKDAYS else _times(win)
    often = MILLION / win.chance
    words = f"{often:.0f}" if abs(often - round(often)) < 0.05 else f"{often:.1f}"
    if words == "1":
        return f"By chance alone this comes up in nearly all {what}."
    return f"By chance alone this comes up in about 1 of {words} {what}."


def _times(win: Win) -> str:
    return "weeks" if win.rule not in {"longest_gap", "small_return"} else "times"


def _days(win: Win, written: Mapping[int, DayUse], units: Units) -> Iterator[tuple[str, str, str]]:
    """Every day that was compared and what it says, the latest window first."""
    if win.grade is Grade.DID or not written:
        return
    for label, first, last in spans(win):
        for day in range(first, min(last, first + LONGEST) + 1):
            alike = win.rule not in OF_WEEKDAYS or (win.day - day) % 7 == 0
            if alike:
                yield day_name(day), label, _said(written.get(day), units)


def _said(day: DayUse | None, units: Units) -> str:
    if day is None:
        return "not logged"
    if not day.used:
        return "none"
    parts = [units.say(day.low, day.high, own(day.unit))] if day.high else []
    parts += [units.say(low, high, own(unit)) for unit, low, high in day.others]
    if day.unknown:
        parts.append("some, amount not known")
    return ", ".join(parts)
