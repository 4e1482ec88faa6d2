"""A text as it is laid out: paragraphs, headings, sentences and clauses."""
