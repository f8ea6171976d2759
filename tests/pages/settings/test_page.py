from __future__ import annotations

from hrjournal.domain.history import BaselinePin, DateRange
from hrjournal.domain.settings import CHOICES, SETTINGS, Preferences
from hrjournal.pages.settings import page as keep
from support.builders import ALCOHOL, CANNABIS, TODAY
from support.pages.reading import DRINK, UNITS


def test_all_choices_or_one_are_shown() -> None:
    chosen = Preferences({"country": "GB"})
    assert keep.config_page(chosen, None).data == {
        key: "GB" if key == "country" else SETTINGS[key].usual for key in CHOICES
    }
    assert keep.config_page(chosen, "country").data == {"country": "GB"}


def test_a_start_is_told_as_it_was_pinned() -> None:
    tracked = {"alcohol": ALCOHOL, "cannabis": CANNABIS}
    starts = {
        "alcohol": BaselinePin(doubled=10 * DRINK, use_days=6, unit="g_alc"),
        "cannabis": BaselinePin(days=DateRange(TODAY - 27, TODAY + 1)),
    }
    assert keep.start_page(starts, tracked, UNITS).data == {
        "Alcohol": "your estimate: 5 US standard drinks on 6 days a week",
        "Cannabis": "2026-10-27 to 2026-11-23",
    }
    assert keep.start_page({}, tracked, UNITS).data["Alcohol"] == "the first 28 days written"
