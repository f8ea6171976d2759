"""What is about to go, what went, and what no program can reach."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.blocks import Block, Heading, ItemList, Page, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.domain.upkeep import Removal

WORD: Final = "wipe"
TRACES: Final = (
    "Traces on the disk. Nothing is written over them, and an SSD keeps them longer. If that "
    "matters to you, encrypt the whole disk."
)
BEYOND: Final = (
    "Files that you exported, printed, sent or copied by hand.",
    "What your shell and your terminal remember of commands: see hrjournal privacy --shell",
    "Backups of this computer, synced folders, and copies on other disks or phones.",
    TRACES,
    "A reminder that you set up, and hrjournal itself.",
)
EMPTY: Final = "There is nothing of hrjournal here."


def going_page(own: Sequence[str], foreign: Sequence[str]) -> Page:
    """What would be deleted, what would stay, and what is out of reach."""
    blocks: list[Block] = []
    if own:
        blocks += [Heading("This would be deleted, for good"), ItemList(tuple(own))]
    else:
        blocks.append(Text(EMPTY))
    blocks += _foreign(foreign)
    blocks += [Heading("This is out of reach"), ItemList(BEYOND)]
    return Page("Wipe", tuple(blocks), {"own": list(own), "not_ours": list(foreign)})


def gone_page(found: Removal) -> Page:
    """What was deleted, what would not go, what stays, and what is out of reach."""
    blocks: list[Block] = []
    if found.gone:
        blocks += [Heading("Deleted"), ItemList(found.gone)]
    if found.stuck:
        blocks += [Heading("Could not be deleted"), ItemList(found.stuck)]
    blocks += _foreign(found.foreign)
    blocks += [Heading("Still there, out of reach"), ItemList(BEYOND)]
    data = {
        "deleted": list(found.gone),
        "not_deleted": list(found.stuck),
        "not_ours": list(found.foreign),
    }
    return Page("Wipe", tuple(blocks), data)


def _foreign(paths: Sequence[str]) -> list[Block]:
    if not paths:
        return []
    return [Heading("This stays, for hrjournal did not make it"), ItemList(tuple(paths))]
