"""A journal with a mark in every field that a summary can leave out, and what was made of it."""

from __future__ import annotations

import re
import shutil
import subprocess
import zlib
from itertools import combinations
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, Final

import pytest

from hrjournal.cli.app import app
from hrjournal.cli.context import AppContext
from hrjournal.content.notices import copings
from hrjournal.content.reflection import guide
from hrjournal.domain.entries.entry import Entry, EntryType, Moment, Outcome
from hrjournal.domain.history import BaselinePin
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from hrjournal.domain.substances.amount import Amount
from hrjournal.domain.substances.substance import OTHER, OwnServing, Substance
from hrjournal.domain.summary.options import SummaryOptions
from hrjournal.domain.summary.sections import Section
from hrjournal.store import keepsakes
from hrjournal.store.changes import set_baseline, set_settings
from hrjournal.store.substances import named

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

NOW: Final = 1_795_423_200  # Mon 23 Nov 2026 at 09:20 on UTC
DAY: Final = 86_400
LENGTH: Final = 45  # written days
MARKS: Final = {
    Section.AGREED: "zqagreed",
    Section.GOALS: "zqgoal",
    Section.TALK: "zqtalk",
    Section.STEPS: "zqstep",
    Section.TRIGGERS: "zqtrigger",
    Section.HELPED: "zqcoping",
    Section.RULERS: "zqruler",
    Section.REASONS: "zqreason",
    Section.SCREENS: "phq2",
    Section.PEOPLE: "zqcompany",
    Section.ROUTES: "zqroute",
    Section.MONEY: "98765",
    Section.PLACES: "zqplace",
    Section.ROOTS: "zqroot",
    Section.EVENTS: "zqevent",
    Section.GOOD: "zqgood",
    Section.NOTES: "zqnote",
    Section.LETTER: "zqletter",
}
TOLD: Final = {  # what parts without words of a person say, on a page and as data
    Section.URGES: ("passed without use", '"urges": {', '"passed":'),
    Section.SAFETY: ("used alone", '"gap_days":', '"sentences":'),
    Section.MOOD: ("mood (10 is best)", '"mood":', "sleep, hours"),
}
NEVER: Final = (
    "zqearlier",  # it was agreed in the session before the last one
    *("zqwhy", "zqbalance", "zqvalue", "zqanswer", "zqowncoping", "zqcontact", "zqphone"),
    *("zqtherapist", "zqdone", "zqtyped"),
)
NAMES: Final = ("alcohol", "beer", "drink", "zqpowder", "zqscoop")
READER: Final = shutil.which("pdftotext")
_STREAM: Final = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def session(place: Path) -> AppContext:
    """A session over this journal, on a morning in November."""
    return AppContext(file=place, clock=lambda: NOW)


def fill(place: Path, never: str = "", *, whole: bool = False) -> None:
    """Writes the marks; nothing of the substance `never`."""
    now = session(place)
    with now.open_journal(write=True) as journal:
        alcohol = Substance("alcohol", "Alcohol", now.catalogue.kind("alcohol"), "g_alc")
        powder = Substance("zqpowder", "Zqpowder", OTHER, "zqscoop")
        with journal.change("log", now.instant) as change:
            known = [one for one in (alcohol, powder) if one.key != never]
            tracked = {one.key: change.track(one) for one in known}
            for entry in _entries():
                if not never or entry.substance != never:
                    triggers = [word for word in entry.triggers if not never or never not in word]
                    told = entry.replace(triggers=tuple(triggers))
                    change.add(told, tracked.get(entry.substance or ""))
            for one in (*_kept(), *(() if whole else _agreed())):
                keepsakes.add(change, one)
        chosen = {"naloxone_place": "zqplace", "naloxone_expires": "2027-05-31"}
        set_settings(journal, chosen, now.instant)


def fill_whole(place: Path) -> None:
    """Writes the marks, and one into every other field that a person can write in."""
    fill(place, whole=True)
    now = session(place)
    wish = SummaryOptions(title="zqtitle", without=("zqpowder",))
    with now.open_journal(write=True) as journal:
        alcohol, powder = journal.substances().values()
        down = Substance("zqdown", "Zqdown", now.catalogue.kind("heroin"), "mg")
        start = BaselinePin(doubled=8000, use_days=5, unit="zqscoop")
        with journal.change("log", now.instant) as change:
            tracked = {one.key: change.track(one) for one in (alcohol, powder, down)}
            for entry in _full_entries():
                change.add(entry, tracked.get(entry.substance or ""))
            for keepsake in _full_kept():
                keepsakes.add(change, keepsake)
        set_baseline(journal, powder, start, now.instant)
        serving = OwnServing("zqserving", "zqpowder", "zqscoop", 500, "0.5 zqscoop")
        with journal.change("alias", now.instant) as change:
            named.set_alias(change, "zqalias", powder.id)
            named.set_serving(change, "zqserving", serving)
        set_settings(journal, {"summary:zqchoice": wish.to_json()}, now.instant, "summary")
        with journal.change("event", now.instant) as change:
            change.add(Entry(type=EntryType.EVENT, moment=_moment(0, 8), note="zqlast", written=1))


