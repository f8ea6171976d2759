"""Text that stays text in Markdown: no mark, link, tag or list comes of it in any viewer."""

from __future__ import annotations

import re
from typing import Final

_EMAIL: Final = re.compile(r"(?<![\w.+-])((?:[\w.+-]+@[\w.-]*\.[\w-]+)+)")
_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}  # these are known everywhere
_MARKS: Final = re.compile(
    r"[\\`*_{}\[\]|~^$#&<>]"
    r"|(?<=\w)\.(?=[^\W\d])|(?<=www)\."  # in a place on the web, and in no number
    r"|(?<!\d):(?=\S)|:(?=[^\s\d])"  # in an address or a sign's name, and in no time of day
    r"|[=+%](?=[=+%])|(?<=[=+%])[=+%]",
    re.IGNORECASE,
)
_OPENING: Final = re.compile(
    r"(?=[-+!%=:/@?])"  # opens a block in one viewer or another
    r"|(?=\((?:\d+|[a-z]|[ivxlcdm]+)\)(?:\s|$))"
    r"|(?:\d+|[a-z]|[ivxlcdm]+)(?=[.)](?:\s|$))",
    re.IGNORECASE,
)


def escape(text: str) -> str:
    """The text for the middle of a line."""
    parts = _EMAIL.split(text.strip())  # an address is text in code alone
    return "".join(
        f"`{part}`" if at % 2 else _MARKS.sub(_escaped, part) for at, part in enumerate(parts)
    )


def escape_line(text: str) -> str:
    """The text for a line of its own, or for an item of a list."""
    found = escape(text)
    opening = _OPENING.match(found)
    return f"{opening[0]}\\{found[opening.end() :]}" if opening else found


def _escaped(found: re.Match[str]) -> str:
    return _ENTITIES.get(found[0], f"\\{found[0]}")
