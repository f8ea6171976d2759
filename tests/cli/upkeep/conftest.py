"""What tests of upkeep may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person's home folder without a history, and a temporary folder that nobody else uses."""
    folder = tmp_path / "person"
    (folder / "temporary").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(folder))
    for name in ("HISTFILE", "ZDOTDIR", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TMPDIR", str(folder / "temporary"))
    return folder
