"""Everything in a journal as one file: what it holds, how it is written, and how it is read."""

from __future__ import annotations

from hrjournal.domain.archive.diff import Found, Plan, compared, which
from hrjournal.domain.archive.json_reader import Known, Read, Refused, read
from hrjournal.domain.archive.json_writer import text_of
from hrjournal.domain.archive.model import FORMAT, PARTS, VERSION, Archive, Record

__all__ = [
    "FORMAT",
    "PARTS",
    "VERSION",
    "Archive",
    "Found",
    "Known",
    "Plan",
    "Read",
    "Record",
    "Refused",
    "compared",
    "read",
    "text_of",
    "which",
]
