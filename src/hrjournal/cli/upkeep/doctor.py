"""Checking the journal and all around it, and putting right what is safe."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from hrjournal.cli.command_options import OutputOptions
from hrjournal.cli.upkeep.histories import history_files
from hrjournal.content.units import units
from hrjournal.domain.upkeep import CheckFinding, Checkup, Content, Mend, Mended, Trouble
from hrjournal.errors import JournalError, UsageError
from hrjournal.pages.upkeep.doctor import doctor_page
from hrjournal.store.file import translating_sqlite_errors
from hrjournal.store.peek import glance
from hrjournal.store.upkeep import mending, surroundings
from hrjournal.store.upkeep.elsewhere import carried, count_calls
from hrjournal.store.upkeep.inside import is_unfinished, lies_encrypted, look_inside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrjournal.cli.context import AppContext
    from hrjournal.store import Place

MOUNTS: Final = Path("/proc/mounts")
Inside = tuple[Content | None, tuple[CheckFinding, ...]]


class DoctorOptions(OutputOptions):
    """What stood on the command line of `doctor`."""

    fix: bool = False


def examine(app: AppContext, options: DoctorOptions) -> None:
    """Shows all that was found; with `fix`, what was put right before.

    Raises:
        JournalError: when something is left that is not as it was written, or open to others.
    """
    mended = tuple(_mend(app)) if options.fix else ()
    found = _look(app)._replace(mended=mended)
    plain = options.plain or glance(app.place).get("plain") == "on"
    app.print_page(doctor_page(found), as_json=options.as_json, plain=plain)
    if faults := len(found.faults):
        what = "1 thing needs you" if faults == 1 else f"{faults} things need you"
        raise JournalError(f"{what}, as said above. Your records were left as they are.")


def _look(app: AppContext) -> Checkup:
    from hrjournal.cli.prompts import walk

    content, inside = _inside(app.place)
    findings = [*inside, *surroundings.look_around(app.place, app.instant, walk("Copies"))]
    files = surroundings.file_status(app.place)
    if files[0].there:
        findings += carried(app.place, MOUNTS)
        findings += [] if lies_encrypted(app.place) else [CheckFinding(Trouble.READABLE)]
    if lines := count_calls(history_files()):
        findings.append(CheckFinding(Trouble.HISTORY, number=lines))
    return Checkup(files, content, tuple(findings))


def _inside(place: Place) -> Inside:
    """What the journal says of itself, where it can be opened without changing it."""
    if is_unfinished(place):
        return None, (CheckFinding(Trouble.UNFINISHED),)
    if _is_nothing(place):
        return None, (CheckFinding(Trouble.GONE),) if surroundings.was_there(place) else ()
    content, findings = look_inside(place)
    odd = CheckFinding(Trouble.UNREAD, "country")
    if content is None or odd in findings or _is_known(glance(place).get("country")):
        return content, findings
    return content, (*findings, odd)


def _is_known(country: str | None) -> bool:
    """Whether amounts can be said in the drinks of the country that was chosen, if any was."""
    try:
        return country is None or bool(units(country))
    except UsageError:
        return False


def _is_nothing(place: Place) -> bool:
    """Whether no journal is there, or an empty file in its place."""
    try:
        return not place.path.is_symlink() and (
            not place.path.exists() or (place.path.is_file() and not place.path.stat().st_size)
        )
    except OSError:  # a folder that may not be looked into; looking inside says so
        return False


def _mend(app: AppContext) -> Iterator[Mended]:
    yield from mending.mend_around(app.place, app.instant)
    if is_unfinished(app.place):
        yield from _taken_back(app)
    content, findings = _inside(app.place)
    if content is None or not any(one.is_fault for one in findings):
        return
    try:
        with app.open_journal(write=True, mending=True) as journal:
            yield from mending.mend_inside(journal, findings, app.backup_suffix, app.instant)
    except JournalError:  # what is found then says why
        return


def _taken_back(app: AppContext) -> Iterator[Mended]:
    """Opening the journal takes back what was not written to its end."""
    try:
        with app.open_journal(write=True, mending=True) as journal, translating_sqlite_errors():
            journal.setting("country")
    except JournalError:
        return
    yield Mended(Mend.TAKEN_BACK)
