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


class WinGroup(StrEnum):
    """What kind of change it is; in the order in which a page shows them."""

    SAFER = "safer"
    LESS = "less"
    LESS_OFTEN = "less often"
    LATER = "later"
    URGES = "urges"
    CARE = "care"
    LIFE = "life"


class BaselineKind(StrEnum):
    """What a win is measured against."""

    USUAL = "usual"  # the 28 days before the 7 looked at
    START = "start"  # the pinned period at the start
    NOTHING = ""  # it stands for itself


class Size(StrEnum):
    """How large a change is, in words only."""

    LITTLE = "a little"  # under 10%
    SOME = "some"  # 10 to 24%
    LOT = "a lot"  # 25 to 49%
    VERY = "a very large step"  # 50% and more
    UNSAID = ""


class HeavyDayThresholds(NamedTuple):
    """What a person measures alcohol by, in thousandths of a gram.

    A day of `heavy` or more is a heavy day. `levels` are the inclusive tops of the low, medium
    and high level of the mean per day; the lower of the two published sets unless chosen.
    """

    heavy: int = 56_000
    levels: tuple[int, int, int] = (20_000, 40_000, 60_000)


Figure = int | float | str
NO_FIGURES: Mapping[str, Figure] = MappingProxyType({})


class Win(NamedTuple):
    """One win on one day.

    `since` is the first day that it rests on, `rests` on how many written days, `figures` the
    numbers behind it by name (amounts in thousandths of the figure `unit`).
    """

    rule: str
    day: int
    since: int
    group: WinGroup
    substance: str | None = None  # key
    baseline: BaselineKind = BaselineKind.NOTHING
    size: Size = Size.UNSAID
    rests: int = 1
    figures: Mapping[str, Figure] = NO_FIGURES
    id: int = 0


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
