"""When a stop or a fall is told, by kind or group: the numbers of `notices.toml`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.domain.knowledge.stop_rule import StopRule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrjournal.domain.substances.substance import Kind

USUALLY: Final = StopRule(near_daily_days=12, of_days=14, watch_days=14, fall_percent=25)
PILLS: Final = USUALLY._replace(pace_percent=10, pace_days=14)
STOP_RULES: Final[Mapping[str, StopRule]] = {
    "alcohol": USUALLY._replace(gentle_grams=80, grams=120, strong_grams=240),
    "benzodiazepines": PILLS,
    "z_drugs": PILLS,
    "gabapentinoids": USUALLY,
    "ghb": USUALLY,
    "gaba_b": USUALLY,
    "barbiturates": USUALLY,
    "synthetic_cannabinoid": USUALLY,
}


def stop_rule_of(kind: Kind) -> StopRule | None:
    """The rule of a kind, else of its group; None where a stop is not dangerous in itself."""
    if not kind.hard_stop:
        return None
    return STOP_RULES.get(kind.id) or STOP_RULES.get(kind.group, USUALLY)
