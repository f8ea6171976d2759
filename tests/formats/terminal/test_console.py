"""Rich's own console, and the short way around it, draw a page alike."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.console import Console
from rich.style import Style

from hrjournal import formats
from hrjournal.blocks import Page
from hrjournal.formats.terminal import console, show
from support.formats.hostile import pages
from support.formats.sample_page import PAGE

TERMS = ("xterm", "xterm-256color", "linux", "dumb")


class Screen(io.StringIO):
    """A stream that says a person is watching."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.fixture
def term(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A terminal of this name, whose colors no style remembers yet."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("COLORTERM", raising=False)
    monkeypatch.setenv("TERM", request.param)
    forget_styles()
    yield request.param
    forget_styles()


def forget_styles() -> None:
    """Lets the library color anew: within a process, a style keeps the colors of its first use."""
    Style.parse.cache_clear()
    Style._add.cache_clear()


def both(page: Page, width: int, stream: type[io.StringIO]) -> tuple[str, str]:
    """The page as the program draws it, and as the console does."""
    short, whole = stream(), stream()
    show.show(page, short, width=width)
    console.show(page, whole, width=width)
    return short.getvalue(), whole.getvalue()


@pytest.mark.parametrize("stream", [Screen, io.StringIO])
@pytest.mark.parametrize("term", TERMS, indirect=True)
def test_a_page_is_drawn_as_the_console_draws_it(term: str, stream: type[io.StringIO]) -> None:
    for width in (40, 80, 120):
        short, whole = both(PAGE, width, stream)
        assert short == whole
    assert ("\x1b" in short) == (stream is Screen and term != "dumb")


@pytest.mark.slow
@pytest.mark.parametrize("term", ["xterm-256color"], indirect=True)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(page=pages, width=st.sampled_from([24, 60, 80]))
def test_whatever_people_write_is_drawn_as_the_console_draws_it(
    term: str, page: Page, width: int
) -> None:
    short, whole = both(page, width, Screen)
    assert short == whole


@given(
    term=st.sampled_from(
        ["", *TERMS, "unknown", "DUMB", "xterm-kitty", "tmux-256color", "vt100-16color", " xterm "]
    ),
    color_term=st.sampled_from(["", "truecolor", "24bit", " TrueColor ", "yes"]),
)
def test_colors_are_those_that_the_console_finds(term: str, color_term: str) -> None:
    environment = {"TERM": term, "COLORTERM": color_term}
    found = Console(file=io.StringIO(), force_terminal=True, _environ=environment).color_system
    assert show.colors_of(environment) == found


@pytest.mark.parametrize(
    ("system", "stream", "drawn"),
    [
        ("posix", Screen, show.show),
        ("posix", io.StringIO, show.show),
        ("nt", Screen, console.show),
        ("nt", io.StringIO, show.show),
    ],
)
def test_a_screen_of_windows_is_left_to_the_console(
    system: str, stream: type[io.StringIO], drawn: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, "name", system)
        chosen = formats.screen(stream())
    assert chosen is drawn
