from __future__ import annotations

import json

import pytest

from hrjournal.blocks import DefinitionList, Heading, ItemList, Note, Page, Text, Tone
from hrjournal.content.notices import after_use, copings, sources, surfing
from hrjournal.domain.entries.entry import Outcome
from hrjournal.domain.reflection.coping import Coping
from hrjournal.pages.coping.page import (
    ENDS,
    idea_blocks,
    left_words,
    library_page,
    ridden_words,
    tried_blocks,
    used_blocks,
    words_page,
)
from hrjournal.report.coping_outcomes import CopingOutcome
from support.pages.reading import bare, read, words

TRIED = (CopingOutcome("call-someone", 3, 4), CopingOutcome("walk", 1, 2))
CAT = Coping("feed-the-cat", "feed the cat", "soothe", "find comfort")


def headings(page: Page) -> list[str]:
    return [block.text for block in page.blocks if isinstance(block, Heading)]


def test_the_library_begins_with_what_is_the_persons_own() -> None:
    page = library_page(copings(), [CAT], TRIED)
    assert headings(page) == ["What you tried before", "Yours", "To pick from"]
    assert "feed-the-cat: find comfort" in read(page)
    assert "call-someone: 3 of 4 urges" in read(page)
    assert "be with people: call-someone, text-a-friend" in read(page)


def test_a_new_library_is_words_to_pick_from() -> None:
    page = library_page(copings(), (), ())
    assert headings(page) == ["To pick from"]
    kinds = next(block for block in page.blocks if isinstance(block, DefinitionList))
    assert len(kinds.rows) == 11


def test_counts_are_said_with_what_they_rest_on_and_never_with_a_cause() -> None:
    said = " ".join(words(library_page(copings(), (), TRIED)))
    assert "Together with these, an urge passed, or use came later or was less." in said
    assert "fewer than 2 urges are left out" in said
    for told in (said, read(words_page([CAT], TRIED, surfing(), sources()))):
        assert "because" not in told
        assert "thanks to" not in told


def test_riding_it_out_comes_with_its_steps_its_study_and_where_it_was_read() -> None:
    page = words_page([], (), surfing(), sources())
    steps = next(block for block in page.blocks if isinstance(block, ItemList))
    assert steps == ItemList(surfing().steps, numbered=True)
    assert surfing().evidence in words(page)
    assert "https://pubmed.ncbi.nlm.nih.gov/20025372/" in read(page)


def test_the_data_of_a_page_is_plain_and_whole() -> None:
    data = json.loads(json.dumps(library_page(copings(), [CAT], TRIED).data))
    assert data["words"][0] == {
        "word": "feed-the-cat",
        "kind": "soothe",
        "how": None,
        "own": True,
    }
    assert len(data["words"]) == len(copings()) + 1
    assert data["tried"][0] == {"word": "call-someone", "easier": 3, "among": 4}
    assert data["counted_from"] == 2


def test_what_was_tried_is_said_with_the_trigger_or_without() -> None:
    at_such = bare(tried_blocks(TRIED, ["poor-sleep", "argument"], counted=True))
    assert at_such[0] == Text(
        "Before, with poor sleep or argument: together with these, an urge passed, "
        "or use came later or was less."
    )
    assert at_such[1] == ItemList(
        ("call someone: 3 of 4 urges", "walk: 1 of 2 urges"), numbered=True
    )
    ever = bare(tried_blocks(TRIED, [], counted=False))
    assert ever[0] == Text(
        "Before, together with these, an urge passed, or use came later or was less."
    )
    assert ever[1] == ItemList(("call someone", "walk"), numbered=True)


def test_an_idea_says_how_it_goes() -> None:
    walk = Coping("walk", "walk", "distract", "do something else", "Go once around the block.")
    ideas = bare(idea_blocks([CAT, walk]))
    expected = ("feed the cat (yours)", "walk: Go once around the block.")
    assert ideas[1] == ItemList(expected, numbered=True)


def test_every_end_has_its_sentence_in_the_order_of_the_numbers() -> None:
    assert list(ENDS) == list(Outcome)


@pytest.mark.parametrize(
    ("seconds", "left", "ridden"),
    [
        (600.0, "10 minutes left", "You stayed with it for 10 minutes."),
        (61.0, "1 minute left", "You stayed with it for 1 minute."),
        (29.0, "nearly there", "You stayed with it for a moment."),
        (0.0, "nearly there", "You stayed with it for a moment."),
    ],
)
def test_time_is_said_in_calm_minutes(seconds: float, left: str, ridden: str) -> None:
    assert (left_words(seconds), ridden_words(seconds)) == (left, ridden)


def test_after_use_there_is_a_welcome_and_what_keeps_a_person_well() -> None:
    welcome, *safety = used_blocks(after_use())
    assert isinstance(welcome, Text)
    assert "welcome" in welcome.text
    assert [block.tone for block in safety if isinstance(block, Note)] == [Tone.SAFETY] * 2
    assert "hrjournal sos" in str(safety)
    assert not any(figure.isdigit() for figure in str([welcome.text, *after_use()]))
