"""What a person tried with urges, and how often an urge passed, or use came later or was less."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from hrjournal.domain.entries.entry import Outcome
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from hrjournal.domain.entries.entry import Entry
    from hrjournal.domain.reflection.coping import Coping

FEWEST: Final = 2  # urges with a known end, before a word is spoken of
MOST: Final = 3  # words for a person in an urge
EASIER: Final = frozenset({Outcome.RODE_OUT, Outcome.DELAYED, Outcome.LESS})


class CopingOutcome(NamedTuple):
    """A word for what was tried: urges that passed or led to later or less use, among how many."""

    word: str
    easier: int
    among: int

    @property
    def often(self) -> bool:
        """Whether it was so every second time at least."""
        return 2 * self.easier >= self.among

    @property
    def weight(self) -> Fraction:
        """The share, drawn towards one half where it rests on few."""
        return Fraction(self.easier + 1, self.among + 2)


def coping_outcomes(
    urges: Iterable[Entry], triggers: Collection[str] = ()
) -> tuple[CopingOutcome, ...]:
    """What went together with easier urges, the most telling first.

    A word counts with urges whose end is known. With triggers, of urges that came with one of them.
    """
    easier: dict[str, int] = {}
    among: dict[str, int] = {}
    for urge in urges:
        if urge.outcome is None or (triggers and not set(triggers) & set(urge.triggers)):
            continue
        for word in set(urge.copings):
            among[word] = among.get(word, 0) + 1
            easier[word] = easier.get(word, 0) + (urge.outcome in EASIER)
    outcomes = [
        CopingOutcome(word, count, among[word])
        for word, count in easier.items()
        if count and among[word] >= FEWEST
    ]
    return tuple(sorted(outcomes, key=lambda one: (-one.weight, -one.among, one.word)))


def at_hand(own: Sequence[Coping], known: Iterable[Coping], turn: int) -> tuple[Coping, ...]:
    """A few that fit now, each of another kind, one of the person's own first.

    Which ones goes round with the turn.
    """
    chosen = [own[turn % len(own)]] if own else []
    kinds: dict[str, list[Coping]] = {}
    for coping in known:
        if coping.at_hand and coping.kind not in {own.kind for own in chosen}:
            kinds.setdefault(coping.kind, []).append(coping)
    names = list(kinds)
    for step in range(min(MOST - len(chosen), len(names))):
        round_, place = divmod(turn * MOST + step, len(names))
        same = kinds[names[place]]
        chosen.append(same[round_ % len(same)])
    return tuple(chosen)
