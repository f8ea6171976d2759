"""National advice on drinking, for those who want to see it beside their own figures."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hrjournal.content.loader import load
from hrjournal.domain.knowledge.definitions import DrinkingGuide

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def guides() -> Mapping[str, DrinkingGuide]:
    """The guide of every country that has one here, by the country's code."""
    return {
        code: DrinkingGuide(
            country=code,
            body=guide.text("body"),
            year=guide.whole("year") if "year" in guide.facts else None,
            week=guide.numbers("week"),
            day=guide.number("day") if "day" in guide.facts else None,
            text=guide.text("text"),
            verified=guide.flag("verified"),
            sources=guide.texts("sources"),
        )
        for code, guide in load("guides").tables("countries")
    }


@cache
def about() -> str:
    """What to know of any guide."""
    return load("guides").table("about").text("text")
