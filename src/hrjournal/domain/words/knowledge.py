"""What a line is read with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.domain.words.understood import Name
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrjournal.domain.substances.substance import Kind
    from hrjournal.domain.substances.units import Units
    from hrjournal.domain.words.lexicon import Lexicon
    from hrjournal.domain.words.limits import Limits

ALCOHOL: Final = "alcohol"


class Knowledge(NamedTuple):
    """What a line is read with: the words of a country, its units, and what is plausible."""

    lexicon: Lexicon
    units: Units
    limits: Limits
    kinds: Mapping[str, Kind]

    @property
    def alcohol(self) -> Name:
        """What drinks are."""
        return self.of_kind(ALCOHOL)

    def of_kind(self, kind: str) -> Name:
        """The substance that a kind is usually tracked as."""
        return Name(self.kinds[kind], self.kinds[kind].name)
