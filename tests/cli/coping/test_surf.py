from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from hrjournal.cli.context import AppContext
from hrjournal.cli.coping.surf import keys, ride

if TYPE_CHECKING:
    from hrjournal.cli.coping.surf import Pause


class Time:
    """A clock that goes on while somebody waits, until a key is pressed."""

    def __init__(self, key_at: float | None = None, back_at: float | None = None) -> None:
        self.gone = 0.0
        self.key_at = key_at
        self.back_at = back_at
        self.listening = False

    def __call__(self) -> float:
        """An hour earlier from a moment on, as when a clock is set."""
        back = self.back_at is not None and self.gone > self.back_at
        return 1_800_000_000.0 + self.gone - 3600 * back

    @contextmanager
    def keys(self) -> Iterator[Pause]:
        self.listening = True
        yield self.wait
        self.listening = False

    def wait(self, seconds: float) -> bool:
        if self.key_at is not None and self.gone + seconds >= self.key_at:
            self.gone = self.key_at
            return True
        self.gone += seconds
        return False


def ridden(time: Time, minutes: int) -> float:
    return ride(AppContext(clock=time, plain=True), minutes, time.keys)


def test_a_wave_goes_by(capsys: pytest.CaptureFixture[str]) -> None:
    time = Time()
    assert ridden(time, 10) == 600
    assert time.gone == 600
    assert not time.listening
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Where in your body do you feel it? (10 minutes left)"
    assert lines[-1] == "See what is not the same any more. (1 minute left)"
    assert len(lines) == 15


@pytest.mark.parametrize("at", [1.0, 59.0, 245.0])
def test_any_key_ends_it(capsys: pytest.CaptureFixture[str], at: float) -> None:
    time = Time(key_at=at)
    assert at - 1 <= ridden(time, 5) <= at
    assert not time.listening


def test_ctrl_c_ends_it_too(capsys: pytest.CaptureFixture[str]) -> None:
    time = Time()

    def interrupted(seconds: float) -> bool:
        if time.gone >= 30:
            raise KeyboardInterrupt
        return time.wait(seconds)

    @contextmanager
    def listening() -> Iterator[Pause]:
        yield interrupted

    assert ride(AppContext(clock=time, plain=True), 5, listening) == 30


def test_a_computer_that_slept_does_not_make_it_longer(capsys: pytest.CaptureFixture[str]) -> None:
    time = Time()

    @contextmanager
    def asleep() -> Iterator[Pause]:
        yield lambda _: time.wait(8 * 3600)

    assert ride(AppContext(clock=time, plain=True), 5, asleep) == 300


def test_a_clock_that_is_set_back_takes_nothing_away(capsys: pytest.CaptureFixture[str]) -> None:
    assert ridden(Time(key_at=200, back_at=100), 5) == 100


def test_where_no_keys_can_be_heard_time_goes_by(run: Callable[..., object]) -> None:
    run("today")  # leaves standard input that is no terminal
    assert not sys.stdin.isatty()
    with keys() as pause:
        assert pause(0.001) is False
