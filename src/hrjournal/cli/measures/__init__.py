"""The figures that care works with."""
