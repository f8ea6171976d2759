"""Which safety notice comes first."""

from __future__ import annotations

from enum import IntEnum


class Urgency(IntEnum):
    """Which notice comes first: what can kill in the coming hours, then in the coming days."""

    RETURN = 0  # use of an opioid after a break
    DANGEROUS_MIX = 1
    STOP = 2
    BACK_AGAIN = 3  # use of an opioid in the two weeks after a return
    RISKY_MIX = 4
    LONG_BREAK = 5
    BREAK = 6
    OTHER_BREAK = 7
    MIX = 8
    RISE = 9
    NALOXONE = 10
    UNKNOWN_MIX = 11  # what is known of always comes before
