"""The keyring of the system: asked where the person chose it, and told what changes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from hrjournal.cli.system.passphrase import KEYRING, VARIABLE

if TYPE_CHECKING:
    from conftest import Answer

pytest.importorskip("sqlcipher3")
pytestmark = pytest.mark.slow
Run = Callable[..., "Answer"]
WORDS = "four old brown horses"


class KeyringError(Exception):
    """What a keyring raises that is locked, or not there."""


class Keyring:
    """A keyring as the library `keyring` offers it."""

    def __init__(self) -> None:
        """Begins empty."""
        self.kept: dict[tuple[str, str], str] = {}
        self.answers = True

    def get_password(self, service: str, name: str) -> str | None:
        self._answer()
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, password: str) -> None:
        self._answer()
        self.kept[service, name] = password

    def delete_password(self, service: str, name: str) -> None:
        self._answer()
        del self.kept[service, name]

    def _answer(self) -> None:
        if not self.answers:
            raise KeyringError


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> Keyring:
    """A keyring that the person chose to use."""
    found = Keyring()
    library, errors = ModuleType("keyring"), ModuleType("keyring.errors")
    for name in ("get_password", "set_password", "delete_password"):
        setattr(library, name, getattr(found, name))
    errors.KeyringError = KeyringError  # type: ignore[attr-defined]
    library.errors = errors  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", library)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)
    monkeypatch.setenv(KEYRING, "on")
    return found


def encrypt(run: Run, monkeypatch: pytest.MonkeyPatch, *words: str) -> Answer:
    monkeypatch.setenv(VARIABLE, WORDS)
    return run("encrypt", "--yes", *words)


def test_it_opens_the_journal_and_forgets_with_the_encryption(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch, keyring: Keyring
) -> None:
    run("log", "alcohol", "2")
    assert encrypt(run, monkeypatch).out == "Your journal is encrypted now.\n"
    assert list(keyring.kept.values()) == [WORDS]
    assert run("days").code == 0
    told = run("encrypt", "--off", "--yes")
    assert (told.code, told.out) == (0, "Your journal is not encrypted any more.\n")
    assert keyring.kept == {}


def test_one_that_does_not_answer_is_named_and_changes_nothing(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch, keyring: Keyring
) -> None:
    run("log", "alcohol", "2")
    keyring.answers = False
    assert encrypt(run, monkeypatch).out.splitlines() == [
        "Your journal is encrypted now.",
        "The keyring of your system did not take the passphrase: please type it.",
    ]
    told = run("days")
    assert told.code == 1
    assert told.err.startswith("The keyring of your system did not answer.\nThe journal is encr")
    monkeypatch.setenv(VARIABLE, WORDS)
    assert run("days").code == 0
    assert encrypt(run, monkeypatch, "--off").out.splitlines() == [
        "Your journal is not encrypted any more.",
        "The keyring of your system may still hold the former passphrase.",
    ]
