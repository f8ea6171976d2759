"""Lines such as `alcohol 2`, understood without the vocabulary: most lines are as plain as that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.domain.substances.units import DRINK
from hrjournal.domain.words.understood import Name, TimedUse, Understood, Use

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.cli.context import AppContext
    from hrjournal.store import Journal

ALCOHOL: Final = "alcohol"
MOST: Final = 20  # drinks; larger numbers are looked at for what is plausible


def plain_use(app: AppContext, journal: Journal, words: Sequence[str]) -> Understood | None:
    """What a line says that is `alcohol` and a whole number; None for any other line.

    A test holds it together with the reader of all lines.
    """
    if len(words) != 2 or words[0].lower() != ALCOHOL or not _small(words[1]):
        return None
    kind = app.catalogue.kind(ALCOHOL)
    amount = app.units(journal).counted(words[1], DRINK, " ".join(words))
    return Understood((TimedUse(Use(Name(kind, kind.name), amount, " ".join(words))),))


def _small(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 3 and 0 < int(text) <= MOST
