"""Short published screens: their questions, and what the answers add up to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.errors import UsageError
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from hrjournal.domain.knowledge.resources import Need


class Item(NamedTuple):
    """A question and its answers; an answer scores its place, from 0."""

    text: str
    options: tuple[str, ...]


class Cutoff(NamedTuple):
    """From which score a screen says something, for whom and what."""

    at: int
    words: str
    verified: bool
    sources: tuple[str, ...]


class Screen(NamedTuple):
    """One screen. Items, stem and answers are as published, word for word."""

    id: str
    name: str
    about: str
    weeks: int  # at least, between two of them
    need: Need  # whom to turn to when a cut-off is reached
    credit: str
    stem: str
    items: tuple[Item, ...]
    support: tuple[str, ...]  # said before the score when a cut-off is reached
    cutoffs: tuple[Cutoff, ...]
    never_ends: bool  # with 0 as the first answer nothing more is asked
    drink_grams: Mapping[str, Decimal]  # of pure alcohol in a drink of its questions, by country
    verified: bool
    sources: tuple[str, ...]

    @property
    def most(self) -> int:
        """The highest score."""
        return sum(len(item.options) - 1 for item in self.items)

    def complete(self, answers: Sequence[int]) -> bool:
        """Whether nothing more is to be asked."""
        return len(answers) == len(self.items) or (self.never_ends and list(answers[:1]) == [0])

    def score(self, answers: Sequence[int]) -> int:
        """What the answers add up to.

        Raises:
            UsageError: when there are too few or too many, or one is none of those offered.
        """
        fits = len(answers) <= len(self.items) and all(
            0 <= answer < len(item.options)
            for answer, item in zip(answers, self.items, strict=False)
        )
        if not fits or not self.complete(answers):
            raise UsageError(
                f"{self.name} has {len(self.items)} answers, each the number before it. "
                f"To see them: hrjournal reflect screen {self.id}"
            )
        return 0 if self.never_ends and answers[0] == 0 else sum(answers)

    def reached(self, score: int) -> bool:
        """Whether the score is one at which a talk with someone makes sense."""
        return any(score >= cutoff.at for cutoff in self.cutoffs)

    def grams(self, country: str) -> Decimal | None:
        """Pure alcohol in a drink of its questions; None when they ask about none."""
        return self.drink_grams.get(country, self.drink_grams.get("any"))
