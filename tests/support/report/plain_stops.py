"""Sudden stops and falls, counted mark by mark and apart from the program.

`tier(marks)` says what is due on the day of the last mark: gentle, full, step, or nothing. Marks
are grams of alcohol, or with `grams=False` a pill that goes down by a pace.
"""

from __future__ import annotations

from fractions import Fraction

Mark = int | str | None  # an amount, "?" for some, None where nothing is written
Marks = list[Mark]
LINES = ((240, "strongest"), (120, "full"), (80, "gentle"))


def tier(marks: Marks, *, grams: bool) -> str:
    """How much is said of a stop or a fall on the last day; empty where nothing is."""
    return _stop(marks, grams=grams) or _fall(marks, grams=grams)


def holds_wins(marks: Marks, *, grams: bool) -> bool:
    """Whether new wins wait."""
    return tier(marks, grams=grams) in {"full", "strongest"}


def _near_daily(marks: Marks, *, grams: bool) -> str:
    lately = marks[-56:]
    used = [mark for mark in written(lately)[-14:] if mark != 0]
    if len(used) < 12:
        return ""
    if not grams:
        return "full"
    both = (known(used), [one for one in known(lately) if one])
    means = [mean(amounts) for amounts in both if amounts]
    most = max(means, default=Fraction(80))
    return next((name for line, name in LINES if most >= line), "")


def _stop(marks: Marks, *, grams: bool) -> str:
    places = [place for place, mark in enumerate(marks) if mark not in {0, None}]
    if not places:
        return ""
    last, here = places[-1], len(marks) - 1
    run = [place for place in range(last + 1, len(marks)) if marks[place] == 0]
    if not run or run[0] - last > 56 or here > run[0] + 13:
        return ""
    before = written(marks[max(0, run[0] - 56) : run[0]])
    longest = max(map(len, "".join("0" if one == 0 else " " for one in before).split()), default=0)
    usual = 0 if 14 * before.count(0) < len(before) else longest
    if len(run) <= usual:
        return ""
    found = _near_daily(marks[: last + 1], grams=grams)
    return "" if found == "gentle" and here > run[usual] + 1 else found


def _fall(marks: Marks, *, grams: bool) -> str:
    here = len(marks) - 1
    places = [place for place, mark in enumerate(marks) if mark is not None]
    if not places or places[-1] < here - 2 or marks[places[-1]] == 0:
        return ""
    latest = places[-1]
    found = _fell(marks[: latest + 1], grams=grams)
    first = latest
    for place in range(latest - 1, max(-1, latest - 29), -1):
        if first - place <= 7 and _fell(marks[: place + 1], grams=grams):
            first = place
    if not found or here >= first + (2 if found == "gentle" else 14):
        return ""
    stopped = any(
        _stop(marks[: place + 1], grams=grams) for place in range(max(0, first - 14), first)
    )
    return "" if stopped else found


def _fell(marks: Marks, *, grams: bool) -> str:
    if not marks or marks[-1] in {0, None}:
        return ""
    found = _near_daily(marks[:-7], grams=grams)
    now = _seven(marks)
    if not found or now is None:
        return ""
    if grams:
        four = known(marks[-35:-7])
        deep = len(four) >= 14 and now < Fraction(75, 100) * mean(four)
        return found if deep and _below_all(marks, now, 7, Fraction(85, 100)) else ""
    if _below_all(marks, now, 14, Fraction(75, 100)):
        return found
    return "step" if _below_all(marks, now, 14, Fraction(85, 100)) else ""


def _below_all(marks: Marks, now: Fraction, ago: int, part: Fraction) -> bool:
    before = [_seven(marks[:-back]) for back in range(ago, 56) if len(marks) > back]
    means = [one for one in before if one is not None]
    return bool(means) and all(now < part * one for one in means)


def _seven(marks: Marks) -> Fraction | None:
    amounts = known(marks[-7:])
    return mean(amounts) if len(amounts) >= 4 else None


def known(marks: Marks) -> list[int]:
    return [mark for mark in marks if isinstance(mark, int)]


def written(marks: Marks) -> Marks:
    return [mark for mark in marks if mark is not None]


def mean(numbers: list[int]) -> Fraction:
    return Fraction(sum(numbers), len(numbers))
