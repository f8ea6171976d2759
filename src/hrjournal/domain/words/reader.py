"""The one entry to the reader: a line in, what it says was used out, or why it is not clear."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.domain.words.knowledge import ALCOHOL
from hrjournal.domain.words.lexicon import Role
from hrjournal.domain.words.line import Segment, read_line, words_of
from hrjournal.domain.words.numbers import Count
from hrjournal.domain.words.understood import TimedUse, Understood
from hrjournal.domain.words.uses import uses_of
from hrjournal.errors import NotUnderstoodError
from hrjournal.sanitize import quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.domain.entries.entry import Moment
    from hrjournal.domain.words.knowledge import Knowledge
    from hrjournal.domain.words.lexicon import Meaning
    from hrjournal.domain.words.line import Part, Times
    from hrjournal.domain.words.understood import Name


SINCE: Final = frozenset({"since", "seit", "sinds", "od"})  # many days, and not the first alone
MEASURED: Final = (Role.VOLUME, Role.PERCENT, Role.TIMES)  # which name nothing by themselves


def understand_uses(
    text: str, known: Knowledge, times: Times, *, sure: bool = False, about: Sequence[Part] = ()
) -> Understood:
    """What a line says was used, how much, and when.

    `about` is what the line is about where it names nothing, as in `edit`; `sure` lets amounts
    through that lie outside what is plausible.

    Raises:
        NotUnderstoodError: when any of it is not clear, with lines to offer in its place.
        UsageError: when an amount or a time cannot be kept.
    """
    if sure:
        known = known._replace(limits=known.limits._replace(most={}, strengths={}))
    line = read_line(text, known.lexicon, times)
    if line.negated:
        raise NotUnderstoodError(
            "For a day without, write: hrjournal none, with a name if you like, such as: "
            "hrjournal none alcohol"
        )
    if not any(segment.parts for segment in line.segments):
        raise NotUnderstoodError("Say what it was, such as: hrjournal log alcohol 2")
    found: list[TimedUse] = []
    last = tuple(about)
    for segment in _joined(line.segments):
        parts = _complete(segment.parts, last)
        last = tuple(part for part in parts if not isinstance(part, Count))
        uses = uses_of(parts, line, known)
        found += [TimedUse(use, _moment(segment)) for use in uses]
    for use, _ in found:
        known.limits.check(use.name, use.amount, use.words)
    return Understood(tuple(found), line.company, line.route, line.spend, line.planned)


def names_in(text: str, known: Knowledge, times: Times) -> tuple[list[Name], Moment | None]:
    """The substances that a line without amounts names, each once, and the day if it says one.

    Raises:
        NotUnderstoodError: when something else stands in it.
    """
    if SINCE & {*text.casefold().split()}:
        raise NotUnderstoodError(
            "One day at a time, please, such as: hrjournal none alcohol yesterday"
        )
    line = read_line(text, known.lexicon, times)
    parts = [part for segment in line.segments for part in segment.parts]
    moments = list(dict.fromkeys(_moment(segment) for segment in line.segments))
    if len(moments) > 1 or line.company or line.route or line.spend:
        raise NotUnderstoodError(
            f"{quote(text)} is not clear to me. Write names and one day, such as: "
            "hrjournal none alcohol yesterday"
        )
    names = [_only_name(part, known) for part in parts if not _everything(part)]
    return list(dict.fromkeys(names)), moments[0] if moments else None


def _everything(part: Part) -> bool:
    return not isinstance(part, Count) and part.can(Role.ALL)


def _only_name(part: Part, known: Knowledge) -> Name:
    if not isinstance(part, Count):
        if part.can(Role.NAME):
            name: Name = part.roles[Role.NAME]
            return name
        drink = part.can(Role.DRINK, Role.VESSEL)
        if drink or ALCOHOL in part.counted_kinds:
            return known.alcohol
    raise NotUnderstoodError(
        f"A day without has no amount, so {quote(words_of(part))} is not clear to me here. "
        "Write names and a day, such as: hrjournal none alcohol yesterday"
    )


def _moment(segment: Segment) -> Moment | None:
    if segment.time is None:
        return None
    if segment.time.error is not None:
        raise segment.time.error
    return segment.time.moment


def _joined(segments: Sequence[Segment]) -> list[Segment]:
    """A name and what stands behind its comma, as in `weed, 2 joints`, are one thing."""
    joined: list[Segment] = []
    for segment in segments:
        before = joined[-1] if joined else None
        if before and _goes_on(before.parts, segment.parts):
            time = segment.time or before.time
            joined[-1] = Segment((*before.parts, *segment.parts), time)
        else:
            joined.append(segment)
    return joined


def _goes_on(before: Sequence[Part], parts: Sequence[Part]) -> bool:
    """Whether a bare name is followed by nothing but its amount."""
    if len(before) != 1 or isinstance(before[0], Count):
        return False
    if before[0].can(Role.DRINK):
        return all(isinstance(part, Count) or part.can(*MEASURED) for part in parts)
    if not before[0].can(Role.NAME):
        return False
    kind = before[0].roles[Role.NAME].kind
    words = _words(parts)
    counted = len(words) < len(parts)
    return counted and all(
        part.can(Role.UNIT) and (not part.can(Role.NAME) or part.roles[Role.NAME].kind == kind)
        for part in words
    )


def _complete(parts: Sequence[Part], last: Sequence[Part]) -> Sequence[Part]:
    """The parts; those that name nothing are about what was named before: `2 today`."""
    words = _words(parts)
    drunk = any(part.can(Role.DRINK) for part in _words(last))
    named = any(
        part.can(Role.NAME, Role.DRINK, Role.VESSEL, Role.PACK)
        or _implies(part)
        or (part.can(Role.PERCENT) and not drunk)  # a drink by itself, as in `500ml 5%`
        for part in words
    )
    poured = any(part.can(Role.VOLUME, Role.PERCENT) for part in _words(last))
    if named or not last or (poured and not words):
        return parts
    kept = [part for part in _words(last) if part.can(Role.NAME, Role.DRINK) or not words]
    return (*(part._replace(start=-1) for part in kept), *parts)  # their number is not of this one


def _words(parts: Sequence[Part]) -> list[Meaning]:
    return [part for part in parts if not isinstance(part, Count)]


def _implies(part: Meaning) -> bool:
    return ALCOHOL in part.counted_kinds
