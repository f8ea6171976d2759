"""What the program knows and says about care, each with where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from datetime import date


class Source(NamedTuple):
    """Where a fact was read; `seen` says how: the page itself, a mirror of it, a repository."""

    id: str
    title: str
    publisher: str
    year: str
    url: str
    seen: str


class Reason(NamedTuple):
    """Why a win reduces harm. `sources` are ids; without any it is general knowledge."""

    win: str
    text: str
    verified: bool
    sources: tuple[str, ...]


class NoticeText(NamedTuple):
    """What a safety notice says."""

    rule: str
    group: str
    title: str
    lines: tuple[str, ...]  # whole sentences
    reviewed: date
    verified: bool
    sources: tuple[str, ...]


class BreakRule(NamedTuple):
    """After how many days without opioids lower tolerance is worth a word."""

    info_after_days: int
    strong_after_days: int
    high_days: int  # after a return, how long the danger is highest
    raised_days: int  # and how long it stays raised


class Trigger(NamedTuple):
    """A word for what came before, and the published category that it belongs to."""

    id: str
    name: str
    category: str
    category_name: str
    scope: str  # personal, or people


class Step(NamedTuple):
    """A safer or kinder step."""

    id: str
    name: str
    kind: str  # safer, or kinder
    caution: str
    verified: bool
    sources: tuple[str, ...]
