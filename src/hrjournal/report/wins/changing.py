"""Changing and holding: four closed weeks beside the weeks before, judged once in four weeks.

Repeated looks make claims out of noise, so all journals are judged on one grid of four weeks.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from hrjournal.domain.history import DateRange
from hrjournal.domain.substances.units import GRAMS
from hrjournal.domain.summary.sections import Section
from hrjournal.domain.win import BaselineKind, Figure, Grade, WinGroup, WinMeasure
from hrjournal.named import NamedTuple
from hrjournal.report.baseline import ExactMean
from hrjournal.report.wins.beside import FEWEST_BEFORE, LATEST, USUAL, Beside, FourWeeks
from hrjournal.report.wins.beside import LOOKS as LIKELY
from hrjournal.report.wins.rule import Finding, WinRule, enter, one_in, window
from hrjournal.report.wins.series import FEWEST as FEWEST_LOGGED
from hrjournal.report.wins.series import WEEK, permuted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrjournal.domain.win import Win

CLEARLY: Final = 5  # of a hundred ways
SURER: Final = 2  # asked of days of use where amounts say less
RARE: Final = 5  # use days in twelve weeks, below which gaps are compared
FARTHEST: Final = 364  # days back in which they are looked for
MOST_ALSO: Final = 2
EITHER: Final = (BaselineKind.USUAL, BaselineKind.START)
TOLD_AT: Final = (4, 8, 12, 28, 52)  # weeks for which a level has held


def _claim(name: str, grade: Grade, measure: WinMeasure, says: str) -> WinRule:
    group = WinGroup.LESS_OFTEN if measure is WinMeasure.DAYS else WinGroup.LESS
    return enter(
        WinRule(
            name,
            grade=grade,
            group=group,
            measure=measure,
            section=Section.WINS,
            template=says,
            guarded=True,
        )
    )


CLEAR: Final = {
    WinMeasure.AMOUNT: _claim(
        "clearly_less",
        Grade.CHANGING,
        WinMeasure.AMOUNT,
        "{name}, clearly lighter over four weeks: {now:amount} a day, was {then:figure} "
        "{before}.{also}",
    ),
    WinMeasure.DAYS: _claim(
        "clearly_fewer_days",
        Grade.CHANGING,
        WinMeasure.DAYS,
        "{name}, clearly less often over four weeks: {now:tenth} days a week, was "
        "{then:tenth} {before}.{also}",
    ),
    WinMeasure.HEAVY_DAYS: _claim(
        "clearly_fewer_heavy_days",
        Grade.CHANGING,
        WinMeasure.HEAVY_DAYS,
        "{name}, clearly fewer heavy days over four weeks: {now:tenth} a week, was "
        "{then:tenth} {before}.{also}",
    ),
    WinMeasure.LARGEST: _claim(
        "clearly_lower_peaks",
        Grade.CHANGING,
        WinMeasure.LARGEST,
        "{name}, the largest days are clearly lower over four weeks: {now:amount} at most, was "
        "{then:figure} {before}.{also}",
    ),
}
HOLDS: Final = _claim(
    "holds",
    Grade.HOLDS,
    WinMeasure.AMOUNT,
    "{name}: the lower level has held for {weeks} weeks, at {now:amount} a day, was {then:figure} "
    "{before}.",
)
GAPS: Final = enter(
    WinRule(
        "clearly_longer_between",
        grade=Grade.CHANGING,
        group=WinGroup.LESS_OFTEN,
        measure=WinMeasure.GAP,
        section=Section.WINS,
        template="{name}, clearly longer between: {now} days from one use to the next of late, "
        "was {then}.",
        guarded=True,
    )
)
LOOKS: Final = enter(
    WinRule(
        "looks_lighter",
        grade=Grade.LOOKS,
        group=WinGroup.LESS,
        measure=WinMeasure.AMOUNT,
        section=Section.WINS,
        template="{name} looks lighter so far: {change} {before}.",
    )
)
MEASURES: Final = tuple(CLEAR)
LOOKED: Final = frozenset({WinMeasure.AMOUNT, WinMeasure.DAYS})


class Claim(NamedTuple):
    """What four weeks come to: what is told of them, and how sure."""

    measure: WinMeasure
    against: BaselineKind
    beside: Beside
    lighter: int  # ways as light
    ways: int


def claims(four: FourWeeks, hundredths: int = CLEARLY) -> list[Claim]:
    """What is lighter than luck alone makes it in so many of a hundred ways, the surest first.

    The amount opens the door: many looks at one thing would find something by luck, so the
    others tell how it is lighter, not that it is. Days of use open it where amounts cannot be
    compared, or where they are much surer.
    """
    found = {}
    for against in EITHER:
        for measure in MEASURES:
            if told := _told(four, against, measure, hundredths):
                found[against, measure] = told
    if not any(_opens(one, four) for one in found.values()):
        return []
    return sorted(
        found.values(),
        key=lambda one: (one.lighter / one.ways, MEASURES.index(one.measure), one.against),
    )


def _opens(one: Claim, four: FourWeeks) -> bool:
    """Whether something is lighter by this alone."""
    if one.measure is WinMeasure.AMOUNT:
        return True
    amount = four.beside(one.against, WinMeasure.AMOUNT)
    unknown = amount is None or amount.compared is None
    surer = 100 * one.lighter <= SURER * one.ways
    return one.measure is WinMeasure.DAYS and (unknown or surer)


def _told(
    four: FourWeeks, against: BaselineKind, measure: WinMeasure, hundredths: int
) -> Claim | None:
    if measure is WinMeasure.HEAVY_DAYS and four.unit != GRAMS:
        return None
    beside = four.beside(against, measure)
    if beside is None or beside.compared is None or not beside.compared.light(hundredths):
        return None
    if not _worth(four, beside, measure):
        return None
    return Claim(measure, against, beside, beside.compared.lighter, beside.compared.ways)


def _worth(four: FourWeeks, beside: Beside, measure: WinMeasure) -> bool:
    """Whether the figures differ by more than people can write: half a piece, or half a day."""
    now, then = beside.now, beside.level
    if measure is WinMeasure.LARGEST:
        return now.total + four.scene.piece(four.unit) <= then.total
    least = four.scene.piece(four.unit) if measure is WinMeasure.AMOUNT else 1
    return (now.total + least) * then.among <= then.total * now.among


def changing(four: FourWeeks) -> Iterator[tuple[WinRule, Finding]]:
    """The one claim that four weeks make, where they make one.

    Where use is rare, weeks hold too little to compare, and the time between uses is looked at.
    """
    if _rare(four):
        if finding := _longer_between(four):
            yield GAPS, finding
        return
    found = claims(four)
    if found:
        yield CLEAR[found[0].measure], _finding(four, found)


def looks_lighter(four: FourWeeks) -> Iterator[Finding]:
    """That four weeks look lighter, where they are not yet clearly so."""
    found = [] if _rare(four) else [one for one in claims(four, LIKELY) if one.measure in LOOKED]
    if found and not claims(four):
        yield _finding(four, found[:1])


def holding(four: FourWeeks, claim: Win, then: FourWeeks) -> Iterator[tuple[WinRule, Finding]]:
    """That the level of an earlier claim has held: four weeks that do not look above its own.

    `then` are the four weeks of the claim. It is told after 4, 8, 12, 28 and 52 weeks.
    """
    weeks = four.number - then.number
    measure = WinMeasure.AMOUNT
    before = then.others(claim.baseline, measure)
    level = then.beside(claim.baseline, measure)
    now, reached = four.latest(measure), then.latest(measure)
    if weeks not in TOLD_AT or level is None or four.unit != then.unit or not before:
        return
    beside = four.compared(now, reached, measure) if len(reached) >= FEWEST_BEFORE else None
    here = level._replace(now=four.mean(now, measure))
    if beside and not beside.heavy(LIKELY) and _worth(four, here, measure):
        figures = {**_sides(four, here, measure), "weeks": weeks}
        yield HOLDS, Finding(figures, claim.baseline, one_in(beside.ways, beside.lighter))


def _rare(four: FourWeeks) -> bool:
    days = DateRange(four.week.end - (LATEST + USUAL) * WEEK, four.week.end)
    return len(four.course.use_days(days)) < RARE


def _longer_between(four: FourWeeks) -> Finding | None:
    """The latest times between uses beside those before them, by rank, in whole days."""
    end = four.week.end
    uses = [day for day in four.course.uses if end - FARTHEST <= day < end]
    gaps = [(low, high) for low, high in pairwise([*uses, end]) if _told_gap(four, low, high)]
    late = [high - low for low, high in gaps if high > end - LATEST * WEEK]
    early = [high - low for low, high in gaps if high <= end - LATEST * WEEK][-USUAL:]
    if not late or len(early) < FEWEST_BEFORE:
        return None
    ways = permuted([-days for days in late], [-days for days in early])
    now, then = (ExactMean(sum(days), len(days)).rounded() for days in (late, early))
    if not ways.light(CLEARLY) or now <= then:
        return None
    figures = {"now": now, "then": then, **window("now", four.span, len(late))}
    return Finding(figures, BaselineKind.USUAL, one_in(ways.ways, ways.lighter))


def _told_gap(four: FourWeeks, low: int, high: int) -> bool:
    """Whether enough days between two uses are written."""
    between = four.course.written_in(DateRange(low + 1, high))
    return 7 * len(between) >= FEWEST_LOGGED * (high - low - 1)


def _finding(four: FourWeeks, found: Sequence[Claim]) -> Finding:
    """The surest claim, with what else is clearly lighter beside the same weeks."""
    first, *others = found
    also = [one for one in others if one.against is first.against][:MOST_ALSO]
    figures = _sides(four, first.beside, first.measure)
    for one in also:
        beside = _sides(four, one.beside, one.measure)
        figures |= {f"{one.measure}_now": beside["now"], f"{one.measure}_then": beside["then"]}
    figures["also"] = " ".join(one.measure for one in also)
    if first.measure is WinMeasure.AMOUNT and (down := _levels_down(four, first)):
        figures["levels"] = down
    return Finding(figures, first.against, one_in(first.ways, first.lighter))


def _sides(four: FourWeeks, beside: Beside, measure: WinMeasure) -> dict[str, Figure]:
    """Both sides as they are shown: amounts of a day, the largest day, or days of a week."""
    now, then = beside.now, beside.level
    ends = {
        **window("now", four.span, four.known_days(four.latest(measure), measure)),
        "then_from": beside.weeks.start,
        "then_to": beside.weeks.end - 1,
        "then_days": beside.days,
    }
    if measure in {WinMeasure.AMOUNT, WinMeasure.LARGEST}:
        return {"now": now.rounded(2), "then": then.rounded(2), "unit": four.unit, **ends}
    weekly = (one._replace(total=10 * WEEK * one.total).rounded() for one in (now, then))
    return {**dict(zip(("now", "then"), weekly, strict=True)), **ends}


def _levels_down(four: FourWeeks, claim: Claim) -> int:
    """How many WHO levels lower, also when half a standard error is added to the level now."""
    if four.unit != GRAMS:
        return 0
    amounts = four.series(WinMeasure.AMOUNT)
    weeks = [amounts.total(four.weeks.days(number)) for number in four.latest(WinMeasure.AMOUNT)]
    means = [week.total / week.among / 2 for week in weeks]
    mean = sum(means) / len(means)
    spread = sum((one - mean) ** 2 for one in means) / (len(means) - 1)
    now, then = claim.beside.now, claim.beside.level
    above = now.total / now.among / 2 + (spread / len(means)) ** 0.5 / 2
    before = then.total / then.among / 2
    return max(0, _level(four, before) - _level(four, above))


def _level(four: FourWeeks, grams: float) -> int:
    """The order of the level of a mean day: 0 for none, then 1 for low to 4 for very high."""
    return sum(grams > top for top in (0, *four.scene.yardstick.lines.levels))
