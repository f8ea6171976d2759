"""The templates of pages as HTML: compiled ahead, since compiling takes longer than drawing.

They are compiled when the wheel is built. Where a template was changed since, or nothing was built,
all are compiled anew from their source.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Final
from zlib import crc32

from jinja2 import BaseLoader, Environment, FileSystemLoader, ModuleLoader, StrictUndefined

from hrjournal.formats.document import svg

HERE: Final = Path(__file__).parent
COMPILED: Final = HERE / "_compiled"
_MADE_FROM: Final = "made-from"  # the file that holds the digest of the templates
_ENDING: Final = ".jinja"


def render(name: str, given: dict[str, Any]) -> str:
    """The template of that name, drawn with what is given; every text in it is escaped."""
    return _environment(_loader()).get_template(name).render(given)


def compiled_files() -> dict[str, str]:
    """Every template as a module, by the name of its file, with what they were made from."""
    loader = FileSystemLoader(HERE)
    environment = _environment(loader)
    files = {_MADE_FROM: f"{digest()}\n"}
    for name in environment.list_templates(filter_func=lambda name: name.endswith(_ENDING)):
        source = loader.get_source(environment, name)[0]
        files[ModuleLoader.get_module_filename(name)] = environment.compile(
            source, name, raw=True, defer_init=True
        )
    return files


def digest() -> str:
    """What tells these templates from any others."""
    whole = b"".join(path.read_bytes() for path in sorted(HERE.iterdir()) if path.suffix == _ENDING)
    return f"{crc32(whole):08x}"


def _loader() -> BaseLoader:
    try:
        fits = (COMPILED / _MADE_FROM).read_text(encoding="utf-8").strip() == digest()
    except FileNotFoundError:
        fits = False
    return _modules(COMPILED) if fits else FileSystemLoader(HERE)


@cache
def _modules(folder: Path) -> ModuleLoader:
    """One loader for good: one that goes leaves a dead module behind for a moment."""
    return ModuleLoader(folder)


def _environment(loader: BaseLoader) -> Environment:
    environment = Environment(
        autoescape=True,
        loader=loader,
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    environment.globals["svg"] = svg
    return environment
