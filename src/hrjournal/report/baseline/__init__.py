"""Door: what a person is measured against, their own usual and their own start. All exact."""

from __future__ import annotations

from hrjournal.report.baseline.course import FEWEST_THEN, USUAL, Course, Tally, known_part
from hrjournal.report.baseline.mean import ExactMean, middle
from hrjournal.report.baseline.window import (
    FEWEST_NOW,
    FEWEST_USES,
    WEEK,
    WindowPair,
    latest,
    pairs,
    start,
    usual,
)

__all__ = [
    "FEWEST_NOW",
    "FEWEST_THEN",
    "FEWEST_USES",
    "USUAL",
    "WEEK",
    "Course",
    "ExactMean",
    "Tally",
    "WindowPair",
    "known_part",
    "latest",
    "middle",
    "pairs",
    "start",
    "usual",
]
