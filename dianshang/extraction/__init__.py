"""From an article to its numerals, quantities, times, names and claims."""
