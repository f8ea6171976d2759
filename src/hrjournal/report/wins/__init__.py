"""Door: small wins. One family of rules a file; each rule stands beside its sentence.

All of them are in `families`; judging a day loads those of weeks when a week ends.
"""

from __future__ import annotations

from hrjournal.report.wins.engine import REACH, RECORDS, Judged, judge, needs_all

__all__ = ["REACH", "RECORDS", "Judged", "judge", "needs_all"]
