"""Changing a record, and taking one out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hrjournal.cli import arguments
from hrjournal.cli.entries.current_wins import report_recomputed_wins
from hrjournal.cli.entries.save import company, strength_or_words
from hrjournal.cli.records import find_record
from hrjournal.domain.entries.entry import EntryType
from hrjournal.errors import NotUnderstoodError, UsageError
from hrjournal.named import NamedTuple
from hrjournal.pages.entries.difference import RecordWords
from hrjournal.store import changes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.cli.context import AppContext
    from hrjournal.cli.entries.understand import Reader
    from hrjournal.domain.entries.entry import Entry, Outcome
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.domain.words.understood import Understood
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
    new: bool = False
    yes: bool = False


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
        app.print_lines(f"Changed #{changed.id}: {_words(app, journal).tell(changed, entry)}.")
        report_recomputed_wins(app, journal, (entry, changed))


def delete_entry(app: AppContext, number: str, *, for_good: bool) -> None:
    """Takes a record out, and answers."""
    with app.open_journal(write=True) as journal:
        entry = find_record(app, journal, number)
        words = _words(app, journal).tell(entry)
        if for_good:
            from hrjournal.cli.backups.forgetting import forget_record

            how = forget_record(app, journal, entry)
        else:
            how = "To bring it back: hrjournal undo"
            with journal.change("delete", app.instant) as change:
                changes.delete(change, entry.id)
        app.print_lines(f"Deleted #{entry.id}. {words}. {how}")
        report_recomputed_wins(app, journal, (entry,))


def _words(app: AppContext, journal: Journal) -> RecordWords:
    return RecordWords(
        journal.substances(), app.units(journal), app.today(journal), journal.day_start
    )


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
    substance: Substance | None = None
    if given.words or given.substance:
        substance, fields = _said_anew(app, journal, entry, given)
    substance = substance or journal.substances().get(entry.substance or "")
    if given.at is not None:
        fields["moment"] = arguments.parse_at(app, journal, given.at)
    if substance is not None:
        fields["substance"] = substance.key
    return substance, fields


def _said_anew(
    app: AppContext, journal: Journal, entry: Entry, given: EditOptions
) -> tuple[Substance | None, dict[str, Any]]:
    """What the new words say: of the same thing where they name nothing."""
    from hrjournal.cli.entries.understand import Reader

    reader = Reader(app, journal)
    if given.substance is None and (when := reader.time(given.words)):
        return None, {"moment": when}
    if entry.type is not EntryType.USE:
        raise UsageError("This record has no amount. Its other fields can be changed.")
    told = _amended(reader, journal, entry, given)
    if len(told.uses) != 1 or told.uses[0].use.amount is None:
        raise NotUnderstoodError(
            "A record holds one thing. Please write the others with: hrjournal log"
        )
    use, moment = told.uses[0]
    said = {"moment": moment, "company": told.company, "route": told.route}
    fields = {"amount": use.amount} | {name: value for name, value in said.items() if value}
    return arguments.named_substance(app, journal, use.name).substance, fields


def _amended(reader: Reader, journal: Journal, entry: Entry, given: EditOptions) -> Understood:
    substance = journal.substances()[entry.substance or ""]
    amount = entry.amount
    try:
        if given.substance is not None:
            rest = given.words or reader.amount_words(amount, substance).split()
            return reader.uses([*given.substance.split(), *rest], sure=given.yes, new=given.new)
        about = reader.subject(amount, substance)
        return reader.uses(given.words, sure=given.yes, new=given.new, about=about)
    except NotUnderstoodError as error:
        if error.word.casefold() in {*CLEARED, *FIELDS, "note"}:
            raise UsageError(f"To change that, write it with two dashes: --{error.word}") from None
        raise
