"""What is said and offered about care: words to pick from, wins explained, notices."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hrjournal.content.loader import load
from hrjournal.domain.knowledge.notices import (
    BreakRule,
    NoticeText,
    Reason,
    Source,
    Step,
    Trigger,
)
from hrjournal.domain.knowledge.stop_rule import StopRule
from hrjournal.domain.reflection.coping import Coping, Letter, Surfing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrjournal.content.loader import TomlTable

ANY = "any"


@cache
def triggers() -> tuple[Trigger, ...]:
    """Words for what came before, group by group."""
    return tuple(
        Trigger(word, _plain(word), name, group.text("name"), group.text("scope"))
        for name, group in load("triggers").tables()
        for word in group.texts("words")
    )


@cache
def copings() -> tuple[Coping, ...]:
    """Words for what a person can do with an urge, kind by kind."""
    return tuple(
        Coping(
            id=word,
            name=_plain(word),
            kind=name,
            kind_name=kind.text("name"),
            how=words.text(word),
            at_hand=kind.flag("at_hand"),
        )
        for name, kind in load("copings").tables("kinds")
        for words in (kind.table("words"),)
        for word in words.facts
    )


@cache
def halt() -> tuple[Letter, ...]:
    """What is worth a look before anything else: hungry, angry or anxious, lonely, tired."""
    return tuple(
        Letter(name, letter.texts("words"), letter.text("does"))
        for name, letter in load("copings").table("halt").tables("letters")
    )


@cache
def surfing() -> Surfing:
    """How to ride out an urge."""
    file = load("copings").table("surfing")
    steps, evidence, ride = (file.table(name) for name in ("steps", "evidence", "ride"))
    return Surfing(
        title=steps.text("title"),
        steps=steps.texts("lines"),
        hope=steps.text("hope"),
        evidence=evidence.text("text"),
        sources=evidence.texts("sources"),
        first=ride.texts("first"),
        then=ride.texts("then"),
        last=ride.text("last"),
    )


@cache
def after_use() -> tuple[str, ...]:
    """What is said when an urge went on to use."""
    return load("copings").table("after_use").texts("lines")


@cache
def steps() -> tuple[Step, ...]:
    """Safer and kinder steps, safer first."""
    return tuple(
        Step(
            id=name,
            name=step.text("name"),
            kind=step.text("kind"),
            caution=step.text("caution", ""),
            verified=step.flag("verified"),
            sources=step.texts("sources"),
        )
        for name, step in load("steps").tables()
    )


@cache
def notice(rule: str, group: str, *, kind: str = "", strong: bool = False) -> NoticeText:
    """What a notice says to a person whose substance is of this kind or group.

    `strong` asks for the more urgent words of the rule, where it has them.

    Raises:
        KeyError: when the rule has no words for either.
    """
    file = load("notices")
    texts = file.table(_urgent(file, rule) if strong else rule)
    named = next((name for name in (kind, group) if name in texts.facts), ANY)
    return _notice(file, rule, group, texts.table(named))


@cache
def break_rule() -> BreakRule:
    """When lower tolerance after a break from opioids is worth a word."""
    rule = _rule("opioid_break")
    return BreakRule(*(rule.whole(field) for field in BreakRule._fields))


@cache
def stop_rules() -> Mapping[str, StopRule]:
    """When a sudden stop or a fall is told, by kind or group."""
    return {
        name: StopRule(
            **{field: rule.whole(field) for field in StopRule._fields if field in rule.facts}
        )
        for name, rule in load("notices").table("stops").tables()
    }


@cache
def why(win: str) -> Reason:
    """Why a win reduces harm.

    Raises:
        KeyError: when there is no such win.
    """
    return _whys()[win]


@cache
def sources() -> Mapping[str, Source]:
    """Everything that facts were read in, by id."""
    fields = Source._fields[1:]
    return {
        name: Source(name, *(source.text(field) for field in fields))
        for name, source in load("sources").tables()
    }


@cache
def _whys() -> Mapping[str, Reason]:
    return {
        name: Reason(name, win.text("why"), win.flag("verified"), win.texts("sources"))
        for name, win in load("wins").tables()
    }


def _rule(name: str) -> TomlTable:
    return load("notices").table("rules").table(name)


def _urgent(file: TomlTable, rule: str) -> str:
    return f"{rule}_strong" if f"{rule}_strong" in file.facts else rule


def _notice(file: TomlTable, rule: str, group: str, text: TomlTable) -> NoticeText:
    return NoticeText(
        rule=rule,
        group=group,
        title=text.text("title"),
        lines=text.texts("lines"),
        reviewed=file.day("reviewed"),
        verified=text.flag("verified"),
        sources=text.texts("sources"),
    )


def _plain(word: str) -> str:
    """A word without its hyphens."""
    return word.replace("-", " ").replace(" i ", " I ")
