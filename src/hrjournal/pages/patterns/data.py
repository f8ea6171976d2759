"""Patterns for machines; what stands under each key is said by `explain.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from hrjournal.pages.patterns.explain import FILE, VERSION
from hrjournal.pages.patterns.words import ENDS, name_of, question_words
from hrjournal.pages.trends.data import iso, span
from hrjournal.report.patterns.questions import HOURS, Topic
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from hrjournal.report.patterns.view import Pattern, Patterns, Sides, Times, TriedWay

NOT_THERE: Final = dict.fromkeys(FILE) | {
    "version": VERSION,
    "logged": 0,
    "asked": 0,
    **dict.fromkeys(("questions", "days_of_use", "tried", "weekdays"), ()),
}


def data(found: Patterns | None) -> dict[str, Any]:
    """Everything that the page counts; the same keys where there is nothing to count."""
    if found is None:
        return NOT_THERE
    tested = span(found.tested) if found.tested.length else None
    return {
        "version": VERSION,
        "substance": name_of(found) or None,
        "days": span(found.days),
        "logged": found.logged,
        "tested": tested,
        "next_look": iso(found.next_look),
        "asked": sum(one.link is not None for one in found.patterns),
        "questions": [_pattern(one) for one in found.patterns],
        "days_of_use": [
            {"word": own(one.word), "heavier": _sides(one.sides)} for one in found.use_days
        ],
        "tried": [_way(way) for way in found.tried],
        "weekdays": [{"used": used, "logged": logged} for used, logged in found.times.weekdays],
        "hours": _hours(found.times),
        "question": question_words(found),
    }


def _pattern(one: Pattern) -> dict[str, Any]:
    link = one.link
    shown = one.word if one.question.topic is Topic.HOUR else own(one.word)
    return {
        "id": one.question.id,
        "word": shown or None,
        "counted": one.question.counted[0],
        "seen": _sides(one.sides),
        "stands_out": one.stands_out,
        "test": link
        and {
            "seen": _sides(one.tested_sides),
            "rows": link.rows,
            "memory": round(link.memory, 4),
            "r": round(link.r, 4),
            "p": float(f"{link.p:.4g}"),
        },
    }


def _sides(sides: Sides | None) -> dict[str, Any] | None:
    if sides is None:
        return None
    return {
        "with": {"count": sides.hits, "of": sides.among},
        "other": {"count": sides.other_hits, "of": sides.other_among},
        "needed": sum(sides.needed),
    }


def _way(way: TriedWay) -> dict[str, Any]:
    ended = {end.value.replace("-", "_"): way.ended.get(end, 0) for end in ENDS}
    unsaid = way.urges - sum(way.ended.values())
    return {
        "word": own(way.word),
        "urges": way.urges,
        **ended,
        "not_written": unsaid,
        "passed": _sides(way.sides),
    }


def _hours(times: Times) -> dict[str, Any]:
    return {
        hour: {"use_began": begun, "urges": {"passed": passed, "of": among}}
        for hour, begun, (passed, among) in zip(HOURS, times.begun, times.urges, strict=True)
    }