def summary(place: Path, *words: str) -> None:
    """Runs the command."""
    app(["summary", *words], standalone_mode=False, prog_name="hrjournal", obj=session(place))


def everything(made: bytes) -> str:
    """All bytes of a file in small letters, without hyphens; of a PDF with its streams unpacked.

    What is broken into lines is there once more as one line.
    """
    text = made.decode("latin-1")
    if made.startswith(b"%PDF"):
        streams = [zlib.decompressobj().decompress(found) for found in _packed(made)]
        text += b"\n".join(streams).decode("latin-1") + read(made)
    text = text.casefold().replace("-", "")
    return f"{text} {' '.join(text.split())}"


def read(made: bytes) -> str:
    """The words of a PDF."""
    if READER is None:
        pytest.skip("pdftotext is not installed")
    words = [READER, "-raw", "-enc", "UTF-8", "-", "-"]
    return subprocess.run(words, input=made, capture_output=True, check=True).stdout.decode()


def pairwise(choices: Mapping[str, Sequence[Any]], seed: int = 7) -> Iterator[dict[str, Any]]:
    """Choices of every name, so that each two of two names come together once at least."""
    chance = Random(seed)
    names = list(choices)
    left = {
        (one, first, other, second)
        for one, other in combinations(names, 2)
        for first in choices[one]
        for second in choices[other]
    }
    while left:
        tries = [{name: chance.choice(choices[name]) for name in names} for _ in range(60)]
        one, first, other, second = min(left, key=str)
        tries += [{**found, one: first, other: second} for found in tries]
        best = max(tries, key=lambda found: len(_met(found) & left))
        left -= _met(best)
        yield best


def _met(found: Mapping[str, Any]) -> set[tuple[str, Any, str, Any]]:
    return {(one, found[one], other, found[other]) for one, other in combinations(found, 2)}


def _packed(made: bytes) -> Iterator[bytes]:
    for found in _STREAM.findall(made):
        if found[:1] == b"\x78":
            yield found


def _moment(back: int, hour: int = 20) -> Moment:
    return Moment(NOW - NOW % DAY - back * DAY + hour * 3600, 0, "UTC")


def _entries() -> Iterator[Entry]:
    for back in range(LENGTH, 0, -1):
        moment = _moment(back)
        used = back % 3
        grams = Amount(28_000 - 14_000 * (back < 20), 28_000, "g_alc", typed="zqtyped")
        yield Entry(
            type=EntryType.USE if used else EntryType.NONE,
            moment=moment,
            substance="alcohol",
            amount=grams if used else None,
            triggers=("zqtrigger", "zqpowder-seen") if used else (),
            steps=("zqstep", "water") if used else (),
            route="zqroute" if used else None,
            company=("alone" if back == 7 else "zqcompany") if used else None,
            spend=98_765_000 if back == 5 else None,
            note="zqnote" if back == 4 else None,
            gave="zqnotegave" if back == 4 else None,
            after="zqnoteafter" if back == 4 else None,
            written=moment.instant,
        )
        scoops = Amount(2000, 2000, "zqscoop", typed="2")
        yield Entry(
            type=EntryType.USE,
            moment=moment,
            substance="zqpowder",
            amount=scoops,
            written=NOW - DAY,
        )
        if back % 4 == 0:
            yield Entry(
                type=EntryType.URGE,
                moment=_moment(back, 15),
                urge=7,
                urge_after=3,
                copings=("zqcoping",),
                outcome=Outcome.RODE_OUT,
                written=NOW - DAY,
            )
        yield Entry(type=EntryType.CHECKIN, moment=_moment(back, 9), mood=5, sleep=400, written=NOW)
    yield Entry(type=EntryType.EVENT, moment=_moment(7, 12), note="zqevent", written=NOW)
    yield Entry(type=EntryType.GOOD, moment=_moment(7, 13), note="zqgood", score=8, written=NOW)


def _full_entries() -> Iterator[Entry]:
    """Today, a record of every type with every field that it can hold."""
    yield Entry(
        type=EntryType.USE,
        moment=_moment(0, 7),
        substance="zqpowder",
        amount=Amount(2000, 3000, "zqscoop", about=True, typed="zqtyped"),
        triggers=("zqtrigger",),
        copings=("zqcoping",),
        steps=("zqstep", "not-alone"),
        route="zqroute",
        company="zqcompany",
        note="zqnote\nzqline",
        gave="zqgave",
        after="zqafter",
        mood=4,
        spend=5000,
        planned=True,
        written=NOW,
    )
    for hour in (3, 5):
        yield Entry(
            type=EntryType.URGE,
            moment=_moment(0, hour),
            substance="zqpowder",
            urge=7,
            urge_after=2,
            minutes=20,
            triggers=("zqtrigger",),
            copings=("zqcoping",),
            outcome=Outcome.RODE_OUT,
            note="zqnote",
            written=NOW,
        )
    yield Entry(
        type=EntryType.CHECKIN,
        moment=_moment(0, 6),
        mood=6,
        triggers=("zqtrigger",),
        copings=("zqcoping",),
        note="zqnote",
        written=NOW,
    )
    yield Entry(type=EntryType.STEP, moment=_moment(0, 6), steps=("zqstep",), written=NOW)
    yield Entry(type=EntryType.GOOD, moment=_moment(0, 6), note="zqgood", score=8, written=NOW)
    none = _moment(LENGTH + 1)
    yield Entry(type=EntryType.NONE, moment=none, substance="zqpowder", note="zqnote", written=NOW)
    down = Amount(1000, 1000, "mg", typed="zqtyped")
    yield Entry(
        type=EntryType.USE, moment=_moment(0, 6), substance="zqdown", amount=down, written=NOW
    )
    yield Entry(type=EntryType.USE, moment=_moment(0, 5), substance="alcohol", written=NOW)


