"""Door: small wins. One family of rules a file; each rule stands beside its sentence."""

from __future__ import annotations

from hrjournal.report.wins import (
    amount,
    care,
    frequency,
    gaps,
    level,
    life,
    record,
    safer,
    timing,
    urge,
)
from hrjournal.report.wins.engine import assess, assess_span
from hrjournal.report.wins.ledger import fresh
from hrjournal.report.wins.rule import RULES, WinRule

FAMILIES = (safer, amount, level, frequency, gaps, timing, urge, care, life, record)

__all__ = ["FAMILIES", "RULES", "WinRule", "assess", "assess_span", "fresh"]
