"""What a clinician has to know first: facts of the whole window, or that there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from hrjournal.blocks import Block, Heading, Note, Text, Tone
from hrjournal.domain.entries.entry import day_name
from hrjournal.domain.summary.sections import Section
from hrjournal.pages.amounts import days_words, joined
from hrjournal.pages.care.people import expiry_words
from hrjournal.pages.notices.page import why_stop_or_break
from hrjournal.pages.trends.data import iso
from hrjournal.report.summary.safety_facts import SafetyFactKind
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hrjournal.pages.summary.lookups import Lookups
    from hrjournal.report.summary import Summary
    from hrjournal.report.summary.safety_facts import SafetyFact

CALM: Final = "Nothing in these days that needs saying first."
UNTOLD: Final = "Lines on safety that would tell what a letter stands for are left out."
NAMED_DAYS: Final = 3  # of a list of days; further ones are counted


def blocks(summary: Summary, _known: Lookups) -> list[Block]:
    """A line for each fact, the most urgent first; what is merely good to know stands plainly."""
    urgent = [Note(words, Tone.SAFETY) for words in sentences(summary)]
    naloxone = _naloxone(summary)
    plain = [Text(naloxone)] if naloxone else []
    calm = [] if urgent or not summary.clinical.written else [Text(calm_words(summary))]
    found: list[Block] = [*urgent, *calm, *plain]
    return [Heading("Safety"), *found] if found else []


def calm_words(summary: Summary) -> str:
    """That there is nothing to say first; by letters, that not all of it can be told."""
    return UNTOLD if summary.held.untold else CALM


def sentences(summary: Summary) -> list[str]:
    """The facts in words, a line for the returns of a substance, for each pair, and so on."""
    facts = list(_joined_mixes(summary.held.facts))
    found = list(_returns(summary, [one for one in facts if one.kind is SafetyFactKind.RETURN]))
    found += [
        words
        for fact in facts
        if fact.kind is not SafetyFactKind.RETURN and (words := _sentence(summary, fact))
    ]
    return [*found, UNTOLD] if found and summary.held.untold else found


def data(summary: Summary, _known: Lookups) -> dict[str, Any]:
    """The facts with their days, and what is said of naloxone."""
    names = summary.held.history.substances
    return {
        "facts": [
            {
                "kind": fact.kind.value,
                "substances": [own(names[key].name) for key in fact.keys if key in names],
                "days": [iso(day) for day in fact.days],
                "gap_days": fact.gap or None,
                "among": fact.among or None,
            }
            for fact in summary.held.facts
        ],
        "sentences": sentences(summary),
        "naloxone": _naloxone(summary) or None,
    }


def count(summary: Summary) -> int:
    """How many lines it has."""
    return len(sentences(summary)) + bool(summary.clinical.written)


def _returns(summary: Summary, facts: Iterable[SafetyFact]) -> Iterator[str]:
    """The returns of a substance in one line, the longest break first."""
    by_key: dict[str, list[SafetyFact]] = {}
    for fact in facts:
        by_key.setdefault(fact.keys[0], []).append(fact)
    for key, some in by_key.items():
        ordered = sorted(some, key=lambda one: -one.gap)[:NAMED_DAYS]
        said = [
            f"on {day_name(one.days[0])}, {days_words(one.gap)} after the last" for one in ordered
        ]
        more = f", and {len(some) - NAMED_DAYS} more times" if len(some) > NAMED_DAYS else ""
        yield f"{_name(summary, key)}: used again after a break: {'; '.join(said)}{more}."


def _sentence(summary: Summary, fact: SafetyFact) -> str:
    match fact.kind:
        case SafetyFactKind.MIX:
            names = joined([_name(summary, key) for key in fact.keys])
            return f"{names} together {_on_days(fact.days)}."
        case SafetyFactKind.ALONE:
            names = joined([_name(summary, key) for key in fact.keys])
            told = f"on {len(fact.days)} of {days_words(fact.among)}"
            return f"{names}: alone {told} on which I wrote down who was there."
        case SafetyFactKind.RISE:
            one, beside = (_name(summary, key) for key in fact.keys)
            when = f"in the 7 days up to {day_name(fact.days[0])}"
            return f"{one}: clearly more {when} than in the 8 weeks before. {beside}: on most days."
        case SafetyFactKind.BREAK if fact.notice:
            days = int(fact.notice.figures["days"])
            said = f"none on the last {days} days that I logged" if days else "a long gap"
            return f"{_name(summary, fact.keys[0])}: {said}. The old amount may be too much now."
        case _ if fact.notice:
            notice = fact.notice._replace(substance=fact.keys[0])
            return why_stop_or_break(notice, summary.held.history.substances)
        case _:
            return ""


def _joined_mixes(facts: Iterable[SafetyFact]) -> Iterator[SafetyFact]:
    """Pairs that were all mixed with each other on the same days, as one mix of all of them."""
    alike: dict[tuple[SafetyFactKind, object], list[SafetyFact]] = {}
    for fact in facts:
        same = fact.days if fact.kind is SafetyFactKind.MIX else id(fact)
        alike.setdefault((fact.kind, same), []).append(fact)
    for some in alike.values():
        keys = tuple(dict.fromkeys(key for one in some for key in one.keys))
        every = len(keys) * (len(keys) - 1) == 2 * len(some)
        yield from [some[0]._replace(keys=keys)] if every else some


def _on_days(days: tuple[int, ...]) -> str:
    """`on 5 days: 3 Oct, 9 Oct and 12 Oct, and 2 more`."""
    named = [day_name(day) for day in days[-NAMED_DAYS:]]
    if len(days) == 1:
        return f"on {named[0]}"
    more = len(days) - len(named)
    latest = "the latest " if more else ""
    return f"on {days_words(len(days))}: {latest}{joined(named)}"


def _name(summary: Summary, key: str) -> str:
    one = summary.held.history.substances.get(key)
    return f"{own(one.name)}" if one else ""


def _naloxone(summary: Summary) -> str:
    """Whether there is naloxone, of someone who uses an opioid; where it lies is another part."""
    if not summary.held.opioids or Section.SAFETY not in summary.parts:
        return ""
    place, expires = summary.held.naloxone
    if not (place or expires):
        return "Naloxone: none written down."
    until = f", good until {expiry_words(expires, summary.scope.today)}" if expires else ""
    return f"Naloxone: at hand{until}."
