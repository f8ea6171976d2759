"""The reader of human words, given what this journal and this country know; asking where unsure."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from hrjournal.cli import arguments
from hrjournal.content.units import catalogue
from hrjournal.content.words.lexicon import lexicon, limits
from hrjournal.domain.substances.amount import THOUSAND
from hrjournal.domain.substances.substance import OTHER, even, fold
from hrjournal.domain.substances.units import singular
from hrjournal.domain.words.knowledge import ALCOHOL, Knowledge
from hrjournal.domain.words.lexicon import Meaning, Role, UnitWord
from hrjournal.domain.words.line import read_line, words_of
from hrjournal.domain.words.numbers import Count
from hrjournal.domain.words.reader import names_in, understand_uses
from hrjournal.domain.words.understood import Name
from hrjournal.domain.words.uses import uses_of
from hrjournal.errors import NotUnderstoodError, UsageError
from hrjournal.sanitize import quote
from hrjournal.store.queries import units_of_own

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hrjournal.cli.context import AppContext
    from hrjournal.domain.entries.entry import Moment
    from hrjournal.domain.substances.amount import Amount
    from hrjournal.domain.substances.substance import OwnServing, Substance
    from hrjournal.domain.words.line import Part
    from hrjournal.domain.words.understood import Understood
    from hrjournal.store import Journal

MOST_QUESTIONS: Final = 5  # about one line; then it is said what could not be understood
DATE: Final = re.compile(r"[0-9]{1,2}[/.][0-9]{1,2}\.?")  # where no amount can stand
LIKE_A_NUMBER: Final = re.compile(r"[,.;/%?+~]|^x[0-9]", re.IGNORECASE)
NEW: Final = " --new"  # behind a line: what nobody knows in it is kept as typed


class Reader:
    """Reads lines in one journal, and asks at a terminal where they are not clear."""

    def __init__(self, app: AppContext, journal: Journal) -> None:
        """Takes the run and the journal that is open."""
        self.app = app
        self.journal = journal
        self.units = app.units(journal)
        self._times = arguments.line_times(app, journal)
        self.own: dict[str, Name] = {}  # names that are new with this line
        tracked = journal.substances()
        self.named = {word: tracked[key] for word, key in journal.aliases().items()} | tracked
        self.evened = {even(word): substance for word, substance in self.named.items()}
        words = lexicon(app.country(journal), self.units, self._find, lambda: self.named)
        self.known = Knowledge(words, self.units, limits(), catalogue().kinds)
        for key, serving in journal.servings().items():
            words.learn(key, Role.NAME, self._served(serving))

    def uses(
        self,
        words: Sequence[str],
        *,
        sure: bool = False,
        new: bool = False,
        about: Sequence[Part] = (),
    ) -> Understood:
        """What a line says was used.

        Raises:
            NotUnderstoodError: when that stays unclear.
        """

        def read(line: str, *, insisted: bool) -> Understood:
            return understand_uses(
                line, self.known, self._times, sure=insisted or sure, about=about
            )

        told: Understood = self._asked(words, read, new=new)
        return told

    def cleared(self, words: Sequence[str]) -> tuple[str, bool]:
        """The line as it is clear, asked for where it is not; and whether it has a new name.

        Raises:
            NotUnderstoodError: when it stays unclear.
        """

        def read(line: str, *, insisted: bool) -> str:
            understand_uses(line, self.known, self._times, sure=insisted)
            return line

        line: str = self._asked(words, read, new=False)
        return line, bool(self.own)

    def read(self, line: str, *, new: bool) -> Understood:
        """What a line says, of any amount, without asking.

        Raises:
            UsageError: when that is not clear.
        """

        def read(line: str, *, insisted: bool) -> Understood:
            return understand_uses(line, self.known, self._times, sure=insisted)

        told: Understood = self._read(line, line.split(), read, new=new, insisted=True)
        return told

    def counts(self, line: str) -> bool:
        """Whether a line says how much, even if that is not known."""
        segments = read_line(line, self.known.lexicon, self._times).segments
        return any(isinstance(part, Count) for segment in segments for part in segment.parts)

    def names(self, words: Sequence[str]) -> tuple[list[Name], Moment | None]:
        """The substances that a line names, none if it means all, and the day if it says one.

        Raises:
            NotUnderstoodError: when that stays unclear.
        """

        def read(line: str, *, insisted: bool) -> tuple[list[Name], Moment | None]:
            del insisted
            return names_in(line, self.known, self._times)

        line = " ".join(words).split()
        if not any(self.known_as(word) for word in line):
            line = [self.by_doing(word) for word in line]
        line = [f"on {word}" if DATE.fullmatch(word) else word for word in line]
        named: tuple[list[Name], Moment | None] = self._asked(line, read, new=False)
        return named

    def known_as(self, phrase: str) -> Name | None:
        """The substance that a phrase names here, slang of the country too; else None."""
        roles = self.known.lexicon.roles(fold(phrase))[0]
        if Role.UNCLEAR in roles:
            return None
        if {Role.DRINK, Role.VESSEL} & roles.keys():
            return self.known.alcohol
        name: Name | None = roles.get(Role.NAME)
        return name

    def by_doing(self, word: str) -> str:
        """A thing to do by what it is done with, `smoking` by `smoke`."""
        stem = word.casefold().removesuffix("ing")
        stems = (stem, f"{stem}e") if stem != word.casefold() else ()
        return next((one for one in stems if self.known_as(one)), word)

    @lru_cache(maxsize=10_000)  # noqa: B019 - a reader lives no longer than a run
    def cell(self, name: str, words: str) -> Amount:
        """How much a cell of a table says of the substance that stands beside it.

        Raises:
            UsageError: when that is not clear, or the cell names something else.
        """
        roles, _ = self.known.lexicon.roles(fold(name))
        parts: list[Part] = [Meaning(name, roles or {Role.NAME: Name(OTHER, name)}, -1, -1)]
        line = read_line(words, self.known.lexicon, lambda _: ())
        for segment in line.segments:
            parts += segment.parts
        uses = uses_of(parts, line, self.known)
        if len(uses) != 1 or uses[0].amount is None:
            raise NotUnderstoodError(f"{quote(f'{name} {words}')} is not one amount.")
        return uses[0].amount._replace(typed=words)

    def time(self, words: Sequence[str]) -> Moment | None:
        """The moment that words say, where they say nothing else.

        Raises:
            UsageError: when it is none that can be kept.
        """
        line = " ".join(words).lower().split()
        spans = self._times(line)
        if len(spans) != 1 or (spans[0].start, spans[0].end) != (0, len(line)):
            return None
        if spans[0].error is not None:
            raise spans[0].error
        return spans[0].moment

    def subject(self, amount: Amount | None, substance: Substance) -> list[Part]:
        """What a record is about, for words that name nothing: `edit 12 3` of `2 pints` are 3."""
        parts = [part for part in self._parts(amount) if not isinstance(part, Count)]
        named = any(part.can(Role.NAME, Role.DRINK, Role.VESSEL) for part in parts)
        return [*parts] if named else [self._named(amount, substance), *parts]

    def amount_words(self, amount: Amount | None, substance: Substance) -> str:
        """The words of an amount without the name that stood in them."""
        del substance
        parts = [
            part
            for part in self._parts(amount)
            if isinstance(part, Count) or not part.can(Role.NAME, Role.DRINK)
        ]
        return " ".join(words_of(part) for part in parts) or "?"

    def _parts(self, amount: Amount | None) -> list[Part]:
        """The parts of an amount as it was typed, as parts of no line."""
        if amount is None or not amount.typed:
            return []
        try:
            line = read_line(amount.typed, self.known.lexicon, self._times)
        except UsageError:
            return []
        every = [part for segment in line.segments for part in segment.parts]
        return [part._replace(start=-1) for part in every]

    def _named(self, amount: Amount | None, substance: Substance) -> Part:
        """The name of a substance, of which bare numbers count what the record is kept in."""
        alcohol = substance.kind.id == ALCOHOL
        unit = "" if alcohol or amount is None else amount.unit
        name = Name(substance.kind, substance.name, unit)
        return Meaning(substance.name, {Role.NAME: name}, -1, -1)

    def _asked(self, words: Sequence[str], read: Callable[..., Any], *, new: bool) -> Any:
        """What `read` makes of a line, or of a clearer one that was asked for."""
        line, insisted = " ".join(words), False
        for _ in range(MOST_QUESTIONS):
            try:
                return self._read(line, words, read, new=new, insisted=insisted)
            except UsageError as error:
                if not isinstance(error, NotUnderstoodError):
                    raise NotUnderstoodError(error.marked) from None
                if not self.app.is_interactive:
                    raise
                insisted = error.sure
                line = self._clearer(line, error)
                new = new or line.endswith(NEW)
                line = line.removesuffix(NEW)
                words = line.split()
        raise NotUnderstoodError("That is still not clear to me. Nothing was saved.")

    def _read(
        self,
        line: str,
        words: Sequence[str],
        read: Callable[..., Any],
        *,
        new: bool,
        insisted: bool,
    ) -> Any:
        """What `read` makes of a line, with own units and new names where they are meant."""
        for _ in line.split():
            try:
                return read(line, insisted=insisted)
            except NotUnderstoodError as error:
                if not (error.word and self._learn(error.word, line, words, new=new)):
                    raise
        return read(line, insisted=insisted)

    def _learn(self, word: str, line: str, words: Sequence[str], *, new: bool) -> bool:
        """Takes an unknown word as a unit of the person's own, or as a new name if wanted."""
        if self.goes_by_more(word) and _whole_name(word, words) == word:
            return False
        unit = singular(fold(word))
        follows = _follows_number(word, line) and self._names_something(line, word)
        if unit in units_of_own(self.journal, self.units.known()) or (new and follows):
            self.known.lexicon.learn(fold(word), Role.UNIT, (UnitWord(unit),))
        elif new:
            name = arguments.parse_word(_whole_name(word, words), "name")
            self.own[fold(name)] = Name(OTHER, name)
        return new or Role.UNIT in self.known.lexicon.roles(fold(word))[0]

    def goes_by_more(self, word: str) -> bool:
        """Whether more than one thing is called so; as a new name it would lose their dangers."""
        return Role.UNCLEAR in self.known.lexicon.roles(fold(word))[0]

    def _names_something(self, line: str, word: str) -> bool:
        """Whether another word of the line names a substance."""
        others = [other for other in line.split() if other != word]
        return any(
            {Role.NAME, Role.DRINK} & self.known.lexicon.roles(fold(other))[0].keys()
            for other in others
        )

    def _clearer(self, line: str, error: NotUnderstoodError) -> str:
        """Another line, chosen or written anew; the same one where it is meant as it stands."""
        from hrjournal.cli.prompts import choose_line, confirm

        if error.sure:
            self.app.print_lines(error.marked)
            if confirm("Is it right as it stands?"):
                return line
            raise NotUnderstoodError("Nothing was saved.")
        unknown = error.word and not self.goes_by_more(error.word)
        offers = error.offers or self._named_lines(line)
        offers = (*offers, f"{line}{NEW}") if unknown else offers
        chosen = choose_line(self.app, error.marked, offers)
        if chosen is None:
            raise NotUnderstoodError("Nothing was saved.")
        return chosen

    def _named_lines(self, line: str) -> tuple[str, ...]:
        """A line of nothing but a number, with each of the names that it could be about."""
        try:
            segments = read_line(line, self.known.lexicon, self._times).segments
        except UsageError:
            return ()
        if not all(isinstance(part, Count) for segment in segments for part in segment.parts):
            return ()
        tracked = [one for one in self.journal.substances().values() if not one.hidden]
        return tuple(f"{one.name} {line}" for one in tracked[:MOST_QUESTIONS])

    def _find(self, phrase: str) -> Name | None:
        """The substance of a folded name: one of this journal first, or one that is known."""
        if phrase in self.own:
            return self.own[phrase]
        substance = self._tracked(phrase)
        if substance is not None:
            own = substance.kind.id == OTHER.id
            unit = substance.unit if own else self.units.unit_in(phrase, substance.kind)
            return Name(substance.kind, substance.name, unit)
        return None

    def _served(self, serving: OwnServing) -> Name:
        """What one serving of the person's own is."""
        substance = self.named.get(serving.substance)
        kind = substance.kind if substance else catalogue().find(serving.substance) or OTHER
        word = substance.name if substance else serving.substance
        return Name(kind, word, serving.unit, Decimal(serving.thousandths) / THOUSAND)

    def _tracked(self, phrase: str) -> Substance | None:
        parts = phrase.split()
        if phrase in self.named:
            return self.named[phrase]
        if len(parts) > 1 and any(part[0].isdigit() for part in parts[1:]):
            return None  # `k 2` is not K2
        if self.app.discreet:
            return arguments.tracked_by_name(self.app, self.journal, phrase)
        return self.evened.get(even(phrase))


def _follows_number(word: str, line: str) -> bool:
    before = line.partition(word)[0].split()
    return bool(before) and any(map(str.isdigit, before[-1]))


def _whole_name(word: str, words: Sequence[str]) -> str:
    """The name of which a word nobody knows is a part: as quoted, or the word itself."""
    quoted = (one for one in words if " " in one and word in one)
    return next(filter(_is_name, quoted), word)


def _is_name(text: str) -> bool:
    """Whether no part of it is a number: each begins with a letter, and has signs of none."""
    return not any(map(str.isdigit, text)) or all(
        part[0].isalpha() and not LIKE_A_NUMBER.search(part) for part in text.split()
    )
