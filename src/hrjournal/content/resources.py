"""Where to turn to: lines and places by country and need, and words for family and friends."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hrjournal.content.loader import load
from hrjournal.domain.knowledge.resources import Advice, Directory, Resource

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrjournal.content.loader import TomlTable


@cache
def directory() -> Directory:
    """All of it.

    Raises:
        ValueError: when a number stands there that was not checked.
    """
    file = load("resources")
    members = file.table("members")
    return Directory(
        resources=tuple(_resource(name, line) for name, line in file.tables("lines")),
        kinds=_words(file.table("kinds")),
        needs=_words(file.table("needs")),
        members={union: members.texts(union) for union in members.facts},
        also=_words(file.table("also")),
        family=tuple(_advice(words) for _, words in file.tables("family")),
    )


def _words(table: TomlTable) -> Mapping[str, str]:
    return {key: table.text(key) for key in table.facts}


def _resource(name: str, line: TomlTable) -> Resource:
    resource = Resource(
        id=name,
        country=line.text("country"),
        kind=line.text("kind"),
        name=line.text("name"),
        what_for=line.text("what_for"),
        needs=line.texts("needs"),
        phone=line.text("phone", ""),
        text=line.text("text", ""),
        url=line.text("url", ""),
        hours=line.text("hours", ""),
        caution=line.text("caution", ""),
        checked=line.day("checked"),
        verified=line.flag("verified"),
        sources=line.texts("sources"),
    )
    if (resource.phone or resource.text) and not resource.verified:
        raise ValueError(f"{line.place}: a number that was not checked may not stand here")
    return resource


def _advice(words: TomlTable) -> Advice:
    return Advice(
        words.text("title"), words.texts("lines"), words.flag("verified"), words.texts("sources")
    )
