"""Words for what can lie underneath use."""

from __future__ import annotations

from functools import cache

from hrjournal.content.loader import load
from hrjournal.domain.knowledge.roots import Root


@cache
def roots() -> tuple[Root, ...]:
    """The words to pick from, in the order in which they are shown."""
    tags = load("roots").table("tags")
    return tuple(Root(tag, tags.text(tag)) for tag in tags.facts)