def _full_kept() -> Iterator[Keepsake]:
    then = _moment(3)
    ruler = {"about": "zqpowder", "why": "zqwhy", "then": "zqthen"}
    sides = dict.fromkeys((side.id for side in guide().sides), "zqside")
    yield Keepsake(KeepsakeType.RULER, then, subject="importance", score=8, more=ruler)
    yield Keepsake(KeepsakeType.BALANCE, then, subject="zqpowder", text="zqbalance", more=sides)
    yield Keepsake(KeepsakeType.BALANCE, then, subject="zqsubject", text="zqbalance", more=sides)
    more = {"question": guide().values_prompts[0], "answer": "zqanswer"}
    yield Keepsake(KeepsakeType.VALUE, then, text="family, zqvalue", more=more)
    question = next(iter(guide().questions.values()))[0]
    yield Keepsake(KeepsakeType.ANSWER, then, subject=question, text="zqanswer")
    yield Keepsake(KeepsakeType.REASON, then, text="zqreason\nzqline")
    yield Keepsake(KeepsakeType.LETTER, then, text="\n".join(["zqletter"] * 9))
    kind = next(coping.kind for coping in copings())
    yield Keepsake(KeepsakeType.COPING, then, subject="zqofakind", more={"kind": kind})
    yield Keepsake(KeepsakeType.CONTACT, then, subject="zqother", text="zqphone\nzqline")
    yield Keepsake(KeepsakeType.APPOINTMENT, _moment(-3), subject="zqtherapist")
    yield Keepsake(KeepsakeType.TALK, then, text="zqtalk\nzqline")
    yield Keepsake(KeepsakeType.ROOT, then, subject="sleep")
    yield Keepsake(KeepsakeType.AGREED, then, text="zqagreed\nzqline")
    yield Keepsake(KeepsakeType.GOAL, then, text="zqgoal\nzqline", more={"goal": "a"})
    call = {"goal": "b", "kind": "good", "limit": "2", "what": "call zqwhat"}
    yield Keepsake(KeepsakeType.GOAL, then, text="call zqwhat twice a week", more=call)
    less = {"goal": "c", "kind": "week", "limit": "9000", "unit": "zqscoop", "about": "zqpowder"}
    yield Keepsake(KeepsakeType.GOAL, then, text="zqpowder 9 zqscoops a week", more=less)
    yield Keepsake(KeepsakeType.RATING, then, score=6, more={"goal": "c", "about": "zqpowder"})


def _kept() -> Iterator[Keepsake]:
    then = _moment(10)
    about = {"about": "zqruler", "why": "zqwhy"}
    yield Keepsake(KeepsakeType.RULER, then, subject="importance", score=7, more=about)
    yield Keepsake(KeepsakeType.SCREEN, then, subject="phq2", score=3, more={"answers": "1,2"})
    yield Keepsake(KeepsakeType.APPOINTMENT, then, subject="zqtherapist")
    yield Keepsake(KeepsakeType.TALK, then, text="zqdone", more={"done": "739930"})
    yield Keepsake(KeepsakeType.CONTACT, then, subject="zqcontact", text="zqphone")
    yield Keepsake(KeepsakeType.ROOT, then, subject="zqroot")
    yield Keepsake(KeepsakeType.COPING, then, subject="zqowncoping")
    yield Keepsake(KeepsakeType.BALANCE, then, text="zqbalance")
    for sort in (
        KeepsakeType.TALK,
        KeepsakeType.REASON,
        KeepsakeType.LETTER,
        KeepsakeType.VALUE,
        KeepsakeType.ANSWER,
    ):
        yield Keepsake(sort, then, text=f"zq{sort.value}")


def _agreed() -> Iterator[Keepsake]:
    """What was agreed in the last session, and in the one before it; and a goal."""
    yield Keepsake(KeepsakeType.GOAL, _moment(10), text="zqgoal", more={"goal": "a"})
    yield Keepsake(KeepsakeType.AGREED, _moment(10), text="zqagreed")
    before = _moment(40)
    yield Keepsake(KeepsakeType.APPOINTMENT, before, subject="zqtherapist")
    yield Keepsake(KeepsakeType.AGREED, before, text="zqearlier")
