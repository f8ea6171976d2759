from __future__ import annotations

import gc
import sys
from pathlib import Path

import pytest

from hrjournal.formats.document import templates
from hrjournal.formats.document.html import html_text
from support.formats.sample_page import PAGE


def compile_to(folder: Path) -> None:
    """Lays the compiled templates into a folder, as they are installed."""
    for name, text in templates.compiled_files().items():
        (folder / name).write_text(text, encoding="utf-8")


def test_what_is_compiled_draws_the_same_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = html_text(PAGE)
    compile_to(tmp_path)
    monkeypatch.setattr(templates, "COMPILED", tmp_path)
    monkeypatch.setattr(templates, "FileSystemLoader", None)  # nothing is read from its source
    assert html_text(PAGE) == whole


@pytest.mark.parametrize("digest", [None, "00000000\n"], ids=["missing", "other"])
def test_what_does_not_fit_is_left_aside_and_the_page_is_the_same(
    digest: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = html_text(PAGE)
    compile_to(tmp_path)
    for compiled in tmp_path.glob("tmpl_*.py"):
        compiled.write_text("raise AssertionError\n", encoding="utf-8")
    made_from = tmp_path / "made-from"
    made_from.unlink()
    if digest is not None:
        made_from.write_text(digest, encoding="utf-8")
    monkeypatch.setattr(templates, "COMPILED", tmp_path)
    assert html_text(PAGE) == whole


def test_what_fits_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compile_to(tmp_path)
    for compiled in tmp_path.glob("tmpl_*.py"):
        compiled.write_text("raise AssertionError('this one')\n", encoding="utf-8")
    monkeypatch.setattr(templates, "COMPILED", tmp_path)
    with pytest.raises(AssertionError, match="this one"):
        html_text(PAGE)


def test_no_module_of_it_dies_when_a_page_is_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compile_to(tmp_path)
    monkeypatch.setattr(templates, "COMPILED", tmp_path)
    html_text(PAGE)
    gc.collect()
    found = [name for name in list(sys.modules) if name.startswith("_jinja2_module_templates")]
    assert found
    assert [getattr(sys.modules[name], "__file__", None) for name in found] == [None] * len(found)
