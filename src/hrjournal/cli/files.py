"""Files that a person names: opened calmly."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from hrjournal.errors import ImportRefusedError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hrjournal.cli.context import AppContext

BESIDE: Final = ("", "-journal", "-wal", "-shm", ".part", ".copies")  # what is the journal's own


def target_path(app: AppContext, file: Path) -> Path:
    """Where a file is to be written; `~` is the person's home.

    Raises:
        UsageError: when it is the journal, or a name that is kept for it.
    """
    path = file.expanduser()
    journal = app.place.path.resolve()
    own = {journal.with_name(journal.name + end) for end in BESIDE}
    found = path.resolve()
    if found in own or app.place.copies.resolve() in found.parents:
        what = "the journal itself" if found == journal else "a place that the journal needs"
        raise UsageError(f"That is {what}. Choose another name for the file.")
    return path


@contextmanager
def readable(file: Path, most: int) -> Iterator[None]:
    """For reading a file of up to `most` megabytes; what goes wrong becomes a sentence."""
    try:
        if not file.is_file():
            raise ImportRefusedError("There is no such file. Nothing was written.")
        if file.stat().st_size > most * 1024 * 1024:
            raise too_large(most)
        yield
    except UnicodeDecodeError:
        raise ImportRefusedError("The file is not text in UTF-8. Nothing was written.") from None
    except OSError:
        raise ImportRefusedError("The file cannot be read. Nothing was written.") from None


def too_large(most: int) -> ImportRefusedError:
    """That a file is larger than so many megabytes."""
    return ImportRefusedError(f"The file is larger than {most} MB. Nothing was written.")
