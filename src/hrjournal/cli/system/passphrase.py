"""Where a passphrase comes from: a descriptor, a command, the environment, the keyring, a person.

It is never on a command line, in a file of ours, or in what a child process is given.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, Final

from hrjournal.errors import DamagedError, HrjournalError, MissingPartError, UsageError
from hrjournal.store.file import FileState

if TYPE_CHECKING:
    from pathlib import Path

    from hrjournal.store.file import Place

VARIABLE: Final = "HRJOURNAL_PASSPHRASE"
COMMAND: Final = "HRJOURNAL_PASSPHRASE_COMMAND"  # its words are not read by a shell
KEYRING: Final = "HRJOURNAL_KEYRING"  # "on": the keyring of the system is asked
SERVICE: Final = "hrjournal"
LONGEST: Final = 4096  # bytes
SHORTEST: Final = 8  # signs
DOUBTFUL: Final = (
    "Your journal was not encrypted here. What lies in its place is damaged, or was encrypted on "
    "another computer. It was left as it is. To go back to a copy: hrjournal restore"
)


def passphrase(descriptor: int | None, place: Place) -> str:
    """The passphrase of a journal that is there.

    Raises:
        HrjournalError: where there is none, and nobody can be asked.
    """
    given = _given(descriptor) or _from_keyring(place.path)
    if given is not None:
        return given
    if place.marked is FileState.PLAIN:  # nobody who never chose a passphrase can know one
        if not _can_ask():
            raise DamagedError(DOUBTFUL)
        sys.stderr.write(f"{DOUBTFUL}\n")
    return _asked("Passphrase: ")


def new_passphrase(descriptor: int | None) -> str:
    """A passphrase to encrypt with; a person is asked for it twice.

    Raises:
        UsageError: when it is too short, or was not the same twice.
    """
    given = _given(descriptor)
    if given is None:
        given = _asked("New passphrase: ")
        if given != _asked("Once more: "):
            raise UsageError("These were not the same. Nothing was changed. Please try again.")
    if len(given) < SHORTEST:
        raise UsageError(
            f"A passphrase has {SHORTEST} letters or more; four words or more are best. "
            "Nothing was changed."
        )
    return given


def _given(descriptor: int | None) -> str | None:
    """What a program gives, if one does."""
    if descriptor is not None:
        return _from_descriptor(descriptor)
    given = os.environ.pop(VARIABLE, None)  # no child of this process sees it
    command = os.environ.get(COMMAND)
    if given is None and command:
        return _from_command(command)
    return given


def _from_descriptor(descriptor: int) -> str:
    """A line of a descriptor: the next one each time, for one that is old and one that is new."""
    line = bytearray()
    try:
        while len(line) < LONGEST:
            one = os.read(descriptor, 1)
            if one in {b"", b"\n"}:
                break
            line += one
    except OSError:
        raise UsageError("Nothing can be read from that descriptor.") from None
    return _first_line(bytes(line))


def _from_command(command: str) -> str:
    import shlex
    import subprocess

    try:
        done = subprocess.run(
            shlex.split(command), stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, check=True
        )
    except (OSError, ValueError, subprocess.CalledProcessError):
        raise HrjournalError(f"The command in {COMMAND} gave no passphrase.") from None
    return _first_line(done.stdout)


def _first_line(text: bytes) -> str:
    return text.partition(b"\n")[0].rstrip(b"\r").decode("utf-8", "surrogateescape")


def _from_keyring(journal: Path) -> str | None:
    """What the keyring knows; one that does not answer is named, and somebody is asked."""
    if os.environ.get(KEYRING) != "on":
        return None
    keyring, errors = _keyring()
    try:
        return keyring.get_password(SERVICE, str(journal)) or None
    except errors.KeyringError:
        sys.stderr.write("The keyring of your system did not answer.\n")
        return None


def tell_keyring(journal: Path, given: str | None) -> bool:
    """Gives the passphrase to the keyring of the system, or has it forget one, if that is chosen.

    Gives False where the keyring did not do it.
    """
    if os.environ.get(KEYRING) != "on":
        return True
    keyring, errors = _keyring()
    try:
        if given is None:
            keyring.delete_password(SERVICE, str(journal))
        else:
            keyring.set_password(SERVICE, str(journal), given)
    except errors.KeyringError:
        return False
    return True


def _keyring() -> tuple[Any, Any]:
    try:
        import keyring
        import keyring.errors
    except ImportError:
        raise MissingPartError(
            "The keyring of the system cannot be used here. To get the part for it: "
            "pip install 'hrjournal[keyring]'"
        ) from None
    return keyring, keyring.errors


def _can_ask() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _asked(question: str) -> str:
    """What somebody types, unseen.

    Raises:
        HrjournalError: where nobody can be asked.
    """
    if not _can_ask():
        raise HrjournalError(
            "The journal is encrypted, and nobody can be asked for its passphrase here. "
            f"Use --passphrase-fd, or set {COMMAND}."
        )
    from getpass import getpass

    sys.stdout.flush()
    return getpass(question, stream=sys.stderr)
