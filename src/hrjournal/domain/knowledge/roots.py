"""What can lie underneath use, in the person's own view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Root(NamedTuple):
    """A short word for it, and the same in plain words."""

    id: str
    name: str


def root(known: Sequence[Root], text: str) -> Root:
    """The one that goes by this text; words of the person's own stand as they are."""
    own = " ".join(text.split())
    word = own.casefold()
    hyphened = word.replace(" ", "-")
    found = (one for one in known if hyphened == one.id or word == one.name.casefold())
    return next(found, Root(own, own))
