"""The summary for machines: one key for each part that is in, and none for what is left out.

What stands under each is said in `explain.py`, and by `hrjournal summary --explain`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hrjournal.domain.summary.sections import Section
from hrjournal.pages.summary import SECTION_PAGES
from hrjournal.pages.summary.explain import VERSION
from hrjournal.pages.trends.data import iso, span

if TYPE_CHECKING:
    from hrjournal.pages.summary.lookups import Lookups
    from hrjournal.report.summary import Summary


def data(summary: Summary, known: Lookups) -> dict[str, Any]:
    """Everything that the page says."""
    scope = summary.scope
    since = None if scope.session is None else iso(scope.session)
    found: dict[str, Any] = {
        "version": VERSION,
        "window": {**span(scope.window), "days": scope.window.length, "since_session": since},
        "made_on": iso(scope.today),
        "self_reported": True,
        "aliased": scope.hidden,
        "parts": [part.value for part in Section if part in summary.parts],
    }
    return found | {
        part.value: SECTION_PAGES[part].data(summary, known)
        for part in Section
        if part in summary.parts
    }
