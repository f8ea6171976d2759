"""The report of an import: understood, there already, refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.blocks import Block, Column, DefinitionList, Page, Table, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hrjournal.domain import archive
    from hrjournal.domain.archive.csv_rows import RejectedRow

SHOWN = 20
NAMES = {
    "settings": "Choices",
    "substances": "Substances",
    "aliases": "Other names",
    "servings": "Servings of yours",
    "starts": "Starts",
    "entries": "Records",
    "keepsakes": "Kept beside the days",
}


def page(
    new: int, there: int, refused: Sequence[RejectedRow], written: int, *, dry_run: bool
) -> Page:
    """What became of the rows; the first refused ones with their lines."""
    facts = (
        ("Understood, new", f"{new:,}"),
        ("Already there", f"{there:,}"),
        ("Refused", f"{len(refused):,}"),
        ("Written", f"{written:,}"),
    )
    places = [(f"{line}", reason) for line, reason in refused]
    blocks: list[Block] = [DefinitionList(facts), *_refused(Column("Line", right=True), places)]
    blocks += _end(written, dry_run=dry_run)
    data = {
        "understood": new,
        "already_there": there,
        "refused": [{"line": line, "reason": reason} for line, reason in refused],
        "written": written,
        "dry_run": dry_run,
    }
    return Page("Import", tuple(blocks), data)


def everything_page(
    found: Mapping[str, archive.DiffCounts],
    refused: Sequence[archive.RefusedItem],
    written: int,
    *,
    dry_run: bool,
) -> Page:
    """What became of all of a journal, part by part, and what was refused with its place."""
    columns = (
        Column("Part"),
        Column("New", right=True),
        Column("Already there", right=True),
        Column("There in another form", right=True, drop_order=1),
    )
    rows = tuple((NAMES[name], *(f"{count:,}" for count in one)) for name, one in found.items())
    blocks: list[Block] = [Table(columns, rows)]
    if any(diff_counts.differing for diff_counts in found.values()):
        blocks.append(Text("What is there in another form stays as it is in your journal."))
    if not refused and not any(one.new or one.differing for one in found.values()):
        blocks.append(Text("Nothing of it is new: your journal holds it already."))
    blocks += _refused(Column("Place"), refused)
    blocks += _end(written, dry_run=dry_run)
    data = {
        "parts": {
            name: {"new": one.new, "already_there": one.there, "in_another_form": one.differing}
            for name, one in found.items()
        },
        "refused": [{"place": place, "reason": reason} for place, reason in refused],
        "written": written,
        "dry_run": dry_run,
    }
    return Page("Import", tuple(blocks), data)


def _refused(where: Column, refused: Sequence[tuple[str, str]]) -> Iterator[Block]:
    """What was refused, the first of it with place and reason."""
    if refused:
        yield Table((where, Column("Why")), tuple((place, why) for place, why in refused[:SHOWN]))
    if len(refused) > SHOWN:
        yield Text(f"And {len(refused) - SHOWN:,} more.")


def _end(written: int, *, dry_run: bool) -> Iterator[Block]:
    if dry_run:
        yield Text("This was a dry run. Nothing was written.")
    elif written:
        yield Text("Saved. To take all of it back: hrjournal undo")
