"""Published screens, each in a file of its own with its notice; one without its file is gone."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from hrjournal.content.loader import load
from hrjournal.domain.knowledge.resources import Need
from hrjournal.domain.knowledge.screens import Cutoff, Item, Screen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrjournal.content.loader import TomlTable


@cache
def screens() -> Mapping[str, Screen]:
    """Every screen that is there, by its id."""
    folder = Path(__file__).parent / "facts" / "screens"
    names = sorted(path.stem for path in folder.glob("*.toml"))
    return {name: _screen(name, load(f"screens/{name}")) for name in names}


def _screen(name: str, file: TomlTable) -> Screen:
    grams = file.table("drink_grams") if "drink_grams" in file.facts else None
    return Screen(
        id=name,
        name=file.text("name"),
        about=file.text("about"),
        weeks=file.whole("weeks"),
        need=Need(file.text("need")),
        credit=file.text("credit"),
        stem=file.text("stem"),
        items=tuple(
            Item(row.text("text"), row.texts("options") or file.texts("options"))
            for row in file.rows("items")
        ),
        support=file.texts("support"),
        cutoffs=tuple(_cutoff(row) for row in file.rows("cutoffs")),
        never_ends=file.flag("never_ends"),
        drink_grams={key: grams.number(key) for key in grams.facts} if grams else {},
        verified=file.flag("verified"),
        sources=file.texts("sources"),
    )


def _cutoff(row: TomlTable) -> Cutoff:
    return Cutoff(row.whole("at"), row.text("words"), row.flag("verified"), row.texts("sources"))
