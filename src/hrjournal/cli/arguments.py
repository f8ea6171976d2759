"""What words of the command line mean: which substance, which moment, which days."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from hrjournal.cli.errors import TYPED
from hrjournal.domain.entries.entry import LONGEST_WORD
from hrjournal.domain.history import DateRange
from hrjournal.domain.substances.substance import OTHER, Substance, even, fold, parted
from hrjournal.errors import UsageError
from hrjournal.named import NamedTuple
from hrjournal.sanitize import quote, sanitize

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hrjournal.cli.context import AppContext
    from hrjournal.domain.entries.entry import Moment
    from hrjournal.domain.substances.substance import Kind
    from hrjournal.domain.time.spans import TimeSpan
    from hrjournal.domain.words.understood import Name
    from hrjournal.store import Journal

USUAL_WEEKS: Final = 8
LEAN: Final = frozenset({"lean", "purple drank", "sizzurp"})


class SubstanceMatch(NamedTuple):
    """A substance, and the word by which the person called it."""

    substance: Substance
    word: str
    strength: str = ""  # of one of them, where it stood in the name: `Xanax 0.5mg`

    @property
    def new(self) -> bool:
        """Whether it is not tracked yet."""
        return not self.substance.id


def find_substance(app: AppContext, journal: Journal, word: str) -> SubstanceMatch | None:
    """The tracked or known substance that a word means; None when nobody knows it."""
    if known := tracked_by_name(app, journal, word):
        return SubstanceMatch(known, word)
    kind = app.catalogue.find(word)
    if kind is None or kind.id == OTHER.id:
        return None
    name, strength = parted(word)
    if strength and "/" not in strength:
        match = find_substance(app, journal, name)
        return match and match._replace(strength=strength)
    return SubstanceMatch(_of_kind(app, journal, kind, word), word)


def tracked_by_name(app: AppContext, journal: Journal, word: str) -> Substance | None:
    """The tracked substance that goes by a name: its own, or another that the person gave it."""
    tracked = journal.substances()
    if known := tracked.get(fold(word)):
        return known
    called = {word: tracked[key] for word, key in journal.aliases().items()} | tracked
    return _spelled_otherwise(called, word) or _by_letter(app, tracked, fold(word))


def named_substance(app: AppContext, journal: Journal, name: Name) -> SubstanceMatch:
    """The tracked substance that a line names, or a new one."""
    known = tracked_by_name(app, journal, name.word)
    if known is not None:
        return SubstanceMatch(known, name.word)
    if name.kind.id == OTHER.id:
        return SubstanceMatch(Substance(fold(name.word), name.word, OTHER, OTHER.unit), name.word)
    return SubstanceMatch(_of_kind(app, journal, name.kind, name.word), name.word)


def _of_kind(app: AppContext, journal: Journal, kind: Kind, word: str) -> Substance:
    """The tracked substance of a kind that a word of it means, or a new one."""
    base = app.units(journal).base(kind.unit)
    if kind.apart:
        shown = word[:1].upper() + word[1:]
        return Substance(fold(word), " ".join(shown.split()), kind, base)
    same = [
        substance for substance in journal.substances().values() if substance.kind.id == kind.id
    ]
    exact = [one for one in same if one.key == fold(kind.name)]
    if exact or len(same) == 1:
        return (exact or same)[0]
    return Substance(fold(kind.name), kind.name, kind, base)


def _spelled_otherwise(tracked: Mapping[str, Substance], word: str) -> Substance | None:
    """A tracked substance whose name is this one but for hyphens and spaces."""
    evened = even(word)
    return next((one for key, one in tracked.items() if evened and even(key) == evened), None)


def _by_letter(app: AppContext, tracked: Mapping[str, Substance], key: str) -> Substance | None:
    """In the discreet view, what a substance goes by on the screen is a name too."""
    asked = key.removeprefix("substance ")
    names = {fold(letter): name for name, letter in app.letters().items()}
    return next(
        (substance for substance in tracked.values() if substance.name == names.get(asked)), None
    )


def resolve_substance(
    app: AppContext, journal: Journal, word: str, *, new: bool = False
) -> SubstanceMatch:
    """The substance that a word means; one that nobody knows is new, as typed.

    On a terminal, nearest known names are offered first.
    """
    substance_match = find_substance(app, journal, word)
    if substance_match:
        return _asked(app, journal, substance_match)
    typed = parse_word(word, "substance")
    if app.is_interactive and not new:
        nearest = app.catalogue.nearest(word, journal.substances())
        from hrjournal.cli.prompts import offer

        question = f"{quote(typed)} is new here. Did you mean one of these?"
        hint = "A number, or Enter to keep your word"
        chosen = offer(app, question, nearest, hint) if nearest else None
        if chosen:
            return resolve_substance(app, journal, chosen)
    return SubstanceMatch(Substance(fold(typed), typed, OTHER, OTHER.unit), word)


def _asked(app: AppContext, journal: Journal, match: SubstanceMatch) -> SubstanceMatch:
    """What is meant by a name that goes by more than one thing, asked once on a terminal."""
    if not (match.new and app.is_interactive and fold(match.word) in LEAN):
        return match
    from hrjournal.cli.prompts import offer

    question = f"What is in it? {quote(match.word)} can be one of these."
    chosen = offer(app, question, ("codeine syrup", "DXM"), "A number, or Enter if you don't know")
    return (chosen and find_substance(app, journal, chosen)) or match


def default_unit(one: Substance) -> str:
    """The unit to read an amount in when its words name none, where the kind has no own one."""
    return one.unit if one.id and one.kind.id == OTHER.id else ""


def parse_word(text: str, what: str) -> str:
    """A short word of the person's own, with spaces evened out.

    Raises:
        UsageError: when it is empty, too long, or holds characters that cannot be shown.
    """
    word = " ".join(text.split())
    if not 0 < len(word) <= LONGEST_WORD:
        raise UsageError(f"A {what} has 1 to {LONGEST_WORD} characters.")
    if sanitize(word) != word or not any(letter.isalnum() for letter in word):
        raise UsageError(f"{quote(text)} cannot be kept as a {what}. Plain letters work best.")
    return word


def parse_words(texts: Sequence[str] | None, what: str) -> tuple[str, ...]:
    """Several short words, each once, in the order given; commas part them too."""
    parts = [part for text in texts or () for part in text.split(",") if part.strip()]
    return tuple(dict.fromkeys(fold(parse_word(part, what)).replace(" ", "-") for part in parts))


def line_times(app: AppContext, journal: Journal) -> Callable[[Sequence[str]], list[TimeSpan]]:
    """What finds times in the words of a line."""

    def found(words: Sequence[str]) -> list[TimeSpan]:
        from hrjournal.domain.time.spans import time_spans

        return time_spans(words, app.current_time(journal))

    return found


def parse_at(app: AppContext, journal: Journal, at: str | None) -> Moment:
    """When it was: now, or what the person's words say."""
    if at is None:
        return app.moment
    from hrjournal.domain.time.parse_moment import read_moment

    return read_moment(at, app.current_time(journal))


