"""The notices of breaks after which the body handles less, and of the weeks after one.

With opioids, tolerance is to all of them, so another one brings nobody's old tolerance back, and a
treatment that is taken daily keeps it. The danger stays for weeks after the first use: so one
short line comes with each use for two weeks, and a softer one once a week for two more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.domain.win import OPIOID_BREAK, Notice
from hrjournal.report.baseline import Course
from hrjournal.report.safety.group_days import days_together, last_use
from hrjournal.report.safety.tolerance import UNWRITTEN, break_on, is_opioid, rule_of
from hrjournal.report.safety.urgency import Urgency

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hrjournal.domain.history import DayUse, History
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.report.safety.tolerance import Break

TOGETHER: Final = "together"  # the figure of a break from all opioids, told of one
AFTER: Final = "opioid_break_after"  # the words of a line with each use
LATER: Final = "opioid_break_later"  # and of one once a week
HIGH: Final = 14  # days from a return on in which the danger is highest
RAISED: Final = 28  # and in which it is raised
REGULAR: Final = 2  # days before of which a treatment was taken on one


def break_notices(history: History, day: int) -> Iterator[Notice]:
    """Every break that a day lies in or ended, and what is said in the weeks after one."""
    for key, substance in history.substances.items():
        if rule_of(substance.kind) and not is_opioid(substance.kind):
            course = Course(substance, history.of(key))
            found = break_on(course, day) or _ended(break_on(course, day - 1))
            if found:
                yield _notice(key, found)
    yield from _of_opioids(history, day)


def _of_opioids(history: History, day: int) -> Iterator[Notice]:
    several = [one for one in history.substances.values() if is_opioid(one.kind)]
    several = [one for one in several if history.of(one.key)]
    if not several:
        return
    latest = max(several, key=lambda one: last_use(history.of(one.key), day))
    course = Course(latest, opioid_days(history, several))
    found = break_on(course, day) or _ended(break_on(course, day - 1))
    if found and _is_return_or_goes_on(history, several, found):
        figures = _together(history, several, latest, found.since)
        notice = _notice(latest.key, found)
        yield notice._replace(figures={**notice.figures, **figures})
    for back in range(day, day - RAISED, -1):
        before = break_on(course, back)
        if before and _lowers_for_weeks(before) and _used(history, several, back):
            yield _weeks_after(history, several, latest, before, day)
            return


def opioid_days(history: History, several: Sequence[Substance]) -> Mapping[int, DayUse]:
    """The days of all opioids; a treatment counts where it was taken the days before too."""
    courses = [history.of(one.key) for one in several]
    for key, one in history.substances.items():
        if one.kind.opioid and one.kind.medicine:
            taken = {day for day, kept in history.of(key).items() if kept.used}
            courses.append(
                {
                    day: history.of(key)[day]
                    for day in taken
                    if not taken.isdisjoint(range(day - REGULAR, day))
                }
            )
    return courses[0] if len(courses) == 1 else days_together(courses)


def _is_return_or_goes_on(history: History, several: Sequence[Substance], found: Break) -> bool:
    """Whether what ended a break, if anything did, was no treatment."""
    return not found.ended or _used(history, several, found.since)


def _used(history: History, several: Sequence[Substance], day: int) -> bool:
    return any(day in days and days[day].used for days in (history.of(one.key) for one in several))


def _lowers_for_weeks(found: Break) -> bool:
    """Whether use ended a break of a week or more, or a gap in which nothing is known."""
    return found.ended and (found.strong or not found.written)


def _together(
    history: History, several: Sequence[Substance], latest: Substance, day: int
) -> Mapping[str, int]:
    """The figure that says: of any opioid. Where none but this one was used before, its name."""
    before = {one.key for one in several if last_use(history.of(one.key), day - 1)}
    return {} if before <= {latest.key} else {TOGETHER: 1}


def _weeks_after(
    history: History, several: Sequence[Substance], latest: Substance, found: Break, day: int
) -> Notice:
    number = day - found.since
    high = number < HIGH
    return Notice(
        OPIOID_BREAK,
        latest.key,
        urgency=Urgency.BACK_AGAIN if high else Urgency.BREAK,
        figures={
            "days": found.days,
            "gap": found.gap,
            "number": number,
            "back": found.since,
            **_together(history, several, latest, found.since),
        },
        since=found.since if high else day - number % 7,
        words=AFTER if high else LATER,
    )


def _notice(key: str, found: Break) -> Notice:
    return Notice(
        found.rule.id,
        key,
        urgency=_urgency(found),
        figures={"days": found.days, "gap": found.gap, "strong": int(found.strong)},
        since=found.since,
        words=found.rule.id if found.written else f"{found.rule.id}_{UNWRITTEN}",
    )


def _ended(found: Break | None) -> Break | None:
    """A break of the day before, when use ended it."""
    return found if found and found.ended else None


def _urgency(found: Break) -> Urgency:
    if found.rule.id != OPIOID_BREAK:
        return Urgency.OTHER_BREAK
    if found.ended:
        return Urgency.RETURN
    return Urgency.LONG_BREAK if found.strong else Urgency.BREAK
