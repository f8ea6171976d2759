"""Everything out, and everything in again."""
