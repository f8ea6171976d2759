"""What the words of a line mean to this person: known words, their own, and what they track."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from hrjournal.domain.words.feelings import SEVERAL, UnknownWordError, line_tokens, read_line
from hrjournal.errors import NotUnderstoodError, UsageError
from hrjournal.sanitize import own
from hrjournal.store.queries import words_used

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrjournal.cli.context import AppContext
    from hrjournal.domain.words.feelings import FeelingWords, LineReader
    from hrjournal.store import Journal


class KnownWords:
    """The triggers, ways of coping and steps that a journal knows; looked up when first needed."""

    def __init__(self, journal: Journal) -> None:
        """Takes the journal whose own words are known too."""
        self._journal = journal

    @cached_property
    def triggers(self) -> frozenset[str]:
        """Words for what came before."""
        from hrjournal.content.notices import triggers

        return words_used(self._journal, "triggers").union(known.id for known in triggers())

    @cached_property
    def copings(self) -> frozenset[str]:
        """Words for what a person can do with an urge."""
        from hrjournal.content.notices import copings
        from hrjournal.domain.keepsake import KeepsakeType
        from hrjournal.store.keepsakes import keepsakes

        kept = (keepsake.subject for keepsake in keepsakes(self._journal, KeepsakeType.COPING))
        used = words_used(self._journal, "copings")
        return used.union(kept, (known.id for known in copings()))

    @cached_property
    def steps(self) -> Mapping[str, str]:
        """Every spelling of a step, with the word that it is kept as."""
        from hrjournal.content.notices import steps

        used = {word.replace("-", " "): word for word in words_used(self._journal, "steps")}
        return (
            used
            | {step.id: step.id for step in steps()}
            | {step.id.replace("-", " "): step.id for step in steps()}
            | {step.name.casefold(): step.id for step in steps()}
        )

    def means(self, phrase: str) -> list[tuple[str, Any]]:
        """The fields that a phrase fills as a trigger or as something that was tried."""
        word = phrase.replace(" ", "-")
        known = (("triggers", self.triggers), ("copings", self.copings))
        return [(field, (word,)) for field, words in known if word in words]


def understood(
    app: AppContext, words: Sequence[str], reader: LineReader, known: KnownWords, hint: str
) -> FeelingWords:
    """What a line says; at a terminal, a word that nobody knows is asked for once.

    Raises:
        NotUnderstoodError: when a word means nothing here, with what to write instead; `{word}`
            in the hint is that word.
    """
    try:
        return read_line(words, reader)
    except UnknownWordError as error:
        unknown = error.word
        near = _nearest(unknown, known)
        if reader.outcomes:  # an urge, which can be for something
            near += app.catalogue.nearest(unknown)
        chosen = _asked(app, unknown, near) if app.is_interactive and near else None
        if chosen is None:
            raise NotUnderstoodError(_refusal(error, near, known, hint)) from None
    tokens = [chosen if token == unknown else token for token in line_tokens(words)]
    return understood(app, tokens, reader, known, hint)


def combined(said: FeelingWords, given: Mapping[str, Any]) -> dict[str, Any]:
    """What a line says, and what its options say.

    Raises:
        UsageError: when both say something of the same.
    """
    fields = dict(given)
    for name, value in said.fields.items():
        if name in SEVERAL:
            fields[name] = tuple(dict.fromkeys((*value, *(fields.get(name) or ()))))
        elif fields.get(name) is not None:
            raise UsageError(f"Your line says {name.replace('_', ' ')} twice. Once is enough.")
        else:
            fields[name] = value
    return fields


def _nearest(word: str, known: KnownWords) -> list[str]:
    from difflib import get_close_matches

    spelled = sorted(known.triggers | known.copings)
    return get_close_matches(word, spelled, n=3, cutoff=0.72)


def _asked(app: AppContext, word: str, near: Sequence[str]) -> str | None:
    from hrjournal.cli.prompts import offer

    return offer(app, f'Did you mean one of these by "{own(word)}"?', near, "A number, or Enter")


def _refusal(error: UnknownWordError, near: Sequence[str], known: KnownWords, hint: str) -> str:
    best = next((word for word in near if word in known.triggers), "")
    if best:
        return f"{error.marked} Is {own(best)} what set it off? Write: --trigger {own(best)}"
    if near:
        return f"{error.marked} Did you mean {own(near[0])}?"
    return f"{error.marked} {hint.format(word=own(error.word))}"
