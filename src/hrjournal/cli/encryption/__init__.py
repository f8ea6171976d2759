"""Encrypting the journal, and the passphrase that opens it."""
