"""Text from people, made safe to show: nothing in it can move, hide or reorder a screen."""

from __future__ import annotations

DOT = "\u00b7"  # stands where a character was that cannot be shown safely
JOINERS = "\u200c\u200d"  # hold the letters of some scripts, and the parts of some emoji, together
WIDE_SPACES = frozenset("\u00a0\u1680\u202f\u205f\u3000") | {chr(n) for n in range(0x2000, 0x200B)}
LONGEST_QUOTE = 40


def sanitize(text: str, *, keep_lines: bool = False) -> str:
    """The text without anything that acts on a screen instead of being read.

    Controls, direction marks, surrogates and characters that are not assigned become a dot; a tab
    becomes a space, and so does a new line unless `keep_lines`. Joiners and variation selectors
    stay where a script or an emoji needs them.
    """
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n")
    if keep_lines:
        return "\n".join(map(_line, text.split("\n")))
    return _line(text.replace("\n", " "))


def quote(text: str) -> str:
    """A short quote of what a person typed, in quotation marks and harmless."""
    outer = text.strip()
    short = outer if len(outer) <= LONGEST_QUOTE else outer[: LONGEST_QUOTE - 1] + "\u2026"
    inner = sanitize(short).replace('"', "'")
    return f'"{inner}"'


def _line(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    shown = [" "]
    for mark, after in zip(text, text[1:] + " ", strict=True):
        shown.append(mark if " " <= mark <= "~" else _shown(mark, shown[-1], after))
    return "".join(shown[1:])


def _shown(mark: str, before: str, after: str) -> str:
    """One character as it may be shown between the one shown before it and the one to come."""
    if mark == "\t":
        return " "
    if mark in JOINERS:
        kept = _joins(before) and _joins(after) and not _selects(after)
    elif _selects(mark):
        kept = not (before.isspace() or before == DOT or _selects(before))
    else:
        kept = mark.isprintable() or mark in WIDE_SPACES
    return mark if kept else DOT


def _joins(neighbor: str) -> bool:
    return not neighbor.isascii() and neighbor.isprintable() and neighbor != DOT


def _selects(mark: str) -> bool:
    """Whether it chooses a form of the character before it; a row of them can carry hidden text."""
    return "\ufe00" <= mark <= "\ufe0f" or "\U000e0100" <= mark <= "\U000e01ef"
