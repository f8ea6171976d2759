"""Everything in a journal as one file: what it holds, how it is written, and how it is read."""

from __future__ import annotations

from hrjournal.domain.archive.diff import DiffCounts, MergePlan, compared
from hrjournal.domain.archive.json_reader import ImportChecks, ImportResult, RefusedItem, read
from hrjournal.domain.archive.json_writer import text_of
from hrjournal.domain.archive.model import FORMAT, PARTS, VERSION, Archive, Record

__all__ = [
    "FORMAT",
    "PARTS",
    "VERSION",
    "Archive",
    "DiffCounts",
    "ImportChecks",
    "ImportResult",
    "MergePlan",
    "Record",
    "RefusedItem",
    "compared",
    "read",
    "text_of",
]
