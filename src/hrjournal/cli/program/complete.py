"""Completing a line at a shell: what may come next, fast, and silent whatever happens.

The journal is glanced at for the person's own words; nothing is waited for, made or written.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Final

from hrjournal.cli.program import TABLE
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

FILES: Final = 3  # the exit code that asks the shell for names of files
OWN: Final = ("trigger", "coping", "step")  # in the order in which a glance gives them
EFFECTS: Final = ("gave", "after")  # the same
HIDDEN: Final = "hidden"
BY_PERSON: Final = frozenset({"substance", "serving", *OWN, *EFFECTS})  # kinds of own words
SPECIAL: Final = frozenset(" \\\"'`$&|;<>()[]{}*?!#~^")


class Position(NamedTuple):
    """Where in a line the word stands that is completed."""

    path: str  # the command, such as `session talk`
    words: tuple[str, ...]  # those behind it that are no options
    option: str  # the one whose value the word is, or nothing


def complete(argv: Sequence[str]) -> int:
    """Prints what may stand in place of the last word of a line, for a shell."""
    try:
        shell, *line = argv
        *before, last = line or [""]
        return _answer(shell, [_bare(word) for word in before if word != "="], last)
    except (Exception, KeyboardInterrupt):  # noqa: BLE001 - a prompt is no place for a complaint
        return 1


def _answer(shell: str, before: Sequence[str], last: str) -> int:
    table = load()
    front, begun = "", "" if last == "=" else _bare(last)
    if begun.startswith("--") and "=" in begun:  # a shell that leaves such a word whole
        name, _, begun = begun.partition("=")
        front, before = f"{name}=", [*before, name]
    place = locate(table["commands"], before)
    kinds = _kinds(table, place, begun)
    if "file" in kinds:
        return FILES
    for word, told in _matching(_candidates(table, kinds, before), begun):
        quoted = for_bash(word, last) if shell == "bash" else f"{front}{word}\t{told}"
        sys.stdout.write(f"{quoted}\n")
    return 0


def load() -> Mapping[str, Any]:
    """What every command takes, and the words that the program knows."""
    import json
    from pathlib import Path

    try:
        text = Path(__file__).with_name(TABLE).read_text(encoding="utf-8")
    except OSError:  # a checkout has none
        from hrjournal.cli.program.completion_table import completion_table

        return completion_table()
    table: Mapping[str, Any] = json.loads(text)
    return table


def locate(commands: Mapping[str, Any], before: Sequence[str]) -> Position:
    """Where a word behind these stands."""
    path, option = "", ""
    words: tuple[str, ...] = ()
    for word in before:
        inner = f"{path} {word}".strip()
        if option:
            option = ""
        elif word.startswith("-"):
            option = word if commands[path]["options"].get(word, {}).get("value") else ""
        elif not words and inner in commands:
            path = "" if inner in {"help", "demo"} else inner  # any command may stand behind these
        else:
            words = (*words, word)
    return Position(path, words, option)


def _kinds(table: Mapping[str, Any], place: Position, begun: str) -> list[str]:
    """What kinds of words may stand there."""
    spec = table["commands"][place.path]
    if place.option:
        return [spec["options"][place.option]["value"]]
    if begun.startswith("-"):
        return [f"options {place.path}"]
    slots, count = spec["words"], len(place.words)
    kinds = [] if count else [f"commands {place.path}".strip()]
    if slots and (count < len(slots) or spec["several"]):
        kinds.append(slots[min(count, len(slots) - 1)])
    if "substance" in kinds and len(begun) > 1:
        kinds.append("alias")
    if "substance" in kinds and place.path == "log":
        kinds.append("serving")
    return [f"setting {place.words[0]}" if kind == "value" else kind for kind in kinds]


def _candidates(
    table: Mapping[str, Any], kinds: Sequence[str], before: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """Every word of these kinds, and what it is for; the person's own come first."""
    for kind in kinds:
        name, _, of = kind.partition(" ")
        if name == "options":
            yield from ((one, spec["about"]) for one, spec in _options(table, of).items())
        elif name == "commands":
            yield from table["inner"].get(of, {}).items()
        else:
            own = _own_words(before) if name in BY_PERSON else {}
            words = (*own.get(name, ()), *table["values"].get(kind, ()))
            yield from ((word, "") for word in words if word not in own.get(HIDDEN, ()))


def _options(table: Mapping[str, Any], path: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = table["commands"][path]["options"]
    return found


def _own_words(before: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """The person's own words by kind; none in the discreet view, or where no glance is possible."""
    from pathlib import Path

    from hrjournal.cli.context import AppContext
    from hrjournal.store import peek
    from hrjournal.store.file import SETTINGS

    named = before[before.index("--db") + 1] if "--db" in before[:-1] else None
    place = AppContext(file=Path(named).expanduser() if named else None).place
    queries = (SETTINGS, peek.NAMES, peek.ALIASES, peek.SERVINGS, peek.WORDS, peek.EFFECTS)
    found = peek.look(place, *queries, patience=0)
    if not found or ("discreet", "on") in found[0]:
        return {}
    _, names, aliases, servings, words, effects = found
    seen = [name for name, hidden in names if not hidden]
    return {
        HIDDEN: [name.casefold() for name, hidden in names if hidden],
        "substance": _distinct([*seen, *(word for (word,) in aliases)]),
        "serving": _distinct(name for (name,) in servings),
        **{kind: _distinct(row[at] for row in words) for at, kind in enumerate(OWN)},
        **{kind: _distinct(row[at] for row in effects) for at, kind in enumerate(EFFECTS)},
    }


def _distinct(texts: Iterable[str | None]) -> list[str]:
    words = dict.fromkeys(word for text in texts if text for word in text.split("\n"))
    return [word for word in words if word.isprintable() and not word.startswith("-")]


def _matching(words: Iterable[tuple[str, str]], begun: str) -> Iterator[tuple[str, str]]:
    """Those that begin as the word does, each once, in small letters if it is written so."""
    seen = set()
    for word, told in words:
        spelled = word if word.startswith(begun) else word.casefold()
        if spelled.startswith(begun) and word.casefold() not in seen:
            seen.add(word.casefold())
            yield spelled, told


def _bare(word: str) -> str:
    """A word without the quotes and backslashes that the shell was given it with."""
    if word[:1] in {"'", '"'}:
        quote, word = word[0], word[1:].removesuffix(word[0])
        return word if quote == "'" else word.replace("\\", "")
    return word.replace("\\", "")


def for_bash(word: str, typed: str) -> str:
    """A word as bash puts it in place of what was typed, which may have opened a quote."""
    if typed.startswith("'"):
        return word.replace("'", "'\\''")
    marks = '\\"$`!' if typed.startswith('"') else SPECIAL
    return "".join(f"\\{letter}" if letter in marks else letter for letter in word)
