"""The words that people write: drinks, servings, slang, small words and times, by country."""
