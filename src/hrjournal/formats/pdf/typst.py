"""What a page gives, set in type: with the fonts that are at hand, and never an empty box."""

from __future__ import annotations

import json
import re
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import typst

from hrjournal.formats.encoding import encodable
from hrjournal.sanitize import JOINERS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_TEMPLATE: Final = Path(__file__).with_name("page.typ")
_STANDARD: Final = "ua-1"  # made for reading aloud too; it refuses letters that no font has
_LACKING: Final = 'Some letters have no font on this computer. Each stands as "?" or a near letter.'
_QUOTED: Final = re.compile(r'`"((?:[^"\\]|\\.)*)"`')  # a text in what the typesetter says
_ESCAPED: Final = re.compile(r"\\u\{([0-9a-f]+)\}")
# How close a page of so many sheets may be set, of the ways in which the template can set it, and
# about how much room each of these ways takes.
_CLOSEST: Final = {2: 3, 3: 5, 4: 5}
_ROOM: Final = (1.0, 0.905, 0.855, 0.75, 0.7, 0.6)
_COUNT: Final = re.compile(rb"/Type/Pages/Count (\d+)")
_UNUSUAL: Final = re.compile(r'[^\s"\\]*[^\x00-\u024f][^\s"\\]*')  # words that not every font has


def typeset(given: Mapping[str, Any]) -> bytes:
    """A PDF of what is given, as `page.typ` draws it."""
    fonts = typst.Fonts()
    unusual = sorted(set(_UNUSUAL.findall(_told(given, frozenset()))))
    alone = {**given, "parts": [("text", [unusual])]}  # a whole page set twice takes twice the room
    lacking = _drawn(alone, frozenset(), fonts)[1] if unusual else frozenset()
    loose, lacking = _drawn(given, lacking, fonts)
    sheets = _sheets(loose)
    if sheets not in _CLOSEST:
        return loose
    filled = _filled(_told(given, lacking), fonts)
    return _closer(
        loose, sheets, filled, lambda close: _drawn({**given, "close": close}, lacking, fonts)[0]
    )


def _closer(loose: bytes, sheets: int, filled: float, draw: Callable[[int], bytes]) -> bytes:
    """Drawn closer where that saves a sheet or more: no closer than it seems to need."""
    closest = _CLOSEST[sheets]
    wanted = min(sheets - 1, ceil(filled * _ROOM[closest]))
    needed = next((way for way, room in enumerate(_ROOM) if filled * room <= wanted), closest)
    for close in range(min(needed, closest), closest + 1):
        drawn = draw(close)
        if _sheets(drawn) <= wanted:
            return drawn
    return drawn if _sheets(drawn) < sheets else loose


def _filled(text: str, fonts: typst.Fonts) -> float:
    """How many sheets it fills, the last one in part."""
    found = typst.query(
        _TEMPLATE,
        "<end>",
        field="value",
        one=True,
        root=_TEMPLATE.parent,
        font_paths=fonts,
        sys_inputs={"page": text},
    )
    end = json.loads(found)
    return float(end["before"] + end["share"])


def _sheets(pdf: bytes) -> int:
    found = _COUNT.search(pdf)
    return int(found[1]) if found else 0


def _drawn(
    given: Mapping[str, Any], lacking: frozenset[str], fonts: typst.Fonts
) -> tuple[bytes, frozenset[str]]:
    """The PDF, and the letters that the fonts lack."""
    while True:
        text = _told(given, lacking)
        try:
            return _compiled(text, fonts), lacking
        except typst.TypstError as error:
            more = _named(error.diagnostic) - lacking or _beyond_ascii(text)
            if not more:
                raise
            lacking |= more


def _compiled(text: str, fonts: typst.Fonts) -> bytes:
    return typst.compile(
        _TEMPLATE,
        root=_TEMPLATE.parent,
        font_paths=fonts,
        sys_inputs={"page": text},
        pdf_standards=[_STANDARD],
    )


def _told(given: Mapping[str, Any], lacking: frozenset[str]) -> str:
    """What is given, as JSON; a near letter or a question mark stands where no font has one."""
    told = {"close": 0, **given, "lacking": _LACKING if lacking else ""}
    near = {ord(letter): json.dumps(encodable(letter, "ascii"))[1:-1] for letter in lacking}
    return json.dumps(told, ensure_ascii=False, allow_nan=False).translate(near)


def _named(diagnostic: str) -> frozenset[str]:
    """The letters that the typesetter says no font has."""
    told = "".join(_QUOTED.findall(diagnostic))
    letters = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), told)
    return _beyond_ascii(letters) - frozenset(JOINERS)


def _beyond_ascii(text: str) -> frozenset[str]:
    return frozenset(letter for letter in text if not letter.isascii())
