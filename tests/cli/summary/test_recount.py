"""Every figure of the first page, counted once more from an export by code of its own."""

from __future__ import annotations

import csv
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from fractions import Fraction
from functools import cache
from itertools import combinations, pairwise, product
from statistics import median_high
from typing import Any, Final, NamedTuple

import pytest

from support.pages.markdown_page import section, tables
from support.summary_lives import LIVES, WORDS, ask, write

pytestmark = pytest.mark.slow

WINDOWS: Final = ("", "90", "400")  # days; else since the last session, or 90
TODAY: Final = date(2026, 11, 23).toordinal()  # a Monday
HEADER: Final = "date,substance,status,amount_low,amount_high,unit,grams,mood,urge_max,sleep_h"
START, BEFORE, PERIOD, LATELY = "At my start", "28 days before", "These days", "Last 28 logged"
ROWS: Final = (": days used", " a day", ": largest day", " or more")
ENDS: Final = ("rode-out", "delayed", "less", "used", None)
TRIGGER: Final = ("Days of use", "Heavy days", "Urges", "Passed")
WAY: Final = ("Urges", "Passed", "Later", "Less", "Used", "Not written")
FELT: Final = {"Strongest urge": "urge", "Mood": "mood", "Sleep": "sleep_minutes"}
LINE, ALIKE = 56, 10  # grams of a heavy day; percent below which a difference is none
SLOWING: Final = {"alcohol", "ghb", "heroin"}  # what can stop a breath
RISKY: Final = ("alcohol ghb", "alcohol ketamine", "alcohol cocaine", "ghb ketamine")
COMPARED: Final = r"(?:\d+% \w+ than|about the same as) (?:at my start|in the 28 days before)"
Told = dict[str, Any]
Span = tuple[Fraction, Fraction]
Day = list[tuple[str, Span | None]]  # each use with its unit; none at all is a day without
Seen = tuple["Book", str, Told]  # a life, its page, and the same for programs


class Tally(NamedTuple):
    written: int  # logged days of a span
    used: list[int]
    known: dict[int, Span]  # days of use of which all is known
    unknown: int  # other days of use

    def mean(self) -> Span:
        low, high = (sum([one[at] for one in self.known.values()], Fraction()) for at in (0, 1))
        return low / self.written, high / self.written


