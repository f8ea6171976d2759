"""Safety notices: which are due, and what the person makes of them."""
