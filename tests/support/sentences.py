"""Lines put together from the grammar of `log`, with what each says worked out by hand.

What nobody could tell is left out by rule: a word that the facts give two jobs in a country, or
that holds a month; words that make a listed phrase with those beside them; of a drink, a number
that is a vessel too; a bare number of what is asked about; `2 and half a beer`, which is 2.5.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from hypothesis import assume
from hypothesis import strategies as st

from hrjournal.content.loader import load
from hrjournal.content.words.lexicon import LITERS
from hrjournal.domain.substances.substance import fold
from hrjournal.domain.substances.units import GRAMS, PIECES
from support.meanings import (
    Named,
    base,
    drink_words,
    jobs,
    jobs_of,
    named,
    unit_names,
    vessel_words,
)
from support.vocabulary import (
    BEVERAGES,
    CODES,
    LIMITS,
    SMALL_WORDS,
    grams,
    poured_here,
    usual,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


TODAY: Final = date(2026, 11, 25)  # a Wednesday, at 21:10
DASHES: Final = "-\u2010\u2011\u2012\u2013\u2014\u2212"
JOINERS: Final = (", ", " and ", "; ", " plus ", " & ", " + ")
OPENERS: Final = ("", "", "had ", "i had ", "just ", "drank ", "took ")


class Number(NamedTuple):
    """How many, as typed, between which ends; None where that is not known."""

    text: str
    low: Fraction | None
    high: Fraction | None
    about: bool = False

    @property
    def halved(self) -> bool:
        """Whether it is a part of one in words."""
        in_words = not any(letter.isdigit() or letter == "\u00bd" for letter in self.text)
        return in_words and self.high is not None and self.high < 1


class Thing(NamedTuple):
    """One thing as typed, and what it says: so many thousandths of a unit of a substance."""

    text: str
    name: str
    unit: str
    low: Fraction | None
    high: Fraction | None
    about: bool


class When(NamedTuple):
    """A time as typed, its day, and its clock where it has one."""

    text: str
    day: int
    clock: str | None


class Sentence(NamedTuple):
    """A line, the country that it is read in, and what it says of each thing."""

    text: str
    country: str
    things: tuple[tuple[Thing, When | None], ...]


# Numbers.


def number_words(listed: Any = SMALL_WORDS["numbers"]) -> Iterator[Number]:
    """Every number in words."""
    for word, value in listed.items():
        low, high = value if isinstance(value, list) else (value, value)
        yield Number(word, Fraction(str(low)), Fraction(str(high)), low != high)


WHOLE: Final = st.integers(1, 9).map(lambda n: Number(str(n), Fraction(n), Fraction(n)))
DECIMAL: Final = st.builds(
    lambda n, tenths, mark: Number(f"{n}{mark}{tenths}", *[n + Fraction(tenths, 10)] * 2),
    st.integers(0, 9),
    st.integers(1, 9),
    st.sampled_from(".,"),
)
SPAN: Final = st.builds(
    lambda n, more, between, turned: Number(
        between.join(map(str, (n + more, n) if turned else (n, n + more))),
        Fraction(n),
        Fraction(n + more),
    ),
    st.integers(1, 8),
    st.integers(1, 3),
    st.sampled_from([*DASHES, " to ", " or ", " bis ", " tot ", " lub ", " - "]),
    st.booleans(),
)
HALF: Final = Fraction(1, 2)
FIXED: Final = st.sampled_from(
    [
        *(Number(text, HALF, HALF) for text in (".5", ",5", "1/2", "\u00bd", "half a", "half")),
        *(Number(text, 3 * HALF, 3 * HALF) for text in ("1\u00bd", "1 \u00bd", "one and a half")),
        *(Number(text, Fraction(2), Fraction(2)) for text in ("a couple", "couple", "x2", "2x")),
        Number("1/4", Fraction(1, 4), Fraction(1, 4)),
        Number("2 and a half", 5 * HALF, 5 * HALF),
        Number("half a dozen", Fraction(6), Fraction(6)),
    ]
)
ABOUT: Final = st.builds(
    lambda n, form: Number(form.format(n), Fraction(n), Fraction(n), about=True),
    st.integers(1, 9),
    st.sampled_from(
        ["~{}", "~ {}", "about {}", "around {}", "{}ish", "{} or so", "circa {}", "ca. {}"]
    ),
)
UNKNOWN: Final = st.sampled_from(["?", "some", "idk", "a lot of", "??", "etwas"]).map(
    lambda text: Number(text, None, None)
)
IN_WORDS: Final = st.sampled_from(list(number_words()))
NUMBERS: Final = st.one_of(WHOLE, WHOLE, DECIMAL, SPAN, FIXED, ABOUT, UNKNOWN, IN_WORDS)
ONE: Final = Number("", Fraction(1), Fraction(1))


def bare_unit(one: Named, number: Number) -> str | None:
    """What a number alone counts of a substance, by the tables; None where it is asked."""

    def row(table: str) -> Any:
        return LIMITS[table].get(one.name.casefold(), LIMITS[table].get(one.kind.id))

    if number.low is None or number.high is None:
        return one.kind.unit
    if number.halved and one.kind.unit in PIECES:
        return one.kind.unit
    for rule in row("bare_number") or ():
        least, below = (
            Fraction(str(rule.get(key, n))) for key, n in (("from", 0), ("below", 10**9))
        )
        if least <= number.low and number.high < below:
            unit: str | None = rule.get("unit")
            return unit
    return None if row("ask_unit") else one.kind.unit


# Things.


@st.composite
def drinks(draw: st.DrawFn, code: str, counted: bool) -> Thing:
    """So many of a drink, in its usual serving or a named one."""
    word, of, abv, vessel = draw(st.sampled_from(drink_words(code)))
    alone = not counted and word == BEVERAGES[of]["words"][0] and draw(st.booleans())
    number = draw(st.just(ONE) if alone else _drunk(code))
    held = [kind for beverage, kind in poured_here(code) if beverage == of]
    words = [(name, kind) for kind in held for name in vessel_words(code, kind)]
    if not words or draw(st.booleans()):
        one = grams(code, of, vessel, abv) if vessel else usual(code, of, abv)
        text = _in_order(draw, number.text, word)
    else:
        name, held_in = draw(st.sampled_from(words))
        one = grams(code, of, held_in, abv)
        assume(not _run_together(code, [word, name, word]))
        between = draw(st.sampled_from((" of ", " ")))
        text = _in_order(draw, f"{number.text} {name}".strip(), word, between)
    return _thing(text, "Alcohol", GRAMS, number, Fraction(one))


@cache
def _drunk(code: str) -> st.SearchStrategy[Number]:
    """Numbers that are no drink themselves, and no part of one that could be of a liter."""
    vessels = {
        word for word, done in jobs(code).items() if any(job.startswith("vessel") for job in done)
    }
    open_ = ("0.", "0,") if code in LITERS else ()
    return NUMBERS.filter(
        lambda number: not (vessels & set(number.text.split()) or number.text.startswith(open_))
    )


@st.composite
def poured(draw: st.DrawFn, code: str) -> Thing:
    """So much of a strength, once or several times."""
    word = draw(st.sampled_from(["alcohol", *(word for word, *_ in drink_words(code))]))
    size, unit, held = draw(
        st.sampled_from(
            [
                (500, "ml", 1),
                (33, "cl", 10),
                ("0,5", "l", 1000),
                (12, "oz", "29.5735"),
                (2, "dl", 100),
            ]
        )
    )
    percent = draw(st.integers(1, 6))
    millilitres = Fraction(str(size).replace(",", ".")) * Fraction(str(held))
    many = draw(st.sampled_from([1, 1, 2, 3]))
    times = "" if many == 1 else f"{many} x "
    strength = draw(st.sampled_from(["{}%", "{} %", "{},0%", "{} percent"])).format(percent)
    pour = f"{times}{size}{draw(st.sampled_from(['', ' ']))}{unit} {strength}"
    text = _in_order(draw, pour, word)
    one = millilitres * percent / 100 * Fraction("0.789")
    return _thing(text, "Alcohol", GRAMS, Number("", Fraction(many), Fraction(many)), one)


@st.composite
def standard_drinks(draw: st.DrawFn, code: str) -> Thing:
    """So many standard drinks, or UK units."""
    number = draw(_drunk(code))
    unit, one = draw(
        st.sampled_from(
            [
                ("", load("drinks").table("countries").table(code).number("grams")),
                ("drinks", load("drinks").table("countries").table(code).number("grams")),
                ("uk units", "7.89"),
            ]
        )
    )
    text = _in_order(draw, f"{number.text} {unit}".strip(), "alcohol")
    return _thing(text, "Alcohol", GRAMS, number, Fraction(str(one)))


@st.composite
def pieces(draw: st.DrawFn, code: str, counted: bool) -> Thing:
    """So many of a name that is one piece, or of what a bare number counts."""
    one = draw(st.sampled_from(named(code)))
    alone = not counted and bool(one.unit) and one.singular and draw(st.booleans())
    number = draw(st.just(ONE) if alone else NUMBERS)
    unit = one.unit or bare_unit(one, number)
    assume(unit is not None)
    kept, factor = base(unit or "")
    return _thing(
        _in_order(draw, number.text, one.word), one.name, kept, number, factor * one.factor
    )


@st.composite
def measured(draw: st.DrawFn, code: str) -> Thing:
    """So many of a unit of a substance."""
    one = draw(st.sampled_from([one for one in named(code) if unit_names(code, one.kind.id)]))
    word, unit = draw(st.sampled_from(unit_names(code, one.kind.id)))
    number = draw(NUMBERS)
    kept, factor = base(unit)
    close = number.text[-1:].isdigit() and unit in {"mg", "g", "ml"} and draw(st.booleans())
    amount = f"{number.text}{'' if close else ' '}{word}"
    between = draw(st.sampled_from((" of ", " ")))
    return _thing(_in_order(draw, amount, one.word, between), one.name, kept, number, factor)


def _in_order(draw: st.DrawFn, amount: str, name: str, between: str = " ") -> str:
    turned = draw(st.booleans())
    assume(not (turned and name[-1:].isdigit() and "/" in amount))  # `colt 45 1/2`: 45.5 of it
    return (f"{name} {amount}" if turned else f"{amount}{between}{name}").strip()


def _thing(text: str, name: str, unit: str, number: Number, one: Fraction) -> Thing:
    low, high = (None if end is None else end * one * 1000 for end in (number.low, number.high))
    assume(low is None or low >= 1)
    return Thing(text, name, unit, low, high, number.about)


# Times.


def _back(days: int) -> int:
    return (TODAY - timedelta(days=days)).toordinal()


TIMES: Final = st.one_of(
    st.sampled_from(
        [
            When("last night", _back(1), None),
            When("yesterday", _back(1), None),
            When("today", _back(0), None),
            When("on friday", _back(5), None),
            When("last saturday", _back(4), None),
            When("saturday night at 11pm", _back(4), "23:00"),
            When("at 7pm", _back(0), "19:00"),
            When("this morning at 8am", _back(0), "08:00"),
            When("half an hour ago", _back(0), "20:40"),
            When("on 20 november", _back(5), None),
            When("on nov 20 at 21:00", _back(5), "21:00"),
            When("2026-11-20 22:30", _back(5), "22:30"),
        ]
    ),
    st.integers(2, 9).map(lambda n: When(f"{n} hours ago", _back(0), f"{21 - n:02}:10")),
    st.integers(2, 9).map(lambda n: When(f"{n} days ago", _back(n), None)),
    st.builds(
        lambda hour, minute: When(f"at {hour}:{minute:02}", _back(0), f"{hour}:{minute:02}"),
        st.integers(13, 20),
        st.integers(0, 59),
    ),
    st.builds(
        lambda hour, minute: When(
            f"yesterday at {hour}:{minute:02}", _back(1), f"{hour}:{minute:02}"
        ),
        st.integers(13, 23),
        st.integers(0, 59),
    ),
)


# Lines.


@st.composite
def sentences(draw: st.DrawFn) -> Sentence:
    """A line of one thing to three, each with its time, one time for all, or none."""
    code = draw(st.sampled_from(CODES))
    many = draw(st.sampled_from([1, 1, 2, 3]))
    kinds = (
        drinks(code, many > 1),
        drinks(code, many > 1),
        poured(code),
        standard_drinks(code),
        pieces(code, many > 1),
        measured(code),
        measured(code),
    )
    things = [draw(st.one_of(kinds)) for _ in range(many)]
    parts = [[draw(st.sampled_from(OPENERS)).strip(), thing.text] for thing in things]
    place = draw(st.sampled_from(["none", "first", "last", "each"]))
    times: list[When | None] = [None] * many
    if place == "each":
        times = [draw(TIMES) for _ in things]
        for part, time in zip(parts, times, strict=True):
            part.append(time.text if time else "")
    elif place != "none":
        time = draw(TIMES)
        times = [time] * many
        parts[0 if place == "first" else -1].insert(0 if place == "first" else 2, time.text)
    joiner = draw(st.sampled_from(JOINERS))
    text = joiner.join(" ".join(filter(None, part)) for part in parts)
    halves = any(thing.text.startswith(("half", "\u00bd")) for thing in things[1:])
    assume(not (halves and "," not in joiner))  # two and half a beer: 2.5 of the first
    beside = [piece for part in parts for piece in (joiner.strip(), *part) if piece]
    assume(not _run_together(code, beside))
    return Sentence(text, code, tuple(zip(things, times, strict=True)))


def _run_together(code: str, parts: list[str]) -> bool:
    """Whether words of parts that stand beside each other make a listed phrase."""
    words = [(word, place) for place, part in enumerate(parts) for word in part.split()]
    return any(
        jobs_of(code, fold(" ".join(word for word, _ in words[start:end])))
        for start in range(len(words))
        for end in range(start + 2, min(len(words), start + 5) + 1)
        if words[start][1] != words[end - 1][1]
    )
