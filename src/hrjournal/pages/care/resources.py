"""Where to turn to: lines and places near a person, and words for those who love them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from hrjournal.blocks import Block, DefinitionList, Heading, ItemList, Note, Page, Text, Tone
from hrjournal.domain.entries.entry import day_name
from hrjournal.domain.knowledge.resources import EMERGENCY, Need
from hrjournal.named import NamedTuple
from hrjournal.pages.sources import source_blocks
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from hrjournal.domain.knowledge.notices import Source
    from hrjournal.domain.knowledge.resources import Directory, Resource


OLD: Final = "It may be out of date."
UNKNOWN: Final = (
    "Call your local emergency number. Its number has not been checked for this list yet."
)
NOWHERE: Final = "Call your local emergency number. In the European Union it is 112."


def sections(
    directory: Directory, found: Sequence[Resource], today: date, country: str
) -> Iterator[Block]:
    """Those found under the name of their kind; the emergency number stands first, always."""
    for kind, title in directory.kinds.items():
        told = [line_words(resource, today) for resource in found if resource.kind == kind]
        if kind == EMERGENCY and not told:
            told = [UNKNOWN if country else NOWHERE]
        if told:
            yield Heading(title)
            yield from map(Text, told)


def line_words(one: Resource, today: date) -> str:
    """Its name and how to reach it, what for, and when that was checked: one a line."""
    checked = f"Checked on {day_name(one.checked.toordinal())}."
    told = (
        " ".join([*(f"{way}." for way in one.ways), one.hours]).strip(),
        one.what_for,
        one.caution,
        one.url,
        f"{checked} {OLD}" if one.old(today) else checked,
    )
    return f"{one.name}: " + "\n".join(filter(None, told))


def line_data(one: Resource, today: date) -> dict[str, Any]:
    """The same as plain values."""
    return {
        "name": one.name,
        "country": one.country,
        "kind": one.kind,
        "needs": list(one.needs),
        "ways": list(one.ways),
        "hours": one.hours or None,
        "what_for": one.what_for,
        "caution": one.caution or None,
        "url": one.url or None,
        "checked": one.checked.isoformat(),
        "may_be_out_of_date": one.old(today),
        "sources": list(one.sources),
    }


CHECKED: Final = (
    "Checked means: read by that day on a page of the line itself or of an authority. "
    "We did not call them. "
    "This program never dials and opens no page."
)
PRIVACY: Final = (
    "Some lines may call emergency services or the police when they think a life is in danger. "
    "You can ask a line about that before you say who you are."
)
UNCHECKED: Final = "Nobody has checked these, so no number stands here. Their websites tell more."
LOOK: Final = (
    "If a life is in danger, call the emergency number. The names further down are a place to look."
)
COUNTRY_UNKNOWN: Final = (
    "Which country you are in is not known here. To see lines near you: "
    "hrjournal resources --country GB"
)
ELSE: Final = (
    "An overdose, step by step: hrjournal sos\n"
    "Another country: hrjournal resources --country PL\n"
    "For family and friends: hrjournal resources --for family"
)
WELCOME: Final = (
    "You are here for someone you love. You do not have to know everything. "
    "A few things help, and they are easier together."
)


class PlaceAsked(NamedTuple):
    """What a person looks for, where and when."""

    country: str  # its code, or empty when it is not known
    place: str  # its name, or the code where there is no name
    today: date
    need: Need | None = None


def resources_page(
    directory: Directory,
    asked: PlaceAsked,
    contacts: Sequence[tuple[str, str]] = (),
    naloxone: Sequence[str] = (),
    sources: Mapping[str, Source] | None = None,
) -> Page:
    """Lines and places near a person, after their own people; with `sources`, where it was read."""
    resources = directory.checked(asked.country, asked.need)
    unchecked = directory.unchecked(asked.country, asked.need)
    blocks: list[Block] = []
    if contacts:
        people = tuple((own(name), own(how)) for name, how in contacts)
        blocks += [Heading("Your own people"), DefinitionList(people)]
    if naloxone:
        blocks += [Heading("Your naloxone"), ItemList(tuple(naloxone))]
    blocks += sections(directory, resources, asked.today, asked.country)
    blocks += _missing(directory, resources, asked)
    blocks += [*_unchecked(unchecked), Note(PRIVACY, Tone.HINT), Text(CHECKED)]
    blocks.append(Text(ELSE))
    if sources is not None:
        blocks += source_blocks(
            (name for resource in resources for name in resource.sources), sources
        )
    title = f"Where to turn to: {asked.place}" if asked.place else "Where to turn to"
    data = _data(asked, resources, unchecked) | {
        "contacts": [{"name": own(name), "how": own(how)} for name, how in contacts],
        "naloxone": list(naloxone),
    }
    return Page(title, tuple(blocks), data)


def family_page(
    directory: Directory, asked: PlaceAsked, sources: Mapping[str, Source] | None = None
) -> Page:
    """What family and friends can do, and lines for them; the emergency number stands first."""
    asked = asked._replace(need=Need.FAMILY)
    resources = directory.checked(asked.country, asked.need)
    unchecked = directory.unchecked(asked.country, asked.need)
    heading, number, *lines = sections(directory, resources, asked.today, asked.country)
    blocks: list[Block] = [Text(WELCOME), heading, number]
    for advice in directory.family:
        blocks += [Heading(advice.title), ItemList(advice.lines)]
    blocks += [*lines, *_missing(directory, resources, asked)]
    blocks += [*_unchecked(unchecked), Note(PRIVACY, Tone.HINT), Text(CHECKED)]
    if sources is not None:
        read = [name for advice in directory.family for name in advice.sources]
        read += [name for resource in resources for name in resource.sources]
        blocks += source_blocks(read, sources)
    data = _data(asked, resources, unchecked) | {
        "words": {advice.title: list(advice.lines) for advice in directory.family},
    }
    return Page("For family and friends", tuple(blocks), data)


def _missing(directory: Directory, found: Sequence[Resource], asked: PlaceAsked) -> list[Block]:
    """What was looked for and is not there, said plainly."""
    if not asked.country:
        return [Text(COUNTRY_UNKNOWN)]
    need = asked.need or Need.CRISIS
    if any(resource.meets(need) for resource in found):
        return []
    return [
        Text(
            f"{asked.place}: this list has nothing checked yet for {directory.needs[need]}. {LOOK}"
        )
    ]


def _unchecked(unchecked: Sequence[Resource]) -> list[Block]:
    if not unchecked:
        return []
    items = tuple(f"{resource.name}: {resource.what_for} {resource.url}" for resource in unchecked)
    return [Heading("Not checked"), Text(UNCHECKED), ItemList(items)]


def _data(
    asked: PlaceAsked, found: Sequence[Resource], unchecked: Sequence[Resource]
) -> dict[str, Any]:
    return {
        "country": asked.country or None,
        "need": asked.need,
        "lines": [line_data(resource, asked.today) for resource in found],
        "not_checked": [
            {"name": one.name, "what_for": one.what_for, "url": one.url} for one in unchecked
        ],
    }
