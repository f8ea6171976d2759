"""What a person writes down."""
