"""The data card: one source for the English and the Chinese page, its words beside its code."""
