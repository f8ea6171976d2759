"""Changing a record, and taking one out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hrjournal.cli import arguments
from hrjournal.cli.entries.save import company, strength_or_words
from hrjournal.cli.records import find_record
from hrjournal.domain.entries.entry import EntryType
from hrjournal.errors import UsageError
from hrjournal.named import NamedTuple
from hrjournal.pages.entries import confirmation
from hrjournal.store import changes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hrjournal.cli.context import AppContext
    from hrjournal.domain.entries.entry import Entry, Outcome
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.store import Journal

FIELDS = {
    "after": ("urge_after", "after"),
    "trigger": ("triggers",),
    "step": ("steps",),
    "coping": ("copings",),
    "with": ("company",),
}
CLEARED = (
    *("mood", "urge", "urge_after", "anxiety", "pain", "sleep", "minutes", "outcome"),
    *("triggers", "steps", "copings", "route", "company", "spend", "note", "gave", "after"),
    "score",
)


class EditOptions(NamedTuple):
    """What stood on the command line of `edit`, behind the number."""

    words: Sequence[str] = ()
    at: str | None = None
    substance: str | None = None
    mood: int | None = None
    urge: int | None = None
    after: str | None = None
    anxiety: int | None = None
    pain: int | None = None
    sleep: int | None = None
    minutes: int | None = None
    outcome: Outcome | None = None
    trigger: Sequence[str] = ()
    step: Sequence[str] = ()
    coping: Sequence[str] = ()
    route: str | None = None
    with_: str | None = None
    alone: bool = False
    spend: str | None = None
    note: str | None = None
    gave: str | None = None
    clear: Sequence[str] = ()


def edit_entry(app: AppContext, number: str, given: EditOptions) -> None:
    """Changes the fields of a record that are named, and answers."""
    fields = _fields(given)
    anew = any(part is not None for part in (given.at, given.after))
    if not (fields or given.words or given.substance or anew):
        raise UsageError("Say what is new, such as: hrjournal edit 12 3, or --at, --note, --mood.")
    with app.open_journal(write=True) as journal:
        entry = find_record(app, journal, number)
        fields |= _what_came_after(entry, given.after)
        substance, reread = _reread(app, journal, entry, given)
        changed = entry.replace(**fields, **reread)
        with journal.change("edit", app.instant) as change:
            tracked = change.track(substance) if substance else None
            changes.replace(change, changed, tracked)
        today, units = app.today(journal), app.units(journal)
        line = confirmation.saved(changed, journal.substances(), units, today, journal.day_start)
        app.print_lines(line.replace("Saved", "Changed", 1))
        report_recomputed_wins(app, journal, (entry, changed))


def delete_entry(app: AppContext, number: str, *, for_good: bool) -> None:
    """Takes a record out, and answers."""
    with app.open_journal(write=True) as journal:
        entry = find_record(app, journal, number)
        words = entry_words(app, journal, entry, journal.substances())
        with journal.change("delete", app.instant) as change:
            changes.delete(change, entry.id, for_good=for_good)
        how = (
            "It cannot be brought back; an earlier copy may hold it, see: hrjournal where"
            if for_good
            else "To bring it back: hrjournal undo"
        )
        app.print_lines(f"Deleted #{entry.id}. {words}. {how}")
        report_recomputed_wins(app, journal, (entry,))


def entry_words(
    app: AppContext, journal: Journal, entry: Entry, substances: Mapping[str, Substance]
) -> str:
    """What a record says at heart, and when."""
    what = confirmation.what_words(entry, substances, app.units(journal))
    return f"{what}, {confirmation.when_words(entry, app.today(journal), journal.day_start)}"


def report_recomputed_wins(app: AppContext, journal: Journal, entries: Iterable[Entry]) -> None:
    """Small wins are a function of the records; when the person changes a day, they follow.

    While numbers rest, nothing is said of it.
    """
    from hrjournal.cli.entries.follow_up import past_wins

    days = {entry.moment.day(journal.day_start) for entry in entries}
    if not days or min(days) >= app.today(journal):
        return
    lines = past_wins(app, journal, days)
    if journal.preferences.value("pause") == "off":
        app.print_lines(*lines)


def _fields(given: EditOptions) -> dict[str, Any]:
    """What is new, by the name of its field; None and an empty tuple empty it."""
    named: dict[str, Any] = {
        "mood": given.mood,
        "urge": given.urge,
        "anxiety": given.anxiety,
        "pain": given.pain,
        "sleep": given.sleep,
        "minutes": given.minutes,
        "outcome": given.outcome,
        "triggers": arguments.parse_words(given.trigger, "trigger") or None,
        "steps": arguments.parse_words(given.step, "step") or None,
        "copings": arguments.parse_words(given.coping, "coping") or None,
        "route": arguments.parse_word(given.route, "route").casefold() if given.route else None,
        "company": company(given.with_, alone=given.alone),
        "spend": arguments.parse_money(given.spend),
        "note": arguments.read_note(given.note),
        "gave": arguments.read_note(given.gave),
    }
    fields = {name: value for name, value in named.items() if value is not None}
    cleared = [field for name in given.clear for field in _cleared(name)]
    return fields | {field: _empty_value(field) for field in cleared}


def _what_came_after(entry: Entry, text: str | None) -> dict[str, Any]:
    """Of an urge, a number is how strong it was then; all else is words."""
    if entry.type is EntryType.URGE:
        return strength_or_words(text)
    return {} if text is None else {"after": arguments.read_note(text)}


def _cleared(name: str) -> tuple[str, ...]:
    """The fields that a name empties."""
    word = name.strip().casefold()
    fields = FIELDS.get(word, (word,))
    if not {*fields} <= {*CLEARED}:
        raise UsageError(f"What can be emptied: {', '.join(CLEARED)}.")
    return fields


def _empty_value(field: str) -> object:
    return () if field in {"triggers", "steps", "copings"} else None


def _reread(
    app: AppContext, journal: Journal, entry: Entry, given: EditOptions
) -> tuple[Substance | None, dict[str, Any]]:
    """The substance that a record is about by then, and what is new of it, its moment, its amount.

    These need the journal to be understood.
    """
    fields: dict[str, Any] = {}
    tracked = journal.substances()
    other = given.substance
    named = arguments.resolve_substance(app, journal, other) if other else None
    substance = named.substance if named else tracked.get(entry.substance or "")
    if given.at is not None:
        fields["moment"] = arguments.parse_at(app, journal, given.at)
    words = given.words or _reparse_amount(entry, tracked, named)
    if words:
        if entry.type is not EntryType.USE or substance is None:
            raise UsageError("This record has no amount. Its other fields can be changed.")
        word = named.word if named else substance.name
        unit = arguments.default_unit(substance)
        fields["amount"] = app.units(journal).read(words, substance.kind, word, unit)
    if substance is not None:
        fields["substance"] = substance.key
    return substance, fields


def _reparse_amount(
    entry: Entry, tracked: Mapping[str, Substance], named: arguments.SubstanceMatch | None
) -> Sequence[str]:
    """The amount as typed, where it is to be read for another kind of substance."""
    before = tracked.get(entry.substance or "")
    if entry.amount is None or named is None or before is None:
        return ()
    same = named.substance.kind.id == before.kind.id
    return () if same else entry.amount.typed.split() or ("?",)
