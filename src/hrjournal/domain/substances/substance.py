"""Substances: what is known of a kind, and what one person tracks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Kind(NamedTuple):
    """A kind of substance that the program knows something about."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    group: str = "unknown"  # interaction class: two kinds of one group act alike
    family: str = "unknown"  # drug class in words: depressant, stimulant, opioid …
    units: tuple[str, ...] = ("times",)  # what it is counted in; the first is the usual one
    routes: tuple[str, ...] = ()
    medicine: bool = False  # a treatment: taking it is care, not use
    hard_stop: bool = False  # stopping suddenly after near-daily use can be dangerous
    opioid: bool = False  # tolerance falls within days of a break
    apart: bool = False  # its names are different substances, each tracked under its own

    @property
    def unit(self) -> str:
        """What it is usually counted in."""
        return self.units[0]


OTHER = Kind("other", "Other substance")


class Substance(NamedTuple):
    """A substance as one person tracks it."""

    key: str  # folded name, unique in a journal
    name: str  # as shown
    kind: Kind = OTHER
    unit: str = "times"  # the base unit that its amounts are kept in
    id: int = 0


PSEUDONYM: Final = "Substance "  # stands before a letter, where a page goes to somebody else


def letter_name(place: int) -> str:
    """A name that says nothing, for the substance in this place: A to Z, then A2 and so on."""
    again, letter = divmod(place, 26)
    return chr(ord("A") + letter) + (str(again + 1) if again else "")


def fold(name: str) -> str:
    """A name with case, accents' form and outer spaces evened out, to find it again."""
    if not name.isascii():
        import unicodedata  # a library of its own to load, which most names do without

        evened = unicodedata.normalize("NFKC", name).casefold()
        name = unicodedata.normalize("NFKC", evened)
    return " ".join(name.casefold().split())


class Catalogue:
    """The kinds that the program ships with, found by id, name or alias."""

    def __init__(self, kinds: Iterable[Kind]) -> None:
        """Takes every kind; of two with the same alias, the first keeps it."""
        self.kinds: Mapping[str, Kind] = {kind.id: kind for kind in kinds}
        self._names: dict[str, Kind] = {}
        for kind in self.kinds.values():
            for name in (kind.id, kind.name, *kind.aliases):
                self._names.setdefault(fold(name), kind)

    def find(self, word: str) -> Kind | None:
        """The kind that goes by this word, or None."""
        return self._names.get(fold(word))

    def kind(self, identity: str) -> Kind:
        """The kind with this id; one that is not known any more is an other substance."""
        return self.kinds.get(identity, OTHER)

    def nearest(self, word: str, known: Iterable[str] = ()) -> list[str]:
        """Up to three names that look like this word, best first."""
        from difflib import get_close_matches  # for a name that nobody knows

        names = dict.fromkeys([*known, *self._names])
        return get_close_matches(fold(word), names, n=3, cutoff=0.72)
