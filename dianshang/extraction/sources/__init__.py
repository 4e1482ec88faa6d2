"""Who says what a text tells."""
