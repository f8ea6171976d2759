"""Typed words survive: asked for when they can be saved, and kept when they could not."""
