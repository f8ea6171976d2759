"""How someone is, in a line: `mood 5, sleep 7h`, `7/10 smoke`, `6 stress rode it out`.

Order does not matter, and every word has to be understood: a line that can be read in no way, or
in two, is refused with what to write instead.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from hrjournal.domain.entries.entry import Outcome
from hrjournal.domain.words import quantities
from hrjournal.errors import NotUnderstoodError, UsageError
from hrjournal.named import NamedTuple
from hrjournal.sanitize import joined_own, own, quote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from hrjournal.domain.entries.entry import Moment
    from hrjournal.domain.time.spans import TimeSpan

    Fields = dict[str, Any]
    Meanings = Callable[[str], Sequence[tuple[str, Any]]]
    TimeFinder = Callable[[Sequence[str]], Sequence[TimeSpan]]

MOST: Final = 60  # words of a line
LONGEST_PHRASE: Final = 5  # words of a name, a trigger or the like
LONGEST_LENGTH: Final = 6  # words of a length of time: three quarters of an hour
SCALES: Final[Mapping[str, str]] = MappingProxyType(
    dict.fromkeys(("mood", "feeling", "feel", "feels", "felt"), "mood")
    | dict.fromkeys(("urge", "urges", "craving", "cravings"), "urge")
    | dict.fromkeys(("anxiety", "anxious", "anxiousness"), "anxiety")
    | dict.fromkeys(("pain", "pains", "painful"), "pain")
)
AFTER_A_NUMBER: Final = frozenset({"mood", "urge", "craving", "anxiety", "pain"})  # 5 pain
SLEEP: Final = frozenset({"sleep", "slept", "asleep"})
THEN: Final = frozenset({"then", "now", "after", "afterwards"})  # how strong it was in the end
WITHIN: Final = frozenset({"after", "within"})  # a length of time: it passed after 20 minutes
THAT_NIGHT: Final = ("last", "night")  # behind sleep, it is no time of the record
FILLERS: Final = frozenset(
    {
        *("a", "about", "am", "an", "and", "around", "at", "because", "been", "by", "due"),
        *("feeling", "for", "from", "got", "had", "have", "having", "i", "i'm", "im", "in", "is"),
        *("it", "it's", "its", "lasted", "level", "me", "my", "now", "of", "on", "roughly"),
        *("quite", "really", "some", "still", "the", "to", "took", "tried", "went", "trigger"),
        *(
            "triggered",
            "triggers",
            "use",
            "using",
            "want",
            "wanted",
            "wanting",
            "was",
            "were",
            "with",
        ),
    }
)
OUTCOMES: Final[Mapping[str, Outcome]] = MappingProxyType(
    dict.fromkeys(
        (
            *("rode-out", "rode out", "rode it out", "passed", "it passed", "it has passed"),
            *("went away", "it went away", "went by", "it went by", "gone", "it's gone"),
            *("resisted", "resisted it", "let it pass", "waited it out", "got through it"),
            *("made it through", "surfed it", "not used", "did not use", "didn't use", "didnt use"),
            *("without use", "without using", "no use"),
        ),
        Outcome.RODE_OUT,
    )
    | dict.fromkeys(
        ("delayed", "delayed it", "put it off", "postponed", "used later", "later"), Outcome.DELAYED
    )
    | dict.fromkeys(("less", "used less", "had less", "took less"), Outcome.LESS)
    | dict.fromkeys(("used", "i used", "gave in", "i gave in", "did use"), Outcome.USED)
)
SEVERAL: Final = frozenset({"triggers", "copings", "steps"})  # fields that hold words
OPTIONS: Final[Mapping[str, str]] = MappingProxyType(
    {"triggers": "trigger", "copings": "coping", "steps": "step", "urge_after": "after"}
)


class FeelingWords(NamedTuple):
    """What a line says: the fields of a record by their names, and when it was."""

    fields: Fields
    moment: Moment | None = None


class UnknownWordError(NotUnderstoodError):
    """A word that nothing here knows; `word` is how it was typed."""

    def __init__(self, sentence: str, word: str) -> None:
        super().__init__(sentence, word=word)


class LineReader(NamedTuple):
    """What a line is about, by which words are read beyond those that are always known."""

    bare: str  # the scale of a number that names none
    means: Meanings  # the fields that a phrase can fill, with the value of each
    lasting: str = ""  # the field of a length of time that names none
    outcomes: bool = False  # whether it can say how an urge went on
    times: TimeFinder | None = None


def read_line(words: Sequence[str], reader: LineReader) -> FeelingWords:
    """The fields that a line fills.

    Raises:
        UsageError: when it names two times.
        NotUnderstoodError: when a word is not understood, or the line can be read in two ways.
    """
    tokens = line_tokens(words)
    if len(tokens) > MOST:
        raise NotUnderstoodError("That is a lot for one line. Longer words fit in --note.")
    moment, tokens = _timed(tokens, reader.times)
    reached: dict[int, list[Fields]] = {0: [{}]}
    for place in range(len(tokens)):
        for length, new in _items(tokens, place, reader) if place in reached else ():
            later = reached.setdefault(place + length, [])
            both = (_merged(found, new) for found in reached[place])
            later += [one for one in both if one is not None and one not in later]
    readings = reached.get(len(tokens), [])
    if len(readings) == 1:
        return FeelingWords(readings[0], moment)
    raise _two_ways(words, readings) if readings else _stuck(tokens, reached, reader)


def line_tokens(words: Sequence[str]) -> list[str]:
    """The words of a line in small letters; a comma between them stands for itself."""
    text = " ".join(words).casefold().replace("\u2019", "'")
    text = re.sub(r"(?<=[^\W\d])[:=]|[:=](?=\s|$)", " ", text)
    text = re.sub(r"(?<!\d)[,;.!]|[,;.!](?!\d)|;", " , ", text)
    return re.sub(r"(\d|\w) ?/ ?10\b", r"\1/10", text).split()


def read_outcome(text: str) -> Outcome:
    """How an urge went on, in words.

    Raises:
        UsageError: when they say nothing of it.
    """
    words = " ".join(text.casefold().replace("\u2019", "'").split())
    if words not in OUTCOMES:
        raise UsageError(
            f"{quote(text)} was not understood. "
            f"How it turned out is one of these: {', '.join(Outcome)}."
        )
    return OUTCOMES[words]


def read_steps(
    words: Sequence[str], known: Mapping[str, str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The steps that a line names, each once, and its words that name none.

    `known` holds every spelling of a step, with the word that it is kept as. A spelling that is
    near to one alone is taken for it.
    """
    steps: dict[str, str] = {}
    unknown: list[str] = []
    for chunk in " ".join(line_tokens(words)).split(" , "):
        tokens = [word for word in chunk.split() if word not in {",", "and"}]
        while tokens:
            length = _spelled(tokens, known)
            phrase = " ".join(tokens[:length])
            if phrase in known or (near := _nearest(phrase, known)):
                step = known[phrase if phrase in known else near]
                steps[step] = step
            else:
                unknown.append(phrase)
            tokens = tokens[length:]
    return tuple(steps), tuple(unknown)


