"""What a summary counts: the measures of a window, its course, and what was kept beside it."""

from __future__ import annotations

from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.history import DateRange
from hrjournal.domain.substances.units import GRAMS
from hrjournal.domain.summary.options import OF_ITS_OWN
from hrjournal.domain.summary.sections import Section
from hrjournal.named import NamedTuple
from hrjournal.report.clinical import clinical
from hrjournal.report.clinical.assemble import POLY_RISKY
from hrjournal.report.clinical.records import record_measures
from hrjournal.report.mood import Feeling, average
from hrjournal.report.periods import By
from hrjournal.report.summary.headline import SubstanceHeadline, headline, substance_order
from hrjournal.report.summary.urges import urges
from hrjournal.report.summary.weeks import window_weeks
from hrjournal.report.summary.wins import visible_wins
from hrjournal.report.trends.view import trends

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from hrjournal.domain.entries.entry import Entry
    from hrjournal.domain.goals.goal import GoalInWindow
    from hrjournal.domain.history import History
    from hrjournal.domain.keepsake import Keepsake, KeepsakeType
    from hrjournal.domain.summary.options import Parts
    from hrjournal.domain.win import Win
    from hrjournal.report.clinical import (
        MeasureReport,
        MeasureResult,
        Thresholds,
    )
    from hrjournal.report.mood import Average
    from hrjournal.report.summary.safety_facts import SafetyFact
    from hrjournal.report.summary.urges import Urges
    from hrjournal.report.summary.weeks import WindowWeeks
    from hrjournal.report.trends.view import Trends

LATELY: Final = 28  # days at the end of a long window that are looked at by themselves
LONG: Final = 2 * LATELY
BY_DAY, BY_WEEK = 21, 280  # the longest windows that are cut by days, and by weeks


class Scope(NamedTuple):
    """What is looked at, and by what it is read."""

    window: DateRange
    today: int
    parts: Parts
    lines: Thresholds
    shown: DateRange | None = None  # the days of the calendar, if they are more than the window
    week_starts: int = 0
    dated: bool = False  # whether the person chose the first day
    session: int | None = None  # the day of the session since which it is
    hidden: bool = False  # whether substances go by letters


class SummaryInput(NamedTuple):
    """What the journal holds of it, without anything that is left out."""

    history: History
    wins: Sequence[Win] = ()
    goals: Sequence[GoalInWindow] = ()
    facts: Sequence[SafetyFact] = ()
    sessions: Sequence[int] = ()  # days on which one took place
    untold: bool = False  # whether there are facts that would tell what a letter stands for
    opioids: bool = False  # whether one was used in the window
    events: frozenset[int] = frozenset()  # days that the person marked
    kept: Mapping[KeepsakeType, Sequence[Keepsake]] = MappingProxyType({})
    naloxone: tuple[str | None, str | None] = (None, None)  # the place, and until when


class DayWords(NamedTuple):
    """A person's words about a day: what of it they tell, and of a good thing how good."""

    day: int
    text: str
    about: str = "note"  # or gave, after
    score: int | None = None


class WordCounts(NamedTuple):
    """How often each word was written, the most frequent first, and in how many records."""

    among: int
    counts: tuple[tuple[str, int], ...]


class Summary(NamedTuple):
    """Everything that the page says, counted."""

    scope: Scope
    clinical: MeasureReport
    lately: MeasureReport | None  # the last days of a long window
    trends: Trends
    feelings: Mapping[Feeling, Average]
    beside: tuple[MeasureResult, ...]  # triggers, strategies and money, whatever was used
    people: WordCounts
    routes: WordCounts
    notes: tuple[DayWords, ...]
    events: tuple[DayWords, ...]
    good: tuple[DayWords, ...]
    wins: tuple[Win, ...]
    headlines: tuple[SubstanceHeadline, ...]  # what weighs most first
    weeks: WindowWeeks
    urges: Urges
    held: SummaryInput

    @property
    def parts(self) -> Parts:
        """What is in it."""
        return self.scope.parts


