"""Nouns: what a journal is made of."""
