"""Company in an urge: one thing at a time, all of it can be skipped, and it is written down."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from hrjournal.blocks import Block, ItemList, Page, Text
from hrjournal.cli import arguments
from hrjournal.cli.coping.surf import keys, ride
from hrjournal.cli.coping.ways import SURF, own_copings, urges
from hrjournal.cli.drafts.keeping import typed_words
from hrjournal.cli.entries.save import is_empty, save_entry
from hrjournal.cli.prompts import prompt, rating
from hrjournal.content.notices import after_use, copings, halt, surfing
from hrjournal.domain.entries.entry import EntryType, Outcome
from hrjournal.domain.keepsake import KeepsakeType
from hrjournal.domain.words.feelings import read_outcome
from hrjournal.errors import JournalError, UsageError
from hrjournal.named import NamedTuple
from hrjournal.pages.coping import page as pages
from hrjournal.pages.reflection.page import shown_back
from hrjournal.report.coping_outcomes import MOST, at_hand, coping_outcomes
from hrjournal.sanitize import joined_own
from hrjournal.store.keepsakes import keepsakes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hrjournal.cli.context import AppContext
    from hrjournal.cli.coping.surf import Listening
    from hrjournal.domain.entries.entry import Entry
    from hrjournal.domain.keepsake import Keepsake
    from hrjournal.domain.reflection.coping import Coping, Letter

MINUTES, LONGEST = 10, 60
RESTING = {"numbers", "mood"}  # pauses in which no count is said
USUAL = ("stress", "argument")  # said as examples where nothing was written before
NUMBER = "0 to 10 (Enter skips)"
ON = "Enter goes on"


class UrgeContext(NamedTuple):
    """What the journal holds for such a moment."""

    reasons: Sequence[Keepsake]
    letters: Sequence[Keepsake]
    own: Sequence[Coping]
    urges: Sequence[Entry]
    counted: bool  # whether counts are wanted
    readable: bool = True  # whether the journal could be read


def accompany(app: AppContext, listening: Listening = keys) -> None:
    """Keeps company through an urge and writes down what was answered.

    A journal that cannot be written keeps nobody from it.
    """
    with typed_words(app, prove=False):
        _accompany(app, listening)


def _accompany(app: AppContext, listening: Listening) -> None:
    known = _known(app)
    _show(app, *pages.GREETING, *(() if known.readable else (pages.UNKEPT,)))
    fields: dict[str, Any] = {
        "urge": _asked(app, "How strong is it?", NUMBER, rating),
        "triggers": _triggers(app, known),
    }
    _reasons(app, known)
    shown = _ideas(app, known, fields["triggers"])
    fields |= _wave(app, listening)
    fields |= {
        "urge_after": _asked(app, "How strong is it now?", NUMBER, rating),
        "copings": _tried(app, shown, ridden=bool(fields.get("minutes"))),
        "outcome": _outcome(app),
    }
    if is_empty(fields):
        _show(app, Text(pages.NOTHING))
        return
    app.print_lines("")
    try:
        save_entry(app, EntryType.URGE, None, fields)
    finally:  # a journal that refuses takes no kind word away
        if fields["outcome"] is Outcome.USED:
            _show(app, *pages.used_blocks(after_use()))


def outcome(text: str) -> Outcome:
    """How an urge went on, from a word or its number."""
    ends = list(Outcome)
    if text.isascii() and text.isdigit() and 0 < int(text) <= len(ends):
        return ends[int(text) - 1]
    return read_outcome(text)


def _known(app: AppContext) -> UrgeContext:
    try:
        with app.open_journal() as journal:
            return UrgeContext(
                reasons=keepsakes(journal, KeepsakeType.REASON),
                letters=keepsakes(journal, KeepsakeType.LETTER),
                own=own_copings(journal),
                urges=urges(journal, app),
                counted=journal.preferences.value("pause") not in RESTING,
            )
    except JournalError:
        return UrgeContext((), (), (), (), counted=True, readable=False)


def _triggers(app: AppContext, known: UrgeContext) -> tuple[str, ...]:
    """What goes on, in the person's words and by the letters of what is worth a look first."""
    often = Counter(word for urge in known.urges for word in urge.triggers).most_common(2)
    such = joined_own(pages.plain(word) for word, _ in often) or ", ".join(USUAL)
    asked = f"What is going on? Such as {such}."
    given = _asked(app, asked, "A word or two (Enter skips)", arguments.word_list("trigger")) or ()
    asked = "Hungry? Angry or anxious? Lonely? Tired?"
    found = _asked(app, asked, "What fits: h, a, l, t (Enter skips)", _letters) or {}
    if found:
        _show(app, *pages.letter_blocks(dict.fromkeys(found.values())))
        prompt(app, ON)
    return tuple(dict.fromkeys((*given, *found)))


