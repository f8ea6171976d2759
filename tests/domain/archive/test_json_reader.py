from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.archive import Archive, ImportChecks, RefusedItem, read, text_of
from hrjournal.domain.entries.entry import EntryType
from hrjournal.errors import ImportRefusedError
from support.whole_journal import ANYTHING, AT_FIRST, NAME, SAVED, WHOLE, data, reread

Path = list[Any]
MARKER = "MARIGOLD"
WEIRD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)


def paths(value: Any, before: Path) -> Iterator[Path]:
    """Every place within plain values."""
    inner = enumerate(value) if isinstance(value, list) else ()
    for name, one in value.items() if isinstance(value, dict) else inner:
        yield [*before, name]
        yield from paths(one, [*before, name])


PLACES = list(paths(data(), []))


def put(place: Path, value: object) -> dict[str, Any]:
    """The journal as plain values with another one in this place."""
    changed = data()
    spot: Any = changed
    for name in place[:-1]:
        spot = spot[name]
    spot[place[-1]] = value
    return changed


def test_what_was_written_is_read_back_as_it_was() -> None:
    assert read(text_of(WHOLE), ANYTHING) == (WHOLE, ())


def test_a_file_saved_by_an_earlier_program_is_read() -> None:
    assert read(SAVED.read_text(encoding="utf-8"), ANYTHING) == (AT_FIRST, ())


@pytest.mark.parametrize("wins", [[], [{"rule": "lower_week"}], "anything", None])
def test_small_wins_of_an_earlier_file_are_passed_over(wins: object) -> None:
    assert reread({**data(), "wins": wins, "wins_seen_to": "2026-11-22"}) == (WHOLE, ())


def test_a_file_of_a_time_that_knew_fewer_parts_is_read() -> None:
    record = {"id": 1, "origin": "1@0", "sort": "event", "at": "2026-11-20T22:30:00+00:00"}
    record["written"] = record["at"]
    found = reread({"format": "hrjournal", "version": 1, "entries": [record]})
    assert found.refused == ()
    assert [one.entry.type for one in found.archive.entries] == [EntryType.EVENT]
    assert found.archive._replace(entries=()) == Archive(settings={}, starts={})


def test_a_field_that_says_null_says_nothing() -> None:
    found = reread(put(["entries", 1, "note"], None))
    assert found.refused == ()
    assert found.archive.entries[1].entry.note is None


