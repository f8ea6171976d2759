"""What the person kept of sitting down with it: rulers, reasons, screens, roots, naloxone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.blocks import Block, Facts, Heading, Listing
from hrjournal.domain.keepsake import Kept
from hrjournal.domain.reflection.reflection import few
from hrjournal.domain.summary.options import Part
from hrjournal.pages.care.people import expiry_words
from hrjournal.pages.care.screens import kept_page
from hrjournal.pages.reflection.page import ruler_blocks
from hrjournal.pages.summary.own_words import kept, one_line, past_screens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from hrjournal.pages.summary.lookups import Known
    from hrjournal.report.summary import Summary


def blocks(summary: Summary, known: Known) -> Iterator[Block]:
    """All of it that is in the summary, in its order."""
    for part, section in SECTIONS.items():
        if part in summary.parts:
            yield from section(summary, known)


def rulers(summary: Summary, known: Known) -> list[Block]:
    """The first and the latest number on each ruler."""
    found = ruler_blocks(kept(summary, Kept.RULER), known.starts)
    facts = [block for block in found if isinstance(block, Facts)]
    return [Heading("My rulers, from 0 to 10"), *facts] if facts else []


def reasons(summary: Summary, _known: Known) -> list[Block]:
    """A few reasons."""
    items = tuple(one_line(one.text) for one in few(kept(summary, Kept.REASON)))
    return [Heading("My reasons"), Listing(items)] if items else []


def screens(summary: Summary, known: Known) -> list[Block]:
    """The scores of the screens that were kept in the window."""
    found = past_screens(summary, known.starts)
    blocks = kept_page(known.screens, found).blocks if found else ()
    return [Heading("Screens that I answered"), *blocks] if blocks else []


def roots(summary: Summary, known: Known) -> list[Block]:
    """What may lie underneath."""
    items = tuple(known.roots.get(one.subject, one.subject) for one in kept(summary, Kept.ROOT))
    return [Heading("What may lie underneath, in my view"), Listing(items)] if items else []


def places(summary: Summary, _known: Known) -> list[Block]:
    """Where naloxone lies, and until when it is good."""
    place, expires = summary.held.naloxone
    rows = [("Where", place)] if place else []
    rows += [("Good until", expiry_words(expires, summary.scope.today))] if expires else []
    return [Heading("My naloxone"), Facts(tuple(rows))] if rows else []


SECTIONS: Final[Mapping[Part, Callable[[Summary, Known], list[Block]]]] = {
    Part.RULERS: rulers,
    Part.REASONS: reasons,
    Part.SCREENS: screens,
    Part.ROOTS: roots,
    Part.PLACES: places,
}
