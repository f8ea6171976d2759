"""Pages of safety notices."""
