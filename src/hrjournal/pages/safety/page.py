"""Staying alive and well, in words: overdoses, naloxone, breaks, stops, safer use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from hrjournal.blocks import Block, DefinitionList, Heading, Note, Page, Text, Tone
from hrjournal.domain.substances.substance import OTHER, Kind, even, fold
from hrjournal.named import NamedTuple
from hrjournal.pages.safety.sos import call_data, call_lines, passage_blocks, passage_data
from hrjournal.sanitize import quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from hrjournal.domain.knowledge.safety import Call, Card, KindGuide, Passage, Response


MENU: Final = (
    ("hrjournal sos", "the emergency card"),
    ("hrjournal safety overdose", "what too much looks like, and what to do"),
    ("hrjournal safety naloxone", "how to give it"),
    ("hrjournal safety mixing", "taking things together, such as: mixing alcohol ketamine"),
    ("hrjournal safety break", "why less is enough after a pause"),
    ("hrjournal safety stopping", "when a sudden stop is dangerous"),
    ("hrjournal safety safer", "what makes it safer, such as: safer cocaine"),
    ("hrjournal safety card", "a page for a friend; to print it: card --out card.html"),
    ("hrjournal resources", "people and places to turn to"),
)
SIGNS: Final = "Someone will not wake up, or breathes oddly?"
UNSURE: Final = "Not sure which? The steps of hrjournal sos fit them all."
SEVERAL: Final = "More than one thing: the steps for the most dangerous one stand here."
SOURCES: Final = "Where any of it was read: add --sources"


class SubstanceAsked(NamedTuple):
    """A substance that a person names, as it was understood."""

    name: str
    kind: Kind
    known: bool = True
    nearest: tuple[str, ...] = ()


class SafetyHelp(NamedTuple):
    """What every page of this kind has: whom to call, and blocks that stand at its end."""

    card: Card
    call: Call
    reviewed: date
    ending: Sequence[Block] = ()


def menu_page(help_: SafetyHelp) -> Page:
    """All there is, one a line."""
    blocks = (_alarm(help_), DefinitionList(MENU), Note(SOURCES, Tone.HINT), *help_.ending)
    data = {"call": call_data(help_.call), "pages": dict(MENU)}
    return Page("Safety", blocks, data)


def which_page(help_: SafetyHelp, responses: Iterable[Response]) -> Page:
    """How to tell the kinds of overdose apart."""
    blocks: list[Block] = [*_call(help_), Text(UNSURE)]
    told = list(responses)
    for response in told:
        words = (
            f"{response.tell}\nSuch as {response.such_as}.\nhrjournal safety overdose {response.id}"
        )
        blocks += [Heading(response.title), Text(words)]
    data = {
        "call": call_data(help_.call),
        "kinds": [
            {"id": one.id, "title": one.title, "tell": one.tell, "such_as": one.such_as}
            for one in told
        ],
    }
    return Page("Which one is it?", (*blocks, *help_.ending), data)


def overdose_page(
    help_: SafetyHelp,
    response: Response,
    told: Sequence[Passage],
    abouts: Sequence[SubstanceAsked] = (),
    others: Sequence[Response] = (),
) -> Page:
    """What one kind of overdose looks like, and what to do; `others` may be at work beside it."""
    hints = (
        *(f"{one.title}: hrjournal safety overdose {one.id}" for one in others),
        "How to give naloxone: hrjournal safety naloxone",
    )
    if len(abouts) > 1 or others:
        meant = [Text(SEVERAL), *(block for about in abouts for block in _meant(about)[:1])]
    else:
        meant = [block for about in abouts for block in _meant(about)]
    notes = (Note(words, Tone.HINT) for words in hints)
    blocks = (*_call(help_), *meant, *_told(told), *notes, *help_.ending)
    return Page(response.title, blocks, _data(help_, told, next(iter(abouts), None)))


def naloxone_page(help_: SafetyHelp, told: Sequence[Passage], kept: Page) -> Page:
    """How to give naloxone; `kept` says where the person's own lies."""
    blocks = (*_call(help_), *_told(told), Heading("Yours"), *kept.blocks, *help_.ending)
    return Page("Naloxone", blocks, {**_data(help_, told), "yours": kept.data})


