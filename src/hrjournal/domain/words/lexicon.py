"""What single words and fixed phrases can mean, before a line is put together from them."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from hrjournal.domain.substances.substance import OTHER, fold
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from hrjournal.domain.words.understood import Name

LONGEST_PHRASE = 5  # words; no name or serving has more
DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-")
SIGNS = DASHES | {ord("\u00d7"): "x", ord("\u2019"): "'", ord("\u2248"): "~", ord("\u2044"): "/"}
FRACTIONS = {"\u00bd": ".5", "\u00bc": ".25", "\u00be": ".75", "\u2153": ".333", "\u2154": ".667"}
FRACTION = f"(?:(?<![0-9:])([0-9]+) ?)?([{''.join(FRACTIONS)}])"
COMMA = ","
PARTING = {COMMA, "-"}  # stand in no phrase
SEPARATED = r"[,;](?=\s|$)|(?<=[^\W\d])[,;]|[,;](?=[^\W\d])"
ONE_MORE = r"(?<!\S)\+(?=[0-9])"
SIGNED = frozenset(",;:=+@")
MIXED_NUMBER = r"(?<![\w/.,:-])([0-9]+) ([13])/([24])(?![0-9/.,])"
AND_A_HALF = r"(?i)\b([0-9]+) (?:and|&) a half\b"
EQUALS = r"(?<=[^\W\d])\s*[:=]\s*(?=\S)"
FIGURES = r"(?:[0-9]+(?:[.,][0-9]+)*|[.,][0-9]+)"
PIECES = (
    rf"[~\u00a3$\u20ac%]|-ish\b|{FIGURES}(?:/[0-9]+)?(?:-{FIGURES})?\+?"
    r"|[^\W\d_]+(?:['&-][^\W\d_]+)*|\?+|\S"
)
DATED = frozenset(":/.-")  # in words that begin with figures: dates, and times on a clock
MIXED = frozenset("0123456789~\u00a3$\u20ac%?+")
NEW_NAME = r"[^\W\d_][^\W_]*(?:['-][^\W_]+)*"


class Role(StrEnum):
    """What a word can do in a line."""

    NUMBER = "number"
    UNIT = "unit"
    NAME = "name"
    DRINK = "drink"
    VESSEL = "vessel"
    VOLUME = "volume"
    PERCENT = "percent"
    PACK = "pack"
    TIMES = "times"
    EACH = "each"
    FREE = "free"
    FILLER = "filler"
    ARTICLE = "article"
    JOINER = "joiner"
    RANGE = "range"
    BETWEEN = "between"
    ABOUT = "about"
    AT_LEAST = "at_least"
    UNKNOWN = "unknown"
    NEGATION = "negation"
    ALONE = "alone"
    COMPANY = "company"
    COMPANION = "companion"
    PLANNED = "planned"
    ROUTE = "route"
    MONEY = "money"
    SPENT = "spent"
    MIXER = "mixer"
    ALL = "all"
    MANY = "many"
    TIME = "time"
    UNCLEAR = "unclear"


POURED = {Role.DRINK, Role.VESSEL, Role.UNIT}  # which say more than that it is alcohol
WORTHLESS = {Role.FILLER, Role.ARTICLE, Role.NUMBER, Role.MIXER}  # to suggest


class UnitWord(NamedTuple):
    """A word for a unit; of some kinds of substances alone where `kinds` says so."""

    unit: str
    kinds: frozenset[str] = frozenset()
    factor: Decimal = Decimal(1)


class Beverage(NamedTuple):
    """A kind of drink, or a brand of one: how strong it is, and what one of it is poured in."""

    of: str
    abv: Decimal | None = None
    vessel: str = ""
    brand: bool = False


class Pour(NamedTuple):
    """What a vessel holds: so many millilitres at a strength, or so many usual ones."""

    ml: Decimal | None
    abv: Decimal | None
    times: int = 1
    away: int = 0  # how far from the country's own servings it was found


class Usual(NamedTuple):
    """What one of a beverage is poured in, how strong it is, and whose vessels it shares."""

    vessel: str
    abv: Decimal
    like: str = ""


class Meaning(NamedTuple):
    """A word or phrase of a line, as typed and as it can be understood."""

    text: str
    roles: Mapping[Role, Any]
    start: int
    end: int  # in tokens
    many: bool = False  # an English plural of a word that was listed as one

    def unit(self, kind: str) -> UnitWord | None:
        """What it counts of a kind of substance; None where it counts none of that."""
        units: Sequence[UnitWord] = self.roles.get(Role.UNIT, ())
        fitting = (unit for unit in units if not unit.kinds or kind in unit.kinds)
        return next(fitting, units[0] if units and kind == OTHER.id else None)

    @property
    def counted_kinds(self) -> frozenset[str]:
        """The kinds that it counts, where it counts certain ones alone."""
        units: Sequence[UnitWord] = self.roles.get(Role.UNIT, ())
        every = [unit.kinds for unit in units]
        return frozenset().union(*every) if all(every) else frozenset()

    def can(self, *roles: Role) -> bool:
        """Whether it can do one of these."""
        return any(role in self.roles for role in roles)


class Lexicon:
    """Every word of one country, and how its drinks are poured."""

    def __init__(
        self,
        words: Mapping[str, Mapping[str, Any]],
        meaning: Callable[[str, Any], Any],
        pours: Mapping[tuple[str, str], Pour],
        usual: Mapping[str, Usual],
        find: Callable[[str], Name | None],
        known: Callable[[str], Name | None],
        names: Callable[[], Iterable[str]],
    ) -> None:
        """Takes words, pours by beverage and vessel, what is usual of a beverage, and names.

        `words` have plain data for each role, which `meaning` turns into what is meant.

        `find` gives the substances of the journal and `known` those of the catalogue, however
        they are spelled; `names` are all of these.
        """
        self.words = words
        self.meaning = meaning
        self.met: dict[str, Mapping[Role, Any]] = {}  # words that were looked at
        self.pours = pours
        self.usual = usual
        self.find = find
        self.known = known
        self.names = names
        self.liters = False  # whether 0,5 of a drink can be half a liter here

    def roles(self, phrase: str) -> tuple[Mapping[Role, Any], bool]:
        """What a folded phrase can do, and whether it is the plural of a listed one."""
        roles = self._listed(phrase)
        one = self._listed(self._single(phrase))
        many = one is not None and (
            roles is None
            or (Role.NUMBER not in roles and any(item in roles.items() for item in one.items()))
        )
        if one is not None and many:
            roles = {**one, **(roles or {})}
        slang = (roles or {}).get(Role.NAME)
        name = self.find(phrase) or slang or (None if self._counts(phrase) else self.known(phrase))
        if name is not None and not (name.kind.id == "alcohol" and POURED & (roles or {}).keys()):
            roles = {**(roles or {}), Role.NAME: name}
        return roles or {}, many or Role.MANY in (roles or {})

    @property
    def halves(self) -> bool:
        """Whether a half is a drink of its own here."""
        return Role.VESSEL in self.words.get("half", {})

    def _listed(self, word: str) -> Mapping[Role, Any] | None:
        """What a listed word can do; None for one that is not listed."""
        if word not in self.met:
            coded = self.words.get(word)
            if coded is None:
                return None
            self.met[word] = {Role(role): self.meaning(role, told) for role, told in coded.items()}
        return self.met[word]

    def learn(self, word: str, role: Role, value: Any) -> None:
        """Adds a word of the person's own."""
        self.met[word] = {**(self._listed(word) or {}), role: value}

    def may_be_time(self, word: str) -> bool:
        """Whether a word of a line can be part of a time: it says one, or it is not known."""
        bare = fold(word.strip(".,;!?"))
        if not bare or bare.isdigit():
            return False
        roles, _ = self.roles(bare)
        if not roles and bare[0].isdigit() and DATED.isdisjoint(bare):
            return any(self.may_be_time(part) for part in re.findall(PIECES, bare) if part != bare)
        return not roles or Role.TIME in roles

    def near(self, word: str) -> list[str]:
        """Up to three other known words that look like this one, best first."""
        from difflib import get_close_matches  # noqa: PLC0415 - for a word that nobody knows

        folded = fold(word)
        names = get_close_matches(folded, dict.fromkeys(self.names()), n=3, cutoff=0.72)
        known = [
            spelled
            for spelled, roles in self.words.items()
            if spelled != folded and not WORTHLESS & roles.keys()
        ]
        return names or get_close_matches(folded, known, n=3, cutoff=0.8)

    def _counts(self, phrase: str) -> bool:
        """Whether it is a number and its unit: `2 cc` is no 2C-C, written apart."""
        number, _, unit = phrase.partition(" ")
        return number.isdigit() and Role.UNIT in self.words.get(unit, {})

    def _single(self, phrase: str) -> str:
        """The listed word of which this is an English plural; nothing if it is none."""
        if not phrase.endswith("s") or phrase.endswith("ss"):
            return ""
        stems = [phrase[: -len(end)] for end in ("s", "es") if phrase.endswith(end)]
        if phrase.endswith("ies"):
            stems.append(f"{phrase[:-3]}y")
        return next((stem for stem in stems if len(stem) > 1 and stem in self.words), "")


