"""Reads the TOML files of this folder, which are the one place where facts are written.

Those that commands in a hurry need have a copy in `quick/`, which loads in a tenth of the time. It
is made from the TOML by `pytest --approve` and never by hand, and it is used while it fits: a copy
of other words than those that stand in the file is left aside.
"""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any, Final
from zlib import crc32

from hrjournal.content.tables import Table

HERE: Final = Path(__file__).parent / "facts"
QUICK: Final = (
    *("breaks", "definitions", "drinks", "emergency", "guides", "levels", "mixing", "notices"),
    *("resources", "safer", "substances", "units"),
)


def load(name: str) -> Table:
    """The whole of one file, or of one in a folder here, with its numbers kept exact."""
    written = (HERE / f"{name}.toml").read_text(encoding="utf-8")
    return Table(name, _copied(name, written) or parsed(written))


def parsed(written: str) -> dict[str, Any]:
    """The facts of a file as they are written."""
    import tomllib  # noqa: PLC0415 - most runs find all they need in copies

    return tomllib.loads(written, parse_float=Decimal)


def copy_of(name: str) -> Path:
    """Where the copy of a file lies."""
    return HERE / "quick" / f"{name}.json"


def quickened(written: str) -> str:
    """What a copy holds: the digest of what it was made from, and a line of facts."""
    facts = json.dumps(parsed(written), default=_plain, ensure_ascii=False, separators=(",", ":"))
    return f"{_digest(written)}\n{facts}\n"


def _copied(name: str, written: str) -> dict[str, Any] | None:
    """The facts of a file from its copy, if there is one that fits."""
    if name not in QUICK:
        return None
    digest, _, facts = copy_of(name).read_text(encoding="utf-8").partition("\n")
    found: dict[str, Any] | None = None
    if digest == _digest(written):
        found = json.loads(facts, parse_float=Decimal)
    return found


def _digest(written: str) -> str:
    return f"{crc32(written.encode()):08x}"


def _plain(value: object) -> object:
    return float(value) if isinstance(value, Decimal) else str(value)
