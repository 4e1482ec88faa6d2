"""The typed phrases of a text: owners, indicators and predicates."""
