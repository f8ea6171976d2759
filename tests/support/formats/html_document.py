"""An HTML document taken apart by the standard library, for tests of what is in it."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final, NamedTuple

VOID: Final = frozenset({"meta", "br"})


class Element(NamedTuple):
    """A tag as it was opened."""

    tag: str
    attributes: dict[str, str | None]


class Document(HTMLParser):
    """The tags of a document and its words; an error where a tag is not closed in its place."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[Element] = []
        self.strays: list[str] = []
        self.pieces: list[str] = []
        self.style = ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs)
        self.elements.append(Element(tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "style":
            self.style += data
        else:
            self.pieces.append(data)

    def handle_comment(self, data: str) -> None:
        self.strays.append(data)

    def handle_pi(self, data: str) -> None:
        self.strays.append(data)

    def unknown_decl(self, data: str) -> None:
        self.strays.append(data)

    @property
    def words(self) -> str:
        """Everything that is read, with single spaces."""
        return " ".join("".join(self.pieces).split())

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of every tag of this name."""
        return [found.attributes for found in self.elements if found.tag == tag]
