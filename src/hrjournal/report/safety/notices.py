"""Every safety notice that a day is worth: breaks, stops, mixes, naloxone; the worst first."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from hrjournal.domain.knowledge.mixing import Status
from hrjournal.domain.win import Notice
from hrjournal.named import NamedTuple
from hrjournal.report.safety.mixes import mixes
from hrjournal.report.safety.stops import Tier, Urgency, due

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from hrjournal.domain.history import History
    from hrjournal.domain.knowledge.mixing import Mixing, SubstancePair
    from hrjournal.report.safety.mixes import Mix, Use

MIXING: Final = "mixing"
NALOXONE: Final = "naloxone"
SELDOM: Final = 28  # days; a mix that asks for care is told once in that time
SOON: Final = 30  # days before its date in which naloxone is worth a word
EVERYDAY: Final = frozenset({"nicotine", "caffeine"})
URGENCY: Final = {
    Status.DANGER: Urgency.DANGEROUS_MIX,
    Status.HIGH: Urgency.RISKY_MIX,
    Status.CAUTION: Urgency.MIX,
    Status.UNKNOWN: Urgency.MIX,
}


HOLDING: Final = {tier.value for tier in Tier if tier.holds_wins}


class Due(NamedTuple):
    """A notice that is due, and the mix that it is about, if it is about one."""

    notice: Notice
    mix: Mix | None = None

    @property
    def alone(self) -> bool:
        """Whether nothing is celebrated beside it."""
        serious = self.mix is not None and self.mix.pair.status.serious
        return serious or self.holds_wins

    @property
    def holds_wins(self) -> bool:
        """Whether new wins of amounts wait for it."""
        return self.notice.figures.get("tier") in HOLDING


def due_notices(
    history: History,
    day: int,
    mixed: Iterable[Mix] = (),
    expires: str | None = None,
    off: Collection[str] = (),
) -> tuple[Due, ...]:
    """What is due on a day, the most urgent first, without the rules that are turned off."""
    dues = [Due(notice) for notice in due(history, day, each_use=True)]
    dues += [Due(_mixed(mix, day), mix) for mix in mixed if _worth(mix.pair)]
    if expires and (notice := naloxone(expires, day)):
        dues.append(Due(notice))
    return tuple(
        sorted(
            (one for one in dues if one.notice.rule not in off),
            key=lambda one: (one.notice.urgency, one.notice.substance),
        )
    )


def all_mixes(now: Sequence[Use], others: Sequence[Use], table: Mixing) -> tuple[Mix, ...]:
    """What several uses are mixed with: each pair once, the worst first, then the closest."""
    nearest: dict[frozenset[str], Mix] = {}
    for use in now:
        for mix in mixes(use, others, table):
            both = frozenset((mix.earlier, mix.later))
            if both not in nearest or mix.seconds < nearest[both].seconds:
                nearest[both] = mix
    return tuple(sorted(nearest.values(), key=lambda mix: (-mix.pair.status, mix.seconds)))


def naloxone(expires: str, day: int) -> Notice | None:
    """A word on naloxone that nears its date or has passed it."""
    last = date.fromisoformat(expires).toordinal()
    if day < last - SOON:
        return None
    words = "naloxone_past" if day > last else "naloxone_soon"
    since = last + 1 if day > last else last - SOON
    return Notice(
        NALOXONE,
        "",
        urgency=Urgency.NALOXONE,
        figures={"days": last - day},
        since=since,
        words=words,
    )


def _worth(pair: SubstancePair) -> bool:
    """Whether a pair is told unasked.

    That little is known of a cigarette or a coffee beside something else would be told each day,
    and would drown what matters.
    """
    daily = not EVERYDAY.isdisjoint((pair.first, pair.second))
    return pair.status in URGENCY and not (daily and pair.status is Status.UNKNOWN)


def _mixed(mix: Mix, day: int) -> Notice:
    status = mix.pair.status
    since = day if status.serious else day // SELDOM * SELDOM
    both = "+".join(sorted((mix.earlier, mix.later)))
    return Notice(MIXING, both, URGENCY[status], {"hours": mix.hours}, since)