def _spelled(tokens: Sequence[str], known: Mapping[str, str]) -> int:
    """How many words from here are the longest spelling; all up to the next where none is."""
    whole = [
        [
            length
            for length in range(len(tokens) - start, 0, -1)
            if " ".join(tokens[start : start + length]) in known
        ]
        for start in range(len(tokens))
    ]
    if whole[0]:
        return whole[0][0]
    return next((start for start, lengths in enumerate(whole) if lengths), len(tokens))


def _nearest(phrase: str, known: Mapping[str, str]) -> str:
    """The spelling that this is nearest to, where only one step is that near; else nothing."""
    from difflib import get_close_matches  # noqa: PLC0415 - for a spelling that nobody knows

    near = get_close_matches(phrase, known, n=3, cutoff=0.82)
    return near[0] if len({known[spelling] for spelling in near}) == 1 else ""


def _timed(tokens: list[str], finder: TimeFinder | None) -> tuple[Moment | None, list[str]]:
    """The moment that a line names, and its other words."""
    if any(word in SLEEP for word in tokens):
        tokens = re.sub(rf"\b{' '.join(THAT_NIGHT)}\b", ",", " ".join(tokens)).split()
    spans = [span for span in finder(tokens) if tokens[span.start] != "now"] if finder else []
    if len(spans) > 1:
        raise UsageError("That names two times. Write one line for each.")
    if not spans:
        return None, tokens
    if spans[0].error is not None:
        raise spans[0].error
    return spans[0].moment, [*tokens[: spans[0].start], ",", *tokens[spans[0].end :]]


