"""The measures of a calendar worked out by hand, from their definitions, on lists of uses.

It shares no code with the program: days are a dict of lists, and every number is a fraction.
"""

from __future__ import annotations

import re
from fractions import Fraction
from statistics import median
from typing import Any, NamedTuple


class Use(NamedTuple):
    """A use: how much at least and at most, None for not known, and its clock in seconds."""

    low: int | None
    high: int | None
    unit: str = "g_alc"
    clock: int | None = None


Diary = dict[int, list[Use]]  # a day without use has no uses; an unwritten day is not there
Both = tuple[Fraction, Fraction]


class Count:
    """A diary from one day to another, in one unit."""

    def __init__(self, diary: Diary, first: int, last: int, unit: str) -> None:
        self.first, self.last, self.unit = first, last, unit
        self.days = {day: diary[day] for day in range(first, last + 1) if day in diary}
        self.length = max(0, last - first + 1)
        self.used = [day for day in self.days if self.days[day]]
        self.none = [day for day in self.days if not self.days[day]]
        self.known = {
            day: sums(self.days[day])
            for day in self.used
            if all(use.low is not None and use.unit == unit for use in self.days[day])
        }
        self.told = len(self.none) + len(self.known)
        hidden = len(self.used) - len(self.known)
        self.fair = self.told > 0 and hidden <= Fraction(len(self.used), 4)

    def uses(self) -> list[Use]:
        return [use for day in self.used for use in self.days[day]]

    def of_used(self, hundred: int) -> Fraction | None:
        """The share of written days with use, of a hundred."""
        if len(self.days) < 5:
            return None
        return Fraction(len(self.used) * hundred, len(self.days))

    def mean(self, days: int = 1) -> Both | None:
        """The amount of so many mean days."""
        if not self.fair or self.told < 5:
            return None
        ends = [sum(amount[end] for amount in self.known.values()) for end in (0, 1)]
        return Fraction(ends[0] * days, self.told), Fraction(ends[1] * days, self.told)

    def of_a_use_day(self) -> Both | None:
        if not self.known:
            return None
        ends = [sum(amount[end] for amount in self.known.values()) for end in (0, 1)]
        return Fraction(ends[0], len(self.known)), Fraction(ends[1], len(self.known))

    def middles(self) -> dict[int, Fraction]:
        return {day: Fraction(low + high, 2) for day, (low, high) in self.known.items()}

    def heavy(self, line: int) -> int | None:
        found = sum(middle >= line for middle in self.middles().values())
        return found if found or self.fair else None

    def heavy_share(self, line: int) -> Fraction | None:
        if self.mean() is None:
            return None
        return Fraction(100 * (self.heavy(line) or 0), self.told)

    def no_heavy(self, line: int) -> bool | None:
        found = self.heavy(line)
        if found is None:
            return None
        if found:
            return False
        for day in self.used:
            part = [use for use in self.days[day] if use.low is not None and use.unit == self.unit]
            if day not in self.known and Fraction(sum(sums(part)), 2) >= line:
                return None
        return True if Fraction(self.told, self.length) >= Fraction(4, 5) else None

    def level(self, tops: list[int]) -> int | None:
        mean = self.mean()
        if mean is None or self.told < 14 or 2 * self.told < self.length:
            return None
        return rung(Fraction(sum(mean), 2), tops)

    def letters(self) -> str:
        days = range(self.first, self.last + 1)
        return "".join("." if d not in self.days else "u" if self.days[d] else "n" for d in days)

    def run(self, letter: str) -> tuple[int, bool] | None:
        """The longest row of a letter, and whether one as long has an unknown day beside it."""
        if not self.days:
            return None
        row = f".{self.letters()}."
        longest = max((len(found) for found in re.findall(f"{letter}+", row)), default=0)
        whole = letter * longest
        open_ended = f".{whole}" in row or f"{whole}." in row
        return longest, bool(longest) and open_ended

    def total(self) -> tuple[int, int, dict[str, tuple[int, int]], int] | None:
        by_unit: dict[str, tuple[int, int]] = {}
        for unit in {use.unit for use in self.uses() if use.low is not None}:
            by_unit[unit] = sums([use for use in self.uses() if use.unit == unit])
        if not self.days or (self.used and not by_unit):
            return None
        low, high = by_unit.pop(self.unit, (0, 0))
        return low, high, by_unit, sum(use.low is None for use in self.uses())

    def largest(self) -> tuple[int, int, int] | None:
        middles = self.middles()
        if not middles:
            return None
        day = min(day for day in middles if middles[day] == max(middles.values()))
        return day, *self.known[day]

    def first_with(self, days: set[int], doubtful: set[int]) -> Both | None:
        if not days:
            return None
        end = min(days)
        start = min([day for day in doubtful if day < end], default=end)
        return Fraction(start - self.first + 1), Fraction(end - self.first + 1)

    def clock(self) -> Fraction | None:
        times = []
        for day in self.used:
            clocks = [use.clock for use in self.days[day]]
            if None not in clocks:
                times.append(Fraction(min(clock for clock in clocks if clock is not None)))
        return Fraction(median(times)) if len(times) >= 5 else None

    def by_weekday(self) -> list[tuple[int, int, Both | None]]:
        parts = [[n] for n in range(7)] + [[0, 1, 2, 3], [4, 5, 6]]
        return [self._on(weekdays) for weekdays in parts]

    def _on(self, weekdays: list[int]) -> tuple[int, int, Both | None]:
        some = {day: uses for day, uses in self.days.items() if (day + 6) % 7 in weekdays}
        part = Count(some, self.first, self.last, self.unit)
        mean: Both | None = None
        if part.fair:
            ends = [sum(amount[end] for amount in part.known.values()) for end in (0, 1)]
            mean = Fraction(ends[0], part.told), Fraction(ends[1], part.told)
        return len(part.days), len(part.used), mean


