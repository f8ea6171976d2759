"""What a summary is made of: read from the journal, and nothing of what is left out.

Nothing here loads the command-line library, so that plain lines can do without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.cli.days.views import read_on
from hrjournal.cli.measures.inputs import before, lines
from hrjournal.cli.summary.redaction import by_letters, left_out
from hrjournal.domain.entries.entry import DAY, EPOCH
from hrjournal.domain.history import Days
from hrjournal.domain.keepsake import Kept
from hrjournal.domain.summary.options import Part, shared
from hrjournal.domain.win import SUDDEN_STOP
from hrjournal.errors import NotFoundError, UsageError
from hrjournal.named import NamedTuple
from hrjournal.pages.summary import Known
from hrjournal.pages.summary.lookups import TITLE
from hrjournal.report.safety.stops import due
from hrjournal.report.summary import Held, Scope, summary
from hrjournal.store import ledger
from hrjournal.store.keepsakes import keepsakes
from hrjournal.store.queries import entries, first_day, history

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrjournal.cli.context import Session
    from hrjournal.domain.entries.entry import Entry
    from hrjournal.domain.history import History
    from hrjournal.domain.keepsake import Keepsake
    from hrjournal.domain.knowledge.screens import Screen
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.domain.substances.units import Units
    from hrjournal.domain.summary.exclusion import Without
    from hrjournal.domain.summary.options import Parts, Wish
    from hrjournal.domain.summary.pseudonyms import Alias
    from hrjournal.domain.win import Notice, Win
    from hrjournal.report.summary import Summary
    from hrjournal.store import Journal

USUALLY: Final = 90
LAST: Final = "last"
LONGEST_TITLE: Final = 120
KEPT: Final = {
    Part.TALK: Kept.TALK,
    Part.RULERS: Kept.RULER,
    Part.REASONS: Kept.REASON,
    Part.SCREENS: Kept.SCREEN,
    Part.ROOTS: Kept.ROOT,
    Part.LETTER: Kept.LETTER,
}


class Frame(NamedTuple):
    """Which days, and whether the person chose the first of them."""

    window: Days
    dated: bool = False
    session: int | None = None  # the day of the session since which it is


class Made(NamedTuple):
    """What was counted, what is needed to say it, and the substances that are left out."""

    summary: Summary
    known: Known
    left: tuple[str, ...] = ()


def frame(now: Session, journal: Journal, wish: Wish, until: str | None) -> Frame:
    """The days of a summary: since a day or the last session, or so many up to the last one."""
    last = now.moment.day(journal.starts) if until is None else read_on(now, journal, until)
    if wish.since is None:
        return Frame(Days(last + 1 - (wish.days or USUALLY), last + 1))
    session = None
    if wish.since.strip().casefold() == LAST:
        first = session = _last_session(now, journal, last)
    else:
        first = read_on(now, journal, wish.since)
    if first > last:
        raise UsageError("The first day lies after the last. Please turn them around.")
    return Frame(Days(first, last + 1), dated=True, session=session)


def made(now: Session, journal: Journal, wish: Wish, parts: Parts, found: Frame) -> Made:
    """Reads the days of a frame and what was chosen of them, and counts it."""
    today = now.moment.day(journal.starts)
    units = now.units(journal)
    left = left_out(now, journal, wish.without)
    past = _past(journal, parts, found.window, left)
    alias = by_letters(journal, past, units) if wish.alias else None
    names = alias.substances if alias else past.substances
    dues = due(past, min(today, found.window.end - 1))
    told = shared(past, parts)
    held = Held(
        history=alias.history(told) if alias else told,
        wins=_wins(now, journal, parts, found.window, left, alias),
        waiting=frozenset(names[one.substance].key for one in dues if one.rule == SUDDEN_STOP),
        safety=_safety(dues, names) if dues and Part.SAFETY in parts else (),
        kept={
            sort: _kept(journal, part, found.window, left, alias)
            for part, sort in KEPT.items()
            if part in parts
        },
        naloxone=_naloxone(journal, left) if Part.PLACES in parts else (None, None),
    )
    scope = Scope(
        window=found.window,
        today=today,
        parts=parts,
        lines=lines(journal, units.drink.country),
        week_starts=journal.preferences.week_starts,
        dated=found.dated,
        session=found.session,
        hidden=alias is not None,
    )
    said = alias.units(masked=units.masked) if alias else units
    known = _known(journal, parts, said, _title(wish, left, alias))
    out = left.substances.values() if left else ()
    return Made(summary(held, scope), known, tuple(one.name for one in out))


def _past(journal: Journal, parts: Parts, window: Days, left: Without | None) -> History:
    """All that is written up to the end of the window; with notes, every record of it."""
    out = left.substances if left else {}
    past = before(journal, window, without=out)
    if Part.NOTES in parts:
        records: dict[int, tuple[Entry, ...]] = {}
        for entry in entries(journal, window):
            day = entry.moment.day(journal.starts)
            if entry.substance not in out:
                records[day] = (*records.get(day, ()), entry)
        past = past._replace(records=records)
    return left.history(past) if left else past


def _safety(dues: Sequence[Notice], names: Mapping[str, Substance]) -> Sequence[str]:
    """What in the record each notice that is due rests on."""
    from hrjournal.pages.safety.page import why

    return [why(one, names) for one in dues]


def _naloxone(journal: Journal, left: Without | None) -> tuple[str | None, str | None]:
    from hrjournal.cli.care.contacts import EXPIRES, PLACE

    if left and any(one.kind.opioid for one in left.substances.values()):
        return None, None
    return journal.setting(PLACE), journal.setting(EXPIRES)


def _wins(
    now: Session,
    journal: Journal,
    parts: Parts,
    window: Days,
    left: Without | None,
    alias: Alias | None,
) -> Sequence[Win]:
    """The newest wins of the window; a ledger that is behind is brought up to date first.

    With a substance left out, they are found anew in what remains: others may rest on it.
    """
    if Part.WINS not in parts:
        return []
    found = _wins_anew(now, journal, window, left) if left else _earned(now, journal, window)
    return alias.wins(found) if alias else found


def _wins_anew(now: Session, journal: Journal, window: Days, left: Without) -> Sequence[Win]:
    from hrjournal.report.wins import assess_span, fresh

    today = now.moment.day(journal.starts)
    first = first_day(journal)
    if first is None:
        return []
    days = Days(first, min(window.end, today + 1))
    past = left.history(history(journal, days, without=left.substances))
    found = assess_span(past, days, today, journal.preferences.yardstick)
    inside = [win for win in fresh(found, {}) if window.holds(win.day)]
    newest = {(win.rule, win.substance, win.against): win for win in inside}
    return [win for win in inside if win is newest[win.rule, win.substance, win.against]]


def _earned(now: Session, journal: Journal, window: Days) -> Sequence[Win]:
    if ledger.seen_to(journal) != now.moment.day(journal.starts) - 1:
        from hrjournal.cli.entries.follow_up import catch_up

        catch_up(now, journal)
    return ledger.wins(journal, window, newest=True)


def _kept(
    journal: Journal,
    part: Part,
    window: Days,
    left: Without | None,
    alias: Alias | None,
) -> Sequence[Keepsake]:
    """What was kept up to the end of the window; screens in it; points to talk about always."""
    found = [
        one
        for one in keepsakes(journal, KEPT[part])
        if part is Part.TALK or one.moment.day(journal.starts) < window.end
    ]
    if part is Part.SCREENS:
        found = [one for one in found if window.holds(one.moment.day(journal.starts))]
    if alias or (left and left.holds("alcohol")):
        found = [one for one in found if not _names_drink(one)]
    if not found:
        return []
    from hrjournal.domain.reflection.reflection import called

    found = left.kept(found) if left else found
    told = called(found, alias.substances if alias else journal.substances())
    return [alias.kept(one) for one in told] if alias else told


def _names_drink(one: Keepsake) -> bool:
    """Whether it is a screen about drinking."""
    if one.sort is not Kept.SCREEN:
        return False
    known = _screens().get(one.subject)
    return known is None or bool(known.drink_grams)


def _title(wish: Wish, left: Without | None, alias: Alias | None) -> str:
    title = " ".join((wish.title or TITLE).split())
    if not 0 < len(title) <= LONGEST_TITLE:
        raise UsageError(f"A title has 1 to {LONGEST_TITLE} characters.")
    title = left.names.words(title) if left else title
    return alias.words(title) if alias else title


def _known(journal: Journal, parts: Parts, units: Units, title: str) -> Known:
    from hrjournal.content.definitions import definitions

    return Known(
        units=units,
        definitions=definitions() if parts & {Part.MEASURES, Part.DEFINITIONS} else {},
        starts=journal.starts,
        screens=_screens() if Part.SCREENS in parts else {},
        roots=_roots() if Part.ROOTS in parts else {},
        title=title,
    )


def _roots() -> Mapping[str, str]:
    from hrjournal.content.roots import roots

    return {one.id: one.name for one in roots()}


def _screens() -> Mapping[str, Screen]:
    from hrjournal.content.screens import screens

    return screens()


def _last_session(now: Session, journal: Journal, last: int) -> int:
    """The day of the latest session before today, by the calendar."""
    today = now.moment.local // DAY + EPOCH
    past = [
        day
        for one in keepsakes(journal, Kept.APPOINTMENT)
        if (day := one.moment.local // DAY + EPOCH) < today and day <= last
    ]
    if not past:
        raise NotFoundError(
            "No session before today is written down yet. To write one down: "
            "hrjournal session monday. Or say since when: hrjournal summary --since 2026-09-01"
        )
    return max(past)
