"""Door: the measures of a Timeline Followback calendar, over any window."""

from __future__ import annotations

from hrjournal.report.clinical.assemble import clinical
from hrjournal.report.clinical.results import (
    Answer,
    Baseline,
    Between,
    Change,
    Clinical,
    Count,
    Counts,
    In,
    Lines,
    Measured,
    OfSubstance,
    Part,
    Rung,
    Split,
    Sum,
    Value,
    Why,
)

__all__ = [
    "Answer",
    "Baseline",
    "Between",
    "Change",
    "Clinical",
    "Count",
    "Counts",
    "In",
    "Lines",
    "Measured",
    "OfSubstance",
    "Part",
    "Rung",
    "Split",
    "Sum",
    "Value",
    "Why",
    "clinical",
]
