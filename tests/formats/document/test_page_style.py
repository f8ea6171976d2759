from __future__ import annotations

import re
from colorsys import rgb_to_hsv
from pathlib import Path
from typing import Final

import pytest

from hrjournal.formats import document

STYLE: Final = Path(document.__file__).with_name("page.css").read_text(encoding="utf-8")
LIGHT, DARK, PAPER = re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)
READ: Final = [
    ("ink", "paper"),
    ("quiet", "paper"),
    ("figure", "paper"),
    ("win", "paper"),
    ("safety", "safety-paper"),
    ("ink", "safety-paper"),
    ("ink", "track"),
    ("step-ink", "step-1"),
    ("step-ink", "step-2"),
    ("step-ink", "step-3"),
    ("step-4-ink", "step-4"),
]


def colors(scheme: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", scheme))


SCHEMES: Final = {"light": colors(LIGHT), "dark": colors(DARK), "paper": colors(PAPER)}


def parts(color: str) -> tuple[float, float, float]:
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def luminance(color: str) -> float:
    """As the accessibility guidelines define it."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts(color)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("ink", "ground"), READ)
def test_every_text_stands_out_from_its_ground(scheme: str, ink: str, ground: str) -> None:
    named = SCHEMES[scheme]
    assert contrast(named[ink], named[ground]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_bar_stands_out_from_its_track(scheme: str) -> None:
    assert contrast(SCHEMES[scheme]["figure"], SCHEMES[scheme]["track"]) >= 3


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_shades_run_one_way(scheme: str) -> None:
    shades = [luminance(SCHEMES[scheme][f"step-{step}"]) for step in (1, 2, 3, 4)]
    assert shades in (sorted(shades), sorted(shades, reverse=True))
    assert len(set(shades)) == 4


def test_every_scheme_names_every_color() -> None:
    assert SCHEMES["light"].keys() == SCHEMES["dark"].keys() == SCHEMES["paper"].keys()


def test_paper_is_black_on_white() -> None:
    assert (SCHEMES["paper"]["ink"], SCHEMES["paper"]["paper"]) == ("#000000", "#ffffff")


def test_the_dark_scheme_is_for_screens_alone() -> None:
    assert "@media screen and (prefers-color-scheme: dark)" in STYLE
    assert STYLE.count("prefers-color-scheme") == 1


def test_red_is_never_used() -> None:
    for color in re.findall(r"#[0-9a-f]{6}", STYLE):
        hue, saturation, _ = rgb_to_hsv(*parts(color))
        assert 0.08 < hue < 0.92 or saturation < 0.05


def test_the_style_loads_nothing_and_can_stand_in_any_encoding() -> None:
    assert STYLE.isascii()
    assert not re.search(r"url\(|@import|@font-face|expression|</|http", STYLE, re.IGNORECASE)


def test_no_sheet_of_paper_ends_with_a_heading_or_cuts_a_row() -> None:
    sheet = STYLE.partition("@media print")[2]
    after = re.search(r"([^{}]*)\{\s*break-after: avoid;", sheet)
    inside = re.search(r"([^{}]*)\{\s*break-inside: avoid;", sheet)
    assert after is not None
    assert inside is not None
    assert {"h2", "caption", "thead"} <= set(re.findall(r"[\w.]+", after[1]))
    assert {"tr", ".month", "li"} <= set(re.findall(r"[\w.]+", inside[1]))
