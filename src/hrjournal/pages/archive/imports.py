"""The report of an import: understood, there already, refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.blocks import Block, Column, DefinitionList, Page, Table, Text
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hrjournal.domain import archive
    from hrjournal.domain.archive.csv_rows import RejectedRow

SHOWN = 20
STAYS = "What is there in another form stays as it is in your journal."
NOTHING_NEW = "Nothing of it is new: your journal holds it already."
NAMES = {
    "settings": "Choices",
    "substances": "Substances",
    "aliases": "Other names",
    "servings": "Servings of yours",
    "starts": "Starts",
    "entries": "Records",
    "keepsakes": "Kept beside the days",
}


class RowCounts(NamedTuple):
    """What became of the rows of a table, in numbers; None where that is not known."""

    new: int
    there: int
    written: int
    differing: int | None = None  # of those that are there
    substances: int | None = None  # that are new


def page(
    counts: RowCounts,
    refused: Sequence[RejectedRow],
    *,
    dry_run: bool,
    notes: Sequence[str] = (),
) -> Page:
    """What became of the rows; the first refused ones with their lines."""
    new, there, written, differing, substances = counts
    told = (
        ("Understood, new", "understood", new),
        ("Already there", "already_there", there),
        ("There in another form", "in_another_form", differing),
        ("New substances", "substances", substances),
        ("Refused", "refused", len(refused)),
        ("Written", "written", written),
    )
    facts = tuple((name, f"{count:,}") for name, _, count in told if count is not None)
    places = [(f"{line}", reason) for line, reason in refused]
    blocks: list[Block] = [DefinitionList(facts), *map(Text, notes)]
    if differing:
        blocks.append(Text(STAYS))
    if there and not (new or refused or differing):
        blocks.append(Text(NOTHING_NEW))
    blocks += _refused(Column("Line", right=True), places)
    blocks += _end(written, dry_run=dry_run)
    data = {key: count for _, key, count in told if count is not None} | {
        "refused": [{"line": line, "reason": reason} for line, reason in refused],
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
        blocks.append(Text(STAYS))
    if not refused and not any(one.new or one.differing for one in found.values()):
        blocks.append(Text(NOTHING_NEW))
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
