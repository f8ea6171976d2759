"""Lines, services and places to turn to, and which of them are near."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

ANYWHERE = "INT"
EMERGENCY = "emergency"
DIRECTORY = "directory"
URGENT = {EMERGENCY, "crisis"}  # kinds that stand first, whatever a person looks for


class Need(StrEnum):
    """What a person can look for."""

    CRISIS = "crisis"
    OVERDOSE = "overdose"
    NALOXONE = "naloxone"
    TREATMENT = "treatment"
    SUPPLIES = "supplies"
    CHECKING = "checking"
    HOUSING = "housing"
    PEER = "peer"
    POISON = "poison"
    ADVICE = "advice"
    INFORMATION = "information"
    FAMILY = "family"


class Resource(NamedTuple):
    """One of them. Numbers are told by `ways` alone, which gives none that was not checked."""

    id: str
    country: str  # its code, that of a union, or ANYWHERE; a part of a country behind a hyphen
    kind: str
    name: str
    what_for: str
    needs: tuple[str, ...]
    phone: str
    text: str
    url: str
    hours: str
    caution: str
    checked: date
    verified: bool
    sources: tuple[str, ...]

    def meets(self, need: Need | None) -> bool:
        """Whether it is for this; without a need it is."""
        return need is None or need in self.needs

    @property
    def ways(self) -> tuple[str, ...]:
        """How to reach it by phone, in words."""
        if not self.verified:
            return ()
        ways = (("Call", self.phone), ("Text", self.text))
        return tuple(f"{verb} {number}" for verb, number in ways if number)

    def old(self, today: date) -> bool:
        """Whether it was checked more than twelve months ago."""
        return (today.year - 1, today.month, today.day) > (
            self.checked.year,
            self.checked.month,
            self.checked.day,
        )


class Advice(NamedTuple):
    """A few lines about one thing, each a whole sentence or more."""

    title: str
    lines: tuple[str, ...]
    verified: bool
    sources: tuple[str, ...]


class Directory(NamedTuple):
    """All that is known of where to turn to."""

    resources: tuple[Resource, ...]
    kinds: Mapping[str, str]  # in words, in the order in which they are shown
    needs: Mapping[str, str]  # in words
    members: Mapping[str, tuple[str, ...]]  # the countries of each union
    also: Mapping[str, str]  # other codes that people write
    family: tuple[Advice, ...]

    def code(self, written: str) -> str:
        """The code under which a country stands here."""
        code = written.partition("-")[0]
        return self.also.get(code, code)

    def near(self, country: str) -> tuple[Resource, ...]:
        """Those for a country, then those for its union, then those for anywhere; in kinds."""
        unions = [union for union, members in self.members.items() if country in members]
        places = [country, *unions, ANYWHERE]
        kinds = list(self.kinds)
        resources = [
            resource for resource in self.resources if self.code(resource.country) in places
        ]
        return tuple(
            sorted(
                resources,
                key=lambda one: (kinds.index(one.kind), places.index(self.code(one.country))),
            )
        )

    def checked(self, country: str, need: Need | None) -> tuple[Resource, ...]:
        """Those near that were checked: the urgent ones always, the others when they meet it.

        Of emergency numbers the nearest alone: that of the country, or else of its union.
        """
        resources = [
            resource
            for resource in self.near(country)
            if resource.verified and (resource.kind in URGENT or resource.meets(need))
        ]
        nearest = next((one for one in resources if one.kind == EMERGENCY), None)
        return tuple(one for one in resources if one.kind != EMERGENCY or one is nearest)

    def unchecked(self, country: str, need: Need | None) -> tuple[Resource, ...]:
        """Those near with a website that nobody checked; a directory of lines always."""
        return tuple(
            resource
            for resource in self.near(country)
            if resource.url
            and not resource.verified
            and (resource.kind == DIRECTORY or resource.meets(need))
        )
