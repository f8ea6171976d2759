"""Substances: what is known of a kind, and what one person tracks."""

from __future__ import annotations

from functools import cached_property
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


# A name, then how strong one is: 2mg, 0.5 mg, 30/500, 10mg/5ml.
STRENGTH: Final = (
    r"(.*\S)\s+(\d[\d.,]*\s?(?:mg|mcg|ug|\u00b5g|\u03bcg|g|ml)"
    r"|\d[\d.,]*(?:\s?mg)?/\d[\d.,]*\s?(?:mg|mcg|ml)?)"
)
HYPHENS: Final = "-\u2010\u2011\u2012\u2013\u2014"

OTHER = Kind("other", "Other substance")


class Substance(NamedTuple):
    """A substance as one person tracks it."""

    key: str  # folded name, unique in a journal
    name: str  # as shown
    kind: Kind = OTHER
    unit: str = "times"  # the base unit that its amounts are kept in
    id: int = 0
    hidden: bool = False  # out of sight where all of them are shown or asked for


class OwnServing(NamedTuple):
    """A serving that a person named: `my can` for 500ml 4.8% of alcohol."""

    name: str  # as shown
    substance: str  # the key of what it is a serving of, tracked or not
    unit: str  # a base unit
    thousandths: int  # of that unit in one
    typed: str  # how much it is, in the person's words


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


def even(name: str) -> str:
    """A folded name without hyphens and spaces: `3-MMC`, `3 mmc` and `3mmc` are one name."""
    folded = fold(name)
    if folded.isascii():
        return folded.replace("-", "").replace(" ", "")
    for mark in f"{HYPHENS} ":
        folded = folded.replace(mark, "")
    return fold(folded)  # letters and marks that stand beside each other now


def parted(name: str) -> tuple[str, str]:
    """A name as it stands on a pack, and its strength: `Xanax 0.5mg`, `co-codamol 30/500`.

    The strength is empty where there is none. A percentage is none: it belongs to a drink.
    """
    if not any(map(str.isdigit, name)) or len(name.split()) < 2:
        return name, ""
    import re  # most names need none

    found = re.fullmatch(STRENGTH, name.strip(), re.IGNORECASE)
    return (found[1], found[2]) if found else (name, "")


class Catalogue:
    """The kinds that the program ships with, found by id, name or alias."""

    def __init__(self, kinds: Iterable[Kind]) -> None:
        """Takes every kind; of two with the same alias, the first keeps it."""
        self.kinds: Mapping[str, Kind] = {kind.id: kind for kind in kinds}

    @cached_property
    def _spelled(self) -> Mapping[str, Kind]:
        """Every kind by its names; made when a word is not one that the person tracks."""
        found: dict[str, Kind] = {}
        for kind in self.kinds.values():
            for name in (kind.id, kind.name, *kind.aliases):
                found.setdefault(name.casefold(), kind)
        return found

    @cached_property
    def _evened(self) -> Mapping[str, Kind]:
        """Every kind by its evened names; made when a word is not spelled like any of them."""
        found: dict[str, Kind] = {}
        for name, kind in self._spelled.items():
            found.setdefault(even(name), kind)
        return found

    def find(self, word: str) -> Kind | None:
        """The kind that goes by this word, with a strength behind it or not; or None."""
        return self.spelled(word) or self._evened.get(even(parted(word)[0]))

    def spelled(self, word: str) -> Kind | None:
        """The kind that goes by this word, however it is spelled, without a strength behind it."""
        return self._spelled.get(fold(word)) or self._evened.get(even(word))

    def listed(self, word: str) -> str:
        """A name as it is listed, of which this word is a spelling: `XANAX` is Xanax."""
        kind = self.spelled(word)
        names = (kind.name, *kind.aliases) if kind else ()
        return next((name for name in names if even(name) == even(word)), word)

    def names(self) -> list[str]:
        """Every name, folded."""
        return [fold(name) for kind in self.kinds.values() for name in (kind.name, *kind.aliases)]

    def kind(self, identity: str) -> Kind:
        """The kind with this id; one that is not known any more is an other substance."""
        return self.kinds.get(identity, OTHER)

    def nearest(self, word: str, known: Iterable[str] = ()) -> list[str]:
        """Up to three names that look like this word, best first."""
        from difflib import get_close_matches  # for a name that nobody knows

        names = dict.fromkeys([*known, *self.names()])
        return get_close_matches(fold(word), names, n=3, cutoff=0.72)
