"""What a summary is made of: read from the journal, and nothing of what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.cli import arguments
from hrjournal.cli.entries.current_wins import keep_wins_current
from hrjournal.cli.measures.inputs import history_until, thresholds
from hrjournal.cli.summary.redaction import left_out, pseudonyms_for
from hrjournal.domain.entries.entry import DAY, EPOCH
from hrjournal.domain.history import DateRange
from hrjournal.domain.keepsake import KeepsakeType
from hrjournal.domain.summary.options import SECTIONS, redact, resolve_sections
from hrjournal.domain.summary.sections import Section
from hrjournal.domain.win import Grade
from hrjournal.errors import NotFoundError, UsageError
from hrjournal.named import NamedTuple
from hrjournal.pages.summary import Lookups
from hrjournal.pages.summary.lookups import TITLE
from hrjournal.report.safety.stops import due
from hrjournal.report.summary import Scope, SummaryInput, summary
from hrjournal.store import ledger
from hrjournal.store.keepsakes import keepsakes
from hrjournal.store.queries import entries, first_day, load_history

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrjournal.cli.context import AppContext
    from hrjournal.domain.entries.entry import Entry
    from hrjournal.domain.history import History
    from hrjournal.domain.keepsake import Keepsake
    from hrjournal.domain.knowledge.screens import Screen
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.domain.substances.units import Units
    from hrjournal.domain.summary.exclusion import ExcludedSubstances
    from hrjournal.domain.summary.options import Parts, SummaryOptions
    from hrjournal.domain.summary.pseudonyms import Pseudonyms
    from hrjournal.domain.win import Notice, Win
    from hrjournal.report.summary import Summary
    from hrjournal.store import Journal

USUALLY: Final = 90
LAST: Final = "last"
LONGEST_TITLE: Final = 120
KEPT: Final = {spec.section: KeepsakeType(spec.keepsake) for spec in SECTIONS if spec.keepsake}


class SummaryPeriod(NamedTuple):
    """Which days, and whether the person chose the first of them."""

    window: DateRange
    dated: bool = False
    session: int | None = None  # the day of the session since which it is


class BuiltSummary(NamedTuple):
    """What was counted, what is needed to say it, and the substances that are left out."""

    summary: Summary
    known: Lookups
    left: tuple[str, ...] = ()


def resolve_period(
    app: AppContext, journal: Journal, wish: SummaryOptions, until: str | None
) -> SummaryPeriod:
    """The days of a summary: since a day or the last session, or so many up to the last one."""
    last = app.today(journal) if until is None else arguments.parse_date(app, journal, until)
    since = wish.since
    session = None
    if since is not None and since.strip().casefold() == LAST:
        session = _last_session(app, journal, last)
    window = arguments.day_range(
        app,
        journal,
        first=since if session is None else session,
        last=last,
        days=(wish.days or USUALLY) if since is None else None,
    )
    return SummaryPeriod(window, dated=since is not None, session=session)


def build_summary(
    app: AppContext, journal: Journal, wish: SummaryOptions, found: SummaryPeriod, units: Units
) -> BuiltSummary:
    """Reads the days of a period and what was chosen of them, and counts it."""
    parts = resolve_sections(wish.include, wish.exclude)
    today = app.today(journal)
    left = left_out(app, journal, wish.without)
    past = _past(journal, parts, found.window, left)
    alias = pseudonyms_for(journal, past, units) if wish.alias else None
    names = alias.substances if alias else past.substances
    dues = due(past, min(today, found.window.end - 1))
    history = redact(past, parts)
    held = SummaryInput(
        history=alias.history(history) if alias else history,
        wins=_wins(app, journal, parts, found.window, left=left, alias=alias),
        safety=_safety(dues, names) if dues and Section.SAFETY in parts else (),
        kept={
            sort: _kept(journal, part, found.window, left, alias)
            for part, sort in KEPT.items()
            if part in parts
        },
        naloxone=_naloxone(journal, left) if Section.PLACES in parts else (None, None),
    )
    scope = Scope(
        window=found.window,
        today=today,
        parts=parts,
        lines=thresholds(journal, units.drink.country),
        week_starts=journal.preferences.week_start,
        dated=found.dated,
        session=found.session,
        hidden=alias is not None,
    )
    said = alias.units(masked=units.masked) if alias else units
    known = _known(journal, parts, said, _title(wish, left, alias))
    out = left.substances.values() if left else ()
    return BuiltSummary(summary(held, scope), known, tuple(substance.name for substance in out))


def _past(
    journal: Journal, parts: Parts, window: DateRange, left: ExcludedSubstances | None
) -> History:
    """All that is written up to the end of the window; with notes, every record of it."""
    out = left.substances if left else {}
    past = history_until(journal, window, without=out)
    if Section.NOTES in parts:
        records: dict[int, tuple[Entry, ...]] = {}
        for entry in entries(journal, window):
            day = entry.moment.day(journal.day_start)
            if entry.substance not in out:
                records[day] = (*records.get(day, ()), entry)
        past = past._replace(records=records)
    return left.history(past) if left else past


def _safety(dues: Sequence[Notice], names: Mapping[str, Substance]) -> Sequence[str]:
    """What in the record each notice that is due rests on."""
    from hrjournal.pages.notices.page import why_stop_or_break

    return [why_stop_or_break(notice, names) for notice in dues]


def _naloxone(journal: Journal, left: ExcludedSubstances | None) -> tuple[str | None, str | None]:
    from hrjournal.cli.safety.naloxone import EXPIRES, PLACE

    if left and any(substance.kind.opioid for substance in left.substances.values()):
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
    """The newest wins of the window; a ledger that is behind is brought up to date first.

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
    inside = [win for win in found if win.day in window and win.grade is not Grade.LOOKS]
    newest = {(win.rule, win.substance, win.baseline): win for win in inside}
    return [win for win in inside if win is newest[win.rule, win.substance, win.baseline]]


