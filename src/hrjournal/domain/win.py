"""A small win: any change for the better, measured against the person's own past."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


SUDDEN_STOP: Final = "sudden_stop"  # safety notices that wins give way to
OPIOID_BREAK: Final = "opioid_break"
MILLION: Final = 1_000_000  # chances are kept in whole millionths


class WinGroup(StrEnum):
    """What kind of change it is; in the order in which a page shows them."""

    SAFER = "safer"
    LESS = "less"
    LESS_OFTEN = "less often"
    LATER = "later"
    URGES = "urges"
    CARE = "care"
    LIFE = "life"


class Grade(StrEnum):
    """How much a win says; the more of it, the more days it rests on."""

    DID = "did"  # an act, certain as soon as it is written
    HAPPENED = "happened"  # a fact of rank, of a day or a week that is over
    CHANGING = "changing"  # four weeks that are clearly lighter than the weeks before
    HOLDS = "holds"  # a lighter level that stays
    LOOKS = "looks"  # no win yet: weeks that look lighter and are not clearly so


class WinMeasure(StrEnum):
    """What was counted."""

    AMOUNT = "amount"
    DAYS = "days"
    HEAVY_DAYS = "heavy_days"
    LARGEST = "largest"
    GAP = "gap"
    FIRST_USE = "first_use"
    URGE = "urge"
    STEP = "step"
    LIFE = "life"


class BaselineKind(StrEnum):
    """What a win is measured against."""

    USUAL = "usual"  # the days or weeks before
    START = "start"  # the first weeks, or a pinned period
    NOTHING = ""  # it stands for itself


class HeavyDayThresholds(NamedTuple):
    """What a person measures alcohol by, in thousandths of a gram.

    A day of `heavy` or more is a heavy day. `levels` are the inclusive tops of the low, medium
    and high level of the mean per day; the lower of the two published sets unless chosen.
    """

    heavy: int = 56_000
    levels: tuple[int, int, int] = (20_000, 40_000, 60_000)


class Yardstick(NamedTuple):
    """What small wins of one person are measured by.

    `drink` is one drink as it is shown, in thousandths of a gram; of every other unit one is
    shown as 1. A week starts on `week_starts`, Monday being 0. `day_totals` are the keys of
    substances that are written down as a day's total, so that their times say nothing.
    """

    lines: HeavyDayThresholds = HeavyDayThresholds()
    drink: int = 14_000
    week_starts: int = 0
    day_totals: frozenset[str] = frozenset()


Figure = int | float | str
NO_FIGURES: Mapping[str, Figure] = MappingProxyType({})


class Win(NamedTuple):
    """One win on one day.

    `figures` are the numbers behind it by name (amounts in thousandths of the figure `unit`,
    ends of windows as days). `chance` is how often it would come up if nothing but luck were at
    work, in millionths; 0 where that means nothing. `told` says whether a screen tells it; one
    that is not told is counted.
    """

    rule: str
    day: int
    grade: Grade
    group: WinGroup
    measure: WinMeasure
    substance: str | None = None  # key
    baseline: BaselineKind = BaselineKind.NOTHING
    figures: Mapping[str, Figure] = NO_FIGURES
    chance: int = 0
    told: bool = True
    id: int = 0


class Verdict(NamedTuple):
    """Whether a day was lighter, or the week of a substance that ended with it."""

    day: int
    substance: str  # key; empty for the person
    lighter: bool


class Notice(NamedTuple):
    """A safety notice that is due; the lowest `urgency` comes first.

    `since` is the day on which it came due: with rule and substance it makes an occasion.
    `words` names the text that says it, where that is not the one of the rule.
    """

    rule: str
    substance: str
    urgency: int
    figures: Mapping[str, Figure] = NO_FIGURES
    since: int = 0
    words: str = ""
