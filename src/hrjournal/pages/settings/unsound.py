"""What is said of records that are not as they were written, above figures without them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST = 5  # numbers that are told one by one


def unsound_lines(entries: Sequence[int], others: int) -> list[str]:
    """That some of it was left out, and what to do."""
    what = []
    if entries:
        told = ", ".join(map(str, entries[:MOST]))
        more = len(entries) - MOST
        told += f" and {more} more" if more > 0 else ""
        what.append(f"record {told}" if len(entries) == 1 else f"records {told}")
    if others:
        what.append("1 other row" if others == 1 else f"{others} other rows")
    if not what:
        return []
    left = " and ".join(what)
    return [
        f"Not as it was written, and left out of what you see: {left}.",
        "To see more: hrjournal doctor. To go back to a copy: hrjournal restore",
    ]


def unread_line(keys: Sequence[str]) -> str:
    """That choices mean nothing as they are kept, so that the usual holds."""
    what = "This setting" if len(keys) == 1 else "These settings"
    return (
        f"{what} cannot be read, so the usual holds: {', '.join(keys)}. "
        f"To set it: hrjournal config {keys[0]}"
    )
