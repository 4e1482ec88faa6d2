"""Places, organisations, people and products named in a text."""
