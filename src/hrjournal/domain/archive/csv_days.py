"""The long table of `summary --as csv`: a row for each day and substance, read one by one.

Mood, urge and sleep are of the day. They may stand on each of its rows, and count once.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final

from hrjournal.domain.archive.csv_rows import RejectedRow
from hrjournal.domain.archive.csv_table import named_cells
from hrjournal.domain.entries.entry import LONGEST_WORD
from hrjournal.domain.substances.amount import LARGEST, THOUSAND
from hrjournal.domain.substances.substance import fold
from hrjournal.domain.time.parse_moment import CurrentTime, read_moment
from hrjournal.errors import UsageError
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrjournal.domain.entries.entry import Moment

COLUMNS: Final = (
    *("date", "substance", "status", "amount_low", "amount_high", "unit", "grams"),
    *("mood", "urge_max", "sleep_h"),
)
USE, NONE, MISSING = "use", "none", "missing"
DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
NUMBER: Final = re.compile(r"[0-9]{1,12}(?:[.,][0-9]{1,12})?")
OF_DAY: Final = {"mood": 10, "urge_max": 10, "sleep_h": 24}  # and the most that each can be


class DayFeelings(NamedTuple):
    """What is said of a day itself, as a check-in holds it."""

    mood: int | None = None
    urge: int | None = None
    sleep: int | None = None  # minutes


class DayRow(NamedTuple):
    """What a row says of a substance; `low` and `high` are None where the amount is not known."""

    line: int
    moment: Moment
    substance: str
    none: bool
    low: Decimal | None
    high: Decimal | None
    unit: str
    grams: Decimal | None


def is_of_days(head: Sequence[str]) -> bool:
    """Whether a first line is that of such a table."""
    return sorted(head) == sorted(COLUMNS)


class DayRows:
    """Reads the rows of one table, and gathers what is said of its days."""

    def __init__(self, head: Sequence[str], now: CurrentTime) -> None:
        """Takes the first line, and the time and zone to read days in."""
        self._head = head
        self._now = now
        self._moments: dict[str, Moment] = {}
        self._said: set[tuple[str, str]] = set()
        self._of_days: dict[str, dict[str, Decimal]] = {}
        self.rounded = 0  # how many days have a mood or an urge between two whole numbers

    def read(self, line: int, row: Sequence[str]) -> DayRow | RejectedRow | None:
        """A row; None where it says nothing of a substance, for its day is kept in any case."""
        try:
            cells = named_cells(self._head, row)
            return self._read(line, {name: _plain(cell) for name, cell in cells.items()})
        except UsageError as error:
            return RejectedRow(line, error.marked)

    def days(self) -> list[tuple[Moment, DayFeelings]]:
        """The days of which something is said, the oldest first."""
        return [
            (self._moments[date], self._feelings(told))
            for date, told in sorted(self._of_days.items())
        ]

    def _read(self, line: int, cells: Mapping[str, str]) -> DayRow | None:
        date, name, status = cells["date"], cells["substance"], cells["status"].casefold()
        moment = self._moment(date)
        told = {column: _number(cells, column, most) for column, most in OF_DAY.items()}
        row = _about(line, moment, status, cells) if self._speaks(name, status) else None
        if (date, fold(name)) in self._said:
            raise UsageError("Its day and substance stand on a row before.")
        self._agree(date, {column: found for column, found in told.items() if found is not None})
        self._said.add((date, fold(name)))
        return row

    def _speaks(self, name: str, status: str) -> bool:
        """Whether a row says something of a substance."""
        if status not in {USE, NONE, MISSING} and (name or status):
            raise UsageError("Its status is none of: use, none, missing.")
        if len(name) > LONGEST_WORD:
            raise UsageError(f"The name of its substance is longer than {LONGEST_WORD} characters.")
        if not name and status in {USE, NONE}:
            raise UsageError("It names no substance.")
        return status in {USE, NONE}

    def _agree(self, date: str, told: Mapping[str, Decimal]) -> None:
        of_day = self._of_days.get(date, {})
        for column, number in told.items():
            if of_day.get(column, number) != number:
                raise UsageError(f"Its {column} is another one than on a row of its day before.")
        if told:
            self._of_days[date] = {**of_day, **told}

    def _feelings(self, told: Mapping[str, Decimal]) -> DayFeelings:
        mood, urge, sleep = (told.get(column) for column in OF_DAY)
        self.rounded += any(one is not None and one % 1 for one in (mood, urge))
        return DayFeelings(_whole(mood), _whole(urge), _whole(sleep and sleep * 60))

    def _moment(self, text: str) -> Moment:
        if text not in self._moments:
            if not DATE.fullmatch(text):
                raise UsageError("Its date is not one like 2026-11-20.")
            try:
                self._moments[text] = read_moment(text, self._now)
            except UsageError:
                raise UsageError("Its date is no past day.") from None
        return self._moments[text]


def _plain(cell: str) -> str:
    """A cell as it is meant; a summary has a mark in front of a percent sign too."""
    return (cell[1:] if cell.startswith("'%") else cell).strip()


def _about(line: int, moment: Moment, status: str, cells: Mapping[str, str]) -> DayRow:
    low, high, grams = (
        _number(cells, column, LARGEST // THOUSAND)
        for column in ("amount_low", "amount_high", "grams")
    )
    if status == NONE:
        if low or high or grams:
            raise UsageError("It is a day without, and has an amount.")
        low = high = grams = None
    if (low is None) != (high is None) or (low or 0) > (high or 0):
        raise UsageError("An amount has two ends, the smaller one first, or none.")
    if low is not None and not cells["unit"]:
        raise UsageError("Its amount has no unit.")
    unit = cells["unit"]
    if len(unit) > LONGEST_WORD:
        raise UsageError(f"Its unit is longer than {LONGEST_WORD} characters.")
    return DayRow(
        line=line,
        moment=moment,
        substance=cells["substance"],
        none=status == NONE,
        low=low,
        high=high,
        unit=unit,
        grams=grams,
    )


def _number(cells: Mapping[str, str], column: str, most: int) -> Decimal | None:
    text = cells[column]
    if not text:
        return None
    found = Decimal(text.replace(",", ".")) if NUMBER.fullmatch(text) else None
    if found is None or found > most:
        raise UsageError(f"Its {column} is not a number from 0 to {most:,}.")
    return found


def _whole(number: Decimal | None) -> int | None:
    return None if number is None else int(number.to_integral_value(ROUND_HALF_UP))