def clean(line: str) -> str:
    """The line with dashes, fractions and signs in one form, and lists parted by commas."""
    if not line.isascii():
        line = line.translate(SIGNS)
        line = re.sub(FRACTION, lambda found: (found[1] or "") + FRACTIONS[found[2]], line)
    if not SIGNED.isdisjoint(line):  # most lines have none of these
        line = re.sub(ONE_MORE, "", line).replace("@", " ")
        line = re.sub(SEPARATED, f" {COMMA} ", re.sub(EQUALS, " ", line))
    if "/" in line:
        line = re.sub(MIXED_NUMBER, _mixed, line)
    return re.sub(AND_A_HALF, r"\1.5", line) if "half" in line else line


def _mixed(found: re.Match[str]) -> str:
    """`2 1/2` as one number."""
    return f"{Decimal(found[1]) + Decimal(found[2]) / Decimal(found[3])}"


class Token(NamedTuple):
    """A part of a word, and whether a space stood before it."""

    text: str
    spaced: bool = True


def pieces(words: Iterable[str], lexicon: Lexicon) -> list[Token]:
    """Words in their parts, as in `12oz`, `2x0,5l` and `5ish`; known words stay whole."""
    line = list(words)
    parts: list[Token] = []
    for place, word in enumerate(line):
        bare = word.rstrip(".!") or word
        mixed = not (MIXED.isdisjoint(bare) or bare.isdigit())
        found = re.findall(PIECES, bare) if mixed else [bare]
        if found[1:] and (lexicon.roles(fold(bare))[0] or _is_new(bare, found[0], lexicon)):
            found = [bare]
        if found != [word] and _listed(line, place, lexicon):
            found = [word]
        parts += [Token(piece, n == 0 and piece != COMMA) for n, piece in enumerate(found)]
    return parts


