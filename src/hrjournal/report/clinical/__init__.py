"""Door: the measures of a Timeline Followback calendar, over any window."""

from __future__ import annotations

from hrjournal.report.clinical.assemble import clinical
from hrjournal.report.clinical.results import (
    Answer,
    Baseline,
    Counts,
    Interval,
    LevelReached,
    Measure,
    MeasureChange,
    MeasureReport,
    MeasureResult,
    MissingReason,
    SubstanceMeasures,
    Sum,
    Thresholds,
    Value,
    ValueKind,
    WeekdayBreakdown,
    WeekdayGroup,
    WordCount,
)

__all__ = [
    "Answer",
    "Baseline",
    "Counts",
    "Interval",
    "LevelReached",
    "Measure",
    "MeasureChange",
    "MeasureReport",
    "MeasureResult",
    "MissingReason",
    "SubstanceMeasures",
    "Sum",
    "Thresholds",
    "Value",
    "ValueKind",
    "WeekdayBreakdown",
    "WeekdayGroup",
    "WordCount",
    "clinical",
]
