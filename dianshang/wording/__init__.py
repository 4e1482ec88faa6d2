"""Numbers, units, periods and claims in words: the one place that writes them, in English and in Chinese."""
