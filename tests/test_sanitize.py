from __future__ import annotations

import json
import re
import unicodedata
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrjournal.sanitize import (
    CLOSES,
    OPENS,
    OwnWord,
    joined_own,
    own,
    quote,
    sanitize,
    shortened,
    unmarked,
)

BIDI: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
JOINERS: Final = frozenset("\u200c\u200d")
SELECTORS: Final = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
HOSTILE: Final = (
    *(
        "\x00",
        "\x07",
        "\x1b",
        "\x1b[2J",
        "\x1b]52;c;aGk=\x07",
        "\x7f",
        "\x85",
        "\x9b",
        "\r",
        "\x0b",
    ),
    *("\u2028", "\u2029", "\u200b", "\u2060", "\ufeff", "\u00ad", "\ufff9", "\U000e0041", "\ufdd2"),
    *("\ud800", "\udfff", "\uffff", "\U0010ffff", "\u0378", "\ue000", *sorted(BIDI)),
)
anything: Final = st.text(st.characters(exclude_categories=[]), max_size=40)
mixed: Final = st.lists(
    st.sampled_from(
        [
            *(*HOSTILE, "a", "\u00e9", " ", "\n", "\t", "\r\n", "\u00b7", "\u200d", "\u200c"),
            *("\ufe0f", "\U0001f469", "\u0645", "1", "\u00a0", "\U000e0100", OPENS, CLOSES),
        ]
    ),
    max_size=12,
).map("".join)


@pytest.mark.parametrize("mark", HOSTILE)
def test_what_acts_on_a_screen_becomes_a_dot(mark: str) -> None:
    shown = sanitize(f"a{mark}b")
    assert shown.startswith("a\u00b7")
    assert shown.endswith("b")
    assert mark not in shown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a plain line, [b]no markup[/b] :beer:",
        "Za\u017c\u00f3\u0142\u0107 g\u0119\u015bl\u0105",
        "\u05e9\u05dc\u05d5\u05dd",
        "e\u0301 as two characters",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",  # Persian, with a non-joiner
        "\u0915\u094d\u200d\u0937",  # Devanagari, with a joiner
        "\U0001f469\U0001f3fd\u200d\U0001f52c",  # a scientist
        "\u2764\ufe0f\u200d\U0001f525 1\ufe0f\u20e3",  # a heart on fire, and a keycap
        "\u845b\U000e0100\u98fe",  # a Japanese name with its own form
        "10\u00a0mg\u3000\u2009x",
        "\u00b7",
    ],
)
def test_every_script_and_emoji_stays_as_it_was(text: str) -> None:
    assert sanitize(text) == text
    assert sanitize(text, keep_lines=True) == text


def test_a_tab_is_a_space_and_a_line_ends_where_lines_are_kept() -> None:
    assert sanitize("a\tb\nc\r\nd\re") == "a b c d\u00b7e"
    assert sanitize("a\tb\nc\r\nd\re\n", keep_lines=True) == "a b\nc\nd\u00b7e\n"


def test_a_joiner_with_nothing_to_join_is_shown() -> None:
    assert sanitize("a\u200db \u200d\u00e9 \u00e9\u200d") == "a\u00b7b \u00b7\u00e9 \u00e9\u00b7"
    assert sanitize("\u00e9\u200d\ufe0f\u00e9") == "\u00e9\u00b7\u00b7\u00e9"
    assert sanitize("\u00e9\u200d\u200d\u00e9") == "\u00e9\u00b7\u00b7\u00e9"


def test_a_row_of_selectors_cannot_carry_hidden_text() -> None:
    hidden = "".join(map(chr, range(0xE0100, 0xE0110)))
    assert sanitize(f"\U0001f600{hidden}") == "\U0001f600\U000e0100" + "\u00b7" * 15
    assert sanitize(" \ufe0f\x1b\ufe0f") == " \u00b7\u00b7\u00b7"


@settings(max_examples=400)
@given(text=anything | mixed, keep_lines=st.booleans())
def test_nothing_that_acts_ever_comes_out(text: str, keep_lines: bool) -> None:
    shown = sanitize(text, keep_lines=keep_lines)
    kept = JOINERS | ({"\n"} if keep_lines else set())
    assert not BIDI & set(shown)
    for mark in set(shown) - kept:
        assert unicodedata.category(mark) not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    for first, second in zip(" " + shown, shown, strict=False):
        assert not (first in JOINERS | SELECTORS and second in SELECTORS)
        assert not (first in JOINERS and second in JOINERS)
    shown.encode("utf-8")