REFUSED = [
    (["settings", "country"], 5, "settings.country", "not a text"),
    (["settings", "heavy_day"], "lots", "settings.heavy_day", "grams"),
    (["settings", "heavy_day"], "060", "settings.heavy_day", "cannot be chosen"),
    (["settings", "naloxone_expires"], "2027-02-30", "settings.naloxone_expires", "not a day"),
    (["settings", "wins_seen_to"], "5", "settings.wins_seen_to", "not a choice"),
    (["settings", "journal_name"], "5", "settings.journal_name", "not a choice"),
    (["settings", "told:x"], "5", "settings.?", "not a choice"),
    (["settings", "a\u202eb"], "5", "settings.?", "not a choice"),
    (["settings", ""], "5", "settings.?", "not a choice"),
    (["settings"], [], "settings", "named values"),
    (["substances"], {}, "substances", "not a list"),
    (["substances", 0, "key"], "Alcohol", "substances[0].key", "not the key"),
    (["substances", 0, "name"], "a\u202eb", "substances[0].name", "as a name"),
    (["substances", 0, "name"], " - ", "substances[0].name", "as a name"),
    (["substances", 0, "kind"], "../x", "substances[0].kind", "not a kind"),
    (["substances", 1, "key"], "alcohol", "substances[1]", "came before"),
    (["starts", 0, "to"], "2026-08-26", "starts[0]", "14 days"),
    (["starts", 1, "days_a_week"], None, "starts[1]", "so many days"),
    (["starts", 1, "amount"], 0, "starts[1].amount", "too small"),
    (["starts", 1, "substance"], "alcohol", "starts[1]", "came before"),
    (["starts", 1, "substance"], "wine", "starts[1].substance", "no such substance"),
    (["entries", 1], "x", "entries[1]", "named values"),
    (["entries", 1, "id"], 0, "entries[1].id", "whole number"),
    (["entries", 1, "id"], 2**40, "entries[1].id", "whole number"),
    (["entries", 1, "id"], 7.0, "entries[1].id", "whole number"),
    (["entries", 1, "id"], True, "entries[1].id", "whole number"),
    (["entries", 1, "id"], 10**4000, "entries[1].id", "too many digits"),
    (["entries", 1, "id"], 3, "entries[1]", "came before"),
    (["entries", 1, "origin"], f"{NAME}.3.9", "entries[1]", "came before"),
    (["entries", 1, "origin"], None, "entries[1].origin", "missing"),
    (["entries", 1, "sort"], "party", "entries[1].sort", "this word"),
    (["entries", 1, "at"], "2026-11-22 23:00", "entries[1].at", "not a time"),
    (["entries", 1, "at"], "2026-11-22T23:00:00", "entries[1].at", "not a time"),
    (["entries", 1, "at"], "2026-02-30T23:00:00+01:00", "entries[1].at", "not a time"),
    (["entries", 1, "at"], "1026-11-22T23:00:00+01:00", "entries[1].at", "not a time"),
    (["entries", 1, "at"], "2026-11-22T23:00:00.500000+01:00", "entries[1].at", "whole seconds"),
    (["entries", 1, "timed"], "no", "entries[1].timed", "neither"),
    (["entries", 1, "substance"], "wine", "entries[1].substance", "no such substance"),
    (["entries", 1, "amount", "low"], 43, "entries[1].amount", "smaller one first"),
    (["entries", 1, "amount", "low"], None, "entries[1].amount", "two ends"),
    (["entries", 1, "amount", "low"], 0.0001, "entries[1].amount.low", "too small"),
    (["entries", 1, "amount", "low"], 1.0001, "entries[1].amount.low", "decimals"),
    (["entries", 1, "amount", "high"], 1e300, "entries[1].amount.high", "too large"),
    (["entries", 1, "amount", "high"], float("nan"), "entries[1].amount.high", "not a number"),
    (["entries", 1, "amount", "high"], float("inf"), "entries[1].amount.high", "not a number"),
    (["entries", 1, "amount", "unit"], None, "entries[1].amount.unit", "missing"),
    (["entries", 1, "mood"], 11, "entries[1].mood", "0 to 10"),
    (["entries", 1, "mood"], "5", "entries[1].mood", "0 to 10"),
    (["entries", 1, "triggers"], ["x", ""], "entries[1].triggers[1]", "1 to 80"),
    (["entries", 1, "triggers"], ["x\ny"], "entries[1]", "on one line"),
    (["entries", 1, "note"], "x" * 200_001, "entries[1].note", "200,000"),
    (["entries", 1, "note"], "\ud800", "entries[1].note", "half a character"),
    (["entries", 1, "mode"], 5, "entries[1].mode", "does not know"),
    (["entries", 1, "my secret"], 5, "entries[1].?", "does not know"),
    (["keepsakes", 0, "subject"], "courage", "keepsakes[0]", "this ruler"),
    (["keepsakes", 0, "score"], 11, "keepsakes[0]", "this ruler"),
    (["keepsakes", 1, "more"], {"done": ""}, "keepsakes[1]", "ticked off"),
    (["keepsakes", 1, "more"], {"done": "999999"}, "keepsakes[1]", "ticked off"),
    (["keepsakes", 1, "more"], {"done": 5}, "keepsakes[1].more", "not a text"),
    (["keepsakes", 1, "id"], 1, "keepsakes[1]", "came before"),
    (["goals"], [], "goals", "this part"),
]


@pytest.mark.parametrize(("place", "value", "where", "why"), REFUSED)
def test_what_cannot_be_taken_is_named_with_its_place(
    place: Path, value: object, where: str, why: str
) -> None:
    found = reread(put(place, value))
    first, *others = found.refused
    assert (first.place, why in first.reason) == (where, True)
    assert {one.reason for one in others} <= {"The file has no such substance."}


def test_the_rest_is_taken_all_the_same() -> None:
    found = reread(put(["entries", 1, "mood"], 11))
    assert found.archive == WHOLE._replace(entries=(WHOLE.entries[0], WHOLE.entries[2]))


def test_what_speaks_of_a_refused_substance_is_refused_too() -> None:
    found = reread(put(["substances", 0, "kind"], ""))
    assert [one.place for one in found.refused] == [
        *("substances[0].kind", "starts[0].substance", "entries[1].substance")
    ]


