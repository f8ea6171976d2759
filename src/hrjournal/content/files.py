"""Reads the TOML files of this folder, which are the one place where facts are written."""

from __future__ import annotations

import json
import tomllib
from decimal import Decimal
from pathlib import Path

from hrjournal.content.quick import QUICK
from hrjournal.content.tables import Table


def load(name: str) -> Table:
    """The whole of one file, with its numbers kept exact."""
    written = Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8")
    return Table(name, tomllib.loads(written, parse_float=Decimal))


def quickened() -> str:
    """What `quick.json` holds: the files that every `log` needs, in a form that loads faster."""
    facts = {name: load(name).facts for name in QUICK}
    lines = json.dumps(facts, default=_plain, ensure_ascii=False, separators=(",", ":"))
    return lines + "\n"


def _plain(value: object) -> object:
    return float(value) if isinstance(value, Decimal) else str(value)
