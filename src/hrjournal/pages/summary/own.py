"""What the person said in words of their own: points to talk about, rulers, reasons, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.blocks import Block, Facts, Heading, Listing, Text
from hrjournal.domain.entry import day_name
from hrjournal.domain.keepsake import Kept
from hrjournal.domain.reflection import few
from hrjournal.pages.people import expiry_words
from hrjournal.pages.reflect import ruler_blocks
from hrjournal.pages.screens import kept_page
from hrjournal.pages.talk import DONE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.domain.keepsake import Keepsake
    from hrjournal.pages.summary.known import Known
    from hrjournal.report.summary import Summary


def still_open(summary: Summary) -> list[Keepsake]:
    """The points to talk about that are not ticked off."""
    return [one for one in kept(summary, Kept.TALK) if DONE not in one.more]


def kept(summary: Summary, sort: Kept) -> Sequence[Keepsake]:
    """What is in the summary of one sort, the oldest first."""
    return summary.held.kept.get(sort, ())


def talk(summary: Summary) -> list[Block]:
    """What the person wants to talk about."""
    items = tuple(_line(one.text) for one in still_open(summary))
    return [Heading("What I want to talk about"), Listing(items)] if items else []


def rulers(summary: Summary, starts: int) -> list[Block]:
    """The first and the latest number on each ruler."""
    found = ruler_blocks(kept(summary, Kept.RULER), starts)
    facts = [block for block in found if isinstance(block, Facts)]
    return [Heading("My rulers, from 0 to 10"), *facts] if facts else []


def reasons(summary: Summary) -> list[Block]:
    """A few reasons."""
    items = tuple(_line(one.text) for one in few(kept(summary, Kept.REASON)))
    return [Heading("My reasons"), Listing(items)] if items else []


def screens(summary: Summary, known: Known) -> list[Block]:
    """The scores of the screens that were kept in the window."""
    found = past_screens(summary, known.starts)
    blocks = kept_page(known.screens, found).blocks if found else ()
    return [Heading("Screens that I answered"), *blocks] if blocks else []


def past_screens(summary: Summary, starts: int) -> list[tuple[str, int, int]]:
    """Which, on which day, and the score."""
    return [
        (one.subject, one.moment.day(starts), one.score or 0) for one in kept(summary, Kept.SCREEN)
    ]


def roots(summary: Summary, known: Known) -> list[Block]:
    """What may lie underneath."""
    items = tuple(known.roots.get(one.subject, one.subject) for one in kept(summary, Kept.ROOT))
    return [Heading("What may lie underneath, in my view"), Listing(items)] if items else []


def places(summary: Summary) -> list[Block]:
    """Where naloxone lies, and until when it is good."""
    place, expires = summary.held.naloxone
    rows = [("Where", place)] if place else []
    rows += [("Good until", expiry_words(expires, summary.scope.today))] if expires else []
    return [Heading("My naloxone"), Facts(tuple(rows))] if rows else []


def events(summary: Summary) -> list[Block]:
    """The days that the person marked."""
    rows = tuple((day_name(day), _line(words)) for day, words in summary.events)
    return [Heading("Days that I marked"), Facts(rows)] if rows else []


def notes(summary: Summary) -> list[Block]:
    """The notes of the window, word for word."""
    said = [Text(f"{day_name(day)}: {note}") for day, note in summary.notes]
    return [Heading("My notes"), *said] if said else []


def letter(summary: Summary) -> list[Block]:
    """The latest letter to oneself, whole."""
    written = kept(summary, Kept.LETTER)
    return [Heading("My letter to myself"), Text(written[-1].text)] if written else []


def _line(text: str) -> str:
    return " ".join(text.split())
