"""What is said for staying alive and well: passages, kinds of overdose, and whom to call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


class Passage(NamedTuple):
    """A few lines about one thing. `sources` are ids; without any it is general knowledge."""

    title: str
    lines: tuple[str, ...]  # whole sentences, one idea each
    numbered: bool  # steps, in the order in which they are done
    verified: bool
    sources: tuple[str, ...]
    general: str = ""  # which part is general knowledge though the rest was read


class Call(NamedTuple):
    """Whom to call: a number that was checked, or else where numbers are known."""

    phone: str  # empty where none was checked
    known: bool  # whether it is known which country this is
    elsewhere: tuple[tuple[str, str], ...]  # places and their numbers, where this may be another


class Phones(NamedTuple):
    """Emergency numbers by the code of a country."""

    numbers: Mapping[str, str]  # the checked ones alone
    also: Mapping[str, str]  # other codes that people write
    places: tuple[tuple[str, str], ...]  # the main ones by name

    def call(self, country: str, *, chosen: bool) -> Call:
        """Whom to call in a country; when it was not chosen but guessed, also elsewhere."""
        code = self.also.get(country, country)
        phone = self.numbers.get(code, "")
        others = tuple(place for place in self.places if place[1] != phone)
        return Call(phone, bool(code), () if code and (chosen or not phone) else others)


class Card(NamedTuple):
    """The emergency card."""

    reviewed: date
    phones: Phones
    numbers: Passage  # the numbers of the main places
    elsewhere: Passage  # said where no number of the country was checked
    say: Passage
    calling: Passage  # what protects those who call
    wake: Passage
    hot: Passage
    side: Passage
    avoid: Passage

    @property
    def passages(self) -> tuple[Passage, ...]:
        """What to do, in the order of the card."""
        return (self.wake, self.hot, self.side, self.avoid)

    @property
    def calls(self) -> tuple[Passage, ...]:
        """What is said of calling, on every page."""
        return (self.numbers, self.elsewhere, self.say)


class Response(NamedTuple):
    """A kind of overdose: how to tell it, and what to do."""

    id: str
    title: str
    such_as: str
    tell: str
    words: tuple[str, ...]  # what people call it, beside names of substances
    passages: tuple[Passage, ...]


class KindGuide(NamedTuple):
    """What is said of one kind of substance."""

    kind: str
    response: str  # the kind of overdose
    dangerous_stop: bool
    points: Passage
    much: Passage
    tolerance: Passage
    stopping: Passage
    extras: tuple[Passage, ...]  # what else can be in it
    further: tuple[Passage, ...]

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All of them, in the order in which they are read."""
        ending = (self.tolerance, self.stopping)
        return (self.points, self.much, *self.extras, *self.further, *ending)
