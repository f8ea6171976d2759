"""Door: small wins. One family of rules a file; each rule stands beside its sentence."""

from __future__ import annotations

from hrjournal.report.wins import changing, days, life, safer, timing, urge, weeks
from hrjournal.report.wins.engine import REACH, RECORDS, Judged, facts_of, judge, needs_all
from hrjournal.report.wins.rule import RULES, WinRule

FAMILIES = (safer, days, timing, urge, weeks, life, changing)

__all__ = [
    "FAMILIES",
    "REACH",
    "RECORDS",
    "RULES",
    "Judged",
    "WinRule",
    "facts_of",
    "judge",
    "needs_all",
]
