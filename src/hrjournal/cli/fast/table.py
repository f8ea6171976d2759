"""How the lines of the commands that start light are read: what each takes, and who does it.

A command that is named here starts without Typer when its line is plain. It stays a command of
`table.py` too, which has its help, its mistakes and its questions; a test holds the two together.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Reader = Callable[[str], Any]  # gives None for a text that it is not sure of

NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})
FORMS: Final = MappingProxyType({"--json": "as_json", "--plain": "plain"})


class Shown(NamedTuple):
    """What every command that shows a page can be asked: its form, a screen's by default."""

    as_json: bool = False
    plain: bool = False


class Line(NamedTuple):
    """What may stand behind a command. Options name the fields of `asked` that they fill."""

    does: str  # module:function, called with the session and what was asked
    asked: str = ""  # the class of what is asked, by its name in that module; else Shown
    words: str = ""  # the field for words that are no options; "" where there are none
    needed: bool = False  # whether there is a word at least
    flags: Mapping[str, str] = FORMS
    one: Mapping[str, tuple[str, Reader]] = NOTHING  # options with one value: the last one counts
    several: Mapping[str, str] = NOTHING  # options that can be given more than once


def whole(low: int, high: int) -> Reader:
    """Reads a whole number from low to high, in plain digits."""

    def read(text: str) -> int | None:
        plain = text.isascii() and text.isdigit() and len(text) <= 9
        return int(text) if plain and low <= int(text) <= high else None

    return read


def one_of(*words: str) -> Reader:
    """Reads one of these words."""
    return lambda text: text if text in words else None


def a_file(text: str) -> object:
    """Reads a place for a file."""
    from pathlib import Path

    return Path(text)


LINES: Final = MappingProxyType(
    {
        "today": Line("hrjournal.cli.days.views:today"),
        "sos": Line(
            "hrjournal.cli.safety.sos:sos", "SosAsked", flags={"--sources": "sources", **FORMS}
        ),
        "log": Line(
            "hrjournal.cli.entries.log_use:log",
            "Said",
            words="words",
            needed=True,
            flags={"--planned": "planned", "--new": "new"},
            one={
                "--at": ("at", str),
                "--mood": ("mood", whole(0, 10)),
                "--urge": ("urge", whole(0, 10)),
                "--route": ("route", str),
                "--with": ("with_", str),
                "--spend": ("spend", str),
                "--note": ("note", str),
            },
            several={"--trigger": "trigger", "--step": "step", "--coping": "coping"},
        ),
        "days": Line(
            "hrjournal.cli.days.views:days",
            "DaysAsked",
            one={"--days": ("last_days", whole(1, 40_000)), "--on": ("on", str)},
        ),
        "trends": Line(
            "hrjournal.cli.trends.views:trends",
            "TrendsAsked",
            words="substances",
            one={
                "--weeks": ("weeks", whole(1, 5200)),
                "--months": ("months", whole(1, 1200)),
                "--from": ("first", str),
                "--to": ("last", str),
                "--by": ("by", one_of("day", "week", "month")),
            },
        ),
        "summary": Line(
            "hrjournal.cli.summary.run:summary",
            "Asked",
            flags={"--force": "force", "--preview": "preview", **FORMS},
            one={
                "--since": ("since", str),
                "--until": ("until", str),
                "--days": ("days", whole(1, 40_000)),
                "--as": ("form", one_of("html", "pdf", "md", "txt", "json", "csv")),
                "--paper": ("paper", one_of("a4", "letter")),
                "--out": ("out", a_file),
                "--title": ("title", str),
                "--with": ("with_", str),
            },
            several={"--include": "include", "--exclude": "exclude", "--without": "without"},
        ),
        "calendar": Line(
            "hrjournal.cli.trends.views:calendar",
            "CalendarAsked",
            words="substances",
            one={
                "--months": ("months", whole(1, 1200)),
                "--from": ("first", str),
                "--to": ("last", str),
            },
        ),
        "wins": Line(
            "hrjournal.cli.trends.views:wins",
            "WinsAsked",
            flags={"--week": "week", "--month": "month", "--all": "everything", **FORMS},
            one={"--why": ("why", whole(0, 10**9))},
        ),
    }
)
