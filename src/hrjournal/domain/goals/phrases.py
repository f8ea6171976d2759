"""The turns of phrase of a goal: how often, at most, on which days, and words that say no."""

from __future__ import annotations

import re
from typing import Final

from hrjournal.domain.words.quantities import NUMBERS

WEEK: Final = 7
SHORT_DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NUMBER: Final = rf"(?:[0-9]{{1,3}}|an?|{'|'.join(NUMBERS)})"
COUNT: Final = rf"(?:[0-9]{{1,3}}|{'|'.join(NUMBERS)})"

LEAD: Final = re.compile(
    r"^(?:(?:i(?: would|'d)? (?:want|like|plan|hope|wish|aim|will|am going|try)|i'll"
    r"|my (?:new )?goal(?: is)?:?|goal:?|try|aim|please)(?: to)? )+"
)
VERB: Final = re.compile(r"^(?:keep to|stick to|cut down to|go down to|limit to|stay at) ")
PER_DAY: Final = re.compile(
    r"(?:\b(?:a|per|each|every|in a)|/) ?(?:day|night|evening)\b|\b(?:daily|nightly)\b"
)
PER_WEEK: Final = re.compile(r"(?:\b(?:a|per|each|every|in a)|/) ?(?:week|wk)\b|\bweekly\b")
AT_MOST: Final = re.compile(
    r"(?:<=|\u2264|\b(?:at (?:the )?most|(?:no|not|never) more than|not over|a maximum of"
    r"|maximum(?: of)?|max(?:\.|\b)(?: of)?|up to|limit(?:ed)? to|stay (?:at|within)|within))"
    r"(?= |$)"
)
AT_LEAST: Final = re.compile(r"\b(?:at least|a minimum of|minimum(?: of)?|min(?:\.|\b)|or more)\b")
MORE: Final = re.compile(r"\b(?:at least|minimum|more than|over|above|or more)\b")
LESS: Final = re.compile(r"\b(?:less than|fewer than|under|below)\b")
ONE_DAY: Final = re.compile(
    r"\b(?:in|on|at) (?:one|any one|any|a single|the same) (?:day|night|evening|sitting|go|time)\b"
    r"|\b(?:largest|biggest|heaviest) day\b:?|\bno day (?:over|above|with (?:more than|over))\b"
)
NO: Final = re.compile(
    r"\b(?:not|no|none|nothing|never|don't|do not|without|avoid|stop|stopping|stopped|quit"
    r"|quitting|zero|give up|giving up|abstain from|abstain|abstinence from|abstinence"
    r"|abstinent)\b"
)
FREE: Final = re.compile(r"\b(?:without|off|not|no|none|never|sober|dry)\b|[- ]free\b|\bfree of\b")
DRY: Final = re.compile(r"\bdry\b")
EMPTY: Final = re.compile(
    r"\b(?:any(?:thing)?|more|at all|all|my|the|an?|use|uses|using|take|taking|have|having|to|of"
    r"|on|in|for|only|ever|again|it|i|and nothing|days?|with)\b|[,:;.]"
)
NOUGHT: Final = re.compile(r"^0\b")
NOT_TO_DO: Final = re.compile(  # in words of something to do
    r"[0-9$\u20ac\u00a3?<>]|\b(?:less|more|most|least|than|only|never|not|no|without|until|between"
    r"|every|each|per|a day|a week|or)\b"
)
SIPS: Final = frozenset({"drink", "drinking"})  # of water or tea
ALL_OF_IT: Final = re.compile(
    r"\b(?:none|nothing|zero|abstinence|abstinent|abstain|no use|no using|stop using|quit using)\b"
)
BEFORE: Final = re.compile(r"(?P<head>.*?)\b(?P<link>before|until|till|earlier than) (?P<time>.+)")
ONLY_AFTER: Final = re.compile(r"(?P<head>.*?)\bonly (?P<link>after|from) (?P<time>.+)")
ONLY: Final = re.compile(r"\bonly\b")
ALONE: Final = re.compile(r"(?P<head>.*)\balone\b(?P<tail>.*)")
TOGETHER: Final = re.compile(
    r"(?P<head>.*)\b(?:only|always) with "
    r"(?:someone|somebody|others|other people|people|company|friends|a friend)\b(?P<tail>.*)"
)
_DAY: Final = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?(?: (?:night|evening)s?)?"
    r"|(?:work|week|school)[- ]?(?:night|day)s?|weekends?)"
)
_LINK: Final = r"(?:,? and |,? or |, | & | ?- ?| to | through | till )"
ON_DAYS: Final = re.compile(
    rf"(?P<head>.*?)(?:\b(?:on|during|at|over) )?(?:\b(?:the|any|my) )?"
    rf"\b(?P<days>{_DAY}(?:{_LINK}{_DAY})*)\b(?P<tail>(?: (?:without|off|free).*)?)"
)
NIGHTS_BEFORE_WORK: Final = (0, 1, 2, 3, 6)
WORKDAYS: Final = (0, 1, 2, 3, 4)
WEEKEND: Final = (5, 6)
DAYS_A_WEEK: Final = re.compile(
    rf"(?P<head>(?:.*? )?)(?P<n>{COUNT}) (?P<mod>(?:[^\W\d][\w'-]*(?: free)? )?)"
    r"(?:days?|nights?|evenings?)\b(?P<tail>.*)"
)
GAP: Final = re.compile(
    rf"(?P<head>(?:.*? )?)(?P<n>{COUNT}) (?:full |whole )?days? (?:in )?between\b(?P<tail>.*)"
)
BETWEEN: Final = re.compile(r"\b(?:uses?|sessions?|times|each|two|one and the next)\b")
SLEEP: Final = re.compile(r"\b(?:sleep|slept|sleeping|asleep)\b")
OF_SLEEP: Final = re.compile(
    r"\b(?:sleep|slept|sleeping|asleep|of|for|about|get|nights?|each|every|per)\b|\ba(?= |$)"
)
CURRENCY: Final = re.compile(
    r"[$€£¥]|\b(?:eur|usd|gbp|aud|cad|nzd|chf|pln|euros?|dollars?|bucks?|pounds?|quid|zloty|francs?"
    r"|kron(?:er|or))\b|zł"
)
SPEND: Final = re.compile(r"\b(?:spend|spending|pay|money)\b")
URGES: Final = r"(?:an? |the |my )?(?:\w+ )?(?:urges?|cravings?|crave)\b"
WITH_URGE: Final = re.compile(
    rf"(?P<what>.+?),? (?:when(?:ever)?|if|with|on|at|for|during|against)(?: i (?:have|get|feel))?"
    rf" (?:i )?{URGES}(?: (?:comes?|hits?|is there|starts?))?(?P<tail>.*)"
)
URGE_FIRST: Final = re.compile(
    rf"(?:when(?:ever)?|if|with|at)(?: i (?:have|get|feel))? (?:i )?{URGES}"
    r"(?: (?:comes?|hits?|is there|starts?))?,? (?P<what>.+)"
)
HOW_OFTEN: Final = re.compile(
    rf"\b(?:(?P<word>once|twice)|(?P<n>{NUMBER}) ?(?:times?|x))"
    r"(?: (?:a|per|each|every|in a) week| weekly)\b"
)
EVERY_DAY: Final = re.compile(
    r"\b(?:every (?:single )?(?:day|night|evening|morning)|each day|daily|once a day)\b"
)
ONCE_A_WEEK: Final = re.compile(r"\b(?:every week|each week|weekly)\b")
SO_MANY: Final = re.compile(rf"(?P<n>{NUMBER}) (?P<what>[^\W\d].*?) (?:a|per|each|every) week")
GOOD_THING: Final = re.compile(r"(?:(?:write|write down|note|do|have) )?(?:a )?good things?")
ALWAYS: Final = re.compile(
    r"\b(?:always|(?:every|each) time|when(?:ever)?)(?: i (?:drink|use|smoke))?\b"
    r"|\bon (?:each|every) (?:use day|day)(?: of use)?\b"
)


