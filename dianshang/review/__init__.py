"""Curation: what readers settled against what the extractor found, and how far they agree."""
