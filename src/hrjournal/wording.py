"""Sentences about a person's days, as typed functions, and text from people made harmless."""

from __future__ import annotations

import re

_STAND_IN = "·"
_QUOTE = 40
_HARMFUL = re.compile(
    "["
    "\x00-\x1f\x7f-\x9f"  # control characters, C1 among them
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # turn the direction of reading
    "\u206a-\u206f\ufff9-\ufffb"  # swap digits, hide annotations
    "\u2028\u2029"  # line breaks in disguise
    "\ud800-\udfff"  # halves of a character
    "\ufdd0-\ufdef"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
    )
    + "]"
)


def harmless(text: str, *, keep_lines: bool = False) -> str:
    """The text with every character that could steer a screen shown as a dot.

    Tabs become spaces; line breaks stay line breaks where `keep_lines` asks for them.
    """
    if text.isprintable():  # false for every character above, so most text is returned as it is
        return text
    text = text.replace("\r\n", "\n").replace("\t", " ")
    if keep_lines:
        return "\n".join(_HARMFUL.sub(_STAND_IN, line) for line in text.split("\n"))
    return _HARMFUL.sub(_STAND_IN, text)


def quoted(text: str) -> str:
    """The beginning of the text, harmless and in double quotes, in at most 40 characters."""
    inside = harmless(text).replace('"', "'")
    room = _QUOTE - 2
    if len(inside) > room:
        inside = inside[: room - 1].rstrip() + "…"
    return f'"{inside}"'
