"""What a summary of the sample journal looks like."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hrjournal.cli.demo.sample_journal import fill
from support.marked import read, session, summary


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample journal, with a point to talk about."""
    place = tmp_path_factory.mktemp("sample") / "journal.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "UTC")
        fill(session(place))
    return place


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("summary.txt", ()),
        ("summary.md", ("--as", "md")),
        ("summary-alias.txt", ("--days", "14", "--alias", "--exclude", "measures,definitions")),
        ("summary-preview.txt", ("--preview",)),
        ("summary-plain.txt", ("--days", "7", "--plain")),
        ("summary-text.txt", ("--as", "text")),
    ],
)
def test_it_looks_as_approved(
    name: str,
    words: tuple[str, ...],
    sample: Path,
    home: Path,
    capsys: pytest.CaptureFixture[str],
    approved: Callable[[str, str], None],
) -> None:
    summary(sample, *words)
    approved(f"cli/{name}", capsys.readouterr().out)


def test_as_a_pdf_it_is_a_page_to_read_and_a_page_of_figures(sample: Path, tmp_path: Path) -> None:
    pytest.importorskip("typst")
    out = tmp_path / "mine.pdf"
    summary(sample, "--out", str(out))
    first, second, after = read(out.read_bytes()).split("\f")
    assert "Urges and situations" in first
    assert "What went well" in first
    assert "Percent days abstinent (PDA)" in second
    assert after == ""


@pytest.mark.parametrize("width", [40, 60, 100])
def test_it_fits_any_screen(
    width: int,
    sample: Path,
    home: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    summary(sample)
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) > 100
    assert max(map(len, lines)) <= width
