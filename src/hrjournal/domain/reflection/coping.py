"""What a person can do with an urge: words for it, small things to check first, a wave to ride."""

from __future__ import annotations

from hrjournal.named import NamedTuple

PACES = 15  # sentences that fill a long wave
SHORTEST = 20.0  # seconds for which a sentence stays at least


class Coping(NamedTuple):
    """A word for what a person can do with an urge. Those of their own have nothing said of them.

    `at_hand` marks what fits the middle of an urge.
    """

    id: str
    name: str
    kind: str
    kind_name: str
    how: str = ""
    at_hand: bool = True

    @property
    def own(self) -> bool:
        """Whether it is a word of the person's own."""
        return not self.how


class Letter(NamedTuple):
    """Something to check first, by its letter, and a small thing to do about it."""

    id: str
    words: tuple[str, ...]
    does: str

    @property
    def word(self) -> str:
        """All of its words as one."""
        return "-or-".join(self.words)


class Surfing(NamedTuple):
    """How to ride out an urge, and what is said on the way."""

    title: str
    steps: tuple[str, ...]
    hope: str
    evidence: str
    sources: tuple[str, ...]  # of the evidence
    first: tuple[str, ...]
    then: tuple[str, ...]
    last: str

    def sentence(self, gone: float, length: float) -> str:
        """What is said when so many seconds of the whole have gone by; it changes slowly."""
        pace = max(SHORTEST, length / PACES)
        if length - gone <= pace < length:
            return self.last
        place = int(gone / pace)
        if place < len(self.first):
            return self.first[place]
        return self.then[(place - len(self.first)) % len(self.then)]
