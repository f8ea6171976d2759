"""What of a journal a person shares: which parts are in, and a choice to come back to."""

from __future__ import annotations

import json
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from hrjournal.domain.entries.entry import EntryType
from hrjournal.errors import UsageError
from hrjournal.named import NamedTuple
from hrjournal.sanitize import quote

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from hrjournal.domain.entries.entry import Entry
    from hrjournal.domain.history import History

Parts = frozenset["Section"]
ALL: Final = "all"  # may be left out, so that what is named beside it stands alone
LONGEST: Final = 40_000  # days


class Section(StrEnum):
    """A part of a summary, in the order in which it stands there."""

    COVERAGE = "coverage"
    SAFETY = "safety"
    TALK = "talk"
    CHANGES = "changes"
    CHARTS = "charts"
    MOOD = "mood"
    WINS = "wins"
    STEPS = "steps"
    TRIGGERS = "triggers"
    HELPED = "helped"
    RULERS = "rulers"
    REASONS = "reasons"
    SCREENS = "screens"
    PEOPLE = "people"
    ROUTES = "routes"
    MONEY = "money"
    PLACES = "places"
    ROOTS = "roots"
    EVENTS = "events"
    NOTES = "notes"
    LETTER = "letter"
    CALENDAR = "calendar"
    MEASURES = "measures"
    DEFINITIONS = "definitions"


DESCRIPTIONS: Final[Mapping[Section, str]] = MappingProxyType(
    {
        Section.COVERAGE: "how many days are written",
        Section.SAFETY: "a sudden stop or a long break, where there is one",
        Section.TALK: "what you want to talk about",
        Section.CHANGES: "what changed, beside your own past",
        Section.CHARTS: "a line for each substance, week by week",
        Section.MOOD: "mood, urges and sleep",
        Section.WINS: "small wins, five at most",
        Section.STEPS: "safer steps",
        Section.TRIGGERS: "what came before use and urges",
        Section.HELPED: "what you tried with urges, and how they ended",
        Section.RULERS: "your rulers",
        Section.REASONS: "your reasons, three at most",
        Section.SCREENS: "screens that you kept, with their dates",
        Section.PEOPLE: "whether you were alone, or with whom",
        Section.ROUTES: "how it was taken",
        Section.MONEY: "money spent",
        Section.PLACES: "where your naloxone lies",
        Section.ROOTS: "what may lie underneath",
        Section.EVENTS: "days that you marked, in your words",
        Section.NOTES: "your notes, word for word",
        Section.LETTER: "your letter to yourself",
        Section.CALENDAR: "every day, as a calendar",
        Section.MEASURES: "all measures of a Timeline Followback",
        Section.DEFINITIONS: "how each measure is counted",
    }
)
OPT_IN_SECTIONS: Final[Parts] = frozenset(
    {
        *(
            Section.REASONS,
            Section.SCREENS,
            Section.PEOPLE,
            Section.ROUTES,
            Section.MONEY,
            Section.PLACES,
        ),
        *(Section.ROOTS, Section.EVENTS, Section.NOTES, Section.LETTER),
    }
)
DEFAULT_SECTIONS: Final[Parts] = frozenset(Section) - OPT_IN_SECTIONS
SECTIONS_OF_FIELD: Final[Mapping[str, Collection[Section]]] = MappingProxyType(
    {
        "mood": {Section.MOOD},
        "urge": {Section.MOOD},
        "urge_after": {Section.MOOD},
        "anxiety": {Section.MOOD},
        "pain": {Section.MOOD},
        "sleep": {Section.MOOD},
        "minutes": {Section.MOOD},
        "outcome": {Section.MOOD, Section.HELPED},
        "route": {Section.ROUTES},
        "company": {Section.PEOPLE},
        "spend": {Section.MONEY},
        "triggers": {Section.TRIGGERS},
        "copings": {Section.HELPED},
        "steps": {Section.STEPS},
        "note": {Section.NOTES},
    }
)
EMPTY: Final = MappingProxyType({"triggers": (), "copings": (), "steps": ()})