def parse_day(app: AppContext, journal: Journal, day: str | None) -> Moment:
    """A day as a moment whose time is not known; today unless said."""
    from hrjournal.domain.time.parse_moment import moment_of_day, read_day

    now = app.current_time(journal)
    return moment_of_day(now.today if day is None else read_day(day, now), now.zone)


def parse_date(app: AppContext, journal: Journal, text: str) -> int:
    """A day that the person names, in days as dates count them."""
    from hrjournal.domain.time.parse_moment import read_day

    return read_day(text, app.current_time(journal))


def day_range(
    app: AppContext,
    journal: Journal,
    *,
    first: str | int | None = None,
    last: str | int | None = None,
    days: int | None = None,
    weeks: int | None = None,
    months: int | None = None,
) -> DateRange:
    """The days from first to last, each in words or known; the last is today unless said.

    Without a first day: so many days, whole months or whole weeks up to the last one.

    Raises:
        UsageError: when a day cannot be read, or two of these cannot go together.
    """
    begin, final = (
        parse_date(app, journal, day) if isinstance(day, str) else day for day in (first, last)
    )
    if weeks is not None and months is not None:
        raise UsageError("Either --weeks or --months, please.")
    if days is not None and begin is not None:
        raise UsageError("Either --days or --from, please.")
    end = (app.today(journal) if final is None else final) + 1
    if begin is None:
        begin = end - days if days else _opening(journal, end - 1, weeks, months)
    if begin >= end:
        raise UsageError("The first day lies after the last. Please turn them around.")
    return DateRange(begin, end)


def _opening(journal: Journal, last: int, weeks: int | None, months: int | None) -> int:
    """Where the running week or month and so many before it begin."""
    from hrjournal.report.periods import By, recent

    unit, count = (By.MONTH, months) if months is not None else (By.WEEK, weeks or USUAL_WEEKS)
    return recent(last, unit, count, journal.preferences.week_start).start


def read_note(text: str | None) -> str | None:
    """A note as typed; `-` reads it from standard input.

    Raises:
        UsageError: when it is not text, or nothing came.
    """
    if text == "-":
        text = _standard_input()
    if text is not None:
        try:
            text.encode("utf-8")
        except UnicodeEncodeError:
            raise UsageError(
                "This note holds bytes that are not text (UTF-8), so it was not saved."
            ) from None
    return text


def _standard_input() -> str:
    at_terminal = sys.stdin.isatty()
    if at_terminal:
        sys.stderr.write("Type your words; Ctrl-D on a line of its own ends them.\n")
    try:
        raw = sys.stdin.buffer.read()
        text = raw.decode("utf-8").removesuffix("\n").removesuffix("\r")
    except UnicodeDecodeError:
        raise UsageError("What came on standard input is not text (UTF-8).") from None
    if not raw:
        raise UsageError("Nothing came on standard input. Give the words instead.")
    if at_terminal:
        TYPED.append(sanitize(text, keep_lines=True))
    return text


def parse_money(text: str | None) -> int | None:
    """Thousandths of the person's own currency."""
    if text is None:
        return None
    from hrjournal.domain.words.money import read_money

    return read_money(text)


def word_list(what: str) -> Callable[[str], tuple[str, ...]]:
    """Reads several a few words, with commas between."""
    return lambda text: parse_words([text], what)
