"""Whether a trigger word can be compared with days without it, or was noted along with what came.

Someone who notes words whenever they write down use has hardly a day without use that holds one.
Each of their words would seem to go together with use, and it would say how they write, not how
they live. Such words are not asked about. A word of a check-in stands by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

FEWEST_DAYS: Final = 5  # on either side; fewer cannot tie a word to anything
ALIKE: Final = 0.75  # the smaller share of days with a word, of the larger


def alike(
    words: Mapping[int, frozenset[str]], with_it: AbstractSet[int], without: AbstractSet[int]
) -> bool:
    """Whether some word stands about as often on days with use, or an urge, as on the others.

    Words on 9 of 10 days with use and 8 of 10 without: yes. On 9 of 10 and 2 of 10: no.
    """
    if min(len(with_it), len(without)) < FEWEST_DAYS:
        return True
    shares = sorted(len(words.keys() & side) / len(side) for side in (with_it, without))
    return shares[1] > 0 and shares[0] >= ALIKE * shares[1]
