"""Safety notices in words: what is due, why it is shown, and which are on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hrjournal.blocks import Block, Column, Heading, Note, Page, Table, Text, Tone
from hrjournal.domain.entries.entry import day_name
from hrjournal.domain.knowledge.mixing import MixPart
from hrjournal.domain.settings import NOTICES
from hrjournal.domain.win import SUDDEN_STOP
from hrjournal.named import NamedTuple
from hrjournal.pages.safety.mixing import apart, both_called, called, capital
from hrjournal.report.safety.stops import TOGETHER
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from hrjournal.domain.substances.substance import Substance
    from hrjournal.domain.win import Notice
    from hrjournal.report.safety.notices import Due

NAME = "{name}"  # stands in a title for what the notice is about
VEILED = ("A safety note waits for you", "To read it: hrjournal notices")


class NoticeWords(NamedTuple):
    """A notice in words: a title, what to know, and why it is shown."""

    notice: Notice
    title: str
    words: str
    why: str

    @property
    def line(self) -> str:
        """As one paragraph."""
        return f"{self.title}. {self.words}"


def why(due: Due, substances: Mapping[str, Substance]) -> str:
    """What in the person's own record a notice rests on."""
    match due.notice.rule:
        case "mixing" if due.mix:
            return _why_mix(due, substances)
        case "naloxone":
            since, past = due.notice.since, due.notice.words.endswith("past")
            last = day_name(since - 1 if past else since + 30)
            return f"The date that you wrote down for your naloxone is {last}."
        case _:
            return why_stop_or_break(due.notice, substances)


def why_stop_or_break(notice: Notice, substances: Mapping[str, Substance]) -> str:
    """Why a sudden stop or a break is told."""
    rule, key, _, figures, _, words = notice
    name = f"{own(substances[key].name)}" if key in substances else ""
    name = "Opioids" if TOGETHER in figures else name
    if rule == SUDDEN_STOP:
        last = int(figures["until"]) - 14
        return (
            f"{name}: {figures['used']} of {figures['written']} written days up to "
            f"{day_name(last)} were days of use. Of late there was none, or much less."
        )
    days, gap = int(figures["days"]), int(figures["gap"])
    if not words.endswith("unwritten"):
        return f"{name}: after a day of use, {_days(days)} written as none."
    return f"{name}: the last use before lies {_days(gap + 1)} back in what is written."


def _days(count: int) -> str:
    return "1 day was" if count == 1 else f"{count} days were"


def titled(title: str, one: Notice, substances: Mapping[str, Substance]) -> str:
    """The title of a notice with the name of what it is about."""
    if TOGETHER in one.figures:
        return title.replace(NAME, "of any opioid")
    about = substances.get(one.substance)
    return title.replace(NAME, f"{own(called(MixPart(about.name, about.kind)))}" if about else "")


def notices_page(
    told: Sequence[NoticeWords], off: Collection[str], *, with_why: bool = False
) -> Page:
    """What is due now, and every rule with whether it is on."""
    blocks: list[Block] = []
    for notice_words in told:
        blocks.append(Note(notice_words.line, Tone.SAFETY))
        if with_why:
            blocks.append(Text(f"Why this is shown: {notice_words.why}"))
    if told and not with_why:
        blocks.append(Note("Why it is shown: hrjournal notices --why", Tone.HINT))
    if not told:
        blocks.append(Text("Nothing is due now."))
    rows = tuple(
        (name, "off" if name in off else "on", meaning) for name, meaning in NOTICES.items()
    )
    blocks += [
        Heading("What can come due"),
        Table((Column("Name"), Column("Now"), Column("What it tells")), rows),
        Text(
            "A notice never blocks anything, and comes once on each occasion. "
            "To turn one off: hrjournal notices off mixing"
        ),
    ]
    data = {
        "due": [
            {
                "rule": one.notice.rule,
                "since": date.fromordinal(one.notice.since).isoformat(),
                "title": one.title,
                "words": one.words,
                "why": one.why,
            }
            for one in told
        ],
        "rules": {name: name not in off for name in NOTICES},
    }
    return Page("Notices", tuple(blocks), data)


def _why_mix(due: Due, substances: Mapping[str, Substance]) -> str:
    mix = due.mix
    if mix is None:
        return ""
    both = both_called(mix, substances)
    return f"{capital(both)} are written {apart(mix)}."
