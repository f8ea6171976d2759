"""What is built of this house, and what a person installs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

from support.places import ROOT


def build(target: str, folder: Path, source: Path = ROOT) -> Path:
    """The wheel or the sdist of a source tree, made in a folder."""
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)],
        cwd=source,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return next(folder.glob("*.whl" if target == "wheel" else "*.tar.gz"))


def contents(wheel: Path) -> dict[str, bytes]:
    """The files of a wheel by their names in it."""
    with ZipFile(wheel) as files:
        return {name: files.read(name) for name in files.namelist()}