def _merged(found: Fields, new: Fields) -> Fields | None:
    """Both together; None where they say something twice."""
    both = dict(found)
    for name, value in new.items():
        if name in both and name not in SEVERAL:
            return None
        both[name] = (*both.get(name, ()), *value) if name in SEVERAL else value
    return both


def _items(tokens: Sequence[str], place: int, reader: LineReader) -> Iterator[tuple[int, Fields]]:
    """Everything that can begin at a place: how many words it takes, and what it fills."""
    word = tokens[place]
    unsaid = reader.outcomes and SCALES.get(word) == reader.bare  # an urge, among urges
    if word == "," or word in FILLERS or unsaid:
        yield 1, {}
    yield from _rated(tokens, place, reader)
    yield from _lasting(tokens, place, reader)
    if reader.outcomes:
        yield from _phrases(tokens, place, _outcome)
    if word not in FILLERS and not _measured(tokens, place):
        yield from _phrases(tokens, place, reader.means)


def _measured(tokens: Sequence[str], place: int) -> bool:
    """Whether a word is a number, or has one behind it that tells how much of it there was."""
    word = tokens[place]
    if word in SLEEP:
        start = _past(tokens, place + 1, FILLERS - {"a", "an"})
        return _length_at(tokens, start, bare=quantities.HOUR)[1] is not None
    rated = _number_after(tokens, place + 1) if word in SCALES else _number_at(tokens, place)
    return rated is not None


def _rated(tokens: Sequence[str], place: int, reader: LineReader) -> Iterator[tuple[int, Fields]]:
    """A number, with the name of its scale before or behind it or without one."""
    word = tokens[place]
    if number := _number_at(tokens, place):
        value, end = number
        yield end - place, {reader.bare: value}
        if end < len(tokens) and tokens[end] in AFTER_A_NUMBER:
            yield end + 1 - place, {SCALES[tokens[end]]: value}
    field = "urge_after" if word in THEN and reader.outcomes else SCALES.get(word)
    if field and (after := _number_after(tokens, place + 1)):
        yield after[1] - place, {field: after[0]}
    if word == "no" and place + 1 < len(tokens) and tokens[place + 1] in AFTER_A_NUMBER - {"mood"}:
        yield 2, {SCALES[tokens[place + 1]]: 0}


def _number_after(tokens: Sequence[str], place: int) -> tuple[int, int] | None:
    """The number behind a name, past words that say nothing, and where it ends."""
    return _number_at(tokens, _past(tokens, place, FILLERS))


def _number_at(tokens: Sequence[str], place: int) -> tuple[int, int] | None:
    """The number at a place, `6 out of 10` as one, and where it ends."""
    for length in (4, 3, 1):
        words = tokens[place : place + length]
        value = quantities.rating(" ".join(words)) if len(words) == length else None
        if value is not None:
            return value, place + length
    return None


