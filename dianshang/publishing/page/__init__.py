"""The page: one self-contained HTML file to read the articles, look up every claim and see the numbers drawn."""
