"""Changing what was written: edit, delete, undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from hrjournal.cli import arguments
from hrjournal.cli.context import app_context
from hrjournal.cli.options import At, Mood, Note, Number, Scale, Several
from hrjournal.domain.entries.entry import EntryType, Outcome
from hrjournal.errors import NotFoundError, UsageError
from hrjournal.pages.entries import confirmation
from hrjournal.store import changes, queries

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hrjournal.cli.context import AppContext
    from hrjournal.domain.entries.entry import Entry
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.store import Journal


def edit(
    ctx: typer.Context,
    number: Number,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[AMOUNT]", help="A new amount, such as 3.")
    ] = None,
    at: At = None,
    substance: Annotated[str | None, typer.Option(help="Another substance.")] = None,
    mood: Mood = None,
    urge: Annotated[int | None, Scale] = None,
    after: Annotated[int | None, Scale] = None,
    anxiety: Annotated[int | None, Scale] = None,
    pain: Annotated[int | None, Scale] = None,
    sleep: Annotated[str | None, typer.Option(metavar="HOURS")] = None,
    minutes: Annotated[int | None, typer.Option(min=0)] = None,
    outcome: Annotated[Outcome | None, typer.Option(case_sensitive=False)] = None,
    trigger: Annotated[list[str] | None, Several] = None,
    step: Annotated[list[str] | None, Several] = None,
    coping: Annotated[list[str] | None, Several] = None,
    route: Annotated[str | None, typer.Option(metavar="WORD")] = None,
    with_: Annotated[str | None, typer.Option("--with", metavar="alone|WORD")] = None,
    spend: Annotated[str | None, typer.Option(metavar="MONEY")] = None,
    note: Note = None,
    clear: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Empties a field, such as note.")
    ] = None,
) -> None:
    """Change a record: what you name is new, the rest stays."""
    app = app_context(ctx)
    given: dict[str, Any] = {
        "mood": mood,
        "urge": urge,
        "urge_after": after,
        "anxiety": anxiety,
        "pain": pain,
        "sleep": arguments.parse_sleep(sleep),
        "minutes": minutes,
        "outcome": outcome,
        "triggers": arguments.parse_words(trigger, "trigger") or None,
        "steps": arguments.parse_words(step, "step") or None,
        "copings": arguments.parse_words(coping, "coping") or None,
        "route": arguments.parse_word(route, "route").casefold() if route else None,
        "company": arguments.parse_word(with_, "word for company") if with_ else None,
        "spend": arguments.parse_money(spend),
        "note": arguments.read_note(note),
    }
    fields = {name: value for name, value in given.items() if value is not None}
    fields |= {_field(name): _empty_value(_field(name)) for name in clear or ()}
    if not (fields or words or substance) and at is None:
        raise UsageError("Say what is new, such as: hrjournal edit 12 3, or --at, --note, --mood.")
    _edit(app, number, words or [], at, substance, fields)


def _edit(
    app: AppContext,
    number: int,
    words: Sequence[str],
    at: str | None,
    other: str | None,
    fields: dict[str, Any],
) -> None:
    with app.open_journal(write=True) as journal:
        entry = _entry(journal, number)
        units = app.units(journal)
        named = arguments.resolve_substance(app, journal, other) if other else None
        tracked = journal.substances()
        one = named.substance if named else tracked.get(entry.substance or "")
        if at is not None:
            fields["moment"] = arguments.parse_at(app, journal, at)
        words = words or _reparse_amount(entry, tracked, named)
        if words:
            if entry.type is not EntryType.USE or one is None:
                raise UsageError("This record has no amount. Its other fields can be changed.")
            word = named.word if named else one.name
            fields["amount"] = units.read(words, one.kind, word, arguments.default_unit(one))
        if one is not None:
            fields["substance"] = one.key
        changed = entry.replace(**fields)
        with journal.change("edit", app.instant) as change:
            rested = changes.replace(change, changed, change.track(one) if one else None)
        today = app.today(journal)
        line = confirmation.saved(changed, journal.substances(), units, today, journal.day_start)
        app.print_lines(line.replace("Saved", "Changed", 1))
        _report_recomputed_wins(app, journal, rested, (entry, changed))


def _reparse_amount(
    entry: Entry, tracked: Mapping[str, Substance], named: arguments.SubstanceMatch | None
) -> Sequence[str]:
    """The amount as typed, where it is to be read for another kind of substance."""
    before = tracked.get(entry.substance or "")
    if entry.amount is None or named is None or before is None:
        return ()
    same = named.substance.kind.id == before.kind.id
    return () if same else entry.amount.typed.split() or ("?",)


def delete(
    ctx: typer.Context,
    number: Number,
    for_good: Annotated[
        bool, typer.Option("--for-good", help="Keeps no memory of it; undo cannot bring it back.")
    ] = False,
) -> None:
    """Take a record out. Undo brings it back."""
    app = app_context(ctx)
    with app.open_journal(write=True) as journal:
        entry = _entry(journal, number)
        words = _line(app, journal, entry)
        with journal.change("delete", app.instant) as change:
            rested = changes.delete(change, number, for_good=for_good)
        how = (
            "It cannot be brought back; an earlier copy may hold it, see: hrjournal where"
            if for_good
            else "To bring it back: hrjournal undo"
        )
        app.print_lines(f"Deleted #{number}. {words}. {how}")
        _report_recomputed_wins(app, journal, rested, (entry,))


def undo(ctx: typer.Context) -> None:
    """Take back the last change, whatever it was. Again takes back the one before."""
    app = app_context(ctx)
    with app.open_journal(write=True) as journal:
        before = journal.substances()
        undone = changes.undo(journal, app.instant)
        journal.forget_preferences()
        if undone is None:
            app.print_lines("There is nothing to take back.")
            return
        app.print_lines(f"Taken back: {TAKEN_BACK.get(undone.verb, f'the last {undone.verb}')}.")
        names = before | journal.substances()
        for sign, entries in (("Gone", undone.gone), ("Back", undone.back)):
            app.print_lines(
                *(f"{sign}: #{one.id} {_line(app, journal, one, names)}" for one in entries[:5])
            )
            if len(entries) > 5:
                app.print_lines(f"{sign}: and {len(entries) - 5} more records.")
        _report_recomputed_wins(app, journal, undone.wins, (*undone.gone, *undone.back))


def _entry(journal: Journal, number: int) -> Entry:
    found = queries.entry(journal, number)
    if found is None:
        raise NotFoundError(f"There is no record #{number}. To see numbers: hrjournal days")
    return found


def _line(app: AppContext, journal: Journal, entry: Entry, names: Any = None) -> str:
    today = app.today(journal)
    what = confirmation.what_words(entry, names or journal.substances(), app.units(journal))
    return f"{what}, {confirmation.when_words(entry, today, journal.day_start)}"


def _report_recomputed_wins(
    app: AppContext, journal: Journal, rested: int, changed: Iterable[Entry]
) -> None:
    """Small wins rest on days; when the person changes a day, they are worked out again.

    While numbers rest, nothing is said of it.
    """
    if not rested:
        return
    from hrjournal.cli.entries.follow_up import update_win_ledger

    days = {one.moment.day(journal.day_start) for one in changed}
    new = update_win_ledger(app, journal)
    stand = sum(any(win.since <= day <= win.day for day in days) for win in new)
    if stand != rested and journal.preferences.value("pause") == "off":
        app.print_lines(
            "The small wins that rest on this day were worked out again: "
            f"{rested} before, {stand} now."
        )


TAKEN_BACK = {  # changes whose own name says too little
    "answer": "your last answer",
    "appointment": "the last change of your sessions",
    "balance": "your last look at two sides",
    "config": "the last change of what you chose",
    "contact": "the last change of your contacts",
    "coping": "the last change of your own words for coping",
    "letter": "your last letter",
    "naloxone": "the last change about your naloxone",
    "reason": "your last reason",
    "root": "the last change of what may lie underneath",
    "ruler": "your last ruler",
    "screen": "the last screen that you kept",
    "start": "the last change of a start",
    "talk": "the last change of what to talk about",
    "value": "your last list of what matters",
}
FIELDS = {
    "after": "urge_after",
    "trigger": "triggers",
    "step": "steps",
    "coping": "copings",
    "with": "company",
}
CLEARED = (
    *("mood", "urge", "urge_after", "anxiety", "pain", "sleep", "minutes", "outcome"),
    *("triggers", "steps", "copings", "route", "company", "spend", "note"),
)


def _field(name: str) -> str:
    field = FIELDS.get(name.strip().casefold(), name.strip().casefold())
    if field not in CLEARED:
        raise UsageError(f"What can be emptied: {', '.join(CLEARED)}.")
    return field


def _empty_value(field: str) -> object:
    return () if field in {"triggers", "steps", "copings"} else None
