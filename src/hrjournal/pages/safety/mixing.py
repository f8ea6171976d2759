"""Mixing in words: what is known of several things together, and what helps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from hrjournal.blocks import (
    Block,
    Column,
    DefinitionList,
    Heading,
    ItemList,
    Note,
    Page,
    Table,
    Text,
    Tone,
)
from hrjournal.domain.entries.entry import day_name
from hrjournal.domain.knowledge.mixing import HOUR, MixPart, SubstancePair
from hrjournal.domain.substances.substance import even, fold
from hrjournal.named import NamedTuple
from hrjournal.pages.sources import source_blocks
from hrjournal.sanitize import OPENS, joined_own, own, quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from hrjournal.domain.knowledge.mixing import Mixing, SafetyAdvice
    from hrjournal.domain.knowledge.notices import Source
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.report.safety.mixes import Mix

GENERAL: Final = "General knowledge: no source was read for this one."
HARMLESS: Final = "That does not make mixing it harmless."
COLUMNS: Final = (Column("With"), Column("Together"), Column("Why", drop_order=1))
TWO_DAYS: Final = 48


class MixQuestion(NamedTuple):
    """Something that a person asks about, and known names that look like its own."""

    part: MixPart
    nearest: tuple[str, ...] = ()


class MixRow(NamedTuple):
    """Two things by their names, and what is known of them together."""

    first: str
    second: str
    pair: SubstancePair | None

    @property
    def both(self) -> str:
        """The two names as the head of a line."""
        return capital(f"{self.first} and {self.second}")


def mixing_page(
    asked: Sequence[MixQuestion], table: Mixing, sources: Mapping[str, Source] | None = None
) -> Page:
    """Several things together, the worst pair first; of one thing, every serious pair.

    With `sources`, where each was read.
    """
    parts = [mix_question.part for mix_question in asked]
    rows = _together(parts, table) if len(parts) > 1 else _alone(parts[0], table)
    helps = _helps(rows, shared=len(parts) == 1)
    blocks = _understood(asked, table)
    keep = any(part.kind.id in table.keep.kinds for part in parts)
    if keep:
        blocks.append(Text(table.keep.text))
    blocks += _told(rows, table) if len(parts) > 1 else _listed(parts[0], rows, table)
    if helps:
        blocks += [Heading("What helps"), ItemList(tuple(one.text for one in helps))]
    medicine = any(table.can_be_medicine(part) for part in parts)
    if medicine:
        blocks.append(Note(table.medicine.text, Tone.HINT))
    blocks.append(Text(table.limits))
    if sources is None:
        blocks.append(Text("Where this comes from: add --sources"))
    else:
        blocks += _origin(rows, helps, table, sources)
    data = {
        "asked": [_asked_data(one, table) for one in asked],
        "pairs": [_row_data(row, table) for row in rows],
        "helps": [safety_advice.text for safety_advice in helps],
        "medicine": table.medicine.text if medicine else None,
        "limits": table.limits,
        "origin": table.origin,
        "reviewed": table.reviewed.isoformat(),
    }
    return Page(f"Mixing {_joined([called(part) for part in parts])}", tuple(blocks), data)


def mix_notice(
    mix: Mix, substances: Mapping[str, Substance], table: Mixing, *, again: bool = False
) -> tuple[str, str]:
    """A mix in short: a title, and one or two sentences; `again`, a single one."""
    pair = mix.pair
    title = capital(both_called(mix, substances)) + (" again" if again else "")
    title += f", {apart(mix)}: {_small(pair.label)}"
    if again:
        return title, pair.helps[0].text
    treated = any(substances[key].kind.id in table.keep.kinds for key in mix.keys)
    said = [_first(table.keep.text)] if treated else []
    if mix.more:
        said += [table.three.text]
        said += [pair.helps[0].text] if pair.status.serious else []
        said += [table.three.serious] if pair.status.serious and not treated else []
    else:
        second = pair.reason.removeprefix(_first(pair.reason)) or pair.note
        said += [_first(pair.reason), pair.helps[0].text if pair.status.serious else second.strip()]
    return title, " ".join(said).strip()


def both_called(mix: Mix, substances: Mapping[str, Substance]) -> str:
    """All of a mix within a sentence."""
    among = (substances[key] for key in mix.keys)
    *names, last = (called(MixPart(substance.name, substance.kind)) for substance in among)
    return f"{joined_own(names, ', ')} and {joined_own([last], '')}"


def called(part: MixPart) -> str:
    """What something is called within a sentence, as it is usually spelled."""
    if fold(part.name) == fold(part.kind.name):
        return _small(part.name)
    usual = (alias for alias in part.kind.aliases if even(alias) == even(part.name))
    return next(usual, own(part.name))


def _together(parts: Iterable[MixPart], table: Mixing) -> list[MixRow]:
    return [MixRow(called(part), called(other), pair) for part, other, pair in table.worst(parts)]


def _alone(part: MixPart, table: Mixing) -> list[MixRow]:
    groups = table.groups_of(part)
    return [
        MixRow(
            called(part),
            f"other {table.groups[group]}" if group in groups else table.groups[group],
            pair,
        )
        for group, pair in table.listed(part)
    ]


def _understood(asked: Iterable[MixQuestion], table: Mixing) -> list[Block]:
    """What was asked, as it was understood."""
    known = [one.part for one in asked if table.knows(one.part)]
    blocks: list[Block] = [Text(words) for part in known if (words := _meaning(part, table))]
    for mix_question in asked:
        if not table.knows(mix_question.part):
            close = (
                f" Close to it: {', '.join(mix_question.nearest)}." if mix_question.nearest else ""
            )
            words = f"{quote(mix_question.part.name)} is not a name that is known here.{close}"
            blocks.append(Note(words, Tone.HINT))
    return blocks


def _meaning(part: MixPart, table: Mixing) -> str:
    """What something was taken as, where its name does not say so itself."""
    groups = [table.groups[group] for group in table.named(part)]
    if len(groups) > 1:
        return f"{quote(part.name)} can be: {', '.join(groups)}. The worst of them counts."
    meaning = groups[0] if groups else _small(part.kind.name)
    same = fold(part.name) == fold(meaning)
    return "" if same else f"{quote(part.name)} is taken as: {meaning}."


def _told(rows: Iterable[MixRow], table: Mixing) -> Iterator[Block]:
    for row in rows:
        if row.pair is None:
            yield Text(f"{row.both}: {_small(table.one_kind)}")
            continue
        pair = row.pair
        words = f"{row.both}: {_small(pair.label)}. {pair.reason} {pair.note}".strip()
        yield Note(words, Tone.SAFETY) if pair.status.serious else Text(words)


def _listed(part: MixPart, rows: Sequence[MixRow], table: Mixing) -> Iterator[Block]:
    """Every serious pair of one thing as a table."""
    name = called(part)
    if not table.knows(part):
        yield Text(f"{table.unlisted.reason} {table.unlisted.note}")
        return
    if not rows:
        yield Text(f"No pair with {name} is listed as high risk or dangerous. {HARMLESS}")
        return
    told = (
        (capital(row.second), pair.label, _first(pair.reason)) for row in rows if (pair := row.pair)
    )
    yield Text(f"What is listed as high risk or dangerous together with {name}:")
    yield Table(COLUMNS, tuple(told))
    yield Text(f"To see any pair: hrjournal safety mixing {name} NAME")


def _helps(rows: Iterable[MixRow], *, shared: bool) -> tuple[SafetyAdvice, ...]:
    """What helps with any of the pairs, or with all of them when that is `shared`."""
    every = sorted((row.pair.helps for row in rows if row.pair), key=len, reverse=True)
    found = dict.fromkeys(safety_advice for helps in every for safety_advice in helps)
    return tuple(one for one in found if not shared or all(one in helps for helps in every))


def _origin(
    rows: Sequence[MixRow],
    helps: Iterable[SafetyAdvice],
    table: Mixing,
    sources: Mapping[str, Source],
) -> list[Block]:
    pairs = [(row.both, row.pair) for row in rows if row.pair]
    told = tuple(
        (both, ", ".join(sources[one].publisher for one in pair.sources) or GENERAL)
        for both, pair in pairs
    )
    read: list[SubstancePair | SafetyAdvice] = [*(pair for _, pair in pairs), *helps]
    reviewed = f"Looked through on {day_name(table.reviewed.toordinal())}."
    return [
        Heading("Where this comes from"),
        Text(f"{table.origin} {reviewed}"),
        *([DefinitionList(told)] if told else []),
        *source_blocks((one for found in read for one in found.sources), sources),
    ]


def _asked_data(one: MixQuestion, table: Mixing) -> dict[str, Any]:
    return {
        "name": own(one.part.name),
        "known": table.knows(one.part),
        "groups": list(table.groups_of(one.part)),
        "nearest": list(one.nearest),
    }


def _row_data(row: MixRow, table: Mixing) -> dict[str, Any]:
    pair = row.pair
    if pair is None:
        return {"names": [row.first, row.second], "status": None, "reason": table.one_kind}
    return {
        "names": [row.first, row.second],
        "groups": [pair.first, pair.second],
        "status": pair.status.name.lower(),
        "label": pair.label,
        "reason": pair.reason,
        "note": pair.note or None,
        "verified": pair.verified,
        "sources": list(pair.sources),
    }


def apart(mix: Mix) -> str:
    """How far apart the two of a mix are written."""
    if not mix.timed:
        return f"at least {_hours(mix.hours)} apart" if mix.seconds else "on the same day"
    if mix.seconds < HOUR:
        return "within an hour"
    return f"within {_hours(mix.hours)}" if mix.more else f"{_hours(mix.hours)} apart"


def _hours(hours: int) -> str:
    if hours >= TWO_DAYS:
        return f"{(hours + 12) // 24} days"
    return "1 hour" if hours == 1 else f"{hours} hours"


def _first(reason: str) -> str:
    """The first sentence of a reason."""
    return reason.partition(". ")[0].removesuffix(".") + "."


def _joined(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _small(words: str) -> str:
    """Words within a sentence: a small first letter, unless they begin with capitals."""
    return words if words[:2].isupper() else words[:1].lower() + words[1:]


def capital(words: str) -> str:
    """The words at the start of a sentence."""
    words = format(words)  # a word of the person's own gets its marks
    first = 2 if words.startswith(OPENS) else 1
    return words[:first].upper() + words[first:]
