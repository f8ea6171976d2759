"""Copies of the journal: what their names say, and which of them stay."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import UTC, datetime
from re import compile as pattern
from typing import TYPE_CHECKING, Final

from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BEFORE_RESTORE: Final = "before-restore"  # what was there until another copy took its place
UNSOUND: Final = "unsound"  # some of it was not as it was written
_NAME: Final = pattern(rf"(\d{{8}}-\d{{6}})(?:-(\d{{1,6}}))?(?:-({BEFORE_RESTORE}|{UNSOUND}))?\.db")

# Steps that can go wrong follow each other within minutes: the copy from before the first of them
# is the one that is wanted, and it would be gone if each day kept only its last one.
NEWEST: Final = 5


class CopyName(NamedTuple):
    """What the name of a copy says: when it was made, which one of that second, and why."""

    made: datetime
    number: int = 1
    label: str = ""

    @property
    def stem(self) -> str:
        """The name without its ending."""
        number = f"-{self.number}" if self.number > 1 else ""
        label = f"-{self.label}" if self.label else ""
        return f"{self.made:%Y%m%d-%H%M%S}{number}{label}"


Span = Callable[[CopyName], Hashable]
SPANS: Final[tuple[tuple[Span, int], ...]] = (  # spans of time, and how many of each
    (lambda one: one.made.date(), 7),
    (lambda one: one.made.isocalendar()[:2], 4),
    (lambda one: (one.made.year, one.made.month), 12),
)


def copy_name(name: str) -> CopyName | None:
    """The name of a file read as that of a copy; None for one that the program did not give."""
    found = _NAME.fullmatch(name)
    try:
        made = datetime.strptime(found[1], "%Y%m%d-%H%M%S").replace(tzinfo=UTC) if found else None
    except ValueError:
        return None
    return CopyName(made, int(found[2] or 1), found[3] or "") if found and made else None


def staying(copies: Iterable[CopyName], new: CopyName) -> set[CopyName]:
    """Which copies stay once a new one is there; the new one always does.

    Of those with a label the newest few stay. Of all others: the newest few, the newest of each
    of the last 7 days that have copies, of the last 4 weeks and of the last 12 months. Copies
    that say they are newer than the new one come from a clock that was ahead; they are counted
    by themselves, so that they never push out what is made since.
    """
    groups: dict[tuple[str, bool], list[CopyName]] = {}
    for one in {*copies, new}:
        groups.setdefault((one.label, one > new), []).append(one)
    kept = {new}
    for (label, _), group in groups.items():
        newest = sorted(group, reverse=True)
        kept.update(newest[:NEWEST])
        if not label:
            for span, most in SPANS:
                kept.update(_newest_of_each(newest, span, most))
    return kept


def _newest_of_each(newest_first: Sequence[CopyName], span: Span, most: int) -> list[CopyName]:
    """The newest of each of the last spans of time that have copies."""
    found: dict[Hashable, CopyName] = {}
    for one in newest_first:
        found.setdefault(span(one), one)
    return list(found.values())[:most]
