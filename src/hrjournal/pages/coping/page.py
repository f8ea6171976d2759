"""What can be done with an urge: words for it, what was tried before, and company in one."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from hrjournal.blocks import Block, DefinitionList, Heading, ItemList, Note, Page, Text, Tone
from hrjournal.domain.entries.entry import Outcome
from hrjournal.pages.sources import source_blocks
from hrjournal.report.coping_outcomes import FEWEST
from hrjournal.sanitize import joined_own, own

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hrjournal.domain.knowledge.notices import Source
    from hrjournal.domain.reflection.coping import Coping, Letter, Surfing
    from hrjournal.report.coping_outcomes import CopingOutcome

TITLE: Final = "Coping"
EASIER: Final = "an urge passed, or use came later or was less"
GREETING: Final = (
    Text("Good that you are here. One thing at a time."),
    Text("Enter skips a question. Ctrl-C leaves, and nothing is kept."),
)
WAIT: Final = Text("This waits here while you try one.")
ENDS: Final = {
    Outcome.RODE_OUT: "It passed without use, or it is passing.",
    Outcome.DELAYED: "I used, but later than I wanted to at first.",
    Outcome.LESS: "I used, but less than I wanted to at first.",
    Outcome.USED: "I used.",
}
UNREAD: Final = "Your journal cannot be read right now, so what is yours is left out here."
UNKEPT: Final = Text(
    "Your journal cannot be read right now. This works all the same, and may not be kept."
)
NOTHING: Final = "Nothing was written down. You can come back whenever you like."
WELCOME: Final = "You came here, and that counts. You are as welcome as before."


def library_page(
    known: Sequence[Coping], own: Sequence[Coping], tried: Sequence[CopingOutcome]
) -> Page:
    """All the words, kind by kind; what was tried before and the person's own come first."""
    blocks = _tried(tried)
    if own:
        rows = tuple((_shown(coping), coping.kind_name or "a word of yours") for coping in own)
        blocks += [Heading("Yours"), DefinitionList(rows)]
    kinds = groupby(known, key=lambda one: one.kind_name)
    blocks += [
        Heading("To pick from"),
        DefinitionList(tuple((name, ", ".join(one.id for one in words)) for name, words in kinds)),
        Note("How one goes: hrjournal coping walk", Tone.HINT),
        Note("To add your own: hrjournal coping --add WORD", Tone.HINT),
        Note("In an urge: hrjournal urge", Tone.HINT),
    ]
    return Page(TITLE, tuple(blocks), _data([*own, *known], tried))


def words_page(
    chosen: Sequence[Coping],
    tried: Sequence[CopingOutcome],
    surfing: Surfing | None,
    sources: Mapping[str, Source],
) -> Page:
    """A few of the words with how each goes; for riding out an urge, all there is to know."""
    blocks: list[Block] = []
    for kind, words in groupby(chosen, key=lambda one: one.kind_name):
        rows = tuple((_shown(coping), coping.how or "a word of yours") for coping in words)
        blocks += [Heading((kind or "yours").capitalize()), DefinitionList(rows)]
    if surfing:
        blocks += [
            Heading(surfing.title),
            ItemList(surfing.steps, numbered=True),
            Text(surfing.hope),
            Text(surfing.evidence),
        ]
    blocks += _tried(tried)
    if surfing:
        blocks += source_blocks(surfing.sources, sources)
    return Page(TITLE, tuple(blocks), _data(chosen, tried))


def letter_blocks(letters: Iterable[Letter]) -> tuple[Block, ...]:
    """A small thing to do about each of what fits."""
    return (ItemList(tuple(letter.does for letter in letters)),)


def tried_blocks(
    found: Sequence[CopingOutcome], triggers: Sequence[str], *, counted: bool
) -> tuple[Block, ...]:
    """What was tried before, at such a time or at any, with how often where that is wanted."""
    when = f"Before, with {joined_own(map(plain, triggers), ' or ')}: " if triggers else "Before, "
    words = (
        f"{own(plain(outcome.word))}: {_often(outcome)}" if counted else own(plain(outcome.word))
        for outcome in found
    )
    return (
        Text(f"{when}together with these, {EASIER}."),
        ItemList(tuple(words), numbered=True),
        WAIT,
    )


def idea_blocks(ideas: Sequence[Coping]) -> tuple[Block, ...]:
    """A few things to try."""
    words = (
        f"{coping.name}: {coping.how}" if coping.how else f"{own(coping.name)} (yours)"
        for coping in ideas
    )
    return Text("Three ideas for now:"), ItemList(tuple(words), numbered=True), WAIT


def wave_blocks(minutes: int, hope: str) -> tuple[Block, ...]:
    """What is said before a wave."""
    return Text(f"{_minutes(minutes)}. Any key ends it, whenever you like."), Text(hope)


def ridden_words(seconds: float) -> str:
    """What is said after a wave."""
    minutes = round(seconds / 60)
    return f"You stayed with it for {_minutes(minutes) if minutes else 'a moment'}."


def left_words(seconds: float) -> str:
    """How long a wave still is, in minutes, so that it changes slowly."""
    minutes = round(seconds / 60)
    return f"{_minutes(minutes)} left" if minutes else "nearly there"


def used_blocks(lines: Iterable[str]) -> tuple[Block, ...]:
    """What is said when an urge went on to use: a welcome, and what keeps the person well."""
    return Text(WELCOME), *(Note(line, Tone.SAFETY) for line in lines)


def added_words(one: Coping) -> str:
    """What is said when a word of the person's own is kept."""
    kind = f", with: {one.kind_name}" if one.kind_name else ""
    return f"Kept: {own(one.id)}{kind}. Undo takes it back."


def plain(word: str) -> str:
    """A word without its hyphens."""
    return word.replace("-", " ")


def _tried(tried: Sequence[CopingOutcome]) -> list[Block]:
    if not tried:
        return []
    return [
        Heading("What you tried before"),
        Text(f"Together with these, {EASIER}. Words of fewer than {FEWEST} urges are left out."),
        DefinitionList(tuple((own(outcome.word), _often(outcome)) for outcome in tried)),
    ]


def _shown(coping: Coping) -> str:
    return own(coping.id) if coping.own else coping.id


def _often(one: CopingOutcome) -> str:
    return f"{one.easier} of {one.among} urges"


def _minutes(count: int) -> str:
    return "1 minute" if count == 1 else f"{count} minutes"


def _data(words: Sequence[Coping], tried: Sequence[CopingOutcome]) -> dict[str, Any]:
    return {
        "words": [
            {
                "word": _shown(coping),
                "kind": coping.kind or None,
                "how": coping.how or None,
                "own": coping.own,
            }
            for coping in words
        ],
        "tried": [outcome._asdict() | {"word": own(outcome.word)} for outcome in tried],
        "counted_from": FEWEST,
    }
