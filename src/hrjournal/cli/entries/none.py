"""Writing down a day without: for substances that are named, or for every tracked one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.cli import arguments
from hrjournal.cli.command_options import CommandOptions
from hrjournal.cli.entries.save import print_follow_up
from hrjournal.domain.entries.entry import Entry, EntryType, day_name
from hrjournal.errors import NotUnderstoodError
from hrjournal.named import NamedTuple
from hrjournal.pages.entries import confirmation
from hrjournal.sanitize import own
from hrjournal.store.queries import day_status

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hrjournal.cli.context import AppContext
    from hrjournal.domain.entries.entry import Moment
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.store import Journal


class NoneOptions(CommandOptions):
    """What stood on the command line of `none`."""

    words: tuple[str, ...] = ()
    day: str | None = None
    note: str | None = None
    replace: bool = False


class _Covered(NamedTuple):
    """What a day without is written for, and what is left as it stands."""

    chosen: list[Substance]
    used: list[Substance]  # written as used that day
    medicines: list[Substance]
    named: bool


def log_none(app: AppContext, given: NoneOptions) -> None:
    """Saves a day without, of the substances named or of every tracked one, and answers."""
    note = arguments.read_note(given.note)
    with app.open_journal(write=True) as journal:
        named, moment = _read(app, journal, given)
        day = moment.day(journal.day_start)
        covered = _covered(journal, named, day, everything=not named)
        prescribed = journal.preferences.is_prescribed
        replaced = _settle(app, covered, day, prescribed, replace=given.replace)
        entries = _save(app, journal, covered.chosen, moment=moment, note=note)
        when = confirmation.when_words(entries[0], app.today(journal), journal.day_start)
        names = [substance.name for substance in covered.chosen]
        numbers, left = [entry.id for entry in entries], bool(covered.used or covered.medicines)
        app.print_lines(confirmation.saved_none(numbers, names, when, left=left))
        if replaced:
            app.print_lines(confirmation.later_word(EntryType.NONE))
        elif not named:
            app.print_lines(*confirmation.left_alone(covered.used, covered.medicines))
        print_follow_up(app, journal, entries)


def _read(app: AppContext, journal: Journal, given: NoneOptions) -> tuple[list[Substance], Moment]:
    """The substances that are named, and the day; bare words need no vocabulary."""
    if not given.words:
        return [], arguments.parse_day(app, journal, given.day)
    from hrjournal.cli.entries.understand import Reader

    names, moment = Reader(app, journal).names(given.words)
    if moment is None or given.day is not None:
        moment = arguments.parse_day(app, journal, given.day)
    named = [arguments.named_substance(app, journal, name).substance for name in names]
    return list(dict.fromkeys(named)), moment


def _covered(
    journal: Journal, named: Sequence[Substance], day: int, *, everything: bool
) -> _Covered:
    every = [substance for substance in journal.substances().values() if not substance.hidden]
    tracked = list(named) or every
    used = [
        substance
        for substance in tracked
        if substance.id and day_status(journal, substance, day) is EntryType.USE
    ]
    if not everything:
        return _Covered(tracked, used, [], named=True)
    medicines = [
        substance
        for substance in tracked
        if substance not in used and journal.preferences.is_prescribed(substance)
    ]
    left = [*used, *medicines]
    chosen = [substance for substance in tracked if substance not in left]
    return _Covered(chosen, used, medicines, named=False)


def _settle(
    app: AppContext,
    covered: _Covered,
    day: int,
    prescribed: Callable[[Substance], bool],
    *,
    replace: bool,
) -> bool:
    """Whether use of that day is replaced; asks first, or refuses where nobody can be asked.

    Where nothing but medicines is tracked, the day says none of anything beside them.
    """
    if covered.named and covered.used:
        _insist(app, covered.used[0], day, replace=replace)
        return True
    taken = [one for one in covered.used if not prescribed(one)]
    if not covered.chosen and taken:
        name = own(taken[0].name)
        raise NotUnderstoodError(
            f"{name} is written as used on {day_name(day)}, so nothing was saved. To say none "
            f"instead, write: hrjournal none {name} --replace"
        )
    return False


def _insist(app: AppContext, substance: Substance, day: int, *, replace: bool) -> None:
    sentence = f"{own(substance.name)} is already written as used on {day_name(day)}."
    if replace:
        return
    if app.is_interactive:
        from hrjournal.cli.prompts import confirm

        app.print_lines(sentence)
        if confirm("Shall that day say none instead? Undo brings it back."):
            return
        raise NotUnderstoodError("Nothing was changed.")
    raise NotUnderstoodError(f"{sentence} Nothing was changed. To say none instead, add --replace")


def _save(
    app: AppContext,
    journal: Journal,
    chosen: Sequence[Substance],
    *,
    moment: Moment,
    note: str | None,
) -> list[Entry]:
    """One record for each substance, or one that names none, in one change."""
    entries = []
    with journal.change("none", app.instant) as change:
        covered: list[Substance | None] = [change.track(substance) for substance in chosen]
        for substance in covered or [None]:
            entry = Entry(
                type=EntryType.NONE,
                moment=moment,
                substance=substance.key if substance else None,
                note=note,
                written=app.instant,
            )
            entries.append(entry.replace(id=change.add(entry, substance)))
    return entries