class Book:
    """What an export holds, day by day; a day begins at four, by the clock on the wall."""

    def __init__(self, text: str, wish: str, *, letters: bool) -> None:
        data = json.loads(text)
        self.entries: list[Told] = sorted(data["entries"], key=lambda one: one["id"])
        for one in self.entries:
            at = datetime.fromisoformat(one["at"])
            one["day"], one["hour"] = (at - timedelta(hours=4)).toordinal(), at.timestamp() / 3600
        self.kinds = {one["key"]: one["kind"] for one in data["substances"]}
        self.names = {one["key"]: one["name"] for one in data["substances"]}
        self.units = {one["key"]: one["unit"] for one in data["substances"]}
        kept = [one["at"] for one in data["keepsakes"] if one["sort"] == "appointment"]
        self.sessions = {datetime.fromisoformat(at).toordinal() for at in kept}
        self.uses: dict[str, dict[int, Day]] = {key: {} for key in self.names}
        self.by_day: dict[int, list[Told]] = {}
        for one in self.entries:
            self._take(one["day"], one)
            self.by_day.setdefault(one["day"], []).append(one)
        for letter, key in zip("ABCDEF" * letters, self.names, strict=False):
            self._hide(letter, key)
        past = [day for day in self.sessions if day < TODAY and not wish]
        first = max(past, default=TODAY + 1 - int(wish or 90))
        self.window = range(max(first, min(self.by_day)), TODAY + 1)
        self.view = range(max(min(self.by_day), TODAY - 77), TODAY + 1)
        self.weeks = range(self.view.start - (self.view.start - 1) % 7, TODAY + 1, 7)

    def _take(self, day: int, one: Told) -> None:
        """Of use and none on one day, the later word stands."""
        if one["sort"] == "none":
            self.uses[one["substance"]][day] = []
        elif one["sort"] == "use":
            low, high = (Fraction(str(one["amount"].get(end, 0))) for end in ("low", "high"))
            use = (one["amount"]["unit"], (low, high) if low else None)
            self.uses[one["substance"]].setdefault(day, []).append(use)

    def _hide(self, letter: str, key: str) -> None:
        days = [day for day in self.uses[key].values() if day]
        for unit in {day[0][0] for day in days}:
            usual = median_high(sum(span) for day in days if (span := known(day, unit)))
            for day in days:
                if span := known(day, unit):
                    low, high = (Fraction(round(2000 * end / usual), 1000) for end in span)
                    day[:] = [("usual" if unit == self.units[key] else "usual 2", (low, high))]
        self.names[key], self.kinds[key], self.units[key] = f"Substance {letter}", "other", "usual"

    def unit(self, key: str, over: range) -> str:
        days = [day for at, day in self.uses[key].items() if at in over]
        counts = Counter(day[0][0] for day in days if day and known(day, day[0][0]))
        return max(counts, key=lambda unit: counts[unit], default=self.units[key])

    def tally(self, key: str, over: Iterable[int], unit: str = "") -> Tally:
        days = {at: self.uses[key][at] for at in over if at in self.uses[key]}
        used = [at for at, day in days.items() if day]
        spans = {at: span for at in used if (span := known(days[at], unit))}
        return Tally(len(days), used, spans, len(used) - len(spans))

    def told(self, *, medicine: bool = False) -> list[str]:
        found = {key: self.tally(key, self.window) for key in self.names}
        some = [key for key in found if (self.kinds[key] == "ssri_medicine") is medicine]
        some.sort(key=lambda key: (self.kinds[key] == "tobacco", -len(found[key].used)))
        return [key for key in some if found[key].written]

    def columns(self, key: str) -> dict[str, range]:
        logged, window = sorted(self.uses[key]), self.window
        inside = [day for day in logged if day in window]
        before = range(window.start - 28, window.start)
        spans = {PERIOD: window}
        if len(logged) >= 28 and logged[27] < window.start:
            spans[START] = range(logged[0], logged[27] + 1)
        elif len(inside) >= 56:
            spans[START] = range(inside[0], inside[27] + 1)
        if spans.get(START) != before and any(day in before for day in logged):
            spans[BEFORE] = before
        if len(inside) >= 56:
            spans[LATELY] = range(inside[-28], window.stop)
        return spans

    def cells(self, key: str, head: str) -> tuple[str, ...]:
        unit = self.unit(key, self.window)
        found = self.tally(key, self.columns(key).get(head, ()), unit)
        if not found.written:
            return ("",) * 4
        parts = {at: part(self.uses[key][at], unit) for at in found.used}
        least = sum(sum(span) >= 2 * LINE for span in parts.values())
        most = least + sum(sum(parts[at]) < 2 * LINE for at in parts.keys() - found.known.keys())
        heavy = f"{least} to {most}" if most > least else f"{least}"
        mean, largest = figures(found.mean(), unit), "0" * (not found.used)
        if found.unknown:
            rest = [use for at in found.used if at not in found.known for use in self.uses[key][at]]
            why = "not known" if any(span is None for _, span in rest) else "another unit"
            mean = f"{why} on {found.unknown} day{'s' * (found.unknown > 1)}"
        if any(map(any, parts.values())):
            largest = "at least " * bool(found.unknown)
            largest += figures(max(parts.values(), key=sum), unit)
        mean, of = mean * (found.written >= 5), f" of {found.written}"
        return f"{len(found.used)}{of}", mean, largest, f"{heavy}{of}"

    def changes(self, key: str) -> Iterator[str]:
        unit, spans = self.unit(key, self.window), self.columns(key)
        inside = START in spans and spans[START].start in self.window
        now = self.tally(key, spans[LATELY if inside else PERIOD], unit)
        for name, than in ((START, "at my start"), (BEFORE, "in the 28 days before")):
            then = self.tally(key, spans.get(name, ()), unit)
            if all(one.written >= 14 and len(one.used) >= 5 for one in (then, now)):
                was, is_ = (Fraction(len(one.used), one.written) for one in (then, now))
                if not then.unknown + now.unknown:
                    was, is_ = (sum(one.mean(), Fraction()) for one in (then, now))
                percent = half_up(abs(100 * (was - is_) / was), 0)
                more = f"{percent:.0f}% {'less' if is_ < was else 'more'} than"
                yield f"{more if percent >= ALIKE else 'about the same as'} {than}"

    def cell(self, key: str, day: int) -> str:
        unit, found = self.unit(key, self.view), self.uses[key].get(day)
        sign = "·" if found is None else "?" if found else "○"
        if found and (span := known(found, unit)):
            sign = figures(span, unit, "-")
        elif found and sum(part(found, unit)):
            sign = f"{figures(part(found, unit), unit, '-')}+"
        elif (
            found and len(told := f"{figures(part(found, found[0][0]), '', '-')} {found[0][0]}") < 7
        ):
            sign = told if found[0][1] else sign
        events = any(one["day"] == day for one in self.entries if one["sort"] == "event")
        return f"{sign}{'*' * events}{'S' * (day in self.sessions)}" * (day in self.view)

    def point(self, label: str, monday: int) -> str:
        days = [day for day in range(monday, monday + 7) if day in self.view]
        word = next((word for word in FELT if label.startswith(word)), "")
        rests, said = self._felt(FELT[word], days) if word else self._used(label, days)
        shown = f"({said})" if rests < 4 else said
        return shown + ">" * (monday + 7 > TODAY) if rests else "·"

    def felt(self, name: str, day: int) -> list[int]:
        return [one[name] for one in self.by_day.get(day, ()) if name in one]

    def _felt(self, name: str, days: list[int]) -> tuple[int, str]:
        told = [found for day in days if (found := self.felt(name, day))]
        if name == "urge" or not told:
            return len(told), f"{max(map(max, told), default=0)}"
        means = [Fraction(sum(one), len(one)) for one in told]
        mean = sum(means, Fraction()) / len(told) / (60 if name == "sleep_minutes" else 1)
        return len(told), f"{half_up(mean, 1):.1f}"

    def _used(self, label: str, days: list[int]) -> tuple[int, str]:
        key = next(key for key, name in self.names.items() if label.startswith(f"{name}: "))
        unit = self.unit(key, self.view)
        found = self.tally(key, days, unit)
        if not found.written or self.tally(key, self.view, unit).unknown:
            return found.written, f"{len(found.used)}/{found.written}"
        return found.written, figures([sum(found.mean(), Fraction()) / 2], unit)

    def within(self, sort: str) -> list[Told]:
        return [one for one in self.entries if one["sort"] == sort and one["day"] in self.window]

    def ways(self) -> dict[str, list[int]]:
        urges = self.within("urge")
        words = {word for one in urges for word in one.get("copings", ())}
        return {word.replace("-", " "): ended(having(urges, "copings", word)) for word in words}

    def triggers(self) -> dict[str, list[int]]:
        uses, urges, found = self.within("use"), self.within("urge"), {}
        for word in {word for one in [*uses, *urges] for word in one.get("triggers", ())}:
            days = {one["day"] for one in having(uses, "triggers", word)}
            spans = [part(self.uses["alcohol"].get(day, []), "g_alc") for day in days]
            counts = [len(days), sum(sum(span) >= 2 * LINE for span in spans)]
            found[word.replace("-", " ")] = counts + ended(having(urges, "triggers", word))[:2]
        return found

    def facts(self) -> Iterator[tuple[str, list[str], int | None]]:
        for key in (key for key, kind in self.kinds.items() if kind == "heroin"):
            for then, day in pairwise(self.tally(key, sorted(self.uses[key])).used):
                if day - then > 7 and day in self.window:  # a week or more without
                    yield "return", dates([day]), day - then
        yield from (("mix", dates(days), None) for days in map(self._mixed, RISKY) if days)
        met = [one for one in self.within("use") if self.kinds[one["substance"]] in SLOWING]
        told = [(one["with"], one["day"]) for one in met if "with" in one]
        if alone := {day for company, day in told if company == "alone"}:
            yield "alone", dates(alone), len({day for _, day in told})

    def _mixed(self, pair: str) -> set[int]:
        uses = [one for one in self.within("use") if self.kinds[one["substance"]] in pair.split()]
        pairs = combinations(sorted(uses, key=lambda one: one["hour"]), 2)
        near = (two for two in pairs if two[0]["substance"] != two[1]["substance"])
        return {then["day"] for one, then in near if then["hour"] - one["hour"] <= 24}

    def row(self, day: int, key: str) -> list[str]:
        found = self.uses[key].get(day)
        status = "missing" if found is None else "use" if found else "none"
        return [*dates([day]), self.names[key], status]


