"""Readers of what people type: strict, so that what is not understood is never kept."""
