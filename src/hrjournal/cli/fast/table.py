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
OUTPUT_FLAGS: Final = MappingProxyType({"--json": "as_json", "--plain": "plain"})


class OutputOptions(NamedTuple):
    """What every command that shows a page can be asked: its form, a screen's by default."""

    as_json: bool = False
    plain: bool = False


class CommandSpec(NamedTuple):
    """What may stand behind a command. Options name the fields of `asked` that they fill."""

    handler: str  # module:function, called with the session and what was asked
    options_class: str = ""  # the class of what is asked, by its name in that module; else Shown
    positional: str = ""  # the field for words that are no options; "" where there are none
    required: bool = False  # whether there is a word at least
    flags: Mapping[str, str] = OUTPUT_FLAGS
    options: Mapping[str, tuple[str, Reader]] = (
        NOTHING  # options with one value: the last one counts
    )
    repeatable: Mapping[str, str] = NOTHING  # options that can be given more than once


def int_between(low: int, high: int) -> Reader:
    """Reads a whole number from low to high, in plain digits."""

    def read(text: str) -> int | None:
        plain = text.isascii() and text.isdigit() and len(text) <= 9
        return int(text) if plain and low <= int(text) <= high else None

    return read


def choice(*words: str) -> Reader:
    """Reads one of these words."""
    return lambda text: text if text in words else None


def path(text: str) -> object:
    """Reads a place for a file."""
    from pathlib import Path

    return Path(text)


FAST_COMMANDS: Final = MappingProxyType(
    {
        "today": CommandSpec("hrjournal.cli.days.views:today"),
        "sos": CommandSpec(
            "hrjournal.cli.safety.sos:sos",
            "SosOptions",
            flags={"--sources": "sources", **OUTPUT_FLAGS},
        ),
        "log": CommandSpec(
            "hrjournal.cli.entries.log_use:log",
            "LogOptions",
            positional="words",
            required=True,
            flags={"--planned": "planned", "--new": "new"},
            options={
                "--at": ("at", str),
                "--mood": ("mood", int_between(0, 10)),
                "--urge": ("urge", int_between(0, 10)),
                "--route": ("route", str),
                "--with": ("with_", str),
                "--spend": ("spend", str),
                "--note": ("note", str),
            },
            repeatable={"--trigger": "trigger", "--step": "step", "--coping": "coping"},
        ),
        "days": CommandSpec(
            "hrjournal.cli.days.views:days",
            "DaysOptions",
            options={"--days": ("last_days", int_between(1, 40_000)), "--on": ("on", str)},
        ),
        "trends": CommandSpec(
            "hrjournal.cli.trends.views:trends",
            "TrendsOptions",
            positional="substances",
            options={
                "--weeks": ("weeks", int_between(1, 5200)),
                "--months": ("months", int_between(1, 1200)),
                "--from": ("first", str),
                "--to": ("last", str),
                "--by": ("by", choice("day", "week", "month")),
            },
        ),
        "summary": CommandSpec(
            "hrjournal.cli.summary.run:summary",
            "SummaryCommandOptions",
            flags={"--force": "force", "--preview": "preview", **OUTPUT_FLAGS},
            options={
                "--since": ("since", str),
                "--until": ("until", str),
                "--days": ("days", int_between(1, 40_000)),
                "--as": ("form", choice("html", "pdf", "md", "txt", "json", "csv")),
                "--paper": ("paper", choice("a4", "letter")),
                "--out": ("out", path),
                "--title": ("title", str),
                "--with": ("with_", str),
            },
            repeatable={"--include": "include", "--exclude": "exclude", "--without": "without"},
        ),
        "calendar": CommandSpec(
            "hrjournal.cli.trends.views:calendar",
            "CalendarOptions",
            positional="substances",
            options={
                "--months": ("months", int_between(1, 1200)),
                "--from": ("first", str),
                "--to": ("last", str),
            },
        ),
        "wins": CommandSpec(
            "hrjournal.cli.trends.views:wins",
            "WinsOptions",
            flags={"--week": "week", "--month": "month", "--all": "everything", **OUTPUT_FLAGS},
            options={"--why": ("why", int_between(0, 10**9))},
        ),
    }
)
