"""What became of the copies when something was taken out for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hrjournal.domain.file import Forgotten


def forgotten_words(found: Forgotten) -> str:
    """That nothing brings it back, and where it may still be."""
    words = ["It cannot be brought back."]
    if found.rewritten:
        every = "all " if found.rewritten > 2 and not found.left else ""
        copies = "the copy" if found.rewritten == 1 else f"{every}{found.rewritten} copies"
        words.append(f"It is gone from {copies} of your journal too.")
    if not found.wiped:
        words.append(
            "Traces of it may be left in the journal file, which could not be written anew. "
            "There may be too little space on the disk."
        )
    # A command to type ends what is said, so only one of these.
    if not found.seen:
        words.append(
            "The folder of your copies could not be read, so a copy in it may still hold it. "
            "To see what is wrong: hrjournal doctor"
        )
    elif found.left:
        *most, last = map(str, found.left)
        copies = f"Copies {', '.join(most)} and {last}" if most else f"Copy {last}"
        words.append(
            f"{copies} could not be changed and may still hold it. "
            f"To do away with {'one of them' if most else 'that copy'}: "
            f"hrjournal backup --delete {last}"
        )
    return " ".join(words)
