"""Safety notices of a person's record: found, put into words, and told once on each occasion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.history import DateRange
from hrjournal.domain.knowledge.mixing import Status
from hrjournal.domain.substances.substance import OTHER
from hrjournal.report.safety.breaks import AFTER, LATER
from hrjournal.report.safety.notices import Due, all_mixes, due_notices
from hrjournal.report.safety.rises import slows
from hrjournal.report.safety.stops import BACK, Urgency
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
WEEK: Final = 7
NEAR: Final = 3  # days back in which most of what still counts was taken
FEW: Final = 2  # days without, after which a break may have begun


def find_due_notices(
    journal: Journal, history: History, day: int, saved: Sequence[Entry] | None = None
) -> tuple[Due, ...]:
    """What is due: after a save, mixes of what was saved; else, serious mixes of the day."""
    history = _with_longer_past(journal, history, _looked_at(journal, history, day, saved), day)
    off = journal.preferences.names("notices_off")
    mixed = () if "mixing" in off else _mixes(journal, day, saved)
    if saved is None:
        mixed = tuple(mix for mix in mixed if mix.pair.status.serious)
    dues = due_notices(history, day, mixed, journal.setting(EXPIRES), off)
    return _with_each_use(dues, history, day, saved)


def _with_each_use(
    dues: Sequence[Due], history: History, day: int, saved: Sequence[Entry] | None
) -> tuple[Due, ...]:
    """What is said in the weeks after a break comes with each use of an opioid alone.

    To look at, it is there on the day of a use and the day after.
    """
    opioids = {key for key, one in history.substances.items() if is_opioid(one.kind)}
    if saved is None:
        back = any(one.notice.urgency == Urgency.RETURN for one in dues)
        used = any(
            past in days and days[past].used
            for days in map(history.of, opioids)
            for past in (day, day - 1)
        )
        told = "" if used and not back else None
    else:
        uses = [one for one in saved if one.type is EntryType.USE and one.substance in opioids]
        told = str(max((one.id or 0 for one in uses), default=0)) if uses else None
    return tuple(
        _of_use(one, told) if one.notice.words == AFTER and told else one
        for one in dues
        if told is not None or one.notice.words not in {AFTER, LATER}
    )


def _of_use(due: Due, entry: str) -> Due:
    """The same line with the next use is told again."""
    figures = {**due.notice.figures, "entry": entry}
    return due._replace(notice=due.notice._replace(figures=figures))


def describe(journal: Journal, dues: Sequence[Due], *, discreet: bool) -> list[NoticeWords]:
    """Each in words; in the discreet view, words that say nothing."""
    if not dues:
        return []
    from hrjournal.pages.notices.page import ASK, VEILED, NoticeWords, why, wins_kept

    substances = journal.substances()
    if discreet:
        return [NoticeWords(due.notice, *VEILED, "") for due in dues]
    asks = "withdrawal_history" not in journal.preferences.values
    return [
        NoticeWords(
            due.notice,
            *_words(due, substances),
            why(due, substances),
            wins_kept(due, substances),
            ASK if asks and "tier" in due.notice.figures else "",
        )
        for due in dues
    ]


def first_untold(journal: Journal, dues: Sequence[Due]) -> Due | None:
    """The most urgent that has not been told on its occasion; from now on it has."""
    for due in dues:
        one = due.notice
        told = f"{one.words or one.rule}:{one.substance}"
        if due.mix and due.mix.pair.status.serious:
            full = _told_in_full(journal, told, one.since)
            if ledger.first_told(journal, told, f"{one.since}+{full}"):
                return due._replace(again=full < one.since)
        elif ledger.first_told(journal, told, _occasion(due)):
            return due
    return None


def _told_in_full(journal: Journal, told: str, day: int) -> int:
    """The day within the week before on which a mix was told in full, or this day."""
    full = (journal.setting(f"told:{told}") or "").partition("+")[2]
    return int(full) if full.isdigit() and 0 <= day - int(full) < WEEK else day


def _looked_at(
    journal: Journal, history: History, day: int, saved: Sequence[Entry] | None
) -> Collection[str]:
    """The substances whose longer past matters: what was saved, else what can still be due."""
    if saved is not None:
        return {entry.substance for entry in saved if entry.substance}
    tracked = journal.substances()
    lately = {
        key
        for key, days in history.uses.items()
        if any(past in days and days[past].used for past in (day, day - 1))
    }
    return lately | {key for key, one in tracked.items() if one.kind.hard_stop or one.kind.opioid}


def _with_longer_past(
    journal: Journal, history: History, keys: Collection[str], day: int
) -> History:
    """The history with a longer past of what may be stopped, rise, or come after a break.

    With an opioid, that of every other one too: a break is a break from all of them.
    """
    tracked = journal.substances()
    back = {key for key in keys if _may_follow_a_break(tracked[key], history, day)}
    if any(is_opioid(tracked[key].kind) for key in back):
        back |= {key for key, substance in tracked.items() if substance.kind.opioid}
    near = {key for key in keys if tracked[key].kind.hard_stop} - back
    near |= {key for key in _beside(tracked, keys) if key not in back}
    spans = dict.fromkeys(back, FAR) | dict.fromkeys(near, BACK)
    known = day - history.days.start if history.days.length else 0
    spans = {key: far for key, far in spans.items() if key not in history.uses or far > known}
    longer = {
        key: queries.days_of(journal, tracked[key], DateRange(day - far, day + 1))
        for key, far in spans.items()
    }
    return history._replace(
        substances={**history.substances, **{key: tracked[key] for key in spans}},
        uses={**history.uses, **longer},
    )


def _may_follow_a_break(substance: Substance, history: History, day: int) -> bool:
    """Whether a break may have come before; with an opioid, within some weeks."""
    if rule_of(substance.kind) is None:
        return False
    return is_opioid(substance.kind) or _after_days(history, substance.key, day)


def _beside(tracked: Mapping[str, Substance], keys: Collection[str]) -> Collection[str]:
    """What counts together with what was saved: its group, and what slows breathing as it does."""
    groups = {tracked[key].kind.group for key in keys if tracked[key].kind.hard_stop}
    slow = any(slows(tracked[key].kind) for key in keys)
    return {
        key
        for key, one in tracked.items()
        if (one.kind.hard_stop and one.kind.group in groups) or (slow and slows(one.kind))
    }


def _after_days(history: History, key: str, day: int) -> bool:
    """Whether there was no use on the days before yesterday, as far as a break may have begun."""
    used = [past for past, kept in history.of(key).items() if kept.used and past < day - 1]
    return day - 1 - max(used, default=0) > FEW


def _words(due: Due, substances: Mapping[str, Substance]) -> tuple[str, str]:
    if due.mix:
        from hrjournal.content.mixing import mixing
        from hrjournal.pages.safety.mixing import mix_notice

        return mix_notice(due.mix, substances, mixing(), again=due.again)
    from hrjournal.content.notices import notice
    from hrjournal.pages.notices.page import titled

    one = due.notice
    kind = substances[one.substance].kind if one.substance else OTHER
    strong = bool(one.figures.get("strong"))
    text = notice(one.words or one.rule, kind.group, kind=kind.id, strong=strong)
    return titled(text.title, one, substances), " ".join(text.lines)


def _occasion(due: Due) -> str:
    if due.mix and due.mix.pair.status is Status.UNKNOWN:
        return "once"
    one = due.notice
    strong = "!" if one.figures.get("strong") else ""
    week, entry = one.figures.get("week") or "", one.figures.get("entry", "")
    return f"{one.since}{strong}{one.words}{week and f' {week}'}{entry and f' #{entry}'}"


def _mixes(journal: Journal, day: int, saved: Sequence[Entry] | None) -> tuple[Mix, ...]:
    """The mixes of what was saved, or of all use of the day, with what came before it."""
    substances = journal.substances()
    entries = queries.entries(journal, DateRange(day - NEAR, day + 1))
    for substance in substances.values():
        if substance.kind.id in LASTING:
            back = queries.days_of(journal, substance, DateRange(day - LONGEST, day - NEAR))
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
    prescribed = {key for key, one in substances.items() if journal.preferences.is_prescribed(one)}
    return all_mixes(now, others, mixing(), prescribed)
