from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.entries.entry import Entry, EntryType, Outcome
from hrjournal.domain.keepsake import KeepsakeType
from hrjournal.domain.summary.options import (
    DEFAULT_SECTIONS,
    OPT_IN_SECTIONS,
    SECTIONS,
    SECTIONS_OF_FIELD,
    SectionSpec,
    SummaryOptions,
    from_json,
    redact,
    resolve_sections,
)
from hrjournal.domain.summary.sections import Section
from hrjournal.errors import UsageError
from support.builders import TODAY, entry, history

words = st.lists(st.sampled_from([part.value for part in Section]), unique=True, max_size=5)
wishes = st.builds(
    SummaryOptions,
    words.map(tuple),
    words.map(tuple),
    st.none() | st.booleans(),
    st.none() | st.just("last"),
    st.none() | st.integers(1, 400),
    st.none() | st.sampled_from(["html", "csv"]),
    st.none() | st.text(max_size=9),
)
FULL = entry(
    EntryType.URGE,
    mood=5,
    urge=6,
    urge_after=2,
    anxiety=3,
    pain=1,
    sleep=400,
    minutes=20,
    outcome=Outcome.RODE_OUT,
    route="oral",
    company="kim",
    spend=5000,
    triggers=("stress",),
    copings=("walk",),
    steps=("water",),
    note="words",
    gave="relief",
    after="slept badly",
    score=6,
)


def test_every_part_says_what_it_is() -> None:
    assert [spec.section for spec in SECTIONS] == list(Section)
    assert all(spec.description for spec in SECTIONS)
    assert set(OPT_IN_SECTIONS) | set(DEFAULT_SECTIONS) == set(Section)
    assert not OPT_IN_SECTIONS & DEFAULT_SECTIONS


def test_of_what_is_kept_beside_the_days_each_has_one_part() -> None:
    kept = [KeepsakeType(spec.keepsake) for spec in SECTIONS if spec.keepsake]
    assert len(kept) == len(set(kept))


def test_a_part_has_to_say_whether_it_is_shared_unasked() -> None:
    with pytest.raises(TypeError):
        SectionSpec(Section.MONEY, "money spent")  # type: ignore[call-arg]


def test_without_a_word_the_usual_parts_are_in() -> None:
    assert resolve_sections((), ()) == DEFAULT_SECTIONS


def test_parts_are_added_and_left_out_by_name() -> None:
    found = resolve_sections(["notes", "Letter, roots"], ["wins,mood"])
    assert found == (DEFAULT_SECTIONS | {Section.NOTES, Section.LETTER, Section.ROOTS}) - {
        Section.WINS,
        Section.MOOD,
    }


def test_all_can_be_left_out_but_for_what_is_named() -> None:
    assert resolve_sections(["talk"], ["all"]) == {Section.TALK}
    assert resolve_sections((), ["all"]) == frozenset()


@pytest.mark.parametrize(
    ("include", "exclude", "sentence"),
    [
        (["nothing"], [], '"nothing" is no part of a summary. There is: coverage, changes,'),
        (["all"], [], '"all" is no part of a summary.'),
        (["wins"], ["wins"], '"wins" cannot be added and left out at once.'),
    ],
)
def test_what_cannot_be_chosen_is_said(
    include: list[str], exclude: list[str], sentence: str
) -> None:
    with pytest.raises(UsageError) as refused:
        resolve_sections(include, exclude)
    assert str(refused.value).startswith(sentence)


def test_a_choice_of_an_earlier_version_can_still_be_read() -> None:
    assert from_json('{"form": "pdf", "days": 30}') == SummaryOptions(form="pdf", days=30)


@given(wishes)
def test_a_choice_comes_back_as_it_was_kept(wish: SummaryOptions) -> None:
    assert from_json(wish.to_json()) == wish


@pytest.mark.parametrize("text", ["", "[]", '{"more": 1}', '{"include": 7}', "null"])
def test_a_choice_that_cannot_be_read_is_said(text: str) -> None:
    with pytest.raises(UsageError, match="cannot be read any more"):
        from_json(text)


def test_what_is_chosen_now_comes_before_what_was_remembered() -> None:
    before = SummaryOptions(("notes",), ("wins",), True, "last", None, "pdf", "Mine", "letter")
    found = SummaryOptions(include=("wins",), exclude=("notes",), alias=False, days=30).merged_onto(
        before
    )
    assert resolve_sections(found.include, found.exclude) == DEFAULT_SECTIONS
    assert found[2:-1] == (False, None, 30, "pdf", "Mine", "letter")
    anew = SummaryOptions(exclude=("all",)).merged_onto(before)
    assert resolve_sections(anew.include, anew.exclude) == frozenset()


@pytest.mark.parametrize("part", Section)
def test_of_a_part_alone_nothing_else_is_shared(part: Section) -> None:
    found = redact(history("1", records=[FULL]), frozenset({part})).records[TODAY][0]
    left = {name for name in SECTIONS_OF_FIELD if getattr(found, name)}
    assert left == {name for name, parts in SECTIONS_OF_FIELD.items() if part in parts}


def test_every_field_that_tells_of_a_person_belongs_to_a_part() -> None:
    plain = {"type", "moment", "substance", "amount", "planned", "id", "written"}
    assert set(Entry._fields) - plain == set(SECTIONS_OF_FIELD)


def test_days_that_were_marked_are_shared_when_they_are_chosen() -> None:
    marked = history("1", records=[entry(EntryType.EVENT, note="payday")])
    assert not redact(marked, DEFAULT_SECTIONS).records
    kept = redact(marked, frozenset({Section.EVENTS})).records
    assert [one.note for one in kept[TODAY]] == ["payday"]


def test_for_safety_it_is_shared_who_was_there_and_for_urges_how_they_ended() -> None:
    (alone,) = redact(history("1", records=[FULL]), frozenset({Section.SAFETY})).records[TODAY]
    assert (alone.company, alone.steps) == ("kim", ("water",))
    assert (alone.note, alone.route, alone.copings, alone.urge) == (None, None, (), None)
    (urge,) = redact(history("1", records=[FULL]), frozenset({Section.URGES})).records[TODAY]
    assert (urge.urge, urge.outcome, urge.minutes) == (6, Outcome.RODE_OUT, 20)
    assert (urge.urge_after, urge.triggers, urge.copings, urge.mood) == (None, (), (), None)


def test_good_things_are_shared_whole_or_not_at_all() -> None:
    good = history("1", records=[entry(EntryType.GOOD, note="saw my sister", score=8, mood=7)])
    assert not redact(good, DEFAULT_SECTIONS | {Section.NOTES}).records
    (kept,) = redact(good, frozenset({Section.GOOD})).records[TODAY]
    assert (kept.note, kept.score, kept.mood) == ("saw my sister", 8, None)
