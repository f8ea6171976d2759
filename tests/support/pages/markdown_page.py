"""A page in Markdown, read again: its sections, and its tables as rows of cells."""

from __future__ import annotations

import html
import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def tables(page: str, *names: str) -> Iterator[list[list[str]]]:
    for title, block in pairwise(["", *section(page, *names).strip().split("\n\n")]):
        if block.startswith("|"):
            read = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", block.replace("\\|", "&vert;"))
            lines = [line[1:-1].split(" | ") for line in html.unescape(read).split("\n")]
            first, _, *rows = [[cell.strip() for cell in line] for line in lines]
            yield [[title, *first[1:]], *rows]


def section(page: str, *names: str) -> str:
    heads = "|".join(names)
    found = re.search(rf"(?ms)^## (?:{heads})\n(.*?)(?=^## |^All of this)", page)
    return found[1] if found else ""
