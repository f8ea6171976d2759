"""What the clinical measures are called and mean."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hrjournal.content.loader import load
from hrjournal.domain.knowledge.definitions import Definition

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def definitions() -> Mapping[str, Definition]:
    """Every measure by its id, in the order in which pages show them."""
    return {
        name: Definition(
            id=name,
            name=words.text("name"),
            plain=words.text("plain"),
            other=words.text("other", words.text("name")),
            text=words.text("text"),
            care=words.text("care", words.text("other", words.text("name"))),
            formula=words.text("formula"),
            verified=words.flag("verified"),
            sources=words.texts("sources"),
        )
        for name, words in load("definitions").tables()
    }
