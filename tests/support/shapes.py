"""Journals of every shape, as a person could have written them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.domain.entries.entry import Entry, EntryType, Moment
from hrjournal.domain.substances.amount import Amount, unknown
from hrjournal.domain.substances.substance import OTHER, Substance
from support.marked import DAY, NOW, session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from hrjournal.domain.substances.substance import Kind

Rows = "Iterator[tuple[Entry, str]]"
TEN_YEARS: Final = 3653


def write(place: Path, shape: str, never: str = "") -> None:
    """Writes a journal of this shape, without a substance; an empty one is not even a file."""
    rows = [row for row in SHAPES[shape]() if not never or row[1] != never]
    if not rows:
        return
    now = session(place)
    with now.open_journal(write=True) as journal, journal.change("log", now.instant) as change:
        tracked: dict[str, Substance] = {}
        for entry, name in rows:
            kind: Kind = now.catalogue.find(name) or OTHER
            unit = entry.amount.unit if entry.amount else "times"
            if name and name not in tracked:
                tracked[name] = change.track(Substance(name, name.capitalize(), kind, unit))
            change.add(entry, tracked.get(name))


def write_weeks(run: Callable[..., object], home: Path) -> None:
    """Three weeks of November by commands: use on every second day, none on the others."""
    _once("weeks", home, lambda: _write_weeks(run))


def write_month(run: Callable[..., object], home: Path) -> None:
    """Four weeks of heavy days and of heroin, by commands."""
    _once("month", home, lambda: _write_month(run))


WRITTEN: Final[dict[str, bytes]] = {}


def _once(name: str, home: Path, write: Callable[[], None]) -> None:
    """What commands wrote into a new home, written once and copied from then on."""
    file = home / "journal.db"
    if name not in WRITTEN:
        write()
        WRITTEN[name] = file.read_bytes()
    home.mkdir(mode=0o700, exist_ok=True)
    file.write_bytes(WRITTEN[name])
    file.chmod(0o600)


def _write_weeks(run: Callable[..., object]) -> None:
    for day in range(1, 23):
        at = f"2026-11-{day:02} 21:00"
        if day % 2:
            run("log", "alcohol", "2", "--trigger", "stress", at=at)
        else:
            run("none", "alcohol", at=at)
    run("session", "talk", "My", "sleep")


def _write_month(run: Callable[..., object]) -> None:
    for day in range(1, 29):
        run("log", "alcohol", "5", "--at", f"-{day}d")
        run("log", "heroin", "2", "bags", "--at", f"-{day}d")


def _at(back: int, hour: int = 19) -> Moment:
    return Moment(NOW - NOW % DAY - back * DAY + hour * 3600, 0, "UTC")


def _use(back: int, name: str, count: int | None = 1, unit: str = "g_alc") -> tuple[Entry, str]:
    each = 14_000 if unit == "g_alc" else 1000
    amount = unknown(unit, "?") if count is None else Amount(count * each, count * each, unit)
    moment = _at(back)
    use = Entry(
        type=EntryType.USE, moment=moment, substance=name, amount=amount, written=moment.instant
    )
    return use, name


def _none(back: int, name: str) -> tuple[Entry, str]:
    return Entry(type=EntryType.NONE, moment=_at(back), substance=name, written=NOW), name


def _checkin(back: int) -> tuple[Entry, str]:
    moment = _at(back, 9)
    told = Entry(type=EntryType.CHECKIN, moment=moment, mood=6, sleep=420, written=moment.instant)
    return told, ""


def _some(days: int, name: str, unit: str = "g_alc") -> Iterator[tuple[Entry, str]]:
    for back in range(days, 0, -1):
        yield _use(back, name, 1 + back % 4, unit) if back % 3 else _none(back, name)


def _twenty() -> Iterator[tuple[Entry, str]]:
    for number in range(20):
        yield from _some(30, f"thing {chr(97 + number)}", "line")


def _three() -> Iterator[tuple[Entry, str]]:
    yield from _some(150, "alcohol")
    yield from _some(130, "cannabis", "joint")
    yield from _some(120, "tobacco", "cigarette")
    yield from map(_checkin, range(90, 0, -2))


def _two_units() -> Iterator[tuple[Entry, str]]:
    for back in range(40, 0, -1):
        yield _use(back, "cocaine", 2, "line" if back % 2 else "bag")


SHAPES: Final[dict[str, Callable[[], Iterator[tuple[Entry, str]]]]] = {
    "empty": lambda: iter(()),
    "one day": lambda: iter([_use(0, "alcohol", 2)]),
    "one substance": lambda: _some(120, "alcohol"),
    "three substances": _three,
    "twenty substances": _twenty,
    "ten years": lambda: _some(TEN_YEARS, "alcohol"),
    "check-ins alone": lambda: map(_checkin, range(30, 0, -1)),
    "none alone": lambda: (_none(back, "alcohol") for back in range(30, 0, -1)),
    "amounts unknown": lambda: (_use(back, "alcohol", None) for back in range(30, 0, -1)),
    "a medicine": lambda: (_use(back, "methadone", 40, "mg") for back in range(60, 0, -1)),
    "two units": _two_units,
    "long ago": lambda: iter([_use(400, "alcohol", 2)]),
}