def test_a_name_that_stands_twice_in_a_group_is_no_choice_between_the_two() -> None:
    text = text_of(WHOLE).replace('"mood": 0', '"mood": 0, "mood": 9')
    assert read(text, ANYTHING).refused == (RefusedItem("entries[1]", "It names a field twice."),)
    with pytest.raises(ImportRefusedError, match="not an export"):
        read(text_of(WHOLE).replace('"keepsakes":', '"entries": [], "keepsakes":'), ANYTHING)


def test_a_country_without_a_drink_is_refused() -> None:
    found = reread(data(), ImportChecks(lambda code: code == "US"))
    assert [one.place for one in found.refused] == ["settings.country"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "ends too early, at line 1"),
        (" \n\n", "ends too early, at line 3"),
        (text_of(WHOLE)[:-4], "ends too early, at line 2"),
        (text_of(WHOLE)[:900], "ends too early, at line 1"),
        (text_of(WHOLE).replace('"entries":', '"entries"'), "stops being JSON at line 13"),
        (text_of(WHOLE).replace("my sleep", "my\tsleep"), "stops being JSON at line 20"),
        (text_of(WHOLE) + "{}", "stops being JSON at line 23"),
        ("{'format': 'hrjournal'}", "stops being JSON at line 1, column 2"),
        ("[" * 200_000, "nested too deeply"),
        (text_of(WHOLE).replace('"unit": "cup"}', '"unit": ' + "[" * 200_000), "nested too deeply"),
        ("[]", "not an export of hrjournal"),
        ("5", "not an export of hrjournal"),
        ("NaN", "not an export of hrjournal"),
        ('{"format": "daylio", "version": 1}', "not an export of hrjournal"),
        ('{"version": 1}', "not an export of hrjournal"),
        ('{"format": "hrjournal"}', "does not tell its version"),
        ('{"format": "hrjournal", "version": "1"}', "does not tell its version"),
        ('{"format": "hrjournal", "version": true}', "does not tell its version"),
        ('{"format": "hrjournal", "version": 0}', "does not tell its version"),
        (f'{{"format": "hrjournal", "version": {"9" * 5000}}}', "does not tell its version"),
        ('{"format": "hrjournal", "version": 2}', "newer hrjournal"),
    ],
)
def test_a_file_that_is_none_of_ours_is_refused_as_a_whole(text: str, words: str) -> None:
    with pytest.raises(ImportRefusedError, match=words) as refusal:
        read(text, ANYTHING)
    assert "Nothing was written." in str(refusal.value)


def test_a_file_that_is_wrong_throughout_is_not_read_to_its_end() -> None:
    read_on: list[object] = []

    def walk(items: Any) -> Iterator[Any]:
        for one in items:
            read_on.append(one)
            yield one

    text = json.dumps({"format": "hrjournal", "version": 1, "entries": [1] * 5000})
    with pytest.raises(ImportRefusedError, match=r"More than 1,000 parts .* entries\[0\] first"):
        read(text, ANYTHING, walk)
    assert len(read_on) == 1001


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_no_refusal_tells_a_value(place: Path) -> None:
    for value in (MARKER, [MARKER], {MARKER: MARKER}):
        try:
            refused = reread(put(place, value)).refused
        except ImportRefusedError as error:
            refused = (RefusedItem("", str(error)),)
        assert MARKER not in "".join(one.place + one.reason for one in refused)


@given(place=st.sampled_from(PLACES), value=WEIRD)
def test_whatever_stands_anywhere_is_taken_or_refused(place: Path, value: object) -> None:
    try:
        found = reread(put(place, value))
    except ImportRefusedError:
        assert place[0] in {"format", "version"}
        return
    again = read(text_of(found.archive), ANYTHING)
    assert again == (found.archive, ())


@given(text=st.text() | st.binary().map(lambda raw: raw.decode("latin-1")))
def test_any_text_at_all_is_refused_calmly(text: str) -> None:
    with pytest.raises(ImportRefusedError):
        read(text, ANYTHING)


def test_records_are_walked_through_one_by_one() -> None:
    walked: list[int] = []

    def walk(items: Any) -> Iterator[Any]:
        for place, one in enumerate(items):
            walked.append(place)
            yield one

    assert read(text_of(WHOLE), ANYTHING, walk).archive == WHOLE
    assert walked == [0, 1, 2]