def _earned(app: AppContext, journal: Journal, window: DateRange) -> Sequence[Win]:
    keep_wins_current(app, journal)
    return ledger.wins(journal, window, newest=True)


def _kept(
    journal: Journal,
    part: Section,
    window: DateRange,
    left: ExcludedSubstances | None,
    alias: Pseudonyms | None,
) -> Sequence[Keepsake]:
    """What was kept up to the end of the window; screens in it; points to talk about always."""
    found = [
        keepsake
        for keepsake in keepsakes(journal, KEPT[part])
        if part is Section.TALK or keepsake.moment.day(journal.day_start) < window.end
    ]
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


def _known(journal: Journal, parts: Parts, units: Units, title: str) -> Lookups:
    from hrjournal.content.definitions import definitions

    return Lookups(
        units=units,
        definitions=definitions() if parts & {Section.MEASURES, Section.DEFINITIONS} else {},
        starts=journal.day_start,
        screens=_screens() if Section.SCREENS in parts else {},
        roots=_roots() if Section.ROOTS in parts else {},
        title=title,
    )


def _roots() -> Mapping[str, str]:
    from hrjournal.content.roots import roots

    return {root.id: root.name for root in roots()}


def _screens() -> Mapping[str, Screen]:
    from hrjournal.content.screens import screens

    return screens()


def _last_session(app: AppContext, journal: Journal, last: int) -> int:
    """The day of the latest session before today, by the calendar."""
    today = app.moment.local // DAY + EPOCH
    past = [
        day
        for keepsake in keepsakes(journal, KeepsakeType.APPOINTMENT)
        if (day := keepsake.moment.local // DAY + EPOCH) < today and day <= last
    ]
    if not past:
        raise NotFoundError(
            "No session before today is written down yet. To write one down: "
            "hrjournal session monday. Or say since when: hrjournal summary --since 2026-09-01"
        )
    return max(past)
