"""What a person wants for themselves: goals in their own metric, in versions, and ratings."""
