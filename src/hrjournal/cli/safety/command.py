"""Safety without a journal: the emergency card, overdoses, breaks, stops, safer use."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hrjournal.cli.context import app_context
from hrjournal.cli.options import AsJson, Plain
from hrjournal.cli.safety import sos as rescue
from hrjournal.cli.safety.mixing import BETWEEN, mixing, named
from hrjournal.content import safety as content
from hrjournal.domain.substances.substance import OTHER, fold
from hrjournal.errors import UsageError
from hrjournal.pages.safety import page as pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hrjournal.cli.context import AppContext
    from hrjournal.domain.knowledge.safety import Passage, Response
    from hrjournal.pages.safety.page import SafetyHelp, SubstanceAsked

OPIOID = "heroin"  # whose words hold for opioids in general
CRISIS = "crisis"
GRAVEST = ("opioid", "sedative", "alcohol", "stimulant", "other")  # which to help with first

safety = typer.Typer(add_completion=False, rich_markup_mode=None)
safety.command("mixing")(mixing)

Words = Annotated[list[str] | None, typer.Argument(metavar="[SUBSTANCE]", help="Any name for it.")]
SourcesOption = Annotated[bool, typer.Option("--sources", help="Where it was read.")]


def sos(
    ctx: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(hidden=True)] = None,  # nothing stops it
    sources: SourcesOption = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """The emergency card: whom to call, and what to do. It needs no journal."""
    rescue.sos(app_context(ctx), rescue.SosOptions(sources, as_json, plain))


@safety.callback(invoke_without_command=True)
def main(
    ctx: typer.Context,
    sources: SourcesOption = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """Overdoses, mixing, breaks, stops, safer use. It needs no journal and no network."""
    if ctx.invoked_subcommand is None:
        app = app_context(ctx)
        page = pages.menu_page(_help(app, (), "emergency", sources=sources))
        app.print_page(page, as_json=as_json, plain=plain)


@safety.command()
def overdose(
    ctx: typer.Context,
    words: Words = None,
    sources: SourcesOption = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """What too much looks like, and what to do: opioid, alcohol, stimulant, GHB, any name."""
    app = app_context(ctx)
    if words:
        (response, _), *_ = found = _responses(app, words)
        abouts = [about for _, about in found if about]
        others = dict.fromkeys(other for other, _ in found if other is not response)
        told = _overdose(app, response, abouts)
        help_ = _help(app, told, "emergency", sources=sources)
        page = pages.overdose_page(help_, response, told, abouts, tuple(others))
    else:
        help_ = _help(app, (), "emergency", sources=sources)
        page = pages.which_page(help_, content.responses().values())
    app.print_page(page, as_json=as_json, plain=plain)


@safety.command()
def naloxone(
    ctx: typer.Context,
    sources: SourcesOption = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """How to give naloxone, what it works on, where to get and keep it."""
    app = app_context(ctx)
    told = (*content.naloxone(), content.card().side)
    page = pages.naloxone_page(_help(app, told, "emergency", sources=sources), told)
    app.print_page(page, as_json=as_json, plain=plain)


@safety.command("break")
def pause(
    ctx: typer.Context,
    words: Words = None,
    sources: SourcesOption = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """What a break does: your body is used to less afterwards."""
    app = app_context(ctx)
    about = _about(app, " ".join(words)) if words else None
    told = _pause(about)
    page = pages.pause_page(_help(app, told, "breaks", sources=sources), told, about)
    app.print_page(page, as_json=as_json, plain=plain)


@safety.command()
def stopping(
    ctx: typer.Context,
    words: Words = None,
    sources: SourcesOption = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """When a sudden stop is dangerous, and what helps."""
    app = app_context(ctx)
    about = _about(app, " ".join(words)) if words else None
    told = _stop(app, about)
    page = pages.stop_page(_help(app, told, "breaks", sources=sources), told, about)
    app.print_page(page, as_json=as_json, plain=plain)


@safety.command()
def safer(
    ctx: typer.Context,
    words: Words = None,
    sources: SourcesOption = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """What makes using a substance safer, and what else may be in it."""
    app = app_context(ctx)
    if words:
        about = _about(app, " ".join(words))
        guide = content.kinds()[about.kind.id]
        help_ = _help(app, guide.passages, "safer", sources=sources)
        page = pages.safer_page(help_, guide, about)
    else:
        help_ = _help(app, (), "safer", sources=sources)
        page = pages.names_page(help_, app.catalogue.kinds.values(), "hrjournal safety safer")
    app.print_page(page, as_json=as_json, plain=plain)


@safety.command()
def card(
    ctx: typer.Context,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Writes it as a page to print (HTML).")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replaces a file of that name.")] = False,
    sources: SourcesOption = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """A card for a friend: what to look for, what to do, whom to call."""
    from hrjournal.content.resources import directory
    from hrjournal.pages.safety.friend_card import friend_page

    if force and out is None:
        raise UsageError("Add a file to write: hrjournal safety card --out card.html --force")
    app = app_context(ctx)
    chosen = rescue.stored_settings(app)
    signs = content.friend()
    told = (*signs, content.card().calling, *content.card().passages)
    help_ = _help(app, told, "emergency", sources=sources)
    near = directory().near(directory().code(rescue.country(chosen)))
    lines = [one for one in near if one.kind == CRISIS and one.ways][:1]
    page = friend_page(help_, signs, lines, chosen.get(rescue.PLACE, ""))
    if out is None:
        app.print_page(page, as_json=as_json, plain=plain)
        return
    from hrjournal.formats import Form, file_bytes
    from hrjournal.store.private_file import write_private_file

    write_private_file(out, file_bytes(page, Form.HTML), force=force)
    app.print_lines("Written. Print it from a browser, or send it to someone near you.")


def _help(app: AppContext, told: Iterable[Passage], file: str, *, sources: bool) -> SafetyHelp:
    """What every page has, and where its words were read if that was asked for."""
    card, reviewed = content.card(), content.reviewed(file)
    call = rescue.call(rescue.stored_settings(app))
    if not sources:
        return pages.SafetyHelp(card, call, reviewed)
    from hrjournal.content import notices
    from hrjournal.pages.sources import origin_blocks

    ending = origin_blocks((*told, *card.calls), notices.sources(), reviewed)
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
    words = {fold(word): one for one in known.values() for word in (one.id, *one.words)}
    named = words.get(fold(typed))
    if named is not None:
        return named, None
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
    found = [_response(app, name) for name in names]
    if _is_known(whole) or not any(map(_is_known, found)):
        return [whole]
    return sorted(found, key=lambda one: GRAVEST.index(one[0].id))


def _is_known(found: tuple[Response, SubstanceAsked | None]) -> bool:
    _, about = found
    return about is None or about.known


def _overdose(
    app: AppContext, response: Response, abouts: Iterable[SubstanceAsked]
) -> Sequence[Passage]:
    kinds = content.kinds()
    much = [_named(kinds[about.kind.id].much, about) for about in abouts if about.known]
    calling = content.calling(rescue.country(rescue.stored_settings(app)))
    return [*much, *response.passages, content.card().side, calling]


def _pause(about: SubstanceAsked | None) -> Sequence[Passage]:
    if about is None:
        first, *others = content.pause()
        tolerance = content.kinds()[OPIOID].tolerance
        return (first, pages.titled(tolerance, "Opioids"), *others)
    guide = content.kinds()[about.kind.id]
    own = _named(guide.tolerance, about)
    if about.kind.medicine:  # a pause of a treatment is no win, and its prescriber knows more
        return (own,)
    first, *others = content.pause(guide.response)
    return (first, own, *others)


def _stop(app: AppContext, about: SubstanceAsked | None) -> Sequence[Passage]:
    kinds = content.kinds()
    signs, helps, why = content.stop()
    if about is None:
        dangerous = [
            _named(guide.stopping, pages.SubstanceAsked("", app.catalogue.kind(name)))
            for name, guide in kinds.items()
            if guide.dangerous_stop
        ]
        opioids = pages.titled(kinds[OPIOID].stopping, "Opioids")
        return (signs, helps, why, *dangerous, opioids)
    guide = kinds[about.kind.id]
    own = _named(guide.stopping, about)
    return (own, signs, helps) if guide.dangerous_stop else (own,)


def _named(passage: Passage, about: SubstanceAsked) -> Passage:
    return pages.titled(passage, about.kind.name)