def plain(text: str) -> str:
    """The words of a goal in small letters with single spaces, without what leads to it."""
    line = " ".join(text.casefold().replace("\u2019", "'").split()).rstrip(".!")
    return VERB.sub("", LEAD.sub("", line))


def without(line: str, *patterns: re.Pattern[str]) -> str:
    """The line without what any of these finds."""
    for pattern in patterns:
        line = pattern.sub(" ", line)
    return " ".join(line.split())


def number(word: str) -> int:
    """A whole number in digits or as a word."""
    if word in {"a", "an"}:
        return 1
    return NUMBERS[word] if word in NUMBERS else int(word)


def weekdays(words: str) -> tuple[int, ...]:
    """The days that words of `ON_DAYS` name, Monday being 0; a span goes over the weekend."""
    parts = re.split(
        r"(,? and |,? or |, | & | ?- ?(?=mon|tue|wed|thu|fri|sat|sun)| to "
        r"| through | till )",
        words,
    )
    found: list[int] = []
    for place in range(0, len(parts), 2):
        days = _named(parts[place])
        if place and parts[place - 1].strip() in {"-", "to", "through", "till"}:
            first, last = found[-1], days[-1]
            days = [(first + step) % WEEK for step in range((last - first) % WEEK + 1)]
        found += days
    return tuple(sorted(set(found)))


def _named(word: str) -> list[int]:
    if word.startswith("weekend"):
        return list(WEEKEND)
    if word[:3] in SHORT_DAYS:
        return [SHORT_DAYS.index(word[:3])]
    return list(NIGHTS_BEFORE_WORK if "night" in word else WORKDAYS)
