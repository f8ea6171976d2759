"""What is said for staying alive and well: overdoses, naloxone, breaks, stops, safer use."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from hrjournal.content.loader import load
from hrjournal.content.resources import directory
from hrjournal.domain.knowledge.resources import EMERGENCY
from hrjournal.domain.knowledge.safety import Card, KindGuide, Passage, Phones, Response

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from hrjournal.content.loader import TomlTable
    from hrjournal.domain.knowledge.resources import Resource

ANY: Final = "any"


@cache
def responses() -> Mapping[str, Response]:
    """Every kind of overdose, by its id."""
    return {
        name: Response(
            id=name,
            title=toml_table.text("title"),
            such_as=toml_table.text("such_as"),
            tell=toml_table.text("tell"),
            words=toml_table.texts("words"),
            passages=_passages(toml_table),
        )
        for name, toml_table in load("emergency").tables("responses")
    }


def calling(country: str) -> Passage:
    """What protects people who call for help, in a country or anywhere."""
    return _passage(_local(load("emergency"), "calling", country))


def naloxone(country: str = ANY) -> tuple[Passage, ...]:
    """How to give naloxone, what it does, and where it can be had in a country or anywhere."""
    file = load("emergency")
    *told, keep = _passages(file.table("naloxone"))
    return (*told, _passage(_local(file, "access", country)), keep)


def friend() -> tuple[Passage, ...]:
    """What a friend can look for."""
    return _passages(load("emergency").table("friend"))


def pause(response: str = ANY) -> tuple[Passage, ...]:
    """What a break does to tolerance: in general, or for substances of a kind of overdose."""
    toml_table = load("breaks").table("pause")
    return tuple(
        _passage(passage)
        for _, passage in toml_table.tables()
        if response in passage.texts("responses")
    )


def stop() -> tuple[Passage, ...]:
    """How to stop without getting hurt."""
    return _passages(load("breaks").table("stop"))


@cache
def kinds() -> Mapping[str, KindGuide]:
    """What is said of each kind of substance, by its id."""
    file = load("safer")
    toml_table = file.table("kinds")
    return {name: _kind(file, toml_table, name) for name in toml_table.facts}


def reviewed(name: str) -> date:
    """When a file of these was last looked through."""
    return load(name).day("reviewed")


@cache
def card() -> Card:
    """The emergency card."""
    file = load("emergency")
    told = [*file.tables("call"), ("calling", _local(file, "calling")), *file.tables("card")]
    phones = _phones(file)
    return Card(
        reviewed=file.day("reviewed"),
        phones=phones,
        numbers=_numbers(phones),
        **{name: _passage(passage) for name, passage in told},
    )


def _kind(file: TomlTable, kinds: TomlTable, name: str) -> KindGuide:
    toml_table = kinds.table(name)
    parts = {part: _part(file, kinds, name, part) for part in file.table("parts").facts}
    return KindGuide(
        kind=name,
        response=toml_table.text("response"),
        dangerous_stop=_found(kinds, name, "stopping").flag("dangerous"),
        extras=_about(file, "extras", name),
        further=_about(file, "further", name),
        **parts,
    )


def _part(file: TomlTable, kinds: TomlTable, name: str, part: str) -> Passage:
    passage = _passage(_found(kinds, name, part))
    return passage._replace(title=file.table("parts").text(part))


def _found(kinds: TomlTable, name: str, part: str) -> TomlTable:
    """A part of a kind; one that names another kind is the same as there."""
    toml_table = kinds.table(name)
    same = toml_table.facts[part]
    return kinds.table(same).table(part) if isinstance(same, str) else toml_table.table(part)


def _about(file: TomlTable, key: str, kind: str) -> tuple[Passage, ...]:
    return tuple(
        _passage(toml_table)
        for _, toml_table in file.tables(key)
        if kind in toml_table.texts("kinds")
    )


def _local(file: TomlTable, key: str, country: str = ANY) -> TomlTable:
    """What is said of a country under this name, or else of any."""
    toml_table, code = file.table(key), directory().code(country)
    return toml_table.table(code if code in toml_table.facts else ANY)


def _passages(table: TomlTable) -> tuple[Passage, ...]:
    return tuple(_passage(toml_table) for _, toml_table in table.tables())


def _passage(told: TomlTable) -> Passage:
    return Passage(
        title=told.text("title", ""),
        lines=told.texts("lines"),
        numbered=told.flag("numbered"),
        verified=told.flag("verified"),
        sources=told.texts("sources"),
        general=told.text("general", ""),
    )


def _phones(file: TomlTable) -> Phones:
    """The checked number of each country; that of its union where it has none of its own."""
    known = directory()
    own = {known.code(resource.country): resource.phone for resource in _lines()}
    numbers = {
        country: own[union]
        for union, members in known.members.items()
        if union in own
        for country in members
    } | own
    places = tuple(
        (place.text("name"), numbers[place.texts("countries")[0]]) for place in file.rows("places")
    )
    return Phones(numbers, known.also, places)


def _numbers(phones: Phones) -> Passage:
    lines = tuple(f"{name} {phone}." for name, phone in phones.places)
    read = dict.fromkeys(source for resource in _lines() for source in resource.sources)
    return Passage("Emergency numbers", lines, numbered=False, verified=True, sources=tuple(read))


def _lines() -> Iterator[Resource]:
    """The emergency lines whose numbers were checked."""
    return (
        resource
        for resource in directory().resources
        if resource.kind == EMERGENCY and resource.ways
    )
