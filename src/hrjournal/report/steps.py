"""Safer steps: on how many of the use days one was taken."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from hrjournal.domain.history import DateRange, History
    from hrjournal.domain.substances.substance import Substance


class StepShare(NamedTuple):
    """The use days of a substance, or of any when it is None, on which a step was taken."""

    substance: Substance | None
    use_days: int
    any_days: int  # use days with one step or more
    days: tuple[tuple[str, int], ...]  # use days by step, the most frequent first


def step_shares(
    history: History, view: DateRange, substances: Sequence[Substance]
) -> tuple[StepShare, ...]:
    """The shares of each substance, and of all together when there are several.

    A step written without a substance counts for every substance used that day.
    """
    shares = [
        _share(history, substance, {substance.key}, _use_days(history, view, substance.key))
        for substance in substances
    ]
    if len(substances) > 1:
        keys = {one.key for one in substances}
        together = set().union(*(_use_days(history, view, key) for key in keys))
        shares.append(_share(history, None, keys, together))
    return tuple(share for share in shares if share.any_days)


def _use_days(history: History, view: DateRange, key: str) -> set[int]:
    return {day for day, day_use in view.of(history.of(key)).items() if day_use.used}


def _share(
    history: History, substance: Substance | None, keys: Collection[str], used: Collection[int]
) -> StepShare:
    by_day = [_steps(history, day, keys) for day in used]
    counts = Counter(step for steps in by_day for step in steps)
    ordered = tuple(sorted(counts.items(), key=lambda found: (-found[1], found[0])))
    return StepShare(substance, len(used), sum(bool(steps) for steps in by_day), ordered)


def _steps(history: History, day: int, keys: Collection[str]) -> set[str]:
    return {
        step
        for entry in history.records.get(day, ())
        if entry.substance is None or entry.substance in keys
        for step in entry.steps
    }
