"""JSON: the data of a page, for machines."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from hrjournal.sanitize import unmarked

if TYPE_CHECKING:
    from hrjournal.blocks import Page

_BEYOND_ASCII: Final = re.compile(r"[^ -~\n]")


def to_json(page: Page) -> str:
    """The data as JSON in ASCII, so that no character of it can steer a screen."""
    text = unmarked(json.dumps(page.data, ensure_ascii=False, allow_nan=False, indent=2))
    return _BEYOND_ASCII.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1]