def sums(uses: list[Use]) -> tuple[int, int]:
    return sum(use.low or 0 for use in uses), sum(use.high or 0 for use in uses)


def rung(mean: Fraction, tops: list[int]) -> int:
    """How many tops, in thousandths, a mean lies above; none at all is the lowest."""
    return sum(mean > top for top in [0, *tops])


def most_known_unit(diary: Diary, first: int, last: int, own: str) -> str:
    days: dict[str, int] = {}
    for day in range(first, last + 1):
        units = {use.unit for use in diary.get(day, [])}
        if len(units) == 1 and all(use.low is not None for use in diary[day]):
            unit = units.pop()
            days[unit] = days.get(unit, 0) + 1
    best = sorted(days, key=lambda unit: (-days[unit], unit != own, unit))
    return best[0] if best else own


def every(count: Count) -> dict[str, Any]:
    """What holds for any substance."""
    share, written = count.of_used(100), bool(count.days)
    full = written and len(count.days) == count.length
    return {
        "days_covered": len(count.days),
        "total": count.total(),
        "use_days": len(count.used) if written else None,
        "pda": None if share is None else 100 - share,
        "pdd": share,
        "dpd": count.mean(),
        "ddd": count.of_a_use_day(),
        "max_day": count.largest(),
        "avg_week": count.mean(7),
        "longest_none": count.run("n"),
        "longest_use": count.run("u"),
        "first_time": count.clock(),
        "abstinent_window": False if count.used else True if full else None,
        "weekday": count.by_weekday() if written else None,
    }


def of_alcohol(count: Count, line: int, tops: list[int]) -> dict[str, Any]:
    grams = count.unit == "g_alc"
    return {
        "heavy_days": count.heavy(line) if grams and count.days else None,
        "phdd": count.heavy_share(line) if grams else None,
        "nhdd": count.no_heavy(line) if grams and count.days else None,
        "who_level": count.level(tops) if grams else None,
    }


def of_others(diary: Diary, first: int, last: int) -> dict[str, Any]:
    if last - first + 1 < 30:
        return {"drug_days": None, "drug_band": None}
    days = [diary[day] for day in range(last - 29, last + 1) if day in diary]
    used = len([uses for uses in days if uses])
    band = 2 if used >= 5 else None if len(days) < 27 else 1 if used else 0
    return {"drug_days": used if days else None, "drug_band": band}


def first_days(count: Count, line: int) -> dict[str, Any]:
    """Counted from a first day that the person chose."""
    days = set(range(count.first, count.last + 1))
    unknown = days - set(count.days)
    heavy = {day for day, middle in count.middles().items() if middle >= line}
    return {
        "first_use": count.first_with(set(count.used), unknown),
        "first_heavy": count.first_with(heavy, days - set(count.known) - set(count.none)),
    }


def start_of(diary: Diary, first: int) -> tuple[int, int] | None:
    """The first 28 written days, if they lie before a window."""
    written = sorted(diary)[:28]
    return (written[0], written[27]) if len(written) == 28 and written[27] < first else None


def enough(name: str, count: Count) -> bool:
    """Whether a measure of these days can stand in a comparison."""
    if name in {"pda", "pdd"}:
        return len(count.days) >= 14
    return count.told >= 14 and (name != "ddd" or len(count.known) >= 5)


def percent_less(now: Any, then: Any) -> Fraction | None:
    middles = [Fraction(sum(one), 2) if isinstance(one, tuple) else one for one in (now, then)]
    return 100 * (middles[1] - middles[0]) / middles[1] if middles[1] else None
