"""Copies of the journal as a list, and what is asked and answered when one is put back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from hrjournal.blocks import Block, Column, Page, Table, Text
from hrjournal.domain.copies import BEFORE_RESTORE
from hrjournal.domain.entries.entry import day_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hrjournal.domain.entries.entry import Moment
    from hrjournal.domain.file import Contents, CopyStatus

    Walls = Callable[[int], Moment]  # an instant as the clock on the wall shows it

CLOSED = (
    "There is no copy here that can be opened. One that lies elsewhere may be whole. To look at "
    "it: hrjournal --db FILE doctor."
)


def best(copies: Sequence[CopyStatus]) -> int | None:
    """The number of the newest sound copy, or of the newest that can be opened at all."""
    opens = [one for one in copies if one.contents is not None]
    return next((one.number for one in opens if one.sound), opens[0].number if opens else None)


def list_page(copies: Sequence[CopyStatus], walls: Walls, *, hint: bool = True) -> Page:
    """Every copy, the newest first, and what can be done with one."""
    columns = (
        Column("Copy", right=True),
        Column("Made"),
        Column("Records", right=True),
        Column("Last day"),
        Column("State"),
    )
    rows = tuple(
        (
            str(one.number),
            _when(one, walls).partition(" ")[2].replace(" at", ","),
            *_held(one.contents),
            _state(one),
        )
        for one in copies
    )
    blocks: tuple[Block, ...] = (
        (Table(columns, rows), *([Text(_hint(copies))] if hint else []))
        if copies
        else (Text("There are no copies yet. To make one: hrjournal backup"),)
    )
    return Page("Copies", blocks, {"copies": [_data(one, walls) for one in copies]})


def _hint(copies: Sequence[CopyStatus]) -> str:
    number = best(copies)
    return CLOSED if number is None else f"To go back to one: hrjournal restore {number}"


def made_page(copy: CopyStatus, place: str, walls: Walls) -> Page:
    """A copy that was made, as data."""
    return Page("Copy", (), _data(copy, walls) | {"path": place})


def made_lines(copy: CopyStatus, place: str) -> Iterator[str]:
    """That a copy was made, what is in it, and where it is."""
    yield f"Copied: {contents_words(copy.contents)}."
    yield f"The copy is number {copy.number} of hrjournal backup --list, at {place}"
    if not copy.sound:
        yield (
            "Something in your journal is not as it was written, and so it is in the copy. "
            "To see what: hrjournal doctor"
        )


def going_lines(
    copy: CopyStatus, there: Contents | None, walls: Walls, *, missing: bool
) -> Sequence[str]:
    """What is there now, and what would be."""
    now = (
        "it is not there"
        if missing
        else "it cannot be opened"
        if there is None
        else contents_words(there)
    )
    lines = [f"Your journal now: {now}.", f"{copy_words(copy, walls)}."]
    if not copy.sound:
        lines.append("Something in this copy is not as it was written.")
    return lines if missing else [*lines, "What is there now is kept as a copy."]


def copy_words(copy: CopyStatus, walls: Walls) -> str:
    """Which copy it is, and what is in it."""
    return f"Copy {copy.number}, made {_when(copy, walls)}: {contents_words(copy.contents)}"


def restored_lines(copy: int, there: Contents | None, kept: int | None) -> Iterator[str]:
    """What is there now, and where the former journal is."""
    yield f"Your journal is as it was in copy {copy}: {contents_words(there)}."
    if kept is not None:
        yield f"What was there before is kept as copy {kept}: hrjournal backup --list"


def contents_words(contents: Contents | None) -> str:
    """How many records, and the last day."""
    if contents is None:
        return "it cannot be opened"
    if contents.last_day is None:
        return "no records"
    many = "1 record" if contents.records == 1 else f"{contents.records:,} records"
    return f"{many}, the latest from {day_name(contents.last_day)}"


def _when(one: CopyStatus, walls: Walls) -> str:
    moment = walls(one.made)
    time = datetime.fromtimestamp(moment.local, UTC)
    return f"{day_name(time.toordinal())} at {time:%H:%M}"


def _held(contents: Contents | None) -> tuple[str, str]:
    if contents is None:
        return "", ""
    last = contents.last_day
    return f"{contents.records:,}", "" if last is None else day_name(last)


def _state(one: CopyStatus) -> str:
    opened = "sound" if one.sound else "not sound"
    state = "cannot be opened" if one.contents is None else opened
    return f"{state}, before a restore" if one.label == BEFORE_RESTORE else state


def _data(one: CopyStatus, walls: Walls) -> dict[str, Any]:
    held = one.contents
    last = held.last_day if held else None
    zone = timezone(timedelta(seconds=walls(one.made).offset))
    return {
        "number": one.number,
        "name": one.name,
        "made": datetime.fromtimestamp(one.made, zone).isoformat(),
        "records": held.records if held else None,
        "last_day": None if last is None else str(date.fromordinal(last)),
        "opens": held is not None,
        "sound": one.sound,
        "before_restore": one.label == BEFORE_RESTORE,
    }
