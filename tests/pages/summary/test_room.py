"""Two sides, hard: what fits is untouched, and what goes is named once."""

from __future__ import annotations

from itertools import accumulate, pairwise

from hypothesis import given
from hypothesis import strategies as st

from hrjournal.blocks import Block, Column, Heading, Note, Table, Text, Tone, WeekChart, WeekDays
from hrjournal.domain.entries.entry import EntryType
from hrjournal.pages.summary.room import FIRST, SECOND, SIDE, Cut, Room, fitted, height
from support.builders import ALCOHOL, TODAY, entry, history, together
from support.pages.summing import shown

FIELDS = st.sampled_from(["wins", "ways", "triggers", "points"])


def less(cut: Cut, before: list[Cut]) -> bool:
    """Whether a cut goes below all earlier ones of its part, as those of a page do."""
    return all(cut.value < one.value for one in before if one.field == cut.field)


CUTS = st.lists(
    st.builds(
        Cut, FIELDS, st.integers(0, 5), st.sampled_from(["wins", "older notes", "ways tried"])
    ),
    max_size=8,
).map(lambda cuts: [cut for at, cut in enumerate(cuts) if less(cut, cuts[:at])])


def build(room: Room) -> list[Block]:
    """A page with as many lines as there is room for."""
    kinds = {"wins": room.wins, "ways": room.ways, "triggers": room.triggers, "points": room.points}
    return [Text(f"{name} {at}") for name, most in kinds.items() for at in range(most)]


@given(CUTS)
def test_what_fits_is_untouched(cuts: list[Cut]) -> None:
    room = Room()
    blocks = build(room)
    assert fitted(build, cuts, room, height(blocks)) == (blocks, room, [])


@given(CUTS, st.integers(0, 500))
def test_it_never_takes_more_room_unless_all_cuts_are_used_up(cuts: list[Cut], most: int) -> None:
    blocks, room, _ = fitted(build, cuts, Room(), most)
    assert blocks == build(room)
    if height(blocks) > most:
        last: dict[str, int] = {cut.field: cut.value for cut in cuts}
        assert room == Room()._replace(**last)


@given(CUTS, st.integers(0, 500))
def test_cuts_go_in_their_order_and_no_further_than_they_have_to(
    cuts: list[Cut], most: int
) -> None:
    _, room, _ = fitted(build, cuts, Room(), most)
    rooms = list(
        accumulate(
            cuts, lambda found, cut: found._replace(**{cut.field: cut.value}), initial=Room()
        )
    )
    at = next((at for at, one in enumerate(rooms) if height(build(one)) <= most), len(cuts))
    assert room == rooms[at]


@given(CUTS, st.integers(0, 500))
def test_what_went_is_named_once_and_only_where_something_went(cuts: list[Cut], most: int) -> None:
    _, room, names = fitted(build, cuts, Room(), most)
    assert len(set(names)) == len(names)
    assert {*names} <= {cut.name for cut in cuts}
    if room == Room():
        assert names == []
    alone = [cut for cut in cuts if cut.value >= getattr(Room(), cut.field)]
    assert fitted(lambda _: build(Room()), alone, Room(), 0)[2] == []


def test_a_cut_makes_its_part_smaller_each_time() -> None:
    for cuts in (FIRST, SECOND):
        now = Room()._asdict()
        for cut in cuts:
            assert cut.value < now[cut.field], cut
            now[cut.field] = cut.value


def test_names_of_a_part_stay_the_same_till_the_last_of_it_goes() -> None:
    for cuts in (FIRST, SECOND):
        for one, other in pairwise(sorted(cuts, key=lambda cut: cut.field)):
            if one.field == other.field and min(one.value, other.value) > 1:
                assert one.name.split()[-1] == other.name.split()[-1]


@given(st.text(max_size=400))
def test_more_words_never_take_less_room(text: str) -> None:
    assert height([Text(text)]) <= height([Text(f"{text} and more")])
    assert height([Note(text, Tone.HINT)]) == height([Text(text)])
    assert height([Heading("a"), Text(text)]) > height([Text(text)])


def test_wide_letters_take_twice_the_room() -> None:
    assert height([Text("\u65e5" * 100)]) > height([Text("a" * 100)])


def test_a_table_with_long_words_is_taller() -> None:
    heads = (Column("a"), Column("b"))
    short, long = (Table(heads, (("a", word * 40),)) for word in ("b", "words "))
    assert height([long]) > height([short])


def test_each_calendar_of_a_chart_takes_its_room() -> None:
    grid = WeekDays("a", ((),) * 7)
    one, two = (WeekChart("", (), (), (grid,) * most, ()) for most in (1, 2))
    assert height([two]) > height([one]) > height([WeekChart("", (), (), (), ())])


def test_a_page_that_is_too_full_names_what_it_left_out() -> None:
    names = [ALCOHOL._replace(key=name, name=f"Thing {name}") for name in "abcdefgh"]
    records = [
        entry(EntryType.URGE, TODAY - at, urge=5, copings=(f"way {at}",), triggers=(f"row {at}",))
        for at in range(20)
    ]
    many = together(*(history("1*90", substance=one, records=records) for one in names))
    few = history("1*90", substance=names[0], records=records[:2])
    blocks = shown(many).blocks
    left = blocks[-1]
    assert isinstance(left, Text)
    assert left.text.startswith("Left out, for there was no room on two sides: calendars of")
    assert left.text.count("calendars of further substances") == 1
    assert "Left out" not in str(shown(few).blocks[-1])
    assert height(blocks) <= 2 * SIDE + height([left])
