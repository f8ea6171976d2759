"""What the store's tests may ask for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from hrjournal.store import Journal, Place
from support.keeping import opened, own


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Where a journal will lie, in a folder of its own that is not there yet."""
    return own(tmp_path)


@pytest.fixture
def journal(place: Place) -> Iterator[Journal]:
    """A new journal, open for writing."""
    with opened(place) as one:
        yield one


@pytest.fixture
def open_umask() -> Iterator[None]:
    """A world in which everything made is open to everybody unless somebody takes care."""
    before = os.umask(0)
    yield
    os.umask(before)
