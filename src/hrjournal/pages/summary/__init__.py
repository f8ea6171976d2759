"""The summary to bring to a session: in the person's own voice, from one page of blocks."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from hrjournal.blocks import Block, Note, Page, Text, Tone
from hrjournal.domain.entries.entry import day_name
from hrjournal.domain.keepsake import KeepsakeType
from hrjournal.domain.reflection.reflection import few
from hrjournal.domain.summary.sections import Section
from hrjournal.named import NamedTuple
from hrjournal.pages.amounts import days_words
from hrjournal.pages.summary import changes, charts, context, measures, methods, own_words
from hrjournal.pages.summary.lookups import Lookups, span_words
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from hrjournal.report.summary import Summary

    Blocks = Callable[[Summary, Lookups], Iterable[Block]]
    SectionPages = Mapping[Section, "SectionPage"]

__all__ = ["SECTION_PAGES", "Lookups", "SectionPage", "page"]

SELF_REPORTED: Final = (
    "All of this is what I wrote down myself. It was checked by nobody, and it is no diagnosis. "
    "Days that I did not write are in no figure, and never count as days without."
)
NOTHING: Final = "Nothing is written in these days yet."


class SectionPage(NamedTuple):
    """How a section is told: in words, as data, what its data means, and how much it holds."""

    blocks: Blocks
    data: Callable[[Summary, Lookups], Any]
    meaning: str
    count: Callable[[Summary], int]
    noun: str  # of what it is so many


def page(summary: Summary, known: Lookups) -> Page:
    """The page: first what is read in two minutes, then every day and every figure."""
    blocks = (
        Text(" ".join(_opening(summary))),
        *_sections(FIRST_PAGE, summary, known),
        Text(SELF_REPORTED),
        *_sections(SECOND_PAGE, summary, known),
    )
    return Page(own(known.title), blocks)


def _sections(pages: SectionPages, summary: Summary, known: Lookups) -> Iterator[Block]:
    """The words of what is in; sections that share their words say them once."""
    chosen = dict.fromkeys(page.blocks for part, page in pages.items() if part in summary.parts)
    for blocks in chosen:
        yield from blocks(summary, known)


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


def _in_the_opening(_summary: Summary, _known: Lookups) -> list[Block]:
    return []


def _coverage(summary: Summary, _known: Lookups) -> dict[str, Any]:
    return {"days_written": summary.clinical.written, "days": summary.scope.window.length}


def _substances(summary: Summary) -> int:
    return sum(
        bool(substance_measures.counted.written)
        for substance_measures in summary.clinical.substances
    )


def _days_of(summary: Summary, measure: str) -> int:
    """On how many days a measure of what goes with use rests."""
    return next((result.rests for result in summary.beside if result.id == measure), 0)


def _kept(summary: Summary, sort: KeepsakeType) -> int:
    return len(own_words.kept(summary, sort))


FIRST_PAGE: Final[SectionPages] = MappingProxyType(
    {
        Section.COVERAGE: SectionPage(
            _in_the_opening,
            _coverage,
            "days of the window, and days_written",
            lambda found: found.clinical.written,
            "written day",
        ),
        Section.SAFETY: SectionPage(
            _safety,
            lambda found, _: list(found.held.safety),
            "a list of sentences",
            lambda found: len(found.held.safety),
            "line",
        ),
        Section.TALK: SectionPage(
            own_words.talk,
            lambda found, known: own_words.texts_data(own_words.still_open(found), known),
            "a list of points that are still open: day and text",
            lambda found: len(own_words.still_open(found)),
            "point",
        ),
        Section.CHANGES: SectionPage(
            changes.blocks,
            changes.data,
            "the measures of the first page for this_period and, of a long window, "
            "for last_28_days; each with its unit and baselines, as in measures --json",
            _substances,
            "substance",
        ),
        Section.CHARTS: SectionPage(
            charts.blocks,
            charts.data,
            "view and substances, as in trends --json for these days",
            _substances,
            "substance",
        ),
        Section.MOOD: SectionPage(
            charts.blocks,
            charts.mood_data,
            "mood, urge and sleep, as in trends --json",
            lambda found: max((mean.days for mean in found.feelings.values()), default=0),
            "day",
        ),
        Section.WINS: SectionPage(
            context.wins,
            context.wins_data,
            "a list, as in wins --json; id is null for one that is found for this alone",
            lambda found: len(context.chosen_wins(found)),
            "small win",
        ),
        Section.TRIGGERS: SectionPage(
            context.what_goes_with_it,
            lambda found, known: context.counted_data(found, known, "triggers"),
            "among how many records they were counted, and top: the most frequent",
            lambda found: _days_of(found, "triggers"),
            "day",
        ),
        Section.HELPED: SectionPage(
            context.what_goes_with_it,
            context.helped_data,
            "tried: counted like triggers; eased: how often an urge passed, came later "
            "or led to less after each, among how many",
            lambda found: _days_of(found, "strategies"),
            "day",
        ),
        Section.STEPS: SectionPage(
            context.what_goes_with_it,
            context.steps_data,
            "safer steps by substance, as in trends --json",
            lambda found: max((share.any_days for share in found.trends.steps), default=0),
            "day",
        ),
        Section.PEOPLE: SectionPage(
            context.what_goes_with_it,
            lambda found, _: context.words_data(found.people),
            "records among which they were counted, and counts by word",
            lambda found: found.people.among,
            "record",
        ),
        Section.ROUTES: SectionPage(
            context.what_goes_with_it,
            lambda found, _: context.words_data(found.routes),
            "the same",
            lambda found: found.routes.among,
            "record",
        ),
        Section.MONEY: SectionPage(
            context.what_goes_with_it,
            lambda found, known: context.counted_data(found, known, "spend"),
            "what was spent in the person's own currency, and the days that it rests on",
            lambda found: _days_of(found, "spend"),
            "day",
        ),
        Section.RULERS: SectionPage(
            own_words.rulers,
            own_words.rulers_data,
            "a list: scale, about, and the first and last day and score",
            lambda found: _kept(found, KeepsakeType.RULER),
            "answer",
        ),
        Section.REASONS: SectionPage(
            own_words.reasons,
            lambda found, known: own_words.texts_data(
                few(own_words.kept(found, KeepsakeType.REASON)), known
            ),
            "a list: day and text",
            lambda found: _kept(found, KeepsakeType.REASON),
            "reason",
        ),
        Section.SCREENS: SectionPage(
            own_words.screens,
            own_words.screens_data,
            "a list: screen, day and score",
            lambda found: _kept(found, KeepsakeType.SCREEN),
            "screen",
        ),
        Section.ROOTS: SectionPage(
            own_words.roots,
            lambda found, _: [own(one.subject) for one in own_words.kept(found, KeepsakeType.ROOT)],
            "a list of words",
            lambda found: _kept(found, KeepsakeType.ROOT),
            "word",
        ),
        Section.PLACES: SectionPage(
            own_words.places,
            lambda found, _: own_words.places_data(found),
            "naloxone_place and naloxone_expires",
            lambda found: sum(map(bool, found.held.naloxone)),
            "line",
        ),
    }
)
SECOND_PAGE: Final[SectionPages] = MappingProxyType(
    {
        Section.CALENDAR: SectionPage(
            charts.every_day,
            charts.every_day_data,
            "every day of each substance, as in calendar --json",
            lambda found: found.clinical.written and found.calendar.view.length,
            "day",
        ),
        Section.EVENTS: SectionPage(
            own_words.events,
            lambda found, _: own_words.days_data(found.events),
            "a list: day and text",
            lambda found: len(found.events),
            "day",
        ),
        Section.GOOD: SectionPage(
            own_words.good,
            lambda found, _: own_words.days_data(found.good, "score"),
            "a list: day, text and score",
            lambda found: len(found.good),
            "good thing",
        ),
        Section.MEASURES: SectionPage(
            measures.blocks,
            measures.data,
            "every measure of each substance, as in measures --json",
            _substances,
            "substance",
        ),
        Section.DEFINITIONS: SectionPage(
            methods.blocks,
            methods.data,
            "what each measure means, as in measures --explain --json",
            _substances,
            "substance",
        ),
        Section.NOTES: SectionPage(
            own_words.notes,
            lambda found, _: own_words.days_data(found.notes, "about"),
            "a list: day, text, and about: note, gave (what it gave) or after (what came after)",
            lambda found: len(found.notes),
            "note",
        ),
        Section.LETTER: SectionPage(
            own_words.letter,
            lambda found, known: own_words.texts_data(
                own_words.kept(found, KeepsakeType.LETTER)[-1:], known
            ),
            "a list of one: day and text",
            lambda found: len(own_words.kept(found, KeepsakeType.LETTER)[-1:]),
            "letter",
        ),
    }
)
SECTION_PAGES: Final[SectionPages] = MappingProxyType({**FIRST_PAGE, **SECOND_PAGE})