def pause_page(help_: SafetyHelp, told: Sequence[Passage], about: SubstanceAsked | None) -> Page:
    """What a break does to tolerance."""
    blocks = (*_meant(about), *_told(told), _alarm(help_), *help_.ending)
    return Page(_title("After a break", about), blocks, _data(help_, told, about))


def stop_page(help_: SafetyHelp, told: Sequence[Passage], about: SubstanceAsked | None) -> Page:
    """How to stop without getting hurt."""
    name = f" {command_name(about.kind)}" if about and about.known else ""
    hint = Note(f"Back after a stop, less is enough: hrjournal safety break{name}", Tone.HINT)
    blocks = (_alarm(help_), *_meant(about), *_told(told), hint, *help_.ending)
    return Page(_title("Stopping", about), blocks, _data(help_, told, about))


def safer_page(help_: SafetyHelp, guide: KindGuide, about: SubstanceAsked) -> Page:
    """What makes using one substance safer."""
    name = OTHER.id if about.kind.id == OTHER.id else _spelled(about)
    hints = [Note(f"If it gets too much: hrjournal safety overdose {name}", Tone.HINT)]
    if name != OTHER.id:  # nothing is known of mixing what nobody knows
        hints.insert(0, Note(f"Mixing it: hrjournal safety mixing {name}", Tone.HINT))
    passages = guide.passages
    blocks = (*_meant(about), *_told(passages), *hints, _alarm(help_), *help_.ending)
    return Page(_title("Safer use", about), blocks, _data(help_, passages, about))


def names_page(help_: SafetyHelp, kinds: Iterable[Kind], command: str) -> Page:
    """Every substance that a command knows."""
    names = sorted((kind.name for kind in kinds), key=str.casefold)
    words = (
        f"Say which one, such as: {command} cocaine. Other names work too, such as coke or benzos."
    )
    blocks = (Text(words), Text("\n".join(names)), *help_.ending)
    return Page("Which substance?", blocks, {"substances": names})


def command_name(kind: Kind) -> str:
    """The name of a kind as it is typed."""
    return kind.name if kind.name[:2].isupper() else kind.name.lower()


def _spelled(about: SubstanceAsked) -> str:
    """The name that a person typed as it is usually spelled, to type it again."""
    usual = (alias for alias in about.kind.aliases if even(alias) == even(about.name))
    name = next(usual, command_name(about.kind))
    return f'"{name}"' if " " in name else name


def titled(passage: Passage, title: str) -> Passage:
    """The passage under another title."""
    return passage._replace(title=title)


def _title(words: str, about: SubstanceAsked | None) -> str:
    return f"{words}: {command_name(about.kind)}" if about else words


def _told(passages: Iterable[Passage]) -> list[Block]:
    return [block for passage in passages for block in passage_blocks(passage)]


def _call(help_: SafetyHelp) -> tuple[Block, ...]:
    """Whom to call, for a page that is read in an emergency."""
    first, *others = call_lines(help_.card, help_.call)
    return (Note(first, Tone.SAFETY), Text("\n".join((*others, *help_.card.say.lines))))


def _alarm(help_: SafetyHelp) -> Note:
    """Whom to call, for a page that is read in calm."""
    number, *_ = call_lines(help_.card, help_.call)
    return Note(f"{SIGNS} {number} What to do: hrjournal sos", Tone.SAFETY)


def _meant(about: SubstanceAsked | None) -> list[Block]:
    """What the person named, where that is not plain from the title."""
    if about is None or fold(about.name) in {fold(about.kind.name), about.kind.id}:
        return []
    if about.known:
        return [Text(f"{quote(about.name)} is taken as: {command_name(about.kind)}.")]
    close = f" Close to it: {', '.join(about.nearest)}." if about.nearest else ""
    return [
        Text(f"{quote(about.name)} is not a name that is known here.{close}"),
        Text("What follows holds for anything unknown."),
    ]


def _data(
    help_: SafetyHelp, told: Iterable[Passage], about: SubstanceAsked | None = None
) -> Mapping[str, Any]:
    return {
        "call": call_data(help_.call),
        "substance": about.kind.id if about and about.known else None,
        "passages": [passage_data(passage) for passage in told],
        "reviewed": help_.reviewed.isoformat(),
    }
