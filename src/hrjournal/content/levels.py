"""Drinking levels: the published sets that a person can pick from."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hrjournal.content.loader import load
from hrjournal.domain.knowledge.levels import Level, Levels, LevelSet

if TYPE_CHECKING:
    from hrjournal.content.loader import TomlTable


@cache
def levels() -> Levels:
    """The sets of drinking levels that a person can pick from."""
    file = load("levels")
    words = [(row.text("id"), row.text("name")) for row in file.rows("levels")]
    return Levels(
        sets={
            name: _level_set(name, toml_table, words) for name, toml_table in file.tables("sets")
        },
        usual=file.text("usual"),
        window_days=file.whole("window_days"),
        fewest_days=file.whole("fewest_days"),
    )


def _level_set(name: str, found: TomlTable, words: list[tuple[str, str]]) -> LevelSet:
    tops = [*found.numbers("most"), None]
    return LevelSet(
        id=name,
        published_for=found.text("published_for"),
        heavy=found.number("heavy"),
        levels=tuple(
            Level(level, said, order, top)
            for order, ((level, said), top) in enumerate(zip(words, tops, strict=True))
        ),
    )
