"""The sheets that pages are laid out for."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

# Where Letter is the custom, as the Unicode Common Locale Data Repository has it.
_LETTER: Final = frozenset(
    ["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"]
)


class Paper(StrEnum):
    """A sheet by its usual name."""

    A4 = "a4"
    LETTER = "letter"


def usual_paper(country: str) -> Paper:
    """The sheet that is usual in a country; A4 where no country is known."""
    return Paper.LETTER if country in _LETTER else Paper.A4
