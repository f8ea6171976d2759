"""What is known about staying safer, as pages. It needs no journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.cli.safety import sos
from hrjournal.cli.safety.mixing import BETWEEN, named
from hrjournal.cli.safety.naloxone import EXPIRES, PLACE
from hrjournal.content import safety as content
from hrjournal.domain.substances.substance import OTHER, fold
from hrjournal.pages.care.people import naloxone_page
from hrjournal.pages.safety import page as pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hrjournal.blocks import Page
    from hrjournal.cli.context import AppContext
    from hrjournal.domain.knowledge.safety import Passage, Response
    from hrjournal.pages.safety.page import SafetyHelp, SubstanceAsked

OPIOID = "heroin"  # whose words hold for opioids in general
GRAVEST = ("opioid", "sedative", "alcohol", "stimulant", "other")  # which to help with first


def menu(app: AppContext, *, sources: bool) -> Page:
    """What there is to look up."""
    return pages.menu_page(safety_help(app, (), "emergency", sources=sources))


def overdose(app: AppContext, words: Sequence[str], *, sources: bool) -> Page:
    """What too much of these looks like, and what to do; without words, of what there is help."""
    if not words:
        help_ = safety_help(app, (), "emergency", sources=sources)
        return pages.which_page(help_, content.responses().values())
    (response, _), *_ = answers = _responses(app, words)
    abouts = [about for _, about in answers if about]
    others = dict.fromkeys(other for other, _ in answers if other is not response)
    passages = _overdose_passages(app, response, abouts)
    help_ = safety_help(app, passages, "emergency", sources=sources)
    return pages.overdose_page(help_, response, passages, abouts, tuple(others))


def naloxone(app: AppContext, *, sources: bool) -> Page:
    """How to give naloxone, and where to get and keep it."""
    chosen = sos.stored_settings(app)
    passages = (*content.naloxone(sos.country(chosen)), content.card().side)
    help_ = safety_help(app, passages, "emergency", sources=sources)
    kept = naloxone_page(chosen.get(PLACE), chosen.get(EXPIRES), app.moment.day(0))
    return pages.naloxone_page(help_, passages, kept)


def pause(app: AppContext, words: Sequence[str], *, sources: bool) -> Page:
    """What a break does, in general or from one substance."""
    about = _about(app, " ".join(words)) if words else None
    passages = _pause_passages(about)
    return pages.pause_page(safety_help(app, passages, "breaks", sources=sources), passages, about)


def stopping(app: AppContext, words: Sequence[str], *, sources: bool) -> Page:
    """When a sudden stop is dangerous, in general or of one substance."""
    about = _about(app, " ".join(words)) if words else None
    passages = _stop_passages(app, about)
    return pages.stop_page(safety_help(app, passages, "breaks", sources=sources), passages, about)


def safer(app: AppContext, words: Sequence[str], *, sources: bool) -> Page:
    """What makes using a substance safer; without words, the names that are known."""
    if not words:
        help_ = safety_help(app, (), "safer", sources=sources)
        return pages.names_page(help_, app.catalogue.kinds.values(), "hrjournal safety safer")
    about = _about(app, " ".join(words))
    guide = content.kinds()[about.kind.id]
    help_ = safety_help(app, guide.passages, "safer", sources=sources)
    return pages.safer_page(help_, guide, about)


def safety_help(
    app: AppContext, passages: Iterable[Passage], file: str, *, sources: bool
) -> SafetyHelp:
    """What every page has, and where its words were read if that is asked for."""
    card, reviewed = content.card(), content.reviewed(file)
    call = sos.call(sos.stored_settings(app))
    if not sources:
        return pages.SafetyHelp(card, call, reviewed)
    from hrjournal.content import notices
    from hrjournal.pages.sources import origin_blocks

    ending = origin_blocks((*passages, *card.calls), notices.sources(), reviewed)
    return pages.SafetyHelp(card, call, reviewed, ending)


def _about(app: AppContext, typed: str) -> SubstanceAsked:
    """What a name means; one that nobody knows is an other substance."""
    kind = app.catalogue.find(typed)
    if kind is not None:
        return pages.SubstanceAsked(typed, kind)
    nearest = tuple(app.catalogue.nearest(typed))
    return pages.SubstanceAsked(typed, app.catalogue.kind(OTHER.id), known=False, nearest=nearest)


def _response(app: AppContext, typed: str) -> tuple[Response, SubstanceAsked | None]:
    """The kind of overdose by its own name, or by that of a substance."""
    known = content.responses()
    words = {
        fold(word): response
        for response in known.values()
        for word in (response.id, *response.words)
    }
    if (response := words.get(fold(typed))) is not None:
        return response, None
    about = _about(app, typed)
    return known[content.kinds()[about.kind.id].response], about


def _responses(
    app: AppContext, typed: Sequence[str]
) -> list[tuple[Response, SubstanceAsked | None]]:
    """The kinds of overdose of all that is named, the most dangerous first."""
    whole = _response(app, " ".join(typed))
    words = [word for text in typed for word in text.replace(",", " ").split()]
    words = [word for word in words if fold(word) not in BETWEEN]
    names = named(words, lambda name: _is_known(_response(app, name)))
    responses = [_response(app, name) for name in names]
    if _is_known(whole) or not any(map(_is_known, responses)):
        return [whole]
    return sorted(responses, key=lambda answer: GRAVEST.index(answer[0].id))


def _is_known(answer: tuple[Response, SubstanceAsked | None]) -> bool:
    _, about = answer
    return about is None or about.known


def _overdose_passages(
    app: AppContext, response: Response, abouts: Iterable[SubstanceAsked]
) -> Sequence[Passage]:
    kinds = content.kinds()
    much = [_titled(kinds[about.kind.id].much, about) for about in abouts if about.known]
    calling = content.calling(sos.country(sos.stored_settings(app)))
    return [*much, *response.passages, content.card().side, calling]


def _pause_passages(about: SubstanceAsked | None) -> Sequence[Passage]:
    if about is None:
        first, *others = content.pause()
        tolerance = content.kinds()[OPIOID].tolerance
        return (first, pages.titled(tolerance, "Opioids"), *others)
    guide = content.kinds()[about.kind.id]
    own = _titled(guide.tolerance, about)
    if about.kind.medicine:  # a pause of a treatment is no win, and its prescriber knows more
        return (own,)
    first, *others = content.pause(guide.response)
    return (first, own, *others)


def _stop_passages(app: AppContext, about: SubstanceAsked | None) -> Sequence[Passage]:
    kinds = content.kinds()
    signs, helps, why = content.stop()
    if about is None:
        dangerous = [
            _titled(guide.stopping, pages.SubstanceAsked("", app.catalogue.kind(name)))
            for name, guide in kinds.items()
            if guide.dangerous_stop
        ]
        opioids = pages.titled(kinds[OPIOID].stopping, "Opioids")
        return (signs, helps, why, *dangerous, opioids)
    guide = kinds[about.kind.id]
    own = _titled(guide.stopping, about)
    return (own, signs, helps) if guide.dangerous_stop else (own,)


def _titled(passage: Passage, about: SubstanceAsked) -> Passage:
    return pages.titled(passage, about.kind.name)
