"""Text from people, made safe to show: nothing in it can move, hide or reorder a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

DOT = "\u00b7"  # stands where a character was that cannot be shown safely
JOINERS = "\u200c\u200d"  # hold the letters of some scripts, and the parts of some emoji, together
WIDE_SPACES = frozenset("\u00a0\u1680\u202f\u205f\u3000") | {chr(n) for n in range(0x2000, 0x200B)}
LONGEST_QUOTE = 40
OPENS, CLOSES = "\ufdd0", "\ufdd1"  # no characters of any script: no text can hold them by right


class OwnWord(str):
    """A word of the person's own: a name, a trigger, a note.

    It is the word itself wherever it stands alone, and between two marks within a sentence. So
    whatever prints can tell it from the words of the program: it is masked in the discreet view,
    and nothing else is. `sanitize` takes the marks off. Words are put together by `f"{word}"` or
    `joined_own`; `str.join` would lose the marks.
    """

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        """The word between its marks; nothing stays nothing."""
        shown = str.__format__(sanitize(self, keep_lines=True), spec)
        return f"{OPENS}{shown}{CLOSES}" if shown else ""


def own(text: str) -> str:
    """The text as a word of the person's own."""
    return text if isinstance(text, OwnWord) else OwnWord(text)


def joined_own(words: Iterable[str], between: str = ", ") -> str:
    """Several own words in a sentence, each between its marks."""
    return between.join(format(own(word)) for word in words)


def unmarked(text: str) -> str:
    """The text without the marks of own words."""
    return text.replace(OPENS, "").replace(CLOSES, "") if OPENS in text or CLOSES in text else text


def shortened(text: str, length: int) -> str:
    """The text in at most `length` characters as it is seen; own words stay between marks."""
    if len(unmarked(text)) <= length:
        return text
    kept, seen = 0, 0
    while seen < length - 1:
        seen += text[kept] not in OPENS + CLOSES
        kept += 1
    begun = text[:kept]
    closing = CLOSES if begun.count(OPENS) > begun.count(CLOSES) else ""
    return begun.rstrip() + "\u2026" + closing


def sanitize(text: str, *, keep_lines: bool = False) -> str:
    """The text without anything that acts on a screen instead of being read.

    Controls, direction marks, surrogates and characters that are not assigned become a dot; a tab
    becomes a space, and so does a new line unless `keep_lines`. Joiners and variation selectors
    stay where a script or an emoji needs them. The marks of own words go.
    """
    if text.isascii() and text.isprintable():
        return str(text)
    text = unmarked(text).replace("\r\n", "\n")
    if keep_lines:
        return "\n".join(map(_line, text.split("\n")))
    return _line(text.replace("\n", " "))


def quote(text: str) -> str:
    """A short quote of what a person typed, in quotation marks and harmless."""
    outer = text.strip()
    short = outer if len(outer) <= LONGEST_QUOTE else outer[: LONGEST_QUOTE - 1] + "\u2026"
    inner = sanitize(short).replace('"', "'")
    return f'"{own(inner)}"'


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
