"""Makes the table of what may be completed: commands, options, and the words of the program."""

from __future__ import annotations

import json
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from typer.main import get_command

from hrjournal.cli.app import app
from hrjournal.cli.groups import in_a_line, itself
from hrjournal.cli.program import TABLE
from hrjournal.content.notices import copings, steps, triggers
from hrjournal.content.screens import screens
from hrjournal.content.units import catalogue, countries
from hrjournal.domain.entries.entry import Outcome
from hrjournal.domain.settings import LEVELS, NOTICES, OWN_NAMES, PARTS, PAUSES, SETTINGS, WEEKDAYS
from hrjournal.domain.substances.substance import OTHER
from hrjournal.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

SWITCHES: Final = ("on", "off", "yes", "no", "none", "nothing", "country")
TRIED: Final = (*SWITCHES, *WEEKDAYS, *PARTS, *PAUSES, *NOTICES, *LEVELS)
BY_OPTION: Final = {
    "--trigger": "trigger",
    "--coping": "coping",
    "--step": "step",
    "--substance": "substance",
    "--without": "substance",
    "--about": "substance",
    "--country": "country",
    "--outcome": "outcome",
    "--gave": "gave",
    "--after": "after",
}
BY_ARGUMENT: Final = {
    "config": ("setting", "value"),
    "coping": ("coping",),
    "step": ("step",),
    "notices": ("switch", "notice"),
    "pause": ("pause",),
    "reflect screen": ("screen",),
}


def completion_files() -> dict[str, str]:
    """The table as a file."""
    return {TABLE: json.dumps(completion_table(), ensure_ascii=False, separators=(",", ":"))}


@cache
def completion_table() -> Mapping[str, Any]:
    """What each command takes, by its path; the commands within it; and the words by kind."""
    commands = dict(_commands(get_command(app), ""))
    values = dict(_values())
    specs = {path: _spec(command, path, values) for path, command in commands.items()}
    inner: dict[str, dict[str, str]] = {}
    for path, command in commands.items():
        above, _, name = path.rpartition(" ")
        if name:
            inner.setdefault(above, {})[name] = in_a_line(command)
    return {"commands": specs, "inner": inner, "values": values}


def _commands(command: Any, path: str) -> Iterator[tuple[str, Any]]:
    yield path, command
    names = command.list_commands(None) if hasattr(command, "list_commands") else []
    for name in names:
        yield from _commands(command.get_command(None, name), f"{path} {name}".strip())


def _spec(command: Any, path: str, values: dict[str, Sequence[str]]) -> dict[str, Any]:
    params = [param for param in itself(command).params if not param.hidden]
    words = [param for param in params if param.param_type_name == "argument"]
    options: dict[str, Any] = {"--help": {"about": "How it works, with examples."}}
    for param in params:
        if param.param_type_name == "option":
            kind = "" if param.is_flag else _kind(param, f"{path} {param.name}", values)
            for name in (*param.opts, *param.secondary_opts):
                options[name] = {"about": param.help, "value": kind}
    slots = BY_ARGUMENT.get(path) or [_kind(one, f"{path} {one.name}", values) for one in words]
    several = bool(words) and words[-1].nargs == -1 and "AMOUNT" not in (words[-1].metavar or "")
    return {"options": options, "words": slots, "several": several}


def _kind(param: Any, own: str, values: dict[str, Sequence[str]]) -> str:
    """The kind of its words; choices of its own are a kind of their own."""
    if choices := getattr(param.type, "choices", ()):
        values[own] = tuple(map(str, choices))
        return own
    metavar = param.metavar or ""
    if "FILE" in metavar:
        return "file"
    if "SUBSTANCE" in metavar:
        return "substance"
    return BY_OPTION.get(param.opts[0], "other")


def _values() -> Iterator[tuple[str, Sequence[str]]]:
    """The words of every kind that the program knows."""
    kinds = catalogue().kinds.values()
    yield "substance", sorted(kind.name.casefold() for kind in kinds if kind.id != OTHER.id)
    yield "alias", [alias for kind in kinds for alias in kind.aliases]
    yield "trigger", [trigger.id for trigger in triggers()]
    yield "coping", [coping.id for coping in copings()]
    yield "step", [step.id for step in steps()]
    yield "outcome", tuple(Outcome)
    yield "country", sorted(countries())
    yield "screen", list(screens())
    yield "switch", ("on", "off")
    yield "notice", tuple(NOTICES)
    yield "pause", PAUSES
    yield "setting", tuple(SETTINGS)
    for name, spec in SETTINGS.items():
        if name not in OWN_NAMES:
            taken = [word for word in TRIED if _reads(spec.read, word)]
            yield f"setting {name}", sorted(countries()) if name == "country" else taken


def _reads(read: Any, word: str) -> bool:
    with suppress(UsageError):
        return bool(read(word))
    return False
