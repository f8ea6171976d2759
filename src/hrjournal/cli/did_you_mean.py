"""What a line that was not understood may have meant, in a sentence."""

from __future__ import annotations

import shlex
import sys
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

from hrjournal.sanitize import own, quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hrjournal.cli.context import AppContext
    from hrjournal.domain.substances.substance import Catalogue

SAID_FOR: Final = {  # what people may call a command
    "log": "add drank had took used smoked snorted vaped write record new",
    "none": "sober nothing zero no",
    "checkin": "mood feel feeling felt",
    "checkin --sleep": "sleep slept",
    "urge": "craving cravings crave",
    "days": "list ls history entries",
    "show": "view see",
    "search": "find grep",
    "edit": "change fix update correct",
    "delete": "remove rm del erase",
    "undo": "revert",
    "trends": "stats statistics graph chart",
    "patterns": "pattern correlations correlation correlate insights insight",
    "wins": "streak streaks progress",
    "sos": "emergency 911 999 112",
    "safety overdose": "overdose od",
    "safety mixing": "mix mixing",
    "safety naloxone": "naloxone narcan",
    "reflect": "questions",
    "reflect screen": "screen test",
    "reflect roots": "roots",
    "resources": "hotline helpline lines",
    "contact": "contacts people",
    "summary": "report pdf",
    "session": "appointment sessions",
    "session talk": "talk",
    "session agreed": "agreed agree agreement homework",
    "goal add": "target limit aim",
    "goal list": "goals targets limits",
    "config": "settings set options",
    "config start": "start baseline",
    "remind": "reminder reminders",
    "doctor": "check verify where path file health",
    "privacy": "private secure",
    "wipe": "purge destroy",
    "demo": "sample example",
}
ALIKE: Final = (  # options that people may take for each other
    ("--at", "--day", "--on", "--date", "--when", "--time"),
    ("--spend", "--cost", "--price", "--money"),
    ("--note", "--comment", "--text", "--message"),
    ("--with", "--who", "--company"),
    ("--mood", "--feeling"),
    ("--as", "--format"),
    ("--out", "--output", "--file"),
)
WITHIN: Final = {  # and one within a group
    "hrjournal goal": {
        **dict.fromkeys(("remove", "delete", "stop", "finish", "done"), "end"),
        **dict.fromkeys(("edit", "set", "update"), "change"),
        **dict.fromkeys(("new", "write"), "add"),
        **dict.fromkeys(("score", "rating"), "rate"),
        **dict.fromkeys(("show", "all"), "list"),
    },
}
LARGEST: Final = 10**6  # of what is worth saying as a limit
DAYS: Final = ("--yesterday", "--today", "--tonight")


def unknown_command(app: AppContext, words: Sequence[str], known: Iterable[str]) -> str:
    """What to say when the first of these words is no command of the program."""
    first, *rest = words
    meant = {word: command for command, said in SAID_FOR.items() for word in said.split()}
    if command := meant.get(first.lower()):
        return _no_command(first, f"hrjournal {command}", rest)
    if _names_substance(app.catalogue, words):
        return _no_command(first, "hrjournal log", words)
    return unknown_inner("hrjournal", words, known)


def unknown_inner(path: str, words: Sequence[str], known: Iterable[str]) -> str:
    """What to say when the first of these words is no command of a group."""
    first, *rest = words
    path = " ".join(path.split())
    if meant := WITHIN.get(path, {}).get(first.lower()):
        return _no_command(first, f"{path} {meant}", rest)
    if near := get_close_matches(first.lower(), known, n=1):
        return _no_command(first, f"{path} {near[0]}", rest)
    if path == "hrjournal goal":  # the words of one
        return _no_command(first, f"{path} add", words)
    return f"There is no command {quote(first)}. To see all: {path} --help"


def _no_command(typed: str, command: str, rest: Sequence[str]) -> str:
    line = f"{command} {own(shlex.join(rest))}" if rest else command
    return f"There is no command {quote(typed)}. Did you mean: {line}"


def _names_substance(catalogue: Catalogue, words: Sequence[str]) -> bool:
    """Whether these words begin with a substance, or with how much of one."""
    if words[0][:1] in "0123456789~?." and len(words) > 1:
        return _names_substance(catalogue, words[1:])
    return any(catalogue.find(" ".join(words[:count])) for count in (1, 2))


def usage_sentence(error: Any) -> str:
    """What to say when the command-line library refuses a line."""
    path = " ".join(error.ctx.command_path.split()) if getattr(error, "ctx", None) else "hrjournal"
    words = " ".join(str(error.format_message()).split())
    if typed := getattr(error, "option_name", None) if hasattr(error, "possibilities") else None:
        known = [name for param in error.ctx.command.params for name in param.opts]
        if typed[1:2].isdigit():
            return "An amount is more than 0."
        words = f"There is no option {typed} here."
        if meant := _meant_option(typed, known):
            return f"{words} Did you mean {meant}?"
    elif hasattr(getattr(error, "param", None), "type") and not hasattr(error, "param_type"):
        words = _number_words(error.param) or words
    return f"{words}\nFor help: {path} --help"


def _number_words(param: Any) -> str:
    """Which numbers a parameter takes; nothing for one that takes something else."""
    low, high = (getattr(param.type, limit, None) for limit in ("min", "max"))
    if low is None:
        return ""
    limits = f" from {low} to {high}" if high is not None and high < LARGEST else ""
    name = param.metavar if param.param_type_name == "argument" else param.opts[0]
    return f"{name} takes a whole number{limits}."


def _meant_option(typed: str, known: Sequence[str]) -> str:
    """The option that was meant, with the value that stands behind it on the command line."""
    if typed in DAYS:
        return " ".join((*_alike("--at", known), typed.removeprefix("--")))
    short = typed[1:] if typed[1:2] != "-" else ""
    begun = [name for name in known if short and name.startswith(f"--{short}")]
    bare = [name.removeprefix("--") for name in known]
    near = [f"--{name}" for name in get_close_matches(typed.removeprefix("--"), bare, n=1)]
    meant = (*_alike(typed, known), *begun, *near)
    return " ".join((*meant[:1], *_value(typed))) if meant else ""


def _alike(typed: str, known: Sequence[str]) -> list[str]:
    """The option of this command that means what was typed, if there is one."""
    return [name for group in ALIKE if typed in group for name in group if name in known][:1]


def _value(option: str) -> list[str]:
    """The word behind an option on the command line."""
    after = sys.argv[sys.argv.index(option) + 1 :] if option in sys.argv else []
    return [shlex.quote(word) for word in after[:1] if not word.startswith("-")]
