"""The short way of `log` understands a line exactly as the command-line library does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrjournal.cli import log as command
from hrjournal.cli import use
from hrjournal.cli.program import app
from hrjournal.cli.session import Session
from hrjournal.cli.swift import log_of
from hrjournal.cli.use import Said

VALUES = st.sampled_from(
    ["alcohol", "2", "500ml", "5%", "?", "~3", "2-4", "", " ", "-5", "--note", "a b", "=", "żółć"]
)
NAMES = (
    "--at",
    "--mood",
    "--urge",
    "--trigger",
    "--step",
    "--coping",
    "--route",
    "--with",
    "--spend",
    "--note",
    "--planned",
    "--new",
    "--write",
    "--moo",
    "--help",
    "--",
    "-h",
)
PARTS = st.one_of(
    VALUES,
    st.sampled_from(NAMES),
    st.tuples(st.sampled_from(NAMES), VALUES).map("=".join),
    st.tuples(st.sampled_from(["--mood", "--urge"]), st.integers(-1, 12).map(str)).map("=".join),
)


def by_the_library(argv: list[str]) -> tuple[Path | None, Said] | None:
    """What the library makes of a line; None when it refuses it or shows help."""
    heard: list[tuple[Path | None, Said]] = []

    def hear(session: Session, said: Said) -> None:
        heard.append((session.file, said))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(use, "log", hear)
        assert command.use is use
        try:
            app(list(argv), standalone_mode=False, prog_name="hrjournal")
        except Exception as error:
            if not hasattr(error, "format_message"):
                raise
            return None
    return heard[0] if heard else None


@settings(max_examples=400, deadline=None)
@given(parts=st.lists(PARTS, max_size=7))
def test_the_short_way_understands_what_the_library_understands(parts: list[str]) -> None:
    argv = ["log", *parts]
    short = log_of(argv)
    if short is not None:
        session, said = short
        assert (session.file, said) == by_the_library(argv)


@pytest.mark.parametrize(
    "argv",
    [
        ["log", "alcohol", "2"],
        ["--db", "x.db", "log", "beer", "500ml", "5%", "--at", "yesterday 22:30"],
        ["log", "cannabis", "?", "--step", "not-alone", "--step=tested", "--mood", "4"],
        ["log", "alcohol", "2", "--note", "-2 mg", "--planned", "--with", "alone", "--new"],
    ],
)
def test_an_everyday_line_goes_the_short_way(argv: list[str]) -> None:
    short = log_of(argv)
    assert short is not None
    assert (short[0].file, short[1]) == by_the_library(argv)


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["log"],
        ["log", "--help"],
        ["log", "alcohol", "--mood", "11"],
        ["log", "alcohol", "--mood"],
        ["log", "alcohol", "--write"],
        ["days"],
        ["--plain", "log", "alcohol", "2"],
        ["--db"],
    ],
)
def test_every_other_line_is_left_to_the_library(argv: list[Any]) -> None:
    assert log_of(argv) is None
