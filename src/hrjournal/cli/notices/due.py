"""Safety notices of a person's record: found, put into words, and told once on each occasion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.history import DateRange
from hrjournal.report.safety.notices import Due, all_mixes, due_notices
from hrjournal.report.safety.tolerance import is_opioid, rule_of
from hrjournal.store import ledger, queries

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from hrjournal.domain.entries.entry import Entry
    from hrjournal.domain.history import History
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.pages.notices.page import NoticeWords
    from hrjournal.report.safety.mixes import Mix
    from hrjournal.store import Journal

EXPIRES: Final = "naloxone_expires"
LASTING: Final = {"moud", "benzodiazepines", "ssri_medicine"}  # kinds that count for over a day
LONGEST: Final = 36  # days that the longest of them counts, and the day of use
FAR: Final = 400  # days back in which a break may have begun
FEW: Final = 2  # days without, after which a break may have begun


def find_due_notices(
    journal: Journal, history: History, day: int, saved: Sequence[Entry] | None = None
) -> tuple[Due, ...]:
    """What is due: after a save, mixes of what was saved; else, serious mixes of the day."""
    history = _with_longer_past(journal, history, _looked_at(history, day, saved), day)
    off = journal.preferences.names("notices_off")
    mixed = () if "mixing" in off else _mixes(journal, day, saved)
    if saved is None:
        mixed = tuple(mix for mix in mixed if mix.pair.status.serious)
    return due_notices(history, day, mixed, journal.setting(EXPIRES), off)


def describe(journal: Journal, dues: Sequence[Due], *, discreet: bool) -> list[NoticeWords]:
    """Each in words; in the discreet view, words that say nothing."""
    if not dues:
        return []
    from hrjournal.pages.notices.page import VEILED, NoticeWords, why

    substances = journal.substances()
    if discreet:
        return [NoticeWords(due.notice, *VEILED, "") for due in dues]
    return [NoticeWords(due.notice, *_words(due, substances), why(due, substances)) for due in dues]


def first_untold(journal: Journal, dues: Sequence[Due]) -> Due | None:
    """The most urgent that has not been told on its occasion; from now on it has."""
    for due in dues:
        one = due.notice
        if ledger.first_told(journal, f"{one.rule}:{one.substance}", _occasion(due)):
            return due
    return None


def _looked_at(history: History, day: int, saved: Sequence[Entry] | None) -> Collection[str]:
    """The substances whose longer past matters: what was saved, else what was used of late."""
    if saved is not None:
        return {entry.substance for entry in saved if entry.substance}
    lately = (day, day - 1)
    return {
        key
        for key, days in history.uses.items()
        if any(past in days and days[past].used for past in lately)
    }


def _with_longer_past(
    journal: Journal, history: History, keys: Collection[str], day: int
) -> History:
    """The history with a longer past of what came after days without it.

    With an opioid, that of every other opioid too: a break is a break from all of them.
    """
    tracked = journal.substances()
    back = {key for key in keys if rule_of(tracked[key].kind) and _after_days(history, key, day)}
    if any(is_opioid(tracked[key].kind) for key in back):
        back |= {key for key, substance in tracked.items() if is_opioid(substance.kind)}
    if not back:
        return history
    far = DateRange(day - FAR, day + 1)
    longer = {key: queries.days_of(journal, tracked[key], far) for key in back}
    return history._replace(
        substances={**history.substances, **{key: tracked[key] for key in back}},
        uses={**history.uses, **longer},
    )


def _after_days(history: History, key: str, day: int) -> bool:
    """Whether there was no use on the days before yesterday, as far as a break may have begun."""
    used = [past for past, kept in history.of(key).items() if kept.used and past < day - 1]
    return day - 1 - max(used, default=0) > FEW


def _words(due: Due, substances: Mapping[str, Substance]) -> tuple[str, str]:
    if due.mix:
        from hrjournal.pages.safety.mixing import mix_notice

        return mix_notice(due.mix, substances)
    from hrjournal.content.notices import notice
    from hrjournal.pages.notices.page import titled

    one = due.notice
    group = substances[one.substance].kind.group if one.substance else ""
    text = notice(one.words or one.rule, group, strong=bool(one.figures.get("strong")))
    return titled(text.title, one, substances), " ".join(text.lines)


def _occasion(due: Due) -> str:
    strong = "!" if due.notice.figures.get("strong") else ""
    return f"{due.notice.since}{strong}{due.notice.words}"


def _mixes(journal: Journal, day: int, saved: Sequence[Entry] | None) -> tuple[Mix, ...]:
    """The mixes of what was saved, or of all use of the day, with what came before it."""
    substances = journal.substances()
    entries = queries.entries(journal, DateRange(day - 1, day + 1))
    for substance in substances.values():
        if substance.kind.id in LASTING:
            back = queries.days_of(journal, substance, DateRange(day - LONGEST, day - 1))
            entries += [
                entry
                for last in [max((past for past, kept in back.items() if kept.used), default=None)]
                if last is not None
                for entry in queries.entries(journal, DateRange(last, last + 1))
                if entry.substance == substance.key
            ]
    if len({entry.substance for entry in entries if entry.type is EntryType.USE}) < 2:
        return ()
    from hrjournal.content.mixing import mixing
    from hrjournal.report.safety.mixes import uses

    starts = journal.day_start
    others = uses(entries, substances, starts)
    today = [entry for entry in entries if entry.moment.day(starts) == day]
    now = uses(today if saved is None else saved, substances, starts)
    return all_mixes(now, others, mixing())
