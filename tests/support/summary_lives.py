"""Eight fixed lives that bring a summary to therapy, as they could have been written down.

Each ends on Mon 23 Nov 2026 in the evening, in Warsaw.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from functools import partial
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from random import Random
from typing import Any, Final

from hrjournal.cli.app import app
from hrjournal.cli.context import AppContext
from hrjournal.content.units import catalogue
from hrjournal.domain.entries.entry import DAY, Entry, EntryType, Moment, Outcome
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from hrjournal.domain.substances.amount import Amount
from hrjournal.domain.substances.substance import OTHER, Substance, fold
from hrjournal.store import keepsakes
from hrjournal.store.changes import set_settings

NOW: Final = 1_795_469_400  # Mon 23 Nov 2026 at 22:30 in Warsaw
SUMMER: Final = 1_792_890_000  # until this moment clocks in Warsaw are two hours ahead of UTC
ZONE: Final = "Europe/Warsaw"
HOUR: Final = 3600
DRINK: Final = 14.0  # grams of a US drink
MIXED: Final = ("GHB", "Alcohol", "Ketamine", "Cannabis")
TOKYO: Final = 9 * HOUR
SOME: Final[dict[str, tuple[float, tuple[float, ...]]]] = {  # how often, and how much
    "Alcohol": (0.35, (14, 28, 42, 63, 98)),
    "Cannabis": (0.25, (1, 2)),
    "Cocaine": (0.08, (2, 3, 5)),
    "MDMA": (0.02, (80, 100, 120)),
    "Tobacco": (0.7, (5, 8, 12, 15)),
}


class Diary:
    """What one person wrote, and what they kept beside it; `back` counts days before the last."""

    def __init__(self, offset: int | None = None) -> None:
        """Takes another offset of the wall clock than the one in Warsaw."""
        self.offset = offset
        self.records: list[tuple[int, Entry]] = []
        self.kept: list[tuple[int, Keepsake]] = []
        self.settings: dict[str, str | None] = {}
        self.substances: dict[str, Substance] = {}

    def track(self, name: str, unit: str) -> str:
        """Something that is tracked, counted in this unit at first."""
        kind = catalogue().find(name) or OTHER
        self.substances[fold(name)] = Substance(fold(name), name, kind, unit)
        return fold(name)

    def moment(self, back: int, hour: float, *, timed: bool = True) -> Moment:
        """The moment at which the wall clock shows this hour; 25.5 is half past one at night."""
        midnight = NOW + HOUR - (NOW + HOUR) % DAY
        local = midnight - back * DAY + int(hour * HOUR)
        offset = self.offset or (HOUR if local - HOUR >= SUMMER else 2 * HOUR)
        return Moment(local - offset, offset, ZONE, timed)

    def add(self, type_: EntryType, back: int, hour: float = 12, **more: Any) -> None:
        """A record of any type; at noon only its day is known."""
        moment = self.moment(back, hour, timed=hour != 12)
        entry = Entry(type=type_, moment=moment, written=moment.instant, **more)
        self.records.append((back, entry))

    def use(
        self, back: int, key: str, low: float | None = None, hour: float = 20, **more: Any
    ) -> None:
        """Use of so much, in its own unit or another; None is an amount that nobody knows."""
        ends = (low, more.pop("high", low))
        least, most = (None if end is None else round(end * 1000) for end in ends)
        amount = Amount(least, most, more.pop("unit", "") or self.substances[key].unit)
        self.add(EntryType.USE, back, hour, substance=key, amount=amount, **more)

    def urge(self, back: int, hour: float = 16.5, **more: Any) -> None:
        """An urge."""
        self.add(EntryType.URGE, back, hour, **more)

    def none(self, back: int, *keys: str) -> None:
        """A day without."""
        for key in keys:
            self.add(EntryType.NONE, back, 12, substance=key)

    def keep(self, sort: KeepsakeType, back: int, text: str = "", **more: Any) -> None:
        """Something kept beside the days."""
        kept = Keepsake(sort, self.moment(back, 15), text=text, **more)
        self.kept.append((back, kept))


def write(place: Path, life: str, *, skip: int = 0) -> None:
    """Writes a life into a journal, without the records of its last days."""
    diary = DIARIES[life]()
    place.parent.mkdir(parents=True, exist_ok=True)
    with AppContext(place, clock=lambda: NOW).open_journal(write=True) as journal:
        journal.connection.execute("PRAGMA synchronous=OFF")
        with journal.change("log", NOW) as change:
            tracked = {key: change.track(one) for key, one in diary.substances.items()}
            for back, entry in diary.records:
                if back >= skip:
                    change.add(entry, tracked.get(entry.substance or ""))
            for back, keepsake in diary.kept:
                if back >= skip:
                    keepsakes.add(change, keepsake)
        if diary.settings:
            set_settings(journal, diary.settings, NOW)


def ask(place: Path, *words: str) -> str:
    """What a command says over such a journal."""
    out = TextIOWrapper(made := BytesIO(), "utf-8", newline="")
    with redirect_stdout(out), redirect_stderr(StringIO()):
        now = AppContext(place, clock=lambda: NOW)
        app([*words], standalone_mode=False, prog_name="hrjournal", obj=now)
        out.flush()
    return made.getvalue().decode()


def drinker() -> Diary:
    """Half a year of alcohol with days that were not logged, and ever fewer heavy ones."""
    diary, chance = Diary(), Random(11)
    key = diary.track("Alcohol", "g_alc")
    away = {*range(150, 157), *range(97, 101), 12, 38, 39, 40, 61}
    fixed = {34, 33, 22, 20, 19, 18, 10}
    for back in range(182, -1, -1):
        if back in away:
            continue
        _morning(diary, back, chance)
        if back in fixed or chance.random() < 0.05:
            continue
        if chance.random() < 0.4 - back / 700:
            diary.none(back, key)
            continue
        heavy = chance.random() < 0.08 + back / 300
        many = chance.choice((5, 6, 7.5, 8) if heavy else (1, 1.5, 2, 2, 3, 3.5))
        why = chance.sample(("stress", "friends", "cant-sleep", "argument"), chance.randint(0, 2))
        hour = chance.choice((18.5, 20, 22.25, 25.5, 12))
        diary.use(back, key, DRINK * many, hour, triggers=tuple(why), mood=chance.randint(2, 7))
        if not heavy and chance.random() < 0.3:
            diary.use(back, key, 19.725, 23)
    _edges(diary, key)
    _urges(diary, key, chance)
    _sessions(diary)
    return diary


def _morning(diary: Diary, back: int, chance: Random) -> None:
    if chance.random() < 0.7:
        mood, slept = chance.randint(2, 8), chance.randrange(280, 520, 10)
        diary.add(EntryType.CHECKIN, back, 8, mood=mood, sleep=slept, anxiety=10 - mood)
    if chance.random() < 0.15:
        diary.add(EntryType.CHECKIN, back, 17, mood=chance.randint(3, 9))


def _edges(diary: Diary, key: str) -> None:
    """Days at the line of a heavy day, words that were put right, and the two largest days."""
    diary.use(20, key, 42, high=70)
    diary.use(19, key, 42, high=69.9)
    diary.use(18, key, 30)
    diary.use(18, key, 26, 27.5)
    diary.none(33, key)
    diary.use(33, key, 28)
    diary.use(34, key, 28)
    diary.none(34, key)
    diary.use(120, key)
    call, gave = "My brother called about the flat.", "Two hours without thinking."
    diary.use(10, key, DRINK * 10, 21, note=call, gave=gave, after="I missed work.")
    diary.use(10, key, triggers=("argument",), low=7)
    diary.use(22, key, DRINK * 9, gave="Being one of them.", after="A row at home.")


def _urges(diary: Diary, key: str, chance: Random) -> None:
    ends = (Outcome.RODE_OUT, Outcome.RODE_OUT, Outcome.DELAYED, Outcome.LESS, Outcome.USED, None)
    for back in range(170, -1, -4):
        ways = chance.sample(("walk", "call-a-friend", "tea"), chance.randint(0, 2))
        why = chance.sample(("stress", "payday", "cant-sleep"), 1)
        felt, end = chance.randint(3, 10), chance.choice(ends)
        diary.urge(
            back, substance=key, urge=felt, outcome=end, copings=tuple(ways), triggers=tuple(why)
        )
    for back in (160, 88, 44, 25, 3):
        diary.urge(back, 21, urge=8, outcome=Outcome.USED, copings=("counting",), mood=3)


def _sessions(diary: Diary) -> None:
    for back in (56, 28, -7):  # 28 Sep, 26 Oct, and one that is to come
        diary.keep(KeepsakeType.APPOINTMENT, back, subject="Dr. Maj")
    diary.keep(KeepsakeType.AGREED, 56, "Log every evening.")
    diary.keep(KeepsakeType.AGREED, 28, "Eat before going out.")
    diary.keep(KeepsakeType.AGREED, 27, "Two days without in a row, once a week.")
    more = {"about": "drinking less"}
    for back, score in ((100, 5), (14, 8)):
        for scale in ("importance", "confidence", "readiness"):
            diary.keep(KeepsakeType.RULER, back, subject=scale, score=score, more=more)
    diary.keep(KeepsakeType.REASON, 90, "To be awake for breakfast with my daughter.")
    diary.keep(KeepsakeType.REASON, 60, "The stairs at work.")
    diary.keep(KeepsakeType.TALK, 8, "What happens when my brother calls.")
    diary.keep(KeepsakeType.TALK, 2, "Is a party in December too early?")
    diary.add(EntryType.EVENT, 45, 13, note="New job")
    diary.add(EntryType.EVENT, 16, 13, note="Birthday")


def mixing() -> Diary:
    """Twelve weeks of four substances, with GHB and alcohol close together on three days."""
    diary, chance = Diary(), Random(22)
    for name, unit in zip(MIXED, ("ml", "g_alc", "mg", "joint"), strict=True):
        diary.track(name, unit)
    for back in range(83, -1, -1):
        _mixed_day(diary, back, chance)
        for many in range(1, chance.randint(-2, 2) + 1):
            diary.use(back, "cannabis", many, 15 + many, planned=True)
        used = {one.substance for at, one in diary.records if at == back}
        if used or chance.random() < 0.8:
            diary.none(back, *(fold(name) for name in MIXED if fold(name) not in used))
    for back in range(81, -1, -9):
        diary.add(EntryType.STEP, back, 13, steps=("tested",))
        diary.add(EntryType.CHECKIN, back, 9, mood=chance.randint(3, 8), pain=back % 5)
    return diary


def _mixed_day(diary: Diary, back: int, chance: Random) -> None:
    """GHB on every second Saturday, alcohol on Wednesdays and Thursdays, ketamine on Mondays."""
    company = "alone" if back % 4 == 1 else "with-friends"
    if back % 14 == 9:
        steps = ("measured-dose", "not-alone")[: 1 + (company != "alone")]
        diary.use(back, "ghb", chance.choice((1.5, 2, 2.5)), 23.5, company=company, steps=steps)
    if back in {65, 37, 9}:
        diary.use(back, "ghb", 1.5, 23.25, company=company)
        diary.use(back, "alcohol", 28, 24.75, company=company)  # after midnight
    if back == 22:
        diary.use(back, "alcohol", 14, 24.75)  # a day and an hour after
    if back % 7 in {4, 5}:
        diary.use(back, "alcohol", 14 * chance.randint(1, 5), company=company, spend=12_500)
    if back % 21 == 7:
        steps = ("water", "small-first")
        diary.use(back, "ketamine", 40, high=60, hour=22, route="snorted", steps=steps)


def opioid_return() -> Diary:
    """Heroin on most days, 41 days without, and use again on 14 November.

    Before that there is a shorter break, of which not every day was logged.
    """
    diary, chance = Diary(), Random(33)
    key = diary.track("Heroin", "bag")
    for back in [*range(150, 85, -1), *range(75, 50, -1)]:
        if back != 51 and chance.random() < 0.08:
            diary.none(back, key)
        elif chance.random() < 0.94:
            diary.use(back, key, chance.randint(1, 3), chance.choice((10, 15, 21)))
    for back in {*range(51), *range(81, 86)} - {9, 6, 3}:
        diary.none(back, key)
    diary.use(9, key, 0.5, 21, company="alone")
    diary.use(6, key, 0.5, 21, company="with-friends")
    diary.use(3, key, 1, 21, company="with-friends")
    _passing(diary)
    diary.settings = {"naloxone_place": "Top drawer", "naloxone_expires": "2027-08-31"}
    return diary


def _passing(diary: Diary) -> None:
    for back in range(50, -1, -5):
        diary.urge(back, 14, urge=6, outcome=Outcome.RODE_OUT)


def two_weeks() -> Diary:
    """Alcohol and tobacco, for the first two weeks."""
    diary = Diary()
    alcohol, tobacco = diary.track("Alcohol", "g_alc"), diary.track("Tobacco", "cig")
    for back, many in enumerate((1, 0, 2, 5, 4, 0, 1, 0, 0, 6, 4, 3, 0, 2)):
        if many:
            diary.use(back, alcohol, DRINK * many, triggers=("friends",) if many > 2 else ())
        else:
            diary.none(back, alcohol)
        if back != 6:
            diary.use(back, tobacco, 8 + back % 4, 12)
        diary.add(EntryType.CHECKIN, back, 8, mood=4 + back % 5, sleep=400 + 10 * many)
    return diary


def mood_only() -> Diary:
    """Sixty days of check-ins and nothing else."""
    diary, chance = Diary(), Random(55)
    for back in range(59, -1, -1):
        if back % 11 == 7:
            continue
        for hour in (9, 21) if back % 4 == 0 else (9,):
            felt = {"mood": chance.randint(1, 9), "pain": chance.choice((None, 2, 3, 5))}
            felt |= {"sleep": chance.randrange(240, 560, 5)} if hour == 9 else {}
            diary.add(EntryType.CHECKIN, back, hour, anxiety=chance.randint(0, 10), **felt)
    return diary


def five_substances() -> Diary:
    """Three years, few days of which are logged, and a medicine for the last eight months."""
    diary, chance = Diary(), Random(66)
    for name, unit in zip(SOME, ("g_alc", "joint", "line", "mg", "cig"), strict=True):
        diary.track(name, unit)
    sertraline = diary.track("Sertraline", "dose")
    for back in range(1095, -1, -1):
        if back < 240 and chance.random() < 0.9:
            diary.use(back, sertraline, 1, 8)
        if chance.random() < 0.4:
            _sparse_day(diary, back, chance)
        if back % 10 == 0:
            diary.add(EntryType.CHECKIN, back, 10, mood=chance.randint(2, 8), sleep=420)
    return diary


def _sparse_day(diary: Diary, back: int, chance: Random) -> None:
    for place, (name, (share, amounts)) in enumerate(SOME.items()):
        if chance.random() < share:
            grams = name == "Cocaine" and back % 6 == 0
            amount = 0.5 if grams else chance.choice(amounts)
            diary.use(back, fold(name), amount, 19 + place, unit="g" * grams)
        elif chance.random() < 0.8:
            diary.none(back, fold(name))


def alias() -> Diary:
    """MDMA and ketamine with their amounts; ketamine in two units."""
    diary, chance = Diary(), Random(77)
    mdma, ketamine = diary.track("MDMA", "mg"), diary.track("Ketamine", "line")
    for back in range(130, -1, -1):
        if chance.random() < 0.15:
            continue
        if back % 7 == 2 and chance.random() < 0.7:
            note = "Molly again, and no K after it." if back < 30 else None
            diary.use(back, mdma, chance.choice((80, 100, 120, 150)), 22, note=note)
        else:
            diary.none(back, mdma)
        if back % 3 == 0:
            mg = back % 12 == 0
            diary.use(back, ketamine, 60 if mg else chance.randint(1, 4), 23, unit="mg" * mg)
        else:
            diary.none(back, ketamine)
    diary.keep(KeepsakeType.TALK, 4, "Ketamine on weekdays.")
    return diary


def many_tongues() -> Diary:
    """Words of many languages, a very long one, and alcohol of which not all is known."""
    diary, ends = Diary(TOKYO), (Outcome.RODE_OUT, Outcome.USED)
    alcohol = diary.track("Alcohol", "g_alc")
    names = ("Nalewka babci", "عشبة الجبل", "ミント葉", "🍄 tea 🍵", "W" * 80)
    others = [diary.track(name, "łyżka" if name < "O" else "times") for name in names]
    words = ("Źle spałam, ale poszłam na spacer.", "نمت جيدا اليوم", "今日は散歩した。", "🌧️ 🌈")
    for back in range(69, -1, -1):
        if back % 13 == 6:
            continue
        note = words[back % 4] if back % 5 == 0 else None
        amount = None if back % 8 == 3 else DRINK * (1 + back % 6)
        if back % 3:
            diary.use(back, alcohol, amount, note=note, triggers=("kłótnia",) if back % 2 else ())
        else:
            diary.none(back, alcohol)
        diary.use(back, others[back % 5], 1 + back % 2, 19)
        if back % 4 == 0:
            diary.urge(back, 15, urge=5, outcome=ends[back % 8 // 4], copings=("散歩", "🎧"))
    _own_words(diary, alcohol)
    return diary


def _own_words(diary: Diary, alcohol: str) -> None:
    long_word = ("Donaudampfschifffahrt" * 15)[:300]
    diary.use(5, alcohol, None, 22)  # five drinks and some more
    diary.use(5, alcohol, DRINK * 5, 23)
    diary.add(EntryType.GOOD, 12, 18, note="Śmiałam się z siostrą 😂", score=9)
    diary.add(EntryType.GOOD, 3, 18, note="家族と夕食", score=8)
    diary.add(EntryType.EVENT, 21, 13, note="عيد ميلاد أمي")
    diary.add(EntryType.EVENT, 20, 13, note=long_word)
    diary.keep(KeepsakeType.TALK, 6, long_word)
    diary.keep(KeepsakeType.TALK, 5, "Lęk przed zimą | *nie* [dziś](x)")
    diary.keep(KeepsakeType.TALK, 4, "الخوف من الليل")


MAKERS: Final = (
    *(drinker, mixing, opioid_return, two_weeks),
    *(mood_only, five_substances, alias, many_tongues),
)
DIARIES: Final[dict[str, Callable[[], Diary]]] = {make.__name__: make for make in MAKERS}
LIVES: Final[dict[str, Callable[[Path], None]]] = {
    life: partial(write, life=life) for life in DIARIES
}
WORDS: Final[dict[str, tuple[str, ...]]] = {
    **dict.fromkeys(DIARIES, ()),
    "drinker": ("--include", "notes,events"),
    "mixing": ("--include", "people,routes,money"),
    "opioid_return": ("--include", "places"),
    "alias": ("--alias",),
    "many_tongues": ("--include", "notes,events,good"),
}
