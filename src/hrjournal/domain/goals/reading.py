"""What the words of a goal say: a metric where they name one, read strictly, or nothing.

Each reader takes one turn of phrase and looks at every word: what is left over means that it is
not that. Amounts, names and times are read by those who read them everywhere else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.domain.goals import phrases
from hrjournal.domain.goals.goal import GoalKind
from hrjournal.domain.words import quantities
from hrjournal.domain.words.money import read_money
from hrjournal.errors import NotUnderstoodError, UsageError
from hrjournal.named import NamedTuple
from hrjournal.sanitize import quote

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Collection, Mapping

    from hrjournal.domain.words.understood import Name, Use

ONE_AT_A_TIME: Final = "One goal at a time, please: write each in a line of its own."


class GoalWords(NamedTuple):
    """What words say of a goal; `name` is the substance, None where none is named."""

    kind: GoalKind
    name: Name | None = None
    limit: int = 0
    unit: str = ""
    weekdays: tuple[int, ...] = ()
    what: str = ""


class GoalVocabulary(NamedTuple):
    """Who reads the parts of a goal.

    `names` gives the substances that words name and nothing else, or raises; `use` the one use
    with its amount, or raises, with lines to offer where that is not clear; `time` seconds after
    midnight, None for what is no time, and raises where it can be two.
    """

    names: Callable[[str], Collection[Name]]
    use: Callable[[str], Use]
    time: Callable[[str], int | None]
    steps: Mapping[str, str]  # every spelling, with the word that it is kept as
    copings: Collection[str]


class _OtherError(Exception):
    """The words are not of this turn of phrase."""


def read_goal(text: str, known: GoalVocabulary) -> GoalWords | None:
    """The goal that words say; None where they name no metric.

    Raises:
        NotUnderstoodError: when they name one that is not clear, with lines to offer.
    """
    line = phrases.plain(text)
    for reader in READERS:
        try:
            return reader(line, known)
        except _OtherError:
            continue
    return None


def _about(words: str, known: GoalVocabulary) -> Name | None:
    """The one substance that the words name, beside words that say nothing."""
    words = phrases.without(words, phrases.EMPTY)
    _need(not phrases.NO.search(words))
    if not words:
        return None
    try:
        names = list(known.names(words))
    except UsageError:
        raise _OtherError from None
    if len(names) > 1:
        raise NotUnderstoodError(f"A goal is about one substance here. {ONE_AT_A_TIME}")
    return names[0] if names else None


def _found(pattern: re.Pattern[str], line: str) -> re.Match[str]:
    found = pattern.fullmatch(line)
    if found is None:
        raise _OtherError
    return found


def _need(condition: object) -> None:
    if not condition:
        raise _OtherError


def _not_before(line: str, known: GoalVocabulary) -> GoalWords:
    found = phrases.ONLY_AFTER.fullmatch(line) or _found(phrases.BEFORE, line)
    _need(phrases.NO.search(found["head"]) or found["link"] in {"after", "from"})
    try:
        seconds = known.time(found["time"])
    except UsageError as error:
        offers = [f"{line}{half}" for half in ("am", "pm")]
        raise NotUnderstoodError(error.marked, offers) from None
    if seconds is None:
        raise _OtherError
    name = _about(phrases.without(found["head"], phrases.NO), known)
    return GoalWords(GoalKind.NOT_BEFORE, name, seconds)


def _not_on(line: str, known: GoalVocabulary) -> GoalWords:
    found = _found(phrases.ON_DAYS, line)
    days, rest = phrases.weekdays(found["days"]), found["head"] + found["tail"]
    if phrases.ONLY.search(found["head"]):
        days = tuple(day for day in range(phrases.WEEK) if day not in days)
    else:
        _need(phrases.NO.search(rest) or phrases.FREE.search(rest))
    name = _about(phrases.without(rest, phrases.NO, phrases.FREE), known)
    return GoalWords(GoalKind.NOT_ON, name, weekdays=days)


def _not_alone(line: str, known: GoalVocabulary) -> GoalWords:
    found = phrases.TOGETHER.fullmatch(line)
    if found is None:
        found = _found(phrases.ALONE, line)
        _need(phrases.NO.search(found["head"]))
    rest = phrases.without(f"{found['head']} {found['tail']}", phrases.NO)
    return GoalWords(GoalKind.NOT_ALONE, _about(rest, known))


def _sleep(line: str, known: GoalVocabulary) -> GoalWords:
    del known
    _need(phrases.SLEEP.search(line))
    words = phrases.without(line, phrases.AT_LEAST, phrases.PER_DAY, phrases.OF_SLEEP)
    minutes = quantities.length(words, quantities.HOUR)
    _need(minutes is not None and 0 < minutes <= quantities.DAY)
    return GoalWords(GoalKind.SLEEP, limit=minutes or 0)


def _gap(line: str, known: GoalVocabulary) -> GoalWords:
    found = _found(phrases.GAP, line)
    rest = phrases.without(f"{found['head']} {found['tail']}", phrases.AT_LEAST, phrases.BETWEEN)
    return GoalWords(GoalKind.GAP, _about(rest, known), max(1, phrases.number(found["n"])))


def _days(line: str, known: GoalVocabulary) -> GoalWords:
    found = _found(phrases.DAYS_A_WEEK, line)
    rest = f"{found['head']} {found['mod']} {found['tail']}"
    plain = phrases.without(_capped(rest), phrases.PER_WEEK)
    free = phrases.FREE.search(plain) is not None
    capped = phrases.AT_MOST.search(rest) is not None
    _need((free or phrases.PER_WEEK.search(rest)) and not (free and capped))
    _need(free or not phrases.AT_LEAST.search(plain))
    plain = phrases.DRY.sub("alcohol", phrases.without(plain, phrases.AT_LEAST))
    name = _about(phrases.without(plain, phrases.FREE), known)
    number = phrases.number(found["n"])
    _need(number <= phrases.WEEK or phrases.PER_WEEK.search(rest))  # else it is a row of days
    _ask_about_days(line, rest, sure=free or capped or name is not None)
    return _so_many_days(number, name, free=free)


def _ask_about_days(line: str, rest: str, *, sure: bool) -> None:
    """Days of which it is not said that they are days of a week, or days of what, are asked."""
    if not phrases.PER_WEEK.search(rest):
        _need(not phrases.PER_DAY.search(line))
        asked = f"{quote(line)}: in each week? Please write it with a week."
        raise NotUnderstoodError(asked, (f"{line} a week",))
    if not sure:
        offers = (f"at most {line}", f"{line} without")
        raise NotUnderstoodError(f"{quote(line)}: days of use, or days without?", offers)


def _so_many_days(number: int, name: Name | None, *, free: bool) -> GoalWords:
    if number > phrases.WEEK:
        raise NotUnderstoodError("A week has 7 days. Please write a number from 1 to 7.")
    if not number:
        _need(not free)
        return GoalWords(GoalKind.NONE, name)
    return GoalWords(GoalKind.FREE_DAYS if free else GoalKind.USE_DAYS, name, number)


def _money(line: str, known: GoalVocabulary) -> GoalWords:
    _need(phrases.CURRENCY.search(line) or phrases.SPEND.search(line))
    _need(phrases.PER_WEEK.search(line) and not phrases.MORE.search(_capped(line)))
    words = _capped(phrases.without(line, phrases.PER_WEEK, phrases.SPEND)).split()
    coins = [word for word in words if word[0].isdigit() or phrases.CURRENCY.search(word)]
    try:
        limit = read_money(" ".join(coins))
    except UsageError:
        raise _OtherError from None
    name = _about(" ".join(word for word in words if word not in coins), known)
    return GoalWords(GoalKind.MONEY, name, limit)


def _capped(line: str) -> str:
    """The line without the words that say at most."""
    return phrases.without(line, phrases.AT_MOST)


def _none(line: str, known: GoalVocabulary) -> GoalWords:
    _need(phrases.NO.search(line) or phrases.NOUGHT.search(line))
    rest = phrases.without(line, phrases.NO, phrases.NOUGHT)
    name = _about(rest, known)
    _need(name or phrases.ALL_OF_IT.search(line))
    return GoalWords(GoalKind.NONE, name)


def _largest(line: str, known: GoalVocabulary) -> GoalWords:
    _need(phrases.ONE_DAY.search(line))
    words = _capped(phrases.without(line, phrases.ONE_DAY))
    _need(not phrases.MORE.search(words))
    return _amount_of(GoalKind.LARGEST, words, " in one day", known)


def _amount(line: str, known: GoalVocabulary) -> GoalWords:
    day, week = phrases.PER_DAY.search(line), phrases.PER_WEEK.search(line)
    _need(not (day and week) and not phrases.HOW_OFTEN.search(line))
    rest = phrases.without(line, phrases.PER_DAY, phrases.PER_WEEK)
    words = _capped(rest)
    _need(not phrases.MORE.search(words))
    if phrases.LESS.search(words):
        return _less_than(line, words, known)
    if not (day or week):
        return _no_time(rest, words, known)
    kind, ending = (GoalKind.DAY, " a day") if day else (GoalKind.WEEK, " a week")
    return _amount_of(kind, words, ending, known)


def _less_than(line: str, words: str, known: GoalVocabulary) -> GoalWords:
    """`less than 3` has no exact edge, so it is asked."""
    _use(phrases.without(words, phrases.LESS), "", known)
    offer = " ".join(phrases.LESS.sub("at most", line).split())
    raise NotUnderstoodError(
        f"{quote(line)}: up to which number is it fine? Please write it with at most.", (offer,)
    )


def _no_time(rest: str, words: str, known: GoalVocabulary) -> GoalWords:
    """An amount without how often: a day or a week is asked."""
    _use(words, "", known)
    raise NotUnderstoodError(
        f"{quote(rest)}: a day, or a week? Please write which.", (f"{rest} a day", f"{rest} a week")
    )


def _amount_of(kind: GoalKind, words: str, ending: str, known: GoalVocabulary) -> GoalWords:
    use = _use(words, ending, known)
    amount = use.amount
    if amount is None or amount.high is None:
        raise _OtherError
    return GoalWords(kind, use.name, amount.high, amount.unit)


def _use(words: str, ending: str, known: GoalVocabulary) -> Use:
    """The one use that words are; what is not clear is asked with what stood behind it."""
    try:
        return known.use(words)
    except NotUnderstoodError as error:
        if not error.offers:
            raise _OtherError from None
        asked = error.marked.replace(", so nothing was saved", "").partition(", such as:")[0]
        raise NotUnderstoodError(
            f"{asked.rstrip('.')}.",
            [f"at most {offer}{ending}" for offer in error.offers],
        ) from None
    except UsageError:
        raise _OtherError from None


def _coping(line: str, known: GoalVocabulary) -> GoalWords:
    if found := phrases.URGE_FIRST.fullmatch(line):
        said = found["what"]
    else:
        found = _found(phrases.WITH_URGE, line)
        said = f"{found['what']}{found['tail']}"
    times, what = _times(said) if _is_counted(said) else (0, said)
    if _word(what) not in known.copings:
        _something_done(what, known)
    return GoalWords(GoalKind.COPING, limit=times, what=_word(what))


def _step(line: str, known: GoalVocabulary) -> GoalWords:
    """A step by itself, which is one for each day of use."""
    step = known.steps.get(phrases.without(line, phrases.ALWAYS).strip(" ,"))
    _need(step)
    return GoalWords(GoalKind.STEP, what=step or "")


def _often(line: str, known: GoalVocabulary) -> GoalWords:
    """Something so many times a week: a step, a way with urges, or a good thing."""
    _need(_is_counted(line))
    times, what = _times(_capped(line))
    _need(what and times and not phrases.NO.search(what))
    if phrases.HOW_OFTEN.search(line):
        _refuse_use(line, what, times, known)
    _need(not phrases.AT_MOST.search(line))
    if phrases.GOOD_THING.fullmatch(what):
        return GoalWords(GoalKind.GOOD, limit=times)
    if step := known.steps.get(what):
        return GoalWords(GoalKind.STEP, limit=times, what=step)
    if _word(what) in known.copings:
        return GoalWords(GoalKind.COPING, limit=times, what=_word(what))
    _need(phrases.HOW_OFTEN.search(line) or not phrases.SO_MANY.fullmatch(line))
    _refuse_use(line, what, times, known)
    _something_done(what, known)
    return GoalWords(GoalKind.GOOD, limit=times, what=what)


def _something_done(what: str, known: GoalVocabulary) -> None:
    """Lets words through that can be something to do: no figures, no use, no how often."""
    _need(what and not phrases.NOT_TO_DO.search(what))
    for word in what.split():
        if word not in phrases.SIPS:
            _need(not _names_use(word, known))


def _names_use(word: str, known: GoalVocabulary) -> bool:
    try:
        return bool(known.names(word))
    except UsageError:
        return False


def _refuse_use(line: str, what: str, times: int, known: GoalVocabulary) -> None:
    """Use so many times a week is no good thing: how it is meant is asked."""
    try:
        name = _about(what, known)
    except _OtherError:
        return
    if name is not None:
        _need(not name.kind.medicine)  # which is to be taken
        days = f"{name.word} at most {times} {'day' if times == 1 else 'days'} a week"
        raise NotUnderstoodError(f"{quote(line)} is not clear to me here.", (days,))


def _is_counted(line: str) -> bool:
    often = (phrases.HOW_OFTEN, phrases.EVERY_DAY, phrases.ONCE_A_WEEK)
    return phrases.SO_MANY.fullmatch(line) is not None or any(one.search(line) for one in often)


def _times(line: str) -> tuple[int, str]:
    """How many times a week, and what."""
    if found := phrases.HOW_OFTEN.search(line):
        word = {"once": 1, "twice": 2}.get(found["word"] or "")
        times, rest = word or phrases.number(found["n"]), phrases.HOW_OFTEN.sub(" ", line)
    elif phrases.EVERY_DAY.search(line):
        times, rest = phrases.WEEK, phrases.EVERY_DAY.sub(" ", line)
    elif found := phrases.SO_MANY.fullmatch(line):
        times, rest = phrases.number(found["n"]), found["what"]
    else:
        times, rest = 1, phrases.ONCE_A_WEEK.sub(" ", line)
    return times, " ".join(phrases.without(rest, phrases.AT_LEAST).split()).strip(" ,:")


def _word(what: str) -> str:
    """A way with urges as records have it."""
    return what.strip(" ,").replace(" ", "-")


READERS: Final[tuple[Callable[[str, GoalVocabulary], GoalWords], ...]] = (
    *(_coping, _not_alone, _step, _not_before, _not_on, _sleep, _gap, _days, _money, _none),
    *(_largest, _amount, _often),
)
