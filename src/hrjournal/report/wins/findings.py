"""Findings of a window beside what it is measured against, with every figure behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.report.baseline import size
from hrjournal.report.wins.rule import Finding

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrjournal.domain.win import Figure
    from hrjournal.report.baseline import ExactMean, Tally, WindowPair


def less(pair: WindowPair) -> Finding:
    """A lower mean per day."""
    now, then = pair.now.at_least, pair.then.mean
    figures = {
        "now": now.rounded(2),
        "then": then.rounded(2),
        "now_total": (now.total + 1) // 2,
        "then_total": (then.total + 1) // 2,
    }
    return found(pair, now, then, figures)


def seldomer(pair: WindowPair) -> Finding:
    """A lower share of days with use."""
    now, then = pair.now.rate, pair.then.rate
    return found(pair, now, then, {"now": pair.now.used, "then": pair.then.used})


def found(
    pair: WindowPair, now: ExactMean, then: ExactMean, figures: Mapping[str, Figure]
) -> Finding:
    """A win of one window against another, by two exact means."""
    estimated = not pair.then.window.length
    first = pair.now.window.start
    return Finding(
        since=first if estimated else min(first, pair.then.window.start),
        against=pair.against,
        size=size(now, then),
        rests=now.among if estimated else now.among + then.among,
        figures={
            **figures,
            "unit": pair.now.unit,
            **window("now", pair.now, now.among),
            **window("then", pair.then, then.among),
        },
    )


def window(name: str, tally: Tally, days: int) -> dict[str, Figure]:
    """The ends of a window, the days that a figure rests on, and the use days it leaves out."""
    counted: dict[str, Figure] = {f"{name}_days": days, f"{name}_left": tally.written - days}
    if not tally.window.length:
        return counted
    return {
        **counted,
        f"{name}_span": tally.window.length,
        f"{name}_from": tally.window.start,
        f"{name}_to": tally.window.end - 1,
    }
