"""What the person said in words of their own: points to talk about, days, notes, a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.blocks import Block, DefinitionList, Heading, ItemList, Text
from hrjournal.domain.entries.entry import day_name
from hrjournal.domain.keepsake import KeepsakeType
from hrjournal.domain.reflection.reflection import few
from hrjournal.domain.summary.options import Section
from hrjournal.pages.care.people import DONE, expiry_words
from hrjournal.pages.care.screens import kept_page
from hrjournal.pages.reflection.page import ruler_blocks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from hrjournal.domain.keepsake import Keepsake
    from hrjournal.pages.summary.lookups import Lookups
    from hrjournal.report.summary import Summary


def still_open(summary: Summary) -> list[Keepsake]:
    """The points to talk about that are not ticked off."""
    return [one for one in kept(summary, KeepsakeType.TALK) if DONE not in one.more]


def kept(summary: Summary, sort: KeepsakeType) -> Sequence[Keepsake]:
    """What is in the summary of one sort, the oldest first."""
    return summary.held.kept.get(sort, ())


def talk(summary: Summary) -> list[Block]:
    """What the person wants to talk about."""
    items = tuple(one_line(one.text) for one in still_open(summary))
    return [Heading("What I want to talk about"), ItemList(items)] if items else []


def past_screens(summary: Summary, starts: int) -> list[tuple[str, int, int]]:
    """Which, on which day, and the score."""
    return [
        (one.subject, one.moment.day(starts), one.score or 0)
        for one in kept(summary, KeepsakeType.SCREEN)
    ]


def events(summary: Summary) -> list[Block]:
    """The days that the person marked."""
    rows = tuple((day_name(day), one_line(words)) for day, words in summary.events)
    return [Heading("Days that I marked"), DefinitionList(rows)] if rows else []


def notes(summary: Summary) -> list[Block]:
    """The notes of the window, word for word."""
    said = [Text(f"{day_name(day)}: {note}") for day, note in summary.notes]
    return [Heading("My notes"), *said] if said else []


def letter(summary: Summary) -> list[Block]:
    """The latest letter to oneself, whole."""
    written = kept(summary, KeepsakeType.LETTER)
    return [Heading("My letter to myself"), Text(written[-1].text)] if written else []


def one_line(text: str) -> str:
    """Words of any lines as one line."""
    return " ".join(text.split())


def blocks(summary: Summary, known: Lookups) -> Iterator[Block]:
    """All of it that is in the summary, in its order."""
    for part, section in SECTIONS.items():
        if part in summary.parts:
            yield from section(summary, known)


def rulers(summary: Summary, known: Lookups) -> list[Block]:
    """The first and the latest number on each ruler."""
    found = ruler_blocks(kept(summary, KeepsakeType.RULER), known.starts)
    facts = [block for block in found if isinstance(block, DefinitionList)]
    return [Heading("My rulers, from 0 to 10"), *facts] if facts else []


def reasons(summary: Summary, _known: Lookups) -> list[Block]:
    """A few reasons."""
    items = tuple(one_line(one.text) for one in few(kept(summary, KeepsakeType.REASON)))
    return [Heading("My reasons"), ItemList(items)] if items else []


def screens(summary: Summary, known: Lookups) -> list[Block]:
    """The scores of the screens that were kept in the window."""
    found = past_screens(summary, known.starts)
    blocks = kept_page(known.screens, found).blocks if found else ()
    return [Heading("Screens that I answered"), *blocks] if blocks else []


def roots(summary: Summary, known: Lookups) -> list[Block]:
    """What may lie underneath."""
    items = tuple(
        known.roots.get(one.subject, one.subject) for one in kept(summary, KeepsakeType.ROOT)
    )
    return [Heading("What may lie underneath, in my view"), ItemList(items)] if items else []


def places(summary: Summary, _known: Lookups) -> list[Block]:
    """Where naloxone lies, and until when it is good."""
    place, expires = summary.held.naloxone
    rows = [("Where", place)] if place else []
    rows += [("Good until", expiry_words(expires, summary.scope.today))] if expires else []
    return [Heading("My naloxone"), DefinitionList(tuple(rows))] if rows else []


SECTIONS: Final[Mapping[Section, Callable[[Summary, Lookups], list[Block]]]] = {
    Section.RULERS: rulers,
    Section.REASONS: reasons,
    Section.SCREENS: screens,
    Section.ROOTS: roots,
    Section.PLACES: places,
}
