"""Ink: the forms in which a page can be shown."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TextIO, assert_never

from hrjournal.wording import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hrjournal.blocks import Page


class Form(StrEnum):
    """What a page is drawn for."""

    SCREEN = "screen"
    PLAIN = "plain"
    JSON = "json"


def write(page: Page, form: Form, stream: TextIO) -> None:
    """Write the page to the stream in this form."""
    match form:
        case Form.SCREEN:
            from hrjournal.formats.terminal import show

            show(page, stream)
        case Form.PLAIN:
            from hrjournal.formats.plain import write_lines

            write_lines(page, stream)
        case Form.JSON:
            from hrjournal.formats.data import dumped

            stream.write(f"{dumped(page)}\n")
        case _:
            assert_never(form)


def say(lines: Iterable[str], stream: TextIO) -> None:
    """A few plain lines, for answers that need no page."""
    text = "".join(f"{harmless(line)}\n" for line in lines)
    if not text.isascii():
        from hrjournal.formats.encoding import encodable

        text = encodable(text, stream.encoding or "utf-8")
    stream.write(text)
    stream.flush()
