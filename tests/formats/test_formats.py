from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrjournal.blocks import Page, Text
from hrjournal.formats import Form, file_bytes, say, write
from support.formats.hostile import FORBIDDEN, pages
from support.formats.sample_page import PAGE

TEXTS: Final = [form for form in Form if form is not Form.PDF]


def written(page: Page, form: Form, encoding: str = "utf-8") -> str:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, errors="strict", newline="\n")
    write(page, form, stream)
    stream.flush()
    return raw.getvalue().decode(encoding)


@given(page=pages, form=st.sampled_from(TEXTS))
@settings(max_examples=60, deadline=None)
@pytest.mark.slow
def test_nothing_that_steers_a_screen_comes_out(page: Page, form: Form) -> None:
    assert set(written(page, form).replace("\r\n", "\n")) & FORBIDDEN <= {"\n"}  # CSV ends so


@given(page=pages, form=st.sampled_from(TEXTS))
@settings(max_examples=40, deadline=None)
@pytest.mark.slow
def test_a_screen_that_knows_ascii_alone_is_enough(page: Page, form: Form) -> None:
    assert written(page, form, "ascii").isascii()


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp437", "cp1252", "utf-16"])
@pytest.mark.parametrize("form", TEXTS)
def test_every_form_speaks_every_encoding(form: Form, encoding: str) -> None:
    assert "14" in written(PAGE, form, encoding)


@pytest.mark.parametrize("form", TEXTS)
def test_a_stream_that_names_no_encoding_is_fine(form: Form) -> None:
    stream = io.StringIO()
    write(PAGE, form, stream)
    assert stream.getvalue().endswith("\n")


@pytest.mark.parametrize("form", [Form.SCREEN, Form.PLAIN])
def test_an_old_encoding_gets_the_nearest_letters_and_never_another_number(form: Form) -> None:
    page = Page("", (Text("Caf\u00e9 \u2013 1\u00bd, 10\u00b2, \u2264 3, \u2260 4"),))
    assert written(page, form, "ascii").strip() == "Cafe - 1 1/2, 10?, <= 3, ? 4"


def test_json_is_the_data_and_nothing_else() -> None:
    out = written(PAGE, Form.JSON)
    assert json.loads(out) == PAGE.data
    assert out.isascii()


def test_json_refuses_a_number_that_is_none() -> None:
    with pytest.raises(ValueError, match="JSON"):
        written(Page("", (), {"mean": float("nan")}), Form.JSON)


@pytest.mark.parametrize(
    ("form", "words", "loads"),
    [
        ("none", "", False),
        ("plain", "Caf\u00e9", False),
        ("screen", "Cafe", False),
        ("screen", "Caf\u00e9", True),
    ],
)
def test_rich_is_loaded_for_letters_beyond_ascii_on_a_screen_alone(
    form: str, words: str, loads: bool
) -> None:
    program = (
        "import io, sys\n"
        "from hrjournal.blocks import Page, Text\n"
        "from hrjournal.formats import Form, write\n"
        f"if {form!r} != 'none':\n"
        f"    write(Page('', (Text({words!r}),)), Form({form!r}), io.StringIO())\n"
        "print('rich' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == str(loads)


def test_a_short_answer_is_harmless_in_an_old_encoding_too() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii", errors="strict", newline="\n")
    say(("Saved: caf\u00e9.", "\x1b[2J"), stream)
    assert raw.getvalue() == b"Saved: cafe.\n.[2J\n"


@pytest.mark.parametrize("form", TEXTS)
def test_a_file_is_in_utf_8_wherever_it_is_made(form: Form) -> None:
    assert file_bytes(PAGE, form).decode("utf-8") == written(PAGE, form)


class Screen(io.StringIO):
    """A screen of 40 columns."""

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return 1


def test_an_answer_is_wrapped_between_words_on_a_screen_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("os.get_terminal_size", lambda _: os.terminal_size((40, 24)))
    line = "Saved #1. Alcohol: 2 US standard drinks (28 g), today."
    screen, pipe = Screen(), io.StringIO()
    say([line, "Short."], screen)
    say([line, "Short."], pipe)
    assert screen.getvalue() == "Saved #1. Alcohol: 2 US standard drinks\n(28 g), today.\nShort.\n"
    assert pipe.getvalue() == f"{line}\nShort.\n"
