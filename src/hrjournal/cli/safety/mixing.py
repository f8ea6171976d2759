"""What is known of mixing, looked up by names. It needs no journal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.cli.arguments import parse_word
from hrjournal.domain.knowledge.mixing import MixPart
from hrjournal.domain.substances.substance import OTHER, even, fold
from hrjournal.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hrjournal.blocks import Page
    from hrjournal.cli.context import AppContext
    from hrjournal.domain.knowledge.mixing import Mixing
    from hrjournal.domain.substances.substance import Catalogue

BETWEEN: Final = frozenset({"and", "with", "or", "plus", "+", "&"})
LONGEST_NAME: Final = 3  # words


def look_up(app: AppContext, words: Sequence[str], *, sources: bool) -> Page:
    """What is known of taking these together, the worst pair first.

    Raises:
        UsageError: when nothing is named.
    """
    from hrjournal.content import notices
    from hrjournal.content.mixing import mixing as table
    from hrjournal.pages.safety.mixing import MixQuestion, mixing_page

    typed = spoken(words)
    if not typed:
        raise UsageError(
            "Say which, such as: hrjournal safety mixing alcohol ketamine. "
            "One alone gives its list. Names that are known: hrjournal safety safer"
        )
    known = table()
    names = named(typed, lambda name: known.knows(_part(name, app.catalogue)))
    parts = dict.fromkeys(_part(name, app.catalogue) for name in names)
    questions = [MixQuestion(part, _nearest(part, app.catalogue, known)) for part in parts]
    return mixing_page(questions, known, notices.sources() if sources else None)


def spoken(typed: Sequence[str]) -> list[str]:
    """The words of names, without what stands between them."""
    parted = (word for text in typed for word in text.split(",") if word.strip())
    return [parse_word(word, "name") for word in parted if fold(word) not in BETWEEN]


def named(words: Sequence[str], known: Callable[[str], bool]) -> Iterator[str]:
    """The names in words, the longest known ones first; any other word is a name too."""
    while words:
        lengths = range(LONGEST_NAME, 1, -1)
        length = next((n for n in lengths if known(" ".join(words[:n]))), 1)
        yield " ".join(words[:length])
        words = words[length:]


def _part(word: str, catalogue: Catalogue) -> MixPart:
    """What a word means, by the name as it is usually spelled."""
    kind = catalogue.find(word) or OTHER
    if even(word) == even(kind.id):
        return MixPart(kind.name, kind)
    spelled = (name for name in (kind.name, *kind.aliases) if even(name) == even(word))
    return MixPart(next(spelled, word), kind)


def _nearest(part: MixPart, catalogue: Catalogue, table: Mixing) -> tuple[str, ...]:
    """Known names that look like one that is not known."""
    return () if table.knows(part) else tuple(catalogue.nearest(part.name, table.names))
