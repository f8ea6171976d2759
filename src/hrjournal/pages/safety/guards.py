"""What guards rest on in the person's own record, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.domain.entries.entry import day_name
from hrjournal.report.safety.stops import SUDDEN_STOP, TOGETHER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrjournal.domain.substances.substance import Substance
    from hrjournal.domain.win import Notice


def why(notice: Notice, substances: Mapping[str, Substance]) -> str:
    """Why a sudden stop or a break is told."""
    rule, key, _, figures, _, words = notice
    name = substances[key].name if key in substances else ""
    name = "Opioids" if TOGETHER in figures else name
    if rule == SUDDEN_STOP:
        last = int(figures["until"]) - 14
        return (
            f"{name}: {figures['used']} of {figures['written']} written days up to "
            f"{day_name(last)} were days of use. Of late there was none, or much less."
        )
    days, gap = int(figures["days"]), int(figures["gap"])
    if not words.endswith("unwritten"):
        return f"{name}: after a day of use, {_days(days)} written as none."
    return f"{name}: the last use before lies {_days(gap + 1)} back in what is written."


def _days(count: int) -> str:
    return "1 day was" if count == 1 else f"{count} days were"
