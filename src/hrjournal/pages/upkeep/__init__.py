"""Pages about looking after the journal: whether it is whole, who can read it, taking it away."""
