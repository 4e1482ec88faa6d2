"""Exports: the same tables as CSV, as one workbook and as one SQLite file, for those who open no Parquet."""
