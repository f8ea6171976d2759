"""Safety notices in words: what is due, why it is shown, and which are on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from hrjournal.blocks import Block, Column, Heading, Note, Page, Table, Text, Tone
from hrjournal.domain.entries.entry import day_name
from hrjournal.domain.knowledge.mixing import MixPart
from hrjournal.domain.settings import NOTICES
from hrjournal.domain.win import SUDDEN_STOP
from hrjournal.named import NamedTuple
from hrjournal.pages.safety.mixing import apart, both_called, called, capital
from hrjournal.report.safety.breaks import TOGETHER
from hrjournal.report.safety.rises import RISE
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from hrjournal.domain.substances.substance import Substance
    from hrjournal.domain.win import Figure, Notice
    from hrjournal.report.safety.notices import Due

NAME = "{name}"  # stands in a title for what the notice is about
BESIDE = "{beside}"  # and in one for what it is taken beside
ASK: Final = (
    "If you have epilepsy, or had a seizure or confusion when you stopped before, say so once: "
    "hrjournal config withdrawal_history yes (or no)"
)
VEILED = ("A safety note waits for you", "To read it: hrjournal notices")


class NoticeWords(NamedTuple):
    """A notice in words: a title, what to know, and why it is shown.

    `wins` says that wins wait, and `ask` what is worth knowing for it; both may be empty.
    """

    notice: Notice
    title: str
    words: str
    why: str
    wins: str = ""
    ask: str = ""

    @property
    def line(self) -> str:
        """As one paragraph."""
        return " ".join(filter(None, (f"{self.title}. {self.words}", self.wins)))

    def on(self, day: int) -> tuple[str, str]:
        """Title and words for another page: in full on the day it came due, then by its title."""
        return self.title, self.words if self.notice.since >= day else VEILED[1]


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
        return f"{name}: {_near_daily(figures)} {_since_then(figures)}"
    if rule == RISE:
        other = substances.get(str(figures["beside"]))
        beside = f"{own(other.name)}" if other else ""
        return (
            f"{name}: clearly more in the last 7 days than in the 8 weeks before. "
            f"{beside}: on most days."
        )
    if "back" in figures:
        return f"{name}: use again from {day_name(int(figures['back']))} on, after a break."
    days, gap = int(figures["days"]), int(figures["gap"])
    if not words.endswith("unwritten"):
        return f"{name}: after a day of use, {_days(days)} written as none."
    return f"{name}: the last use before lies {_days(gap + 1)} back in what is written."


def _days(count: int) -> str:
    return "1 day was" if count == 1 else f"{count} days were"


def _near_daily(figures: Mapping[str, Figure]) -> str:
    last = day_name(int(figures["last"]))
    return f"used on {figures['used']} of {figures['written']} logged days up to {last},"


def _since_then(figures: Mapping[str, Figure]) -> str:
    return "and far less after that." if figures["fall"] else "and not after that."


def wins_kept(due: Due, substances: Mapping[str, Substance]) -> str:
    """What is said of wins while new ones of amounts wait."""
    if not due.holds_wins or due.notice.figures["week"]:
        return ""
    return titled(
        "What you earned stays. New wins of less {name} wait while this lasts.",
        due.notice,
        substances,
    )


def titled(title: str, one: Notice, substances: Mapping[str, Substance]) -> str:
    """The title of a notice with the name of what it is about."""
    if TOGETHER in one.figures:
        return title.replace(NAME, "of any opioid")
    found = title.replace(NAME, _named(one.substance, substances))
    return found.replace(BESIDE, _named(str(one.figures.get("beside", "")), substances))


def _named(key: str, substances: Mapping[str, Substance]) -> str:
    about = substances.get(key)
    return f"{own(called(MixPart(about.name, about.kind)))}" if about else ""


def notices_page(
    told: Sequence[NoticeWords], off: Collection[str], *, with_why: bool = False
) -> Page:
    """What is due now, and every rule with whether it is on."""
    blocks: list[Block] = []
    for notice_words in told:
        blocks.append(Note(notice_words.line, Tone.SAFETY))
        if with_why:
            blocks.append(Text(f"Why this is shown: {notice_words.why}"))
    asked = next((one.ask for one in told if one.ask), "")
    if asked:
        blocks.append(Note(asked, Tone.HINT))
    if told and not with_why:
        blocks.append(Note("Why it is shown: hrjournal notices --why", Tone.HINT))
    if not told:
        blocks.append(Text("Nothing is due now."))
    rows = tuple(
        (name, "off" if name in off else "on", meaning) for name, meaning in NOTICES.items()
    )
    blocks += [
        Heading("Notices you can turn on or off"),
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
                **({"tier": one.notice.figures["tier"]} if "tier" in one.notice.figures else {}),
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
