"""Looking after the journal: what lies where, whether it is whole, mending, and taking it away."""
