"""What can go wrong, each with one calm sentence and an exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.sanitize import unmarked

if TYPE_CHECKING:
    from collections.abc import Iterable


class HrjournalError(Exception):
    """Anything that stops a command; its text is one sentence a person can act on."""

    exit_code = 1

    def __str__(self) -> str:
        """The sentence; `marked` has it with own words between their marks."""
        return unmarked(self.marked)

    @property
    def marked(self) -> str:
        """The sentence as it was made."""
        return super().__str__()


class UsageError(HrjournalError):
    """The words of the command could not be understood."""

    exit_code = 2


class NotUnderstoodError(UsageError):
    """Something a person typed could not be understood for sure; nothing was saved.

    `offers` are lines that would be understood in its place, `word` is the one that nobody knows,
    and `sure` says that the same line is taken when the person says that it is meant so.
    """

    exit_code = 1

    def __init__(
        self, sentence: str, offers: Iterable[str] = (), *, word: str = "", sure: bool = False
    ) -> None:
        """Takes the sentence, other lines, the unknown word, and whether a yes is enough."""
        super().__init__(sentence)
        self.offers = tuple(offers)
        self.word = word
        self.sure = sure


class JournalError(HrjournalError):
    """The journal file cannot be read or written; it was left untouched."""


class DamagedError(JournalError):
    """The journal file, or something in it, is not as it was written."""


class UnwritableJournalError(JournalError):
    """The journal cannot be written at this moment or in this place; it may be readable."""

    def __init__(self, what: str, advice: str) -> None:
        """Takes a sentence on what is in the way, and one on what to do."""
        super().__init__(f"{what} {advice}")
        self.what = what
        self.advice = advice

    def unsaved(self) -> UnwritableJournalError:
        """The same of something that was to be saved."""
        return UnwritableJournalError(f"{self.what} Nothing was saved.", self.advice)


class AfterSaveError(HrjournalError):
    """Something went wrong after all was saved: the words say so, and the exit code too."""

    exit_code = 0


class StoppedError(HrjournalError):
    """The person stopped in the middle of questions; what became of their answers is said."""

    exit_code = 130


class NotFoundError(HrjournalError):
    """Nothing in the journal goes by this number or name."""


class ImportRefusedError(HrjournalError):
    """A file to import was not taken; nothing was written."""


class MissingPartError(HrjournalError):
    """A part of the program that not everyone installs is needed here."""