def dates(days: Iterable[int]) -> list[str]:
    return [f"{date.fromordinal(day)}" for day in sorted(days)]


def part(day: Day, unit: str) -> Span:
    """What is known of a day at least."""
    spans = [span for one, span in day if span and one == unit]
    return sum((low for low, _ in spans), Fraction()), sum((high for _, high in spans), Fraction())


def known(day: Day, unit: str) -> Span | None:
    return part(day, unit) if all(span and one == unit for one, span in day) else None


def having(some: list[Told], column: str, word: str) -> list[Told]:
    return [one for one in some if word in one.get(column, ())]


def ended(urges: list[Told]) -> list[int]:
    return [len(urges), *(sum(one.get("outcome") == end for one in urges) for end in ENDS)]


def half_up(amount: Fraction, places: int) -> float:
    return float(Fraction(int(amount * 10**places + Fraction(1, 2)), 10**places))


def figures(ends: Iterable[Fraction], unit: str, between: str = " to ") -> str:
    places, of = (1, 14) if unit == "g_alc" else (2, 1)
    said = [f"{half_up(end / of, places):.{places}f}" for end in ends]
    return between.join(dict.fromkeys(one.rstrip("0").rstrip(".") for one in said))


@pytest.fixture(scope="module")
def say(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., str]]:
    folder = tmp_path_factory.mktemp("lives")

    @cache
    def saying(life: str, *words: str, skip: int = 0) -> str:
        place = folder / f"{life}{skip}" / "journal.db"
        if not place.exists():
            write(place, life, skip=skip)
        return ask(place, *words)

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HRJOURNAL_HOME", str(folder))
        patch.setenv("TZ", "Europe/Warsaw")
        patch.setenv("LC_ALL", "C.UTF-8")  # names no country, so drinks are those of the US
        time.tzset()
        yield saying
    time.tzset()