@settings(max_examples=400)
@given(text=anything | mixed, keep_lines=st.booleans())
def test_what_is_harmless_stays_and_nothing_else_is_lost(text: str, keep_lines: bool) -> None:
    shown = sanitize(text, keep_lines=keep_lines)
    whole = unmarked(text).replace("\r\n", "\n")
    assert sanitize(shown, keep_lines=keep_lines) == shown
    assert len(shown) == len(whole)
    for before, after in zip(whole, shown, strict=True):
        assert after in {before, "\u00b7", " "}
        if before.isalnum() or before in " .,!":
            assert after == before


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("beer", '"beer"'),
        ("  beer \n", '"beer"'),
        ("", '""'),
        ('say "hi"', "\"say 'hi'\""),
        ("a\x1b[0m\u202eb", '"a\u00b7[0m\u00b7b"'),
        ("a\nb", '"a b"'),
        ("x" * 40, '"' + "x" * 40 + '"'),
        ("x" * 41, '"' + "x" * 39 + '\u2026"'),
    ],
)
def test_a_quote_is_short_and_harmless(text: str, expected: str) -> None:
    assert unmarked(quote(text)) == expected


@given(text=anything | mixed | st.text(min_size=41, max_size=50))
def test_a_quote_stays_within_its_marks(text: str) -> None:
    quoted = unmarked(quote(text))
    assert quoted[0] == quoted[-1] == '"'
    assert '"' not in quoted[1:-1]
    assert len(quoted) <= 42
    assert sanitize(quoted) == quoted


@pytest.mark.parametrize("mark", [OPENS, CLOSES])
def test_the_marks_of_own_words_go_and_leave_no_dot(mark: str) -> None:
    assert sanitize(f"a{mark}b") == "ab"
    assert sanitize(f"{mark}a\nb{mark}", keep_lines=True) == "a\nb"
    assert sanitize(f"a\r{mark}\nb") == sanitize("a\r\nb")


def test_an_own_word_is_marked_within_a_sentence_and_itself_alone() -> None:
    word = own("Kava")
    assert f"{word}: none" == f"{OPENS}Kava{CLOSES}: none"
    assert f"{word:>6}." == f"{OPENS}  Kava{CLOSES}."
    assert format(own("")) == ""
    assert (str(word), word + "!", unmarked(word)) == ("Kava", "Kava!", "Kava")
    assert isinstance(word, OwnWord)
    assert own(word) is word


def test_an_own_word_is_a_plain_string_as_data() -> None:
    word = own("Kava")
    assert word == "Kava"
    assert {word: 1} == {"Kava": 1}
    assert json.loads(json.dumps({word: [word]})) == {"Kava": ["Kava"]}
    assert type(sanitize(word)) is str


def test_what_holds_the_marks_itself_cannot_end_them_early() -> None:
    word = own(f"a{CLOSES}b{OPENS}c\x1b\nd")
    assert f"{word}" == f"{OPENS}abc\u00b7\nd{CLOSES}"
    assert quote(f'{CLOSES}a"{OPENS}') == f'"{OPENS}a\'{CLOSES}"'


@given(text=anything | mixed)
def test_within_a_sentence_the_marks_stand_around_the_word_and_nowhere_in_it(text: str) -> None:
    shown = f"{own(text)}"
    assert (shown == "") == (not unmarked(text))
    if shown:
        assert (shown[0], shown[-1]) == (OPENS, CLOSES)
        assert shown[1:-1] == sanitize(text, keep_lines=True)


def test_own_words_are_joined_each_between_its_marks() -> None:
    assert joined_own(["a", own("b")]) == f"{OPENS}a{CLOSES}, {OPENS}b{CLOSES}"
    assert joined_own(["a", "b"], " or ") == f"{OPENS}a{CLOSES} or {OPENS}b{CLOSES}"
    assert joined_own([]) == ""


@pytest.mark.parametrize(
    ("text", "length", "expected"),
    [
        ("a long walk", 11, "a long walk"),
        ("a long walk", 10, "a long wa\u2026"),
        ("a long walk", 8, "a long\u2026"),
        (f"{own('a long walk')}", 11, f"{OPENS}a long walk{CLOSES}"),
        (f"{own('a long walk')}", 10, f"{OPENS}a long wa\u2026{CLOSES}"),
        (f"{own('ab')} and {own('cd')}", 8, f"{OPENS}ab{CLOSES} and\u2026"),
        (f"{own('ab')} and {own('cd')}", 1, "\u2026"),
    ],
)
def test_a_text_is_cut_as_it_is_seen(text: str, length: int, expected: str) -> None:
    assert shortened(text, length) == expected


@given(
    parts=st.lists(st.tuples(st.booleans(), anything | mixed), max_size=5),
    length=st.integers(1, 60),
)
def test_what_is_cut_is_never_longer_as_seen_and_its_marks_stay_in_pairs(
    parts: list[tuple[bool, str]], length: int
) -> None:
    text = "".join(f"{own(part)}" if mine else unmarked(part) for mine, part in parts)
    short = shortened(text, length)
    assert len(unmarked(short)) <= length
    assert re.fullmatch(f"([^{OPENS}{CLOSES}]|{OPENS}[^{OPENS}{CLOSES}]*{CLOSES})*", short)
    if short != text:
        assert unmarked(short)[-1] == "\u2026"
        assert unmarked(text).startswith(unmarked(short)[:-1])