def _letters(text: str) -> dict[str, Letter]:
    """What was ticked, by the words to write down for it; a no ticks nothing."""
    by_letter = {letter.id: letter for letter in halt()}
    by_word = {word: letter for letter in halt() for word in letter.words}
    found: dict[str, Letter] = {}
    for part in text.casefold().replace(",", " ").split():
        if part in by_word:
            found[part] = by_word[part]
        elif set(part) <= by_letter.keys():
            found |= {by_letter[letter].word: by_letter[letter] for letter in part}
        elif part not in {"n", "no", "none", "or", "and"}:
            raise UsageError("Any of these letters, please: h, a, l, t. Enter skips.")
    return found


def _reasons(app: AppContext, known: UrgeContext) -> None:
    letter = known.letters[-1] if known.letters else None
    blocks = shown_back(known.reasons, letter)
    if blocks:
        _show(app, *blocks)
        prompt(app, ON)


def _ideas(app: AppContext, known: UrgeContext, triggers: Sequence[str]) -> tuple[str, ...]:
    """Shows what went together with easier urges, or some ideas; gives them in their order."""
    met = {word for urge in known.urges for word in urge.triggers}
    here = [word for word in triggers if word in met]
    at_such = [one for one in coping_outcomes(known.urges, here) if one.often]
    outcomes = at_such or [one for one in coping_outcomes(known.urges) if one.often]
    if outcomes:
        _show(
            app,
            *pages.tried_blocks(outcomes[:MOST], here if at_such else (), counted=known.counted),
        )
        return tuple(one.word for one in outcomes[:MOST])
    ideas = at_hand(known.own, copings(), len(known.urges))
    _show(app, *pages.idea_blocks(ideas))
    return tuple(coping.id for coping in ideas)


def _wave(app: AppContext, listening: Listening) -> dict[str, Any]:
    """Offers to ride it out together; gives the minutes for which it was ridden."""
    asked = "Or ride it out here, together, for a few minutes?"
    minutes = _asked(app, asked, "y, or minutes (Enter skips)", _minutes)
    if not minutes:
        return {}
    _show(app, *pages.wave_blocks(minutes, surfing().hope))
    seconds = ride(app, minutes, listening)
    _show(app, Text(pages.ridden_words(seconds)))
    return {"minutes": round(seconds / 60) or None}


def _minutes(text: str) -> int:
    """Minutes to ride, or 0 for a no."""
    word = text.casefold()
    if word in {"y", "yes"}:
        return MINUTES
    if word in {"n", "no", "0"}:
        return 0
    if not (word.isascii() and word.isdigit() and int(word) <= LONGEST):
        raise UsageError(f"y, or 1 to {LONGEST} minutes. Enter skips.")
    return int(word)


def _tried(app: AppContext, shown: Sequence[str], *, ridden: bool) -> tuple[str, ...]:
    """What was tried, by the numbers of what was shown or in words."""
    asked = f"What{' else' if ridden else ''} did you try?"
    given = _asked(app, asked, "Numbers or words (Enter skips)", _picks(shown)) or ()
    return tuple(dict.fromkeys((*([SURF] if ridden else ()), *given)))


def _picks(shown: Sequence[str]) -> Callable[[str], tuple[str, ...]]:
    """Reads what was tried: numbers of what was shown, with or without commas, or words."""
    numbered = {f"{number}": word for number, word in enumerate(shown, 1)}

    def read(text: str) -> tuple[str, ...]:
        found = arguments.parse_words([*_parted(text)], "coping")
        if any(word.isdigit() and word not in numbered for word in found):
            raise UsageError(f"Numbers from 1 to {len(shown)}, or words, please. Enter skips.")
        return tuple(numbered.get(word, word) for word in found)

    return read


def _parted(text: str) -> Iterator[str]:
    """The parts between commas; of numbers in a row, each stands for itself."""
    for part in text.split(","):
        yield from part.split() if "".join(part.split()).isdigit() else (part,)


def _outcome(app: AppContext) -> Outcome | None:
    _show(app, Text("How did it turn out?"), ItemList(tuple(pages.ENDS.values()), numbered=True))
    hint = "1 to 4 (Enter if you do not know yet)"
    found: Outcome | None = prompt(app, hint, outcome, key="How did it turn out?")
    return found


def _asked(app: AppContext, question: str, hint: str, read: Callable[[str], Any]) -> Any:
    _show(app, Text(question))
    return prompt(app, hint, read, key=question)


def _show(app: AppContext, *blocks: Block) -> None:
    """A few words with air above them."""
    app.print_lines("")
    app.print_page(Page("", blocks))
