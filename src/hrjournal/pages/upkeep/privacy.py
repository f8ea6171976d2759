"""What is private about the journal, and what is not, in words that promise nothing more."""

from __future__ import annotations

from hrjournal.blocks import DefinitionList, Page, Text
from hrjournal.named import NamedTuple


class Situation(NamedTuple):
    """What is so on this computer: the place, whether the file is there, closed and encrypted.

    `copies` and `lines` are how many copies there are, and lines of a shell's history.
    """

    path: str
    there: bool
    private: bool
    encrypted: bool
    copies: int
    lines: int


def privacy_page(now: Situation) -> Page:
    """What protects the journal, what does not, and what to do about it."""
    rows = (
        ("Where it is", now.path if now.there else f"{now.path} (nothing there yet)"),
        ("Encrypted", _encrypted(encrypted=now.encrypted)),
        ("Who can read it", _readers(private=now.private)),
        ("Copies", _copies(now)),
        ("Exports", "Anybody who gets the file can read it. It stays until you delete it."),
        ("Shell history", _history(now.lines)),
        ("On the screen", "A terminal keeps what it showed. To mask: hrjournal config discreet on"),
        ("While it runs", "Others here can see the command you type. hrj is a neutral name."),
        ("Memory", "The computer may write memory to its disk. An encrypted disk covers that."),
        ("Backups", "Backups of this computer, and synced folders, hold the journal too."),
        ("Never", "It never goes online, counts what you do, or sends anything anywhere."),
    )
    todo = Text("To check it all: hrjournal doctor. To delete it all: hrjournal wipe")
    return Page("Privacy", (DefinitionList(rows), todo), now._asdict())


def _encrypted(*, encrypted: bool) -> str:
    if encrypted:
        return "Yes, with your passphrase. Without it nobody can open the journal, not even you."
    return "No. To lock it with a passphrase: hrjournal encrypt"


def _readers(*, private: bool) -> str:
    if private:
        return "Your account on this computer, and whoever runs the computer."
    return "Other accounts here too. To close it to them: hrjournal doctor --fix"


def _copies(now: Situation) -> str:
    if not now.copies:
        return "None yet. A copy holds all that the journal held, deleted things too."
    count = "1 copy holds" if now.copies == 1 else f"{now.copies} copies hold"
    return f"{count} all that the journal held then, deleted things too."


def _history(lines: int) -> str:
    found = "" if not lines else "1 line so far. " if lines == 1 else f"{lines:,} lines so far. "
    return f"Your shell keeps what you type. {found}To stop that: hrjournal privacy --shell"
