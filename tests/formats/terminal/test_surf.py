from __future__ import annotations

import io
import re

import pytest
from rich.cells import cell_len

from hrjournal.formats.terminal.surf import Sight, drawn

SIGHTS = (
    Sight("Breathe in slowly. Breathe out a little more slowly.", 0.0, "2 minutes left"),
    Sight("Breathe in slowly. Breathe out a little more slowly.", 0.5, "1 minute left"),
    Sight("See what is not the same any more.", 0.9, "nearly there"),
)


class Terminal(io.TextIOWrapper):
    """A terminal that keeps what it was told."""

    def isatty(self) -> bool:
        return True


def seen(encoding: str = "utf-8", *, plain: bool = False) -> str:
    stream = Terminal(io.BytesIO(), encoding)
    with drawn(stream, plain=plain) as draw:
        for sight in SIGHTS:
            draw(sight)
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode(encoding).replace("\r\n", "\n")


def bars(text: str, signs: str) -> list[str]:
    """The bars that were drawn, each once."""
    return list(dict.fromkeys(re.findall(f"[{signs}]{{8,}}", text)))


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("COLORTERM", raising=False)


def test_time_fills_the_bar_from_left_to_right(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    found = bars(seen(), "█▏▎▍▌▋▊▉─")
    assert [bar.count("█") for bar in found] == [0, 29, 52]
    assert {len(bar) for bar in found} == {58}


def test_the_drawing_is_taken_away_and_the_cursor_comes_back() -> None:
    told = seen()
    assert told.count("\x1b[?25l") == told.count("\x1b[?25h") == 1
    assert told.index("\x1b[?25l") < told.index("\x1b[?25h")
    assert told.rstrip().endswith("\x1b[1A\x1b[2K")


def test_colors_are_there_and_can_be_said_no_to(monkeypatch: pytest.MonkeyPatch) -> None:
    colored = re.compile(r"\x1b\[[0-9;]+m")
    assert colored.search(seen())
    monkeypatch.setenv("NO_COLOR", "1")
    assert not colored.search(seen())


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 200])
def test_no_line_is_wider_than_the_screen(monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", f"{columns}")
    plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", seen())
    widths = [cell_len(line) for part in plain.split("\r") for line in part.split("\n")]
    assert 18 <= max(widths) <= min(columns, 60)


def test_poor_encodings_get_a_bar_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    found = bars(seen("ascii"), "#-")
    assert [bar.count("#") for bar in found] == [0, 29, 52]


@pytest.mark.parametrize("term", ["dumb", "unknown", ""])
def test_where_nothing_can_be_redrawn_a_line_is_said_when_it_changes(
    monkeypatch: pytest.MonkeyPatch, term: str
) -> None:
    monkeypatch.setenv("TERM", term)
    assert seen().splitlines() == [
        "Breathe in slowly. Breathe out a little more slowly. (2 minutes left)",
        "See what is not the same any more. (nearly there)",
    ]


def test_who_asks_for_plain_lines_gets_them() -> None:
    assert "\x1b" not in seen(plain=True)
    assert len(seen(plain=True).splitlines()) == 2


def test_a_bad_end_leaves_the_screen_in_order() -> None:
    stream = Terminal(io.BytesIO(), "utf-8")

    def interrupted() -> None:
        with drawn(stream, plain=False) as draw:
            draw(SIGHTS[0])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    assert b"\x1b[?25h" in stream.buffer.getvalue()
