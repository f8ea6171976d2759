"""Where to turn to: lines and places near a person, and words for those who love them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from hrjournal.blocks import Block, Facts, Heading, Listing, Note, Page, Text, Tone
from hrjournal.domain.knowledge.resources import Need
from hrjournal.named import NamedTuple
from hrjournal.pages.care.lines import line_data, sections, source_blocks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from hrjournal.domain.knowledge.notices import Source
    from hrjournal.domain.knowledge.resources import Directory, Resource

CHECKED: Final = (
    "Checked means: read on public pages that day. Nobody called the lines. "
    "This program never dials and opens no page."
)
PRIVACY: Final = (
    "Some lines may call emergency services or the police when they think a life is in danger. "
    "You can ask a line about that before you say who you are."
)
UNCHECKED: Final = "Nobody has checked these, so no number stands here. Their websites tell more."
NOWHERE: Final = (
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


class Asked(NamedTuple):
    """What a person looks for, where and when."""

    country: str  # its code, or empty when it is not known
    place: str  # its name, or the code where there is no name
    today: date
    need: Need | None = None


def resources_page(
    directory: Directory,
    asked: Asked,
    contacts: Sequence[tuple[str, str]] = (),
    naloxone: Sequence[str] = (),
    sources: Mapping[str, Source] | None = None,
) -> Page:
    """Lines and places near a person, after their own people; with `sources`, where it was read."""
    found = directory.checked(asked.country, asked.need)
    unchecked = directory.unchecked(asked.country, asked.need)
    blocks: list[Block] = []
    if contacts:
        blocks += [Heading("Your own people"), Facts(tuple(contacts))]
    if naloxone:
        blocks += [Heading("Your naloxone"), Listing(tuple(naloxone))]
    blocks += sections(directory, found, asked.today, asked.country)
    blocks += _missing(directory, found, asked)
    blocks += [*_unchecked(unchecked), Note(PRIVACY, Tone.HINT), Text(CHECKED)]
    blocks.append(Text(ELSE))
    if sources is not None:
        blocks += source_blocks((name for one in found for name in one.sources), sources)
    title = f"Where to turn to: {asked.place}" if asked.place else "Where to turn to"
    data = _data(asked, found, unchecked) | {
        "contacts": [{"name": name, "how": how} for name, how in contacts],
        "naloxone": list(naloxone),
    }
    return Page(title, tuple(blocks), data)


def family_page(
    directory: Directory, asked: Asked, sources: Mapping[str, Source] | None = None
) -> Page:
    """What family and friends can do, and lines for them; the emergency number stands first."""
    asked = asked._replace(need=Need.FAMILY)
    found = directory.checked(asked.country, asked.need)
    unchecked = directory.unchecked(asked.country, asked.need)
    heading, number, *lines = sections(directory, found, asked.today, asked.country)
    blocks: list[Block] = [Text(WELCOME), heading, number]
    for advice in directory.family:
        blocks += [Heading(advice.title), Listing(advice.lines)]
    blocks += [*lines, *_missing(directory, found, asked)]
    blocks += [*_unchecked(unchecked), Note(PRIVACY, Tone.HINT), Text(CHECKED)]
    if sources is not None:
        read = [name for advice in directory.family for name in advice.sources]
        read += [name for one in found for name in one.sources]
        blocks += source_blocks(read, sources)
    data = _data(asked, found, unchecked) | {
        "words": {advice.title: list(advice.lines) for advice in directory.family},
    }
    return Page("For family and friends", tuple(blocks), data)


def _missing(directory: Directory, found: Sequence[Resource], asked: Asked) -> list[Block]:
    """What was looked for and is not there, said plainly."""
    if not asked.country:
        return [Text(NOWHERE)]
    need = asked.need or Need.CRISIS
    if any(one.meets(need) for one in found):
        return []
    return [Text(f"{asked.place}: this list has nothing checked yet for {directory.needs[need]}.")]


def _unchecked(unchecked: Sequence[Resource]) -> list[Block]:
    if not unchecked:
        return []
    items = tuple(f"{one.name}: {one.what_for} {one.url}" for one in unchecked)
    return [Heading("Not checked"), Text(UNCHECKED), Listing(items)]


def _data(asked: Asked, found: Sequence[Resource], unchecked: Sequence[Resource]) -> dict[str, Any]:
    return {
        "country": asked.country or None,
        "need": asked.need,
        "lines": [line_data(one, asked.today) for one in found],
        "not_checked": [
            {"name": one.name, "what_for": one.what_for, "url": one.url} for one in unchecked
        ],
    }
