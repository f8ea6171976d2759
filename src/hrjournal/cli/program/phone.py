"""Command lines as a phone types them: a long dash for two hyphens, and curly quotation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

OPTION: Final = re.compile("[-\u2013\u2014]*[\u2013\u2014]-?([a-z][a-z-]*)(=.*)?", re.DOTALL)
OPENED, CLOSED = "\u201c\u201e", "\u201d\u201c"


def as_meant(words: Sequence[str]) -> list[str]:
    """The words as a keyboard would have typed them.

    The shell knows no curly marks and parts what stands between them, so that it is put together
    here; words that the shell kept together were quoted for it, and stay as they are.
    """
    meant: list[str] = []
    rest = list(words)
    while rest:
        count = _quoted(rest)
        if count:
            meant.append(" ".join(rest[:count])[1:-1])
            del rest[:count]
        else:
            meant.append(_option(rest.pop(0)))
    return meant


def _quoted(words: Sequence[str]) -> int:
    """How many words from the first on stand between curly marks; 0 if it opens none."""
    if " " in words[0] or words[0][:1] not in OPENED or not words[0]:
        return 0
    ends = (at for at, word in enumerate(words, 1) if len(word) > 1 and word[-1] in CLOSED)
    return next(ends, 0)


def _option(word: str) -> str:
    found = OPTION.fullmatch(word)
    if found is None:
        return word
    dashes = "-" if len(found[1]) == 1 else "--"
    return f"{dashes}{found[1]}{found[2] or ''}"
