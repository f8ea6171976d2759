"""The emergency card: whom to call, then what to do, one idea a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from hrjournal.blocks import Block, Heading, ItemList, Page, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hrjournal.domain.knowledge.safety import Call, Card, Passage

MORE: Final = (
    "hrjournal safety overdose",
    "hrjournal safety naloxone",
    "hrjournal resources",
)


def sos_page(card: Card, call: Call, kept: Sequence[str] = (), more: Iterable[Block] = ()) -> Page:
    """All of it on one page; `kept` are lines of the person's own, such as a place."""
    first, *others = call_lines(card, call)
    lines = (*others, *card.say.lines, *card.calling.lines, *kept)
    blocks: list[Block] = [Text("\n".join(lines))]
    for passage in card.passages:
        blocks += passage_blocks(passage)
    blocks += [Heading("More"), Text("\n".join(MORE)), *more]
    data = {
        "call": call_data(call),
        "say": list(card.say.lines),
        "kept": list(kept),
        "steps": [passage_data(passage) for passage in card.passages],
        "reviewed": card.reviewed.isoformat(),
    }
    return Page(first, tuple(blocks), data)


def call_lines(card: Card, call: Call) -> list[str]:
    """Whom to call first, then numbers of other places where they may be needed."""
    places = ", ".join(f"{name} {phone}" for name, phone in call.elsewhere)
    if call.phone:
        return [f"Call {call.phone} now.", *([f"Elsewhere: {places}."] if places else [])]
    if call.known:
        return ["Call your local emergency number now.", *card.elsewhere.lines]
    return ["Call your emergency number now.", f"{places}.", *card.elsewhere.lines]


def passage_blocks(passage: Passage) -> list[Block]:
    """A passage under its title."""
    return [Heading(passage.title), ItemList(passage.lines, numbered=passage.numbered)]


def call_data(call: Call) -> dict[str, Any]:
    """Whom to call, as plain values."""
    return {
        "number": call.phone or None,
        "elsewhere": [{"place": name, "number": phone} for name, phone in call.elsewhere],
    }


def passage_data(passage: Passage) -> dict[str, Any]:
    """A passage as plain values."""
    return {
        "title": passage.title,
        "lines": list(passage.lines),
        "numbered": passage.numbered,
        "verified": passage.verified,
        "sources": list(passage.sources),
        "general": passage.general or None,
    }
