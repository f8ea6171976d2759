"""Texts from a corpus of hostile ones, where it is at hand, and some of our own in any case."""

from __future__ import annotations

import json
from typing import Final

from support.places import SHARED

_CORPUS: Final = SHARED / "tools" / "nasty.json"
_OWN: Final = (
    "<script>alert(1)</script>",
    '"><svg/onload=alert(1)>',
    "' onmouseover='alert(1)",
    "</title></style><img src=x onerror=1>",
    "<!-- & --> ]]> &lt;b&gt; &#60;",
    "{{ 7 * 7 }} {% raw %} ${7*7}",
    "javascript:alert(1) https://example.org www.example.org someone@example.org",
    "# heading",
    "- list",
    "1. list",
    "> quote",
    "---",
    "```code```",
    "a|b\\|c",
    "![x](y) [z](javascript:alert(1)) [^1]: [x]: y",
    "*a* _b_ ~~c~~ ==d== $e$ `f`",
    "\x1b[31m\u202eabc\u2028",
)


def _corpus() -> tuple[str, ...]:
    if not _CORPUS.exists():
        return ()
    found: list[dict[str, str]] = json.loads(_CORPUS.read_text(encoding="utf-8"))
    return tuple(one["text"] for one in found)


NASTY: Final = tuple(dict.fromkeys((*_OWN, *_corpus())))
