"""What is worth knowing of a goal before it begins: told once, and nothing is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.cli.goals.followed import followed
from hrjournal.domain.history import DateRange
from hrjournal.domain.win import OPIOID_BREAK, SUDDEN_STOP
from hrjournal.report.goals.guard import lowers_tolerance, steep_goals
from hrjournal.report.safety.stop_detector import Tier
from hrjournal.report.safety.stops import BACK
from hrjournal.sanitize import own
from hrjournal.store import ledger, queries

if TYPE_CHECKING:
    from hrjournal.cli.context import AppContext
    from hrjournal.domain.goals.goal import GoalVersion
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.store import Journal

VEILED: Final = "Safety: A safety note waits for you. To read it: hrjournal safety stopping"
WORDS: Final = {Tier.GENTLE: "sudden_stop_gentle", Tier.STRONGEST: "sudden_stop_strongest"}
CUTTING: Final = "If you stop or cut down {name} fast: {words}"


def safety_lines(app: AppContext, journal: Journal, version: GoalVersion) -> list[str]:
    """The words about a sudden stop, and about tolerance, where a goal calls for them."""
    tracked = journal.substances()
    watched = _watched(journal, version)
    if not watched:
        return []
    off = journal.preferences.names("notices_off")
    today = app.today(journal)
    history = queries.load_history(
        journal, DateRange(today - BACK, today + 1), watched, records=DateRange(0, 0)
    )
    stops = () if SUDDEN_STOP in off else steep_goals(version, history, today, watched)
    lines = [
        _stop_words(app, tracked[found.key], found.tier)
        for found in stops
        if ledger.first_told(journal, f"goal_stop:{found.key}", f"{found.tier}{today}")
    ]
    opioid = None if OPIOID_BREAK in off else lowers_tolerance(version, history, watched)
    if opioid and ledger.first_told(journal, f"goal_break:{opioid}", "once"):
        lines.append(_tolerance_words(app, tracked[opioid]))
    return list(dict.fromkeys(lines))


def _watched(journal: Journal, version: GoalVersion) -> list[str]:
    """What of a goal can be dangerous to stop, or lowers tolerance.

    A goal about a whole group, as `benzos`, is about what is written down of it.
    """
    tracked = journal.substances()
    if not version.about:
        return [key for key in followed(journal) if _is_watched(tracked[key])]
    about = tracked.get(version.about)
    if about is None or not _is_watched(about):
        return []
    if queries.last_use(journal, about.key) is not None:
        return [about.key]
    return [key for key, one in tracked.items() if one.kind.group == about.kind.group]


def _is_watched(substance: Substance) -> bool:
    return substance.kind.hard_stop or substance.kind.opioid


def _stop_words(app: AppContext, substance: Substance, tier: Tier) -> str:
    """What is said elsewhere of a sudden stop, as strongly as the person's own use calls for."""
    if app.discreet:
        return VEILED
    from hrjournal.content.notices import notice
    from hrjournal.domain.knowledge.mixing import MixPart
    from hrjournal.pages.safety.mixing import called

    kind = substance.kind
    name = f"{own(called(MixPart(substance.name, kind)))}"
    text = notice(WORDS.get(tier, "sudden_stop"), kind.group, kind=kind.id)
    words = " ".join(text.lines)
    if tier is Tier.GENTLE:  # its title speaks of a day that has been
        return f"Safety: {CUTTING.format(name=name, words=words)}"
    return f"Safety: {text.title.replace('{name}', name)}. {words}"


def _tolerance_words(app: AppContext, substance: Substance) -> str:
    if app.discreet:
        return VEILED
    from hrjournal.content.notices import notice

    text = notice(OPIOID_BREAK, substance.kind.group, kind=substance.kind.id)
    return f"Safety: {' '.join(text.lines)}"
