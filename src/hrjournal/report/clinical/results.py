"""What a measure comes to: a value of its own kind, the days it rests on, and what it was before.

Amounts are thousandths of the unit that the substance is counted in.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from hrjournal.named import NamedTuple
from hrjournal.report.measures import Largest, LongestRun

if TYPE_CHECKING:
    from fractions import Fraction

    from hrjournal.domain.history import DateRange
    from hrjournal.domain.knowledge.definitions import DrinkingGuide
    from hrjournal.domain.knowledge.levels import Levels
    from hrjournal.domain.knowledge.mixing import Mixing
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.domain.summary.sections import Section
    from hrjournal.domain.win import BaselineKind
    from hrjournal.report.measures import Measures, Total


class ValueKind(StrEnum):
    """What the numbers of a measure are."""

    DAYS = "days"
    NUMBER = "number"  # the number of a day of the window, the first being 1
    PERCENT = "percent"
    AMOUNT = "amount"
    SCALE = "0 to 10"
    CLOCK = "seconds"  # since the midnight before the day began
    MONEY = "money"  # thousandths
    WORD = "word"  # yes or no, a level, a band, a list


class MissingReason(StrEnum):
    """Why a measure has no value."""

    UNWRITTEN = "nothing is written"
    FEW = "not enough days yet"
    NO_USE = "no use"
    UNKNOWN = "amounts not known"
    NONE = "none in these days"


class Answer(StrEnum):
    """What a question comes to."""

    YES = "yes"
    NO = "no"


class Interval(NamedTuple):
    """A number that lies between two ends, which are the same where it is exact."""

    low: Fraction
    high: Fraction

    @property
    def middle(self) -> Fraction:
        """What it is compared by."""
        return (self.low + self.high) / 2


class Sum(NamedTuple):
    """A total, what lies in units that do not convert, and how many uses have no known amount."""

    low: int
    high: int
    others: tuple[Total, ...] = ()
    unknown_uses: int = 0


class LevelReached(NamedTuple):
    """A step of an ordered list; the higher, the more."""

    id: str
    name: str
    order: int


class WordCount(NamedTuple):
    """How often something was, by its word."""

    word: str
    times: int


class Counts(NamedTuple):
    """The most frequent first, each out of the same number."""

    among: int
    counts: tuple[WordCount, ...]


class WeekdayGroup(NamedTuple):
    """Some of the days of the week, 0 being Monday."""

    weekdays: tuple[int, ...]
    written: int
    use_days: int
    told_days: int
    mean: Interval | None  # of a day whose amount is known


class WeekdayBreakdown(NamedTuple):
    """Each day of the week, then Monday to Thursday and Friday to Sunday."""

    parts: tuple[WeekdayGroup, ...]


Value = Interval | Sum | Largest | LongestRun | LevelReached | Counts | WeekdayBreakdown | Answer


class MeasureChange(NamedTuple):
    """A measure beside a baseline; both rest on enough days.

    `percent` is how much less it is than the baseline, and below 0 when it is more. `levels` is
    how many levels it lies lower.
    """

    against: BaselineKind
    then: Interval | LevelReached
    rests: int
    percent: Fraction | None = None
    levels: int | None = None


class Measure(NamedTuple):
    """What is measured. A summary tells of it only where its section is in.

    Those of use itself belong to the section of measures, and stand on the first page without it.
    """

    id: str
    kind: ValueKind
    section: Section


class MeasureResult(NamedTuple):
    """What a measure comes to. Without a value it says why."""

    measure: Measure
    value: Value | None
    rests: int  # days that it rests on
    why: MissingReason | None = None
    changes: tuple[MeasureChange, ...] = ()

    @property
    def id(self) -> str:
        """The name of the measure for programs."""
        return self.measure.id

    @property
    def kind(self) -> ValueKind:
        """What its numbers are."""
        return self.measure.kind


class Baseline(NamedTuple):
    """What a substance is measured against; without days it is the person's own estimate."""

    against: BaselineKind
    days: DateRange | None
    written: int


class SubstanceMeasures(NamedTuple):
    """Every measure of one substance; `unit` is what its amounts are counted in."""

    substance: Substance
    unit: str
    counted: Measures
    measured: tuple[MeasureResult, ...]
    baselines: tuple[Baseline, ...] = ()
    few: bool = False  # whether fewer than 5 of 7 days are written

    @property
    def alcohol(self) -> bool:
        """Whether the terms for alcohol hold."""
        return self.substance.kind.id == "alcohol"

    def of(self, measure: str) -> MeasureResult | None:
        """The measure with this id, if it is one of this substance."""
        return next((result for result in self.measured if result.measure.id == measure), None)


class Thresholds(NamedTuple):
    """What days and means are read by, besides the person's own past."""

    heavy: int  # thousandths of a gram of alcohol from which a day is heavy
    own_heavy: bool  # whether the person set it
    levels: Levels
    chosen: str  # the id of a set of levels
    own_levels: bool  # whether the person picked it
    mixing: Mixing
    guide: DrinkingGuide | None = None  # where the person asks for one

    @property
    def guide_week(self) -> int | None:
        """The most that the guide names for a week, in thousandths of a gram.

        Of two numbers, the one that goes with the levels the person picked; else the lower.
        """
        if self.guide is None or not self.guide.week:
            return None
        lower = self.chosen == self.levels.usual
        return int(1000 * (min(self.guide.week) if lower else max(self.guide.week)))

    @property
    def guide_day(self) -> int | None:
        """The most that the guide names for one day, in thousandths of a gram."""
        if self.guide is None or self.guide.day is None:
            return None
        return int(1000 * self.guide.day)


class MeasureReport(NamedTuple):
    """Every measure over a window; `together` are those of all substances in it."""

    window: DateRange
    chosen: bool  # whether the person chose its first day
    written: int  # days on which anything at all was written
    lines: Thresholds
    substances: tuple[SubstanceMeasures, ...]
    together: tuple[MeasureResult, ...] = ()
