"""What is found on the last day of a journal, once it is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.domain.win import BaselineKind
from hrjournal.report.wins import assess
from support.builders import TODAY

if TYPE_CHECKING:
    from hrjournal.domain.history import History
    from hrjournal.domain.win import HeavyDayThresholds, Win


def wins(
    history: History,
    rule: str = "",
    *,
    day: int = TODAY,
    yardstick: HeavyDayThresholds | None = None,
) -> list[Win]:
    """The wins of a day that is over, or those of one rule."""
    measures = () if yardstick is None else (yardstick,)
    return [win for win in assess(history, day, day + 1, *measures) if rule in {"", win.rule}]


def usual(history: History, rule: str, *, day: int = TODAY) -> Win | None:
    """The win of a rule that is not measured against the start."""
    found = [win for win in wins(history, rule, day=day) if win.baseline is not BaselineKind.START]
    assert len(found) <= 1
    return found[0] if found else None


def rules(history: History, *, day: int = TODAY) -> set[str]:
    """The rules that hold on a day that is over."""
    return {win.rule for win in wins(history, day=day)}


def at_once(history: History, *, day: int = TODAY) -> set[str]:
    """The rules that hold on a day before it is over."""
    return {win.rule for win in assess(history, day, day)}
