"""Which small wins of a window are told: by grade and size, and none that its headline denies."""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING, Final

from hrjournal.domain.summary.sections import Section
from hrjournal.domain.win import MILLION, BaselineKind, Grade, WinGroup
from hrjournal.report.summary.headline import HeadlineSpan, changes
from hrjournal.report.wins.families import RULES
from hrjournal.report.wins.telling import ACT_BITS, OF_USE, RANK, WEIGHTS, choose_in_order, days_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hrjournal.domain.history import DateRange
    from hrjournal.domain.summary.options import Parts
    from hrjournal.domain.win import Win
    from hrjournal.report.clinical import MeasureReport
    from hrjournal.report.summary.headline import SubstanceHeadline

    Risen = tuple[str, DateRange]

MOST: Final = 5
UP: Final = 5  # percent above the start from which a period is up
GRADES: Final = (Grade.HOLDS, Grade.CHANGING, Grade.DID, Grade.HAPPENED)  # what weighs most first


def visible_wins(
    wins: Iterable[Win],
    window: DateRange,
    parts: Parts,
    reports: Iterable[MeasureReport],
    headlines: Sequence[SubstanceHeadline],
) -> Iterator[Win]:
    """The wins of the window whose sections are in, and that agree with its headline.

    One of a rule that is not known any more could tell of anything, so it is left out.
    """
    ups = [up for report in reports for up in _up(report)]
    ups += [up for one in headlines for up in _up_since(one, window)]
    for win in wins:
        rule = RULES.get(win.rule)
        shared = rule is not None and {Section.WINS, rule.section} <= parts
        if win.day in window and shared and not any(_denies(win, up) for up in ups):
            yield _within(parts, win)


def chosen_wins(wins: Iterable[Win], most: int = MOST) -> tuple[Win, ...]:
    """Those that stand on a page: the best of each rule, by grade and then by size.

    It depends on the wins of the window alone, so later days change nothing of an older page.
    """
    best: dict[tuple[str, str | None, BaselineKind], Win] = {}
    for win in wins:
        key = (win.rule, win.substance, win.baseline)
        if key not in best or _size(win) >= _size(best[key]):
            best[key] = win
    ordered = sorted(
        best.values(),
        key=lambda win: (GRADES.index(win.grade), -_weight(win), -win.day, win.rule),
    )
    chosen = choose_in_order(ordered, most)
    return tuple(sorted(chosen, key=lambda win: (-win.day, win.rule)))


def _size(win: Win) -> tuple[float, int]:
    """How large one is among those of its rule; of claims and acts, the latest says most."""
    if win.grade is Grade.HAPPENED:
        return -log2(win.chance / MILLION) if win.chance else ACT_BITS, win.day
    return 0.0, win.day


def _weight(win: Win) -> float:
    bits = -log2(win.chance / MILLION) if win.chance else ACT_BITS
    return WEIGHTS.get(win.group, RANK) * bits


def _within(parts: Parts, win: Win) -> Win:
    """A win of an urge without what other parts tell of it: what was tried, how strong it was."""
    away: set[str] = set() if Section.HELPED in parts else {"strategy"}
    if win.group is WinGroup.URGES and Section.MOOD not in parts:
        away |= {"now", "then"}
    figures = {name: one for name, one in win.figures.items() if name not in away}
    return win._replace(figures=figures)


def _up(report: MeasureReport) -> Iterator[Risen]:
    """The substances that a report says lie above their start, with its window."""
    for one in report.substances:
        result = one.of("dpd") or one.of("pdd")
        higher = any(
            change.against is BaselineKind.START and (change.levels or 0) < 0
            for level in filter(None, [one.of("who_level")])
            for change in level.changes
        )
        for change in result.changes if result else ():
            percent = change.percent or 0
            up = percent <= -UP or (higher and percent < 0)
            if change.against is BaselineKind.START and up:
                yield one.substance.key, report.window


def _up_since(one: SubstanceHeadline, window: DateRange) -> Iterator[Risen]:
    """The same of a headline that begins in the window itself."""
    if any(change.percent is not None and change.percent <= -UP for change in changes(one)):
        counted = one.counted(HeadlineSpan.LATELY) or one.period
        yield one.substance.key, counted.span if one.start_inside else window


def _denies(win: Win, risen: Risen) -> bool:
    """Whether a win says less than a start, or less of a month, of days that lie above it."""
    key, window = risen
    if win.substance != key or win.group not in OF_USE:
        return False
    month = win.grade in {Grade.CHANGING, Grade.HOLDS}
    if not (month or win.baseline is BaselineKind.START or "start" in win.figures):
        return False
    first, last = days_of(win)
    inside = min(last + 1, window.end) - max(first, window.start)
    return 2 * inside >= last + 1 - first
