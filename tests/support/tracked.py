"""The files that belong to the house, as git knows them."""

from __future__ import annotations

import shutil
import subprocess

from support.places import ROOT


def tracked() -> list[str]:
    """Every tracked file below the top, with its folders; in a copy without git, every file."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        return [
            str(path.relative_to(ROOT))
            for top in ("src", "tests")
            for path in (ROOT / top).rglob("*")
            if "__pycache__" not in path.parts and path.is_file()
        ]
    found = subprocess.run(
        [git, "-c", f"safe.directory={ROOT}", "ls-files"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return found.stdout.splitlines()
