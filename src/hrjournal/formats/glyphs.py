"""The small characters of a drawing, as blocks or, where an encoding lacks those, in ASCII."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.blocks import CalendarGridDay, Mark
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Glyphs(NamedTuple):
    """One set of characters; ramps run from least to most."""

    cell: str  # the parts of a cell that a bar can fill, ending with the whole
    spark: str
    steps: str
    unwritten: str
    none: str
    unknown: str
    event: str
    session: str
    running: str
    safety: str
    win: str
    rule: str

    def bar(self, share: float | None, cells: int) -> str:
        """A bar of at most so many cells; nothing known is a mark of its own, more than 0 shows."""
        if share is None:
            return self.unwritten
        parts = len(self.cell)
        filled = round(_within(share) * cells * parts)
        if share > 0:
            filled = max(filled, 1)
        whole, part = divmod(filled, parts)
        return self.cell[-1] * whole + (self.cell[part - 1] if part else "")

    def line(self, shares: Iterable[float | None]) -> str:
        """A sparkline."""
        top = len(self.spark) - 1
        return "".join(
            self.unwritten if share is None else self.spark[round(_within(share) * top)]
            for share in shares
        )

    def day(self, day: CalendarGridDay) -> str:
        """The sign of a day on a calendar."""
        match day.mark:
            case Mark.UNWRITTEN:
                return self.unwritten
            case Mark.NONE:
                return self.none
            case Mark.UNKNOWN:
                return self.unknown
            case Mark.SOME:
                return self.steps[max(1, min(day.step, len(self.steps))) - 1]
            case Mark.OUTSIDE:
                return " "

    def figure(self, day: CalendarGridDay) -> str:
        """How much it was on a day of use, where that is said; else the sign of the day."""
        return day.figure if _has_figure(day) else self.day(day)

    def beside(self, day: CalendarGridDay) -> str:
        """The signs beside that of a day: what else happened on it."""
        if day.mark is Mark.OUTSIDE:
            return ""
        return f"{self.event if day.event else ''}{self.session if day.session else ''}"

    def legend(
        self, days: Sequence[CalendarGridDay], *, figures: bool = False
    ) -> tuple[tuple[str, str], ...]:
        """The signs that these days use, each with its meaning; `figures` stand in for signs."""
        marks = {day.mark for day in days if not (figures and day.figure and day.step)}
        found = [
            (sign, meaning)
            for mark, sign, meaning in (
                (Mark.UNWRITTEN, self.unwritten, "unwritten"),
                (Mark.NONE, self.none, "none"),
                (Mark.SOME, self.steps, "less to more"),
                (Mark.UNKNOWN, self.unknown, "amount unknown"),
            )
            if mark in marks
        ]
        beside = set("".join(map(self.beside, days)))
        found += [
            (sign, meaning)
            for sign, meaning in ((self.event, "event"), (self.session, "therapy session"))
            if sign in beside
        ]
        return tuple(found)


BLOCKS: Final = Glyphs(
    cell="▏▎▍▌▋▊▉█",
    spark="▁▂▃▄▅▆▇█",
    steps="▁▃▅▇",
    unwritten="·",
    none="○",
    unknown="?",
    event="*",
    session="S",
    running=">",
    safety="▌",
    win="+",
    rule="─",
)
ASCII: Final = Glyphs(
    cell="#",
    spark=".:-=+*#@",
    steps="-=%#",
    unwritten="_",
    none="o",
    unknown="?",
    event="*",
    session="S",
    running=">",
    safety="|",
    win="+",
    rule="-",
)


def glyphs_for(encoding: str) -> Glyphs:
    """The richest set that the encoding has."""
    try:
        f"{BLOCKS.cell}{BLOCKS.spark}{BLOCKS.none}{BLOCKS.unwritten}{BLOCKS.rule}".encode(encoding)
    except UnicodeEncodeError:
        return ASCII
    return BLOCKS


def _has_figure(day: CalendarGridDay) -> bool:
    return bool(day.figure) and day.mark in {Mark.SOME, Mark.UNKNOWN}


def _within(share: float) -> float:
    return min(1.0, max(0.0, share))