@pytest.fixture
def seen(request: pytest.FixtureRequest, say: Callable[..., str]) -> Seen:
    life, wish = request.param
    book = Book(say(life, "export", "json", "-"), wish, letters=life == "alias")
    words = ("summary", *["--days", wish] * bool(wish), *WORDS[life], "--as")
    return book, say(life, *words, "md"), json.loads(say(life, *words, "json"))


each = pytest.mark.parametrize("seen", [*product(LIVES, WINDOWS)], ids=" ".join, indirect=True)


@each
def test_the_days_and_the_headline_are_counted_right(seen: Seen) -> None:
    book, page, _ = seen
    found = section(page, "What changed")
    assert (
        f"I logged {len(book.by_day.keys() & {*book.window})} of {len(book.window)} days." in page
    )
    for key in book.told():
        line = next(line for line in found.split("\n") if line.startswith(f"{book.names[key]}: "))
        tally = book.tally(key, book.window)
        assert f": used on {len(tally.used)} of {tally.written} logged day" in line
        assert re.findall(COMPARED, line) == [*book.changes(key)], line
    for key in book.told(medicine=True):
        days = len(book.tally(key, book.window).used)
        since = book.window.stop - max(book.window.start, min(book.uses[key]))
        assert f": taken on {days} days that I logged, of {since} days since" in found


