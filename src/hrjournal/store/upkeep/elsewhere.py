"""What carries the journal's folder to other computers, and what a shell remembers."""

from __future__ import annotations

import os
import re
import stat
from typing import TYPE_CHECKING, Final

from hrjournal.domain.upkeep import CheckFinding, Trouble

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from hrjournal.store.file import Place

SYNCED: Final = {  # how folders begin that are carried elsewhere, and by what
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "mobile documents": "iCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
}
MARKS: Final = {".stfolder": "Syncthing", ".sync_journal.db": "Nextcloud", ".dropbox": "Dropbox"}
NETWORK: Final = re.compile(r"nfs\d?|cifs|smb\w*|afs|9p|ceph|glusterfs|fuse\..+")
SPACE: Final = re.compile(rb"\\([0-7]{3})")
# A call stands at the start of a line or behind a sign that begins a command; zsh may write a time
# before it, fish a name, and a person a value or a path.
CALL: Final = re.compile(
    rb"(?:^(?:- cmd:)?|[;&|(])\s*(?:(?:\w+=\S*|command|env|nohup|time)\s+)*"
    rb"(?:[^\s;&|()]*/)?(?:hrjournal|hrj)(?![\w.-])",
    re.MULTILINE,
)
LARGEST: Final = 64 * 1024 * 1024  # bytes of a history that are looked at


def carried(place: Place, mounts: Path) -> Iterator[CheckFinding]:
    """Whether something carries the folder to other computers, or it lies on one.

    `mounts` is where the system lists its file systems.
    """
    folder = place.path.parent.resolve()
    if name := _synced_by(folder):
        yield CheckFinding(Trouble.SYNCED, name)
    kind = _file_system(folder, mounts)
    if NETWORK.fullmatch(kind):
        yield CheckFinding(Trouble.NETWORK, kind)


def _synced_by(folder: Path) -> str:
    names = [
        name
        for part in folder.parts
        for beginning, name in SYNCED.items()
        if part.casefold().startswith(beginning)
    ]
    names += [
        name
        for above in (folder, *folder.parents)
        for mark, name in MARKS.items()
        if os.path.lexists(above / mark)
    ]
    return names[0] if names else ""


def _file_system(folder: Path, mounts: Path) -> str:
    """The kind of file system that a folder lies on; empty where nothing says it."""
    try:
        lines = mounts.read_bytes().splitlines()
    except OSError:
        return ""
    found, longest = "", -1
    for line in lines:
        _, place, kind, *_ = (*line.split(b" "), b"", b"", b"")
        point = SPACE.sub(lambda octal: bytes([int(octal[1], 8) & 255]), place).decode(
            "utf-8", "surrogateescape"
        )
        if point and len(point) >= longest and folder.is_relative_to(point):
            found, longest = kind.decode("ascii", "replace"), len(point)
    return found


def count_calls(histories: Iterable[Path]) -> int:
    """How many lines of these files call the program; what they say is told to nobody."""
    return sum(map(_calls, dict.fromkeys(histories)))


def _calls(path: Path) -> int:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return 0
        with path.open("rb") as file:
            lines = file.read(LARGEST).splitlines()
    except OSError:
        return 0
    return sum(bool(CALL.search(line)) for line in lines)
