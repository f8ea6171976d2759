"""What the program made: the one list that tells its own things from those of others."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hrjournal.named import NamedTuple
from hrjournal.store import disk
from hrjournal.store.disk import STALE_SECONDS
from hrjournal.store.drafts.files import drafts_folder
from hrjournal.store.file import APPLICATION_ID
from hrjournal.store.private_file import PREFIX, SUFFIX

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrjournal.store.file import Place

STAMPED: Final = r"\d{8}-\d{6}(-[\w-]+)?"  # how copies are named
COPY: Final = re.compile(STAMPED + r"\.(db|part|db\.anew)(-journal|-wal|-shm)?|marker(\.part)?")
DRAFT: Final = re.compile(r"[a-z_-]+-\d+(-\d+)?\.json")  # words that could not be saved yet
DEMO: Final = "hrjournal-demo-"  # how the folders of sample journals begin
NEAR_SECONDS: Final = 60  # by which a clock may be read too early


class Belongings(NamedTuple):
    """What is the program's own: files, then their folders, those within others first.

    `foreign` lies in these folders and is nothing that the program made.
    """

    files: tuple[Path, ...]
    folders: tuple[Path, ...]
    foreign: tuple[Path, ...]


def sides(place: Place) -> list[Path]:
    """What SQLite left beside the journal."""
    return [side for side in disk.sides(place.path) if is_own(side, stat.S_ISREG)]


def half_files(place: Place) -> list[Path]:
    """Copies and files that were not written to their end."""
    half = (PREFIX, f"{place.path.name}.")
    found = [one for one in inside(place.path.parent) if one.name.startswith(half)]
    found += inside(place.copies) + inside(drafts_folder(place))
    return [one for one in found if SUFFIX in one.suffix and is_own(one, stat.S_ISREG)]


def is_stale(path: Path, now: float) -> bool:
    """Whether a half file is so old that no run can still be at work on it."""
    return not -NEAR_SECONDS <= now - path.lstat().st_mtime < STALE_SECONDS


def belongings(place: Place) -> Belongings:
    """Everything that the program made for this journal, and samples that were cut short."""
    journal = [place.path, *sides(place)] if _is_journal(place) else []
    copies = [one for one in inside(place.copies) if COPY.fullmatch(one.name)]
    words = [one for one in inside(drafts_folder(place)) if DRAFT.fullmatch(one.name)]
    demos = [one for one in inside(_temporary()) if one.name.startswith(DEMO)]
    below = [path for demo in demos if is_own(demo, stat.S_ISDIR) for path in (*_below(demo), demo)]
    files = [*journal, *half_files(place), *copies, *words, *below]
    own = [place.copies, drafts_folder(place), *([place.path.parent] if place.own else [])]
    folders = [one for one in (*below, *own) if is_own(one, stat.S_ISDIR)]
    files = [one for one in dict.fromkeys(files) if is_own(one, stat.S_ISREG)]
    known = {*files, *folders}
    foreign = [one for folder in own for one in inside(folder) if one not in known]
    if not journal and place.path not in foreign and os.path.lexists(place.path):
        foreign.append(place.path)
    return Belongings(tuple(files), tuple(folders), tuple(foreign))


def _is_journal(place: Place) -> bool:
    """Whether what lies at the journal's place is one: by its place, its header or its copies.

    One that is damaged is a journal too; a file of somebody's that `--db` named by a slip is not.
    """
    if not is_own(place.path, stat.S_ISREG):
        return False
    if place.own or any(COPY.fullmatch(one.name) for one in inside(place.copies)):
        return True
    with place.path.open("rb") as file:
        header = file.read(100)
    return not header or header[68:72] == APPLICATION_ID.to_bytes(4, "big")


def is_own(path: Path, kind: Callable[[int], bool]) -> bool:
    """Whether something of this person's and of this kind lies there; no link is followed."""
    try:
        found = path.lstat()
    except OSError:
        return False
    return kind(found.st_mode) and (os.name != "posix" or found.st_uid == os.geteuid())


def inside(folder: Path) -> list[Path]:
    """What lies in a folder that is one and no link to one; nothing where it cannot be seen."""
    try:
        return sorted(folder.iterdir()) if stat.S_ISDIR(folder.lstat().st_mode) else []
    except OSError:
        return []


def _temporary() -> Path:
    """Where samples are made. The standard library would write a file to find out."""
    named = (os.environ.get(name) for name in ("TMPDIR", "TEMP", "TMP"))
    return next((Path(one) for one in named if one and Path(one).is_dir()), Path("/tmp"))  # noqa: S108


def _below(folder: Path) -> list[Path]:
    """All that lies below a folder; what lies in one comes before it."""
    return [path for one in inside(folder) for path in (*_below(one), one)]
