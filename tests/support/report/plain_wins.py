"""Small wins worked out the slow and obvious way, to hold the real ones against.

A journal is a list with one thing for each day: None where nothing is written, 0 for a day
without, a number for a use day, and "?" for a use day whose amount is not known. The last day is
the one looked at.
"""

from __future__ import annotations

from fractions import Fraction
from statistics import median

Mark = int | str | None
Marks = list[Mark]


def week(marks: Marks) -> Marks:
    return marks[-7:]


def four_weeks_before(marks: Marks) -> Marks:
    return marks[-35:-7]


def start(marks: Marks) -> Marks | None:
    """The first 28 written days, if the latest week begins after them."""
    places = [place for place, mark in enumerate(marks) if mark is not None][:28]
    if len(places) < 28 or places[-1] >= len(marks) - 7:
        return None
    if places == list(range(places[0], places[0] + 28)) and places[0] == len(marks) - 35:
        return None  # the very days of the usual
    return [marks[place] for place in places]


def known(marks: Marks) -> list[int]:
    return [mark for mark in marks if isinstance(mark, int)]


def written(marks: Marks) -> Marks:
    return [mark for mark in marks if mark is not None]


def mean(numbers: list[int]) -> Fraction:
    return Fraction(sum(numbers), len(numbers))


def rate(marks: Marks) -> Fraction:
    return Fraction(sum(mark != 0 for mark in written(marks)), len(written(marks)))


def size(now: Fraction, then: Fraction) -> str:
    share = (then - now) / then
    if share < Fraction(10, 100):
        return "a little"
    if share < Fraction(25, 100):
        return "some"
    return "a lot" if share < Fraction(50, 100) else "a very large step"


def beside(marks: Marks) -> dict[str, Marks]:
    """What the latest week is measured against."""
    found = {"usual": four_weeks_before(marks)}
    began = start(marks)
    return found if began is None else found | {"start": began}


def lower_week(marks: Marks) -> dict[str, str]:
    """The size of a lower week, by what it is measured against."""
    found = {}
    for against, before in beside(marks).items():
        if len(known(week(marks))) >= 5 and len(known(before)) >= 14:
            now, then = mean(known(week(marks))), mean(known(before))
            if now < then:
                found[against] = size(now, then)
    return found


def seldomer(marks: Marks) -> dict[str, str]:
    """The rule that tells a lower share of use days, by what it is measured against."""
    found = {}
    for against, before in beside(marks).items():
        if len(written(week(marks))) >= 5 and len(written(before)) >= 14:
            now, then = rate(week(marks)), rate(before)
            if now < then:
                found[against] = "fewer_days" if now else "more_none_days"
    return found


def lower_peak(marks: Marks) -> set[str]:
    now = week(marks)
    if "?" in now or len(known(now)) < 5 or not any(known(now)):
        return set()
    return {
        against
        for against, before in beside(marks).items()
        if len(known(before)) >= 14 and max(known(now)) < max(known(before))
    }


def lower_day(marks: Marks) -> str:
    """The size of a lower use day, or nothing."""
    before = [amount for amount in known(marks[-29:-1]) if amount]
    now = marks[-1]
    if not isinstance(now, int) or now == 0 or len(before) < 5:
        return ""
    then = Fraction(median(before))
    return size(Fraction(now), then) if now < then else ""


def level(grams: Fraction) -> int:
    tops = [0, 20, 40, 60]
    return next((order for order, top in enumerate(tops) if grams <= top), 4)


def levels_down(marks: Marks) -> int:
    """How many levels the last 28 days lie below the 28 before."""
    now, then = known(marks[-28:]), known(marks[-56:-28])
    if min(len(now), len(then)) < 14:
        return 0
    return max(0, level(mean(then)) - level(mean(now)))


def held(marks: Marks) -> bool:
    """Four weeks near the lowest four weeks so far, and below the highest before them."""
    length = len(marks)
    means = {}
    for end in range(1, length + 1):
        window = known(marks[max(0, end - 28) : end])
        if len(window) >= 14:
            means[end] = mean(window)
    before = [means[end] for end in means if end <= length - 28]
    weeks = [known(marks[max(0, length - 7 * n) : length - 7 * n + 7]) for n in (1, 2, 3, 4)]
    if not before or any(len(each) < 5 for each in weeks):
        return False
    near = all(mean(each) <= Fraction(105, 100) * min(means.values()) for each in weeks)
    return near and means[length] < max(before)
