"""What a summary is made of: read from the journal, and nothing of what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.cli import arguments
from hrjournal.cli.entries.current_wins import keep_wins_current
from hrjournal.cli.measures.inputs import history_until, thresholds
from hrjournal.cli.summary.redaction import left_out, pseudonyms_for
from hrjournal.domain.entries.entry import DAY, EPOCH, EntryType
from hrjournal.domain.history import DateRange
from hrjournal.domain.keepsake import KeepsakeType
from hrjournal.domain.reflection.sessions import agreed_since
from hrjournal.domain.summary.options import SECTIONS, redact, resolve_sections
from hrjournal.domain.summary.sections import Section
from hrjournal.domain.win import Grade
from hrjournal.errors import NotFoundError, UsageError
from hrjournal.named import NamedTuple
from hrjournal.pages.summary import Lookups
from hrjournal.pages.summary.lookups import TITLE
from hrjournal.report.safety.mixes import uses as mix_uses
from hrjournal.report.summary import Scope, SummaryInput, summary
from hrjournal.report.summary.safety_facts import (
    DatedUse,
    SafetyFactKind,
    has_opioid,
    risky_pairs,
    safety_facts,
)
from hrjournal.store import ledger
from hrjournal.store.keepsakes import keepsakes
from hrjournal.store.queries import entries, first_day, load_history

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrjournal.cli.context import AppContext
    from hrjournal.domain.entries.entry import Entry
    from hrjournal.domain.goals.goal import GoalInWindow
    from hrjournal.domain.history import History
    from hrjournal.domain.keepsake import Keepsake
    from hrjournal.domain.knowledge.screens import Screen
    from hrjournal.domain.substances.units import Units
    from hrjournal.domain.summary.exclusion import ExcludedSubstances
    from hrjournal.domain.summary.options import Parts, SummaryOptions
    from hrjournal.domain.summary.pseudonyms import Pseudonyms
    from hrjournal.domain.win import Win
    from hrjournal.report.clinical import Thresholds
    from hrjournal.report.summary import Summary
    from hrjournal.report.summary.safety_facts import SafetyFact
    from hrjournal.store import Journal

USUALLY: Final = 90
LAST: Final = "last"
LONGEST_TITLE: Final = 120
CALENDAR: Final = 12 * 7  # days
NOWHERE: Final = (None, None)  # of a person who did not say where their naloxone lies
TELLS_NO_NAME: Final = {SafetyFactKind.RETURN, SafetyFactKind.STOP, SafetyFactKind.BREAK}
KEPT: Final = {spec.section: KeepsakeType(spec.keepsake) for spec in SECTIONS if spec.keepsake}


class SummaryPeriod(NamedTuple):
    """Which days, and whether the person chose the first of them."""

    window: DateRange
    dated: bool = False
    session: int | None = None  # the day of the session since which it is

    @property
    def shown(self) -> DateRange:
        """The days of the calendar: since a session, twelve weeks all the same."""
        back = self.window.end - CALENDAR if self.session is not None else self.window.start
        return DateRange(min(back, self.window.start), self.window.end)


class BuiltSummary(NamedTuple):
    """What was counted, what is needed to say it, and the substances that are left out."""

    summary: Summary
    known: Lookups
    left: tuple[str, ...] = ()


def resolve_period(
    app: AppContext, journal: Journal, wish: SummaryOptions, until: str | None
) -> SummaryPeriod:
    """The days of a summary: since a day or the last session, or so many up to the last one.

    Where nothing is said, it is since the last session if one is written down; no day before the
    first logged one is in it.
    """
    last = app.today(journal) if until is None else arguments.parse_date(app, journal, until)
    since = wish.since
    session = None
    if since is not None and since.strip().casefold() == LAST:
        session = _last_session(app, journal, last)
        if session is None:
            raise NotFoundError(
                "No session before today is written down yet. To write one down: "
                "hrjournal session monday. Or say since when: "
                "hrjournal summary --since 2026-09-01"
            )
    elif since is None and wish.days is None:
        session = _last_session(app, journal, last)
    window = arguments.day_range(
        app,
        journal,
        first=since if session is None else session,
        last=last,
        days=(wish.days or USUALLY) if since is None and session is None else None,
    )
    left = left_out(app, journal, wish.without)
    first = first_day(journal, left.substances if left else ())
    if first is not None and window.start < first < window.end:
        window = DateRange(first, window.end)
        session = None  # a session before all that is logged is no beginning
    return SummaryPeriod(window, dated=since is not None, session=session)


def build_summary(
    app: AppContext, journal: Journal, wish: SummaryOptions, found: SummaryPeriod, units: Units
) -> BuiltSummary:
    """Reads the days of a period and what was chosen of them, and counts it."""
    parts = resolve_sections(wish.include, wish.exclude)
    today = app.today(journal)
    left = left_out(app, journal, wish.without)
    past = _past(journal, parts, found, left)
    alias = pseudonyms_for(journal, past, units) if wish.alias else None
    history = redact(past, parts)
    lines = thresholds(journal, units.drink.country)
    facts = _facts(journal, history, found.window, lines) if Section.SAFETY in parts else ()
    held = SummaryInput(
        history=alias.history(history) if alias else history,
        wins=_wins(app, journal, parts, found.window, left=left, alias=alias),
        goals=_goals(journal, found.window, today, left=left, alias=alias)
        if Section.GOALS in parts
        else (),
        facts=facts if alias is None else _by_letters(facts, alias),
        untold=alias is not None and any(fact.kind not in TELLS_NO_NAME for fact in facts),
        events=_events(past) if Section.CALENDAR in parts else frozenset(),
        sessions=_sessions(journal, found.shown),
        opioids=alias is None and not _hides_opioid(left) and has_opioid(history, found.window),
        kept={
            sort: _kept(app, journal, part, found.window, left=left, alias=alias)
            for part, sort in KEPT.items()
            if part in parts
        },
        naloxone=_naloxone(journal, left) if parts & {Section.PLACES, Section.SAFETY} else NOWHERE,
    )
    scope = Scope(
        window=found.window,
        shown=found.shown,
        today=today,
        parts=parts,
        lines=lines,
        week_starts=journal.preferences.week_start,
        dated=found.dated,
        session=found.session,
        hidden=alias is not None,
    )
    said = alias.units(masked=units.masked) if alias else units
    screened = bool(held.kept.get(KeepsakeType.SCREEN))
    known = _known(journal, parts, said, _title(wish, left, alias), screened=screened)
    out = left.substances.values() if left else ()
    return BuiltSummary(summary(held, scope), known, tuple(substance.name for substance in out))


def _past(
    journal: Journal, parts: Parts, found: SummaryPeriod, left: ExcludedSubstances | None
) -> History:
    """All that is written up to the end of the window; with notes, every record of it."""
    out = left.substances if left else {}
    past = history_until(journal, found.window, without=out, records=found.shown)
    if Section.NOTES in parts:
        records: dict[int, tuple[Entry, ...]] = {}
        for entry in entries(journal, found.shown):
            day = entry.moment.day(journal.day_start)
            if entry.substance not in out:
                records[day] = (*records.get(day, ()), entry)
        past = past._replace(records=records)
    return left.history(past) if left else past


def _facts(
    journal: Journal,
    history: History,
    window: DateRange,
    lines: Thresholds,
) -> Sequence[SafetyFact]:
    """What is said first of the days up to today."""
    days = DateRange(window.start, window.end)
    uses: Sequence[DatedUse] = ()
    if risky_pairs(history, days, lines.mixing):
        uses = tuple(
            DatedUse(entry.moment.day(journal.day_start), use)
            for entry in entries(journal, days)
            for use in mix_uses([entry], history.substances, journal.day_start)
        )
    return safety_facts(history, days, uses, lines.mixing)


def _by_letters(facts: Sequence[SafetyFact], alias: Pseudonyms) -> Sequence[SafetyFact]:
    """Those that tell nothing of what it was."""
    return [
        fact._replace(keys=tuple(map(alias.key, fact.keys)))
        for fact in facts
        if fact.kind in TELLS_NO_NAME
    ]


def _events(past: History) -> frozenset[int]:
    """The days that the person marked; their words are another part."""
    return frozenset(
        day
        for day, records in past.records.items()
        if any(entry.type is EntryType.EVENT for entry in records)
    )


def _sessions(journal: Journal, window: DateRange) -> Sequence[int]:
    """The days of the calendar on which a session took place, or will."""
    found = {
        keepsake.moment.local // DAY + EPOCH
        for keepsake in keepsakes(journal, KeepsakeType.APPOINTMENT)
    }
    return sorted(day for day in found if day in window)


def _hides_opioid(left: ExcludedSubstances | None) -> bool:
    """Whether an opioid is left out, so that a word of naloxone would tell of it."""
    return left is not None and any(one.kind.opioid for one in left.substances.values())


def _naloxone(journal: Journal, left: ExcludedSubstances | None) -> tuple[str | None, str | None]:
    from hrjournal.cli.safety.naloxone import EXPIRES, PLACE

    if _hides_opioid(left):
        return None, None
    return journal.setting(PLACE), journal.setting(EXPIRES)


def _wins(
    app: AppContext,
    journal: Journal,
    parts: Parts,
    window: DateRange,
    *,
    left: ExcludedSubstances | None,
    alias: Pseudonyms | None,
) -> Sequence[Win]:
    """The wins of the window; a ledger that is behind is brought up to date first.

    With a substance left out, they are found anew in what remains: others may rest on it.
    """
    if Section.WINS not in parts:
        return []
    wins = _wins_anew(app, journal, window, left) if left else _earned(app, journal, window)
    return alias.wins(wins) if alias else wins


def _wins_anew(
    app: AppContext, journal: Journal, window: DateRange, left: ExcludedSubstances
) -> Sequence[Win]:
    from hrjournal.cli.entries.win_ledger import yardstick
    from hrjournal.report.wins import judge
    from hrjournal.report.wins.telling import told

    today = app.today(journal)
    first = first_day(journal)
    if first is None:
        return []
    days = DateRange(first, min(window.end, today + 1))
    past = left.history(load_history(journal, days, without=left.substances))
    measure = yardstick(app, journal)
    found = told(judge(past, days, today, measure).wins, {}, [], measure.week_starts)
    return [win for win in found if win.day in window and win.grade is not Grade.LOOKS]


def _earned(app: AppContext, journal: Journal, window: DateRange) -> Sequence[Win]:
    keep_wins_current(app, journal)
    return ledger.wins(journal, window)


def _kept(
    app: AppContext,
    journal: Journal,
    part: Section,
    window: DateRange,
    *,
    left: ExcludedSubstances | None,
    alias: Pseudonyms | None,
) -> Sequence[Keepsake]:
    """What was kept up to the end of the window; screens in it; points to talk about always."""
    found = [
        keepsake
        for keepsake in keepsakes(journal, KEPT[part])
        if part is Section.TALK or keepsake.moment.day(journal.day_start) < window.end
    ]
    if part is Section.AGREED:
        sessions = keepsakes(journal, KeepsakeType.APPOINTMENT)
        until = min((window.end - EPOCH) * DAY, app.moment.local)
        found = list(agreed_since(found, sessions, until, journal.day_start).items)
    if part is Section.SCREENS:
        found = [one for one in found if one.moment.day(journal.day_start) in window]
    if alias or (left and left.holds("alcohol")):
        found = [one for one in found if not _names_drink(one)]
    if not found:
        return []
    from hrjournal.domain.reflection.reflection import with_names

    found = left.kept(found) if left else found
    told = with_names(found, alias.substances if alias else journal.substances())
    return [alias.kept(one) for one in told] if alias else told


def _goals(
    journal: Journal,
    window: DateRange,
    today: int,
    *,
    left: ExcludedSubstances | None,
    alias: Pseudonyms | None,
) -> Sequence[GoalInWindow]:
    """The goals that held in the window; by letters without amounts, which would tell of what."""
    kept = [*keepsakes(journal, KeepsakeType.GOAL), *keepsakes(journal, KeepsakeType.RATING)]
    if not kept:
        return ()
    from hrjournal.domain.goals.goal import AMOUNTS, goals_in_window, goals_of, ratings_of

    kept = left.kept(kept) if left else kept
    kept = [alias.kept(one) for one in kept] if alias else kept
    days = DateRange(window.start, max(window.start, min(window.end, today + 1)))
    found = goals_in_window(goals_of(kept), ratings_of(kept, journal.day_start), days)
    amounts = AMOUNTS if alias else frozenset()
    return [one for one in found if not any(held.kind in amounts for held in one.versions)]


def _names_drink(one: Keepsake) -> bool:
    """Whether it is a screen about drinking."""
    if one.type is not KeepsakeType.SCREEN:
        return False
    known = _screens().get(one.subject)
    return known is None or bool(known.drink_grams)


def _title(wish: SummaryOptions, left: ExcludedSubstances | None, alias: Pseudonyms | None) -> str:
    title = " ".join((wish.title or TITLE).split())
    if not 0 < len(title) <= LONGEST_TITLE:
        raise UsageError(f"A title has 1 to {LONGEST_TITLE} characters.")
    title = left.names.words(title) if left else title
    return alias.words(title) if alias else title


def _known(journal: Journal, parts: Parts, units: Units, title: str, *, screened: bool) -> Lookups:
    from hrjournal.content.definitions import definitions

    return Lookups(
        units=units,
        definitions=definitions() if parts & {Section.MEASURES, Section.DEFINITIONS} else {},
        starts=journal.day_start,
        screens=_screens() if screened else {},
        roots=_roots() if Section.ROOTS in parts else {},
        title=title,
    )


def _roots() -> Mapping[str, str]:
    from hrjournal.content.roots import roots

    return {root.id: root.name for root in roots()}


def _screens() -> Mapping[str, Screen]:
    from hrjournal.content.screens import screens

    return screens()


def _last_session(app: AppContext, journal: Journal, last: int) -> int | None:
    """The day of the latest session before today, by the calendar."""
    today = app.moment.local // DAY + EPOCH
    past = [
        day
        for keepsake in keepsakes(journal, KeepsakeType.APPOINTMENT)
        if (day := keepsake.moment.local // DAY + EPOCH) < today and day <= last
    ]
    return max(past, default=None)