def summary(held: SummaryInput, scope: Scope) -> Summary:
    """Counts a window; days after today are left out of it.

    The history reaches back to the first written day, so that a start can be found.
    """
    window = DateRange(
        scope.window.start, max(scope.window.start, min(scope.window.end, scope.today + 1))
    )
    scope = scope._replace(window=window)
    history = held.history
    measured, lately = _measured(history, window, scope), _lately(history, scope)
    records = list(_records(history, window))
    headlines = _headlines(history, measured, scope)
    means = {kind: average(history, window, kind) for kind in Feeling}
    return Summary(
        scope=scope,
        clinical=measured,
        lately=lately,
        trends=trends(
            history,
            window,
            by=_by(window),
            today=scope.today,
            week_starts=scope.week_starts,
            heavy=scope.lines.heavy,
        ),
        feelings={kind: mean for kind, mean in means.items() if mean},
        beside=_visible_measures(record_measures(history, window), scope),
        people=_spoken(records, lambda entry: entry.company),
        routes=_spoken(records, lambda entry: entry.route),
        notes=tuple(_notes(records)),
        events=tuple(_marked(records, EntryType.EVENT)),
        good=tuple(_marked(records, EntryType.GOOD)),
        wins=tuple(
            visible_wins(
                held.wins, window, scope.parts, filter(None, (measured, lately)), headlines
            )
        ),
        headlines=headlines,
        weeks=window_weeks(
            history,
            DateRange(min(window.start, (scope.shown or window).start), window.end),
            scope.today,
            scope.week_starts,
            [one.substance for one in headlines if not one.substance.kind.medicine],
        ),
        urges=urges(records, _heavy_days(history, window, scope)),
        held=held,
    )


def _measured(history: History, window: DateRange, scope: Scope) -> MeasureReport:
    measure_report = clinical(history, window, scope.today, scope.lines, chosen=scope.dated)
    substances = tuple(
        substance_measures._replace(measured=_visible_measures(substance_measures.measured, scope))
        for substance_measures in measure_report.substances
    )
    return measure_report._replace(
        substances=substances, together=_visible_measures(measure_report.together, scope)
    )


def _headlines(
    history: History, measured: MeasureReport, scope: Scope
) -> tuple[SubstanceHeadline, ...]:
    """Each written substance, what weighs most first."""
    told = tuple(one.substance for one in measured.substances if one.counted.written)
    ordered = substance_order(history, scope.window, told)
    return tuple(headline(history, one, scope.window, scope.lines.heavy) for one in ordered)


def _heavy_days(history: History, window: DateRange, scope: Scope) -> set[int]:
    """The days of the window that were heavy with alcohol."""
    return {
        day
        for key, one in history.substances.items()
        if one.kind.id == "alcohol"
        for day, use in window.of(history.of(key)).items()
        if use.unit == GRAMS and use.low + use.high >= 2 * scope.lines.heavy
    }


def _visible_measures(measured: Iterable[MeasureResult], scope: Scope) -> tuple[MeasureResult, ...]:
    """The measures of use itself, and those whose sections are in.

    By letters, which pair is risky would say what it is.
    """
    shared = scope.parts | {Section.MEASURES}
    return tuple(
        result
        for result in measured
        if result.measure.section in shared and not (scope.hidden and result.measure == POLY_RISKY)
    )


def _lately(history: History, scope: Scope) -> MeasureReport | None:
    if scope.window.length < LONG:
        return None
    return _measured(history, DateRange(scope.window.end - LATELY, scope.window.end), scope)


def _by(window: DateRange) -> By:
    if window.length <= BY_DAY:
        return By.DAY
    return By.WEEK if window.length <= BY_WEEK else By.MONTH


def _records(history: History, window: DateRange) -> Iterator[tuple[int, Entry]]:
    for day in window.every:
        for entry in history.records.get(day, ()):
            yield day, entry


def _marked(records: Iterable[tuple[int, Entry]], kind: EntryType) -> Iterator[DayWords]:
    """The words of records that are about nothing else."""
    for day, entry in records:
        if entry.type is kind and entry.note and entry.note.strip():
            yield DayWords(day, entry.note, score=entry.score)


def _notes(records: Iterable[tuple[int, Entry]]) -> Iterator[DayWords]:
    """What was written beside all other records."""
    for day, entry in records:
        for about in ("note", "gave", "after"):
            text = getattr(entry, about)
            if text and text.strip() and not (about == "note" and entry.type in OF_ITS_OWN):
                yield DayWords(day, text, about)


def _spoken(
    records: Iterable[tuple[int, Entry]], word: Callable[[Entry], str | None]
) -> WordCounts:
    counts = Counter(found for _, entry in records if (found := word(entry)))
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return WordCounts(counts.total(), tuple(ordered))
