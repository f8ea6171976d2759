"""Everything in a journal as one file: what it holds, how it is written, and how it is read."""

from __future__ import annotations

from hrjournal.domain.archive.comparing import Found, Plan, compared, which
from hrjournal.domain.archive.model import FORMAT, PARTS, VERSION, Archive, Record
from hrjournal.domain.archive.reading import Known, Read, Refused, read
from hrjournal.domain.archive.writing import text_of

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
