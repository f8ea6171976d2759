"""What the program knows about the world, each fact with its source and review date.

Every family of facts is a TOML file of this folder, read once and when it is first asked for.
"""

from __future__ import annotations

from hrjournal.content.care import (
    break_rule,
    copings,
    levels,
    notice,
    sources,
    steps,
    stop_rule,
    triggers,
    why,
)
from hrjournal.content.measures import catalogue, countries, servings, units

__all__ = [
    "break_rule",
    "catalogue",
    "copings",
    "countries",
    "levels",
    "notice",
    "servings",
    "sources",
    "steps",
    "stop_rule",
    "triggers",
    "units",
    "why",
]