@each
def test_each_cell_of_the_headline_is_counted_right(seen: Seen) -> None:
    book, page, _ = seen
    for (_, *heads), *rows in tables(page, "What changed"):
        for at, key in enumerate(book.told()):
            columns = [book.cells(key, head) for head in heads]
            shown = [row for row in rows if row[0].startswith(f"{book.names[key]}: ")]
            assert shown or at > 1
            for label, *cells in shown:
                row = next(row for row, name in enumerate(ROWS) if label.endswith(name))
                assert cells == [column[row] for column in columns], label


@each
def test_every_day_and_every_week_is_counted_right(seen: Seen) -> None:
    book, page, _ = seen
    found = [*tables(page, "The last twelve weeks", "Week by week")]
    assert len(found) > bool(book.told())
    for (title, *heads), *rows in found:
        assert heads == [f"{date.fromordinal(monday):%-d %b}" for monday in book.weeks]
        for at, (label, *cells) in enumerate(rows):
            if rows[0][0] == "Mon":
                key = next(key for key, name in book.names.items() if title.startswith(f"**{name}"))
                assert cells == [book.cell(key, monday + at) for monday in book.weeks], title
                continue
            points = [cell.rpartition(" ")[2] for cell in cells]
            assert points == [book.point(label, monday) for monday in book.weeks], label


@each
def test_safety_urges_and_situations_are_counted_right(seen: Seen) -> None:
    book, page, data = seen
    facts = [one for one in data["safety"]["facts"] if one["kind"] in {"return", "mix", "alone"}]
    told = [(one["kind"], one["days"], one["gap_days"] or one["among"]) for one in facts]
    assert sorted(told, key=str) == sorted(book.facts(), key=str)
    triggers, ways = book.triggers(), book.ways()
    assert [*data["urges"].values()] == ended(book.within("urge"))
    for part, counts in (("helped", ways), ("triggers", triggers)):
        assert sorted([*one.values()][1:] for one in data[part]) == sorted(counts.values())
    for (_, *heads), *rows in tables(page, "Urges and situations"):
        names, counts = (WAY, ways) if "Later" in heads else (TRIGGER, triggers)
        for word, *cells in rows:
            full = dict(zip(names, map(str, counts[word]), strict=True))
            shown = zip(heads, cells, strict=True)
            assert cells == [full[head] * bool(cell) for head, cell in shown], word


@pytest.mark.parametrize("life", ["drinker", "mixing", "five_substances"])
def test_later_days_change_nothing_of_what_went_well(life: str, say: Callable[..., str]) -> None:
    words = ("summary", "--until", "2026-10-31", "--days", "60", "--as", "json")
    whole, cut = (json.loads(say(life, *words, skip=skip))["wins"] for skip in (0, 5))
    assert whole == cut != []


@pytest.mark.parametrize("life", LIVES)
def test_ten_lines_are_ten_lines_and_the_table_is_whole(life: str, say: Callable[..., str]) -> None:
    book = Book(say(life, "export", "json", "-"), "", letters=life == "alias")
    text, table = (say(life, "summary", *WORDS[life], "--as", form) for form in ("text", "csv"))
    assert len(text.splitlines()) <= 10
    for key in book.told():
        tally = book.tally(key, book.window)
        counts = f"on {len(tally.used)} of {tally.written}"
        assert f"{book.names[key]}: used {counts}" in text or f"{book.names[key]} {counts}" in text
    head, *rows = csv.reader(table.splitlines())
    assert head == HEADER.split(",")
    keys = [key for key in book.names if key in book.told() + book.told(medicine=True)]
    right = [book.row(day, key) for day in book.window for key in keys]
    assert [row[:3] for row in rows if row[1]] == right
