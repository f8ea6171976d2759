"""The summary to bring to a session: in the person's own voice, from one page of blocks."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from hrjournal.blocks import Block, Heading, Page, Text
from hrjournal.domain.entries.entry import day_name
from hrjournal.domain.keepsake import KeepsakeType
from hrjournal.domain.reflection.reflection import few
from hrjournal.domain.summary.sections import Section
from hrjournal.named import NamedTuple
from hrjournal.pages.amounts import days_words, joined
from hrjournal.pages.summary import (
    context,
    course,
    headline,
    measures,
    methods,
    own_words,
    safety,
    urges,
    weeks,
)
from hrjournal.pages.summary.lookups import Lookups, span_words
from hrjournal.pages.summary.room import FIRST, SECOND, SIDE, TITLE, fitted
from hrjournal.report.summary.wins import chosen_wins
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from hrjournal.pages.summary.room import Room
    from hrjournal.report.summary import Summary

    Blocks = Callable[[Summary, Lookups], Iterable[Block]]
    SectionPages = Mapping[Section, "SectionPage"]

__all__ = ["SECTION_PAGES", "Lookups", "SectionPage", "page"]

SELF_REPORTED: Final = (
    "All of this is what I wrote down myself. Nobody checked it, and it is no diagnosis. "
    "Days that I did not log are in no figure, and never count as days without."
)
NOTHING: Final = "Nothing is logged in these days yet."
SCALE: Final = (
    "Substances go by letters here, and amounts by my own scale: 1 is what I usually used on a "
    "day of use."
)


class SectionPage(NamedTuple):
    """How a section is told: in words, as data, what its data means, and how much it holds."""

    blocks: Blocks
    data: Callable[[Summary, Lookups], Any]
    meaning: str
    count: Callable[[Summary], int]
    noun: str  # of what it is so many


def page(summary: Summary, known: Lookups) -> Page:
    """Two sides: first what is read in two minutes, then every figure.

    Where there is too little room, parts go by their rank, and what went is named.
    """
    front, room, gone = fitted(
        lambda room: [*_opening(summary), *_sections(FIRST_PAGE, summary, known, room)],
        FIRST,
        known.room,
        SIDE - TITLE,
    )
    back, _, more = fitted(
        lambda room: [
            Text(SELF_REPORTED),
            *_sections(SECOND_PAGE, summary, known, room),
            *(weeks.further_lines(summary, known) if Section.MOOD in summary.parts else ()),
        ],
        SECOND,
        room,
        SIDE - TITLE,
    )
    heading = next((at for at, block in enumerate(back) if isinstance(block, Heading)), None)
    if heading is not None:
        back = [*back[:heading], Heading(str(back[heading][0]), later=True), *back[heading + 1 :]]
    names = dict.fromkeys([*gone, *more])
    left = [Text(f"Left out, for there was no room on two sides: {joined(list(names))}.")]
    return Page(own(known.title), (*front, *back, *(left if names else ())))


def _sections(pages: SectionPages, summary: Summary, known: Lookups, room: Room) -> Iterator[Block]:
    """The words of what is in; sections that share their words say them once."""
    known = known._replace(room=room)
    chosen = dict.fromkeys(page.blocks for part, page in pages.items() if part in summary.parts)
    for blocks in chosen:
        yield from blocks(summary, known)


def _opening(summary: Summary) -> list[Block]:
    """Which days it is about, when it was made, and how many of the days are logged."""
    days = summary.scope.window
    span = f"{span_words(days)} ({days_words(days.length)})"
    said = [f"{span}, made on {day_name(summary.scope.today)}."]
    if summary.scope.session is not None:
        said.append(f"It begins with my last session, on {day_name(summary.scope.session)}.")
    if not summary.clinical.written:
        said.append(NOTHING)
    elif Section.COVERAGE in summary.parts:
        said.append(f"I logged {summary.clinical.written} of {days_words(days.length)}.")
    if summary.scope.hidden:
        said.append(SCALE)
    return [Text(" ".join(said))]


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


def _felt(summary: Summary) -> int:
    """The days of the feeling that is written on most of them."""
    weeks = [
        sum(one.days for one in means if one)
        for means in (summary.weeks.anxiety, summary.weeks.pain)
    ]
    return max([*(mean.days for mean in summary.feelings.values()), *weeks])


def _kept(summary: Summary, sort: KeepsakeType) -> int:
    return len(own_words.kept(summary, sort))


FIRST_PAGE: Final[SectionPages] = MappingProxyType(
    {
        Section.COVERAGE: SectionPage(
            _in_the_opening,
            _coverage,
            "days of the window, and days_written",
            lambda found: found.clinical.written,
            "logged day",
        ),
        Section.CHANGES: SectionPage(
            headline.blocks,
            course.changes_data,
            "the measures of the first page for this_period and, of a long window, "
            "for last_28_days; each with its unit and baselines, as in measures --json",
            _substances,
            "substance",
        ),
        Section.SAFETY: SectionPage(
            safety.blocks,
            safety.data,
            "facts: kind, substances, days, gap_days (from the last use to a return) and among "
            "(days of which company is known); sentences; naloxone",
            safety.count,
            "line",
        ),
        Section.AGREED: SectionPage(
            own_words.wanted,
            lambda found, known: own_words.texts_data(
                own_words.kept(found, KeepsakeType.AGREED), known
            ),
            "a list of what was agreed in the last session: day and text",
            lambda found: _kept(found, KeepsakeType.AGREED),
            "thing",
        ),
        Section.GOALS: SectionPage(
            own_words.wanted,
            own_words.goals_data,
            "a list of the goals that held: goal in words, since, changed (days on which it was "
            "changed) and ratings (day and score, 0 to 10)",
            lambda found: len(found.held.goals),
            "goal",
        ),
        Section.TALK: SectionPage(
            own_words.wanted,
            lambda found, known: own_words.texts_data(own_words.still_open(found), known),
            "a list of points that are still open: day and text",
            lambda found: len(own_words.still_open(found)),
            "point",
        ),
        Section.RULERS: SectionPage(
            own_words.wanted,
            own_words.rulers_data,
            "a list: scale, about, and the first and last day and score",
            lambda found: _kept(found, KeepsakeType.RULER),
            "answer",
        ),
        Section.REASONS: SectionPage(
            own_words.wanted,
            lambda found, known: own_words.texts_data(
                few(own_words.kept(found, KeepsakeType.REASON)), known
            ),
            "a list: day and text",
            lambda found: _kept(found, KeepsakeType.REASON),
            "reason",
        ),
        Section.CALENDAR: SectionPage(
            weeks.blocks,
            course.every_day_data,
            "every day of each substance, as in calendar --json",
            lambda found: found.weeks.view.length if found.weeks.substances else 0,
            "day",
        ),
        Section.CHARTS: SectionPage(
            weeks.blocks,
            course.charts_data,
            "view and substances, as in trends --json for these days",
            _substances,
            "substance",
        ),
        Section.MOOD: SectionPage(
            weeks.blocks,
            course.mood_data,
            "mood, urge and sleep, as in trends --json",
            _felt,
            "day",
        ),
        Section.URGES: SectionPage(
            urges.blocks,
            lambda found, _: urges.outcomes_data(found.urges.outcomes),
            "how many urges there were, how many ended in each way, and not_written",
            lambda found: found.urges.outcomes.urges,
            "urge",
        ),
        Section.TRIGGERS: SectionPage(
            urges.blocks,
            urges.triggers_data,
            "a list: word, use_days, heavy_days, urges, and passed (urges that did)",
            lambda found: len(found.urges.triggers),
            "situation",
        ),
        Section.HELPED: SectionPage(
            urges.blocks,
            urges.ways_data,
            "a list of all that was tried: word, urges, how many ended in each way, not_written",
            lambda found: len(found.urges.ways),
            "way",
        ),
        Section.WINS: SectionPage(
            context.wins,
            context.wins_data,
            "a list, as in wins --json; id is null for one that is found for this alone",
            lambda found: len(chosen_wins(found.wins)),
            "small win",
        ),
        Section.STEPS: SectionPage(
            context.beside_use,
            context.steps_data,
            "safer steps by substance, as in trends --json",
            lambda found: max((share.any_days for share in found.trends.steps), default=0),
            "day",
        ),
        Section.PEOPLE: SectionPage(
            context.beside_use,
            lambda found, _: context.words_data(found.people),
            "records among which they were counted, and counts by word",
            lambda found: found.people.among,
            "record",
        ),
        Section.ROUTES: SectionPage(
            context.beside_use,
            lambda found, _: context.words_data(found.routes),
            "the same",
            lambda found: found.routes.among,
            "record",
        ),
        Section.MONEY: SectionPage(
            context.beside_use,
            context.money_data,
            "what was spent in the person's own currency, and the days that it rests on",
            lambda found: _days_of(found, "spend"),
            "day",
        ),
    }
)
SECOND_PAGE: Final[SectionPages] = MappingProxyType(
    {
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
