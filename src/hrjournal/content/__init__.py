"""What the program knows about the world, each fact with its source and review date.

Two doors: `measures` for what amounts are made of, which every `log` needs, and `care` for the
rest. Every family of facts is a TOML file of this folder, read once and when it is first asked for.
"""
