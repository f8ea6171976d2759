"""A closed week: lighter than the four before, weekday for weekday; and life beside use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.domain.history import DateRange
from hrjournal.domain.summary.sections import Section
from hrjournal.domain.win import BaselineKind, Figure, Grade, WinGroup, WinMeasure
from hrjournal.named import NamedTuple
from hrjournal.report.baseline import ExactMean
from hrjournal.report.wins.rule import Finding, WinRule, enter, one_in, window
from hrjournal.report.wins.series import FEWEST

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hrjournal.report.wins.beside import FourWeeks

BEFORE: Final = 28
FEWEST_BEFORE: Final = 14  # known days of the four weeks before

LIGHTER: Final = enter(
    WinRule(
        "lighter_week",
        grade=Grade.HAPPENED,
        group=WinGroup.LESS,
        measure=WinMeasure.AMOUNT,
        section=Section.WINS,
        template="{name}, {week}",
        guarded=True,
    )
)


class WeekTold(NamedTuple):
    """Whether a week was lighter; None where its days are too few to tell."""

    lighter: bool | None
    finding: Finding | None = None


def lighter_week(four: FourWeeks, others: Iterable[FourWeeks] = ()) -> WeekTold:
    """A week beside what its own weekdays came to in the four weeks before.

    It is no win where the last four weeks look heavier than the eight before them. `others` are
    the other substances, of which one may have gone up meanwhile.
    """
    course, week = four.course, four.week
    amounts = four.series(WinMeasure.AMOUNT)
    before = DateRange(week.start - BEFORE, week.start)
    known = amounts.within(week)
    enough = len(known) >= FEWEST and len(amounts.within(before)) >= FEWEST_BEFORE
    if not enough or len(course.written_in(week)) > len(known):
        return WeekTold(None)
    now, then = amounts.total(week), amounts.expected(known, before)
    piece = four.scene.piece(four.unit)
    if not _below(now, then, piece):
        return WeekTold(lighter=False)
    usual = four.beside(BaselineKind.USUAL, WinMeasure.AMOUNT)
    if usual and usual.looks_heavier:
        return WeekTold(lighter=None)
    days = four.series(WinMeasure.DAYS)
    figures: dict[str, Figure] = {
        "now": ExactMean(now.total, 1).rounded(2),
        "then": then.rounded(2),
        "unit": four.unit,
        "now_used": days.total(week).total,
        "then_used": _tenths(days.expected(known, before)),
        **window("now", week, len(known)),
        **window("then", before, len(amounts.within(before))),
        **_start(four, now, piece),
        **_risen(others),
    }
    return WeekTold(lighter=True, finding=Finding(figures, BaselineKind.USUAL, _chance(four)))


def _chance(four: FourWeeks) -> int:
    """Of this week and those of the four before that can be compared, how many are as light."""
    numbers = [four.number, *four.full(4, 1, WinMeasure.AMOUNT)]
    values = four.evened(numbers, WinMeasure.AMOUNT)
    return one_in(len(values), sum(value <= values[0] for value in values))


def _below(now: ExactMean, then: ExactMean, piece: int) -> bool:
    """Whether a sum lies below another by half a piece; both doubled."""
    return (now.total + piece) * then.among <= then.total


def _tenths(mean: ExactMean) -> int:
    return mean._replace(total=10 * mean.total).rounded()


def _start(four: FourWeeks, now: ExactMean, piece: int) -> dict[str, Figure]:
    """The figures of the start, where the week lies below it too and nothing contradicts it."""
    start = four.beside(BaselineKind.START, WinMeasure.AMOUNT)
    if start is None or start.looks_heavier:
        return {}
    then = ExactMean(start.level.total * now.among, start.level.among)
    if not _below(now, then, piece):
        return {}
    figures: dict[str, Figure] = {"start": then.rounded(2)}
    days = four.beside(BaselineKind.START, WinMeasure.DAYS)
    if days:
        used = ExactMean(days.level.total * now.among, days.level.among)
        figures["start_used"] = _tenths(used)
    return figures


def _risen(others: Iterable[FourWeeks]) -> dict[str, Figure]:
    """Another substance that went up by over a quarter in the same week; the one most so."""
    found: list[tuple[float, dict[str, Figure]]] = []
    for other in others:
        amounts = other.series(WinMeasure.AMOUNT)
        before = DateRange(other.week.start - BEFORE, other.week.start)
        known = amounts.within(other.week)
        if len(known) < FEWEST or len(amounts.within(before)) < FEWEST_BEFORE:
            continue
        now, then = amounts.total(other.week).total, amounts.expected(known, before)
        least = max(5 * then.total, 4 * (then.total + other.scene.piece(other.unit) * then.among))
        if 4 * now * then.among > least:
            figures: dict[str, Figure] = {
                "rose": other.course.substance.key,
                "rose_now": ExactMean(now, 1).rounded(2),
                "rose_then": then.rounded(2),
                "rose_unit": other.unit,
            }
            found.append((then.total / (now * then.among), figures))
    return min(found, key=lambda one: one[0])[1] if found else {}
