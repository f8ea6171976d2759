"""Substances, amounts and units."""
