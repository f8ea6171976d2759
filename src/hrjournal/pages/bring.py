"""The report of an import: understood, there already, refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.blocks import Block, Column, Facts, Page, Table, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.domain.intake import Refused

SHOWN = 20


def page(new: int, there: int, refused: Sequence[Refused], written: int, *, dry_run: bool) -> Page:
    """What became of the rows; the first refused ones with their lines."""
    facts = (
        ("Understood, new", f"{new:,}"),
        ("Already there", f"{there:,}"),
        ("Refused", f"{len(refused):,}"),
        ("Written", f"{written:,}"),
    )
    blocks: list[Block] = [Facts(facts)]
    if refused:
        rows = tuple((f"{line}", reason) for line, reason in refused[:SHOWN])
        blocks.append(Table((Column("Line", right=True), Column("Why")), rows))
        if len(refused) > SHOWN:
            blocks.append(Text(f"And {len(refused) - SHOWN:,} more."))
    if dry_run:
        blocks.append(Text("This was a dry run. Nothing was written."))
    elif written:
        blocks.append(Text("Saved. To take all of it back: hrjournal undo"))
    data = {
        "understood": new,
        "already_there": there,
        "refused": [{"line": line, "reason": reason} for line, reason in refused],
        "written": written,
        "dry_run": dry_run,
    }
    return Page("Import", tuple(blocks), data)
