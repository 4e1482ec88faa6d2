"""Documents as people receive them, each to the text that offsets count in."""
