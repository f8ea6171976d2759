"""The summary to bring to a session: in the person's own voice, from one page of blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.blocks import Block, Note, Page, Text, Tone
from hrjournal.domain.entries.entry import day_name
from hrjournal.domain.summary.options import Section
from hrjournal.pages.amounts import days_words
from hrjournal.pages.summary import changes, charts, context, measures, methods, own_words
from hrjournal.pages.summary.lookups import Lookups, span_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from hrjournal.report.summary import Summary

    Sections = tuple[tuple[set[Section], Callable[[Summary, Lookups], Iterable[Block]]], ...]

__all__ = ["Lookups", "page"]

SELF_REPORTED: Final = (
    "All of this is what I wrote down myself. It was checked by nobody, and it is no diagnosis. "
    "Days that I did not write are in no figure, and never count as days without."
)
NOTHING: Final = "Nothing is written in these days yet."


def page(summary: Summary, known: Lookups) -> Page:
    """The page: first what is read in two minutes, then every day and every figure."""
    blocks = (
        Text(" ".join(_opening(summary))),
        *_sections(FIRST, summary, known),
        Text(SELF_REPORTED),
        *_sections(SECOND, summary, known),
    )
    return Page(known.title, blocks)


def _sections(some: Sections, summary: Summary, known: Lookups) -> Iterator[Block]:
    for parts, section in some:
        if parts & summary.parts:
            yield from section(summary, known)


def _opening(summary: Summary) -> list[str]:
    """Which days it is about, when it was made, and how many of the days are written."""
    days = summary.scope.window
    span = f"{span_words(days)} ({days_words(days.length)})"
    said = [f"{span}, made on {day_name(summary.scope.today)}."]
    if summary.scope.session is not None:
        said.append(f"It begins with my last session, on {day_name(summary.scope.session)}.")
    if not summary.clinical.written:
        said.append(NOTHING)
    elif Section.COVERAGE in summary.parts:
        said.append(f"I wrote on {summary.clinical.written} of {days_words(days.length)}.")
    if summary.scope.hidden:
        said.append("Substances go by letters here, and amounts by portions.")
    return said


def _safety(summary: Summary, _known: Lookups) -> list[Block]:
    return [Note(words, Tone.SAFETY) for words in summary.held.safety]


def _sittings(summary: Summary, known: Lookups) -> Iterator[Block]:
    if not any((*summary.held.kept.values(), *summary.held.naloxone)):
        return
    yield from own_words.blocks(summary, known)


FIRST: Final[Sections] = (
    ({Section.SAFETY}, _safety),
    ({Section.TALK}, lambda found, _: own_words.talk(found)),
    ({Section.CHANGES}, lambda found, known: changes.blocks(found, known.units)),
    ({Section.CHARTS, Section.MOOD}, lambda found, known: charts.blocks(found, known.units)),
    ({Section.WINS}, lambda found, known: context.wins(found, known.units)),
    ({*context.LINES}, lambda found, _: context.what_goes_with_it(found)),
    ({Section.RULERS, Section.REASONS, Section.SCREENS, Section.ROOTS, Section.PLACES}, _sittings),
)
SECOND: Final[Sections] = (
    ({Section.CALENDAR}, lambda found, known: charts.every_day(found, known.units)),
    ({Section.EVENTS}, lambda found, _: own_words.events(found)),
    ({Section.MEASURES}, measures.blocks),
    ({Section.DEFINITIONS}, methods.blocks),
    ({Section.NOTES}, lambda found, _: own_words.notes(found)),
    ({Section.LETTER}, lambda found, _: own_words.letter(found)),
)
