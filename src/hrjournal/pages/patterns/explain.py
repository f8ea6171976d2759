"""How patterns are looked for, in plain words, and what a program can read out of them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from hrjournal.blocks import DefinitionList, Heading, ItemList, Page, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

VERSION: Final = 1
OPENING: Final = (
    "The questions are set beforehand, the same for everyone. None is added after a look at what "
    "you wrote. They are about one substance: what you used on most days, or the one you name."
)
ASKED: Final = (
    "On days with each of your 6 most noted triggers: is there more use, any use, more urges?",
    "The day after a heavier day, and the day after a day without: how are mood and sleep?",
    "With each of the 4 ways you tried most: do more urges of like strength pass?",
    "At night, in the morning, in the afternoon, in the evening: do more urges pass?",
)
RULES: Final = (
    "Seen together: both sides counted, from 5 on each side. It is up to date.",
    "Stands out: chance alone would seldom do it. It takes 28 logged days, and 8 on each side.",
    "Days of the week are evened out first, and so is what a day shares with the day before.",
    "The more is asked, the clearer each answer has to be.",
    "Of 100 people with nothing to find, about 8 are told of something all the same.",
    "It is worked out anew every 28 days, so that it stays as it is in between.",
    "A heavier day holds more than two thirds of your logged days do.",
    "A lower mood or a shorter sleep lies below your own middle.",
    "A day you did not log is left out. An amount you do not know is left out of amounts.",
    "A trigger word that you note mostly beside use is compared among days of use.",
    "Days without use may hold no such word because you wrote none.",
    "Together never says why. What comes first, or what lies under both, is for you to say.",
)
FILE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "version": f"of this form of data, now {VERSION}",
        "substance": "which one it is about; null where nothing was used yet",
        "days": "from the first day to today",
        "logged": "on how many of them this substance is logged: used or none",
        "tested": "the days that what stands out rests on; null before the first 28",
        "next_look": "the day on which it is worked out anew",
        "asked": "how many questions could be asked",
        "questions": "every question in its order",
        "days_of_use": "for words noted along with use: heavier days among days of use",
        "tried": "every way that was tried with urges, and how each of these ended",
        "weekdays": "days of use and logged days, Monday first",
        "hours": "by time of day: days on which use began, and urges that passed",
        "question": "the open question at the end",
    }
)
QUESTION: Final[Mapping[str, str]] = MappingProxyType(
    {
        "id": "amount, used, urges (same day); heavier-mood, heavier-sleep, none-mood, none-sleep "
        "(the day after); coping, hour (each urge)",
        "word": "the trigger, the way of coping or the time of day; else null",
        "counted": "what both sides are counted by",
        "seen": "both sides up to today: count, of, and how many more are needed to compare them; "
        "null where a word was noted along with what it would be compared with",
        "stands_out": "true or false",
        "test": "null where it could not be asked yet: seen (up to the last look), rows, memory "
        "(what a day shares with the one before), r (below 0: in opposite ways), p",
    }
)


def page() -> Page:
    """The page."""
    blocks = (
        Text(OPENING),
        Heading("What is asked"),
        ItemList(ASKED),
        Heading("How it is told"),
        ItemList(RULES),
        Heading("With --json"),
        DefinitionList(tuple(FILE.items())),
        Heading("Each of the questions"),
        DefinitionList(tuple(QUESTION.items())),
    )
    return Page("How patterns are found", blocks, {"file": dict(FILE), "questions": dict(QUESTION)})
