"""The shapes of facts about the world."""
