"""Every family of rules of small wins, and so every rule by its name."""

from __future__ import annotations

from hrjournal.report.wins import changing, days, life, safer, timing, urge, weeks
from hrjournal.report.wins.rule import RULES, WinRule

FAMILIES = (safer, days, timing, urge, weeks, life, changing)

__all__ = ["FAMILIES", "RULES", "WinRule"]
