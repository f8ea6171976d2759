"""A whole journal as JSON: one record a line, in a fixed order, the same for the same journal."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, Final

from hrjournal.domain.archive.model import FORMAT, HIDDEN, LATER, VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrjournal.domain.archive.model import Archive, Record
    from hrjournal.domain.entries.entry import Moment
    from hrjournal.domain.history import BaselinePin
    from hrjournal.domain.keepsake import Keepsake
    from hrjournal.domain.substances.amount import Amount
    from hrjournal.domain.substances.substance import OwnServing, Substance

BEYOND_ASCII: Final = re.compile(r"[^\x20-\x7e\n]")
Data = dict[str, Any]


def text_of(archive: Archive) -> str:
    """The file: readable letters as they are, whatever cannot be seen as an escape."""
    head = [("format", FORMAT), ("version", VERSION), ("settings", _sorted(archive.settings))]
    rows: Mapping[str, list[Data]] = {
        "substances": [_substance(substance) for substance in archive.substances],
        HIDDEN: [{"substance": one.key} for one in archive.substances if one.hidden],
        "aliases": [
            {"word": word, "substance": key} for word, key in sorted(archive.aliases.items())
        ],
        "servings": [_serving(serving) for serving in archive.servings],
        "starts": [_start(key, baseline_pin) for key, baseline_pin in archive.starts.items()],
        "entries": [_entry(record) for record in archive.entries],
        "keepsakes": [_keepsake(keepsake) for keepsake in archive.keepsakes],
    }
    members = [f'"{name}": {_line(value)}' for name, value in head]
    members += [
        f'"{name}": {_lines(told)}' for name, told in rows.items() if told or name not in LATER
    ]
    text = "{\n" + ",\n".join(members) + "\n}\n"
    return BEYOND_ASCII.sub(_visible, text)


def _lines(rows: list[Data]) -> str:
    if not rows:
        return "[]"
    return "[\n" + ",\n".join(_line(_said(row)) for row in rows) + "\n]"


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _visible(found: re.Match[str]) -> str:
    mark = found[0]
    return mark if mark.isprintable() else json.dumps(mark)[1:-1]


def _said(row: Data) -> Data:
    """A row without what it says nothing about."""
    return {name: value for name, value in row.items() if value is not None}


def _sorted(values: Mapping[str, Any]) -> Data:
    return {name: values[name] for name in sorted(values)}


def _substance(one: Substance) -> Data:
    return {"key": one.key, "name": one.name, "kind": one.kind.id, "unit": one.unit}


def _serving(one: OwnServing) -> Data:
    return {
        "name": one.name,
        "substance": one.substance,
        "amount": _number(one.thousandths),
        "unit": one.unit,
        "typed": one.typed,
    }


def _start(key: str, start: BaselinePin) -> Data:
    return {
        "substance": key,
        "from": _day(start.days.start) if start.days else None,
        "to": _day(start.days.end - 1) if start.days else None,
        "amount": None if start.doubled is None else _number(start.doubled, 2000),
        "days_a_week": start.use_days,
        "unit": start.unit or None,
    }


def _entry(record: Record) -> Data:
    entry = record.entry
    return {
        "id": entry.id,
        "origin": record.origin,
        "sort": entry.type.value,
        **_moment(entry.moment),
        "substance": entry.substance,
        "amount": _amount(entry.amount) if entry.amount else None,
        "mood": entry.mood,
        "urge": entry.urge,
        "urge_after": entry.urge_after,
        "anxiety": entry.anxiety,
        "pain": entry.pain,
        "sleep_minutes": entry.sleep,
        "minutes": entry.minutes,
        "outcome": entry.outcome.value if entry.outcome else None,
        "route": entry.route,
        "with": entry.company,
        "spend": None if entry.spend is None else _number(entry.spend),
        "planned": entry.planned or None,
        "triggers": list(entry.triggers) or None,
        "copings": list(entry.copings) or None,
        "steps": list(entry.steps) or None,
        "note": entry.note,
        "gave": entry.gave,
        "after": entry.after,
        "score": entry.score,
        "written": _instant(entry.written),
    }


def _amount(amount: Amount) -> Data:
    return _said(
        {
            "low": None if amount.low is None else _number(amount.low),
            "high": None if amount.high is None else _number(amount.high),
            "unit": amount.unit,
            "about": amount.about or None,
            "typed": amount.typed or None,
        }
    )


def _keepsake(one: Keepsake) -> Data:
    return {
        "id": one.id,
        "sort": one.type.value,
        **_moment(one.moment),
        "subject": one.subject or None,
        "text": one.text or None,
        "score": one.score,
        "more": _sorted(one.more) or None,
        "written": _instant(one.written),
    }


def _moment(moment: Moment) -> Data:
    zone = timezone(timedelta(seconds=moment.offset))
    return {
        "at": datetime.fromtimestamp(moment.instant, zone).isoformat(),
        "zone": moment.zone,
        "timed": None if moment.timed else False,
    }


def _instant(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat()


def _day(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()


def _number(parts: int, of: int = 1000) -> float:
    """A whole number of parts in whole ones; exact, since it has fewer digits than a float."""
    return parts // of if parts % of == 0 else parts / of
