"""A PDF taken apart with the standard library, and read with pdftotext where that is installed."""

from __future__ import annotations

import re
import shutil
import subprocess
import zlib
from typing import Final, NamedTuple

import pytest

from hrjournal.blocks import Block, Page
from hrjournal.formats.pdf.paper import Paper
from hrjournal.formats.pdf.pdf import pdf_bytes

READER: Final = shutil.which("pdftotext")
needs_reader = pytest.mark.skipif(READER is None, reason="pdftotext is not installed")
_OBJECT: Final = re.compile(rb"\d+ 0 obj\s(.*?)endobj", re.DOTALL)
_STREAM: Final = re.compile(rb"(.*?)stream\r?\n(.*)\r?\nendstream", re.DOTALL)
_COLOR: Final = re.compile(rb"([\d.]+) ([\d.]+) ([\d.]+) (?:scn|SCN)\b")
_PAINT: Final = re.compile(rb"/c\d (?:cs|CS)( [\d.]+)+ (?:scn|SCN)\s")
_BOX: Final = re.compile(rb"0 0 m ([\d.]+) 0 l \1 [\d.]+ l 0 [\d.]+ l\s+h\s+f")
_ALTERNATIVE: Final = re.compile(rb"/Alt\(((?:[^\\)]|\\.)*)\)")


class Word(NamedTuple):
    """A word and where it stands, in points from the left."""

    text: str
    left: float
    right: float


class Printed:
    """The objects and streams of a PDF, and what is read in it."""

    def __init__(self, *blocks: Block, title: str = "", paper: Paper = Paper.A4) -> None:
        self.raw = pdf_bytes(Page(title, blocks), paper=paper)
        streams = [found for one in _OBJECT.findall(self.raw) if (found := _STREAM.match(one))]
        self.streams = [_unpacked(found[1], found[2]) for found in streams]

    @property
    def everything(self) -> bytes:
        """All bytes, and all streams unpacked."""
        return b"\n".join((self.raw, *self.streams))

    @property
    def drawing(self) -> bytes:
        """The strokes and glyphs of all pages."""
        return b"\n".join(one for one in self.streams if one.startswith((b"/Span", b"/Artifact")))

    @property
    def colors(self) -> set[tuple[float, ...]]:
        """Every color that is used, as red, green and blue."""
        return {tuple(map(float, found)) for found in _COLOR.findall(self.drawing)}

    @property
    def strokes(self) -> bytes:
        """The drawing without its colors."""
        return _PAINT.sub(b"", self.drawing)

    @property
    def boxes(self) -> list[float]:
        """How wide the filled boxes are, in their order."""
        return [float(width) for width in _BOX.findall(self.drawing)]

    @property
    def alternatives(self) -> list[str]:
        """What is told of each picture."""
        return [found.decode() for found in _ALTERNATIVE.findall(self.raw)]

    @property
    def pages(self) -> list[str]:
        """The words of each page as they stand."""
        return self._read("-layout").split("\f")[:-1]

    @property
    def squeezed(self) -> str:
        """Everything that is read, without spaces."""
        return "".join(self._read("-raw").split())

    @property
    def placed(self) -> list[Word]:
        """The words and where they stand."""
        found = re.findall(
            r'<word xMin="(.+?)" yMin=".+?" xMax="(.+?)" yMax=".+?">(.*?)</word>',
            self._read("-bbox"),
        )
        return [Word(text, float(left), float(right)) for left, right, text in found]

    def _read(self, how: str) -> str:
        assert READER
        return subprocess.run(
            [READER, how, "-enc", "UTF-8", "-", "-"],
            input=self.raw,
            capture_output=True,
            check=True,
        ).stdout.decode()


def _unpacked(head: bytes, packed: bytes) -> bytes:
    return zlib.decompress(packed) if b"FlateDecode" in head else packed
