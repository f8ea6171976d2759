"""The measures page of any journal, and the figures in its table."""

from __future__ import annotations

import io
import json
from typing import Any

from hrjournal.blocks import Page, Table
from hrjournal.content.definitions import definitions
from hrjournal.domain.history import DateRange, History
from hrjournal.formats.terminal.show import show
from hrjournal.pages.measures.page import page
from hrjournal.report.clinical import Thresholds, clinical
from support.builders import TODAY
from support.pages.reading import UNITS, column
from support.report.diaries import lines

MONTH = DateRange(TODAY - 29, TODAY + 1)


def shown(
    found: History,
    window: DateRange = MONTH,
    by: Thresholds | None = None,
    *,
    chosen: bool = False,
    note: str | None = None,
) -> Page:
    measured = clinical(found, window, TODAY, by or lines(), chosen=chosen)
    return page(measured, definitions(), UNITS, TODAY, note)


def drawn(found: Page, width: int) -> str:
    stream = io.StringIO()
    show(found, stream, width=width)
    return stream.getvalue()


def data(found: Page) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(json.dumps(found.data, allow_nan=False))
    return read


def measures_of(found: Page, name: str = "Alcohol") -> dict[str, Any]:
    read: dict[str, Any] = data(found)["substances"][name]["measures"]
    return read


def figures(table: Table) -> dict[str, str]:
    """What stands beside the name of each measure, by its id."""
    ids = {
        name: one.id for one in definitions().values() for name in (one.name, one.other, one.care)
    }
    names = [name.partition(":")[0] for name in column(table, "Measure")]
    return dict(zip([ids[name] for name in names], column(table, "Figure"), strict=True))
