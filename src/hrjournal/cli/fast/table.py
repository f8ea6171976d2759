"""How plain lines of the commands that start light are read: what each takes, and who does it.

The table is made from the Typer commands when a wheel is built (`cli/fast/generate.py`), so that no
option is written twice. Where it was not made, as in a checkout, every line goes to Typer.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Converter = Callable[[str], Any]  # gives None for a text that it is not sure of

NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})
NAMES: Final = "--names"  # fills no field: own words are shown as they are in this run
FILE: Final = "_table.json"  # lies beside this module in an installed program


class CommandSpec(NamedTuple):
    """What may stand behind a command; options name the fields that they fill."""

    handler: str  # module:function, called with this run and the options
    options_class: str  # module:class of these options
    positional: str = ""  # the field for words that are no options; "" where there are none
    required: bool = False  # whether there is a word at least
    flags: Mapping[str, str] = {}
    options: Mapping[str, tuple[str, ...]] = {}
    repeatable: Mapping[str, str] = {}


def load() -> Mapping[str, CommandSpec]:
    """The commands that start light, by name; none where the table was not made."""
    import json
    from pathlib import Path

    try:
        text = Path(__file__).with_name(FILE).read_text(encoding="utf-8")
    except OSError:
        return {}
    return {name: CommandSpec(**spec) for name, spec in json.loads(text).items()}


def converter(kind: str, *limits: Any) -> Converter:
    """Reads one value, as Typer would; None for a text that only Typer can judge."""
    match kind:
        case "int":
            return lambda text: _whole(text, *limits)
        case "choice":
            return lambda text: text if text in limits else None
        case "path":
            return _path
        case "read":
            return lambda text: _read(text, *limits)
        case _:
            return str


def _whole(text: str, low: int, high: int) -> int | None:
    plain = text.isascii() and text.isdigit() and len(text) <= 9
    return int(text) if plain and low <= int(text) <= high else None


def _read(text: str, where: str) -> object:
    from importlib import import_module

    from hrjournal.errors import UsageError

    module, _, name = where.partition(":")
    try:
        return getattr(import_module(module), name)(text)
    except UsageError:
        return None


def _path(text: str) -> object:
    from pathlib import Path

    return Path(text)
