"""The clock, and reading times and days as people write them."""
