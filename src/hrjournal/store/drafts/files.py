"""Drafts: private files beside the journal, each there until its words are saved."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Any

from hrjournal.domain.draft import Draft, TypedAnswer
from hrjournal.errors import HrjournalError
from hrjournal.store.file import MAGIC
from hrjournal.store.file.rights import make_folder
from hrjournal.store.private_file import write_private_file

if TYPE_CHECKING:
    from pathlib import Path

    from hrjournal.store.file import Place


def drafts_folder(place: Place) -> Path:
    """Where the drafts of a journal lie: a folder beside it, there while there are any."""
    return place.path.with_name(f"{place.path.name}.drafts")


def is_secret(place: Place) -> bool:
    """Whether the journal is no plain file of SQLite, so that no word may lie plainly beside it."""
    try:
        with place.path.open("rb") as file:
            header = file.read(len(MAGIC))
    except OSError:
        return False
    return bool(header) and header != MAGIC


def keep_draft(place: Place, draft: Draft, *, secret: bool) -> Path | None:
    """Keeps a draft for this person alone; None when it could not be, or is `secret`."""
    if secret:
        return None
    folder = drafts_folder(place)
    content = json.dumps(
        {
            "flow": draft.flow,
            "at": draft.at,
            "answers": [answer._asdict() for answer in draft.answers],
        },
        indent=1,
    )
    try:
        make_folder(folder)
        path = _free(folder, f"{draft.flow}-{''.join(filter(str.isdigit, draft.at))}")
        write_private_file(path, content.encode())
    except (OSError, HrjournalError):
        with suppress(OSError):
            folder.rmdir()
        return None
    return path


def list_drafts(place: Place, flow: str) -> list[tuple[Path, Draft]]:
    """The drafts of a flow that can be read, the oldest first; others are left as they are."""
    found = []
    with suppress(OSError):
        for path in sorted(drafts_folder(place).glob(f"{flow}-*.json")):
            draft = _read(path)
            if draft is not None and draft.flow == flow:
                found.append((path, draft))
    return found


def remove_draft(path: Path) -> None:
    """Does away with a draft, and with the folder when it was the last."""
    with suppress(OSError):
        path.unlink(missing_ok=True)
        path.parent.rmdir()


def _read(path: Path) -> Draft | None:
    try:
        told: Any = json.loads(path.read_bytes())
        datetime.fromisoformat(told["at"])
        answers = tuple(
            TypedAnswer(
                str(one["key"]), str(one["text"]), own=bool(one["own"]), whole=bool(one["whole"])
            )
            for one in told["answers"]
        )
        return Draft(str(told["flow"]), told["at"], answers)
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def _free(folder: Path, name: str) -> Path:
    path, number = folder / f"{name}.json", 1
    while path.exists():
        number += 1
        path = folder / f"{name}-{number}.json"
    return path
