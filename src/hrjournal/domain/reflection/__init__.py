"""Reflections and ways of coping."""
