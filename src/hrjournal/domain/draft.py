"""What a person typed at questions, until it is saved: nothing of it may be lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class TypedAnswer(NamedTuple):
    """One answer as it was typed. `key` tells its question again; an empty text skipped it."""

    key: str
    text: str
    own: bool = False  # whether it is words of the person's own, not a number or a name
    whole: bool = True  # False for a line that was not ended yet


class Draft(NamedTuple):
    """What was typed and not saved: in which flow, and when."""

    flow: str  # such as `letter`
    at: str  # the wall clock when it began: `2026-11-27 22:10`
    answers: tuple[TypedAnswer, ...]


class TypedWords:
    """What is typed in one flow of questions, and what an earlier run left of it."""

    def __init__(self, at: str) -> None:
        """Takes when it begins."""
        self.at = at
        self.answers: list[TypedAnswer] = []
        self.left: list[TypedAnswer] = []  # of a draft that is gone on with: not asked for yet
        self.saved = False  # whether it is in the journal now
        self.ended: int | None = None  # the exit code when the terminal has closed meanwhile

    def leave_if_ended(self) -> None:
        """Leaves the program when its terminal has closed.

        Raises:
            SystemExit: then, with the exit code for it.
        """
        if self.ended is not None:
            raise SystemExit(self.ended)

    def go_on(self, draft: Draft) -> None:
        """Takes the answers of a draft as if they were typed anew, each at its question."""
        self.at = draft.at
        self.left = list(draft.answers)

    def earlier(self, key: str) -> TypedAnswer | None:
        """What the draft says at this question, once."""
        for place, answer in enumerate(self.left):
            if answer.key == key:
                return self.left.pop(place)
        return None

    @property
    def typed(self) -> Sequence[TypedAnswer]:
        """All that is known by now and holds something."""
        return [answer for answer in (*self.answers, *self.left) if answer.text]

    @property
    def has_own_words(self) -> bool:
        """Whether it holds words that only this person could write again."""
        return any(answer.own for answer in self.typed)
