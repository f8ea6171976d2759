"""Pages of the figures that care works with."""
