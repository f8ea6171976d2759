from __future__ import annotations

import gc
import sys
from pathlib import Path

import pytest

from hrjournal.formats.document import templates
from hrjournal.formats.document.html import html_text
from support.sample_page import PAGE


def held(folder: Path) -> dict[str, str]:
    """What lies in a folder of compiled templates, by the names of its files."""
    return {
        path.name: path.read_text(encoding="utf-8") for path in folder.iterdir() if path.is_file()
    }


def test_what_is_compiled_is_made_of_the_templates(
    request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    if request.config.getoption("--approve"):
        templates.compile_to(templates.COMPILED)
    templates.compile_to(tmp_path)
    hint = "a template has changed: pytest --approve tests/formats/test_templates.py"
    assert held(templates.COMPILED) == held(tmp_path), hint


def test_compiling_leaves_nothing_of_templates_that_are_gone(tmp_path: Path) -> None:
    (tmp_path / "tmpl_0123.py").write_text("", encoding="utf-8")
    templates.compile_to(tmp_path)
    assert "tmpl_0123.py" not in held(tmp_path)


@pytest.mark.parametrize("digest", [None, "00000000\n"], ids=["missing", "other"])
def test_what_does_not_fit_is_left_aside_and_the_page_is_the_same(
    digest: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = html_text(PAGE)
    templates.compile_to(tmp_path)
    for compiled in tmp_path.glob("tmpl_*.py"):
        compiled.write_text("raise AssertionError\n", encoding="utf-8")
    made_from = tmp_path / "made-from"
    made_from.unlink()
    if digest is not None:
        made_from.write_text(digest, encoding="utf-8")
    monkeypatch.setattr(templates, "COMPILED", tmp_path)
    assert html_text(PAGE) == whole


def test_what_fits_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    templates.compile_to(tmp_path)
    for compiled in tmp_path.glob("tmpl_*.py"):
        compiled.write_text("raise AssertionError('this one')\n", encoding="utf-8")
    monkeypatch.setattr(templates, "COMPILED", tmp_path)
    with pytest.raises(AssertionError, match="this one"):
        html_text(PAGE)


def test_no_module_of_it_dies_when_a_page_is_drawn() -> None:
    html_text(PAGE)
    gc.collect()
    found = [name for name in list(sys.modules) if name.startswith("_jinja2_module_templates")]
    assert found
    assert [getattr(sys.modules[name], "__file__", None) for name in found] == [None] * len(found)
