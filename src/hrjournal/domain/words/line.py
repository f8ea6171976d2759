"""One line as it was typed, in parts: what was counted, named and poured, when, and with whom."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hrjournal.domain.substances.substance import fold
from hrjournal.domain.words.lexicon import (
    COMMA,
    Meaning,
    Role,
    Token,
    clean,
    meanings,
    pieces,
    spaced,
)
from hrjournal.domain.words.numbers import Count, count_at
from hrjournal.errors import NotUnderstoodError
from hrjournal.named import NamedTuple
from hrjournal.sanitize import joined_own, own, quote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hrjournal.domain.time.spans import TimeSpan
    from hrjournal.domain.words.lexicon import Lexicon

    Times = Callable[[Sequence[str]], Sequence[TimeSpan]]

Part = Meaning | Count
PACKED: Final = r"[0-9]+/[0-9]{3}"
THINGS: Final = frozenset(
    {Role.NAME, Role.DRINK, Role.UNIT, Role.VESSEL, Role.VOLUME, Role.PACK, Role.ALL}
)
SERVED: Final = THINGS - {Role.NAME}
HABITS: Final = frozenset({"daily", "everyday", "nightly", "weekly", "täglich", "dagelijks"})
BETWEEN: Final = frozenset({Role.JOINER, Role.RANGE})


class Segment(NamedTuple):
    """What stands between two commas or joiners, and the time that was said with it."""

    parts: tuple[Part, ...]
    time: TimeSpan | None = None


class Line(NamedTuple):
    """A line in its segments, and what was said with all of them."""

    segments: tuple[Segment, ...]
    tokens: tuple[Token, ...] = ()
    company: str | None = None
    route: str | None = None
    spend: str | None = None
    planned: bool = False
    negated: bool = False

    def typed(self, parts: Sequence[Part]) -> str:
        """These parts as they were typed, with what stood between them."""
        start, end = min(part.start for part in parts), max(part.end for part in parts)
        if start < 0:  # parts of another line, as in `edit`
            return " ".join(words_of(part) for part in parts)
        return " ".join(spaced(self.tokens[start:end]).split())


def words_of(part: Part) -> str:
    """One part as it was typed."""
    return part.words if isinstance(part, Count) else part.text


def read_line(text: str, lexicon: Lexicon, times: Times) -> Line:
    """The line in its parts.

    Raises:
        NotUnderstoodError: when a word of it is not known, or stands where it means nothing.
    """
    words = _halves_joined(clean(text).split(), lexicon)
    if lexicon.liters:  # and where 1.000 is a thousand
        _check_thousands(words)
    tokens: list[Token] = []
    parts: list[Part | TimeSpan] = []
    place = 0
    for span in (*_spans(words, lexicon, times), None):
        stretch = pieces(words[place : span.start if span else None], lexicon)
        parts += _counted(meanings(stretch, len(tokens), lexicon))
        tokens += stretch
        if span is not None:
            parts.append(span)
            tokens.append(Token(""))  # a time parts what stands before and behind it
            place = span.end
    return _Sorter(text, tokens, lexicon).sort(parts)


def _check_thousands(words: Sequence[str]) -> None:
    for word in words:
        if "." in word and re.fullmatch(r"[1-9][0-9]{0,2}[.][0-9]{3}(?![0-9]).*", word):
            raise NotUnderstoodError(
                f"{quote(word)} can be read in two ways. "
                "Write it without the point, or with a comma."
            )


def _halves_joined(words: list[str], lexicon: Lexicon) -> list[str]:
    """`a pack and a half` as 1.5 of it; a half that something follows is one of that."""
    if "half" not in (folded := [fold(word) for word in words]):
        return words
    half = folded.index("half")
    thing = half - 3 if folded[half - 1] == "a" else half - 2
    alone = folded[half + 1 : half + 2] in ([], ["of"], [COMMA])
    joined = thing >= 0 and folded[thing + 1] == "and"
    if not (alone and joined and _measures(folded[thing], lexicon)):
        return words
    article = thing > 0 and folded[thing - 1] in {"a", "an", "one"}
    return [*words[: thing - article], "1.5", words[thing], *words[half + 1 :]]


def _spans(words: Sequence[str], lexicon: Lexicon, times: Times) -> list[TimeSpan]:
    """The times that a line says, in order; none begins within a name."""
    if not any(map(lexicon.may_be_time, words)):  # words for times are many, lines often have none
        return []
    told = [word.lower() for word in words]
    while True:
        found = sorted(times(told), key=lambda span: span.start)
        named = [place for span in found for place in _in_a_name(words, span, lexicon)]
        if not named:
            return found
        for place in named:  # what is beside the name may be a time still: `wodka o last night`
            told[place] = ""


def _in_a_name(words: Sequence[str], span: TimeSpan, lexicon: Lexicon) -> Iterator[int]:
    """Where a time begins or ends within a name: `hertog jan 3`, `1 mai tai`."""
    for first, inside in ((span.start - 1, span.start), (span.end - 1, span.end - 1)):
        name = words[max(0, first) : first + 2]
        if len(name) == 2 and first >= 0 and _measures(fold(" ".join(name)), lexicon):
            yield inside


def _measures(word: str, lexicon: Lexicon) -> bool:
    roles = lexicon.roles(word)[0]
    return bool(THINGS & roles.keys()) and Role.NUMBER not in roles


def _counted(line: Sequence[Meaning]) -> Iterator[Part]:
    """The words with their numbers read, without those that carry nothing."""
    place, counts = 0, False
    while place < len(line):
        if line[place].text == "-" and place + 1 < len(line):
            raise NotUnderstoodError("An amount is more than 0.")
        if _silent(line, place):
            place += 1
            continue
        served = _of_a_drink(line, place) or (counts and line[place].can(Role.VESSEL))
        counted = None if served else count_at(line, place)
        counts = counted is not None
        yield counted[0] if counted else line[place]
        place = counted[1] if counted else place + 1


def _silent(line: Sequence[Meaning], place: int) -> bool:
    """Whether a word carries nothing: `of`, the `a` before a thing, the strength on a pack."""
    here = line[place]
    if here.can(Role.ARTICLE):
        return _of_a_drink(line, place + 1) or count_at(line, place) is None
    return bool("/" in here.text and re.fullmatch(PACKED, here.text)) or (
        here.can(Role.FILLER) and not here.can(Role.NUMBER, Role.ABOUT)
    )


def _of_a_drink(line: Sequence[Meaning], place: int) -> bool:
    """Whether it is the vessel of the drink beside it: a half of lager, and no half a lager."""
    if place >= len(line) or not line[place].can(Role.VESSEL):
        return False
    before, after = line[max(0, place - 1) : place], line[place + 1 :]
    rest = [part for part in after if not part.can(Role.FILLER)][:1]
    beside = rest or before
    return not beside or any(part.can(Role.DRINK) for part in beside)


class _Sorter:
    """Takes out of a line what holds for all of it, and parts the rest."""

    def __init__(self, text: str, tokens: Sequence[Token], lexicon: Lexicon) -> None:
        self.text = text
        self.tokens = tokens
        self.lexicon = lexicon
        self.said: dict[str, str | bool] = {}
        self.segments: list[Segment] = []
        self.open: list[Part] = []
        self.time: TimeSpan | None = None

    def sort(self, parts: Sequence[Part | TimeSpan]) -> Line:
        """The segments and what goes with them."""
        place = 0
        while place < len(parts):
            place += self._take(parts, place)
        self._close()
        segments = _timed(tuple(self.segments), parts)
        return Line(segments, tuple(self.tokens), **self.said)  # type: ignore[arg-type]

    def _take(self, parts: Sequence[Part | TimeSpan], place: int) -> int:
        """Takes one part, or two that belong together; says how many."""
        part = parts[place]
        after = parts[place + 1] if place + 1 < len(parts) else None
        if isinstance(part, Count):
            signed = place + 2 < len(parts) and isinstance(parts[place + 2], Count)
            return self._count(part, after, signed=signed)
        if not isinstance(part, Meaning):
            self._when(part)
            return 1
        if part.text == COMMA or (BETWEEN.issuperset(part.roles) and part.roles):
            return self._between(part, after)
        return self._meaning(part, after)

    def _count(self, count: Count, after: Part | TimeSpan | None, *, signed: bool) -> int:
        """Takes a number; with money behind it a price, unless that is the sign of the next."""
        money = isinstance(after, Meaning) and after.can(Role.MONEY) and not after.can(*THINGS)
        if money and not signed:
            self.said["spend"] = count.words
            return 2
        self.open.append(count)
        return 1

    def _when(self, span: TimeSpan) -> None:
        if self.time is not None:
            self._close()
        self.time = span

    def _between(self, part: Meaning, after: Part | TimeSpan | None) -> int:
        """A comma or a joiner: `vodka and coke` is one drink, everything else is a new thing."""
        mixes = isinstance(after, Meaning) and after.can(Role.MIXER) and part.text != COMMA
        if mixes and self.open and _spirited(self.open[-1]):
            return 2
        if part.can(Role.RANGE):
            raise self._unknown(part)
        self._close()
        return 1

    def _meaning(self, part: Meaning, after: Part | TimeSpan | None) -> int:
        if part.can(Role.UNCLEAR) and not part.can(*SERVED, Role.TIMES):
            raise unclear_word(part, self.text)
        if part.can(*THINGS, Role.TIMES, Role.PERCENT, Role.FREE):
            if part.can(Role.MIXER) and self.open and _spirited(self.open[-1]):
                return 1
            self.open.append(part)
            return 1
        for role, take in (
            (Role.COMPANY, self._company),
            (Role.MONEY, self._money),
            (Role.SPENT, self._money),
        ):
            if part.can(role):
                return take(part, after)
        return self._alone(part)

    def _alone(self, part: Meaning) -> int:
        """A word that says something of the whole line by itself."""
        if part.can(Role.ALONE):
            self.said["company"] = "alone"
        elif part.can(Role.ROUTE):
            self.said["route"] = part.roles[Role.ROUTE]
        elif part.can(Role.PLANNED):
            self.said["planned"] = True
        elif part.can(Role.NEGATION):
            self.said["negated"] = True
        elif not part.can(Role.EACH, Role.MIXER) or not self.open:
            raise self._unknown(part)
        return 1

    def _company(self, part: Meaning, after: Part | TimeSpan | None) -> int:
        if isinstance(after, Meaning) and after.can(Role.COMPANION):
            self.said["company"] = after.text.lower()
        elif not (isinstance(after, Meaning) and after.can(Role.MIXER)):
            who = after.text if isinstance(after, Meaning) else "..."
            raise NotUnderstoodError(
                f"{quote(f'{part.text} {who}')} is not clear to me. "
                "To say who was there, add for example: --with friends"
            )
        return 2

    def _money(self, part: Meaning, after: Part | TimeSpan | None) -> int:
        if part.can(Role.SPENT) and isinstance(after, Meaning) and after.can(Role.MONEY):
            return 1
        if not isinstance(after, Count):
            if part.can(Role.MONEY) and "spend" in self.said:
                return 1
            raise self._unknown(part)
        self.said["spend"] = after.words
        return 2

    def _close(self) -> None:
        if self.open or self.time is not None:
            self.segments.append(Segment(tuple(self.open), self.time))
        self.open, self.time = [], None

    def _unknown(self, part: Meaning) -> NotUnderstoodError:
        return unknown_word(part.text, self.text, self.lexicon)


def unknown_word(word: str, line: str, lexicon: Lexicon) -> NotUnderstoodError:
    """What to say of a word that nobody knows, with lines that have a near word in its place.

    A word for a habit is left out of the line instead.
    """
    if lexicon.roles(fold(word))[0]:
        raise NotUnderstoodError(
            f"I don't see what {quote(word)} goes with here, so nothing was saved. "
            "Please write it in another way, such as: beer 2, wine 1"
        )
    if fold(word) in HABITS:
        without = " ".join(part for part in line.split() if part != word)
        return NotUnderstoodError(
            f"A record is of one day, so nothing was saved. For today, leave out {quote(word)}: "
            f"hrjournal log {own(without)}",
            (without,),
            word=word,
        )
    near = lexicon.near(word)
    offers = tuple(line.replace(word, other, 1) for other in near)
    meant = joined_own(near[:-1]) + " or " * bool(near[1:]) + joined_own(near[-1:])
    known = f" Did you mean {meant}?" if near else ""
    return NotUnderstoodError(
        f"I don't know {quote(word)}, so nothing was saved.{known} "
        "To keep it as a name of your own, add --new. For words about the day: hrjournal checkin",
        offers,
        word=word,
    )


def unclear_word(part: Meaning, line: str) -> NotUnderstoodError:
    """What to say of a word that goes by more than one thing."""
    meant: tuple[str, ...] = part.roles[Role.UNCLEAR]
    offers = tuple(line.replace(part.text, name, 1) for name in meant)
    listed = f"{', '.join(meant[:-1])} or {meant[-1]}" if meant[1:] else meant[0]
    return NotUnderstoodError(
        f"{quote(part.text)} can mean {listed}, so nothing was saved. Please write which one.",
        offers,
        word=part.text,
    )


def _spirited(part: Part) -> bool:
    """Whether it is a drink that people mix."""
    drink = part.roles.get(Role.DRINK) if isinstance(part, Meaning) else None
    return drink is not None and drink.of == "spirits"


def _timed(segments: tuple[Segment, ...], parts: Sequence[Part | TimeSpan]) -> tuple[Segment, ...]:
    """Each segment with its time: one said first or last holds for all that have none.

    Raises:
        NotUnderstoodError: when it cannot be told which of several things a time belongs to.
    """
    times = [segment.time for segment in segments if segment.time is not None]
    things = tuple(segment for segment in segments if segment.parts)
    if not things:
        return segments[:1] if len(times) < 2 else segments
    if len(times) == 1 and times[0] in (parts[0], parts[-1]):
        return tuple(segment._replace(time=times[0]) for segment in things)
    if len(times) > 1 and len(times) > sum(segment.time is not None for segment in things):
        raise NotUnderstoodError(
            "There are two times in this line. Please write it as two lines, one for each."
        )
    if times and any(segment.time is None for segment in things):
        raise NotUnderstoodError(
            "I can't tell which time belongs to what. Please write them one at a time."
        )
    return things
