"""What a person keeps beside their days: reasons, a letter, rulers, contacts, appointments."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Self

from hrjournal.domain.entries.entry import LONGEST_TEXT, LONGEST_WORD
from hrjournal.errors import UsageError
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, TypedDict, Unpack

    from hrjournal.domain.entries.entry import Moment

NO_MORE: Mapping[str, str] = MappingProxyType({})


class KeepsakeType(StrEnum):
    """What a keepsake is."""

    RULER = "ruler"  # subject: importance, confidence or readiness; score 0 to 10
    BALANCE = "balance"  # subject: what it is about; `more` holds the four sides
    VALUE = "value"
    REASON = "reason"
    LETTER = "letter"
    ANSWER = "answer"  # subject: the question
    SCREEN = "screen"  # subject: which; score: its total; `more` holds the answers
    ROOT = "root"  # subject: the tag
    COPING = "coping"  # subject: the word; `more` holds its kind
    CONTACT = "contact"  # subject: the name; text: how to reach them
    APPOINTMENT = "appointment"  # subject: with whom; its moment is when it takes place
    TALK = "talk"  # something to bring to the next session; `more` holds when it was ticked off
    AGREED = "agreed"  # what was agreed in a session; its moment is when it was written down
    GOAL = (
        "goal"  # one version of a goal: text: as typed; `more`: which goal, its metric, from when
    )
    RATING = "rating"  # of a goal: score 0 to 10; `more` says which


LONGEST_SUBJECT = 4 * LONGEST_WORD


class _KeepsakeTuple(NamedTuple):
    """The fields of something kept; `KeepsakeDetails` checks the calls that make one."""

    type: KeepsakeType
    moment: Moment
    subject: str = ""
    text: str = ""
    score: int | None = None
    more: Mapping[str, str] = NO_MORE
    id: int = 0
    written: int = 0  # instant at which it was written down


if TYPE_CHECKING:

    class KeepsakeDetails(TypedDict, total=False):
        """What something kept can hold beside what it is and when: the fields of `Keepsake`."""

        subject: str
        text: str
        score: int | None
        more: Mapping[str, str]
        id: int
        written: int

    class KeepsakeChanges(KeepsakeDetails, total=False):
        """What can be new in something kept: any field."""

        type: KeepsakeType
        moment: Moment


class Keepsake(_KeepsakeTuple):
    """One thing kept, with its date. `id` is 0 until it is saved.

    Raises:
        UsageError: when a text is too long, or a subject is no short word.
    """

    __slots__ = ()

    def __new__(
        cls, type_: KeepsakeType | str, moment: Moment, **given: Unpack[KeepsakeDetails]
    ) -> Self:
        """Takes what it is and when; every other field by name."""
        keepsake = super().__new__(cls, KeepsakeType(type_), moment, **given)
        if max(len(text) for text in (keepsake.text, *keepsake.more.values())) > LONGEST_TEXT:
            raise UsageError(f"A text can hold {LONGEST_TEXT:,} characters. Please shorten it.")
        if len(keepsake.subject) > LONGEST_SUBJECT or "\n" in keepsake.subject:
            raise UsageError("A name or a title is one line of up to 320 characters.")
        return keepsake

    def replace(self, **changes: Unpack[KeepsakeChanges]) -> Keepsake:
        """The same with some fields new, checked like any other."""
        fields: dict[str, Any] = self._asdict() | changes
        return Keepsake(fields.pop("type"), fields.pop("moment"), **fields)
