"""JSON: the data of a page, for machines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hrjournal.blocks import Page


def to_json(page: Page) -> str:
    """The data as JSON in ASCII, so that no character of it can steer a screen."""
    return json.dumps(page.data, ensure_ascii=True, allow_nan=False, indent=2)
