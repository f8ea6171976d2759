"""What of a journal a person shares: which parts are in, and a choice to come back to."""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from hrjournal.domain.entries.entry import Entry, EntryType
from hrjournal.domain.summary.sections import Section
from hrjournal.errors import UsageError
from hrjournal.named import NamedTuple
from hrjournal.sanitize import quote

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from hrjournal.domain.history import History

Parts = frozenset[Section]
ALL: Final = "all"  # may be left out, so that what is named beside it stands alone
LONGEST: Final = 40_000  # days
CHOICE: Final = "summary:"  # how the settings begin under which choices are remembered
LAST_TIME: Final = f"{CHOICE}last time"  # what was chosen at the questions the last time


class SectionSpec(NamedTuple):
    """What a section is, and what of a journal goes into it."""

    section: Section
    description: str
    default: bool  # whether it is shared unless the person leaves it out
    fields: tuple[str, ...] = ()  # of a record: left out unless a section with them is in
    keepsake: str = ""  # a `KeepsakeType` by its word, so that `log` need not load them
    own_words: bool = False  # words of a person's own can name more than they think


SECTIONS: Final = (
    SectionSpec(Section.COVERAGE, "how many days you logged", default=True),
    SectionSpec(Section.CHANGES, "how often and how much, beside your own past", default=True),
    SectionSpec(
        Section.SAFETY,
        "breaks, sudden stops, risky mixes, use alone",
        default=True,
        fields=("company", "steps"),
    ),
    SectionSpec(
        Section.AGREED,
        "what you agreed on in the last session",
        default=True,
        keepsake="agreed",
        own_words=True,
    ),
    SectionSpec(
        Section.GOALS, "your goals, and how near you felt to them", default=True, own_words=True
    ),
    SectionSpec(
        Section.TALK, "what you want to talk about", default=True, keepsake="talk", own_words=True
    ),
    SectionSpec(
        Section.RULERS, "how important, sure and ready, 0 to 10", default=True, keepsake="ruler"
    ),
    SectionSpec(
        Section.REASONS,
        "your reasons, three at most",
        default=True,
        keepsake="reason",
        own_words=True,
    ),
    SectionSpec(Section.CALENDAR, "every day of the last twelve weeks", default=True),
    SectionSpec(Section.CHARTS, "each week's use as a line", default=True),
    SectionSpec(
        Section.MOOD,
        "mood, urges, sleep, worry and pain, week by week",
        default=True,
        fields=("mood", "urge", "urge_after", "anxiety", "pain", "sleep", "minutes"),
    ),
    SectionSpec(
        Section.URGES, "how urges ended", default=True, fields=("urge", "outcome", "minutes")
    ),
    SectionSpec(
        Section.TRIGGERS,
        "what came together with use and urges",
        default=True,
        fields=("triggers", "outcome"),
    ),
    SectionSpec(
        Section.HELPED,
        "all that you tried with urges, and how they ended",
        default=True,
        fields=("copings", "outcome"),
    ),
    SectionSpec(Section.WINS, "small wins, five at most", default=True),
    SectionSpec(Section.STEPS, "safer steps", default=True, fields=("steps",)),
    SectionSpec(
        Section.PEOPLE, "whether you were alone, or with whom", default=False, fields=("company",)
    ),
    SectionSpec(Section.ROUTES, "how it was taken", default=False, fields=("route",)),
    SectionSpec(Section.MONEY, "money spent", default=False, fields=("spend",)),
    SectionSpec(Section.PLACES, "where your naloxone lies", default=False),
    SectionSpec(
        Section.ROOTS, "what may lie underneath", default=False, keepsake="root", own_words=True
    ),
    SectionSpec(
        Section.EVENTS, "days that you marked, in your words", default=False, own_words=True
    ),
    SectionSpec(
        Section.GOOD,
        "good things, in your words",
        default=False,
        fields=("score",),
        own_words=True,
    ),
    SectionSpec(
        Section.NOTES,
        "your notes, what use gave and what came after, word for word",
        default=False,
        fields=("note", "gave", "after"),
        own_words=True,
    ),
    SectionSpec(
        Section.LETTER, "your letter to yourself", default=False, keepsake="letter", own_words=True
    ),
    SectionSpec(
        Section.SCREENS, "screens that you kept, with their dates", default=True, keepsake="screen"
    ),
    SectionSpec(Section.MEASURES, "all measures of a Timeline Followback", default=True),
    SectionSpec(Section.DEFINITIONS, "how each measure is counted", default=True),
)
SPECS: Final[Mapping[Section, SectionSpec]] = MappingProxyType(
    {spec.section: spec for spec in SECTIONS}
)
DEFAULT_SECTIONS: Final[Parts] = frozenset(part for part in Section if SPECS[part].default)
OPT_IN_SECTIONS: Final[Parts] = frozenset(Section) - DEFAULT_SECTIONS
SECTIONS_OF_FIELD: Final[Mapping[str, Parts]] = MappingProxyType(
    {
        name: frozenset(other.section for other in SECTIONS if name in other.fields)
        for spec in SECTIONS
        for name in spec.fields
    }
)


# Records that stand in a section of their own, with their words.
OF_ITS_OWN: Final[Mapping[EntryType, Section]] = MappingProxyType(
    {EntryType.EVENT: Section.EVENTS, EntryType.GOOD: Section.GOOD}
)


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
    hidden = {
        name: Entry._field_defaults[name]
        for name, needed in SECTIONS_OF_FIELD.items()
        if not parts & needed
    }
    records = {
        day: told
        for day, entries in history.records.items()
        if (told := tuple(found for entry in entries if (found := _shared(entry, parts, hidden))))
    }
    return history._replace(records=records)


def _shared(entry: Entry, parts: Parts, hidden: Mapping[str, Any]) -> Entry | None:
    """A record without what belongs to no part that is in; None for one that is such a part."""
    whole = OF_ITS_OWN.get(entry.type)
    if whole is not None and whole not in parts:
        return None
    away: dict[str, Any] = {
        name: usual
        for name, usual in hidden.items()
        if getattr(entry, name) != usual and not (whole and name == "note")
    }
    return entry._replace(**away) if away else entry  # nothing new that would need a check


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
