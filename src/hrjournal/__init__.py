"""A private journal for harm reduction: write a day, look back, see small wins."""
