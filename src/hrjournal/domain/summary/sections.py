"""The sections of a summary by name: all that a rule of wins and a measure need to know of them."""

from __future__ import annotations

from enum import StrEnum


class Section(StrEnum):
    """A part of a summary, in the order in which it stands there."""

    COVERAGE = "coverage"
    CHANGES = "changes"
    SAFETY = "safety"
    AGREED = "agreed"
    GOALS = "goals"
    TALK = "talk"
    RULERS = "rulers"
    REASONS = "reasons"
    CALENDAR = "calendar"
    CHARTS = "charts"
    MOOD = "mood"
    URGES = "urges"
    TRIGGERS = "triggers"
    HELPED = "helped"
    WINS = "wins"
    STEPS = "steps"
    PEOPLE = "people"
    ROUTES = "routes"
    MONEY = "money"
    PLACES = "places"
    ROOTS = "roots"
    EVENTS = "events"
    GOOD = "good"
    NOTES = "notes"
    LETTER = "letter"
    SCREENS = "screens"
    MEASURES = "measures"
    DEFINITIONS = "definitions"