def _is_new(word: str, start: str, lexicon: Lexicon) -> bool:
    """Whether it is a name with figures in it of which nobody knows the start, as `b12` is."""
    return re.fullmatch(NEW_NAME, word) is not None and not lexicon.roles(fold(start))[0]


def _listed(line: Sequence[str], place: int, lexicon: Lexicon) -> bool:
    """Whether a word is known as it stands, alone or with words beside it: `k.o. tropfen`."""
    return any(
        lexicon.roles(fold(" ".join(line[first:end])))[0]
        for first in range(max(0, place - 2), place + 1)
        for end in range(place + 1, first + 4)
    )


def meanings(tokens: Sequence[Token], offset: int, lexicon: Lexicon) -> list[Meaning]:
    """Tokens as words and phrases, the longest known ones first; the first has place `offset`."""
    folded = [fold(token.text) for token in tokens]
    found: list[Meaning] = []
    place = 0
    while place < len(tokens):
        phrase, roles, many = _longest(folded, place, lexicon)
        end = place + phrase
        text = spaced(tokens[place:end])
        found.append(Meaning(text, roles, offset + place, offset + end, many))
        place = end
    return found


def spaced(tokens: Sequence[Token]) -> str:
    """Tokens as they were typed."""
    return "".join(f" {token.text}" if token.spaced else token.text for token in tokens).strip()


def _longest(
    folded: Sequence[str], place: int, lexicon: Lexicon
) -> tuple[int, Mapping[Role, Any], bool]:
    """How many words the longest known phrase has, and what it can do."""
    for end in range(min(len(folded), place + LONGEST_PHRASE), place, -1):
        if end > place + 1 and PARTING & set(folded[place:end]):
            continue
        roles, many = lexicon.roles(" ".join(folded[place:end]))
        if roles.keys() - {Role.TIME}:
            return end - place, roles, many
    parted = folded[place].replace("-", " ") if "-" in folded[place] else ""
    return 1, *lexicon.roles(parted)
