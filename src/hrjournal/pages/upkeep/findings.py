"""What was found, each in one sentence, and one on what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.domain.entries.entry import day_name
from hrjournal.domain.settings import CHOICES
from hrjournal.domain.stored_settings import is_note
from hrjournal.domain.upkeep import Mend, Trouble
from hrjournal.named import NamedTuple
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hrjournal.domain.upkeep import CheckFinding, Mended

BACK: Final = "A copy may still have it as it was. To go back to one: hrjournal restore"
FIX: Final = "To put that right: hrjournal doctor --fix"
AGAIN: Final = "To work them out again: hrjournal doctor --fix"
CLOSE: Final = "To close it to them: hrjournal doctor --fix"


class Words(NamedTuple):
    """A sentence, and what to do; nothing where the sentence says it."""

    says: str
    advice: str


def words(finding: CheckFinding) -> Words:
    """What is said of something that was found."""
    if finding.trouble in WRITTEN:
        says, advice = WRITTEN[finding.trouble]
        return Words(says.format(name=finding.name, number=finding.number), advice)
    return TOLD[finding.trouble](finding)


def mended(one: Mended) -> str:
    """What is said of something that was put right."""
    return MENDED[one.mend].format(name=own(one.name) if one.mend is Mend.SETTING else one.name)


def _record(one: CheckFinding) -> Words:
    day = "" if one.day is None else f" ({day_name(one.day)})"
    return Words(f"Record {one.number}{day} is not as it was written.", BACK)


def _setting(one: CheckFinding) -> Words:
    if one.name in CHOICES:
        advice = f"To set it again: hrjournal config {one.name} VALUE"
    else:
        advice = FIX if is_note(one.name) else BACK
    return Words(f"The setting {own(one.name)} is not as it was written.", advice)


def _unread(one: CheckFinding) -> Words:
    says = f"The setting {own(one.name)} cannot be read, so the usual counts."
    return Words(says, FIX)


def _unknown(one: CheckFinding) -> Words:
    says = f"This version knows no setting called {own(one.name)}."
    return Words(says, "A newer hrjournal may have made it. It stays as it is.")


def _count(one: str, many: str, advice: str) -> Callable[[CheckFinding], Words]:
    """Words for one thing or several of them, which are not as they were written."""

    def counted(found: CheckFinding) -> Words:
        if found.number == 1:
            return Words(f"{one} is not as it was written.", advice)
        return Words(f"{found.number:,} {many} are not as they were written.", advice)

    return counted


def _space(one: CheckFinding) -> Words:
    megabytes = one.number // 1024**2
    says = f"The disk is almost full: {megabytes:,} MB are free."
    return Words(says, "Free some space, so that there is room for what you write and for copies.")


def _conflict(one: CheckFinding) -> Words:
    says = f"{one.name}: this looks like a second version of your journal."
    return Words(says, f"To bring the two together: hrjournal merge {quoted(one.name)}")


def _history(one: CheckFinding) -> Words:
    lines = "1 line that calls" if one.number == 1 else f"{one.number:,} lines that call"
    says = f"Your shell remembers {lines} hrjournal (counted here, never shown)."
    return Words(says, "To keep new ones out of it: hrjournal privacy --shell")


def quoted(path: str) -> str:
    """A path as a shell takes it as one word."""
    plain = all(letter.isalnum() or letter in "/._-+@" for letter in path)
    return path if plain and path else "'" + path.replace("'", "'\"'\"'") + "'"


WRITTEN: Final[Mapping[Trouble, tuple[str, str]]] = {
    Trouble.GONE: (
        "Your journal is gone, and what lies beside it shows that there was one.",
        "If it was moved, bring it back. To go back to a copy: hrjournal restore",
    ),
    Trouble.REFUSED: ("{name}", ""),
    Trouble.UNFINISHED: (
        "The last write was cut short, so the records were not looked at.",
        "To take it back: hrjournal doctor --fix",
    ),
    Trouble.SIDE_FILE: (
        "{name}: hrjournal does not make this file, and it lies beside the journal.",
        "Another program may have the journal open. Close it there, then look again.",
    ),
    Trouble.HEADER: ("The first bytes of the file are not as hrjournal writes them.", BACK),
    Trouble.STRUCTURE: (
        "The file is not whole inside.",
        "hrjournal doctor --fix mends what can be mended. To go back to a copy: hrjournal restore",
    ),
    Trouble.REFERENCE: ("A record belongs to something that is not there.", BACK),
    Trouble.SCHEMA: (
        "{name}: this part of the file is not as hrjournal makes it.",
        "Another program may have changed it. To go back to a copy: hrjournal restore",
    ),
    Trouble.STEPS: ("The file says that it is of another version than it is.", BACK),
    Trouble.SUBSTANCE: ("What you track as number {number} is not as it was written.", BACK),
    Trouble.KEPT: ("What you kept under number {number} is not as it was written.", BACK),
    Trouble.SEQUENCE: ("The numbers that records get are not in order.", BACK),
    Trouble.OPEN: ("{name}: others on this computer can get at it.", CLOSE),
    Trouble.OWNER: (
        "{name}: this belongs to another account of this computer.",
        "Move your journal to a place that is yours, and name it with --db FILE.",
    ),
    Trouble.WRITABLE: (
        "{name}: others may write in this folder, and put another file in your journal's place.",
        "Take that right from them (chmod go-w), or move the journal to a folder of yours.",
    ),
    Trouble.LINK: (
        "{name}: this is a link, or the same file has a second name.",
        "It works. What is done to it is done to both.",
    ),
    Trouble.COPY: (
        "{name}: this copy is not as it was written.",
        "Another copy is better to go back to. To make a new one: hrjournal backup",
    ),
    Trouble.OTHER_KEY: (
        "{name}: this copy opens with another passphrase, or it is damaged.",
        "To do away with it: hrjournal backup --list, then hrjournal backup --delete NUMBER",
    ),
    Trouble.COPIES: (
        "None of your copies here is as it was written (there are {number}).",
        "A copy that lies elsewhere may be. To look at it: hrjournal --db FILE doctor",
    ),
    Trouble.ANEW: (
        "Changing how your journal is locked was cut short; {number} of its copies wait.",
        "The next thing that you write down ends it.",
    ),
    Trouble.HALF: (
        "{name}: this file was left half-written.",
        "To take it away: hrjournal doctor --fix",
    ),
    Trouble.FRESH_HALF: (
        "{name}: this file is being written, or was left half-written.",
        "If it is still there in an hour: hrjournal doctor --fix",
    ),
    Trouble.NO_COPY: ("There is no copy of your journal yet.", "To make one: hrjournal backup"),
    Trouble.OLD_COPY: (
        "The newest copy is {number} days old.",
        "To make a new one: hrjournal backup",
    ),
    Trouble.SYNCED: (
        "The journal's folder seems to be carried to other places by {name}.",
        "Whoever can open that account can get at the journal there too.",
    ),
    Trouble.NETWORK: (
        "The journal lies on a disk of the kind {name}, which may be in another computer.",
        "Write from one computer at a time.",
    ),
    Trouble.READABLE: (
        "The journal is not encrypted: whoever gets at the file can read it.",
        "To lock it with a passphrase: hrjournal encrypt",
    ),
}
TOLD: Final[Mapping[Trouble, Callable[[CheckFinding], Words]]] = {
    Trouble.RECORD: _record,
    Trouble.SETTING: _setting,
    Trouble.UNREAD: _unread,
    Trouble.UNKNOWN: _unknown,
    Trouble.ALIAS: _count("Another name for something you track", "other names of yours", BACK),
    Trouble.SERVING: _count("A serving of yours", "servings of yours", BACK),
    Trouble.START: _count(
        "The start of something you track",
        "starts",
        "To see and set them: hrjournal config start",
    ),
    Trouble.WIN: _count(
        "A small win", "small wins", "To work them out again: hrjournal doctor --fix"
    ),
    Trouble.VERDICT: _count(
        "What a run of lighter days counts",
        "days in runs of lighter days",
        AGAIN,
    ),
    Trouble.CHANGE: _count("A note of when you saved something", "notes of when you saved", BACK),
    Trouble.MEMORY: _count(
        "A step that undo remembers",
        "steps that undo remembers",
        "Before you use hrjournal undo, look at the day it is about.",
    ),
    Trouble.SEARCH: _count(
        "A text that search looks through",
        "texts that search looks through",
        "To make them again: hrjournal doctor --fix",
    ),
    Trouble.CONFLICT: _conflict,
    Trouble.SPACE: _space,
    Trouble.HISTORY: _history,
}
MENDED: Final[Mapping[Mend, str]] = {
    Mend.CLOSED: "Closed to everybody else: {name}",
    Mend.SWEPT: "Took away what was left half-written: {name}",
    Mend.TAKEN_BACK: "Took back the write that was cut short.",
    Mend.INDEXES: "Made the indexes of the file again. Your records are as they were.",
    Mend.SEARCH: "Made the texts again that search looks through.",
    Mend.SETTING: "Set {name} back to the usual.",
    Mend.WINS: "Small wins will be worked out again when you next look.",
    Mend.COPIED: "Made a copy before anything was changed: {name}",
}