def _lasting(tokens: Sequence[str], place: int, reader: LineReader) -> Iterator[tuple[int, Fields]]:
    """A length of time: of sleep where that is said, else what the line is about."""
    if tokens[place] in SLEEP:
        start = _past(tokens, place + 1, FILLERS - {"a", "an"})
        end, minutes = _length_at(tokens, start, bare=quantities.HOUR)
        if minutes is not None and minutes <= quantities.DAY:
            yield end - place, {"sleep": minutes}
        return
    start = place + (tokens[place] in WITHIN)
    end, minutes = _length_at(tokens, start, bare=0)
    if minutes is None:
        return
    if reader.lasting:
        yield end - place, {reader.lasting: minutes}
    end = _past(tokens, end, FILLERS)
    if end < len(tokens) and tokens[end] in SLEEP and minutes <= quantities.DAY:
        yield end + 1 - place, {"sleep": minutes}


def _past(tokens: Sequence[str], place: int, words: frozenset[str]) -> int:
    """The first place that holds none of these words."""
    while place < len(tokens) and tokens[place] in words:
        place += 1
    return place


def _length_at(tokens: Sequence[str], place: int, *, bare: int) -> tuple[int, int | None]:
    """Where the longest length of time at a place ends, and its minutes."""
    for length in range(min(LONGEST_LENGTH, len(tokens) - place), 0, -1):
        minutes = quantities.length(" ".join(tokens[place : place + length]), bare)
        if minutes is not None:
            return place + length, minutes
    return place, None


def _phrases(tokens: Sequence[str], place: int, means: Meanings) -> Iterator[tuple[int, Fields]]:
    """What the longest phrase at a place can mean."""
    for length in range(min(LONGEST_PHRASE, len(tokens) - place), 0, -1):
        words = tokens[place : place + length]
        if "," not in words and (meanings := means(" ".join(words))):
            yield from ((length, {field: value}) for field, value in meanings)
            return


def _outcome(phrase: str) -> Sequence[tuple[str, Any]]:
    return [("outcome", OUTCOMES[phrase])] if phrase in OUTCOMES else []


def _stuck(
    tokens: Sequence[str], reached: Mapping[int, Sequence[Fields]], reader: LineReader
) -> NotUnderstoodError:
    """What to say of the word at which nothing went on."""
    place = max(place for place, found in reached.items() if found)
    word = tokens[place]
    behind = tokens[place + 1] if place + 1 < len(tokens) else ""
    if word in SCALES or word in SLEEP or re.match(r"[-+]?[0-9]", word):
        said = f"{word} {behind}" if word[0].isalpha() and behind != "," else word
        return NotUnderstoodError(f"{quote(said)} was not understood. {_wanted(word)}")
    if reader.means(word) or _outcome(word):
        return NotUnderstoodError(f"{quote(word)} is one too many here. Write one line for each.")
    return UnknownWordError(f"{quote(word)} was not understood, so nothing was saved.", word)


def _wanted(word: str) -> str:
    """What to write in place of a scale without a number, or a number that fits none."""
    if word in SLEEP:
        return "Sleep is written in hours up to 24, such as: sleep 7h30."
    if word in SCALES:
        return f"Write a number from 0 to 10, such as: {SCALES[word]} 6."
    if quantities.rating(word) is None:
        return "How strong is a number from 0 to 10; sleep has its hours, such as: sleep 7h."
    return f"Say what it is a number of, such as: anxiety {word}."


def _two_ways(words: Sequence[str], readings: Sequence[Fields]) -> NotUnderstoodError:
    ways = " or ".join(_as_options(fields) for fields in readings[:2])
    return NotUnderstoodError(
        f"{quote(' '.join(words))} can be read in two ways. Write it as: {ways}"
    )


def _as_options(fields: Fields) -> str:
    """The fields as options of the command line."""
    return " ".join(
        f"--{OPTIONS.get(name, name)} {_told(name, value)}" for name, value in fields.items()
    )


def _told(name: str, value: Any) -> str:
    if name in SEVERAL:
        return joined_own(value, ",")
    return f"{own(value.name)}" if name == "substance" else f"{value}"
