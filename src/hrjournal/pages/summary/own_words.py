"""What the person said in words of their own: points to talk about, days, notes, a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.blocks import Block, Facts, Heading, Listing, Text
from hrjournal.domain.entries.entry import day_name
from hrjournal.domain.keepsake import Kept
from hrjournal.pages.care.talk import DONE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.domain.keepsake import Keepsake
    from hrjournal.report.summary import Summary


def still_open(summary: Summary) -> list[Keepsake]:
    """The points to talk about that are not ticked off."""
    return [one for one in kept(summary, Kept.TALK) if DONE not in one.more]


def kept(summary: Summary, sort: Kept) -> Sequence[Keepsake]:
    """What is in the summary of one sort, the oldest first."""
    return summary.held.kept.get(sort, ())


def talk(summary: Summary) -> list[Block]:
    """What the person wants to talk about."""
    items = tuple(one_line(one.text) for one in still_open(summary))
    return [Heading("What I want to talk about"), Listing(items)] if items else []


def past_screens(summary: Summary, starts: int) -> list[tuple[str, int, int]]:
    """Which, on which day, and the score."""
    return [
        (one.subject, one.moment.day(starts), one.score or 0) for one in kept(summary, Kept.SCREEN)
    ]


def events(summary: Summary) -> list[Block]:
    """The days that the person marked."""
    rows = tuple((day_name(day), one_line(words)) for day, words in summary.events)
    return [Heading("Days that I marked"), Facts(rows)] if rows else []


def notes(summary: Summary) -> list[Block]:
    """The notes of the window, word for word."""
    said = [Text(f"{day_name(day)}: {note}") for day, note in summary.notes]
    return [Heading("My notes"), *said] if said else []


def letter(summary: Summary) -> list[Block]:
    """The latest letter to oneself, whole."""
    written = kept(summary, Kept.LETTER)
    return [Heading("My letter to myself"), Text(written[-1].text)] if written else []


def one_line(text: str) -> str:
    """Words of any lines as one line."""
    return " ".join(text.split())
