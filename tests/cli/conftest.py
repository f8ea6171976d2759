"""What tests of commands may ask for."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from hrjournal.cli.context import AppContext

if TYPE_CHECKING:
    from conftest import Answer


@pytest.fixture
def tell(run: Callable[..., Answer], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Answer]:
    """Runs a command as if at a terminal and gives these answers, of which none is left over."""

    def telling(*words: str, answers: tuple[str, ...] = (), at: str = "2026-11-23 09:40") -> Answer:
        with monkeypatch.context() as patch:
            patch.setattr(AppContext, "is_interactive", True)
            typed = "".join(f"{answer}\n" for answer in answers)
            answer = run(*words, at=at, stdin=typed.encode())
        assert sys.stdin.read() == ""
        return answer

    return telling