class SummaryOptions(NamedTuple):
    """What a person chose of a summary, as far as they chose; it can be kept by a name."""

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    alias: bool | None = None
    since: str | None = None
    days: int | None = None
    form: str | None = None
    title: str | None = None
    paper: str | None = None
    without: tuple[str, ...] = ()  # names of substances that are left out

    def merged_onto(self, before: SummaryOptions) -> SummaryOptions:
        """The same, and what it leaves open as it was chosen before."""
        dated = self if self.since or self.days else before
        added, left = _words(self.include), _words(self.exclude)
        anew = ALL in left
        return SummaryOptions(
            include=(*(() if anew else _without(before.include, left)), *added),
            exclude=(*(() if anew else _without(before.exclude, added)), *left),
            alias=before.alias if self.alias is None else self.alias,
            since=dated.since,
            days=dated.days,
            form=self.form or before.form,
            title=before.title if self.title is None else self.title,
            paper=self.paper or before.paper,
            without=self.without or before.without,
        )

    def to_json(self) -> str:
        """As it is remembered."""
        told = {name: found for name, found in self._asdict().items() if found not in {None, ()}}
        return json.dumps(told)


def resolve_sections(include: Iterable[str], exclude: Iterable[str]) -> Parts:
    """The parts that are in: the usual ones, without what is left out, with what is added.

    Raises:
        UsageError: when a word names no part, or a part is added and left out at once.
    """
    left, added = _words(exclude), _words(include)
    base = DEFAULT_SECTIONS
    if ALL in left:
        left.remove(ALL)
        base = frozenset()
    out, extra = frozenset(map(_part, left)), frozenset(map(_part, added))
    both = [part for part in Section if part in out & extra]
    if both:
        raise UsageError(f"{quote(both[0])} cannot be added and left out at once.")
    return (base - out) | extra


def from_json(text: str) -> SummaryOptions:
    """A choice from the form in which it was remembered.

    Raises:
        UsageError: when it cannot be read any more.
    """
    try:
        found: dict[str, Any] = json.loads(text)
        lists = ("include", "exclude", "without")
        found |= {name: tuple(map(str, found.get(name, ()))) for name in lists}
        return SummaryOptions(**found)
    except (TypeError, ValueError, AttributeError):
        raise UsageError(
            "That choice cannot be read any more. Choose again and keep it with --save-as."
        ) from None


def names(texts: Iterable[str]) -> tuple[str, ...]:
    """Names out of texts in which commas part them."""
    return tuple(filter(None, (name.strip() for text in texts for name in text.split(","))))


def redact(history: History, parts: Parts) -> History:
    """The history with nothing in its records that belongs to a part which is left out."""
    records = {
        day: told
        for day, entries in history.records.items()
        if (told := tuple(found for entry in entries if (found := _shared(entry, parts))))
    }
    return history._replace(records=records)


def _shared(entry: Entry, parts: Parts) -> Entry | None:
    if entry.type is EntryType.EVENT:
        return entry if Section.EVENTS in parts else None
    hidden: dict[str, Any] = {
        name: EMPTY.get(name)
        for name, needed in SECTIONS_OF_FIELD.items()
        if not parts & set(needed)
    }
    return entry.replace(**hidden)


def _words(texts: Iterable[str]) -> list[str]:
    words = (word.strip().casefold() for text in texts for word in text.split(","))
    return list(dict.fromkeys(filter(None, words)))


def _without(texts: Iterable[str], taken: Collection[str]) -> list[str]:
    return [word for word in _words(texts) if word not in taken]


def _part(word: str) -> Section:
    try:
        return Section(word)
    except ValueError:
        raise UsageError(
            f"{quote(word)} is no part of a summary. There is: {', '.join(Section)}. "
            "To leave out all but what you add: --exclude all"
        ) from None
