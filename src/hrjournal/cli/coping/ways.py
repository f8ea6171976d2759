"""What can be done with an urge: words to pick from, the person's own, and what was tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.blocks import Note, Tone
from hrjournal.cli import arguments
from hrjournal.content.notices import copings, sources, surfing
from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.history import DateRange
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from hrjournal.domain.reflection.coping import Coping
from hrjournal.domain.substances.substance import fold
from hrjournal.errors import JournalError, NotFoundError, UsageError
from hrjournal.pages.coping import page as pages
from hrjournal.report.coping_outcomes import coping_outcomes
from hrjournal.sanitize import own, quote
from hrjournal.store import keepsakes, queries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.blocks import Block, Page
    from hrjournal.cli.context import AppContext
    from hrjournal.domain.entries.entry import Entry
    from hrjournal.report.coping_outcomes import CopingOutcome
    from hrjournal.store import Journal

SURF = "urge-surfing"


def coping(
    app: AppContext,
    *,
    words: Sequence[str],
    add: str | None,
    kind: str | None,
    remove: str | None,
    as_json: bool,
    plain: bool,
) -> None:
    """Shows the words there are, or those asked for; keeps or takes out one of the person's own."""
    if kind is not None and add is None:
        raise UsageError("A kind goes with a word to add: hrjournal coping --add WORD --kind KIND")
    if add is not None:
        _add(app, add, kind)
    elif remove is not None:
        _remove(app, remove)
    else:
        page = _page(app, arguments.parse_words(words, "word"))
        app.print_page(page, as_json=as_json, plain=plain)


def _page(app: AppContext, asked: Sequence[str]) -> Page:
    """All the words, or those asked for; without the person's own when they cannot be read."""
    own: Sequence[Coping] = ()
    tried: Sequence[CopingOutcome] = ()
    unread: tuple[Block, ...] = ()
    try:
        with app.open_journal() as journal:
            own, tried = own_copings(journal), coping_outcomes(urges(journal, app))
    except JournalError:
        unread = (Note(pages.UNREAD, Tone.HINT),)
    page = _words(asked, own, tried) if asked else pages.library_page(copings(), own, tried)
    return page._replace(blocks=(*page.blocks, *unread))


def own_copings(journal: Journal) -> tuple[Coping, ...]:
    """Words of the person's own, in the order in which they were kept."""
    names = {known.kind: known.kind_name for known in copings()}
    kept = [
        (keepsake.subject, kind if (kind := keepsake.more.get("kind", "")) in names else "")
        for keepsake in keepsakes.keepsakes(journal, KeepsakeType.COPING)
    ]
    return tuple(Coping(word, pages.plain(word), kind, names.get(kind, "")) for word, kind in kept)


def urges(journal: Journal, app: AppContext) -> tuple[Entry, ...]:
    """Every urge that was written down, the oldest first."""
    first = queries.first_day(journal)
    if first is None:
        return ()
    history = queries.load_history(journal, DateRange(first, app.today(journal) + 1))
    return tuple(
        entry
        for day in sorted(history.records)
        for entry in history.records[day]
        if entry.type is EntryType.URGE
    )


def _words(asked: Sequence[str], own: Sequence[Coping], tried: Sequence[CopingOutcome]) -> Page:
    everything = sorted((*own, *copings()), key=_order)
    known = {word for way in everything for word in _goes_by(way)}
    known |= {outcome.word for outcome in tried}
    whole = "-".join(asked)
    asked = (whole,) if whole in known else asked
    unknown = [word for word in asked if word not in known]
    if unknown:
        raise NotFoundError(
            f"{quote(unknown[0])} is no word or kind here. To see them: hrjournal coping"
        )
    chosen = [way for way in everything if _goes_by(way) & set(asked)]
    named = {*asked, *(way.id for way in chosen)}
    return pages.words_page(
        chosen,
        [outcome for outcome in tried if outcome.word in named],
        surfing() if SURF in named else None,
        sources(),
    )


def _order(way: Coping) -> int:
    """The place of its kind; words of no kind come first."""
    return ["", *dict.fromkeys(known.kind for known in copings())].index(way.kind)


def _goes_by(way: Coping) -> set[str]:
    """The words that mean it: its own, its kind, and its kind's name."""
    return {way.id, *filter(None, (way.kind, way.kind_name.replace(" ", "-")))}


def _add(app: AppContext, text: str, kind: str | None) -> None:
    word = _single_word(text)
    named = _kind(kind) if kind is not None else None
    way = Coping(word, word, *(named or ("", "")))
    with app.open_journal(write=True) as journal:
        if word in {known.id for known in (*own_copings(journal), *copings())}:
            app.print_lines(f"That is kept already. To see it: hrjournal coping {own(word)}")
            return
        kept = Keepsake(KeepsakeType.COPING, app.moment, subject=word, written=app.instant)
        with journal.change("coping", app.instant) as change:
            keepsakes.add(change, kept.replace(more={"kind": way.kind}) if way.kind else kept)
    app.print_lines(pages.added_words(way))


def _remove(app: AppContext, text: str) -> None:
    word = _single_word(text)
    with app.open_journal(write=True) as journal:
        kept = keepsakes.keepsakes(journal, KeepsakeType.COPING, word)
        if not kept:
            raise NotFoundError(f"{quote(word)} is not among yours. To see them: hrjournal coping")
        with journal.change("coping", app.instant) as change:
            for keepsake in kept:
                keepsakes.forget(change, keepsake.id)
    app.print_lines(f"Taken out: {own(word)}. Undo brings it back.")


def _single_word(text: str) -> str:
    return fold(arguments.parse_word(text.replace(",", " "), "word")).replace(" ", "-")


def _kind(text: str) -> tuple[str, str]:
    """A kind and its name."""
    kinds = {way.kind: way.kind_name for way in copings()}
    asked = _single_word(text)
    for name, words in kinds.items():
        if asked in {name, words.replace(" ", "-")}:
            return name, words
    raise UsageError(f"A kind is one of these: {', '.join(kinds)}.")
