"""The sections of a summary by name: all that a rule of wins and a measure need to know of them."""

from __future__ import annotations

from enum import StrEnum


class Section(StrEnum):
    """A part of a summary, in the order in which it stands there."""

    COVERAGE = "coverage"
    SAFETY = "safety"
    TALK = "talk"
    CHANGES = "changes"
    CHARTS = "charts"
    MOOD = "mood"
    WINS = "wins"
    STEPS = "steps"
    TRIGGERS = "triggers"
    HELPED = "helped"
    RULERS = "rulers"
    REASONS = "reasons"
    SCREENS = "screens"
    PEOPLE = "people"
    ROUTES = "routes"
    MONEY = "money"
    PLACES = "places"
    ROOTS = "roots"
    EVENTS = "events"
    GOOD = "good"
    NOTES = "notes"
    LETTER = "letter"
    CALENDAR = "calendar"
    MEASURES = "measures"
    DEFINITIONS = "definitions"
