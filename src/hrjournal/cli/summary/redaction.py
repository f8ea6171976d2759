"""What is left out of a summary, or goes by a letter in it, and every name that tells of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.domain.summary.options import names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrjournal.cli.context import AppContext
    from hrjournal.domain.history import History
    from hrjournal.domain.substances.units import Units
    from hrjournal.domain.summary.exclusion import ExcludedSubstances
    from hrjournal.domain.summary.pseudonyms import Pseudonyms
    from hrjournal.store import Journal

OPIOID_WORDS: Final = ("naloxone", "narcan", "carried-naloxone")


def left_out(app: AppContext, journal: Journal, texts: Sequence[str]) -> ExcludedSubstances | None:
    """The substances that a person leaves out, by their words for them.

    Raises:
        NotFoundError: when one is not tracked.
    """
    wanted = names(texts)
    if not wanted:
        return None
    from hrjournal.cli.trends.views import resolve_substance_keys
    from hrjournal.content.words.lexicon import slang
    from hrjournal.domain.summary.exclusion import ExcludedSubstances
    from hrjournal.domain.summary.name_redactor import THE_REST, NameRedactor, names_of

    keys = resolve_substance_keys(app, journal, wanted)
    tracked = journal.substances()
    left = [tracked[key] for key in keys]
    others = _names_given(journal)
    every = {key: {*names_of(one, slang()), *others.get(key, ())} for key, one in tracked.items()}
    kept = {name for key, found in every.items() if key not in keys for name in found}
    told = {name for key in keys for name in every[key]} - kept
    if any(one.kind.opioid for one in left):
        told.update(OPIOID_WORDS)
    return ExcludedSubstances(
        {key: tracked[key] for key in keys}, NameRedactor((name, THE_REST) for name in told)
    )


def pseudonyms_for(journal: Journal, history: History, units: Units) -> Pseudonyms:
    """Letters for the substances of a history, in their order."""
    from hrjournal.content.words.lexicon import slang
    from hrjournal.domain.substances.substance import letter_name
    from hrjournal.domain.summary.pseudonyms import Pseudonyms

    tracked = {
        key: substance
        for key, substance in journal.substances().items()
        if key in history.substances
    }
    given = map(letter_name, range(len(tracked)))
    others = _names_given(journal)
    return Pseudonyms(tracked, given, history, units.drink, slang(), others=others)


def _names_given(journal: Journal) -> Mapping[str, Sequence[str]]:
    """The other names and the servings that the person gave each substance, by its key."""
    found: dict[str, list[str]] = {}
    for word, key in journal.aliases().items():
        found.setdefault(key, []).append(word)
    for serving in journal.servings().values():
        found.setdefault(serving.substance, []).append(serving.name)
    return found
