"""What may be dangerous in the records: stops, breaks, mixes."""
