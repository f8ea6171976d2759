"""Names of substances in words of any kind, and what stands in their place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hrjournal.domain.entries.entry import LONGEST_TEXT
from hrjournal.domain.substances.substance import OTHER, fold
from hrjournal.domain.substances.units import DRINK, GRAMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hrjournal.domain.entries.entry import Entry
    from hrjournal.domain.substances.substance import Kind, Substance

SHORTEST: Final = 2  # letters of a name that is looked for in words
DRINKING: Final = ("drink", "drinks", "drinking", "drank", "drunk", "alcoholic", "sober")
ANY_UNIT: Final = {"times", "mg", "g", "ml", "dose", "session"}  # say nothing of what it was
THE_REST: Final = "something"  # stands for a name that nothing of its own stands for
PARTED: Final = re.compile(r"[\s_-]+")


class NameRedactor:
    """Every name that is looked for, folded, and what stands for it."""

    def __init__(self, said: Iterable[tuple[str, str]]) -> None:
        """Takes names with what stands for them; of two that are the same, the first counts."""
        self._said: dict[str, str] = {}
        for name, stands in said:
            self._said.setdefault(fold(PARTED.sub(" ", name)), stands)
        longest = sorted(self._said, key=lambda name: (-len(name), name))
        spelled = "|".join(re.escape(name).replace(r"\ ", PARTED.pattern) for name in longest)
        self._found = re.compile(rf"(?<!\w)(?:{spelled})(?:s|es)?(?!\w)", re.IGNORECASE)

    def words(self, text: str) -> str:
        """The text with something else in place of names; no longer than a text can be."""
        return self._found.sub(self._called, text)[:LONGEST_TEXT] if self._said else text

    def name(self, text: str) -> bool:
        """Whether they name anything in this text."""
        return bool(self._said and self._found.search(text))

    def neutral(self, words: Iterable[str]) -> tuple[str, ...]:
        """Those words that name nothing."""
        return tuple(word for word in words if not self.name(word))

    def entry(self, entry: Entry) -> Entry:
        """A record in whose words nothing is named."""
        note, gave, after = (
            None if text is None else self.words(text)
            for text in (entry.note, entry.gave, entry.after)
        )
        company = entry.company
        return entry.replace(
            triggers=self.neutral(entry.triggers),
            copings=self.neutral(entry.copings),
            steps=self.neutral(entry.steps),
            note=note,
            gave=gave,
            after=after,
            company=None if company is None or self.name(company) else company,
        )

    def _called(self, found: re.Match[str]) -> str:
        """What stands for a name as it was found, perhaps of several."""
        name = fold(PARTED.sub(" ", found[0]))
        spelled = (name, name.removesuffix("s"), name.removesuffix("es"))
        return next((self._said[one] for one in spelled if one in self._said), THE_REST)


def names_of(one: Substance, slang: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Every name that a substance goes by; slang is by the kind that it means."""
    drinks = DRINKING if one.kind.id == "alcohol" else ()
    own = (one.name, one.key)
    others = (*_kind_names(one.kind, one.unit), *drinks, *slang.get(one.kind.id, ()))
    return (*own, *(name for name in others if len(name) >= SHORTEST))


def _kind_names(kind: Kind, unit: str) -> tuple[str, ...]:
    own = () if unit in ANY_UNIT or unit in {GRAMS, DRINK} else (unit,)
    return own if kind.id == OTHER.id else (kind.id, kind.name, *kind.aliases, *own)
