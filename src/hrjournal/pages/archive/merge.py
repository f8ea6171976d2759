"""The report of a merge: what came in, what was changed in both copies, and what stayed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from hrjournal.blocks import Block, DefinitionList, Heading, ItemList, Page, Text
from hrjournal.domain.entries.entry import Entry, day_name
from hrjournal.domain.keepsake import KeepsakeType
from hrjournal.domain.substances.substance import Substance
from hrjournal.named import NamedTuple
from hrjournal.pages.entries.confirmation import details, what_words, when_words
from hrjournal.sanitize import joined_own, own

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hrjournal.domain.archive.merge import CopiesMerge, Difference, Disagreement, RecordsMerge
    from hrjournal.domain.keepsake import Keepsake
    from hrjournal.pages.entries.difference import RecordWords

SHOWN: Final = 50
STRANGERS: Final = (
    "These two have no record in common, so they may not be copies of one journal. "
    "Both could be yours, from two devices. If not, the words of two people would be mixed."
)
KEPT: Final = {
    KeepsakeType.RULER: "A ruler",
    KeepsakeType.BALANCE: "Two sides",
    KeepsakeType.VALUE: "What matters",
    KeepsakeType.REASON: "A reason",
    KeepsakeType.LETTER: "A letter",
    KeepsakeType.ANSWER: "An answer",
    KeepsakeType.SCREEN: "A screen",
    KeepsakeType.ROOT: "What may lie underneath",
    KeepsakeType.COPING: "A way of coping",
    KeepsakeType.CONTACT: "A contact",
    KeepsakeType.APPOINTMENT: "A session",
    KeepsakeType.TALK: "Something to talk about",
    KeepsakeType.AGREED: "Something agreed in a session",
    KeepsakeType.GOAL: "A goal",
    KeepsakeType.RATING: "A rating of a goal",
}
PLAIN: Final = frozenset({KeepsakeType.GOAL, KeepsakeType.RATING})  # told by their own words alone
BESIDE: Final = {
    "settings": ("choice", "choices"),
    "substances": ("substance", "substances"),
    "aliases": ("other name", "other names"),
    "servings": ("serving of yours", "servings of yours"),
    "starts": ("start", "starts"),
}
STAYS: Final = {
    "settings": "Choice",
    "substances": "Substance",
    "aliases": "Other name",
    "servings": "Serving",
    "starts": "Start of",
}


class MergeView(NamedTuple):
    """How a merge went, and how records are put into words."""

    merge: CopiesMerge
    words: RecordWords
    dry_run: bool
    strangers: bool


def merge_page(view: MergeView) -> Page:
    """What a merge did, or would do."""
    blocks: list[Block] = []
    if view.strangers and view.dry_run:
        blocks.append(Text(STRANGERS))
    if counts := tuple(_counts(view.merge)):
        blocks.append(DefinitionList(counts))
    blocks += _listed("Changed in both copies", [*_disagreements(view)])
    blocks += _listed("Different there, and yours stays", [*_differences(view)])
    blocks += map(Text, _end(view))
    return Page("Merge", tuple(blocks), _data(view))


def _counts(merge: CopiesMerge) -> Iterator[tuple[str, str]]:
    rows: dict[str, Callable[[RecordsMerge], int]] = {
        "New": lambda part: len(part.new),
        "Newer there": lambda part: part.newer,
        "Deleted there": lambda part: len(part.gone),
        "Newer here": lambda part: part.newer_here,
        "The same in both": lambda part: part.same,
    }
    for name, count in rows.items():
        records, kept = count(merge.entries), count(merge.keepsakes)
        told = [_number(records, "record", "records")] if records else []
        told += [f"{kept:,} kept beside the days"] if kept else []
        if told:
            yield name, ", ".join(told)
    found = _beside_counts(merge)
    told = [_number(found[part], *words) for part, words in BESIDE.items() if found[part]]
    if told:
        yield "Also new", ", ".join(told)


def _number(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"


def _beside_counts(merge: CopiesMerge) -> dict[str, int]:
    return {part: len(getattr(merge.beside, part)) for part in BESIDE}


def _listed(title: str, lines: Sequence[str]) -> Iterator[Block]:
    if lines:
        yield Heading(title)
        yield ItemList(tuple(lines[:SHOWN]))
    if len(lines) > SHOWN:
        yield Text(f"And {len(lines) - SHOWN:,} more: hrjournal merge FILE --dry-run --json")


def _disagreements(view: MergeView) -> Iterator[str]:
    for one in _all_disagreements(view.merge):
        other = _say(one.other, view.words)
        if one.stands is None and one.here:
            yield f"{other} This was changed there after it was deleted here. It stays deleted."
        elif one.stands is None:
            yield f"{other} This was changed here after it was deleted there. It is deleted."
        elif one.here:
            yield f"{_say(one.stands, view.words)} This is the later one, from here. There: {other}"
        else:
            yield f"{_say(one.stands, view.words)} This is the later one, from there. Here: {other}"


def _all_disagreements(merge: CopiesMerge) -> tuple[Disagreement, ...]:
    return merge.entries.disagreements + merge.keepsakes.disagreements


def _say(what: Entry | Keepsake, words: RecordWords) -> str:
    """All that a record says, as sentences."""
    if isinstance(what, Entry):
        heart = what_words(what, words.substances, words.units)
        told = [f"{heart}, {when_words(what, words.today, words.starts)}"]
        return ". ".join([*told, *(f"{name}: {text}" for name, text in details(what))]) + "."
    day = day_name(what.moment.day(words.starts))
    score = [] if what.score is None else [f"{what.score}"]
    more = () if what.type in PLAIN else what.more.values()
    said = [text for text in (what.subject, what.text, *more) if text]
    return ". ".join([f"{KEPT[what.type]}, {day}", *score, joined_own(said, ". ")]) + "."


def _differences(view: MergeView) -> Iterator[str]:
    for one in view.merge.differences:
        name = f"{own(one.here.name if isinstance(one.here, Substance) else one.name)}"
        yield f"{STAYS[one.part]} {name}{_sides(one)}"


def _sides(one: Difference) -> str:
    """What both copies say, where that is short and plain."""
    if one.part in {"settings", "aliases"}:
        return f": {own(one.here)} here, {own(one.there)} there."
    if not isinstance(one.here, Substance):
        return "."
    facets = {"name": "name", "kind": "kind", "unit": "unit", "hidden": "whether it is hidden"}
    said = [
        words
        for facet, words in facets.items()
        if _facet(one.here, facet) != _facet(one.there, facet)
    ]
    return f": {', '.join(said)}."


def _facet(substance: Substance, facet: str) -> object:
    found = getattr(substance, facet)
    return found.id if facet == "kind" else found


def _end(view: MergeView) -> Iterator[str]:
    size = view.merge.size
    if not size:
        yield "Nothing new is in that copy."
    if view.dry_run:
        yield "This was a dry run. Nothing was written."
    elif size:
        yield "Saved. To take all of it back: hrjournal undo. The other file is as it was."


def _data(view: MergeView) -> dict[str, Any]:
    merge = view.merge
    return {
        "records": _part_data(merge.entries),
        "kept": _part_data(merge.keepsakes),
        "also_new": _beside_counts(merge),
        "changed_in_both": [
            {
                "day": day_name(one.other.moment.day(view.words.starts)),
                "stands": None if one.stands is None else _say(one.stands, view.words),
                "stands_from": "here" if one.here else "there",
                "other": _say(one.other, view.words),
            }
            for one in _all_disagreements(merge)
        ],
        "stays": list(_differences(view)),
        "in_common": not view.strangers,
        "written": 0 if view.dry_run else merge.size,
        "dry_run": view.dry_run,
    }


def _part_data(part: RecordsMerge) -> dict[str, int]:
    return {
        "new": len(part.new),
        "newer_there": part.newer,
        "deleted_there": len(part.gone),
        "newer_here": part.newer_here,
        "same": part.same,
    }
