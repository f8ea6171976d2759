"""Drinking levels: published steps of grams of pure alcohol a day, for looking back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from decimal import Decimal


class Level(NamedTuple):
    """One step; it reaches up to `most` grams a day and includes it. None has no upper end."""

    id: str
    name: str
    order: int
    most: Decimal | None


class LevelSet(NamedTuple):
    """One published set of cut-offs, with the grams from which a day counts as heavy."""

    id: str
    published_for: str
    heavy: Decimal
    levels: tuple[Level, ...]

    def level(self, grams: Decimal) -> Level:
        """The level of a mean in grams a day."""
        return next(each for each in self.levels if each.most is None or grams <= each.most)


class Levels(NamedTuple):
    """Every set by its id, which of them holds unless the person picks, and on how many days."""

    sets: dict[str, LevelSet]
    usual: str
    window_days: int
    fewest_days: int
