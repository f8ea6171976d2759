"""An urge ridden out like a wave: for a while, and any key ends it."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

from hrjournal.content.notices import surfing
from hrjournal.formats.terminal.surf import Sight, drawn
from hrjournal.pages.coping.page import left_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from hrjournal.cli.context import AppContext

    Pause = Callable[[float], bool]  # waits so many seconds; tells whether a key ended it
    Listening = Callable[[], AbstractContextManager[Pause]]

TICK: Final = 1.0  # seconds between two looks at the clock
GLANCE: Final = 0.05  # seconds between two looks at the keys, where they cannot be waited for


@contextmanager
def keys() -> Iterator[Pause]:
    """Listens for any key without showing it; the terminal is as before at the end.

    Ctrl-C is a key like any other then, so that nothing is lost by it.
    """
    if not sys.stdin.isatty():
        yield _sleep
    elif sys.platform == "win32":
        yield _glance
    else:
        import termios

        terminal = sys.stdin.fileno()
        before = termios.tcgetattr(terminal)
        quiet = termios.tcgetattr(terminal)
        quiet[3] &= ~(termios.ECHO | termios.ICANON | termios.ISIG)
        try:
            termios.tcsetattr(terminal, termios.TCSAFLUSH, quiet)
            yield _listen
        finally:
            termios.tcsetattr(terminal, termios.TCSAFLUSH, before)


def ride(app: AppContext, minutes: int, listening: Listening = keys) -> float:
    """Rides a wave of so many minutes; gives for how many seconds it was ridden."""
    length = 60.0 * minutes
    gone = 0.0
    began = app.clock()
    wave = surfing()
    with (
        listening() as pause,
        drawn(sys.stdout, plain=app.plain) as draw,
        suppress(KeyboardInterrupt),
    ):
        while gone < length:
            draw(Sight(wave.sentence(gone, length), gone / length, left_words(length - gone)))
            if pause(TICK):
                break
            gone = max(gone, app.clock() - began)
    return min(gone, length)


def _listen(seconds: float) -> bool:
    from select import select

    return bool(select([sys.stdin], [], [], seconds)[0])


def _sleep(seconds: float) -> bool:
    time.sleep(seconds)
    return False


def _glance(seconds: float) -> bool:
    """Looks for a key again and again, where a console of Windows knows no other way."""
    import msvcrt

    for _ in range(max(1, round(seconds / GLANCE))):
        if msvcrt.kbhit():  # type: ignore[attr-defined]
            while msvcrt.kbhit():  # type: ignore[attr-defined]
                msvcrt.getwch()  # type: ignore[attr-defined]
            return True
        time.sleep(GLANCE)
    return False
