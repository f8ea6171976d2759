"""Looking after the journal file: doctor, privacy, wipe."""
