"""Which way a substance went, in a sentence: a slope from where to where, a step by its levels."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from hrjournal.domain.substances.amount import THOUSAND
from hrjournal.domain.substances.units import GRAMS
from hrjournal.domain.time.parse_date import MONTHS
from hrjournal.named import NamedTuple
from hrjournal.report.trends.comparison import ComparedBy, Way
from hrjournal.report.trends.direction import FEWEST_WEEKS

if TYPE_CHECKING:
    from hrjournal.domain.substances.units import Units
    from hrjournal.report.trends.direction import Direction

WEEK: Final = 7
EARLY, MIDDLE = 10, 20  # the last days of these parts of a month
WAYS: Final = {Way.LESS: "Down", Way.MORE: "Up"}
SMALL: Final = 20  # a level this many times below the other one is next to nothing
NONE, ALMOST = "none", "almost none"
NOTHING: Final = {NONE, ALMOST}


def direction_words(direction: Direction, unit: str, units: Units, today: int) -> str:
    """Which way the weeks went, how far, and how many of them it counts.

    It stands beside amounts whose unit is said, and does not say it again. `unit` is the base
    unit of its levels. A year is said where it is not that of `today`.
    """
    if direction.way is None:
        return f"Direction: too soon to say ({direction.weeks} of {FEWEST_WEEKS} weeks)."
    every = direction.weeks == direction.over
    over = f"over {direction.over} weeks{'' if every else f' ({direction.weeks} counted)'}"
    if direction.way is Way.SAME:
        return f"No clear direction {over}."
    step, levels = direction.step, _Levels(direction.scale, unit, units)
    first, last = levels.pair(*(step[1:] if step else direction.ends))
    if not first:
        often = " in days of use" if direction.scale is ComparedBy.DAYS else ""
        return f"{WAYS[direction.way]}{often} {over}."
    if step:
        since = around(step.day, date.fromordinal(today).year)
        rests = (
            f"{direction.over} weeks" if every else f"{direction.weeks} of {direction.over} weeks"
        )
        return f"{first[0].upper()}{first[1:]} until {since}, {last} since ({rests})."
    return f"{WAYS[direction.way]} {over}: from {first} to {last}."


def around(day: int, year: int) -> str:
    """About when, as people say it: `early June`, `mid-June`, and outside `year` with its year."""
    then = date.fromordinal(day)
    part = "early " if then.day <= EARLY else "mid-" if then.day <= MIDDLE else "late "
    return f"{part}{MONTHS[then.month - 1].title()}{'' if then.year == year else f' {then.year}'}"


class _Levels(NamedTuple):
    """How levels of one scale are said."""

    scale: ComparedBy
    unit: str
    units: Units

    def pair(self, first: float, last: float) -> tuple[str, str]:
        """Two levels, what they count said once; two empty words where they are said alike."""
        least = max(first, last) / SMALL
        said = [ALMOST if 0 < level < least else self._figure(level) for level in (first, last)]
        named = [place for place in (0, 1) if said[place] not in NOTHING]
        if said[0] == said[1] or not named:
            return "", ""
        words = [one if one in NOTHING else f"about {one}" for one in said]
        words[named[0]] += self._often(said[named[0]])
        return words[0], words[1]

    def _often(self, figure: str) -> str:
        if self.scale is ComparedBy.AMOUNT:
            return " a day"
        return f" {'day' if figure == '1' else 'days'} of use a week"

    def _figure(self, level: float) -> str:
        """A level as a figure of its unit, in words where it is next to nothing."""
        if self.scale is ComparedBy.DAYS:
            figure = f"{WEEK * level:.1f}".removesuffix(".0")
        else:
            figure = self.units.figure(self._near(level), self.unit)
        if figure == "0" or figure.startswith("under"):
            return ALMOST if level else NONE
        return figure

    def _near(self, level: float) -> int:
        """Thousandths as near as `about` is: whole from 10 on, tenths from 1 on."""
        if self.unit == GRAMS:
            return round(level)
        near = THOUSAND if level >= 10 * THOUSAND else THOUSAND // 10 if level >= THOUSAND else 1
        return near * round(level / near)
