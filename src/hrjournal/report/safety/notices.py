"""Every safety notice that a day is worth: breaks, stops, mixes, naloxone; the worst first."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from hrjournal.domain.knowledge.mixing import Status
from hrjournal.domain.win import Notice
from hrjournal.named import NamedTuple
from hrjournal.report.safety.mixes import EVERYDAY, occasions
from hrjournal.report.safety.stops import Tier, Urgency, due

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from hrjournal.domain.history import History
    from hrjournal.domain.knowledge.mixing import Mixing, SubstancePair
    from hrjournal.report.safety.mixes import Mix, UseSpan

MIXING: Final = "mixing"
NALOXONE: Final = "naloxone"
SELDOM: Final = 28  # days; a mix that asks for care is told once in that time
SOON: Final = 30  # days before its date in which naloxone is worth a word
URGENCY: Final = {
    Status.DANGER: Urgency.DANGEROUS_MIX,
    Status.HIGH: Urgency.RISKY_MIX,
    Status.CAUTION: Urgency.MIX,
    Status.UNKNOWN: Urgency.UNKNOWN_MIX,
}


HOLDING: Final = {tier.value for tier in Tier if tier.holds_wins}


class Due(NamedTuple):
    """A notice that is due, and the mix that it is about, if it is about one."""

    notice: Notice
    mix: Mix | None = None
    again: bool = False  # told in full within the week before

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
            # Mixes come worst first, and that order stands.
            key=lambda one: (one.notice.urgency, "" if one.mix else one.notice.substance),
        )
    )


def all_mixes(
    now: Sequence[UseSpan],
    others: Sequence[UseSpan],
    table: Mixing,
    prescribed: Collection[str] = (),
) -> tuple[Mix, ...]:
    """What several uses make together: each mix once, the worst first, the larger, the closest.

    What is a part of a larger mix is told with that one.
    """
    nearest: dict[frozenset[str], Mix] = {}
    for use in now:
        for mix in occasions(use, others, table, prescribed):
            among = frozenset(mix.keys)
            if among not in nearest or mix.seconds < nearest[among].seconds:
                nearest[among] = mix
    whole = [
        mix
        for among, mix in nearest.items()
        if not any(
            among < larger and other.pair.status >= mix.pair.status
            for larger, other in nearest.items()
        )
    ]
    return tuple(sorted(whole, key=lambda mix: (-mix.pair.status, -len(mix.keys), mix.seconds)))


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
    among = "+".join(sorted(mix.keys))
    return Notice(MIXING, among, URGENCY[status], {"hours": mix.hours}, since)
