"""What can go wrong, each with one calm sentence and an exit code."""

from __future__ import annotations

from hrjournal.sanitize import unmarked


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


class JournalError(HrjournalError):
    """The journal file cannot be read or written; it was left untouched."""


class NotUnderstoodError(HrjournalError):
    """Words of a line were not understood, or are missing; nothing of it was saved."""


class StoppedError(HrjournalError):
    """The person stopped in the middle of questions; what became of their answers is said."""

    exit_code = 130


class NotFoundError(HrjournalError):
    """Nothing in the journal goes by this number or name."""


class ImportRefusedError(HrjournalError):
    """A file to import was not taken; nothing was written."""


class MissingPartError(HrjournalError):
    """A part of the program that not everyone installs is needed here."""
