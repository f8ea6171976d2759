"""Makes, for a wheel alone, what the program can read faster than its sources."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# The folder in the package, and who gives its files: each name with its text.
DERIVED: Final = (
    ("content/_cache", "hrjournal.content.loader:cache_files"),
    ("content/_cache", "hrjournal.content.words.build:compiled_files"),
    ("cli/fast", "hrjournal.cli.fast.generate:table_files"),
    ("cli/program", "hrjournal.cli.program.completion_table:completion_files"),
    ("formats/document/_compiled", "hrjournal.formats.document.templates:compiled_files"),
)


class DerivedFiles(BuildHookInterface[Any]):
    """Puts them into the wheel; a checkout stays as it is, and reads its sources."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Writes them into a temporary folder, from which the wheel takes them."""
        if version == "editable":
            return
        self._made = TemporaryDirectory()
        sys.dont_write_bytecode = True
        sys.path.insert(0, str(Path(self.root, "src")))
        for folder, maker in DERIVED:
            module, _, function = maker.partition(":")
            for name, text in getattr(import_module(module), function)().items():
                path = Path(self._made.name, folder, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8", newline="\n")
                build_data["force_include"][str(path)] = f"hrjournal/{folder}/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Leaves nothing behind."""
        if version != "editable":
            self._made.cleanup()
