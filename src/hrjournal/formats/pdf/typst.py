"""What a page gives, set in type: with the fonts that are at hand, and never an empty box."""

from __future__ import annotations

import json
import re
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import typst

from hrjournal.formats.encoding import encodable
from hrjournal.named import NamedTuple
from hrjournal.sanitize import JOINERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_TEMPLATE: Final = Path(__file__).with_name("page.typ")
_STANDARD: Final = "ua-1"  # made for reading aloud too; it refuses letters that no font has
_LACKING: Final = 'Some letters have no font on this computer. Each stands as "?" or a near letter.'
_QUOTED: Final = re.compile(r'`"((?:[^"\\]|\\.)*)"`')  # a text in what the typesetter says
_ESCAPED: Final = re.compile(r"\\u\{([0-9a-f]+)\}")
# How close a page of so many sheets may be set, of the ways in which the template can set it, and
# about how much room each of these ways takes.
_CLOSEST: Final = {2: 3, 3: 5, 4: 5}
_ROOM: Final = (1.0, 0.935, 0.835, 0.77, 0.705, 0.63)
_COUNT: Final = re.compile(rb"/Type/Pages/Count (\d+)")
_UNUSUAL: Final = re.compile(r'[^\s"\\]*[^\x00-\u024f][^\s"\\]*')  # words that not every font has


def typeset(given: Mapping[str, Any]) -> bytes:
    """A PDF of what is given, as `page.typ` draws it."""
    fonts = typst.Fonts()
    unusual = sorted(set(_UNUSUAL.findall(_told(given, frozenset()))))
    alone = {**given, "parts": [("text", [unusual])]}  # a whole page set twice takes twice the room
    lacking = _drawn(alone, frozenset(), fonts)[1] if unusual else frozenset()
    fill = _fill(_told(given, lacking), fonts)
    drawn, best = b"", 0
    for close, turned, wanted in _ways(fill):
        told = {**given, "close": close, "turned": turned}
        made, lacking = _drawn(told, lacking, fonts)
        sheets = _sheets(made)
        if not best or sheets <= best:
            drawn, best = made, sheets
        if sheets <= wanted:
            break
    return drawn


class _Fill(NamedTuple):
    """How many sheets a page fills at its loosest, up to what is read later and in all."""

    front: float
    whole: float


def _ways(fill: _Fill) -> Iterator[tuple[int, bool, int]]:
    """How close to set it, whether what is read later turns the sheet, and for how many sheets.

    The loosest comes first that seems to fit; a page is set closer only where that saves a sheet.
    """
    ends = range(len(_ROOM))
    if 0 < fill.front < fill.whole and fill.whole > 1:
        fits = [at for at in ends if max(fill.front, fill.whole - fill.front) * _ROOM[at] <= 1]
        yield from ((close, True, 2) for close in (fits or ends[-1:]))
    sheets = max(1, ceil(fill.whole))
    closest = _CLOSEST.get(sheets, 0)
    wanted = ceil(fill.whole * _ROOM[closest])
    if wanted < sheets:
        needed = next(at for at in ends if fill.whole * _ROOM[at] <= wanted)
        yield from ((close, False, wanted) for close in range(needed, closest + 1))
    yield 0, False, sheets


def _fill(text: str, fonts: typst.Fonts) -> _Fill:
    found = typst.query(
        _TEMPLATE,
        "metadata",
        field="value",
        root=_TEMPLATE.parent,
        font_paths=fonts,
        sys_inputs={"page": text},
    )
    ends = [float(end["before"] + end["share"]) for end in json.loads(found)]
    return _Fill(ends[0] if len(ends) > 1 else 0.0, ends[-1])


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
    told = {"close": 0, "turned": False, **given, "lacking": _LACKING if lacking else ""}
    near = {ord(letter): json.dumps(encodable(letter, "ascii"))[1:-1] for letter in lacking}
    return json.dumps(told, ensure_ascii=False, allow_nan=False).translate(near)


def _named(diagnostic: str) -> frozenset[str]:
    """The letters that the typesetter says no font has."""
    told = "".join(_QUOTED.findall(diagnostic))
    letters = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), told)
    return _beyond_ascii(letters) - frozenset(JOINERS)


def _beyond_ascii(text: str) -> frozenset[str]:
    return frozenset(letter for letter in text if not letter.isascii())
