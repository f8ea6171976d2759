"""Safety without a journal: the emergency card, overdoses, breaks, stops, safer use."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hrjournal.cli.context import session
from hrjournal.cli.options import AsJson, Plain
from hrjournal.cli.safety import sos as rescue
from hrjournal.cli.safety.mixing import BETWEEN, mixing, named
from hrjournal.content import safety as content
from hrjournal.domain.substances.substance import OTHER, fold
from hrjournal.errors import UsageError
from hrjournal.pages.safety import page as pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hrjournal.cli.context import Session
    from hrjournal.domain.knowledge.safety import Passage, Response
    from hrjournal.pages.safety.page import About, Help

OPIOID = "heroin"  # whose words hold for opioids in general
CRISIS = "crisis"
GRAVEST = ("opioid", "sedative", "alcohol", "stimulant", "other")  # which to help with first

safety = typer.Typer(add_completion=False, rich_markup_mode=None)
safety.command("mixing")(mixing)

Words = Annotated[list[str] | None, typer.Argument(metavar="[SUBSTANCE]", help="Any name for it.")]
Sources = Annotated[bool, typer.Option("--sources", help="Where it was read.")]


def sos(
    ctx: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(hidden=True)] = None,  # nothing stops it
    sources: Sources = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """The emergency card: whom to call, and what to do. It needs no journal."""
    rescue.sos(session(ctx), rescue.SosAsked(sources, as_json, plain))


@safety.callback(invoke_without_command=True)
def main(
    ctx: typer.Context, sources: Sources = False, as_json: AsJson = False, plain: Plain = False
) -> None:
    """Overdoses, mixing, breaks, stops, safer use. It needs no journal and no network."""
    if ctx.invoked_subcommand is None:
        now = session(ctx)
        page = pages.menu_page(_help(now, (), "emergency", sources=sources))
        now.show(page, as_json=as_json, plain=plain)


@safety.command()
def overdose(
    ctx: typer.Context,
    words: Words = None,
    sources: Sources = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """What too much looks like, and what to do: opioid, alcohol, stimulant, GHB, any name."""
    now = session(ctx)
    if words:
        (response, _), *_ = found = _responses(now, words)
        abouts = [about for _, about in found if about]
        others = dict.fromkeys(other for other, _ in found if other is not response)
        told = _overdose(now, response, abouts)
        help_ = _help(now, told, "emergency", sources=sources)
        page = pages.overdose_page(help_, response, told, abouts, tuple(others))
    else:
        help_ = _help(now, (), "emergency", sources=sources)
        page = pages.which_page(help_, content.responses().values())
    now.show(page, as_json=as_json, plain=plain)


@safety.command()
def naloxone(
    ctx: typer.Context, sources: Sources = False, as_json: AsJson = False, plain: Plain = False
) -> None:
    """How to give naloxone, what it works on, where to get and keep it."""
    now = session(ctx)
    told = (*content.naloxone(), content.card().side)
    page = pages.naloxone_page(_help(now, told, "emergency", sources=sources), told)
    now.show(page, as_json=as_json, plain=plain)


@safety.command("break")
def pause(
    ctx: typer.Context,
    words: Words = None,
    sources: Sources = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """What a break does: your body is used to less afterwards."""
    now = session(ctx)
    about = _about(now, " ".join(words)) if words else None
    told = _pause(about)
    page = pages.pause_page(_help(now, told, "breaks", sources=sources), told, about)
    now.show(page, as_json=as_json, plain=plain)


@safety.command()
def stopping(
    ctx: typer.Context,
    words: Words = None,
    sources: Sources = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """When a sudden stop is dangerous, and what helps."""
    now = session(ctx)
    about = _about(now, " ".join(words)) if words else None
    told = _stop(now, about)
    page = pages.stop_page(_help(now, told, "breaks", sources=sources), told, about)
    now.show(page, as_json=as_json, plain=plain)


@safety.command()
def safer(
    ctx: typer.Context,
    words: Words = None,
    sources: Sources = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """What makes using a substance safer, and what else may be in it."""
    now = session(ctx)
    if words:
        about = _about(now, " ".join(words))
        guide = content.kinds()[about.kind.id]
        help_ = _help(now, guide.passages, "safer", sources=sources)
        page = pages.safer_page(help_, guide, about)
    else:
        help_ = _help(now, (), "safer", sources=sources)
        page = pages.names_page(help_, now.catalogue.kinds.values(), "hrjournal safety safer")
    now.show(page, as_json=as_json, plain=plain)


@safety.command()
def card(
    ctx: typer.Context,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Writes it as a page to print (HTML).")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replaces a file of that name.")] = False,
    sources: Sources = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """A card for a friend: what to look for, what to do, whom to call."""
    from hrjournal.content.resources import directory
    from hrjournal.pages.safety.friend_card import friend_page

    if force and out is None:
        raise UsageError("Add a file to write: hrjournal safety card --out card.html --force")
    now = session(ctx)
    chosen = rescue.choices(now)
    signs = content.friend()
    told = (*signs, content.card().calling, *content.card().passages)
    help_ = _help(now, told, "emergency", sources=sources)
    near = directory().near(directory().code(rescue.country(chosen)))
    lines = [one for one in near if one.kind == CRISIS and one.ways][:1]
    page = friend_page(help_, signs, lines, chosen.get(rescue.PLACE, ""))
    if out is None:
        now.show(page, as_json=as_json, plain=plain)
        return
    from hrjournal.formats import Form, file_bytes
    from hrjournal.store.private_file import write_out

    write_out(out, file_bytes(page, Form.HTML), force=force)
    now.say("Written. Print it from a browser, or send it to someone near you.")


def _help(now: Session, told: Iterable[Passage], file: str, *, sources: bool) -> Help:
    """What every page has, and where its words were read if that was asked for."""
    card, reviewed = content.card(), content.reviewed(file)
    call = rescue.call(rescue.choices(now))
    if not sources:
        return pages.Help(card, call, reviewed)
    from hrjournal.content import notices
    from hrjournal.pages.sources import origin_blocks

    ending = origin_blocks((*told, *card.calls), notices.sources(), reviewed)
    return pages.Help(card, call, reviewed, ending)


def _about(now: Session, typed: str) -> About:
    """What a name means; one that nobody knows is an other substance."""
    kind = now.catalogue.find(typed)
    if kind is not None:
        return pages.About(typed, kind)
    nearest = tuple(now.catalogue.nearest(typed))
    return pages.About(typed, now.catalogue.kind(OTHER.id), known=False, nearest=nearest)


def _response(now: Session, typed: str) -> tuple[Response, About | None]:
    """The kind of overdose by its own name, or by that of a substance."""
    known = content.responses()
    words = {fold(word): one for one in known.values() for word in (one.id, *one.words)}
    named = words.get(fold(typed))
    if named is not None:
        return named, None
    about = _about(now, typed)
    return known[content.kinds()[about.kind.id].response], about


def _responses(now: Session, typed: Sequence[str]) -> list[tuple[Response, About | None]]:
    """The kinds of overdose of all that is named, the most dangerous first."""
    whole = _response(now, " ".join(typed))
    words = [word for text in typed for word in text.replace(",", " ").split()]
    words = [word for word in words if fold(word) not in BETWEEN]
    names = named(words, lambda name: _is_known(_response(now, name)))
    found = [_response(now, name) for name in names]
    if _is_known(whole) or not any(map(_is_known, found)):
        return [whole]
    return sorted(found, key=lambda one: GRAVEST.index(one[0].id))


def _is_known(found: tuple[Response, About | None]) -> bool:
    _, about = found
    return about is None or about.known


def _overdose(now: Session, response: Response, abouts: Iterable[About]) -> Sequence[Passage]:
    kinds = content.kinds()
    much = [_named(kinds[about.kind.id].much, about) for about in abouts if about.known]
    calling = content.calling(rescue.country(rescue.choices(now)))
    return [*much, *response.passages, content.card().side, calling]


def _pause(about: About | None) -> Sequence[Passage]:
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


def _stop(now: Session, about: About | None) -> Sequence[Passage]:
    kinds = content.kinds()
    signs, helps, why = content.stop()
    if about is None:
        dangerous = [
            _named(guide.stopping, pages.About("", now.catalogue.kind(name)))
            for name, guide in kinds.items()
            if guide.dangerous_stop
        ]
        opioids = pages.titled(kinds[OPIOID].stopping, "Opioids")
        return (signs, helps, why, *dangerous, opioids)
    guide = kinds[about.kind.id]
    own = _named(guide.stopping, about)
    return (own, signs, helps) if guide.dangerous_stop else (own,)


def _named(passage: Passage, about: About) -> Passage:
    return pages.titled(passage, about.kind.name)
